// The history report and the summary of a system: what is chosen is on paper, and what is hidden is nowhere.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { expect, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { opened, pagesOf, plain } from './pdf.ts'
import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** A photo of 192 by 192 pixels. */
const PHOTO = { name: 'geyser.png', mimeType: 'image/png', buffer: readFileSync(new URL('../public/icons/icon-192.png', import.meta.url)) }

/** The text of each page of the PDF that the browser makes of what it shows. */
async function onPaper(page: Page): Promise<string[]> {
  return pagesOf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
}

/** A home with a plumber, a geyser, three entries and a certificate. */
async function buildHome(page: Page, thandi: Person): Promise<void> {
  await page.clock.setFixedTime('2026-11-26T09:00:00+02:00')
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await thandi.go('/contacts/new')
  await page.getByLabel('Name of the person or firm').fill('Boland Plumbing')
  await page.getByLabel(/^Phone/).fill('021 555 0199')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Boland Plumbing' }).first()).toBeVisible()
  await thandi.addEntry({ title: 'Gutters cleared', cost: '750' })
  await thandi.go('/systems/new?type=geyser')
  await page.getByLabel('What do you call it?').fill('Main geyser')
  await page.getByLabel('Where does it shut off?').fill('Valve behind the bath')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Main geyser' }).first()).toBeVisible()
  await addOlder(page, 'Thermostat replaced', '2019', '2 890,50')
  await addOlder(page, 'Gate welded', '2021', '1 200')
  await thandi.go('/certificates/new')
  await page.getByLabel(/^Number/).fill('COC 4711')
  await page.getByLabel(/^Issued by/).fill('Volt & Son')
  await page.getByLabel(/^Registration number/).fill('IE 20876')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name: /Electrical/ }).first()).toBeVisible()
}

