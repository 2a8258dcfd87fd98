// The same texts in a scheme and in one of its cases: what people write there, on every page of both.

import { randomUUID } from 'node:crypto'

import { expect } from '@playwright/test'

import { type Edit, FIRST, isClean, TEXTS } from './hostile.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

type Record = [kind: string, fields: object, id?: string]

/** Sends records as the app would; how many were refused. */
async function push({ page, server }: Person, space: string, records: Record[]): Promise<number> {
  const now = Date.now().toString(16).padStart(12, '0')
  let refused = 0
  for (let at = 0; at < records.length; at += 100) {
    const edits = records.slice(at, at + 100).map(([kind, fields, id = randomUUID()], number): Edit => ({ key: randomUUID(), id, kind, stamp: `${now}.${(at + number).toString(16).padStart(4, '0')}.00000000000000fe`, fields }))
    const answer = await page.request.post(`/api/spaces/${space}/push`, { data: { edits }, headers: { origin: server.origin } })
    const { answers } = (await answer.json()) as { answers: { outcome: string }[] }
    refused += answers.filter((one) => one.outcome !== 'accepted').length
  }
  return refused
}

test('hostile texts in a scheme and its cases execute nothing on any of their pages', async ({ page, server }) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()))
  const manager = new Person(page, server)
  await manager.signIn(newEmail('manager'))
  await manager.go('/estate')
  await page.getByLabel('Name of the scheme').fill(FIRST)
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await expect(page.getByRole('heading', { name: FIRST })).toBeVisible()
  const me = (await (await page.request.get('/api/me')).json()) as { spaces: { space: string; sort?: string }[] }
  const estate = me.spaces.find((one) => one.sort === 'estate')?.space ?? ''
  const said = (at: number) => TEXTS[at % TEXTS.length] ?? FIRST
  const unit = randomUUID()
  const written: Record[] = [
    ['unit', { number: '1', owner: FIRST, tenant: said(1), notes: said(2) }, unit],
    ...TEXTS.map((text, at): Record => ['unit', { number: text, owner: said(at + 1), notes: said(at + 2) }]),
    ...TEXTS.map((text, at): Record => ['vendor', { name: text, trade: said(at + 1), notes: said(at + 2) }]),
    ['building', { name: FIRST, notes: said(3) }],
    ['ask', { title: FIRST, text: said(4), on: '2026-11-27' }],
    ['capital_item', { name: FIRST, category: 'roofing', relevant: said(5) }],
    ['bundle', { title: FIRST, notes: said(6), units: [unit] }],
    ['programme', { name: FIRST, from: '2027-01-01', months: 24, capacity: 2 }],
  ]
  expect(await push(manager, estate, written), 'most of them are texts like any other').toBeLessThan(TEXTS.length / 5)

  await manager.go('/estate/cases/new')
  await page.getByLabel('What it is about').fill(FIRST)
  for (const label of ['Complainant', 'Other side', 'Contractor', 'The rule that it is about', 'The complaint']) await page.getByLabel(label).fill(FIRST)
  await page.getByRole('button', { name: 'Open a case' }).click()
  await expect(page.getByRole('heading', { name: FIRST })).toBeVisible()
  await expect(page).toHaveURL(/cases\/[0-9a-f]{8}-/)
  const address = new URL(page.url()).pathname
  const talk = TEXTS.map((text, at): Record => ['statement', { office: 'manager', text, rule: said(at + 1), entry: said(at + 2), name: said(at + 3), at: '2026-11-27T10:00:00.000Z' }])
  expect(await push(manager, address.split('/').pop() ?? '', talk)).toBeLessThan(TEXTS.length / 5)
  await expect(page.getByText(said(7)).first()).toBeAttached({ timeout: 30_000 })

  for (const path of [address, '/estate', '/estate/grid', '/estate/matrix', '/estate/duties', '/estate/plan', '/estate/work', '/estate/vendors', '/estate/units', `/estate/units/${unit}`, '/estate/people', '/estate/settings', '/estate/cases', '/estate/shares/new']) {
    await manager.go(path)
    await isClean(page, path)
  }
  expect(dialogs, 'no dialog opened').toEqual([])
})
