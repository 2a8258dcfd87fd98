// The first sync of 10,000 records between a browser and a server: the app and its API, PouchDB and its server, kinto.js and Kinto.

import { fileURLToPath } from 'node:url'

import { median, ORIGIN, row, setting, signIn, startLogbook, withDevice } from './device.mjs'
import { edits, fields, id, pieces } from './letter.mjs'

const RECORDS = 10_000
const ROUNDS = Number(setting('ROUNDS'))
const SAVED = 'Saved on this device and on the server'
const [POUCH, KINTO] = [setting('POUCH'), setting('KINTO')]
/** An account of Kinto's: whoever comes is let in. */
const AUTHORIZATION = `Basic ${btoa('browser:secret')}`

const took = { push: [], pull: [], barePull: [], pouchPush: [], pouchPull: [], kintoPull: [] }
await fillKinto()
for (let round = 0; round < ROUNDS; round++) {
  const email = `mover.${round}@example.org`
  took.push.push(await withDevice((page) => push(page, email)))
  took.pouchPush.push(await withDevice((page) => pouch(page, `entries-${round}`, true)))
  took.pull.push(await withDevice((page) => pull(page, email)))
  took.barePull.push(await withDevice((page) => barePull(page, email)))
  took.pouchPull.push(await withDevice((page) => pouch(page, `entries-${round}`, false)))
  took.kintoPull.push(await withDevice(kinto, { bypassCSP: true }))
  console.log(`round ${round + 1}, ms`, JSON.stringify(took))
}
const perSecond = (ms) => (RECORDS * 1_000) / median(ms)
row('first sync of 10,000: push, records a second', perSecond(took.push), {
  peer: 'PouchDB', theirs: perSecond(took.pouchPush), times: 6,
})
row('first sync of 10,000: pull, records a second', perSecond(took.pull), {
  peer: 'kinto.js', theirs: perSecond(took.kintoPull), times: 8,
})
row('first sync of 10,000: pull by a script that only keeps what comes', perSecond(took.barePull), {
  peer: 'kinto.js', theirs: perSecond(took.kintoPull),
})
row('first sync of 10,000: pull, records a second, the other peer', perSecond(took.pull), {
  peer: 'PouchDB', theirs: perSecond(took.pouchPull),
})

/** A logbook of 10,000 entries without an account signs in; from the first push that leaves to the last that is settled. */
async function push(page, email) {
  await startLogbook(page)
  // As an import would leave them: in the outbox, in the form in which the store keeps it.
  const batches = pieces(edits(RECORDS), 200).map((piece) => JSON.stringify(piece.map((edit) => ({ edit }))))
  await page.evaluate(async (texts) => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const database = await done(indexedDB.open('codessa'))
    const transaction = database.transaction(['spaces', 'outbox'], 'readwrite')
    const [space] = await done(transaction.objectStore('spaces').getAllKeys())
    const kept = (text) => new TextEncoder().encode(text)
    texts.forEach((text, at) => transaction.objectStore('outbox').put(kept(text), [space, 1_000 + at]))
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
  }, batches)
  await signIn(page, email, () => page.evaluate((saved) => {
    performance.setResourceTimingBufferSize(1_000)
    const pushes = () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/push'))
    new MutationObserver(() => {
      const said = [...document.querySelectorAll('.sync-badge__text')].some((text) => text.textContent === saved)
      if (said && pushes().length > 0) window.settledAt ??= performance.now()
    }).observe(document, { childList: true, subtree: true, characterData: true })
    window.firstPush = () => Math.min(...pushes().map(({ startTime }) => startTime))
  }, SAVED))
  await page.waitForFunction(() => window.settledAt !== undefined, undefined, { timeout: 300_000, polling: 200 })
  const ms = await page.evaluate(() => window.settledAt - window.firstPush())
  await holds(page, RECORDS + 1)
  return ms
}

/** A browser that has nothing signs in; from the first page that is asked for to the last that is shown. */
async function pull(page, email) {
  await signIn(page, email, () => page.evaluate(() => {
    new MutationObserver(() => {
      const runs = document.querySelector('.progress') !== null
      if (runs) window.began = true
      if (window.began && !runs) window.arrivedAt ??= performance.now()
    }).observe(document, { childList: true, subtree: true })
  }))
  await page.waitForFunction(() => window.arrivedAt !== undefined, undefined, { timeout: 300_000, polling: 200 })
  const ms = await page.evaluate(() => {
    const pulls = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pull?'))
    return window.arrivedAt - Math.min(...pulls.map(({ startTime }) => startTime))
  })
  await holds(page, RECORDS + 1)
  return ms
}

