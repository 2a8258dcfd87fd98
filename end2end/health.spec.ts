// How the home stands: nothing is told of what nobody knows, every point has its reason and one thing to do, and no mean hides a fault.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { test } from './server.ts'

test('from a geyser of which nothing is known to one that stands well, and down again with a fault', async ({ page, server }) => {
  await page.clock.setFixedTime('2026-11-27T09:00:00+02:00')
  const thandi = new Person(page, server)
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await thandi.go('/health')
  await expect(page.getByRole('heading', { name: 'Nothing to tell yet' })).toBeVisible()
  await page.locator('summary').filter({ hasText: 'How this is worked out' }).click()
  await expect(page.getByText('Every system begins with 100 points')).toBeVisible()
  await thandi.go('/systems/new?type=geyser')
  await page.getByLabel('What do you call it?').fill('Main geyser')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Main geyser', level: 1 }).filter({ visible: true }).first()).toBeVisible()

  // Nothing is known: no score, neither good nor bad.
  await expect(page.getByText('Health: Cannot be told')).toBeVisible()
  await page.getByRole('link', { name: 'Every reason' }).click()
  await expect(page).toHaveURL(/\/health\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Nobody has said when it was installed')).toBeVisible()
  await expect(page.getByText('It counts 4 times in the score of the home')).toBeVisible()
  await hasNoFindings(page, 'a system of which nothing is known')

  // The one thing to do about it leads to where it is done.
  await page.getByRole('link', { name: 'Say when it was installed' }).click()
  await expect(page).toHaveURL(/\/systems\/.*\/edit$/)
  await page.goBack()
  await expect(page.getByText('Nothing is planned for it, and nothing was done in the last 24 months')).toBeVisible()
  await page.getByRole('link', { name: 'Open the system' }).click()
  await page.getByRole('link', { name: 'Add entry' }).first().click()
  await page.getByRole('radio', { name: 'Service', exact: true }).check()
  await page.getByLabel('In a few words').fill('Anode and valves of the geyser')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)
  // 100 less 15 for its age and 20 for what there is to show; care is the 35 of confidence.
  await thandi.go('/health')
  await expect(page.getByText('65 of 100, confidence 35 of 100').first()).toBeVisible()

  await thandi.go('/systems')
  await page.getByRole('link', { name: 'Main geyser' }).first().click()
  await page.getByRole('link', { name: 'Report a fault' }).click()
  await page.getByLabel('In a few words').fill('It drips at the valve')
  await page.getByRole('radio', { name: 'Emergency', exact: true }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: /It drips at the valve/ }).first()).toBeVisible()
  await thandi.go('/health')
  await expect(page.getByText('5 of 100, confidence 35 of 100').first()).toBeVisible()
  await expect(page.getByText('Emergency: It drips at the valve').first()).toBeVisible()
  await hasNoFindings(page, 'the page of the home')
  await thandi.go('/')
  const standing = page.locator('.section').filter({ has: page.getByRole('heading', { name: 'How the home stands' }) })
  await expect(standing.getByText('Badly')).toBeVisible()
  await expect(standing.getByRole('link', { name: 'Log the repair' })).toBeVisible()
  await hasNoFindings(page, 'the home screen')
})
