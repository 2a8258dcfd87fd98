// A case of a scheme: opened for who complains, answered by a link, taken up and decided with reasons.

import { expect } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

test('a case is opened, answered by a link and decided, on one thread', async ({ page, server, browser }) => {
  const manager = new Person(page, server)
  await manager.signIn(newEmail('manager'))
  await manager.go('/estate')
  await page.getByLabel('Name of the scheme').fill('Protea Mews')
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await expect(page.getByRole('heading', { name: 'Protea Mews' })).toBeVisible()
  await manager.go('/estate/cases')
  await page.getByRole('link', { name: 'Open a case' }).click()
  await page.getByLabel('What it is about').fill('Noise at night')
  await page.getByLabel('Complainant').fill('Carl')
  await page.getByLabel('Other side').fill('Dora')
  await page.getByLabel('The complaint').fill('Music until two, on Tuesday.')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await expect(page.getByRole('heading', { name: 'Noise at night' })).toBeVisible()
  await expect(page.getByText('Waits for an answer').first()).toBeVisible()

  // Dora has no account: she comes by a link, and writes for herself.
  await page.getByRole('button', { name: 'Make a link for them' }).last().click()
  const address = (await page.locator('.share__address').textContent()) ?? ''
  const dora = await (await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })).newPage()
  await dora.goto(address)
  await dora.getByRole('button', { name: 'Open it' }).click()
  await dora.getByRole('link', { name: 'Noise at night' }).click()
  await dora.getByLabel('What you do').selectOption({ label: 'Answer the complaint' })
  await dora.getByLabel('Your words').fill('It was my birthday. It will not happen again.')
  await dora.getByRole('button', { name: 'Send' }).click()
  await expect(dora.getByText('Answered').first()).toBeVisible()

  await expect(page.getByText('It was my birthday.')).toBeVisible({ timeout: 15_000 })
  for (const [act, words] of [['Take it up for decision', 'Both were heard.'], ['Decide, with reasons', 'Rule 5 stands; once is no pattern.']] as const) {
    await page.getByLabel('What you do').selectOption({ label: act })
    await page.getByLabel('Your words').fill(words)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByText(words)).toBeVisible()
  }
  await expect(page.getByText('Decided').first()).toBeVisible()
  await expect(page.getByText('sections 38 and 41')).toBeVisible()
})
