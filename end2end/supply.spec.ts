// What suppliers may expect: an owner agrees, and a supplier reads what was published by a link, on a phone.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { type Server, startServer, test as base } from './server.ts'

/** Tests on a server with the demonstration, in which neighbours let what they plan be counted. */
const test = base.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await startServer('--demo')
      await use(server)
      server.stop()
    },
    { scope: 'worker' },
  ],
})

test('an owner agrees, and a supplier reads by a link what homes will need', async ({ browser, page, server }) => {
  const binary = process.env.CODESSA_TEST_BINARY ?? ''
  const told = execFileSync(binary, ['outlook', '--data', server.data, 'link', 'Mama’s Hardware'], { encoding: 'utf8' })
  const fragment = told.trim().split('#')[1] ?? ''

  const phone = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const supplier = await phone.newPage()
  await supplier.goto(`/supply#${fragment}`)
  await expect(supplier.getByText('For Mama’s Hardware.')).toBeVisible()
  await expect(supplier).toHaveURL(/\/supply$/)
  await expect(supplier.getByRole('table', { name: /^Pinelands, Cape Town: pieces/ }).getByRole('rowheader', { name: 'Gutters: Gutter brackets' }).first()).toBeVisible()
  await supplier.getByLabel('Suburb').selectOption('Rondebosch, Cape Town')
  await expect(supplier.getByRole('table', { name: /^Pinelands/ })).toHaveCount(0)
  await hasNoFindings(supplier)
  expect(await supplier.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const saving = supplier.waitForEvent('download')
  await supplier.getByRole('button', { name: 'Save as CSV' }).click()
  const file = readFileSync(await (await saving).path(), 'utf8')
  expect(file).toMatch(/^\uFEFFMonth,Suburb,Part,Pieces,Published\r\n/)
  expect(file).toMatch(/"Rondebosch, Cape Town",Gutters: Gutter brackets,\d+0,/)
  await phone.close()

  const owner = new Person(page, server)
  await owner.signIn('demo@codessa.example')
  await owner.go('/supply/agree')
  const counted = page.getByRole('switch', { name: /Count this home’s planned parts/ })
  await expect(counted).not.toBeChecked()
  await counted.check()
  await expect(page.getByText(/^Counted since /)).toBeVisible()
  await hasNoFindings(page)
  await page.reload()
  await expect(counted).toBeChecked()
  await counted.uncheck()
  await expect(page.getByText(/^Counted since /)).toHaveCount(0)
})
