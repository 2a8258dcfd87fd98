// Takes the pictures of the demonstration home that the README and the system's question to install the app show.

import { fileURLToPath } from 'node:url'

import { devices, expect, test } from '@playwright/test'

import { Person } from '../person.ts'
import { type Server, startServer } from '../server.ts'

const FOLDER = new URL('../../public/screenshots/', import.meta.url)

/** Android wants neither side longer than 2.3 times the other. */
const SIZES = {
  narrow: { ...devices['Pixel 7'], viewport: { width: 400, height: 840 }, deviceScaleFactor: 2 },
  wide: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
}

/** Where to go for each picture, in the order in which they are shown; what they show is told in `src/dev/bundle/webmanifest.rs`. */
const PICTURES: Record<keyof typeof SIZES, Record<string, (person: Person) => Promise<void>>> = {
  narrow: {
    home: (person) => person.go('/'),
    logbook: (person) => person.go('/logbook'),
    system: async (person) => {
      await person.go('/systems')
      await person.page.getByRole('link', { name: /geyser/i }).first().click()
    },
  },
  wide: {
    logbook: async (person) => {
      await person.go('/logbook')
      await person.page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    },
    home: (person) => person.go('/'),
    systems: (person) => person.go('/systems'),
  },
}

let server: Server
test.beforeAll(async () => {
  server = await startServer('--demo')
})
test.afterAll(() => server.stop())

for (const size of ['narrow', 'wide'] as const) {
  test(size, async ({ browser }) => {
    test.setTimeout(180_000)
    const settings = { ...SIZES[size], baseURL: server.origin, locale: 'en-ZA', timezoneId: 'Africa/Johannesburg' }
    const context = await browser.newContext(settings)
    const person = new Person(await context.newPage(), server)
    await person.signIn('demo@codessa.example')
    await person.isSynced()
    let number = 0
    for (const [name, open] of Object.entries(PICTURES[size])) {
      number += 1
      await open(person)
      await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible()
      // Pictures and fonts are there, and nothing moves any more.
      await person.page.waitForLoadState('networkidle')
      const path = fileURLToPath(new URL(`${size}-${number}-${name}.png`, FOLDER))
      await person.page.screenshot({ path, animations: 'disabled' })
    }
    await context.close()
  })
}