/** An entry of a year, by the plumber, on the geyser, with a photo. */
async function addOlder(page: Page, title: string, year: string, cost: string): Promise<void> {
  await page.getByRole('link', { name: 'Add entry' }).first().click()
  await expect(page.getByRole('heading', { name: 'New entry' })).toBeVisible()
  await page.getByLabel('From the gallery').setInputFiles(PHOTO)
  await expect(page.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
  await page.getByLabel('In a few words').fill(title)
  await page.getByLabel('How exactly').selectOption({ label: 'Year' })
  await page.getByLabel('Year', { exact: true }).fill(year)
  await page.getByLabel(/^Cost/).fill(cost)
  await page.getByText('Who, parts, notes').click()
  await page.getByRole('combobox', { name: /^Done by/ }).click()
  await page.getByRole('option', { name: 'Boland Plumbing' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Main geyser' }).first().click()
  await expect(page.getByRole('heading', { name: 'Main geyser' }).first()).toBeVisible()
}

test('a report is put together, hides what is to be hidden, and is printed without a network', async ({ page, context, server }) => {
  const thandi = new Person(page, server)
  await buildHome(page, thandi)
  await thandi.isKept()
  // The report is kept on the device from its first use on.
  await page.goto('/print')
  const main = page.getByRole('main')
  const title = page.getByRole('heading', { level: 1, name: '14 Bougainvillea Crescent' })
  await expect(title).toBeVisible()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.reload()
  await expect(title).toBeVisible()
  await expect(main).toContainText('2019 to November 2026 · 3 entries')
  await expect(page.getByRole('navigation', { name: 'In this report' }).getByRole('link')).toHaveText(['The home', 'Systems', 'Timeline', 'Costs by year', 'Certificates', 'Warranties', 'Inspections'])
  await expect(main.locator('figure img')).toHaveCount(2)
  await hasNoFindings(page, 'the report')

  const whole = await onPaper(page)
  const text = whole.join(' ')
  for (const said of ['Thermostat replaced', 'R 2 890,50', 'Boland Plumbing', 'COC 4711', 'Volt & Son', 'IE 20876', 'Valve behind the bath', 'R 4 840,50']) expect(text, said).toContain(said)
  expect(text, 'a telephone number is not asked for').not.toContain('021 555 0199')
  expect(whole.length).toBeGreaterThanOrEqual(2)
  expect(whole.at(-1), 'pages are numbered').toContain(`${whole.length} / ${whole.length}`)
  expect(whole[0], 'the cover stands alone').not.toContain('Gutters cleared')

  await page.getByRole('switch', { name: /^Hide costs/ }).check()
  await page.getByRole('switch', { name: /^Hide names/ }).check()
  await expect(page).toHaveURL(/[?&]hide=costs\.names/)
  await expect(main).toContainText('Every amount was hidden.')
  await expect(main.getByRole('heading', { name: 'Costs by year' })).toHaveCount(0)
  const shown = plain((await main.textContent()) ?? '')
  const paper = (await onPaper(page)).join(' ')
  for (const hidden of ['R 2 890,50', '2 890', 'R 750', 'Boland', 'Volt', 'IE 20876', '021 555']) {
    expect(shown, `${hidden} is nowhere on the page`).not.toContain(hidden)
    expect(paper, `${hidden} is not on paper`).not.toContain(hidden)
  }
  expect(paper).toContain('COC 4711')
  await hasNoFindings(page, 'the report without names')

  // The address alone makes the same report again.
  await page.reload()
  await expect(page.getByRole('switch', { name: /^Hide names/ })).toBeChecked()
  expect((await onPaper(page)).join(' ')).not.toContain('Boland')
})

test('sections and dates choose what a report holds, and it says what it leaves out', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await buildHome(page, thandi)
  await thandi.go('/print')
  const main = page.getByRole('main')
  const from = page.getByRole('group', { name: /^Entries from/ })
  await from.getByLabel('How exactly').selectOption({ label: 'Year' })
  await from.getByLabel('Year', { exact: true }).fill('2021')
  await expect(page).toHaveURL(/[?&]from=2021/)
  await expect(main).toContainText('2021 to November 2026 · 2 entries')
  await expect(main).toContainText('1 entry outside the chosen dates')
  await expect(main).not.toContainText('Thermostat replaced')
  const until = page.getByRole('group', { name: /^Entries until/ })
  await until.getByLabel('How exactly').selectOption({ label: 'Year' })
  await until.getByLabel('Year', { exact: true }).fill('2022')
  await expect(main).not.toContainText('Gutters cleared')
  await expect(main).toContainText('Gate welded')

  await page.getByRole('checkbox', { name: 'Photos', exact: true }).uncheck()
  await expect(main.locator('figure img')).toHaveCount(0)
  await expect(main).toContainText('1 photo of entries.')
  for (const name of ['Systems', 'Certificates', 'Warranties', 'Inspections', 'The home']) await page.getByRole('checkbox', { name, exact: true }).uncheck()
  await page.getByRole('checkbox', { name: 'Contacts', exact: true }).check()
  await expect(page).toHaveURL(/sections=timeline\.costs\.contacts/)
  await expect(page).toHaveURL(/from=2021&until=2022/)
  await expect(main).toContainText('Sections: The home, Systems, Certificates.')
  const paper = (await onPaper(page)).join(' ')
  for (const said of ['Gate welded', '021 555 0199']) expect(paper, said).toContain(said)
  for (const not of ['COC 4711', 'Thermostat', 'Gutters', 'Valve behind']) expect(paper, not).not.toContain(not)
})

test('on a phone the switches are folded away', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const thandi = new Person(page, server)
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await thandi.go('/print')
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
  await expect(page.getByRole('switch', { name: /^Hide costs/ })).toBeHidden()
  await page.getByText('What goes into this report').click()
  await page.getByRole('switch', { name: /^Hide costs/ }).check()
  await expect(page.getByText('Every amount was hidden.')).toBeVisible()
})

test('a system has a summary on one page, with who to call and a code', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await buildHome(page, thandi)
  await thandi.go('/systems')
  await page.getByRole('link', { name: 'Main geyser' }).first().click()
  await page.getByRole('button', { name: 'More', exact: true }).filter({ visible: true }).last().click()
  await page.getByRole('button', { name: 'Print a summary' }).click()
  await expect(page).toHaveURL(/\/systems\/[0-9a-f-]{36}\/summary$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Main geyser' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Scan to open its whole history' })).toBeVisible()
  await hasNoFindings(page, 'the summary')
  const paper = await onPaper(page)
  expect(paper.length).toBe(1)
  for (const said of ['Main geyser', 'Valve behind the bath', 'Boland Plumbing', '021 555 0199', 'Thermostat replaced', '1 / 1']) expect(paper[0], said).toContain(said)
  await expect(page.getByText(new RegExp(`${server.origin}/systems/`))).toBeVisible()
})

