// One account on several devices: keeping a logbook safe, an hour without signal, both editing, a refused change.

import { type Browser, expect } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { type Server, test } from './server.ts'

/** Another device: a browser that shares nothing with the first. */
async function device(browser: Browser, server: Server): Promise<Person> {
  const context = await browser.newContext({ baseURL: server.origin })
  return new Person(await context.newPage(), server)
}

test('a logbook that was started without an account is kept safe, and comes to a second device', async ({ page, browser, server }) => {
  const email = newEmail('thandi')
  const phone = new Person(page, server)
  await phone.startLogbook('14 Bougainvillea Crescent')
  await phone.addEntry({ title: 'Written before there was an account', cost: '120' })
  await phone.signIn(email)
  await phone.isSynced()

  const laptop = await device(browser, server)
  await laptop.signIn(email)
  await laptop.seesHome('14 Bougainvillea Crescent')
  await laptop.seesEntry('Written before there was an account')

  await laptop.addEntry({ title: 'Written on the laptop' })
  await laptop.isSynced()
  await phone.seesEntry('Written on the laptop')
  await laptop.page.context().close()
})

test('an hour of edits without signal arrives when the signal comes back', async ({ page, context, browser, server }) => {
  const email = newEmail('sipho')
  const phone = new Person(page, server)
  await phone.startLogbook('5 Langstraat-Noord')
  await phone.signIn(email)
  await phone.isSynced()
  await phone.isKept()
  await phone.page.goto('/')
  await phone.seesHome('5 Langstraat-Noord')

  await context.setOffline(true)
  for (const title of ['Borehole pump checked', 'Septic tank emptied', 'Fence tested']) await phone.addEntry({ title })
  await expect(page.locator('.sync-badge__text').first()).toHaveText('3 changes waiting')
  await context.setOffline(false)
  await phone.isSynced()

  const laptop = await device(browser, server)
  await laptop.signIn(email)
  for (const title of ['Borehole pump checked', 'Septic tank emptied', 'Fence tested']) await laptop.seesEntry(title)
  await laptop.page.context().close()
})

test('thousands of entries that were never sent are kept safe, every one of them', async ({ page, server }) => {
  test.setTimeout(120_000)
  const entries = 6_500
  const phone = new Person(page, server)
  await phone.startLogbook('Six Thousand and More')
  // As an import leaves them: in the outbox, in the form in which the store keeps it.
  await page.evaluate(async (entries) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const now = Date.now().toString(16).padStart(12, '0')
    const queued = Array.from({ length: entries }, (_, number) => ({
      edit: {
        key: crypto.randomUUID(),
        id: crypto.randomUUID(),
        kind: 'entry',
        stamp: `${now}.${number.toString(16).padStart(4, '0')}.00000000000000fe`,
        fields: { title: `Entry ${number}`, type: 'note', when: '2024-05-06' },
      },
    }))
    const database = await done(indexedDB.open('codessa'))
    const transaction = database.transaction(['spaces', 'outbox'], 'readwrite')
    const [space] = await done(transaction.objectStore('spaces').getAllKeys())
    for (let at = 0; at < entries; at += 200) {
      const kept = new TextEncoder().encode(JSON.stringify(queued.slice(at, at + 200)))
      transaction.objectStore('outbox').put(kept, [space as string, 1_000 + at])
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
  }, entries)
  await phone.signIn(newEmail('mover'))
  await phone.isSynced()
  const total = await page.evaluate(async () => {
    const [{ space }] = await (await fetch('/api/spaces')).json()
    return (await (await fetch(`/api/spaces/${space}/pull?limit=1`)).json()).total
  })
  // The home itself is a record too.
  expect(total).toBe(entries + 1)
})

/** Puts a home with so many entries into the account that is signed in. */
async function fill(person: Person, name: string, entries: number): Promise<void> {
  await person.page.evaluate(async ({ name, entries }) => {
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    }
    const home = crypto.randomUUID()
    await send('/api/spaces', { id: home })
    const now = Date.now().toString(16).padStart(12, '0')
    const edit = (number: number, kind: string, fields: object) => {
      const stamp = `${now}.${number.toString(16).padStart(4, '0')}.00000000000000fe`
      return { key: crypto.randomUUID(), id: crypto.randomUUID(), kind, stamp, fields }
    }
    const entry = (_: unknown, number: number) => edit(number, 'entry', { title: `Entry ${number} of ${name}`, type: 'note', when: '2024-05-06' })
    const edits = Array.from({ length: entries }, entry)
    // Fetched newest first, so that the name is seen at once.
    edits.push(edit(entries, 'property', { name }))
    while (edits.length > 0) await send(`/api/spaces/${home}/push`, { edits: edits.splice(0, 1_000) })
  }, { name, entries })
}

test('of two homes that are fetched at the same time the open one shows everything', async ({ page, browser, server }) => {
  test.setTimeout(240_000)
  const email = newEmail('estate')
  const office = new Person(page, server)
  await office.signIn(email)
  for (const name of ['North House', 'South House']) await fill(office, name, 3_000)

  const laptop = await device(browser, server)
  await laptop.signIn(email)
  await laptop.seesHome('North House')
  await laptop.isSynced()
  await laptop.go('/logbook')
  await expect(laptop.page.getByText(/^3\s000 entries/).filter({ visible: true }).first()).toBeVisible()
  await laptop.page.context().close()
})

test('a refused change is shown with its reason and stays on the device', async ({ page, server }) => {
  const phone = new Person(page, server)
  await phone.startLogbook('6 Test Road')
  await phone.signIn(newEmail('lerato'))
  await phone.isSynced()
  // A server that is older than the app refuses what it does not know.
  await page.route('**/push', async (route) => {
    const { edits } = route.request().postDataJSON() as { edits: { key: string }[] }
    const answers = edits.map(({ key }) => ({ key, outcome: 'refused', code: 'unknown_kind' }))
    await route.fulfill({ json: { scope: 1, before: 1, head: 1, answers } })
  })
  await phone.addEntry({ title: 'Refused by the server' })
  await expect(page.locator('.sync-badge__text').first()).toHaveText('1 change was refused')
  await phone.go('/settings/unsent')
  await expect(page.getByText('The server does not know this kind of record yet.')).toBeVisible()
  await phone.seesEntry('Refused by the server')

  await page.unroute('**/push')
  await phone.go('/settings/unsent')
  await page.getByRole('button', { name: 'Try again' }).click()
  await phone.isSynced()
})
