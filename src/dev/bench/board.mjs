// A scheme of 5,000 units with 20 systems each, whose dashboard is open: how soon it shows a certificate that changed in one of them.

import { median, ORIGIN, row, setting, signIn, withDevice } from './device.mjs'
import { quiet, slow } from './frames.mjs'
import { edit } from './letter.mjs'

const SLOWED = 4
const SCHEME = setting('SCHEME')
/** Units whose certificate is taken back, each with its logbook. */
const CHANGES = JSON.parse(setting('CHANGES'))
/** How many have their certificates, as the opened part of the score says it. */
const FIGURE = '.board-part[open] .board-part__body > p:nth-of-type(2)'
/** Between two changes. */
const PAUSE_MS = 3_000

await withDevice(async (page, context) => {
  await signIn(page, 'agent@example.org')
  await page.goto(`${ORIGIN}/estate`)
  await page.locator('.board-score').waitFor({ timeout: 120_000 })
  await page.locator('.board-part', { hasText: 'Certificates' }).first().locator('summary').click()
  await page.locator(FIGURE).waitFor()
  await quiet(page)
  const half = Math.ceil(CHANGES.length / 2)
  const own = await reached(page, context, CHANGES.slice(0, half))
  await slow(page, SLOWED)
  const slowed = await reached(page, context, CHANGES.slice(half))
  console.log('reached', JSON.stringify({ own, slowed }))
  const what = 'estate: a changed certificate in 5,000 units × 20 systems until an open dashboard shows it'
  row(`${what}, ms`, median(own), { most: 1_000 })
  row(`${what}, processor slowed 4x, ms`, median(slowed))
})

/** Of each change the milliseconds from its sending to the paint of the figure. */
async function reached(page, context, changes) {
  const waits = []
  for (const { unit, home, certificate } of changes) {
    await ask(context, `/api/spaces/${SCHEME}/logbooks/open`, { unit })
    await page.waitForTimeout(PAUSE_MS)
    await page.evaluate(watch, FIGURE)
    const from = Date.now()
    await ask(context, `/api/spaces/${home}/push`, { edits: [edit('withdrawal', { of: certificate, reason: 'Wrong' })] })
    await page.waitForFunction(() => window.shownAt !== undefined, undefined, { timeout: 60_000, polling: 50 })
    waits.push((await page.evaluate(() => window.shownAt)) - from)
  }
  return waits
}

/** Notes in the page when the figure has changed and is painted. */
function watch(figure) {
  const before = document.querySelector(figure).textContent
  window.shownAt = undefined
  const seen = new MutationObserver(() => {
    if (document.querySelector(figure)?.textContent === before) return
    seen.disconnect()
    // The frame with it is drawn, then a task comes.
    requestAnimationFrame(() => setTimeout(() => (window.shownAt = Date.now())))
  })
  seen.observe(document.body, { childList: true, subtree: true, characterData: true })
}

/** Asks the server, as another device of the same person would. */
async function ask(context, path, data) {
  const reply = await context.request.post(`${ORIGIN}${path}`, { data, headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } })
  if (!reply.ok()) throw new Error(`${path} answered ${reply.status()}: ${await reply.text()}`)
}