/** What a PDF that the server made says: text page by page, and what makes it readable for everybody. */
async function readPdf(content: Buffer) {
  const paper = await opened(new Uint8Array(content))
  const [pages, roles]: [string[], Set<string>] = [[], new Set()]
  const collect = (node: { role?: string; children?: unknown[] } | null) => {
    if (node?.role !== undefined) roles.add(node.role)
    node?.children?.forEach((child) => collect(child as { role?: string; children?: unknown[] }))
  }
  for (let number = 1; number <= paper.numPages; number += 1) {
    const page = await paper.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(plain(items.map((item) => ('str' in item ? item.str : '')).join(' ')).replace(/\s+/g, ' '))
    collect(await page.getStructTree())
  }
  const { info } = (await paper.getMetadata()) as { info: { Title?: string; Language?: string } }
  const outline = ((await paper.getOutline()) ?? []).map(({ title }) => title)
  return { pages, text: pages.join(' '), roles, marked: ((await paper.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') ?? false, title: info.Title ?? '', language: info.Language ?? '', outline }
}

test('the server makes the same report as a PDF that is tagged and can be searched', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await buildHome(page, thandi)
  await thandi.go('/')
  await thandi.isSynced()
  await thandi.go('/print')
  await expect(page.getByRole('main').locator('figure img')).toHaveCount(2)
  const save = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as PDF' }).click()])
    expect(download.suggestedFilename()).toBe('14 Bougainvillea Crescent, History report.pdf')
    return readPdf(readFileSync(await download.path()))
  }
  const whole = await save()
  for (const said of ['14 Bougainvillea Crescent', '2019 to November 2026 · 3 entries', 'Thermostat replaced', 'R 2 890,50', 'Boland Plumbing', 'COC 4711', 'Volt & Son', 'IE 20876', 'Valve behind the bath', 'R 4 840,50']) {
    expect(whole.text, said).toContain(said)
  }
  expect(whole.text).not.toContain('021 555 0199')
  expect(whole.pages[0], 'the cover stands alone').not.toContain('Gutters cleared')
  expect(whole.pages.at(-1), 'pages are numbered').toContain(`${whole.pages.length} / ${whole.pages.length}`)
  expect(whole).toMatchObject({ marked: true, title: '14 Bougainvillea Crescent, History report', language: 'en-ZA' })
  for (const role of ['H1', 'Table', 'TH', 'TD', 'Figure', 'TOC', 'Link']) expect([...whole.roles], role).toContain(role)
  expect(whole.outline).toEqual(['The home', 'Systems', 'Timeline', 'Costs by year', 'Certificates', 'Warranties', 'Inspections'])

  await page.getByRole('switch', { name: /^Hide costs/ }).check()
  await page.getByRole('switch', { name: /^Hide names/ }).check()
  await expect(page).toHaveURL(/[?&]hide=costs\.names/)
  const hidden = await save()
  for (const word of ['2 890', 'R 750', 'Boland', 'Volt', 'IE 20876', 'thandi']) expect(hidden.text, word).not.toContain(word)
  for (const said of ['COC 4711', 'Every amount was hidden.']) expect(hidden.text, said).toContain(said)
})

test('a PDF of four hundred entries with photos is there within seconds', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('Four hundred entries')
  await thandi.addEntry({ title: 'The photo', photo: PHOTO })
  await thandi.isSynced()
  const bytes = PHOTO.buffer
  const hash = createHash('sha256').update(bytes).digest('hex')
  // A file follows its entry.
  await expect.poll(() => page.evaluate(async (hash) => {
    const [{ space }] = (await (await fetch('/api/spaces')).json()) as [{ space: string }]
    return ((await (await fetch(`/api/spaces/${space}/files/${hash}/received`)).json()) as { complete: boolean }).complete
  }, hash)).toBe(true)
  const made = await page.evaluate(async ({ hash, size }) => {
    const me = (await (await fetch('/api/spaces')).json()) as { space: string }[]
    const space = me[0]?.space ?? ''
    const now = Date.now().toString(16).padStart(12, '0')
    const edits = Array.from({ length: 400 }, (_, number) => ({
      key: crypto.randomUUID(),
      id: crypto.randomUUID(),
      kind: 'entry',
      stamp: `${now}.${number.toString(16).padStart(4, '0')}.00000000000000fe`,
      fields: {
        type: 'service',
        title: `Service ${number}, with a title as long as people write them`,
        when: `${2026 - Math.floor(number / 40)}-0${1 + (number % 9)}-15`,
        cost: { cents: 10_000 + number, currency: 'ZAR' },
        notes: 'Cleaned, tightened, tested. '.repeat(4),
        done_by: 'Boland Plumbing',
        files: number % 4 === 0 ? [{ hash, name: 'photo.png', media: 'image/png', size, caption: `Plate ${number}` }] : [],
      },
    }))
    const pushed = await fetch(`/api/spaces/${space}/push`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ edits }) })
    const outcomes = JSON.stringify(await pushed.json())
    const began = performance.now()
    const answer = await fetch(`/api/spaces/${space}/report.pdf?sections=home.systems.timeline.photos.notes.costs`)
    const content = new Uint8Array(await answer.arrayBuffer())
    return { status: answer.status, ms: performance.now() - began, content: Array.from(content), outcomes }
  }, { hash, size: bytes.length })
  expect(made.status, made.outcomes.slice(0, 500)).toBe(200)
  const { pages, text } = await readPdf(Buffer.from(made.content))
  for (const said of ['Service 0,', 'Service 399,', 'Plate 396', 'Plate 4']) expect(text, said).toContain(said)
  expect(pages.length).toBeGreaterThan(30)
  // Five seconds on a machine that does nothing else; this one runs other tests.
  expect(made.ms).toBeLessThan(15_000)
  console.log(`a PDF of 400 entries with 100 photos, ${pages.length} pages, ${made.content.length} bytes: ${Math.round(made.ms)} ms`)
})
