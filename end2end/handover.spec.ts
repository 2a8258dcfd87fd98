// A home changes hands between two accounts: whole, with its numbers, without what its seller keeps private.

import { expect, type Browser, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { type Server, startServer, test } from './server.ts'

/** Somebody with a browser of their own. */
async function somebody(browser: Browser, server: Server): Promise<Person> {
  return new Person(await (await browser.newContext({ baseURL: server.origin })).newPage(), server)
}

/** An owner with an account, and two entries, one of which cost something. */
async function owner(thandi: Person, home: string): Promise<Person> {
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook(home)
  await thandi.addEntry({ title: 'Geyser replaced', kind: 'Installation', cost: '12 500' })
  await thandi.addEntry({ title: 'Gutters cleaned', kind: 'Service' })
  await thandi.isSynced()
  return thandi
}

/** Offers the open home, with its costs kept private. */
async function offer(thandi: Person, home: string, email: string, hours: number): Promise<void> {
  const { page } = thandi
  await thandi.go('/settings')
  await page.getByRole('link', { name: 'Hand-over' }).click()
  await page.getByRole('link', { name: `Hand ${home} over` }).click()
  await expect(page.getByRole('heading', { name: 'First, keep an archive' })).toBeVisible()
  await page.getByLabel('E-mail of the buyer').fill(email)
  await page.getByRole('switch', { name: /^Names of people/ }).uncheck()
  await page.getByRole('switch', { name: /^Notes and messages/ }).uncheck()
  await expect(page.getByText('Stays private: 1 cost.')).toBeVisible()
  await expect(page.getByText(`either of you can stop it for ${hours} hours`)).toBeVisible()
  await page.getByLabel('A word to the buyer').fill('Look after the roses')
  await page.getByRole('button', { name: 'Offer it to the buyer' }).click()
  await expect(page.getByText('Waiting for the buyer')).toBeVisible()
}

/** Follows the mail, signs in with the address to which the home was offered, and accepts. */
async function accept(ben: Person, email: string): Promise<void> {
  const { page } = ben
  const [, link] = await ben.mail(email, /(http:\S+\/handover)/)
  await page.goto(link ?? '')
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByRole('heading', { name: 'Read your mail' })).toBeVisible()
  await page.getByLabel('Code').fill(await ben.code(email))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('A home is offered to you')).toBeVisible()
  await expect(page.getByText('Look after the roses')).toBeVisible()
  await page.getByRole('button', { name: 'Accept the home' }).click()
}

/** The records of the only home of who is signed in, with their numbers. */
async function numbers(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const [home] = (await (await fetch('/api/spaces')).json()) as { space: string }[]
    const pulled = (await (await fetch(`/api/spaces/${home?.space}/pull?after=0`)).json()) as { records: { id: string; rev: number }[] }
    return Object.fromEntries(pulled.records.map((record) => [record.id, record.rev]))
  })
}

test('a home is handed over whole, and its seller keeps nothing of it', async ({ browser }) => {
  test.setTimeout(120_000)
  const server = await startServer('--handover-hours', '0')
  const thandi = await owner(await somebody(browser, server), '3 Sale Street')
  const ben = await somebody(browser, server)
  const email = newEmail('ben')
  await offer(thandi, '3 Sale Street', email, 0)
  const before = await numbers(thandi.page)

  await accept(ben, email)
  await expect(ben.page.getByText('The home is yours').first()).toBeVisible()
  await expect(ben.page.getByText('Stays private: 1 cost.')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Open the home' }).click()
  await ben.seesHome('3 Sale Street')
  await ben.seesEntry('The home was handed over to its new owner')
  await ben.seesEntry('Gutters cleaned')
  await ben.page.getByRole('link', { name: 'Geyser replaced' }).click()
  await expect(ben.page.getByRole('heading', { name: 'Geyser replaced' })).toBeVisible()
  await expect(ben.page.getByText('12\u00a0500')).toHaveCount(0)
  const after = await numbers(ben.page)
  expect(after).toMatchObject(before)
  expect(Object.keys(after).length).toBe(Object.keys(before).length + 1)
  await ben.addEntry({ title: 'Moved in' })
  await ben.isSynced()

  // The seller's device has forgotten the home, and still tells what became of it.
  await thandi.page.goto('/')
  await expect(thandi.page.getByLabel('What do you call your home?')).toBeVisible({ timeout: 15_000 })
  await thandi.page.goto('/handover')
  await expect(thandi.page.getByText('Handed over').first()).toBeVisible()
  await expect(thandi.page.getByText(email).first()).toBeVisible()
  await ben.page.context().close()
  await thandi.page.context().close()
  server.stop()
})

test('either side may stop it while it waits, and nothing has changed then', async ({ browser, server }) => {
  test.setTimeout(90_000)
  const thandi = await owner(await somebody(browser, server), '4 Sale Street')
  const ben = await somebody(browser, server)
  const email = newEmail('ben')
  await offer(thandi, '4 Sale Street', email, 72)
  await accept(ben, email)
  await expect(ben.page.getByText('Accepted: it can still be stopped')).toBeVisible()
  await expect(ben.page.getByText('In 71 hours')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Stop the hand-over' }).click()
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Stop the hand-over' }).click()
  await expect(ben.page.getByText('You stopped it.')).toBeVisible()
  await ben.mail(email, /was stopped/)

  await thandi.page.goto('/handover')
  await expect(thandi.page.getByText('The buyer stopped it.')).toBeVisible()
  await thandi.seesEntry('Geyser replaced')
  await expect(thandi.page.getByText('12\u00a0500').first()).toBeVisible()
  await ben.page.context().close()
  await thandi.page.context().close()
})
