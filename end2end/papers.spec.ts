// Papers of a deal: a drawn signature, an invoice with where to pay and its code, the PDF of the server with every particular, and the statement.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { textOf } from './pdf.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** How long one side may wait for what the other wrote. */
const SOON = { timeout: 60_000 }

test('a quote is signed by hand, and its invoice says where to pay and is had as a PDF', async ({ page, server, browser }) => {
  test.setTimeout(120_000)
  const title = 'Replace the gate motor'
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('4 Paper Street')
  await thandi.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill('Volt Electrical')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).not.toHaveURL(/new$/)
  await thandi.isSynced()
  await thandi.go('/portal/new')
  await page.getByLabel('What do you need?').fill(title)
  await page.getByRole('checkbox', { name: 'Volt Electrical' }).check()
  await page.getByLabel(/^Your name/).fill('Thandi Nkosi')
  await page.getByRole('button', { name: 'Make the request' }).click()
  const address = (await page.locator('.portal__link').textContent()) ?? ''

  // The provider charges VAT.
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const volt = await context.newPage()
  await volt.goto(address)
  await volt.getByRole('button', { name: 'Open it' }).click()
  await volt.getByRole('link', { name: 'Write the quote' }).click()
  await volt.getByRole('radio', { name: 'In the prices' }).check()
  const line = volt.getByRole('group', { name: 'Line 1', exact: true })
  await line.getByLabel('What you do or supply').fill('Gate motor, fitted')
  await line.getByLabel('Price for one').fill('6 900')
  await volt.getByLabel('Name of the firm').fill('Volt Electrical')
  await volt.locator('summary').filter({ hasText: 'Your firm' }).click()
  await volt.getByLabel(/^Address of the firm/).fill('9 Main Road, Mowbray')
  await volt.getByLabel(/^VAT number/).fill('4123456789')
  await volt.getByRole('button', { name: 'Send the quote' }).click()
  await expect(volt.getByText('The client decides on your quote.')).toBeVisible()

  // The owner draws a signature; the name is there all the same.
  await thandi.go('/portal')
  await page.getByRole('link', { name: title }).click()
  await page.getByLabel('Your full name, as a signature').fill('Thandi Nkosi')
  await page.locator('summary').filter({ hasText: 'Sign by hand' }).click()
  const box = page.locator('.signature__box')
  await box.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await box.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width * 0.2, y + height * 0.7)
  await page.mouse.down()
  for (const [right, down] of [[0.3, 0.2], [0.4, 0.8], [0.6, 0.3], [0.8, 0.5]] as const) await page.mouse.move(x + width * right, y + height * down, { steps: 4 })
  await page.mouse.up()
  await expect(box.locator('path')).toHaveAttribute('d', /^M\d+ \d+L/)
  await page.getByRole('button', { name: /^Approve R\s?6\s?900/ }).click()
  await expect(page.getByText('Approved by Thandi Nkosi')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Signature of Thandi Nkosi' })).toBeVisible()

  // The invoice, with an account.
  await expect(volt.getByText('Your quote is approved. Say when you come.')).toBeVisible(SOON)
  await volt.getByRole('link', { name: 'Write the invoice' }).first().click()
  await volt.getByLabel('Invoice number').fill('V-31')
  await volt.locator('summary').filter({ hasText: 'Where to pay' }).click()
  await volt.getByLabel('Bank', { exact: true }).fill('FNB')
  await volt.getByLabel('Account holder').fill('Volt Electrical')
  await volt.getByLabel('Account number').fill('62 0000 4471')
  await volt.getByRole('button', { name: 'Send the invoice' }).click()
  await expect(volt.getByText('Invoice V-31')).toBeVisible()

  // Its page: the account, each part to be copied, and the code.
  await page.getByRole('link', { name: 'Where to pay, print or save as PDF' }).click(SOON)
  await expect(page.getByRole('heading', { name: 'Tax invoice V-31' })).toBeVisible()
  await expect(page.getByText('62 0000 4471')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy: Account number' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'The same as a code' })).toBeVisible()
  await expect(page.getByText('call them on a number that you know already').first()).toBeVisible()
  await hasNoFindings(page)

  // The PDF has every particular of a full tax invoice. This home told no address of its own: what is missing is told where the invoice stands.
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as PDF' }).click()])
  expect(download.suggestedFilename()).toBe('Tax invoice V-31.pdf')
  const text = await textOf(await download.path())
  for (const said of ['Tax invoice V-31', 'Volt Electrical', '9 Main Road, Mowbray', 'VAT number 4123456789', 'Thandi Nkosi', 'Gate motor, fitted', 'R 6 000,00', 'R 900,00', 'R 6 900,00', '62 0000 4471']) {
    expect(text, said).toContain(said)
  }

  // By the link the provider has the same; the quote shows the signature.
  await volt.getByRole('link', { name: 'Print or save as PDF' }).first().click()
  await expect(volt.getByRole('img', { name: 'Signature of Thandi Nkosi' })).toBeVisible()
  const [theirs] = await Promise.all([volt.waitForEvent('download'), volt.getByRole('button', { name: 'Save as PDF' }).click()])
  expect(await textOf(await theirs.path())).toContain('Signed by Thandi Nkosi')
  await context.close()

  // What is owed stands on the statement.
  await thandi.go('/papers')
  await page.getByRole('link', { name: 'Volt Electrical' }).click()
  await expect(page.getByRole('heading', { name: 'Statement', exact: true })).toBeVisible()
  await expect(page.getByText(`Invoice V-31 · ${title}`)).toBeVisible()
  await hasNoFindings(page)
})
