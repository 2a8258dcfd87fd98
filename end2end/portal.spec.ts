// The portal between two browsers: an owner with an account, and a tradesperson who has nothing but the link of the job.

import { expect, type Browser, type Locator, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

type Server = ConstructorParameters<typeof Person>[1]

/** A photo of one pixel. */
const PHOTO = {
  name: 'valve.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
}

/** How long one side may wait for what the other wrote: by a link the page asks every fifteen seconds. */
const SOON = { timeout: 60_000 }

/** An owner with an account and a contact, who asks that contact; the address of the link. */
async function asked(page: Page, server: Server, firm: string, title: string): Promise<[Person, string]> {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('1 Portal Street')
  await thandi.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill(firm)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).not.toHaveURL(/new$/)
  await thandi.isSynced()
  await thandi.go('/portal/new')
  await page.getByLabel('What do you need?').fill(title)
  await page.getByRole('checkbox', { name: firm }).check()
  await page.getByLabel(/^Your name/).fill('Thandi Nkosi')
  await page.getByRole('button', { name: 'Make the request' }).click()
  await expect(page.getByRole('heading', { name: `Link for ${firm}` })).toBeVisible()
  return [thandi, (await page.locator('.portal__link').textContent()) ?? '']
}

/** Opens a link in a browser of its own, on a phone. */
async function opened(browser: Browser, server: Server, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const visitor = await context.newPage()
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  return visitor
}

/** The boxes of a line. */
function line(page: Page, number: number): Locator {
  return page.getByRole('group', { name: `Line ${number}`, exact: true })
}

/** Fills in a line: what, and what one costs. */
async function fillLine(page: Page, number: number, what: string, price: string): Promise<void> {
  await line(page, number).getByLabel('What you do or supply').fill(what)
  await line(page, number).getByLabel('Price for one').fill(price)
}

