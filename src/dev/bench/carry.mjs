// An import of 20,000 rows from Homebox, and one from a zip of 500 MB: how long until it is seen what would come, until all of it is here, until it is taken back; how
// long the page did not answer meanwhile, and how much memory it took.

import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

import { median, ORIGIN, row, setting, startLogbook, withDevice } from './device.mjs'

const ROWS = 20_000
const ROUNDS = Number(setting('ROUNDS'))
const FOLDER = join(setting('FOLDER'), 'carry')
const PHOTOS = 200
const PHOTO_BYTES = 2_600_000

mkdirSync(FOLDER, { recursive: true })
try {
  const table = join(FOLDER, 'homebox.csv')
  writeTable(table)
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await withDevice((page) => bring(page, table, true)))
  console.log(JSON.stringify(rounds))
  const of = (name) => median(rounds.map((round) => round[name]))
  row('carry: 20,000 Homebox rows, until it is seen what would come, ms', of('preview'), { most: 3_000 })
  row('carry: until all of it is here, ms', of('import'), { most: 10_000 })
  row('carry: until it is taken back, ms', of('undo'))
  row('carry: the longest that the page did not answer, ms', of('gap'), { most: 100 })
  row('carry: the page with its worker, most memory, MB', of('memory'), { most: 300 })
  const zip = join(FOLDER, 'collection.zip')
  writeCollection(zip)
  const whole = await withDevice((page) => bring(page, zip, false))
  console.log(JSON.stringify(whole))
  row('carry: a Homebox zip of 520 MB with 200 photos, until all of it is here, s', whole.import / 1_000)
  row('carry: of that zip, the longest that the page did not answer, ms', whole.gap)
  row('carry: of that zip, most memory, MB', whole.memory, { most: 300 })
} finally {
  rmSync(FOLDER, { recursive: true, force: true })
}

/** Brings a file in as a person does. */
async function bring(page, file, back) {
  await startLogbook(page)
  await page.goto(`${ORIGIN}/settings/bring`)
  await page.getByLabel('Choose files').waitFor()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memory())), 100)
  await page.evaluate(() => {
    let last = performance.now()
    window.gap = 0
    setInterval(() => {
      const now = performance.now()
      window.gap = Math.max(window.gap, now - last)
      last = now
    }, 10)
  })
  try {
    const began = performance.now()
    await page.getByLabel('Choose files').setInputFiles(file)
    await page.getByRole('button', { name: 'Look at what would come' }).click({ timeout: 120_000 })
    await page.getByRole('heading', { name: 'What would come' }).waitFor({ timeout: 120_000 })
    const seen = performance.now()
    await page.getByRole('button', { name: /^Bring in/ }).click()
    await page.getByText(/brought in$/).waitFor({ timeout: 600_000 })
    const here = performance.now()
    let undo = 0
    if (back) {
      await page.getByRole('button', { name: 'Take it back' }).click()
      await page.getByText('The import was taken back.').waitFor({ timeout: 600_000 })
      undo = performance.now() - here
    }
    const gap = await page.evaluate(() => window.gap)
    return { preview: seen - began, import: here - seen, undo, gap, memory: most }
  } finally {
    clearInterval(watch)
  }
}

/** Memory of the process that draws the page and has its worker, MB: the largest of Chromium's renderers. */
function memory() {
  let most = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue
      const kib = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      most = Math.max(most, Number(kib ?? 0) / 1024)
    } catch {
      // The process has ended.
    }
  }
  return most
}

/** Twenty thousand things as Homebox exports them. */
function writeTable(path) {
  const names = ['Drill', 'Ladder', 'Kettle', 'Sofa', 'Lamp', 'Hammer', 'Router', 'Desk', 'Chair', 'Television']
  const header =
    'HB.purchase_date,HB.warranty_expires,HB.sold_date,HB.import_ref,HB.parent_import_ref,HB.url,HB.name,HB.description,HB.notes,HB.purchase_from,HB.manufacturer,HB.model_number,HB.serial_number,HB.warranty_details,HB.sold_to,HB.sold_notes,HB.location,HB.tags,HB.asset_id,HB.quantity,HB.purchase_price,HB.sold_price,HB.archived,HB.insured,HB.lifetime_warranty'
  const file = openSync(path, 'w')
  writeSync(file, `${header}\r\n`)
  for (let at = 0; at < ROWS; at++) {
    const two = (number) => String(number).padStart(2, '0')
    const day = `20${10 + (at % 16)}-${two(1 + (at % 12))}-${two(1 + (at % 28))}`
    const cells = [day, '', '', `ref-${at}`, '', '', `${names[at % names.length]} ${at}`, `"Bought for the house, number ${at}"`, 'Kept dry', 'Builders Warehouse', 'Bosch', `M-${at % 900}`, `SN${at}`, '', '', '', `Garage / Shelf ${at % 40}`, 'tool; house', '', '1', `${at % 5000}.50`, '', 'false', at % 2 === 0 ? 'true' : 'false', 'false']
    writeSync(file, `${cells.join(',')}\r\n`)
  }
  closeSync(file)
}

/** A Homebox collection: two hundred things with a photo each, stored without compression. */
function writeCollection(path) {
  const id = (kind, at) => `${kind}0000000-0000-4000-8000-${String(at).padStart(12, '0')}`
  const entities = Array.from({ length: PHOTOS }, (_, at) => ({ id: id('a', at), name: `Thing ${at}`, quantity: 1, entity_type_entities: id('c', 0) }))
  const attachments = entities.map(({ id: entity }, at) => ({ id: id('b', at), type: 'photo', title: `photo ${at}.jpg`, mime_type: 'image/jpeg', entity_attachments: entity }))
  const zip = openSync(path, 'w')
  const directory = []
  let at = 0
  const add = (name, content) => {
    const entry = Buffer.alloc(30 + name.length)
    entry.writeUInt32LE(0x04034b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt32LE(crc32(content), 14)
    entry.writeUInt32LE(content.length, 18)
    entry.writeUInt32LE(content.length, 22)
    entry.writeUInt16LE(name.length, 26)
    entry.write(name, 30)
    const listed = Buffer.alloc(46 + name.length)
    listed.writeUInt32LE(0x02014b50, 0)
    entry.copy(listed, 6, 4, 30)
    listed.writeUInt16LE(20, 4)
    listed.writeUInt32LE(at, 42)
    listed.write(name, 46)
    directory.push(listed)
    writeSync(zip, entry)
    writeSync(zip, content)
    at += entry.length + content.length
  }
  const json = (value) => Buffer.from(JSON.stringify(value))
  const counts = { entities: entities.length, attachments: attachments.length }
  add('manifest.json', json({ schemaVersion: 1, exportedAt: '2026-11-01T00:00:00Z', groupId: id('d', 0), counts }))
  add('entity_types.json', json([{ id: id('c', 0), name: 'Item', is_location: false }]))
  add('entities.json', json(entities))
  add('attachments.json', json(attachments))
  for (const { id: name } of attachments) {
    const photo = Buffer.alloc(PHOTO_BYTES)
    // The head of a JPEG of 4,000 by 3,000 pixels; the rest tells it from the others.
    Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x0b, 0xb8, 0x0f, 0xa0, 3]).copy(photo)
    createHash('sha256').update(name).digest().copy(photo, 64)
    add(`attachments/${name}`, photo)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  writeSync(zip, list)
  writeSync(zip, end)
  closeSync(zip)
}
