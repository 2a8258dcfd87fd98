// Papers: an alteration flags a certificate until a supplement covers it, the check before a sale, and a warranty that a claim extends.

import { expect, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { test } from './server.ts'

/** A home with a system of that sort. */
async function startWith(page: Page, thandi: Person, sort: string, name: string): Promise<void> {
  await page.clock.setFixedTime('2026-11-26T09:00:00+02:00')
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await thandi.go(`/systems/new?type=${sort}`)
  await page.getByLabel('What do you call it?').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

/** Saves the electrical certificate that the form holds, of that day and with its test report. */
async function saveElectrical(page: Page, day: string): Promise<void> {
  await page.getByRole('group', { name: 'Is the test report with it?' }).getByRole('radio', { name: 'Yes' }).check()
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

/** What is on the screen says that something was altered after the certificate. */
async function seesFlag(page: Page): Promise<void> {
  await expect(page.getByText('altered since').filter({ visible: true }).first()).toBeVisible()
}

/** The heading of the page of an electrical certificate. */
const ELECTRICAL = { name: 'Electrical certificate (CoC)', level: 1 }

test('an alteration flags the certificate on its page, in the list, at the system and at home, until a supplement covers it', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await startWith(page, thandi, 'distribution_board', 'Board')
  await thandi.go('/certificates/new')
  await page.getByRole('combobox', { name: /^Systems it covers/ }).click()
  await page.getByRole('option', { name: 'Board' }).click()
  await saveElectrical(page, '2025-06-01')
  await expect(page.getByText('Safety: Holds')).toBeVisible()
  await expect(page.getByText('A sale: Holds')).toBeVisible()
  await hasNoFindings(page, 'the list')

  await thandi.go('/systems')
  await page.getByRole('link', { name: 'Board' }).first().click()
  await page.getByRole('link', { name: 'Add entry' }).first().click()
  await page.getByRole('radio', { name: 'Installation', exact: true }).check()
  await page.getByLabel('In a few words').fill('Circuit for the pool')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)

  await thandi.go('/systems')
  await page.getByRole('link', { name: 'Board' }).first().click()
  await seesFlag(page)
  await thandi.go('/')
  await seesFlag(page)
  await thandi.go('/certificates')
  await seesFlag(page)
  await expect(page.getByText('Safety: Does not hold')).toBeVisible()

  await page.getByRole('link', { name: 'Electrical certificate (CoC)' }).click()
  await expect(page.getByRole('heading', ELECTRICAL)).toBeVisible()
  await expect(page.getByText('What it covers was altered after it.').first()).toBeVisible()
  await expect(page.getByText(/Electrical Installation Regulations 2009/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Circuit for the pool' })).toBeVisible()
  await hasNoFindings(page, 'a flagged certificate')
  await page.getByRole('link', { name: 'Add a supplementary certificate' }).click()
  await saveElectrical(page, '2026-11-26')
  await expect(page.getByText('altered since')).toHaveCount(0)
  await expect(page.getByText('Safety: Does not hold')).toHaveCount(0)
})

test('the check before a sale says what is fit on the day, what is ordered between which days, and what does not apply', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await startWith(page, thandi, 'gas_installation', 'Gas')
  await thandi.go('/certificates/new')
  await saveElectrical(page, '2026-06-01')
  await expect(page.getByText('A sale: Holds')).toBeVisible()
  await page.getByRole('link', { name: 'Ready to sell?' }).click()
  await page.getByLabel('Transfer on').fill('2027-03-31')
  await page.getByLabel('Municipality').selectOption({ label: 'City of Cape Town' })
  await expect(page.getByRole('heading', { name: 'For a transfer on 31 March 2027' })).toBeVisible()
  await expect(page).toHaveURL(/\/ready\?on=2027-03-31&in=cape_town$/)
  const part = (name: string) => page.getByRole('region', { name }).or(page.locator('section').filter({ has: page.getByRole('heading', { name, level: 2 }) }))
  await expect(part('Fit on that day')).toContainText('Electrical certificate (CoC)')
  await expect(part('To order')).toContainText('Gas certificate')
  await expect(part('To order')).toContainText('Order between 26 November 2026 and 10 March 2027')
  await expect(part('To order')).toContainText('Water installation certificate')
  await expect(part('Does not apply')).toContainText('If your contract asks for it: order between 31 December 2026 and 17 March 2027')
  await hasNoFindings(page, 'the check')

  // Elsewhere nobody asks for water, and the address says where.
  await page.getByLabel('Municipality').selectOption({ label: 'Another municipality' })
  await expect(part('Does not apply')).toContainText('Only the City of Cape Town asks for it')
  await page.reload()
  await expect(page.getByLabel('Municipality')).toHaveValue('other')
  await expect(page.getByRole('heading', { name: 'For a transfer on 31 March 2027' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByLabel('Transfer on')).toBeHidden()
  await expect(part('To order')).toContainText('Gas certificate')
})

test('a claim that was accepted extends the warranty, and a warranty that became void stays in the book', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await startWith(page, thandi, 'geyser', 'Geyser')
  await thandi.go('/warranties/new')
  await page.getByLabel('What does it cover?').fill('Geyser tank')
  await page.getByLabel('How exactly').selectOption({ label: 'Year' })
  await page.getByLabel('Year', { exact: true }).fill('2025')
  await page.getByLabel(/^Runs for/).fill('24')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: 'Geyser tank' }).click()
  await expect(page.getByText('1 January 2027')).toBeVisible()

  await page.getByRole('link', { name: 'Add a claim' }).click()
  await page.getByLabel('What happened?').fill('Tank weeps at the flange')
  await page.getByRole('radio', { name: 'Accepted', exact: true }).check()
  await page.getByRole('radio', { name: 'It runs longer' }).check()
  await page.getByLabel(/^For how long\?/).fill('12')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Tank weeps at the flange')).toBeVisible()
  await expect(page.getByText('1 January 2028')).toBeVisible()
  await expect(page.getByText('moved by a claim')).toBeVisible()
  await hasNoFindings(page, 'a warranty with a claim')

  await page.getByRole('link', { name: 'Edit', exact: true }).first().click()
  await page.getByRole('group', { name: /^Void since/ }).getByLabel('How exactly').selectOption({ label: 'Year' })
  await page.getByLabel('Why is it void?').fill('Opened by somebody else')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Void', { exact: true }).first()).toBeVisible()
  await thandi.go('/warranties')
  await expect(page.getByRole('link', { name: 'Geyser tank' })).toBeVisible()

  // On a repair of today section 57 gives three months, whatever was promised besides.
  const law = page.locator('.section').filter({ hasText: 'By law, beside every other warranty' })
  await expect(law).toHaveCount(0)
  await thandi.addEntry({ kind: 'Repair', title: 'New thermostat' })
  await thandi.go('/warranties')
  await expect(law.getByRole('link', { name: 'New thermostat' })).toBeVisible()
  await expect(law.locator('.count')).toHaveText('1')
})
