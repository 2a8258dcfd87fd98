// What is ahead: from what a system usually needs to the plan and to the completed entry; putting off and leaving out; one round done on two devices without signal.

import { type Browser, expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { newEmail, Person } from './person.ts'
import { type Server, test } from './server.ts'

const TODAY = '2026-11-27T09:00:00+02:00'

/** Writes a system down by its name and its sort. */
async function addSystem(person: Person, name: string, sort: string): Promise<void> {
  await person.go(`/systems/new?type=${sort}`)
  await person.page.getByLabel('What do you call it?').fill(name)
  await person.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(person.page.getByRole('heading', { name, exact: true, level: 1 }).filter({ visible: true }).first()).toBeVisible()
}

/** Writes down a task that comes round every twelve months after it was done. */
async function addTask(person: Person, title: string, due: string): Promise<void> {
  const { page } = person
  await person.go('/tasks/new')
  await page.getByLabel('What is to be done?').fill(title)
  await page.getByLabel('By when?').fill(due)
  await page.getByLabel('How often?').selectOption({ label: 'Every so many months' })
  await page.getByLabel('How many?').fill('12')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('every 12 months after it was done')).toBeVisible()
}

/** Another device: a browser that shares nothing with the first. */
async function device(browser: Browser, server: Server): Promise<Person> {
  const context = await browser.newContext({ baseURL: server.origin })
  return new Person(await context.newPage(), server)
}

/** Opens a task by its title from the plan. */
async function openTask(person: Person, title: string): Promise<void> {
  await person.go('/plan')
  await person.page.locator('.row__title').filter({ hasText: title }).first().click()
  await expect(person.page.getByRole('link', { name: 'Mark as done' })).toBeVisible()
}

test('what a geyser usually needs goes into the plan with its source, and into the logbook when it is done', async ({ page, server }) => {
  await page.clock.setFixedTime(TODAY)
  const thandi = new Person(page, server)
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await thandi.go('/plan')
  await expect(page.getByRole('heading', { name: 'Nothing planned yet' })).toBeVisible()
  await addSystem(thandi, 'Main geyser', 'geyser')
  await page.getByRole('link', { name: 'What it usually needs' }).click()

  const proposal = page.locator('.row').filter({ hasText: 'Have the geyser serviced' })
  await expect(proposal).toContainText('every 12 months after it was done')
  await expect(proposal).toContainText('Source: Property24 24421 (Addsure): every 12 to 18 months')
  await expect(page.locator('.row').filter({ hasText: 'Look at the geyser' })).toContainText('trade experience, no source')
  await hasNoFindings(page, 'what is proposed')
  await proposal.getByRole('button', { name: 'Add to the plan' }).click()
  await expect(page.getByText('In your plan: Have the geyser serviced')).toBeVisible()
  await expect(page.getByText('Have the geyser serviced', { exact: true })).toHaveCount(0)
  // The keyboard goes on with the proposal that moved up.
  await expect(page.getByRole('button', { name: 'Add to the plan' }).and(page.locator(':focus'))).toHaveCount(1)

  await page.getByRole('link', { name: 'Plan', exact: true }).filter({ visible: true }).first().click()
  const line = page.locator('.row').filter({ hasText: 'Have the geyser serviced' })
  await expect(line).toContainText('due 27 December 2026')
  await expect(line).toContainText('Source: Property24 24421 (Addsure)')
  await expect(page.getByRole('table', { name: 'The year ahead' }).getByRole('row', { name: /December 2026/ })).toContainText('Have the geyser serviced')
  await expect(page.getByRole('table', { name: 'The next 10 years' }).getByRole('row')).toHaveCount(10)
  await hasNoFindings(page, 'the plan')

  await openTask(thandi, 'Have the geyser serviced')
  await expect(page.getByText('Ask a plumber who is registered with the PIRB.')).toBeVisible()
  await hasNoFindings(page, 'a task')
  await page.getByRole('link', { name: 'Mark as done' }).click()
  await page.getByLabel(/^Cost/).fill('1850')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved in the logbook. Due again 27 November 2027')).toBeVisible()
  await thandi.seesEntry('Have the geyser serviced')

  await openTask(thandi, 'Have the geyser serviced')
  await expect(page.getByText('due 27 November 2027').first()).toBeVisible()
  await expect(page.getByText('what you paid the last times')).toBeVisible()
})

