// Something breaks: written down in two taps without a signal, reported by a label without an account, and what becomes of it.

import { expect, type Browser, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

type Server = ConstructorParameters<typeof Person>[1]

/** A photo of one pixel. */
const PHOTO = {
  name: 'ceiling.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
}

/** Writes a geyser down, with its emergency card. */
async function addGeyser(page: Page, person: Person): Promise<void> {
  await person.go('/systems/new?type=geyser&card')
  await page.getByLabel('What do you call it?').fill('Main geyser')
  await page.getByLabel('Where does it shut off?').fill('Red handle at the trapdoor')
  await page.getByLabel(/^What to do first/).fill('Breaker 7 off.\nQuarter turn at the handle.')
  await page.getByLabel(/^24-hour number/).fill('086 555 0124')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Main geyser', level: 1 })).toBeVisible()
}

/** Makes the label of the geyser, and lets others report by it; its token. */
async function opensLabel(page: Page, person: Person, name: string): Promise<string> {
  await person.go('/labels')
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Print 1 label' }).click()
  await expect(page.getByRole('img', { name: 'Code of Main geyser' })).toBeVisible()
  await person.isSynced()
  await page.getByRole('switch', { name: 'Others may report faults by these labels' }).check()
  await page.getByText('What strangers read on the page of a label').click()
  await page.getByLabel(/^Main geyser is called/).fill(name)
  await page.getByRole('button', { name: 'Keep these names' }).click()
  await expect(page.getByText('Kept', { exact: true })).toBeVisible()
  return await page.evaluate(async () => {
    const homes = await (await fetch('/api/spaces')).json()
    const pulled = await (await fetch(`/api/spaces/${homes[0].space}/pull`)).json()
    const label = pulled.records.find((record: { kind: string; body: { replaced?: boolean } }) => record.kind === 'label' && record.body.replaced !== true)
    return label.body.token
  })
}

/** Scans a label in a browser that knows nothing of the home. */
async function scans(browser: Browser, server: Server, token: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin })
  const page = await context.newPage()
  await page.goto(`/q#${token}`)
  return page
}

test('a fault is written down in two taps without a signal, and keeps its photos all the way', async ({ page, server, context }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('1 Fault Street')
  await addGeyser(page, thandi)
  await thandi.isKept()
  // What writing takes is fetched while there is a signal.
  await page.waitForTimeout(2_500)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Report a fault' }).click()
  await expect(page.getByRole('radio', { name: 'Fault', exact: true })).toBeChecked()
  await page.getByLabel('From the gallery').setInputFiles(PHOTO)
  await expect(page.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: /Main geyser/, level: 1 })).toBeVisible()

  await page.getByRole('link', { name: 'Task, repair, claim' }).click()
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Make a task' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a task' }).click()
  await expect(page.getByText('The task is on the list')).toBeVisible()
  await expect(page.getByRole('link', { name: /Main geyser/ }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Log the repair' }).click()
  await page.getByLabel('In a few words').fill('Valve replaced')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Photos of the fault' })).toBeVisible()
  await thandi.go('/faults')
  await expect(page.getByText('Settled').first()).toBeVisible()
  await hasNoFindings(page)
  await context.setOffline(false)
})

test('a fault is settled without work, with a reason', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('2 Fault Street')
  await thandi.addEntry({ title: 'Gate hums', kind: 'Fault' })
  await page.getByRole('link', { name: 'Task, repair, claim' }).click()
  await page.getByRole('button', { name: 'Settle without work' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Settle without work' }).click()
  await expect(dialog.getByText('Please fill this in.')).toBeVisible()
  await dialog.getByLabel('Why is there nothing to do?').fill('It was the neighbour’s gate.')
  await dialog.getByRole('button', { name: 'Settle without work' }).click()
  await expect(page.getByRole('link', { name: 'No work needed: Gate hums' })).toBeVisible()
})

test('somebody without an account reports a fault by a label, and the owner takes it into the logbook', async ({ page, server, browser }) => {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('3 Fault Street')
  await addGeyser(page, thandi)
  const token = await opensLabel(page, thandi, 'Geyser')

  const lerato = await scans(browser, server, token)
  await expect(lerato.getByRole('heading', { name: 'Report a fault here' })).toBeVisible()
  await expect(lerato.getByText('Geyser', { exact: true })).toBeVisible()
  const shown = (await lerato.locator('body').textContent()) ?? ''
  expect(shown).not.toContain('Fault Street')
  expect(shown).not.toContain('Main geyser')
  expect(lerato.url()).not.toContain(token)
  await hasNoFindings(lerato)
  await lerato.getByLabel('What is wrong?').fill('Water drips through the ceiling')
  await lerato.getByLabel('Take a photo').setInputFiles(PHOTO)
  await expect(lerato.getByRole('button', { name: /Remove/ })).toBeVisible()
  await lerato.getByLabel(/^Your name/).fill('Lerato, next door')
  await lerato.getByLabel(/^Your number/).fill('082 555 0100')
  await lerato.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(lerato.getByText('Thank you. It was sent.')).toBeVisible()

  await thandi.go('/shares/sent')
  await expect(page.getByText('Lerato, next door, by the label on the system')).toBeVisible()
  await expect(page.getByText('Can be reached at 082 555 0100.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it into the logbook' }).click()
  await expect(page.getByText('It is in the logbook now')).toBeVisible()
  await thandi.go('/faults')
  await page.getByRole('link', { name: 'Water drips through the ceiling' }).click()
  await expect(page.getByRole('heading', { name: 'Water drips through the ceiling', level: 1 })).toBeVisible()
  await lerato.context().close()

  // Switched off again, the label leads nowhere.
  await thandi.go('/labels')
  await page.getByRole('switch', { name: 'Others may report faults by these labels' }).uncheck()
  await expect(page.getByText('What strangers read on the page of a label')).toHaveCount(0)
  const other = await scans(browser, server, token)
  await expect(other.getByText('This label belongs to a home that is not on this device')).toBeVisible()
  await other.context().close()
})

test('the emergency card is there without a signal, one tap from the home screen', async ({ page, server, context }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('4 Fault Street')
  await addGeyser(page, thandi)
  await thandi.isKept()
  await thandi.go('/')
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: 'Emergency cards' }).click()
  await expect(page.getByRole('heading', { name: 'In an emergency', level: 1 })).toBeVisible()
  await expect(page.getByText('Red handle at the trapdoor')).toBeVisible()
  await expect(page.getByText('Quarter turn at the handle.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call 086 555 0124' })).toHaveAttribute('href', 'tel:0865550124')
  await hasNoFindings(page)
  await context.setOffline(false)
})

test('a claim pack says what there is and what is missing', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('5 Fault Street')
  await addGeyser(page, thandi)
  await page.getByRole('link', { name: 'Report a fault' }).click()
  await page.getByLabel('In a few words').fill('Geyser burst')
  await page.getByLabel('From the gallery').setInputFiles(PHOTO)
  await expect(page.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: 'Task, repair, claim' }).click()
  await page.getByRole('link', { name: 'Claim pack' }).click()
  await expect(page.getByRole('heading', { name: /^Geyser burst/ })).toBeVisible()
  await expect(page.getByText('No policy: add it as a document of the type Insurance.')).toBeVisible()
  await expect(page.getByText('A certificate from before the damage: ask whoever installed it.')).toBeVisible()
  await expect(page.getByText('A photo of the damage: take it before anything is moved.')).toHaveCount(0)
  await expect(page.getByText(/Prescribed Management Rules 31\(1\)/)).toBeVisible()
  await hasNoFindings(page)
})
