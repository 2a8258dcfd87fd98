// A manager starts a scheme and brings its units in from the list that they have: what would come is seen before anything is written.

import { hasNoFindings } from './axe.ts'
import { expect } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

const UNITS = 200

/** A list as a managing agent keeps it: a letterhead, merged headers, buildings named once, a unit that stands twice, quotas that do not add up, a row of totals. */
function list(): Buffer {
  const unit = (number: number) => {
    const block = number === 1 ? 'Disa' : number === UNITS / 2 + 1 ? 'Erica' : ''
    const quota = number === UNITS ? '0,4' : '0,5'
    return `${number};${block};${quota};Owner ${number};owner${number}@example.org;082 000 ${String(number).padStart(4, '0')}`
  }
  const units = Array.from({ length: UNITS }, (_, at) => unit(at + 1))
  const lines = ['Protea Heights Body Corporate;;;;;', '', 'Unit details;;;Owner;;', 'No;Block;PQ;Name;E-mail;Phone', ...units, '7;Disa;0,5;Owner 7;;', 'Total;;100;;;']
  return Buffer.from(lines.join('\r\n'))
}

test('a scheme is started and two hundred units come from a spreadsheet', async ({ page, server }) => {
  const nomsa = new Person(page, server)
  await nomsa.signIn(newEmail('nomsa'))
  await page.goto('/estate')
  await page.getByLabel('Name of the scheme').fill('Protea Heights')
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await page.getByRole('link', { name: 'Units', exact: true }).click()
  await expect(page.getByText('No units yet')).toBeVisible()

  await page.getByRole('link', { name: 'Bring in a list' }).click()
  await page.getByLabel('Choose a file').setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer: list() })
  await expect(page.getByRole('heading', { name: `units.csv: ${UNITS + 2} rows below row 4` })).toBeVisible()
  await expect(page.getByText('6 of 6 columns understood')).toBeVisible()
  await page.getByRole('button', { name: 'Look at what would come' }).click()

  // Nothing is written yet, nothing is corrected, and what is doubtful is named by its row.
  await expect(page.getByRole('row', { name: 'New units' })).toContainText('200')
  await expect(page.getByText('New buildings: Disa, Erica')).toBeVisible()
  await expect(page.getByText('Row 205: the same unit stands in row 11 already.')).toBeVisible()
  await expect(page.getByText('come to 99,9000 %: 0,1000 % is missing')).toBeVisible()
  await hasNoFindings(page)

  await page.getByRole('button', { name: 'Bring in 200 units' }).click()
  await expect(page.getByText('200 units brought in')).toBeVisible()
  await page.getByRole('link', { name: 'See the units' }).click()
  await expect(page.getByText('200 units, 2 buildings')).toBeVisible()
  await page.getByLabel('Search by number, owner or building').fill('Owner 150')
  await page.getByRole('link', { name: 'Unit 150' }).click()
  await expect(page.getByRole('heading', { name: 'Unit 150' })).toBeVisible()
  await expect(page.locator('.facts__value').filter({ hasText: 'Erica' })).toBeVisible()
  await expect(page.locator('.facts__value').filter({ hasText: '0,5000 %' })).toBeVisible()
})
