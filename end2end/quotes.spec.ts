// Asking for quotes: a fault becomes a request to three firms, each answers by a link of their own, the quotes are compared, and one is chosen. What follows
// a decision is told in portal.spec.ts.

import { expect, type Browser, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

type Server = ConstructorParameters<typeof Person>[1]

/** How long one side may wait for what the other wrote: by a link the page asks every fifteen seconds. */
const SOON = { timeout: 60_000 }

/** A tradesperson among the contacts of the home. */
async function addContact(person: Person, name: string): Promise<void> {
  const { page } = person
  await person.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

/** What is offered: what each line says and costs, the last of which may be left out. */
interface Offer {
  firm: string
  lines: [string, string][]
  options?: boolean
  registered?: { body: string; number: string; until: string }
}

/** A firm opens its link on a phone and sends its quote. */
async function quoted(browser: Browser, server: Server, address: string, offer: Offer): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.getByRole('link', { name: 'Write the quote' }).click()
  if (offer.options === true) await page.getByRole('switch', { name: /^Offer good, better and best/ }).check()
  for (const [at, [what, price]] of offer.lines.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Add a line' }).click()
    const line = page.getByRole('group', { name: `Line ${at + 1}`, exact: true })
    await line.getByLabel('What you do or supply').fill(what)
    await line.getByLabel('Price for one').fill(price)
    const option = /, (Good|Better)$/.exec(what)?.[1]
    if (option !== undefined) await line.getByLabel('Belongs to').selectOption(option)
    if (what === 'Drip tray alarm') await line.getByRole('switch', { name: 'The client may leave this line out' }).check()
  }
  await page.getByLabel('Name of the firm').fill(offer.firm)
  if (offer.registered !== undefined) {
    const { body, number, until } = offer.registered
    await page.locator('summary').filter({ hasText: 'Your firm' }).click()
    await page.getByRole('button', { name: 'Add a registration' }).click()
    const one = page.getByRole('group', { name: 'Registration 1', exact: true })
    await one.getByLabel('Registered with').fill(body)
    await one.getByLabel('Registration number').fill(number)
    await one.getByLabel(/^Valid until/).fill(until)
  }
  await page.getByRole('button', { name: 'Send the quote' }).click()
  await expect(page.getByText('The client decides on your quote.')).toBeVisible()
  return page
}

test('a fault goes to three plumbers, their quotes are compared, one is chosen and the others are told', async ({ page, server, browser }) => {
  test.setTimeout(150_000)
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('3 Quote Street')
  await thandi.go('/portal')
  await expect(page.getByText('No requests yet')).toBeVisible()
  const firms = ['Ann’s Plumbing', 'Boland Plumbers', 'Cape Geysers']
  for (const firm of firms) await addContact(thandi, firm)
  await thandi.addEntry({ title: 'Geyser drips', kind: 'Fault' })
  await thandi.go('/faults')
  await page.getByRole('link', { name: 'Geyser drips' }).click()
  await page.getByRole('link', { name: 'Ask for a quote' }).click()
  await expect(page.getByLabel('What do you need?')).toHaveValue('Geyser drips')

  // Nobody is asked by accident, and what is known of them stands beside the question.
  await page.getByRole('button', { name: 'Make the request' }).click()
  await expect(page.getByText('Choose at least one contact.')).toBeVisible()
  for (const firm of firms) await page.getByRole('checkbox', { name: firm }).check()
  await expect(page.getByText('Cape Geysers: no finished job by this portal yet.')).toBeVisible()
  await hasNoFindings(page)
  await page.getByRole('button', { name: 'Make the request' }).click()
  for (const firm of firms) await expect(page.getByRole('heading', { name: `Link for ${firm}` })).toBeVisible()
  const linkOf = async (firm: string): Promise<string> => {
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: `Link for ${firm}` }) })
    return (await section.locator('.portal__link').textContent()) ?? ''
  }
  const links = [await linkOf('Ann’s Plumbing'), await linkOf('Boland Plumbers'), await linkOf('Cape Geysers')]
  expect(new Set(links).size).toBe(3)
  await page.getByRole('link', { name: 'To the portal' }).click()
  await expect(page.getByRole('heading', { name: 'Waiting for them' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Geyser drips' })).toHaveCount(3)

  // Each answers for themselves.
  const registered = { body: 'PIRB', number: '123/45', until: '2031-03-31' }
  const ann = await quoted(browser, server, links[0] ?? '', { firm: 'Ann’s Plumbing', lines: [['Replace the PRV', '1 400'], ['Labour', '900']] })
  const boland = await quoted(browser, server, links[1] ?? '', { firm: 'Boland Plumbers', lines: [['Replace the PRV', '1 250']] })
  const cape = await quoted(browser, server, links[2] ?? '', {
    firm: 'Cape Geysers',
    options: true,
    registered,
    lines: [['Labour', '600'], ['Valve, Good', '800'], ['Valve, Better', '1 100'], ['Drip tray alarm', '350']],
  })

  // Three decisions wait on the home screen; side by side a line that one does not name is a dash.
  await thandi.go('/')
  await expect(page.getByRole('link', { name: 'Geyser drips' }).filter({ visible: true })).not.toHaveCount(0, SOON)
  await expect(page.getByText('A quote to decide')).toHaveCount(3, SOON)
  await page.getByRole('link', { name: 'Look', exact: true }).first().click()
  await page.getByRole('link', { name: 'Compare the quotes' }).click()
  const table = page.getByRole('table', { name: 'Quotes side by side' })
  const valve = table.getByRole('row').filter({ hasText: 'Replace the PRV' })
  for (const cell of [/1\s?400/, /1\s?250/, /–/]) await expect(valve).toContainText(cell)
  const total = table.getByRole('row').filter({ hasText: 'Total with VAT' })
  for (const cell of [/2\s?300/, /1\s?250/, /Better R\s?1\s?700/]) await expect(total).toContainText(cell)
  await hasNoFindings(page)

  // A word of the trade is explained where it stands.
  await page.getByRole('link', { name: /^Ann’s Plumbing: / }).click()
  const term = page.locator('.portal__term').filter({ hasText: 'PRV' })
  await term.locator('summary').click()
  await expect(term.getByText(/Keeps municipal pressure/)).toBeVisible()

  // What a firm says of itself is looked up before it is believed.
  await page.getByRole('link', { name: 'Compare the quotes' }).click()
  await page.getByRole('link', { name: /^Cape Geysers: / }).click()
  await expect(page.getByText('They say so', { exact: true })).toBeVisible()
  await page.locator('summary').filter({ hasText: 'I have looked it up' }).click()
  await page.getByLabel('How did you check?').fill('On the site of the PIRB')
  await page.getByLabel('Your name', { exact: true }).fill('Thandi Nkosi')
  await page.getByRole('button', { name: 'It holds' }).click()
  await expect(page.getByText('Looked up: it holds')).toBeVisible()
  await expect(page.getByText(/Thandi Nkosi, .*: On the site of the PIRB/)).toBeVisible()
  await hasNoFindings(page)

  // One option and one line that may be left out are approved; the others are told with one tap.
  await page.getByRole('radio', { name: 'Better' }).check()
  await page.getByRole('switch', { name: 'Drip tray alarm' }).check()
  await page.getByLabel('Your full name, as a signature').fill('Thandi Nkosi')
  await page.getByRole('button', { name: /^Approve R\s?2\s?050/ }).click()
  await expect(page.getByText('Approved by Thandi Nkosi')).toBeVisible()
  await page.getByRole('button', { name: 'Tell the 2 others that you chose this quote' }).click()
  await expect(page.getByText('They are told')).toBeVisible()
  // Only one stands, and the pages of the others say which.
  await page.getByRole('link', { name: 'Compare the quotes' }).click()
  await page.getByRole('link', { name: /^Ann’s Plumbing: / }).click()
  await expect(page.getByText(/^You approved a quote of Cape Geysers to this request/)).toBeVisible()
  for (const other of [ann, boland]) {
    await expect(other.getByText('Declined', { exact: true })).toBeVisible(SOON)
    await expect(other.getByText(/We chose another quote/)).toBeVisible()
  }
  await expect(cape.getByText('Your quote is approved. Say when you come.')).toBeVisible(SOON)
  await expect(cape.getByText('Looked up by the client: it holds')).toBeVisible(SOON)
})
