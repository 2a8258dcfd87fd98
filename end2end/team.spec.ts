// A provider makes their firm, takes a technician on and off, and sees until when it is registered.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

test('a firm is made, a technician comes by a link and is taken off again', async ({ page, server, browser }) => {
  const sipho = new Person(page, server)
  await sipho.signIn(newEmail('sipho'))
  await page.goto('/desk/team')
  await expect(page.getByText('No firm yet')).toBeVisible()
  await page.getByRole('button', { name: 'Make the firm' }).click()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await page.getByLabel('Name of the firm').fill('Sipho Plumbing')
  await page.getByRole('button', { name: 'Make the firm' }).click()
  await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible()
  await expect(page.getByLabel('Name of the firm')).toHaveValue('Sipho Plumbing')

  // With whom it is registered, and that one of them has ended.
  await page.getByText('Add a registration').click()
  await page.getByLabel('With whom').fill('PIRB')
  await page.getByLabel('Number', { exact: true }).fill('123/45')
  await page.getByLabel('Last day').fill('2020-01-31')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('Ended', { exact: true })).toBeVisible()
  await hasNoFindings(page)

  // The technician has no home on their phone, and comes to the firm all the same.
  const email = newEmail('pieter')
  await page.getByLabel('Their e-mail address').fill(email)
  await page.getByRole('radio', { name: 'Technician: only the jobs they are sent to' }).check()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const link = (await sipho.mail(email, /(http\S+\/join#\S+)/))[1] ?? ''
  const phone = await (await browser.newContext({ baseURL: server.origin })).newPage()
  const pieter = new Person(phone, server)
  await pieter.signIn(email)
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(phone.getByRole('heading', { name: 'Your firm' })).toBeVisible()
  await expect(phone.getByText('Sipho Plumbing')).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Send invitation' })).toHaveCount(0)

  // Without a home their account opens all the same: their devices, and the way out.
  await phone.goto('/jobs')
  // The office keeps jobs, not who is sent to them.
  await expect(phone.getByText('Your office keeps the firm’s jobs')).toBeVisible()
  await expect(phone.getByLabel('Link of the job')).toHaveCount(0)
  await phone.getByRole('link', { name: 'Your account' }).click()
  await phone.getByRole('link', { name: /^Devices/ }).click()
  await expect(phone.getByText('this device').first()).toBeVisible()
  await phone.goto('/settings/account')
  await expect(phone.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(phone.getByRole('link', { name: /^Close/ })).toBeVisible()
  await phone.goto('/desk/team')

  await page.reload()
  const member = page.getByRole('listitem').filter({ hasText: email })
  await member.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText(email)).toHaveCount(0)
  await phone.reload()
  await expect(phone.getByText('No firm yet')).toBeVisible()
})
