// Walking through the home by a checklist: what fails becomes a fault with its photo, and the next walk is proposed.

import { expect, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { test } from './server.ts'

/** A photo of one pixel. */
const PHOTO = {
  name: 'tray.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
}

/** A home with a geyser. */
async function home(page: Page, server: ConstructorParameters<typeof Person>[1], name: string): Promise<Person> {
  const thandi = new Person(page, server)
  await thandi.startLogbook(name)
  await thandi.go('/systems/new?type=geyser')
  await page.getByLabel('What do you call it?').fill('Main geyser')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Main geyser', level: 1 })).toBeVisible()
  return thandi
}

/** The three answers to a point. */
function point(page: Page, name: string) {
  return page.getByRole('group', { name, exact: true })
}

test('a checklist is walked without a signal, and what failed becomes a fault with its photo', async ({ page, server, context }) => {
  const thandi = await home(page, server, '1 Walk Street')
  await thandi.isKept()
  await thandi.go('/inspections')
  await expect(page.getByRole('link', { name: 'Geyser check' })).toBeVisible()
  // Lists of what the home has not are not offered.
  await expect(page.getByRole('link', { name: 'Gas', exact: true })).toHaveCount(0)
  await hasNoFindings(page)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Geyser check' }).click()
  await point(page, 'Overflow pipe').getByRole('radio', { name: 'OK', exact: true }).check()
  await point(page, 'Drip tray').getByRole('radio', { name: 'Failed' }).check()
  const tray = page.locator('.inspect__point').filter({ hasText: 'reaches under the whole tank' })
  await tray.getByLabel('Choose a file').setInputFiles(PHOTO)
  await tray.getByLabel(/^Note/).fill('Rusted through at the back.')
  await hasNoFindings(page)

  // Left in the middle, it goes on where it was.
  await thandi.go('/')
  await thandi.go('/inspections/geyser')
  await expect(point(page, 'Overflow pipe').getByRole('radio', { name: 'OK', exact: true })).toBeChecked()
  await page.getByLabel(/^Walked by/).fill('Thandi')
  await page.getByRole('button', { name: 'Finish the inspection' }).click()
  await expect(page.getByText('1 OK, 1 failed, 6 not looked at')).toBeVisible()
  await page.getByRole('link', { name: 'See it' }).click()
  await expect(page.getByRole('heading', { name: 'Drip tray', level: 1 })).toBeVisible()
  await expect(page.getByText('Rusted through at the back.')).toBeVisible()
  await thandi.go('/inspections')
  await expect(page.getByText(/next by/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Finished' })).toBeVisible()
  await context.setOffline(false)
})

test('what failed can become a task', async ({ page, server }) => {
  const thandi = await home(page, server, '2 Walk Street')
  await thandi.go('/inspections/geyser')
  await point(page, 'Anode').getByRole('radio', { name: 'Failed' }).check()
  await point(page, 'It becomes').getByRole('radio', { name: 'A task' }).check()
  await page.getByRole('button', { name: 'Finish the inspection' }).click()
  await page.getByRole('link', { name: 'See it' }).click()
  await expect(page.getByLabel('What is to be done?')).toHaveValue('See to: Anode')
  // The history report tells what was looked at, and what became of what failed.
  await thandi.go('/print')
  const told = page.getByRole('table', { name: 'What was looked at' }).getByRole('row').filter({ hasText: 'Anode' })
  await expect(told).toContainText('Failed')
  await expect(told).toContainText('Task · still open')
})

test('a checklist is copied and made one’s own', async ({ page, server }) => {
  const thandi = await home(page, server, '3 Walk Street')
  await thandi.go('/inspections')
  const row = page.getByRole('listitem').filter({ hasText: 'Geyser check' })
  await row.getByRole('link', { name: 'Copy and change' }).click()
  await page.getByLabel('What is it called?').fill('Our geyser')
  await page.getByRole('button', { name: 'Take off Anode' }).click()
  await page.getByRole('button', { name: 'Another point' }).click()
  await page.getByLabel('What is looked at').last().fill('Blanket')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: 'Our geyser' }).click()
  await expect(point(page, 'Blanket')).toBeVisible()
  await expect(point(page, 'Anode')).toHaveCount(0)
})
