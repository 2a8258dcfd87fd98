// Guided set-up: what the house has from pictures, a card for each, leaving and going on later, all of it without a network.

import { readFileSync } from 'node:fs'

import { expect, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { test } from './server.ts'

/** A photo of 192 by 192 pixels. */
const PLATE = { name: 'plate.png', mimeType: 'image/png', buffer: readFileSync(new URL('../public/icons/icon-192.png', import.meta.url)) }

/** Presses the pictures of these systems and goes on to the first card. */
async function choose(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** The card of this system is open, and its heading has the focus. */
async function isAsked(page: Page, name: string, step: string): Promise<void> {
  await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toBeFocused()
  await expect(page.getByText(step, { exact: true })).toBeVisible()
}

const saveAndNext = (page: Page) => page.getByRole('button', { name: /^Save and (next|finish)$/ }).click()

test('five systems are set up offline, left in the middle, gone on with, and stand under Systems with their answers', async ({ page, context, server }) => {
  await page.clock.setFixedTime('2026-11-26T09:00:00+02:00')
  const thandi = new Person(page, server)
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await thandi.isKept()
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: 'Set up in five minutes' }).click()

  await expect(page.getByRole('heading', { name: 'What does your house have?' })).toBeVisible()
  await expect(page.getByText('None chosen yet')).toBeVisible()
  await hasNoFindings(page, 'the pictures')
  await choose(page, 'Geyser', 'Distribution board (DB)', 'Roof', 'Gate motor', 'Oven or hob')

  await isAsked(page, 'Geyser', 'System 1 of 5')
  await expect(page.getByText('Usually 8 to 12 years. Source: general trade knowledge, without a published source. Your own figure goes before it.')).toBeVisible()
  await hasNoFindings(page, 'a card')
  await page.getByLabel('Choose a file').setInputFiles(PLATE)
  await expect(page.getByRole('button', { name: 'Remove plate.png' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Make' }).click()
  await page.getByRole('option', { name: 'Kwikot' }).click()
  await page.getByRole('combobox', { name: 'Where is it?' }).click()
  await page.getByRole('option', { name: 'Roof space' }).click()
  await page.getByLabel('How exactly').selectOption({ label: 'Year' })
  await page.getByLabel('Year', { exact: true }).fill('2019')
  await page.getByLabel('Where is its shut-off valve, and where its isolator switch?').fill('Valve behind the bath')
  await page.getByLabel('How many litres?').fill('150 litres')
  await page.getByLabel('Is there a drip tray with a pipe to the outside?').fill('Yes, above the back door')
  await page.getByLabel(/^Expected life/).fill('10')
  await page.getByLabel('Where does your figure come from?').fill('The plumber')
  await saveAndNext(page)

  await isAsked(page, 'Distribution board (DB)', 'System 2 of 5')
  await page.getByLabel('Where is the board, and which is the main switch?').fill('In the passage, the red one')

  // Half a card is typed when the phone is put away: it is there when the page is opened again, however often.
  await thandi.go('/systems')
  await expect(page.getByRole('link', { name: 'Geyser' })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Set up several at once' }).click()
  await isAsked(page, 'Distribution board (DB)', 'System 2 of 5')
  await expect(page.getByLabel('Where is the board, and which is the main switch?')).toHaveValue('In the passage, the red one')
  await thandi.go('/')
  await page.reload()
  await page.getByRole('link', { name: 'Go on where you left' }).click()
  await expect(page.getByLabel('Where is the board, and which is the main switch?')).toHaveValue('In the passage, the red one')
  await saveAndNext(page)

  await isAsked(page, 'Roof', 'System 3 of 5')
  await saveAndNext(page)
  await isAsked(page, 'Gate motor', 'System 4 of 5')
  await page.getByRole('combobox', { name: 'Where is it?' }).fill('Back gate')
  await saveAndNext(page)
  await isAsked(page, 'Oven or hob', 'System 5 of 5')
  await saveAndNext(page)

  await expect(page.getByRole('heading', { name: '5 systems are in the logbook' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Electrical certificate of compliance (CoC), with its test report' })).toBeVisible()
  await hasNoFindings(page, 'what to do next')

  await page.getByRole('link', { name: 'See the systems' }).click()
  for (const name of ['Geyser', 'Distribution board (DB)', 'Roof', 'Gate motor', 'Oven or hob']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Geyser', exact: true }).click()
  await expect(page.getByText('Expected life: 10 years. Source: The plumber.')).toBeVisible()
  await page.getByRole('link', { name: 'Identity' }).click()
  for (const answer of ['Kwikot', '150 litres', 'Valve behind the bath', 'Is there a drip tray with a pipe to the outside? Yes, above the back door']) {
    await expect(page.getByText(answer).filter({ visible: true }).first()).toBeVisible()
  }
  // Where the power of the whole house is switched off stands on the home screen too.
  await thandi.go('/')
  await expect(page.getByText('In the passage, the red one')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go on where you left' })).toHaveCount(0)
})

test('another like it has the same make, a skipped card can be asked again, and what is there says so', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('15 Test Road')
  await thandi.go('/setup')
  await choose(page, 'Air conditioner', 'Alarm')
  await isAsked(page, 'Alarm', 'System 1 of 2')
  await page.getByRole('button', { name: 'Skip' }).click()
  await isAsked(page, 'Air conditioner', 'System 2 of 2')
  await page.getByRole('combobox', { name: 'Make' }).fill('Daikin')
  await page.getByRole('button', { name: 'Save, and another like it' }).click()

  await isAsked(page, 'Air conditioner', 'System 3 of 3')
  await expect(page.getByRole('combobox', { name: 'Make' })).toHaveValue('Daikin')
  await expect(page.getByLabel('What do you call it?')).toHaveValue('Air conditioner 2')
  await saveAndNext(page)

  await expect(page.getByRole('heading', { name: '2 systems are in the logbook' })).toBeVisible()
  await page.getByRole('link', { name: 'Alarm' }).click()
  await isAsked(page, 'Alarm', 'System 1 of 3')
  await saveAndNext(page)
  await expect(page.getByRole('heading', { name: '3 systems are in the logbook' })).toBeVisible()

  await thandi.go('/setup?choose')
  await expect(page.getByRole('checkbox', { name: 'Alarm' })).toHaveAccessibleDescription('already in the logbook')
  await expect(page.getByRole('checkbox', { name: 'Alarm' })).not.toBeChecked()
})

test('going back opens the card before, and what is changed there is changed in the logbook', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('16 Test Road')
  await thandi.go('/setup')
  await choose(page, 'Pool pump', 'Pool filter')
  await isAsked(page, 'Pool pump', 'System 1 of 2')
  await page.getByLabel('What is its power?').fill('0,75 kW')
  await saveAndNext(page)
  await isAsked(page, 'Pool filter', 'System 2 of 2')
  await page.goBack()
  await isAsked(page, 'Pool pump', 'System 1 of 2')
  await expect(page.getByLabel('What is its power?')).toHaveValue('0,75 kW')
  await page.getByLabel('What is its power?').fill('1,1 kW')
  await saveAndNext(page)
  await isAsked(page, 'Pool filter', 'System 2 of 2')
  await saveAndNext(page)
  await page.getByRole('link', { name: 'See the systems' }).click()
  await expect(page.getByRole('link', { name: 'Pool pump', exact: true })).toHaveCount(1)
  await expect(page.getByText('1,1 kW').first()).toBeVisible()
})

test('what is wrong is said beside its box, and nothing typed is lost', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('17 Test Road')
  await thandi.go('/setup')
  await choose(page, 'Gutters')
  await isAsked(page, 'Gutters', 'System 1 of 1')
  await page.getByLabel(/^Expected life/).fill('a long time')
  await saveAndNext(page)
  await expect(page.getByText('Only whole numbers.')).toBeVisible()
  await expect(page.getByLabel(/^Expected life/)).toHaveValue('a long time')
  await page.getByLabel(/^Expected life/).fill('35')
  await saveAndNext(page)
  await expect(page.getByRole('heading', { name: '1 system is in the logbook' })).toBeVisible()
})

test('pictures and cards can be worked with the keyboard alone', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('18 Test Road')
  await thandi.go('/setup')
  await page.getByRole('checkbox', { name: 'Geyser', exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('1 chosen')).toBeVisible()
  await page.keyboard.press('Enter')
  await isAsked(page, 'Geyser', 'System 1 of 1')
  await page.getByLabel('How many litres?').focus()
  await page.keyboard.type('150')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '1 system is in the logbook' })).toBeFocused()
})
