// Trustees decide two to one, each on a device of their own, and a vendor whose insurance has lapsed gets no work.

import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** How long one device may wait for what another wrote. */
const SOON = { timeout: 60_000 }

/** Starts a scheme; one's account needs no home for it. */
async function startScheme(person: Person, name: string): Promise<void> {
  const { page } = person
  await person.signIn(newEmail('manager'))
  await page.goto('/estate')
  await page.getByLabel('Name of the scheme').fill(name)
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await expect(page.getByText('No scheme yet')).toHaveCount(0)
}

/** Invites a trustee as the page of people does; the link. */
async function invite(page: Page, email: string): Promise<string> {
  return page.evaluate(async (email) => {
    const spaces = (await (await fetch('/api/spaces')).json()) as { space: string; sort: string }[]
    const scheme = spaces.find(({ sort }) => sort === 'estate')?.space ?? ''
    const body = JSON.stringify({ email, role: 'trustee' })
    const asked = await fetch(`/api/spaces/${scheme}/invitations`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    return ((await asked.json()) as { link: string }).link
  }, email)
}

/** Votes: a tap for what one says, and one that casts it. */
async function vote(page: Page, say: string): Promise<void> {
  await page.getByRole('button', { name: say, exact: true }).click()
  await page.getByRole('button', { name: 'Cast the vote' }).click()
  await expect(page.getByRole('button', { name: 'Cast the vote' })).toBeHidden()
}

test('two of three approve and one declines: every device says approved', async ({ page, server, browser }) => {
  test.setTimeout(120_000)
  const manager = new Person(page, server)
  await startScheme(manager, 'Protea Mews')
  const emails = [newEmail('ann'), newEmail('ben')]
  const phones: Page[] = []
  for (const email of emails) {
    const link = await invite(page, email)
    const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
    const phone = await context.newPage()
    await new Person(phone, server).signIn(email)
    await phone.goto(link)
    await phone.getByRole('button', { name: 'Accept the invitation' }).click()
    await expect(phone.getByRole('navigation', { name: 'Parts of the scheme' })).toBeVisible()
    phones.push(phone)
  }

  // The manager is a trustee too, and puts two offers to the three of them.
  await page.goto('/estate/work/put')
  await page.getByLabel('What is decided').fill('Roof of block A')
  for (const [name, price] of [['Cape Roofs', '79 000'], ['Dakwerk', '68 500']] as const) {
    const more = page.locator('details').filter({ hasText: 'Add the offer' })
    if (!(await page.getByLabel('Price with VAT').isVisible())) await more.locator('summary').click()
    await page.getByLabel('Their name').fill(name)
    await page.getByLabel('Price with VAT').fill(price)
    await page.getByRole('button', { name: 'Add it', exact: true }).click()
    await expect(page.getByRole('radio', { name: new RegExp(`^${name}`) })).toBeVisible()
  }
  const panel = page.getByRole('group', { name: 'Who decides' })
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await panel.getByRole('checkbox', { name: /^manager/ }).check()
  await expect(page.getByText('2 of 3 have to approve')).toBeVisible()
  await page.getByRole('button', { name: 'Put it to the vote' }).click()
  await expect(page.getByRole('heading', { name: 'Roof of block A' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Offers side by side' }).getByText('Cape Roofs (proposed)')).toBeVisible()
  await expect(page.getByText('Dakwerk (cheapest)')).toBeVisible()
  await vote(page, 'Approve')

  for (const phone of phones) {
    await phone.goto('/estate/work/votes')
    await expect(async () => {
      await phone.reload()
      await expect(phone.getByRole('link', { name: 'Roof of block A' })).toBeVisible({ timeout: 3_000 })
    }).toPass(SOON)
    await phone.getByRole('link', { name: 'Roof of block A' }).click()
    await expect(phone.getByRole('heading', { name: 'Your vote' }).first()).toBeVisible()
  }
  const [ann, ben] = phones as [Page, Page]
  // Ben has made up his mind before anything is decided; what he sends may come first or late.
  await ben.getByRole('button', { name: 'Decline', exact: true }).click()
  await Promise.all([vote(ann, 'Approve'), ben.getByRole('button', { name: 'Cast the vote' }).click()])
  await expect(ben.getByRole('button', { name: 'Cast the vote' })).toBeHidden()
  for (const device of [page, ann, ben]) {
    await expect(async () => {
      await device.reload()
      await expect(device.getByText('Enough trustees approved. It can be ordered.')).toBeVisible({ timeout: 3_000 })
      await expect(device.getByRole('listitem').filter({ hasText: emails[0] ?? '' })).toContainText('Approves', { timeout: 3_000 })
    }).toPass(SOON)
    // It is decided: nobody is asked any more.
    await expect(device.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0)
  }
})

test('a vendor whose insurance has lapsed is not given work', async ({ page, server }) => {
  const manager = new Person(page, server)
  await startScheme(manager, 'Disa Court')
  await page.goto('/estate/vendors')
  await expect(page.getByText('No vendors yet')).toBeVisible()
  await page.getByText('Add a vendor').click()
  await page.getByLabel('Name', { exact: true }).fill('Sipho Plumbing')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sipho Plumbing' })).toBeVisible()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Add a registration or insurance').click()
  await page.getByLabel('With whom').fill('Santam')
  await page.getByLabel('Last day').fill('2020-01-31')
  await page.getByRole('button', { name: 'Add it', exact: true }).click()
  await expect(page.getByText('Ended 31 Jan 2020')).toBeVisible()
  await expect(page.getByText('A score is worked out once 5 jobs are finished.')).toBeVisible()

  await page.goto('/estate/work/programmes')
  await page.getByText('Start a programme').click()
  await page.getByLabel('Name', { exact: true }).fill('All geysers in 24 months')
  await page.getByRole('button', { name: 'Make the programme' }).click()
  await expect(page.getByRole('heading', { name: 'All geysers in 24 months' })).toBeVisible()
  await page.getByLabel('Vendor', { exact: true }).selectOption({ label: 'Sipho Plumbing' })
  const blocked = page.getByRole('alert').filter({ hasText: 'This vendor cannot be given the work' })
  await expect(blocked).toContainText('Insurance: ended on 31 January 2020.')
  await expect(page.getByRole('button', { name: /Give/ })).toHaveCount(0)
})
