// The installed app: it opens without a network, new versions are offered, other apps share with it, and it can be installed at all.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, expect as impatient, type Page } from '@playwright/test'

import { Person } from './person.ts'
import { watch } from './policy.ts'
import { Proxy } from './proxy.ts'
import { test as base } from './server.ts'

base.setTimeout(60_000)

/** Tests whose page reaches the server by a road that they can cut. */
const test = base.extend<{ site: Proxy; person: Person }>({
  site: async ({ server }, use) => {
    const site = await Proxy.start(server.origin)
    await use(site)
    site.stop()
  },
  baseURL: async ({ site }, use) => {
    await use(site.origin)
  },
  person: async ({ page, server }, use) => {
    await use(new Person(page, server))
  },
})

/** Installing a worker and taking over take their time on a busy machine. */
const expect = impatient.configure({ timeout: 30_000 })

const HOME = '14 Protea Street'

/** Starts a logbook on this device and waits until the worker keeps the app. */
async function install(person: Person): Promise<void> {
  await person.startLogbook(HOME)
  await person.page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    if (serviceWorker.controller === null) {
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
    }
  })
}

/** The app itself has taken the place of the painted frame, with the home that was started. */
async function shown(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText(HOME)
}

/** Opens a page that is no part of the first download. */
async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
}

function settings(page: Page) {
  return page.getByRole('heading', { name: 'Settings', level: 1 })
}

function offer(page: Page) {
  return page.getByRole('button', { name: 'Update now' })
}

/** The release that a page runs: the address of its script. */
function release(page: Page): Promise<string | null> {
  return page.locator('script[type=module]').getAttribute('src')
}

