// The grid of a scheme of 5,000 units by 12 columns: how soon it is painted, and how it scrolls with the processor slowed four times; beside it AG Grid
// Community with the same cells in the same browser, in turns.

import { fileURLToPath } from 'node:url'

import { median, ORIGIN, push, row, setting, signIn, startScheme, withDevice } from './device.mjs'
import { cost, quiet, scroll, slow } from './frames.mjs'
import { edit, id, pieces } from './letter.mjs'

const UNITS = 5_000
const SLOWED = 4
const ROUNDS = Number(setting('ROUNDS'))
/** No frame is shorter on this screen, and of tasks that are shorter nothing is told. */
const FRAME_MS = 16.7
const TASK_MS = 50
const PEER = fileURLToPath(new URL('node_modules/ag-grid-community/dist/ag-grid-community.min.js', import.meta.url))

const COLUMNS = ['water_heating', 'electrical', 'backup_power', 'gas', 'roof', 'outside', 'plumbing', 'access', 'security', 'fire', 'pool', 'other']
const MARKS = ['good', 'good', 'good', 'fair', 'poor', 'unsure', 'good', 'untold']
const CAUSES = ['nothing', 'nothing', 'nothing', 'late', 'past_life', 'no_evidence', 'nothing', 'care_hidden']

/** The cells of unit `n`. */
function cells(n) {
  return COLUMNS.map((c, at) => {
    const roll = (n * 7 + at * 13 + ((n * at) % 11)) % MARKS.length
    return { c, m: MARKS[roll], w: CAUSES[roll], a: (n * at) % 200, s: 40 + ((n + at) % 60), k: 50 + (n % 50), n: 1 }
  })
}

/** What the server tells of unit `n`, with the chains of two certificates for each purpose. */
function standing(n, unit) {
  const proofs = ['electrical', 'gas'].flatMap((t) =>
    ['safety', 'transfer', 'insurance'].map((p, at) => ({ t, p, c: (n + at) % 3 === 0 ? 'none_found' : 'fine' })),
  )
  return { unit, on: '2026-11-27', held: true, cells: cells(n), proofs, care: { earned: 100, known: 100, whole: 100, good: 1 } }
}

await withDevice(
  async (page, context) => {
    await fill(page, context)
    const [ours, theirs] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await own(context))
      theirs.push(await peer(context))
    }
    console.log('grid', JSON.stringify({ ours, theirs }))
    const of = (what) => [ours, theirs].map((all) => median(all.map((one) => one[what])))
    const told = [
      ['paint', 'first paint from the press, ms', 300],
      ['p95', 'scrolling at 4x, 95 of 100 frames within, ms', 33],
      ['task', 'scrolling at 4x, longest task, ms', 100],
      ['cost', 'a frame that scrolls, main thread, ms of its own time'],
    ]
    for (const [name, what, most] of told) {
      const [mine, its] = of(name)
      row(`grid of 5,000 by 12: ${what}`, mine, { peer: 'AG Grid', theirs: its, most })
    }
    for (const [name, what, least] of [['p95', 'frames', FRAME_MS], ['task', 'longest task', TASK_MS], ['cost', 'cost of a frame', 0]]) {
      const [mine, its] = of(name).map((ms) => Math.max(ms, least))
      row(`grid of 5,000 by 12: scrolling, ${what}, ours to AG Grid's`, mine / its, { most: 1 })
    }
  },
  // What the server tells is put in on its way: only it writes that, from logbooks that this scheme does not have.
  { serviceWorkers: 'block', bypassCSP: true, viewport: { width: 412, height: 823 } },
)

