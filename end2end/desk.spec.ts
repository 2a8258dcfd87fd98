// The trade desk: a day of a firm of four with thirty visits, from the demonstration; and what a provider keeps for the next quote.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { demonstrated as test } from './server.ts'

const SUBURBS = ['Observatory', 'Mowbray', 'Rondebosch', 'Claremont', 'Pinelands', 'Woodstock', 'Sea Point', 'Milnerton']

test('thirty visits of four people stand in their suburbs, are moved by a button and opened', async ({ page, server, browser }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const firm = new Person(page, server)
  await firm.signIn('trade@codessa.example')
  await page.goto('/desk')
  const stops = page.locator('.trade-desk__stop')
  await expect(stops).toHaveCount(30)
  await expect(page.getByText(/^30 visits, \d+ still to do/)).toBeVisible()
  for (const suburb of SUBURBS) await expect(page.getByRole('region', { name: suburb })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Woodstock' }).getByRole('listitem')).toHaveCount(3)
  await hasNoFindings(page)

  // A visit is moved by a button, stays there after a reload, and says where it is.
  const pinelands = page.getByRole('region', { name: 'Pinelands' }).getByRole('listitem')
  await expect(pinelands.first()).toContainText('Vacuum breaker leaks')
  await page.getByRole('button', { name: 'Later: Vacuum breaker leaks' }).click()
  await expect(page.getByText('Vacuum breaker leaks: now 2 of 4')).toBeAttached()
  await expect(page.getByRole('button', { name: 'Later: Vacuum breaker leaks' })).toBeFocused()
  await expect(pinelands.first()).toContainText('Geyser trips the power')
  await page.reload()
  await expect(pinelands.nth(1)).toContainText('Vacuum breaker leaks')

  // A whole suburb too, and by dragging.
  await page.getByRole('button', { name: 'Earlier: Pinelands' }).click()
  await expect(page.getByRole('button', { name: 'Earlier: Pinelands' })).toBeFocused()
  // High enough for the whole suburb to be in sight.
  await page.setViewportSize({ width: 360, height: 1600 })
  const grip = pinelands.nth(0).locator('.trade-desk__grip')
  await grip.scrollIntoViewIfNeeded()
  const [from, to] = [await grip.boundingBox(), await pinelands.nth(2).boundingBox()]
  if (from === null || to === null) throw new Error('the visits are not in sight')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2, to.y + to.height - 4, { steps: 5 })
  await page.mouse.up()
  await expect(pinelands.nth(2)).toContainText('Geyser trips the power')

  // Who is sent there sees that order, on a phone without a home, and moves nothing.
  const phone = await (await browser.newContext({ baseURL: server.origin })).newPage()
  const faizel = new Person(phone, server)
  await faizel.signIn('faizel@codessa.example')
  await phone.goto('/desk')
  await expect(phone.locator('.trade-desk__stop')).toHaveCount(7)
  await expect(phone.getByRole('region', { name: 'Pinelands' }).getByRole('listitem').nth(2)).toContainText('Geyser trips the power')
  await expect(phone.getByRole('button', { name: /^Later: / })).toHaveCount(0)
  await phone.context().close()

  // One person's visits, and one of them opened.
  await page.getByRole('combobox', { name: 'Who goes', exact: true }).selectOption('Faizel')
  await expect(stops).toHaveCount(7)
  await page.getByRole('link', { name: 'Pipe burst in the wall' }).click()
  await expect(page.getByRole('heading', { name: 'Pipe burst in the wall' }).first()).toBeVisible()
})

test('what waits, the calendar and the money of all jobs are seen on a desk', async ({ page, server }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const firm = new Person(page, server)
  await firm.signIn('trade@codessa.example')
  await page.goto('/desk/inbox')
  await expect(page.getByRole('heading', { name: /^Waiting for you/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Request (2)', exact: true }).check()
  await expect(page.getByRole('link', { name: 'Quote for a second bathroom' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Write the quote' })).toHaveCount(2)
  await hasNoFindings(page)

  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await expect(page.locator('.trade-desk__day--today').getByRole('listitem')).toHaveCount(30)
  await hasNoFindings(page)
  await page.getByRole('link', { name: 'Month', exact: true }).click()
  await expect(page.getByRole('link', { name: /: 30 visits/ })).toBeVisible()
  await hasNoFindings(page)

  await page.getByRole('link', { name: 'Money', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: 'Woodstock Bakery', exact: true })).toBeVisible()
  const sewer = page.getByRole('row', { name: /Reline the sewer/ })
  await expect(sewer).toContainText('Not known: cost of an hour, cost of parts')
  await page.getByLabel('What an hour of work costs you').fill('320')
  await expect(sewer).toContainText('Not known: cost of parts')
  await hasNoFindings(page)

  // A price is written down, and the next quote takes it; with its cost the job can be reckoned.
  await page.getByRole('link', { name: 'Prices', exact: true }).click()
  await expect(page.getByText('No prices yet')).toBeVisible()
  await page.getByRole('link', { name: 'Add a price' }).click()
  await page.getByLabel('What you do or supply').fill('Parts and fittings')
  await page.getByLabel('Price for one').fill('500')
  await page.locator('summary').filter({ hasText: 'Cost, time and detail' }).click()
  await page.getByLabel(/^What one costs you/).fill('300')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Parts and fittings' })).toBeVisible()
  await hasNoFindings(page)
  await page.getByRole('link', { name: 'Money', exact: true }).click()
  await expect(sewer.getByText(/%/)).toBeVisible()

  await page.getByRole('link', { name: 'Inbox', exact: true }).click()
  await page.getByRole('radio', { name: 'Request (2)', exact: true }).check()
  await page.getByRole('link', { name: 'Write the quote' }).first().click()
  await page.getByRole('button', { name: 'From the price book, an earlier quote or a template' }).click()
  await page.getByRole('button', { name: 'Add Parts and fittings' }).first().click()
  await expect(page.getByRole('group', { name: 'Line 1', exact: true }).getByLabel('What you do or supply')).toHaveValue('Parts and fittings')
})