/** Puts another release on the server: the same app by another name. Returns its script's address. */
async function deploy(site: Proxy, page: Page, more: (text: string) => string = (text) => text): Promise<string> {
  const [now, next] = [await release(page), '/assets/app.0000000000000000.js']
  if (now === null) throw new Error('the page has no script')
  const change = (text: string) => more(text.replaceAll(now, next))
  site.alias(next, now)
  site.edit('/', change)
  site.edit('/index.html', change)
  // The page has another revision, or the worker would keep the old one.
  site.edit('/worker.js', (text) => change(text).replace(/(revision:\s*")[0-9a-f]+/g, '$1new'))
  return next
}

/** What a tab that stays open does every hour. */
function askForUpdate(page: Page): Promise<void> {
  return page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
}

/** The paths in all caches, or in one. */
function keptPaths(page: Page, cache?: string): Promise<string[]> {
  return page.evaluate(async (only) => {
    const found: string[] = []
    for (const name of only === undefined ? await caches.keys() : [only]) {
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname)
    }
    return found
  }, cache)
}

test('after one visit the whole app opens without a network, from a cold start', async ({ person, page, context, site }) => {
  await install(person)
  const kept = (await keptPaths(page, 'app')).map((path) => path.replace('/assets/', '').split('.')[0])
  for (const name of ['faults', 'plan', 'systems']) expect(kept, 'what is needed where there is no signal').toContain(name)
  expect(kept, 'what few people need is kept once it was used').not.toContain('trade_desk')
  await page.close()
  site.set('cut')
  const cold = await context.newPage()
  await cold.goto('/')
  await shown(cold)
  await openSettings(cold)
  await expect(settings(cold)).toBeVisible()
  await cold.close()

  const deep = await context.newPage()
  await deep.goto('/settings')
  await shown(deep)
  await expect(settings(deep)).toBeVisible()
})

test('a network that does not answer and a server that is down keep nobody from their logbook', async ({ person, page, site }) => {
  await install(person)
  for (const road of ['blocked', 'down'] as const) {
    site.set(road)
    await page.goto('/')
    await shown(page)
  }
})

test('a new version is offered, taken when the person agrees, and loses nothing', async ({ person, page, site }) => {
  await install(person)
  const [now, next] = [await release(page), await deploy(site, page)]
  await askForUpdate(page)
  await expect(offer(page)).toBeVisible()
  expect(await release(page), 'nothing is forced').toBe(now)

  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  await offer(page).click()
  await expect.poll(() => release(page)).toBe(next)
  await shown(page)
  await expect(offer(page)).toHaveCount(0)
  expect(loads).toHaveLength(1)

  site.set('cut')
  await page.reload()
  await shown(page)
  expect(await release(page), 'the new version is kept, the old one forgotten').toBe(next)
})

test('a page that came with the new version lets it work without a question', async ({ person, page, site }) => {
  await install(person)
  const [now, next] = [await release(page), await deploy(site, page)]
  await page.reload()
  await shown(page)
  expect(await release(page)).toBe(next)
  // The worker cleans up when it takes over.
  await expect.poll(() => keptPaths(page, 'app')).not.toContain(now)
  await expect(offer(page)).toHaveCount(0)
  site.set('cut')
  await page.reload()
  await shown(page)
  expect(await release(page)).toBe(next)
})

test('another tab goes on with the old version and its pages, and is offered the new one', async ({ person, page, context, site }) => {
  await install(person)
  const other = await context.newPage()
  await other.goto('/')
  await shown(other)
  const chunk = (await keptPaths(page)).find((path) => path.startsWith('/assets/account.'))
  if (chunk === undefined) throw new Error('the lazy page is not kept')
  await deploy(site, page, (text) => text.replaceAll(chunk, '/assets/account.0000000000000000.js'))
  site.alias('/assets/account.0000000000000000.js', chunk)
  await askForUpdate(page)
  await offer(page).click()
  await expect.poll(() => release(page)).toContain('0000')

  await expect(offer(other)).toBeVisible()
  site.set('cut')
  await openSettings(other)
  await expect(settings(other)).toBeVisible()
})

test('a page that is not on the device is asked for again, and comes with the network', async ({ browser, server, site }) => {
  const context = await browser.newContext({ baseURL: site.origin, serviceWorkers: 'block' })
  const page = await context.newPage()
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  await new Person(page, server).startLogbook(HOME)
  site.set('cut')
  await openSettings(page)
  const retry = page.getByRole('button', { name: 'Try again' })
  await expect(retry).toBeVisible()
  await expect(settings(page)).toHaveCount(0)
  site.set('open')
  await retry.click()
  await expect(settings(page)).toBeVisible()
  await expect(retry).toHaveCount(0)
  expect(failures, 'nothing panicked').toEqual([])
  await context.close()
})

test('a missing file is missing, and is not kept', async ({ person, page, site }) => {
  await install(person)
  const answer = await page.evaluate(async () => {
    const { status, headers } = await fetch('/assets/gone.0000000000000000.js')
    return { status, type: headers.get('content-type') }
  })
  expect(answer.status).toBe(404)
  expect(answer.type).not.toContain('html')
  expect(await keptPaths(page)).not.toContain('/assets/gone.0000000000000000.js')
  expect(site.seen).toContain('GET /assets/gone.0000000000000000.js')
})

test('the worker has no part in the API and in shared links', async ({ person, page, site }) => {
  await install(person)
  await page.evaluate(() => fetch('/api/health'))
  await page.goto('/s')
  await page.goto('/')
  await shown(page)
  expect((await keptPaths(page)).filter((path) => path.startsWith('/api') || path === '/s')).toEqual([])
  site.set('cut')
  expect(await page.evaluate(() => fetch('/api/health').then(() => 'answered', () => 'failed'))).toBe('failed')
  await expect(page.goto('/s')).rejects.toThrow('ERR_')
})

test('what another app shares waits on the device, also without a network', async ({ person, page, site }) => {
  await install(person)
  site.set('cut')
  // The system posts this form; a page of the app itself may post none, so it is sent as a request.
  const landed = await page.evaluate(async () => {
    const form = new FormData()
    form.append('title', 'Geyser')
    form.append('text', 'Slip for the geyser https://example.com/slip')
    form.append('url', 'https://example.com/slip')
    form.append('files', new File(['%PDF-1.7 slip'], 'Glühwein slip.pdf', { type: 'application/pdf' }))
    const canvas = new OffscreenCanvas(40, 30)
    canvas.getContext('2d')?.fillRect(0, 0, 20, 30)
    const photo = await canvas.convertToBlob({ type: 'image/jpeg' })
    form.append('files', new File([photo], 'photo.jpg', { type: 'image/jpeg' }))
    return (await fetch('/share', { method: 'POST', body: form, redirect: 'manual' })).type
  })
  expect(landed).toBe('opaqueredirect')
  await page.goto('/add?shared=1')
  await expect(page.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
  await expect(page.getByText('Glühwein slip.pdf')).toBeVisible()
  await page.getByText('Who, parts, notes').click()
  await expect(page.getByLabel('Notes')).toHaveValue('Geyser\nSlip for the geyser https://example.com/slip')
  expect((await keptPaths(page)).filter((path) => path.startsWith('/shared/')), 'it is taken once').toEqual([])
})

test('what is shared with a device that has lost its worker is told to be lost', async ({ person, page, request }) => {
  const answer = await request.post('/share', { multipart: { title: 'Geyser' }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  await person.startLogbook(HOME)
  await page.goto(answer.headers()['location'] ?? '')
  await expect(page.getByText('What you shared did not arrive.')).toBeVisible()
})

test('the kill switch takes the worker and its files away, and nothing that a person wrote', async ({ person, page, site }) => {
  await install(person)
  await page.evaluate(async () => void (await (await caches.open('shared')).put('/shared/1', new Response('a photo'))))
  site.alias('/worker.js', '/worker/kill.js')
  await askForUpdate(page)
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  expect(await keptPaths(page)).toEqual(['/shared/1'])
  await page.reload()
  await shown(page)
})

test('before the app is there, its theme and its last words are', async ({ page, site }) => {
  await page.goto('/')
  const wasm = await page.locator('link[rel=preload][as=fetch]').getAttribute('href')
  await page.evaluate(() => {
    localStorage.setItem('codessa-theme', 'dark')
    localStorage.setItem('codessa-headline', 'Bougainvillea Crescent\nThree things need you')
  })
  // A device that keeps the app would have it at once: here it never comes.
  await page.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  })
  const client = await page.context().newCDPSession(page)
  await client.send('Network.clearBrowserCache')
  site.block(wasm ?? '')
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { name: 'Three things need you' })).toBeVisible()
  await expect(page.getByText('Bougainvillea Crescent').filter({ visible: true })).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#11161c')

  await page.goto('/s', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { name: 'Opening your logbook' })).toBeVisible()
  await expect(page.getByText('Bougainvillea Crescent')).toHaveCount(0)
})

