// A scheme is shown by a link: trustees see the dashboard on a phone, by a passcode, and nobody's name; a meeting pack stays what it was.

import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

const PHONE = { width: 360, height: 740 }

/** Writes a record of the scheme as a device would; its id. */
async function write(manager: Person, kind: string, fields: Record<string, unknown>, id: string = crypto.randomUUID()): Promise<string> {
  const { page, server } = manager
  const me = (await (await page.request.get('/api/me')).json()) as { spaces: { space: string; sort?: string }[] }
  const estate = me.spaces.find((one) => one.sort === 'estate')
  if (estate === undefined) throw new Error('there is no scheme')
  const stamp = `${Date.now().toString(16).padStart(12, '0')}.0000.00000000000000ff`
  const edits = [{ key: crypto.randomUUID(), id, kind, stamp, fields }]
  const answer = await page.request.post(`/api/spaces/${estate.space}/push`, { data: { edits }, headers: { origin: server.origin } })
  expect(((await answer.json()) as { answers: { outcome: string }[] }).answers[0]?.outcome).toBe('accepted')
  return id
}

/** Makes a link of the scheme; its address, and its passcode. */
async function share(manager: Person, pack: boolean): Promise<{ address: string; passcode: string }> {
  const { page } = manager
  await manager.go('/estate/shares')
  await manager.go('/estate/shares/new')
  await page.getByLabel('Who exactly?').fill(pack ? 'Meeting in March' : 'Trustees')
  if (pack) await page.getByRole('switch', { name: 'Meeting pack' }).check()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('The link is ready')).toBeVisible()
  const told = (await page.getByText(/\d{4} ?\d{4}/).first().textContent()) ?? ''
  const passcode = /(\d{4}) ?(\d{4})/.exec(told)
  return { address: (await page.locator('.share__address').textContent()) ?? '', passcode: `${passcode?.[1] ?? ''}${passcode?.[2] ?? ''}` }
}

async function open(visitor: Page, { address, passcode }: { address: string; passcode: string }): Promise<void> {
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await visitor.getByLabel('Passcode').fill(passcode)
  await visitor.getByRole('button', { name: 'Open it' }).click()
}

test('trustees look in by a passcode on a phone, see nobody’s name, and a meeting pack stays what it was', async ({ page, server, browser }) => {
  const manager = new Person(page, server)
  await manager.signIn(newEmail('manager'))
  await manager.go('/estate')
  await page.getByLabel('Name of the scheme').fill('Protea Mews')
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await expect(page.getByRole('heading', { name: 'Protea Mews' })).toBeVisible()
  await write(manager, 'unit', { number: '12A', owner: 'Thandi Secret', owner_email: 'thandi.secret@example.org', notes: 'Secret dog' })
  const [live, pack] = [await share(manager, false), await share(manager, true)]

  const phone = await browser.newContext({ baseURL: server.origin, viewport: PHONE })
  const visitor = await phone.newPage()
  const told: string[] = []
  visitor.on('response', async (response) => {
    if (response.url().includes('/api/shares/')) told.push(await response.text().catch(() => ''))
  })
  await open(visitor, live)
  await expect(visitor.getByRole('heading', { name: 'Protea Mews' })).toBeVisible()
  await visitor.getByRole('link', { name: 'Systems', exact: true }).click()
  await expect(visitor.getByText('12A').first()).toBeVisible()
  await expect(visitor.getByText('Secret')).toHaveCount(0)
  await expect(visitor.getByRole('link', { name: 'People', exact: true })).toHaveCount(0)
  expect(told.join('')).not.toMatch(/secret/i)

  const other = await (await browser.newContext({ baseURL: server.origin, viewport: PHONE })).newPage()
  await open(other, pack)
  await expect(other.getByRole('heading', { name: 'Protea Mews' })).toBeVisible()
  const me = (await (await page.request.get('/api/me')).json()) as { spaces: { space: string; sort?: string }[] }
  const estate = me.spaces.find((one) => one.sort === 'estate')?.space ?? ''
  const pulled = (await (await page.request.get(`/api/spaces/${estate}/pull`)).json()) as { records: { id: string; kind: string }[] }
  await write(manager, 'scheme', { name: 'Protea Gardens' }, pulled.records.find((record) => record.kind === 'scheme')?.id)
  for (const [tab, name] of [[other, 'Protea Mews'], [visitor, 'Protea Gardens']] as const) {
    await tab.reload()
    await expect(tab.getByRole('heading', { name })).toBeVisible()
  }
})