/** What the browser and the server take for themselves: the same pages, three at a time, parsed and kept, of which nothing is read or shown. */
async function barePull(page, email) {
  await signIn(page, email)
  await page.goto(`${ORIGIN}/api/health`)
  return page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const [{ space }] = await (await fetch('/api/spaces')).json()
    const opening = indexedDB.open('bare')
    opening.onupgradeneeded = () => opening.result.createObjectStore('pages', { autoIncrement: true })
    const database = await done(opening)
    const keep = async (query) => {
      const bytes = new Uint8Array(await (await fetch(`/api/spaces/${space}/pull?${query}`)).arrayBuffer())
      const { records, total } = JSON.parse(new TextDecoder().decode(bytes))
      const transaction = database.transaction('pages', 'readwrite', { durability: 'relaxed' })
      transaction.objectStore('pages').put(bytes)
      await new Promise((resolve) => (transaction.oncomplete = resolve))
      return { oldest: Math.min(...records.map(({ rev }) => rev)), count: records.length, total }
    }
    const began = performance.now()
    let { oldest: before, count: kept, total } = await keep('limit=200')
    const fetchOn = async () => {
      while (before > 1) {
        const after = Math.max(before - 1_001, 0)
        const query = after > 0 ? `after=${after}&before=${before}` : `before=${before}`
        before = after + 1
        const { count } = await keep(`${query}&limit=1000`)
        kept += count
      }
    }
    await Promise.all([fetchOn(), fetchOn(), fetchOn()])
    const ms = performance.now() - began
    if (kept !== total) throw new Error(`${kept} of ${total} records were kept`)
    return ms
  })
}

/** What was measured is the whole: the server has as many records, and the device shows as many entries. */
async function holds(page, records) {
  const total = await page.evaluate(async () => {
    const [{ space }] = await (await fetch('/api/spaces')).json()
    return (await (await fetch(`/api/spaces/${space}/pull?limit=1`)).json()).total
  })
  if (total !== records) throw new Error(`the server has ${total} records instead of ${records}`)
  await page.goto(`${ORIGIN}/logbook`)
  await page.locator('.logbook__count').filter({ hasText: /10\D?000/ }).waitFor({ timeout: 60_000 })
}

/** PouchDB's own replication of as many documents, in batches of 1,000, its faster way. */
async function pouch(page, name, sends) {
  await page.goto(POUCH)
  await page.addScriptTag({ path: script('pouchdb/dist/pouchdb.min.js') })
  const docs = sends ? Array.from({ length: RECORDS }, (_, n) => ({ _id: id(), kind: 'entry', ...fields(n) })) : []
  return page.evaluate(async ([remote, docs]) => {
    const local = new PouchDB('local')
    for (let at = 0; at < docs.length; at += 1_000) await local.bulkDocs(docs.slice(at, at + 1_000))
    const began = performance.now()
    const { replicate } = local
    const { docs_written: written } = await (docs.length > 0 ? replicate.to : replicate.from)(remote, { batch_size: 1_000 })
    const ms = performance.now() - began
    if (written !== 10_000) throw new Error(`${written} documents were written`)
    return ms
  }, [`${POUCH}/${name}`, docs])
}

/** kinto.js fetches as many records. Kinto's own pages let no script in, hence the bypass. */
async function kinto(page) {
  await page.goto(`${KINTO}/v1/`)
  await page.addScriptTag({ path: script('kinto/dist/kinto.min.js') })
  return page.evaluate(async ([remote, authorization]) => {
    const collection = new Kinto.default({ remote, bucket: 'default', headers: { Authorization: authorization } }).collection('entries')
    const began = performance.now()
    const { ok, created } = await collection.sync()
    const ms = performance.now() - began
    if (!ok || created.length !== 10_000) throw new Error(`${created.length} records were fetched`)
    return ms
  }, [`${KINTO}/v1`, AUTHORIZATION])
}

async function fillKinto() {
  const path = '/buckets/default/collections/entries'
  const send = async (requests) => {
    const headers = { 'content-type': 'application/json', authorization: AUTHORIZATION }
    const reply = await fetch(`${KINTO}/v1/batch`, { method: 'POST', headers, body: JSON.stringify({ requests }) })
    const { responses } = await reply.json()
    if (!responses?.every(({ status }) => status < 300)) throw new Error('Kinto refused a record')
  }
  await send([{ method: 'PUT', path }])
  for (const numbers of pieces([...Array(RECORDS).keys()], 100)) {
    await send(numbers.map((n) => ({ method: 'PUT', path: `${path}/records/${id()}`, body: { data: { kind: 'entry', ...fields(n) } } })))
  }
}

function script(path) {
  return fileURLToPath(new URL(`node_modules/${path}`, import.meta.url))
}
