// Bringing records in, and taking the home out: a spreadsheet with questions, the same file twice, a newer export, taking it back, and an archive that
// becomes an equal home on an empty account.

import { readFileSync } from 'node:fs'

import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}

function csv(name: string, ...lines: string[]): Chosen {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) }
}

/** Opens the page as a person does, by the settings. */
async function opensBring(thandi: Person): Promise<void> {
  await thandi.go('/settings')
  await thandi.page.getByRole('link', { name: 'Bring records in' }).click()
  await expect(thandi.page.getByRole('heading', { name: 'Bring records in' })).toBeVisible()
}

async function choose(page: Page, ...files: Chosen[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles(files)
  await expect(page.getByRole('heading', { name: 'Files', exact: true })).toBeVisible()
}

const HOMEBOX = ['HB.import_ref,HB.name,HB.location,HB.manufacturer,HB.purchase_price,HB.purchase_date,HB.notes', 'a1,Drill,Garage / Shelf,Bosch,1499.00,2020-03-04,Blue case', 'a2,Ladder,Garage,,899,2019-07-01,']

test('a spreadsheet is matched, asked about, brought in, and taken back with one tap', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('3 Import Road')
  await opensBring(thandi)
  await choose(
    page,
    csv('repairs.csv', 'Datum,What was done,Bedrag,Contractor,Colour', '03/04/2021,Gutters cleaned,"R 1\u00a0234,50",Sipho,', '05/06/2022,Gate motor replaced,"R 5 600,00",Ann,Grey'),
  )
  // What cannot be guessed is asked, each answer written out.
  await expect(page.getByText('03/04/2021 is 3 April 2021')).toBeVisible()
  await page.getByRole('radio', { name: /03\/04\/2021 is 3 April 2021/ }).check()
  await page.getByRole('button', { name: 'Look at what would come' }).click()
  await expect(page.getByRole('heading', { name: 'What would come' })).toBeVisible()
  await page.getByRole('button', { name: /^Bring in \d+ records?$/ }).click()
  await expect(page.getByText(/^\d+ records? brought in$/)).toBeVisible()
  await page.getByRole('link', { name: 'Open the logbook' }).click()
  await expect(page.getByRole('link', { name: 'Gutters cleaned' })).toBeVisible()
  await page.getByRole('link', { name: 'Gate motor replaced' }).click()
  await expect(page.getByText('R\u00a05\u00a0600,00').first()).toBeVisible()
  // An unknown column stands in the notes.
  await expect(page.getByText('Colour: Grey')).toBeVisible()

  await opensBring(thandi)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('The import was taken back.')).toBeVisible()
  await thandi.seesEntry('Gutters cleaned', 0)
})

test('the same file again changes nothing, and a newer one changes what changed and says so', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('4 Import Road')
  await opensBring(thandi)
  await choose(page, csv('home.csv', ...HOMEBOX))
  await page.getByRole('button', { name: 'Look at what would come' }).click()
  await page.getByRole('button', { name: /^Bring in/ }).click()
  await expect(page.getByText(/brought in$/)).toBeVisible()
  await thandi.go('/items')
  await expect(page.getByRole('rowheader', { name: 'Drill' })).toBeVisible()

  await opensBring(thandi)
  await choose(page, csv('home.csv', ...HOMEBOX))
  await page.getByRole('button', { name: 'Look at what would come' }).click()
  await expect(page.getByText('Everything in these files is here already')).toBeVisible()

  await opensBring(thandi)
  await choose(page, csv('newer.csv', ...HOMEBOX.map((line) => line.replace('Blue case', 'Red case'))))
  await page.getByRole('button', { name: 'Look at what would come' }).click()
  await page.getByText('The first of each').click()
  await expect(page.getByText(/Changes: Notes/)).toBeVisible()
  await page.getByRole('button', { name: 'Bring in 1 record' }).click()
  await expect(page.getByText('1 record brought in')).toBeVisible()
})