/** Makes a scheme of 5,000 units. Each `siting` that is pushed comes back as what the server tells of a unit. */
async function fill(page, context) {
  let told
  const whole = new Promise((resolve) => (told = resolve))
  await context.route('**/api/spaces/*/pull*', async (route) => {
    const response = await route.fetch()
    const body = await response.json()
    // What the server tells of these units itself: that nothing is shown of them.
    body.records = body.records?.filter(({ kind }) => kind !== 'standing')
    for (const record of body.records ?? []) {
      if (record.kind !== 'siting') continue
      record.kind = 'standing'
      record.body = standing(Number(record.body.note), record.body.unit)
      if (record.body.unit === units.at(-1)[0]) told()
    }
    await route.fulfill({ response, json: body })
  })
  // Signed in without the worker, which is kept out here.
  await page.addInitScript(() => {
    Object.defineProperty(navigator.serviceWorker ?? {}, 'ready', { value: Promise.resolve({}) })
  })
  await signIn(page, 'trustee@example.org')
  const space = await startScheme(page)
  const buildings = Array.from({ length: 20 }, (_, at) => [id(), `Block ${at + 1}`])
  const units = Array.from({ length: UNITS }, (_, n) => [id(), n])
  const edits = [
    ...buildings.map(([own, name], place) => edit('building', { name, place }, own)),
    ...units.map(([own, n]) => edit('unit', { number: String(n + 1), building: buildings[n % 20][0], owner: `Owner ${n}` }, own)),
    ...units.map(([unit, n]) => edit('siting', { unit, system: id(), standing: 'section', serves: 'one', note: String(n) })),
  ]
  for (const piece of pieces(edits, 1_000)) await push(page, space, piece)
  await still(page, space)
  await page.goto(`${ORIGIN}/estate/grid`)
  await page.locator(`.grid[aria-rowcount="${UNITS + 1}"]`).waitFor({ timeout: 120_000 })
  await whole
  await quiet(page)
  await page.close()
}

/** Waits until the server has told the scheme of its units: each time it does, an open page reads what is new. */
async function still(page, space) {
  const total = () => page.evaluate(async (space) => (await (await fetch(`/api/spaces/${space}/pull?limit=1`)).json()).total, space)
  for (let [before, now] = [0, await total()]; before < now; [before, now] = [now, await total()]) await page.waitForTimeout(5_000)
}

/** Ours: from the press on the name of the part to the paint of its rows, then scrolling. */
async function own(context) {
  const page = await context.newPage()
  await page.goto(`${ORIGIN}/estate`)
  await page.locator('.board-score').waitFor({ timeout: 120_000 })
  // The whole of it was read.
  await quiet(page)
  const paint = await painted(page, () => {
    document.querySelector('a[href="/estate/grid"]').click()
  }, '.grid__row .mark')
  await quiet(page)
  const smooth = await scrolled(page, '.grid')
  await page.close()
  return { paint, ...smooth }
}

/** The peer: from the making of the grid, with all rows in memory, to the paint of its rows, then scrolling. */
async function peer(context) {
  const page = await context.newPage()
  await page.goto('about:blank')
  await page.setContent('<!doctype html><style>body{margin:0}#grid{height:75vh}.m::before{content:"";display:inline-block;width:18px;height:18px;border-radius:50%;background:currentColor}.good{color:#2a673d}.fair{color:#855100}.poor{color:#a32a1d}.unsure,.untold{color:#5d564c}</style><div id="grid"></div>')
  await page.addScriptTag({ path: PEER })
  const data = Array.from({ length: UNITS }, (_, n) => ({
    unit: String(n + 1),
    ...Object.fromEntries(cells(n).map((cell) => [cell.c, cell])),
  }))
  await page.evaluate(([data, columns]) => {
    const look = ({ value }) => {
      const mark = document.createElement('span')
      mark.className = `m ${value.m}`
      mark.setAttribute('aria-label', `${value.m}: ${value.w} ${value.a}`)
      return mark
    }
    const columnDefs = [
      { field: 'unit', pinned: 'left', width: 120 },
      ...columns.map((field) => ({ field, width: 60, cellRenderer: look, comparator: (a, b) => a.s - b.s })),
    ]
    window.make = () => agGrid.createGrid(document.querySelector('#grid'), { rowData: data, columnDefs, rowHeight: 44 })
  }, [data, COLUMNS])
  await page.waitForTimeout(1_000)
  const paint = await painted(page, () => window.make(), '.ag-row .m')
  await quiet(page)
  const smooth = await scrolled(page, '#grid')
  await page.close()
  return { paint, ...smooth }
}

/** Milliseconds from what `begin` does to the frame after the first of what `shown` names is there. */
function painted(page, begin, shown) {
  return page.evaluate(([begin, shown]) => new Promise((resolve) => {
    const from = performance.now()
    const look = () => {
      if (document.querySelector(shown) === null) return requestAnimationFrame(look)
      // The frame with them is drawn, then a task comes.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
    }
    new Function(`(${begin})()`)()
    look()
  }), [begin.toString(), shown])
}

/** Scrolls a table down with the processor slowed, and says how smoothly. */
async function scrolled(page, table) {
  await page.locator(table).scrollIntoViewIfNeeded()
  const box = await page.locator(table).boundingBox()
  const own = await cost(page, table)
  const session = await slow(page, SLOWED)
  await page.waitForTimeout(1_000)
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(Math.min(box.y + box.height, 800) - 40) }
  return { cost: own, ...(await scroll(page, session, at)) }
}
