// Takes the pictures of the demonstration home that the README and the system's question to install the app show.

import { fileURLToPath } from 'node:url'

import { devices, expect, test } from '@playwright/test'

import { Person } from '../person.ts'
import { type Server, startServer } from '../server.ts'

const SCREENSHOTS = new URL('../../public/screenshots/', import.meta.url)
const README = new URL('./', import.meta.url)

/** Android wants neither side of a screenshot longer than 2.3 times the other. */
const SIZES = {
  phone: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  desktop: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
  narrow: { ...devices['Pixel 7'], viewport: { width: 400, height: 840 }, deviceScaleFactor: 2 },
  wide: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
}

type Steps = (person: Person) => Promise<void>

const home: Steps = (person) => person.go('/')

/** The logbook, with an entry open beside it. */
const entry: Steps = async (person) => {
  await person.go('/logbook')
  await person.page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
}

const geyser: Steps = async (person) => {
  await person.go('/systems')
  await person.page.getByRole('link', { name: /geyser/i }).first().click()
}

/** Where to go for each picture and what it is called. What screenshots show, in this order, is told in `src/dev/bundle/webmanifest.rs`. */
const PICTURES: Record<keyof typeof SIZES, [URL, Steps][]> = {
  phone: [[new URL('phone.png', README), home]],
  desktop: [[new URL('desktop.png', README), entry]],
  narrow: [
    [new URL('narrow-1-home.png', SCREENSHOTS), home],
    [new URL('narrow-2-logbook.png', SCREENSHOTS), (person) => person.go('/logbook')],
    [new URL('narrow-3-system.png', SCREENSHOTS), geyser],
  ],
  wide: [
    [new URL('wide-1-logbook.png', SCREENSHOTS), entry],
    [new URL('wide-2-home.png', SCREENSHOTS), home],
    [new URL('wide-3-systems.png', SCREENSHOTS), (person) => person.go('/systems')],
  ],
}

let server: Server
test.beforeAll(async () => {
  server = await startServer('--demo')
})
test.afterAll(() => server.stop())

for (const size of ['phone', 'desktop', 'narrow', 'wide'] as const) {
  test(size, async ({ browser }) => {
    test.setTimeout(180_000)
    const settings = { ...SIZES[size], baseURL: server.origin, locale: 'en-ZA', timezoneId: 'Africa/Johannesburg', colorScheme: 'light' as const }
    const context = await browser.newContext(settings)
    const person = new Person(await context.newPage(), server)
    const { page } = person
    await person.signIn('demo@codessa.example')
    await person.isSynced()
    await expect(page.locator('.toast')).toHaveCount(0, { timeout: 30_000 })
    for (const [file, open] of PICTURES[size]) {
      await open(person)
      await expect(page.locator('h1').filter({ visible: true }).first()).toBeVisible()
      // The photos in sight have come.
      await expect.poll(() => page.evaluate(photosMissing)).toBe(0)
      await page.mouse.move(0, 0)
      await page.screenshot({ path: fileURLToPath(file), animations: 'disabled' })
    }
    await context.close()
  })
}

/** How many places for a photo are still empty. */
function photosMissing(): number {
  const photos = [...document.querySelectorAll<HTMLImageElement>('main img')]
  const empty = document.querySelectorAll('main .entry__photos:empty').length
  return empty + photos.filter((photo) => photo.naturalWidth === 0).length
}
