// Quotes of a scheme: two vendors answered through the portal, one has lapsed, and what is above the threshold is put to the trustees with both offers.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { type Server, startServer, test as base } from './server.ts'

/** Tests on a server with the demonstration scheme. */
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

test('quotes come through the portal, are compared, and nothing is approved before the trustees voted', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const manager = new Person(page, server)
  await manager.signIn('trustee@codessa.example')
  await page.goto('/estate/plan')
  await page.getByRole('link', { name: 'Tiled roofs' }).first().click()
  await page.getByRole('link', { name: 'Quotes from vendors' }).click()
  await expect(page.getByRole('heading', { name: 'Tiled roofs' })).toBeVisible()
  const lapsed = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Table Bay Roofing' }) })
  await expect(lapsed).toContainText('has lapsed on that day')
  const waits = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Cape Flat Roofs' }) })
  await expect(waits).toContainText('Trustees have to approve this first.')
  await expect(page.getByRole('button', { name: /^Approve R/ })).toHaveCount(0)
  await hasNoFindings(page)

  // Line by line, by the portal’s own comparison.
  await page.getByRole('link', { name: 'Line by line' }).click()
  await expect(page.getByRole('row', { name: /^Scaffolding/ })).toBeVisible()
  await page.goBack()

  await page.getByRole('link', { name: 'Put it to the trustees' }).click()
  await expect(page.getByLabel('What is decided')).toHaveValue('Tiled roofs')
  await page.getByRole('radio', { name: /^Cape Flat Roofs/ }).check()
  await expect(page.getByRole('radio', { name: /^Table Bay Roofing/ })).toBeVisible()
  await page.getByRole('button', { name: 'Put it to the vote' }).click()
  await expect(page.getByRole('table', { name: 'Offers side by side' }).getByText('Cape Flat Roofs (proposed')).toBeVisible()
})
