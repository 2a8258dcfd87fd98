// The same texts in a job: what either side writes in the portal, on every page of both.

import { randomUUID } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

import { type Edit, FIRST, isClean, TEXTS } from './hostile.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** Lines of one paper at most. */
const LINES = 50

type Record = [kind: string, fields: object, id?: string]

/** Sends records as the app would, by an address that takes edits; what was refused, and why. */
async function push(page: Page, address: string, records: Record[]): Promise<string[]> {
  const now = Date.now().toString(16).padStart(12, '0')
  const edits = records.map(([kind, fields, id = randomUUID()], at): Edit => ({ key: randomUUID(), id, kind, stamp: `${now}.${at.toString(16).padStart(4, '0')}.00000000000000fe`, fields }))
  return page.evaluate(
    async ([address, edits]) => {
      const refused: string[] = []
      for (let at = 0; at < edits.length; at += 50) {
        const body = JSON.stringify({ edits: edits.slice(at, at + 50) })
        const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
        const { answers } = (await answer.json()) as { answers: object[] }
        refused.push(...answers.map((one) => JSON.stringify(one)).filter((one) => !one.includes('"rev"')))
      }
      return refused
    },
    [address, edits] as const,
  )
}

/** The number of a link, from its address. */
function numbered(address: string): string {
  const digits = Buffer.from(address.split('#')[1]?.split('.')[1] ?? '', 'base64url').toString('hex')
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

test('hostile texts in a job execute nothing on the pages of either side', async ({ page, server, browser }) => {
  const dialogs: string[] = []
  const heard = (one: Page) => one.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()))
  heard(page)
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('14 Hostile Street')
  await thandi.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill(FIRST)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: FIRST })).toBeVisible()
  await thandi.go('/portal/new')
  await page.getByLabel('What do you need?').fill(FIRST)
  await page.getByRole('checkbox', { name: FIRST }).check()
  await page.getByLabel(/^Your name/).fill(FIRST)
  await page.getByRole('button', { name: 'Make the request' }).click()
  await expect(page.locator('.portal__link')).toBeVisible()
  const address = (await page.locator('.portal__link').textContent()) ?? ''

  const other = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  const visitor = await other.newPage()
  heard(visitor)
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await expect(visitor.getByRole('heading', { name: FIRST }).filter({ visible: true }).first()).toBeVisible()

  // What the provider writes, and what the client answers: every text is in one of their fields.
  const said = (at: number) => TEXTS[at % TEXTS.length] ?? FIRST
  const lines = (from: number) =>
    Array.from({ length: LINES }, (_, at) => ({ id: `${from}-${at}`, what: said(from + at), why: said(from + at + 1), if_not: said(from + at + 2), detail: said(from + at + 3), quantity: 1000, price: 10_000, vat: 'none' }))
  const provider = { name: FIRST, address: said(1), phone: said(2).slice(0, 30), registrations: [{ body: said(3).slice(0, 60), number: said(4).slice(0, 60) }] }
  const [quote, variation, sheet, invoice] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const visit = `/api/shares/${numbered(address)}/push`
  const options = [{ key: 'a', name: said(5), words: said(6) }]
  const quoted = { title: FIRST, notes: said(7), terms: said(8), warranty: said(9), number: said(10), exclusions: [said(11), said(12)], lines: lines(0), options, provider, on: '2026-11-27', valid_until: '2027-12-31' }
  const talk = TEXTS.map((text): Record => ['message', { side: 'provider', name: text, text, sent_at: '2026-11-27T10:00:00.000Z' }])
  const first = await push(visitor, visit, [['quote', quoted, quote], ['appointment', { from: '2026-12-01T06:00:00.000Z', notes: said(13), who: said(14) }]])
  expect(first).toEqual([])
  expect((await push(visitor, visit, talk)).length, 'most of them are texts like any other').toBeLessThan(TEXTS.length / 10)
  await page.goto('/portal')
  await page.getByRole('link', { name: FIRST }).first().click()
  await expect(page.getByText(said(8)).first(), 'the terms of the quote').toBeAttached({ timeout: 30_000 })
  const deal = `/api/spaces/${new URL(page.url()).pathname.split('/').pop()}/push`
  const decided = { verdict: 'approve', name: said(15), reason: said(16), device: said(17), decided_at: '2026-11-27T10:00:00.000Z' }
  const refused = [await push(page, deal, [['decision', { ...decided, on: quote, option: 'a' }], ['message', { side: 'client', name: FIRST, text: FIRST, sent_at: '2026-11-27T10:00:00.000Z' }]])]
  refused.push(await push(visitor, visit, [['variation', { quote, title: said(18), reason: said(19), lines: lines(50), on: '2026-12-01' }, variation]]))
  refused.push(await push(page, deal, [['decision', { ...decided, on: variation }]]))
  const part = { name: said(20), make: said(21), serial: said(22) }
  const done = { quote, by: said(23), notes: said(24), completed_on: '2026-12-01', minutes: 90, next_what: said(25), next_months: 12, parts: [part], points: [{ title: said(26), found: 'good', note: said(27) }], done: ['0-1'] }
  const billed = { quote, number: said(28).slice(0, 40), notes: said(29), lines: lines(0), provider, client: { name: said(30), address: said(31) }, bank: { account: '62000000', bank: said(32), holder: said(33), reference: said(34) }, on: '2026-12-01', due: '2026-12-31' }
  refused.push(await push(visitor, visit, [['job_sheet', done, sheet], ['sign_off', { of: sheet, side: 'provider', name: said(35), text: said(36), signed_at: '2026-12-01T12:00:00.000Z' }], ['invoice', billed, invoice]]))
  expect(refused.flat()).toEqual([])

  for (const path of ['/', '/portal', new URL(page.url()).pathname]) {
    await thandi.go(path)
    await isClean(page, path)
  }
  await page.reload()
  await isClean(page, 'the job, loaded anew')
  await visitor.reload()
  const guest = new Person(visitor, server)
  for (const path of ['/jobs', '/jobs?do=quote', '/jobs?do=come', '/jobs?do=vary', '/jobs?do=record', '/jobs?do=bill']) {
    await guest.go(path)
    await isClean(visitor, `${path}, by the link`)
  }
  // What the job leaves in the logbook.
  await page.getByRole('button', { name: /^Take/ }).first().click()
  await thandi.go('/logbook')
  await isClean(page, 'the logbook after it')
  await other.close()
  expect(dialogs, 'no dialog opened').toEqual([])
})