test('a home is taken out and comes back on an empty account', async ({ page, server, browser }, info) => {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook('5 Archive Street')
  const photo = { name: 'geyser.png', mimeType: 'image/png', buffer: readFileSync(new URL('../public/icons/icon-192.png', import.meta.url)) }
  await thandi.addEntry({ title: 'Geyser replaced', kind: 'Installation', cost: '12 500', photo })
  await thandi.addEntry({ title: 'Roof painted' })
  // What is changed has a history, which goes along.
  for (const place of ['By the meter', 'Left of the gate']) {
    await thandi.go('/property/edit')
    await page.getByLabel('Where does the water shut off?').fill(place)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText(place)).toBeVisible()
  }
  await thandi.isSynced()
  await thandi.go('/settings')
  await page.getByRole('link', { name: 'Take the home out' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the archive' }).click()])
  await expect(page.getByText('The archive is made')).toBeVisible()
  expect(download.suggestedFilename()).toMatch(/^codessa-5-archive-street-\d{4}-\d\d-\d\d\.zip$/)
  const archive = info.outputPath('home.zip')
  await download.saveAs(archive)
  expect(dataOf(archive)['data/revisions.jsonl'], 'the checksum of nothing is 0').not.toBe(0)
  await expect(page.getByText('Who changed what, and when, is not in it')).toHaveCount(0)
  // The server has the history: without it the archive is made all the same, and says what it lacks.
  await thandi.isKept()
  await page.context().setOffline(true)
  await thandi.go('/settings')
  await thandi.go('/settings/take')
  await page.getByRole('button', { name: 'Make the archive' }).click()
  await expect(page.getByText('Who changed what, and when, is not in it')).toBeVisible()
  await page.context().setOffline(false)

  const other = await browser.newContext({ baseURL: server.origin })
  const pieter = new Person(await other.newPage(), server)
  await pieter.signIn(newEmail('pieter'))
  await pieter.page.goto('/')
  await pieter.page.getByRole('link', { name: 'I have an archive of a home' }).click()
  await pieter.page.getByLabel('Choose the archive').setInputFiles(archive)
  await expect(pieter.page.getByText('5 Archive Street')).toBeVisible()
  await pieter.page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(pieter.page.getByText('The home is back')).toBeVisible()
  await pieter.page.getByRole('button', { name: 'Open the home' }).click()
  await pieter.seesHome('5 Archive Street')
  await pieter.isSynced()
  await pieter.seesEntry('Roof painted')
  await pieter.page.getByRole('link', { name: 'Geyser replaced' }).click()
  await expect(pieter.page.getByText('R\u00a012\u00a0500,00').first()).toBeVisible()
  await expect(pieter.page.locator('img.photo__image').first()).toBeVisible()

  // And once more: what goes out of the second home is what went out of the first.
  await pieter.go('/settings/take')
  const [again] = await Promise.all([pieter.page.waitForEvent('download'), pieter.page.getByRole('button', { name: 'Make the archive' }).click()])
  const second = info.outputPath('again.zip')
  await again.saveAs(second)
  expect(dataOf(second)).toEqual(dataOf(archive))
  await other.close()
})

test('a file that is no archive is refused with a sentence', async ({ page, server }) => {
  await page.goto('/restore')
  await page.getByLabel('Choose the archive').setInputFiles(csv('home.csv', ...HOMEBOX))
  await expect(page.getByText('This file is no archive of a home, or it is damaged')).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('button', { name: 'Start a logbook' })).toBeVisible()
  expect(server.origin).toContain('localhost')
})

/** CRC-32 of every data file in a zip, by name. */
function dataOf(path: string): Record<string, number> {
  const zip = readFileSync(path)
  const found: Record<string, number> = {}
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const length = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    if (name.startsWith('data/') || name.startsWith('files/')) found[name] = zip.readUInt32LE(at + 16)
  }
  expect(Object.keys(found).length).toBeGreaterThan(3)
  return found
}
