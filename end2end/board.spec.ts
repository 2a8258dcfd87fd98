// A trustee looks at the demonstration scheme: its score, units by systems with the keyboard, units by certificates on a day, and asks all owners at once.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { demonstrated as test } from './server.ts'

test('a scheme is seen as a whole, by systems and by certificates, and owners are asked for what is missing', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const trustee = new Person(page, server)
  await trustee.signIn('trustee@codessa.example')
  await page.goto('/estate')
  await expect(page.getByRole('img', { name: /^\d+ of 100$/ })).toBeVisible()
  await page.getByText('Care on time', { exact: true }).first().click()
  await expect(page.getByText(/Care is late by \d+ days/).first()).toBeVisible()
  await hasNoFindings(page)

  // Units by systems: the keyboard moves one cell, and the screen says what it is.
  await page.getByRole('link', { name: 'Systems', exact: true }).filter({ visible: true }).last().click()
  const grid = page.getByRole('grid', { name: 'Units by systems' })
  await expect(grid).toHaveAttribute('aria-rowcount', '52')
  await expect(grid).toHaveAttribute('aria-colcount', '13')
  await page.getByRole('radio', { name: 'By name' }).check()
  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.board__told')).toContainText(/^1, Hot water: /)
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.board__told')).toContainText(/^2, Hot water: /)
  await page.keyboard.press('Control+End')
  await expect(page.locator('.board__told')).toContainText(/, Other: /)
  await expect(grid).toHaveAttribute('aria-activedescendant', /-50-12$/)
  // A screen at a time; what was scrolled is still read in its order.
  await page.keyboard.press('PageUp')
  await expect(grid).not.toHaveAttribute('aria-activedescendant', /-50-12$/)
  await page.keyboard.press('PageDown')
  await expect(grid).toHaveAttribute('aria-activedescendant', /-50-12$/)
  await page.keyboard.press('Control+Home')
  await expect(grid).toHaveAttribute('aria-activedescendant', /-0-0$/)
  const order = await grid.getByRole('row').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  // On paper there is every row, whichever are in sight, and whoever asked for it.
  const paper = page.getByRole('table', { name: 'Units by systems' })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(paper.getByRole('row')).toHaveCount(52)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(paper).toHaveCount(0)
  await page.emulateMedia({ media: null })
  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('heading', { name: 'Hot water' })).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Open 1' })).toHaveAttribute('href', /^\/estate\/units\//)
  await hasNoFindings(page)
  await page.keyboard.press('Escape')

  // Only late care.
  await page.getByLabel('Why', { exact: true }).selectOption({ label: 'Care late' })
  await expect(page.getByText(/^\d+ of 51 places/)).toBeVisible()
  await page.getByRole('radio', { name: 'By building' }).check()
  await expect(grid.getByRole('rowheader', { name: /^Disa · \d+ places/ })).toBeVisible()

  // Units by certificates, today and in three years.
  await page.getByRole('link', { name: 'Certificates', exact: true }).filter({ visible: true }).last().click()
  const matrix = page.getByRole('grid', { name: 'Units by certificates' })
  await expect(matrix).toHaveAttribute('aria-rowcount', '52')
  const current = page.getByRole('row', { name: /^Not current/ })
  await page.getByRole('radio', { name: 'Selling' }).check()
  const before = Number(await current.getByRole('cell').first().textContent())
  await page.getByLabel('On which day').fill('2031-01-31')
  await expect(async () => expect(Number(await current.getByRole('cell').first().textContent())).toBeGreaterThan(before)).toPass()
  await hasNoFindings(page)

  // What is missing is asked for, and kept.
  await page.getByLabel('Certificate', { exact: true }).last().selectOption({ label: 'Electrical certificate (CoC)' })
  await page.getByLabel('What owners should know').fill('The insurer asks for it before March.')
  await page.getByRole('button', { name: /^Ask \d+ owners$/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Please send us: Electrical certificate (CoC)' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: 'Please send us: Electrical certificate (CoC)' })).toBeVisible()
})
