// A tradesperson with an account and no home: what they reach, and how they keep the job of a link.

import { expect } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** How long one side may wait for what the other wrote. */
const SOON = { timeout: 60_000 }

test('a newcomer keeps the job of a link in an account and is not asked to name a home', async ({ page, server, browser }) => {
  test.setTimeout(90_000)
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('5 Trust Street')
  await thandi.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill('Dlamini Plumbing')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).not.toHaveURL(/new$/)
  await thandi.isSynced()
  await thandi.go('/portal/new')
  await page.getByLabel('What do you need?').fill('Gutter hangs down')
  await page.getByRole('checkbox', { name: 'Dlamini Plumbing' }).check()
  await page.getByRole('button', { name: 'Make the request' }).click()
  const link = (await page.locator('.portal__link').textContent()) ?? ''

  // By the link the job stands alone: one heading, and no bar of places below it.
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const visit = await context.newPage()
  await visit.goto(link)
  await visit.getByRole('button', { name: 'Open it' }).click()
  await expect(visit.getByRole('heading', { name: 'Gutter hangs down' })).toHaveCount(1)
  await expect(visit.locator('.frame__nav')).toBeHidden()
  const keep = visit.getByRole('link', { name: 'Keep this job in an account' })
  await expect(keep).toHaveAttribute('href', '/sign-in?to=/jobs')

  // Signed in, they are at their jobs.
  const phone = await context.newPage()
  const sipho = new Person(phone, server)
  const email = newEmail('sipho')
  await phone.goto('/sign-in?to=/jobs')
  await phone.getByLabel('Your e-mail address').fill(email)
  await phone.getByRole('button', { name: 'Send me a code' }).click()
  await phone.getByLabel('Code').fill(await sipho.code(email))
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await expect(phone.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()
  await phone.getByLabel('Link of the job').fill(link)
  await phone.getByRole('button', { name: 'Keep it' }).click()
  await expect(phone.getByRole('heading', { name: 'Gutter hangs down' })).toBeVisible(SOON)
  await expect(phone.getByRole('link', { name: 'Write the quote' })).toBeVisible()

  // And when the app is opened again.
  await phone.goto('/')
  await expect(phone.getByRole('link', { name: 'Gutter hangs down' })).toBeVisible(SOON)
  await expect(phone.getByLabel('What do you call your home?')).toHaveCount(0)
})