test('a job by link, from the request to the payment, stands in the logbook of the home', async ({ page, server, browser }) => {
  test.setTimeout(180_000)
  const title = 'Geyser valve drips'
  const [thandi, address] = await asked(page, server, 'Dlamini Plumbing', title)

  // The request, and one button.
  const sipho = await opened(browser, server, address)
  await expect(sipho.getByRole('heading', { name: title, level: 1 }).first()).toBeVisible()
  await expect(sipho.getByText('The client waits for your quote.')).toBeVisible()
  await hasNoFindings(sipho)
  await sipho.getByRole('link', { name: 'Write the quote' }).click()

  // A quote with two options and a line that may be left out.
  await sipho.getByRole('switch', { name: /^Offer good, better and best/ }).check()
  await fillLine(sipho, 1, 'Call-out and labour', '650')
  await sipho.getByRole('button', { name: 'Add a line' }).click()
  await fillLine(sipho, 2, 'Valve, one year', '900')
  await line(sipho, 2).getByLabel('Belongs to').selectOption('Good')
  await sipho.getByRole('button', { name: 'Add a line' }).click()
  await fillLine(sipho, 3, 'Valve, five years', '1 400')
  await line(sipho, 3).getByLabel('Belongs to').selectOption('Better')
  await sipho.getByRole('button', { name: 'Add a line' }).click()
  await fillLine(sipho, 4, 'Drip tray alarm', '350')
  await line(sipho, 4).getByLabel('Belongs to').selectOption('Every option')
  await line(sipho, 4).getByRole('switch', { name: 'The client may leave this line out' }).check()
  await expect(sipho.getByText('Total, Better')).toBeVisible()

  // Left in the middle, it goes on where it was.
  await sipho.getByRole('link', { name: 'Cancel' }).first().click()
  await sipho.getByRole('link', { name: 'Write the quote' }).click()
  await expect(sipho.getByText('You go on where you were')).toBeVisible()
  await expect(line(sipho, 4).getByLabel('What you do or supply')).toHaveValue('Drip tray alarm')
  await hasNoFindings(sipho)

  // Who offers has to say so.
  await sipho.getByRole('button', { name: 'Send the quote' }).click()
  await expect(sipho.getByLabel('Name of the firm')).toHaveAttribute('aria-invalid', 'true')
  await sipho.getByLabel('Name of the firm').fill('Dlamini Plumbing')
  await sipho.getByRole('button', { name: 'Send the quote' }).click()
  await expect(sipho.getByText('The client decides on your quote.')).toBeVisible()

  // The owner picks the better option and the alarm.
  await thandi.go('/portal')
  await expect(page.getByText('A quote to decide')).toBeVisible(SOON)
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('radio', { name: 'Better' }).check()
  await page.getByRole('switch', { name: 'Drip tray alarm' }).check()
  await page.getByLabel('Your full name, as a signature').fill('Thandi Nkosi')
  await page.getByRole('button', { name: /^Approve R\s?2\s?400/ }).click()
  await expect(page.getByText('Approved by Thandi Nkosi')).toBeVisible()

  // When one comes; from the gate on without a signal, where more turns up.
  await expect(sipho.getByText('Your quote is approved. Say when you come.')).toBeVisible(SOON)
  await sipho.getByRole('link', { name: 'Say when you come' }).first().click()
  await sipho.getByRole('button', { name: 'Save', exact: true }).click()
  await sipho.getByRole('button', { name: 'I am on my way' }).click()
  await expect(sipho.getByRole('button', { name: 'I have arrived' })).toBeVisible()
  await sipho.waitForLoadState('networkidle')
  await sipho.context().setOffline(true)
  await sipho.getByRole('button', { name: 'I have arrived' }).click()
  await sipho.getByRole('link', { name: 'Something more turned up' }).click()
  await sipho.getByLabel('What turned up').fill('Pipe is rusted through')
  await fillLine(sipho, 1, 'Two metres of copper pipe', '480')
  await sipho.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(sipho.getByText('Kept on this device until it is sent')).toBeVisible()
  await sipho.context().setOffline(false)
  await expect(sipho.getByText('Kept on this device until it is sent')).toHaveCount(0, SOON)
  await expect(page.getByText('Pipe is rusted through')).toBeVisible(SOON)
  await page.getByRole('button', { name: /^Approve R\s?480/ }).click()
  await expect(sipho.getByText('The job is agreed. Write the job record when it is done.')).toBeVisible(SOON)
  const extra = sipho.locator('.trade__paper').filter({ hasText: 'Pipe is rusted through' })
  await expect(extra.getByText('Approved', { exact: true })).toBeVisible(SOON)

  // The job record in fewer than fifteen taps; what is typed is no tap, its box is.
  let taps = 0
  const tap = async (what: Locator): Promise<void> => {
    taps += 1
    await what.click()
  }
  const type = async (what: Locator, text: string): Promise<void> => {
    await tap(what)
    await what.fill(text)
  }
  await tap(sipho.getByRole('link', { name: 'Write the job record' }).first())
  await expect(sipho.getByRole('checkbox', { name: 'Valve, five years' })).toBeChecked()
  await expect(sipho.getByRole('checkbox', { name: 'Two metres of copper pipe' })).toBeChecked()
  taps += 1
  await sipho.getByRole('group', { name: /^Photos after/ }).getByLabel('Choose a file').setInputFiles(PHOTO)
  await expect(sipho.getByRole('button', { name: 'Remove valve.png' })).toBeVisible()
  await tap(sipho.locator('summary').filter({ hasText: 'Parts fitted' }))
  await tap(sipho.getByRole('button', { name: 'Add a part' }))
  const part = sipho.getByRole('group', { name: 'Part 1', exact: true })
  await type(part.getByLabel('What it is'), 'Pressure valve')
  await type(part.getByLabel(/^Serial number/), 'PV-2291')
  await type(part.getByLabel(/^Maker’s warranty/), '60')
  await type(sipho.getByLabel(/^Time on the job/), '90')
  taps += 1
  await sipho.getByLabel(/^Which certificate\?/).selectOption('geyser')
  await type(sipho.getByLabel(/^Number on the certificate/), 'IOPSA 4471')
  await tap(sipho.getByRole('radio', { name: '1 year' }))
  await tap(sipho.getByRole('button', { name: 'Finish the job' }))
  expect(taps).toBeLessThan(15)
  await expect(sipho.getByText('The job is finished. Send the invoice.')).toBeVisible()

  // It writes itself into the logbook, as far as the owner wants it to.
  await expect(page.getByRole('heading', { name: 'Into the logbook' })).toBeVisible(SOON)
  await expect(page.getByText('Entry: Geyser valve drips')).toBeVisible()
  await expect(page.getByRole('switch', { name: /^Part with its serial number: Pressure valve PV-2291/ })).toBeChecked()
  await expect(page.getByRole('switch', { name: /^Certificate: IOPSA 4471/ })).toBeChecked()
  await expect(page.getByRole('switch', { name: /^Next service:/ })).toBeChecked()
  await page.getByRole('button', { name: 'It is done' }).click()
  // Its photos go from the deal into the home on the server: nothing is fetched for that, and nothing sent again.
  const carried: string[] = []
  page.on('request', (request) => {
    if (/\/files\/[0-9a-f]{64}(\?|$)/.test(request.url())) carried.push(`${request.method()} ${request.url()}`)
  })
  await page.getByRole('button', { name: /^Take .* into the logbook$/ }).click()
  await expect(page.getByText('This job stands in the logbook').first()).toBeVisible()
  await thandi.isSynced()
  expect(carried).toEqual([])

  // The invoice holds what was approved; more than that is seen by both before anything is paid.
  await sipho.getByRole('link', { name: 'Write the invoice' }).first().click()
  await expect(sipho.getByText('Nothing is above what the client approved')).toBeVisible()
  await sipho.getByRole('button', { name: 'Send the invoice' }).click()
  await expect(sipho.getByLabel('Invoice number')).toHaveAttribute('aria-invalid', 'true')
  await sipho.getByLabel('Invoice number').fill('INV 17')
  await sipho.locator('summary').filter({ hasText: /^Lines/ }).click()
  await line(sipho, 1).getByLabel('Price for one').fill('800')
  await expect(sipho.getByText(/R\s?150(,00)? above what the client approved/)).toBeVisible()
  await hasNoFindings(sipho)
  await sipho.getByRole('button', { name: 'Send the invoice' }).click()
  await expect(sipho.getByText('Invoice INV 17')).toBeVisible()
  await expect(page.getByText('Invoice INV 17')).toBeVisible(SOON)
  await expect(page.getByText(/R\s?150(,00)? above what you approved/)).toBeVisible()
  await expect(page.getByText(/section 15\(4\)/)).toBeVisible()
  await page.getByRole('button', { name: 'I have paid' }).click()
  await expect(page.getByText('The payment is recorded')).toBeVisible()
  const invoice = sipho.locator('.trade__paper').filter({ hasText: 'Invoice INV 17' })
  await expect(invoice.getByText('Paid', { exact: true })).toBeVisible(SOON)

  // What it was worth: marks and words, answered once.
  await page.getByRole('group', { name: 'The work itself' }).getByRole('radio', { name: '5', exact: true }).check()
  await page.getByLabel(/^In your words/).fill('Dry at last, and a clean roof space.')
  await page.getByRole('button', { name: 'Leave the review' }).click()
  await expect(sipho.getByText('Dry at last, and a clean roof space.')).toBeVisible(SOON)
  await sipho.getByLabel('Your answer').fill('Thank you, Thandi.')
  await sipho.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Answer of Dlamini Plumbing' })).toBeVisible(SOON)
  await hasNoFindings(page)

  // A photo opens large on the client's side.
  await page.getByRole('button', { name: 'Show valve.png large' }).first().click()
  await expect(page.getByRole('dialog', { name: 'valve.png' }).getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')

  // A neighbour asks for somebody good, and is told of the firm and nothing of the home.
  await page.getByRole('button', { name: 'Recommend them to a neighbour' }).click()
  await expect(page.getByLabel('What do you say of them?')).toHaveValue('Dry at last, and a clean roof space.')
  await hasNoFindings(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const given = (await page.locator('.share__address').textContent()) ?? ''
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const neighbour = await context.newPage()
  await neighbour.goto(given)
  await neighbour.getByRole('button', { name: 'Open it' }).click()
  await expect(neighbour.getByRole('heading', { name: 'Dlamini Plumbing' }).first()).toBeVisible()
  await expect(neighbour.getByText('Dry at last, and a clean roof space.')).toBeVisible()
  await expect(neighbour.getByText(/R\s?\d/)).toHaveCount(0)
  await context.close()

  // The tradesperson goes; the job stays.
  await sipho.context().close()
  await thandi.seesEntry(title)
  await page.getByRole('link', { name: title }).click()
  await expect(page.locator('img.photo__image').first()).toBeVisible()
  await thandi.go('/print?sections=requests')
  const told = page.getByRole('row').filter({ hasText: title })
  await expect(told).toContainText('approved by Thandi Nkosi')
  await expect(told).toContainText('above what was approved')
})

test('a quote that the client wants changed is written anew, and what both said stays with the job', async ({ page, server, browser }) => {
  test.setTimeout(120_000)
  const title = 'Repaint the front door'
  const [thandi, address] = await asked(page, server, 'Kleur Painters', title)
  const anna = await opened(browser, server, address)

  // A question first.
  await anna.getByLabel('Your message').fill('Which colour is it now?')
  await anna.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(anna.getByRole('listitem').filter({ hasText: 'Which colour is it now?' })).toBeVisible()
  await anna.getByRole('link', { name: 'Write the quote' }).click()
  await fillLine(anna, 1, 'Sand, prime and paint', '1 900')
  await anna.getByLabel('Name of the firm').fill('Kleur Painters')
  await anna.getByRole('button', { name: 'Send the quote' }).click()

  await thandi.go('/portal')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByText('Which colour is it now?')).toBeVisible(SOON)

  // The answer is a photo, sent without a signal: it waits with its words, goes along when there is one, and opens large on the other side.
  await page.getByRole('group', { name: /^Photos/ }).getByLabel('Choose a file').setInputFiles({ ...PHOTO, name: 'door.png' })
  await expect(page.getByRole('button', { name: 'Remove door.png' })).toBeVisible()
  await page.context().setOffline(true)
  await page.getByLabel('Write a message').fill('Green, as here.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const answer = page.getByRole('listitem').filter({ hasText: 'Green, as here.' })
  await expect(answer.getByText(/waits to be sent/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove door.png' })).toHaveCount(0)
  await page.context().setOffline(false)
  await expect(answer.getByText(/waits to be sent/)).toHaveCount(0, SOON)
  await anna.getByRole('button', { name: 'Show door.png large' }).click(SOON)
  await expect(anna.getByRole('dialog', { name: 'door.png' }).getByRole('img')).toBeVisible()
  await anna.keyboard.press('Escape')
  await page.getByLabel('Your full name, as a signature').fill('Thandi Nkosi')
  await page.getByLabel(/^What should be different/).fill('Please leave the frame out.')
  await page.getByRole('button', { name: 'Ask for a change' }).click()

  // The next version begins with the last one, and the firm is remembered.
  await expect(anna.getByText('The client asks for a change of your quote.')).toBeVisible(SOON)
  await expect(anna.getByText('Thandi Nkosi: Please leave the frame out.')).toBeVisible()
  await anna.getByRole('link', { name: 'Write a new version' }).first().click()
  await expect(line(anna, 1).getByLabel('What you do or supply')).toHaveValue('Sand, prime and paint')
  await expect(anna.getByLabel('Name of the firm')).toHaveValue('Kleur Painters')
  await line(anna, 1).getByLabel('Price for one').fill('1 500')
  await anna.getByRole('button', { name: 'Send the quote' }).click()
  await expect(anna.getByText('Replaced', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Approve R\s?1\s?500/ })).toBeVisible(SOON)

  // Another device of the home ends it: all who look at it are told.
  const deal = new URL(page.url()).pathname.split('/').pop() ?? ''
  const status = await page.evaluate(async (address) => {
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'null' })
    return answer.status
  }, `/api/spaces/${deal}/end`)
  expect(status).toBe(204)
  await expect(page.getByText('This request has ended')).toBeVisible(SOON)
  await anna.getByLabel('Your message').fill('Shall I begin on Monday?')
  await anna.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(anna.getByText('This job, or the link to it, was ended')).toBeVisible(SOON)
})
