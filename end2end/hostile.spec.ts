// Texts that mean to become markup or script stand in every field, file name and tag of a photo: every page shows them, and none of them does anything.

import { randomBytes, randomUUID } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

import { type Edit, FIRST, isClean, TEXTS } from './hostile.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** Of so many records of a kind one has its own pages opened, of more with `--long`; the lists show all. */
const STEP = process.env.CODESSA_TEST_LONG === undefined ? 31 : 5

interface Photo {
  hash: string
  name: string
  media: string
  size: number
}

/** A JPEG of one colour whose every tag that holds a text holds a part of them, and whose comment holds all. */
async function photo(page: Page): Promise<Buffer> {
  const plain = Buffer.from(
    await page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
      canvas.getContext('2d')?.fillRect(0, 0, 320, 240)
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
    }),
  )
  // Description, make, model, software, artist, copyright: TIFF 6.0.
  const tags = [0x10e, 0x10f, 0x110, 0x131, 0x13b, 0x8298]
  const values = tags.map((_, nth) => Buffer.from(`${TEXTS.filter((_, at) => at % tags.length === nth).join(' ')}\0`))
  const directory = Buffer.alloc(2 + 12 * tags.length + 4)
  directory.writeUInt16LE(tags.length)
  let end = 8 + directory.length
  for (const [nth, value] of values.entries()) {
    const at = 2 + 12 * nth
    directory.writeUInt16LE(tags[nth] ?? 0, at)
    directory.writeUInt16LE(2, at + 2)
    directory.writeUInt32LE(value.length, at + 4)
    directory.writeUInt32LE(end, at + 8)
    end += value.length
  }
  const exif = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'), directory, ...values])
  const segment = (mark: number, content: Buffer) => {
    const head = Buffer.from([0xff, mark, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  }
  return Buffer.concat([plain.subarray(0, 2), segment(0xe1, exif), segment(0xfe, Buffer.from(TEXTS.join('\n'))), plain.subarray(2)])
}

/** For each text a record of every kind that has it in every field which takes one. */
function records(file: Photo): Record<string, Edit[]> {
  const kinds = ['zone', 'contact', 'system', 'document', 'entry', 'certificate', 'warranty', 'task', 'item', 'reading', 'label', 'amendment', 'claim', 'inspection', 'checklist', 'deferral'] as const
  const ids = Object.fromEntries(kinds.map((kind) => [kind, TEXTS.map(() => randomUUID() as string)])) as Record<(typeof kinds)[number], string[]>
  const now = Date.now().toString(16).padStart(12, '0')
  let count = 0
  const edit = (kind: string, id: string, fields: object): Edit => {
    count += 1
    return { key: randomUUID(), id, kind, stamp: `${now}.${count.toString(16).padStart(4, '0')}.00000000000000fe`, fields }
  }
  const fields: Record<(typeof kinds)[number], (text: string, nth: number) => object> = {
    zone: (text) => ({ name: text, notes: text, place: 'bathroom' }),
    contact: (text) => ({ name: text, person: text, trade: text, phone: text, address: text, notes: text, role: 'tradesperson', registrations: [{ body: text, number: text }] }),
    system: (text, nth) => ({ name: text, steps: text, call_number: text, make: text, model: text, serial: text, size: text, shut_off: text, life_source: text, notes: text, type: 'geyser', zone: ids.zone[nth], fitted_by: ids.contact[nth], files: [{ ...file, name: text, caption: text }] }),
    document: (text, nth) => ({ title: text, notes: text, type: 'insurance', facts: [{ name: text, value: text }], file: { ...file, name: text, caption: text }, systems: [ids.system[nth]] }),
    entry: (text, nth) => ({ title: text, notes: text, done_by: text, type: 'repair', when: '2026-01', parts: [{ name: text, number: text, quantity: 2 }], systems: [ids.system[nth]], contact: ids.contact[nth], documents: [ids.document[nth]], files: [{ ...file, name: text, caption: text }] }),
    certificate: (text) => ({ title: text, body: text, issuer: text, number: text, registration: text, notes: text, type: 'electrical', issued: '2026-01-02', files: [{ ...file, name: text, caption: text }] }),
    warranty: (text, nth) => ({ title: text, provider: text, number: text, notes: text, starts: '2026-01-02', months: 60, systems: [ids.system[nth]] }),
    task: (text, nth) => ({ title: text, notes: text, why: text, how_to: text, trade: text, interval_source: text, parts: [{ name: text, number: text, quantity: 2 }], recurrence: { by: 'month', every: 6, from: 'done' }, due: '2026-12-01', systems: [ids.system[nth]] }),
    item: (text, nth) => ({ name: text, make: text, model: text, serial: text, notes: text, quantity: 2, zone: ids.zone[nth] }),
    reading: (text, nth) => ({ notes: text, on: '2026-01-02', unit: 'kwh', value_milli: 1_000 * (nth + 1), system: ids.system[nth] }),
    label: (_, nth) => ({ token: randomBytes(16).toString('base64url'), system: ids.system[nth], made: '2026-01-02' }),
    claim: (text, nth) => ({ warranty: ids.warranty[nth], title: text, answer: text, notes: text, asked: '2026-02', outcome: 'refused', files: [{ ...file, name: text, caption: text }] }),
    inspection: (text, nth) => ({ title: text, checklist: ids.checklist[nth], by: text, on: '2026-01-02', notes: text, points: [{ title: text, found: 'failed', note: text, system: ids.system[nth], became: ids.task[nth] }], files: [{ ...file, name: text, caption: text }] }),
    checklist: (text) => ({ name: text, about: text, every_months: 6, points: [{ title: text, how: text, severity: 'minor', source: { title: text, says: text, basis: 'trade' } }] }),
    deferral: (text, nth) => ({ task: ids.task[nth], due: '2026-12-01', until: '2027-01-01', on: '2026-11-01', reason: text }),
    amendment: (text, nth) => ({ title: text, notes: text, reason: text, type: 'repair', when: '2026-01', amends: ids.entry[nth] }),
  }
  const all = kinds.map((kind) => [kind, TEXTS.map((text, nth) => edit(kind === 'amendment' ? 'entry' : kind, ids[kind][nth] ?? '', fields[kind](text, nth)))])
  const home = TEXTS[TEXTS.length - 1] ?? ''
  const property = edit('property', randomUUID(), { name: FIRST, address: home, suburb: home, city: home, erf: home, notes: TEXTS.join('\n'), water_shut_off: FIRST, power_shut_off: FIRST })
  const imported = TEXTS.map((text) => edit('import', randomUUID(), { from: text, files: [text], new: 1, changed: 0, began: '2026-01-02T09:00:00.000Z' }))
  return { ...Object.fromEntries(all), property: [property], import: imported }
}

/** Sends them as another device of the account would. How many the server took. */
async function push(page: Page, edits: Edit[]): Promise<number> {
  return page.evaluate(async (edits) => {
    const [{ space }] = (await (await fetch('/api/spaces')).json()) as [{ space: string }]
    let taken = 0
    for (let at = 0; at < edits.length; at += 100) {
      const body = JSON.stringify({ edits: edits.slice(at, at + 100) })
      const answer = await fetch(`/api/spaces/${space}/push`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      taken += JSON.stringify(await answer.json()).split('"rev"').length - 1
    }
    return taken
  }, edits)
}

/** The link that was just made gives all there is. */
async function widen(page: Page): Promise<void> {
  const status = await page.evaluate(async () => {
    const [{ space }] = (await (await fetch('/api/spaces')).json()) as [{ space: string }]
    const { shares } = (await (await fetch(`/api/spaces/${space}/shares`)).json()) as { shares: { id: string }[] }
    const kinds = ['property', 'zone', 'system', 'entry', 'certificate', 'warranty', 'claim', 'task', 'item', 'reading', 'document', 'contact']
    const grant = { kinds, ticks: ['costs', 'names', 'contacts', 'notes'], verbs: ['view', 'download'] }
    const body = JSON.stringify({ grant })
    const answer = await fetch(`/api/spaces/${space}/shares/${shares[0]?.id}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
    return `${answer.status} ${answer.ok ? '' : await answer.text()}`
  })
  expect(status).toBe('200 ')
}

/** Pages of a home that everybody sees who was given it, and its lists. */
const SHOWN = ['/', '/logbook', '/systems', '/documents', '/contacts', '/zones', '/property', '/certificates', '/warranties', '/tasks', '/plan', '/items', '/meters', '/print?sections=home.systems.timeline.photos.notes.costs.certificates.warranties.inspections.documents.contacts.contents.requests']
/** Pages that its members see besides. */
const OWN = ['/plan/usual', '/faults', '/emergency', '/inspections', '/ready', '/settings/reminders', '/labels', '/scan', '/setup', '/add', '/property/edit', '/settings', '/settings/bring', '/settings/take', '/settings/unsent', '/settings/devices', '/settings/members', '/shares', '/shares/new', '/restore']
/** Pages of one record, by its kind. */
const SINGLE: Record<string, string[]> = {
  entry: ['/logbook/:id', '/logbook/:id/versions'],
  system: ['/systems/:id', '/systems/:id/summary'],
  document: ['/documents/:id'],
  contact: ['/contacts/:id'],
  certificate: ['/certificates/:id'],
  warranty: ['/warranties/:id'],
  task: ['/tasks/:id'],
}
/** Forms of one record. */
const FORMS: Record<string, string[]> = {
  entry: ['/logbook/:id/amend'],
  system: ['/systems/:id/edit', '/systems/:id/replace'],
  document: ['/documents/:id/edit'],
  contact: ['/contacts/:id/edit'],
  certificate: ['/certificates/:id/amend'],
  warranty: ['/warranties/:id/edit'],
  task: ['/tasks/:id/edit'],
  item: ['/items/:id/edit'],
  zone: ['/zones/:id/edit'],
  reading: ['/meters/:id/amend'],
  claim: ['/claims/:id/edit'],
  inspection: ['/inspections/:id'],
}

/** Goes to pages of single records: of each kind to one in so many, so that over all kinds every sort of text has its turn. */
async function visitSingle(person: Person, made: Record<string, Edit[]>, pages: Record<string, string[]>): Promise<void> {
  let [seen, missing] = [0, 0]
  for (const [nth, [kind, paths]] of Object.entries(pages).entries()) {
    const some = (made[kind] ?? []).filter((_, at) => at % STEP === nth % STEP)
    for (const [at, { id }] of some.entries()) {
      const path = (paths[at % paths.length] ?? '').replace(':id', id)
      await person.go(path)
      await isClean(person.page, path)
      seen += 1
      missing += await person.page.getByRole('heading', { name: 'Nothing here' }).filter({ visible: true }).count()
    }
  }
  expect(missing, `of ${seen} records only those are missing that the server refused`).toBeLessThan(Math.max(seen / 10, 2))
}

test('hostile texts in every field, file name and tag of a photo execute nothing, on any page', async ({ page, server, browser }) => {
  test.setTimeout(900_000)
  const dialogs: string[] = []
  const heard = (one: Page) => one.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()))
  heard(page)
  const thandi = new Person(page, server)
  const email = newEmail('thandi')
  await thandi.signIn(email)
  await thandi.startLogbook('13 Hostile Street')
  const picture = { name: '"><img src=x onerror=hacked=1>.jpg', mimeType: 'image/jpeg', buffer: await photo(page) }
  await thandi.addEntry({ title: FIRST, photo: picture })
  await thandi.isSynced()
  const file = await page.evaluate(async () => {
    const [{ space }] = (await (await fetch('/api/spaces')).json()) as [{ space: string }]
    const { records } = (await (await fetch(`/api/spaces/${space}/pull`)).json()) as { records: { body: string | { files?: Photo[] } }[] }
    const bodies = records.map(({ body }) => (typeof body === 'string' ? (JSON.parse(body) as { files?: Photo[] }) : body))
    return bodies.flatMap(({ files }) => files ?? [])[0]
  })
  if (file === undefined) throw new Error('the photo has no record')
  const { hash, media, size } = file
  const made = records({ hash, media, size, name: '' })
  const edits = Object.values(made).flat()
  expect(await push(page, edits), 'most of them are texts like any other').toBeGreaterThan(edits.length * 0.9)

  // A link that gives all of it, by a hostile name, while its maker has just proved to be there.
  await thandi.go('/shares/new')
  await page.getByLabel('Who exactly?').fill(TEXTS.find((text) => text.startsWith('"><script>')) ?? FIRST)
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('The link is ready')).toBeVisible()
  const address = (await page.locator('.share__address').textContent()) ?? ''
  await widen(page)

  await page.goto('/contacts')
  await expect(page.getByText(FIRST).first(), 'what another device wrote has come').toBeAttached({ timeout: 60_000 })
  for (const path of [...SHOWN, ...OWN]) {
    await thandi.go(path)
    await isClean(page, path)
  }
  await visitSingle(thandi, made, SINGLE)
  await visitSingle(thandi, made, FORMS)
  // What an address says is a text too.
  for (const text of TEXTS.filter((_, at) => at % STEP === 0)) {
    const said = encodeURIComponent(text)
    for (const path of [`/logbook?q=${said}`, `/print?from=${said}`, `/systems/${said}`, `/systems/new?type=${said}`, `/sign-in?to=${said}`]) {
      await thandi.go(path)
      await isClean(page, path)
    }
  }
  for (const path of ['/logbook', '/systems', `/logbook/${made.entry?.[3]?.id}`]) {
    await page.goto(path)
    await isClean(page, `${path}, loaded anew`)
  }

  const other = await browser.newContext({ baseURL: server.origin })
  const visitor = await other.newPage()
  heard(visitor)
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await expect(visitor.getByText('Shared with you until')).toBeVisible()
  const guest = new Person(visitor, server)
  for (const path of SHOWN) {
    await guest.go(path)
    await isClean(visitor, `${path}, by a link`)
  }
  await visitSingle(guest, made, SINGLE)
  await other.close()
  await thandi.go('/shares')
  await isClean(page, 'the list of links')
  expect(dialogs, 'no dialog opened').toEqual([])
  expect(new URL(page.url()).origin).toBe(server.origin)
})

test('what stands behind the # of an address is a text too', async ({ page }) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()))
  for (const text of TEXTS.filter((_, at) => at % (2 * STEP) === 0)) {
    for (const path of ['/s', '/join', '/pair', '/q']) {
      await page.goto('about:blank')
      await page.goto(`${path}#${encodeURI(text)}`)
      await isClean(page, `${path}#${text}`)
    }
  }
  expect(dialogs).toEqual([])
})
