// Asking for a quote: a fault becomes a request, and each contact has a link of their own. What the provider does with it is told in portal.spec.ts.

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

async function hasNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/** A tradesperson among the contacts of the home. */
async function addContact(person: Person, name: string): Promise<void> {
  const { page } = person
  await person.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

test('a fault is sent to two plumbers, each by a link of their own', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('3 Quote Street')
  await thandi.go('/portal')
  await expect(page.getByText('No requests yet')).toBeVisible()
  await addContact(thandi, 'Ann’s Plumbing')
  await addContact(thandi, 'Boland Plumbers')
  await thandi.addEntry({ title: 'Geyser drips', kind: 'Fault' })
  await thandi.go('/faults')
  await page.getByRole('link', { name: 'Geyser drips' }).click()
  await page.getByRole('link', { name: 'Ask for a quote' }).click()
  await expect(page.getByLabel('What do you need?')).toHaveValue('Geyser drips')
  await hasNoFindings(page)

  // Nobody is asked by accident.
  await page.getByRole('button', { name: 'Make the request' }).click()
  await expect(page.getByText('Choose at least one contact.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Ann’s Plumbing' }).check()
  await page.getByRole('checkbox', { name: 'Boland Plumbers' }).check()
  await page.getByRole('button', { name: 'Make the request' }).click()
  await expect(page.getByRole('heading', { name: 'Link for Ann’s Plumbing' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Link for Boland Plumbers' })).toBeVisible()
  const links = await page.locator('.portal__link').allTextContents()
  expect(new Set(links).size).toBe(2)
  for (const link of links) expect(link).toContain('/s#')

  // Both stand in the portal, and wait for the other side.
  await page.getByRole('link', { name: 'To the portal' }).click()
  await expect(page.getByRole('heading', { name: 'Waiting for them' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Geyser drips' })).toHaveCount(2)
  await page.getByRole('link', { name: 'Geyser drips' }).first().click()
  await page.getByLabel('Write a message').fill('The dog is friendly.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('The dog is friendly.')).toBeVisible()
  await hasNoFindings(page)

  // Taken back, nothing is waited for any more.
  await page.getByRole('button', { name: 'Take the request back' }).click()
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
})