test('a round is put off and left out with a reason, and both are taken back', async ({ page, server }) => {
  await page.clock.setFixedTime(TODAY)
  const sipho = new Person(page, server)
  await sipho.startLogbook('5 Langstraat-Noord')
  await addTask(sipho, 'Sweep the flue', '2026-11-01')
  await expect(page.getByText('since 1 November 2026')).toBeVisible()

  await page.getByRole('button', { name: 'Put off' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Until when?').fill('2027-01-15')
  await dialog.getByLabel('Why?').fill('Away until the new year')
  await dialog.getByRole('button', { name: 'Put off' }).click()
  await expect(page.getByText('Put off until 15 January 2027')).toBeVisible()
  await expect(page.getByText('due 15 January 2027').first()).toBeVisible()
  await expect(page.getByText('Away until the new year')).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('since 1 November 2026')).toBeVisible()

  await page.getByRole('button', { name: 'Leave out this time' }).click()
  await dialog.getByLabel('Why?').fill('No fire this winter')
  await dialog.getByRole('button', { name: 'Leave out this time' }).click()
  await expect(page.getByText('due 27 November 2027').first()).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('since 1 November 2026')).toBeVisible()
})

test('the task of a deleted system waits until that is restored, and goes to the one that takes its place', async ({ page, server }) => {
  await page.clock.setFixedTime(TODAY)
  const lerato = new Person(page, server)
  await lerato.startLogbook('22 Keurboom Road')
  await addSystem(lerato, 'Gate motor', 'gate_motor')
  await page.getByRole('link', { name: 'What it usually needs' }).click()
  await page.getByRole('button', { name: /^Add all/ }).click()
  await expect(page.getByText('All of it is in your plan.')).toBeVisible()
  await openTask(lerato, 'Have the gate motor serviced')
  const task = new URL(page.url()).pathname

  await lerato.go('/systems')
  await page.getByRole('link', { name: 'Gate motor' }).filter({ visible: true }).first().click()
  await page.getByRole('button', { name: 'More', exact: true }).filter({ visible: true }).last().click()
  const system = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.waitForURL('/systems')
  await lerato.go(task)
  await expect(page.getByText('Not due: its system is gone')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mark as done' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Restore the system' }).click()
  await expect(page.getByRole('link', { name: 'Mark as done' })).toBeVisible()

  await lerato.go(`${system}/replace`)
  await page.getByLabel('What do you call it?').fill('Sliding gate motor')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('What do you call it?')).toHaveCount(0)
  await lerato.go(task)
  await page.getByRole('button', { name: 'Let Sliding gate motor take it over' }).click()
  await expect(page.getByText('Sliding gate motor').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mark as done' })).toBeVisible()
})

test('one round done on two devices without signal counts once, and both notes are kept', async ({ page, context, browser, server }) => {
  const email = newEmail('naledi')
  const phone = new Person(page, server)
  await phone.startLogbook('9 Protea Avenue')
  await phone.signIn(email)
  await addTask(phone, 'Clean the gutters', '2026-11-01')

  // What was given to a member is found by them.
  await phone.go('/tasks/new')
  await page.getByLabel('What is to be done?').fill('Oil the gate')
  await page.getByLabel('By when?').fill('2026-12-05')
  await page.getByLabel(/^Who in the home sees to it\?/).selectOption({ label: email })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await phone.go('/plan')
  const planned = (title: string) => page.locator('.row__title').filter({ hasText: title })
  await expect(planned('Clean the gutters').first()).toBeVisible()
  await page.getByRole('group', { name: 'Filters' }).getByLabel('Who', { exact: true }).selectOption({ label: email })
  await expect(planned('Oil the gate').first()).toBeVisible()
  await expect(planned('Clean the gutters')).toHaveCount(0)
  await phone.isSynced()
  const tablet = await device(browser, server)
  await tablet.signIn(email)
  await tablet.seesHome('9 Protea Avenue')
  await openTask(phone, 'Clean the gutters')
  await openTask(tablet, 'Clean the gutters')

  const devices = [
    { person: phone, offline: context, note: 'Two brackets were loose' },
    { person: tablet, offline: tablet.page.context(), note: 'Leaves taken to the compost' },
  ]
  for (const { person, offline } of devices) {
    await person.isKept()
    await offline.setOffline(true)
  }
  for (const { person, note } of devices) {
    await person.page.getByRole('link', { name: 'Mark as done' }).click()
    await person.page.getByText('Who, parts, notes').click()
    await person.page.getByLabel(/^Notes/).fill(note)
    await person.page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(person.page.getByText(/^Saved in the logbook/)).toBeVisible()
  }
  for (const { offline } of devices) await offline.setOffline(false)
  for (const { person } of devices) await person.isSynced()

  for (const { person } of devices) {
    await openTask(person, 'Clean the gutters')
    await expect(person.page.getByText('2 people wrote this down; it counts once')).toBeVisible()
    for (const { note } of devices) await expect(person.page.getByText(note)).toBeVisible()
    await expect(person.page.locator('.section').filter({ hasText: 'Done before' }).locator('.count')).toHaveText('1')
  }
  await tablet.page.context().close()
})
