// A browser with a profile of its own on disk, what a person does in it, and how what was measured is told.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { chromium } from 'playwright'

/** What the runner says: where things are, and how many rounds there are. */
export function setting(name) {
  const value = process.env[`BENCH_${name}`]
  if (value === undefined) throw new Error(`BENCH_${name} is not set: measure with \`cargo dev bench\``)
  return value
}

export const ORIGIN = setting('ORIGIN')

// A container has neither the rights for Chromium's sandbox nor a large /dev/shm; nothing is asked of the world outside.
const ARGUMENTS = [
  '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** For so long a browser that has just started is busy with pages of its own. */
const SETTLES_MS = 3_000

/** Opens a browser that has never been anywhere, gives it to `use`, and removes it. */
export async function withDevice(use, more = {}) {
  const profile = mkdtempSync(join(setting('FOLDER'), 'profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: setting('CHROMIUM'),
    args: ARGUMENTS,
    viewport: { width: 412, height: 823 },
    locale: 'en-ZA',
    timezoneId: 'Africa/Johannesburg',
    ...more,
  })
  try {
    const [page] = context.pages()
    await page.waitForTimeout(SETTLES_MS)
    return await use(page, context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** Opens the app for the first time and starts a logbook. */
export async function startLogbook(page) {
  await page.goto(ORIGIN)
  await page.getByLabel('What do you call your home?').fill('14 Protea Street')
  await page.getByRole('button', { name: 'Start a logbook' }).click()
  await page.locator('.home-switch__name').filter({ visible: true }).first().waitFor()
}

/** Signs in with the mailed code; `before` is called when only the last press is missing. */
export async function signIn(page, email, before = async () => {}) {
  await page.goto(`${ORIGIN}/sign-in`)
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByRole('heading', { name: 'Read your mail' }).waitFor()
  await page.getByLabel('Code').fill(code(email))
  // By the time a person has found the code in their mails, the app is on the device.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await before()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Read your mail' }).waitFor({ state: 'detached' })
}

/** Starts a scheme, as who is signed in and has none; its space. */
export async function startScheme(page) {
  await page.goto(`${ORIGIN}/estate`)
  await page.getByLabel('Name of the scheme').fill('Five thousand')
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await page.getByRole('heading', { name: 'Five thousand' }).waitFor()
  const [{ space }] = await page.evaluate(async () => (await fetch('/api/heads')).json())
  return space
}

/** Sends edits of a space to the server, as another device would. */
export function push(page, space, edits) {
  return page.evaluate(async ([path, body]) => {
    const reply = await (await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()
    const refused = reply.answers?.find(({ outcome }) => outcome !== 'accepted') ?? (reply.answers ? undefined : reply)
    if (refused) throw new Error(`an edit was refused: ${JSON.stringify(refused)}`)
  }, [`/api/spaces/${space}/push`, JSON.stringify({ edits })])
}

/** The code in the latest mail to an address. */
function code(email) {
  const folder = setting('MAILS')
  const mails = readdirSync(folder).sort().reverse().map((file) => readFileSync(join(folder, file), 'utf8'))
  const found = mails.find((mail) => mail.startsWith(`To: ${email}\n`))?.match(/\b\d{8}\b/)
  if (!found) throw new Error(`no mail to ${email}`)
  return found[0]
}

/** The middle of several measurements. */
export function median(of) {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN
}

/** Tells the runner a row of the table. */
export function row(what, ours, more = {}) {
  console.log(JSON.stringify({ what, ours, ...more }))
}
