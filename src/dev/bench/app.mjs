// The app with 10,000 entries on the device and the processor slowed four times: opening it offline, searching, scrolling.

import { median, ORIGIN, row, setting, signIn, startLogbook, withDevice } from './device.mjs'
import { scroll, slow } from './frames.mjs'
import { edits, pieces } from './letter.mjs'

const ENTRIES = 10_000
const SLOWED = 4
const ROUNDS = Number(setting('ROUNDS'))
/** Long enough for what the app does when nothing else is done. */
const SETTLED_MS = 8_000
const TYPED = 'pool pump'

await withDevice(async (page, context) => {
  await fill(page)
  await context.setOffline(true)
  await page.close()
  const opened = []
  for (let round = 0; round < ROUNDS; round++) opened.push(await open(context))
  console.log('opened', opened)
  row('app: open offline with 10,000 entries, processor slowed 4x, content after, ms', median(opened), { most: 1_000 })
  await measureLogbook(context)
})

/** Starts a logbook, signs in, and has 10,000 entries come from the server. */
async function fill(page) {
  await startLogbook(page)
  await signIn(page, 'reader@example.org')
  await page.evaluate(() => navigator.serviceWorker.ready)
  for (const piece of pieces(edits(ENTRIES), 1_000)) {
    await page.evaluate(async (body) => {
      const [{ space }] = await (await fetch('/api/spaces')).json()
      const headers = { 'content-type': 'application/json' }
      const reply = await (await fetch(`/api/spaces/${space}/push`, { method: 'POST', headers, body })).json()
      if (reply.answers.some(({ outcome }) => outcome !== 'accepted')) throw new Error('an edit was refused')
    }, JSON.stringify({ edits: piece }))
  }
  // Every lazy page that is used here, once, and everything that is kept for later.
  await page.goto(`${ORIGIN}/logbook`)
  await page.locator('.logbook__count').filter({ hasText: /10\D?000/ }).waitFor({ timeout: 60_000 })
  await page.waitForTimeout(SETTLED_MS)
  await page.goto(ORIGIN)
  await page.locator('.timeline__entries a').first().waitFor()
  await page.waitForTimeout(SETTLED_MS)
}

/** A new page in a slowed browser. */
async function slowed(context) {
  const page = await context.newPage()
  return { page, session: await slow(page, SLOWED) }
}

/** Opens the home screen; milliseconds until the latest entries were painted. */
async function open(context) {
  const { page } = await slowed(context)
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('.timeline__entries a') === null) return
      seen.disconnect()
      // The frame with them is drawn, then a task comes.
      requestAnimationFrame(() => setTimeout(() => (window.contentAt = performance.now())))
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await page.goto(ORIGIN, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.contentAt !== undefined, undefined, { timeout: 60_000, polling: 250 })
  const at = await page.evaluate(() => window.contentAt)
  await page.close()
  return at
}

async function measureLogbook(context) {
  const { page, session } = await slowed(context)
  await page.goto(`${ORIGIN}/logbook`)
  await page.locator('.logbook__count').filter({ hasText: /10\D?000/ }).waitFor({ timeout: 60_000 })
  await page.waitForTimeout(SETTLED_MS)
  const strokes = []
  for (let round = 0; round < ROUNDS; round++) strokes.push(await type(page))
  console.log('keystrokes', JSON.stringify(strokes))
  row('app: keystroke in the search of 10,000 to paint at 4x, ms', median(strokes.flat()), { most: 50 })
  row('app: the slowest keystroke of a word, ms', median(strokes.map((of) => Math.max(...of))))
  await page.locator('input[type=search]').fill('')
  await page.waitForTimeout(1_000)
  const scrolls = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => scrollTo(0, 0))
    await page.waitForTimeout(500)
    scrolls.push({ ...(await scroll(page, session, { x: 200, y: 600 })), top: await page.evaluate(() => scrollY) })
  }
  console.log('scrolls', JSON.stringify(scrolls))
  row('app: scroll 10,000 entries at 4x, 95 of 100 frames within, ms', median(scrolls.map(({ p95 }) => p95)), { most: 33 })
  row('app: scroll 10,000 entries at 4x, longest task, ms', median(scrolls.map(({ task }) => task)), { most: 100 })
  await page.close()
}

/** Types the words; for each letter the milliseconds from the key to the paint that shows what is found. */
async function type(page) {
  const field = page.locator('input[type=search]')
  await field.fill('')
  await page.waitForTimeout(1_000)
  await field.focus()
  await page.evaluate(() => {
    window.strokes = []
    // `duration` reaches from the moment of the key to the next paint, in steps of 8 ms; below 16 ms none is told.
    window.strokeObserver = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') window.strokes.push(entry.duration)
    })
    window.strokeObserver.observe({ type: 'event', durationThreshold: 16 })
  })
  for (const letter of TYPED) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(300)
  }
  await page.waitForTimeout(1_000)
  const told = await page.evaluate(() => {
    window.strokeObserver.disconnect()
    return window.strokes
  })
  return [...told, ...Array(Math.max(0, TYPED.length - told.length)).fill(16)]
}
