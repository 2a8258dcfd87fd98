// An owner complains from their own logbook; the case is shown to trustees by a link only where it is ticked, and nobody is named.

import { expect } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

interface Me {
  spaces: { space: string; sort?: string }[]
}

/** The id of the one space of that sort. */
async function space(person: Person, sort: string): Promise<string> {
  const me = (await (await person.page.request.get('/api/me')).json()) as Me
  const found = me.spaces.find((one) => (one.sort ?? 'home') === sort)
  if (found === undefined) throw new Error(`there is no ${sort}`)
  return found.space
}

test('an owner opens a case, and trustees see it by a link with a passcode, without a name', async ({ page, server, browser }) => {
  const manager = new Person(page, server)
  await manager.signIn(newEmail('manager'))
  await manager.go('/estate')
  await page.getByLabel('Name of the scheme').fill('Protea Mews')
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await expect(page.getByRole('heading', { name: 'Protea Mews' })).toBeVisible()
  const [estate, unit, headers] = [await space(manager, 'estate'), crypto.randomUUID(), { origin: server.origin }]
  const stamp = `${Date.now().toString(16).padStart(12, '0')}.0000.00000000000000ff`
  const edits = [{ key: crypto.randomUUID(), id: unit, kind: 'unit', stamp, fields: { number: '12' } }]
  await page.request.post(`/api/spaces/${estate}/push`, { data: { edits }, headers })
  const invited = await page.request.post(`/api/spaces/${estate}/logbooks/invite`, { data: { unit }, headers })
  const token = ((await invited.json()) as { link: string }).link.split('#')[1]

  const owner = new Person(await (await browser.newContext({ baseURL: server.origin })).newPage(), server)
  await owner.signIn(newEmail('thandi'))
  await owner.startLogbook('12 Protea Mews')
  await owner.isSynced()
  const linked = await owner.page.request.post('/api/estates/link', { data: { token, home: await space(owner, 'home') }, headers })
  expect(linked.ok()).toBe(true)
  await owner.go('/scheme')
  await owner.page.getByRole('button', { name: 'Open a case' }).click()
  await owner.page.getByLabel('What it is about').fill('Noise at night')
  await owner.page.getByLabel('Your name').fill('Thandi Secret')
  await owner.page.getByLabel('Other side').fill('Dora Secret')
  await owner.page.getByLabel('The complaint').fill('A secret drill after ten.')
  await owner.page.getByRole('button', { name: 'Send the complaint' }).click()
  await expect(owner.page.getByRole('heading', { name: 'Noise at night' })).toBeVisible()
  await expect(owner.page.getByText('A secret drill after ten.')).toBeVisible({ timeout: 15_000 })
  await owner.go('/scheme')
  await expect(owner.page.getByRole('link', { name: 'Noise at night' })).toBeVisible()

  await manager.go('/estate/cases')
  await expect(page.getByRole('link', { name: 'Noise at night' })).toBeVisible({ timeout: 15_000 })
  await manager.go('/estate/shares/new')
  await page.getByRole('switch', { name: /^Cases/ }).check()
  // As they will see it: the case, and nobody in it.
  await page.getByRole('button', { name: 'See it as they will' }).click()
  await expect(page.getByText('This is what they would see.')).toBeVisible()
  await page.getByRole('link', { name: 'Cases', exact: true }).click()
  await page.getByRole('link', { name: 'Noise at night' }).click()
  await expect(page.getByText('Name hidden').first()).toBeVisible()
  await expect(page.getByText(/secret/i)).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to the link' }).click()
  await expect(page.getByRole('switch', { name: /^Cases/ })).toBeChecked()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('The link is ready')).toBeVisible()
  const digits = /(\d{4}) ?(\d{4})/.exec((await page.getByText(/\d{4} ?\d{4}/).first().textContent()) ?? '')
  const address = (await page.locator('.share__address').textContent()) ?? ''

  const visitor = await (await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })).newPage()
  const told: string[] = []
  visitor.on('response', async (response) => {
    if (response.url().includes('/api/shares/')) told.push(await response.text().catch(() => ''))
  })
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await visitor.getByLabel('Passcode').fill(`${digits?.[1] ?? ''}${digits?.[2] ?? ''}`)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await visitor.getByRole('link', { name: 'Cases', exact: true }).click()
  await visitor.getByRole('link', { name: 'Noise at night' }).click()
  await expect(visitor.getByText('Waits for an answer').first()).toBeVisible()
  await expect(visitor.getByText('Name hidden').first()).toBeVisible()
  await expect(visitor.getByRole('button', { name: 'Send' })).toHaveCount(0)
  expect(told.join('')).not.toMatch(/secret/i)
})
