// The logbook on one device: the first visit, a quick entry, correcting it, finding it again, two tabs.

import { readFileSync } from 'node:fs'

import { expect } from '@playwright/test'

import { Person } from './person.ts'
import { test } from './server.ts'

/** A photo of 192 by 192 pixels. */
const PHOTO = { name: 'geyser.png', mimeType: 'image/png', buffer: readFileSync(new URL('../public/icons/icon-192.png', import.meta.url)) }

test('a newcomer starts a logbook without an account and writes the first entry with a photo', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('14 Bougainvillea Crescent')
  await expect(page.getByRole('heading', { name: 'Start with the last thing that was done' })).toBeVisible()
  await thandi.addEntry({ title: 'Thermostat and element replaced', kind: 'Repair', cost: '2 890,50', photo: PHOTO })

  await thandi.seesEntry('Thermostat and element replaced')
  await page.getByRole('link', { name: 'Thermostat and element replaced' }).click()
  await expect(page.getByRole('heading', { name: 'Thermostat and element replaced' })).toBeVisible()
  await expect(page.getByText('R\u00a02\u00a0890,50').first()).toBeVisible()
  await expect(page.locator('img.photo__image').first()).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Thermostat and element replaced' })).toBeVisible()
})

test('what is wrong is said beside its field, and nothing typed is lost', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('1 Test Road')
  await page.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await page.getByLabel('In a few words').fill('Roof 😀 שלום')
  await page.getByLabel(/^Cost/).fill('-5')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Too small: at least 0.')).toBeVisible()
  await expect(page.getByLabel('In a few words')).toHaveValue('Roof 😀 שלום')
  await page.getByLabel(/^Cost/).fill('5')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)
  await thandi.seesEntry('Roof 😀 שלום')
})

/** A PNG of a few bytes whose head claims so many pixels. */
function claimsPixels(width: number, height: number): Buffer {
  const png = Buffer.from(PHOTO.buffer.subarray(0, 64))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

test('a picture of more pixels than a device can open is refused with a sentence, and the draft stays', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('3 Test Road')
  await page.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await page.getByLabel('In a few words').fill('Roof painted')
  await page.getByLabel('From the gallery').setInputFiles(PHOTO)
  await expect(page.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
  await page.getByLabel('From the gallery').setInputFiles({ name: 'roof.png', mimeType: 'image/png', buffer: claimsPixels(30_000, 30_000) })
  await expect(page.getByText('roof.png has more pixels than a device can open. Save it smaller, and add that instead.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove photo/ })).toHaveCount(1)
  await expect(page.getByLabel('In a few words')).toHaveValue('Roof painted')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)
  await thandi.seesEntry('Roof painted')
})

test('the browser is asked to keep the logbook once, after the first entry', async ({ page, server }) => {
  await page.addInitScript(() => {
    navigator.storage.persist = async () => {
      localStorage.setItem('asked', `${Number(localStorage.getItem('asked')) + 1}`)
      return false
    }
  })
  const asked = () => page.evaluate(() => Number(localStorage.getItem('asked')))
  const thandi = new Person(page, server)
  await thandi.startLogbook('12 Test Road')
  expect(await asked(), 'nothing was written yet').toBe(0)
  await thandi.addEntry({ title: 'Gutters cleared' })
  await expect.poll(asked).toBe(1)
  await thandi.addEntry({ title: 'Gutters cleared again' })
  await page.reload()
  await thandi.addEntry({ title: 'And again' })
  await thandi.seesEntry('And again')
  expect(await asked()).toBe(1)
})

test('a search finds what was written, and says so when there is nothing', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('2 Test Road')
  await thandi.addEntry({ title: 'Gutters cleared' })
  await thandi.addEntry({ title: 'Geyser serviced', kind: 'Service' })
  await thandi.go('/logbook')
  await page.getByLabel('Search the logbook').fill('GEYS')
  await expect(page.getByRole('link', { name: 'Geyser serviced' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Gutters cleared' })).toHaveCount(0)
  await page.getByLabel('Search the logbook').fill('borehole')
  await expect(page.getByText('Nothing found for “borehole”')).toBeVisible()
})

test('what is opened after going back and forward again stands in the address bar', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('4 Test Road')
  await thandi.addEntry({ title: 'Gutters cleared' })
  const entry = /\/logbook\/[0-9a-f-]{36}$/
  await expect(page).toHaveURL(entry)
  await page.getByRole('link', { name: 'Logbook', exact: true }).filter({ visible: true }).first().click()
  await expect(page).toHaveURL(/\/logbook$/)
  await page.goBack()
  await expect(page).toHaveURL(entry)
  await page.goForward()
  await expect(page).toHaveURL(/\/logbook$/)
  await page.getByRole('link', { name: 'Gutters cleared' }).click()
  await expect(page).toHaveURL(entry)
})

test('two tabs show the same book', async ({ page, context, server }) => {
  const first = new Person(page, server)
  await first.startLogbook('3 Test Road')
  const second = new Person(await context.newPage(), server)
  await second.page.goto('/logbook')
  await first.addEntry({ title: 'Written in the first tab' })
  await expect(second.page.getByRole('link', { name: 'Written in the first tab' })).toBeVisible()
  await second.addEntry({ title: 'Written in the second tab' })
  await first.seesEntry('Written in the second tab')
})
