// For everybody: no finding of axe on any page in either theme, the keyboard alone, and the pictures that are kept.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { test } from './server.ts'

/** Every page that a home has. */
const PAGES = [
  '/', '/logbook', '/add', '/print', '/systems', '/setup', '/systems/new', '/labels', '/scan', '/q', '/zones', '/property', '/property/edit', '/documents', '/documents/new', '/contacts', '/contacts/new',
  '/certificates', '/certificates/new', '/ready', '/warranties', '/warranties/new', '/claims/new', '/tasks', '/tasks/new', '/plan', '/plan/usual', '/items', '/items/new', '/meters', '/meters/new', '/health', '/faults', '/emergency', '/inspections', '/portal', '/portal/new', '/jobs', '/desk/team', '/estate/work', '/estate/work/programmes', '/estate/work/votes', '/estate/vendors', '/estate', '/estate/grid', '/estate/matrix', '/estate/plan', '/estate/duties', '/estate/duties/fault', '/estate/units', '/estate/people', '/estate/settings', '/link', '/scheme',
  '/settings', '/settings/bring', '/settings/take', '/restore', '/settings/unsent', '/settings/members', '/settings/devices', '/settings/account', '/settings/reminders', '/shares', '/shares/new', '/handover', '/handover/new', '/sign-in', '/sign-in?back', '/glossary', '/nowhere',
  '/certificates', '/certificates/new', '/ready', '/warranties', '/warranties/new', '/claims/new', '/tasks', '/tasks/new', '/plan', '/plan/usual', '/items', '/items/new', '/meters', '/meters/new', '/health', '/faults', '/emergency', '/inspections', '/portal', '/portal/new', '/jobs', '/desk/team',
  '/settings', '/settings/bring', '/settings/take', '/restore', '/settings/unsent', '/settings/members', '/settings/devices', '/settings/account', '/settings/reminders', '/shares', '/shares/new', '/estate/cases', '/estate/cases/new', '/estate/shares', '/handover', '/handover/new', '/sign-in', '/sign-in?back', '/glossary', '/nowhere',
]

const long = process.env.CODESSA_TEST_LONG !== undefined
const PHONE = { name: 'phone', width: 360, height: 740 }
const TABLET = { name: 'tablet', width: 820, height: 1180 }
const DESKTOP = { name: 'desktop', width: 1440, height: 900 }
const SIZES = long ? [PHONE, TABLET, DESKTOP] : [PHONE, DESKTOP]

/** Of the rules of axe, those whose findings depend on the theme and the size of the screen. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${theme}`, async ({ page, server }) => {
    test.setTimeout(480_000)
    // The other theme and the other size have the same elements: only their looks are looked at again, and where both differ no more than those of the frame.
    const rulesOf = (size: typeof PHONE) => (long || (theme === 'light' && size === PHONE) ? undefined : OF_LOOKS)
    const pagesOf = (size: typeof PHONE) => (long || theme === 'light' || size === PHONE ? PAGES : PAGES.slice(0, 5))
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.goto('/')
    await expect(page.getByLabel('What do you call your home?')).toBeVisible()
    await hasNoFindings(page, 'the first visit', rulesOf(PHONE))
    const thandi = new Person(page, server)
    await thandi.startLogbook('14 Bougainvillea Crescent')
    await thandi.addEntry({ title: 'Thermostat and element replaced', kind: 'Repair', cost: '2 890' })
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const path of pagesOf(size)) {
        await thandi.go(path)
        await expect(page.locator('h1').filter({ visible: true }).first(), path).toBeVisible()
        if (size !== TABLET) await hasNoFindings(page, `${path}, ${size.name}`, rulesOf(size))
        if (long || path === '/' || path === '/logbook') {
          const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '-')
          await page.screenshot({ path: `artifacts/pages/${name}-${size.name}-${theme}.png` })
        }
      }
    }
  })
}

test('everything that a first entry needs can be done with the keyboard', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('What do you call your home?').focus()
  await page.keyboard.type('9 Keyboard Lane')
  await page.keyboard.press('Enter')
  await expect(page.locator('.home-switch__name').filter({ visible: true }).first()).toHaveText('9 Keyboard Lane')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  const add = page.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first()
  for (let presses = 0; presses < 20 && !(await add.evaluate((link) => link === document.activeElement)); presses += 1) await page.keyboard.press('Tab')
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByLabel('In a few words').focus()
  await page.keyboard.type('Written without a mouse')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)
  await page.goto('/logbook')
  await expect(page.getByRole('link', { name: 'Written without a mouse' })).toBeVisible()
})