test('a secret in the address is out of sight before the app is there', async ({ page, site }) => {
  await page.goto('/')
  const wasm = await page.locator('link[rel=preload][as=fetch]').getAttribute('href')
  await page.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  })
  const client = await page.context().newCDPSession(page)
  await client.send('Network.clearBrowserCache')
  site.block(wasm ?? '')
  for (const [address, name] of [['/join', 'invitation'], ['/pair', 'pairing'], ['/supply', 'supply']] as const) {
    await page.goto(`${address}#a-secret`, { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { name: 'Opening your logbook' })).toBeVisible()
    // The words are painted first; the script that hides the secret comes with the next answer.
    await expect(page).toHaveURL(`${site.origin}${address}`)
    expect(await page.evaluate((name) => sessionStorage.getItem(name), name)).toBe('a-secret')
  }
})

test('the script of the painted frame is at most 2 KB', async ({ page, request }) => {
  await page.goto('/')
  const script = await page.locator('script:not([type])').getAttribute('src')
  const answer = await request.get(script ?? '')
  expect((await answer.body()).length).toBeLessThanOrEqual(2048)
})

test('Chromium finds nothing that stands in the way of installing the app', async ({ server, site }) => {
  // A private window cannot install anything, so this one has a profile.
  const profile = mkdtempSync(join(tmpdir(), 'codessa-profile-'))
  const { executablePath, args } = test.info().project.use.launchOptions ?? {}
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, baseURL: site.origin })
  try {
    await watch(context)
    const page = await context.newPage()
    await install(new Person(page, server))
    const client = await context.newCDPSession(page)
    expect((await client.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
    const manifest = await client.send('Page.getAppManifest')
    expect(manifest.errors).toEqual([])
    const { icons, shortcuts, share_target: share } = JSON.parse(manifest.data ?? '{}')
    for (const { src } of [...icons, ...shortcuts.flatMap(({ icons }: { icons: { src: string }[] }) => icons)]) {
      expect((await page.request.get(src)).status(), src).toBe(200)
    }
    expect(share.action).toBe('/share')
  } finally {
    await context.close()
    rmSync(profile, { recursive: true })
  }
})
