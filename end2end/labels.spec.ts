// Labels with codes on systems: printed on sheets, scanned from a picture, renewed, and of no use to anybody else.

import { writeFileSync } from 'node:fs'

import { chromium, expect, type Page } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { watchAll } from './policy.ts'
import { test } from './server.ts'

// As screens of phones are: a code of the smallest label has two pixels a square on others, too few for any reader.
test.use({ deviceScaleFactor: 2 })

/** Writes a system down. */
async function addSystem(page: Page, person: Person, name: string): Promise<void> {
  await person.go('/systems/new?type=geyser')
  await page.getByLabel('What do you call it?').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Opens the page of labels from the list of systems, as a person does. */
async function opensLabels(page: Page, person: Person): Promise<void> {
  await person.go('/systems')
  await page.getByRole('button', { name: 'More' }).filter({ visible: true }).first().click()
  await page.getByRole('button', { name: 'Print labels' }).click()
  await expect(page.getByRole('heading', { name: 'Labels' })).toBeVisible()
}

/** How large an element is, in millimetres of CSS. */
async function millimetres(page: Page, selector: string): Promise<number[]> {
  const box = await page.locator(selector).first().boundingBox()
  return [box?.width ?? 0, box?.height ?? 0].map((pixels) => Math.round((pixels / 96) * 254) / 10)
}

/** The pages of a printed PDF, each as its width and height in millimetres. */
function pagesOf(pdf: Buffer): number[][] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)
  return [...boxes].map((box) => [box[1], box[2]].map((points) => Math.round((Number(points) / 72) * 25.4)))
}

/** A picture of the code of a system, as it lies on the sheet. */
async function pictureOf(page: Page, system: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await page.getByRole('img', { name: `Code of ${system}` }).screenshot()
  return { name: 'label.png', mimeType: 'image/png', buffer }
}

async function print(page: Page, labels: string): Promise<void> {
  await page.evaluate(() => {
    window.print = () => void ((window as unknown as { printed: number }).printed = 1)
  })
  await page.getByRole('button', { name: `Print ${labels}` }).click()
  await expect.poll(() => page.evaluate(() => (window as unknown as { printed?: number }).printed)).toBe(1)
}

for (const detector of ['with the detector of the browser, if it has one', 'without it']) {
  test(`a label scanned from a picture, ${detector}`, async ({ page, server }) => {
    if (detector === 'without it') {
      await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'BarcodeDetector'))
    }
    const thandi = new Person(page, server)
    await thandi.startLogbook('21 Label Lane')
    await addSystem(page, thandi, 'Geyser')
    await addSystem(page, thandi, 'Pool pump')
    await opensLabels(page, thandi)
    await expect(page.getByText('The code is made when you print.')).toHaveCount(2)
    await print(page, '2 labels')
    await expect(page.getByRole('img', { name: 'Code of Pool pump' })).toBeVisible()
    const small = async () => {
      await page.getByRole('radio', { name: 'Avery L7651' }).check()
      return pictureOf(page, 'Pool pump')
    }
    for (const picture of [await pictureOf(page, 'Pool pump'), await small()]) {
      await thandi.go('/scan')
      await page.getByLabel('Choose a picture').setInputFiles(picture)
      await expect(page.getByRole('heading', { name: 'Pool pump', level: 1 })).toBeVisible()
      expect(new URL(page.url()).pathname).toMatch(/^\/systems\/[0-9a-f-]{36}$/)
    }
    await thandi.go('/scan')
    const icon = { name: 'icon.png', mimeType: 'image/png', buffer: Buffer.from(await (await page.request.get('/icons/icon-192.png')).body()) }
    await page.getByLabel('Choose a picture').setInputFiles(icon)
    await expect(page.getByText('No code can be read in this picture')).toBeVisible()
    await hasNoFindings(page)
  })
}

test('labels are printed as large as the sheet has them, from the first free place', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('22 Label Lane')
  await addSystem(page, thandi, 'Geyser')
  await addSystem(page, thandi, 'Inverter and battery behind the garage')
  await opensLabels(page, thandi)
  await print(page, '2 labels')
  await hasNoFindings(page)
  expect(await millimetres(page, '.labels__label')).toEqual([63.5, 38.1])
  const pdf = async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Print 2 labels' })).toBeHidden()
    const made = pagesOf(await page.pdf({ preferCSSPageSize: true }))
    await page.emulateMedia({ media: 'screen' })
    return made
  }
  expect(await pdf()).toEqual([[210, 297]])

  // The last place of a sheet: the second label goes onto another one.
  await page.getByLabel('First free place on the sheet').selectOption('21')
  await expect(page.getByRole('list', { name: 'Sheet 2' })).toBeVisible()
  expect(await pdf()).toEqual([[210, 297], [210, 297]])

  await page.getByRole('radio', { name: 'Avery L7651' }).check()
  expect(await millimetres(page, '.labels__label')).toEqual([38.1, 21.2])
  // Of 33 squares and twice four of white, 15 mm at least are the code.
  expect((await millimetres(page, 'svg.labels__code'))[0]).toBeGreaterThan((15 * 41) / 33)
  expect(await pdf()).toEqual([[210, 297]])

  await page.getByRole('radio', { name: '62 mm roll' }).check()
  expect(await millimetres(page, '.labels__label')).toEqual([62, 40])
  expect(await pdf()).toEqual([[62, 40], [62, 40]])
})

test('a renewed label says so, and only the new one leads on', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('23 Label Lane')
  await addSystem(page, thandi, 'Borehole pump')
  await page.getByRole('button', { name: 'More' }).filter({ visible: true }).last().click()
  await page.getByRole('button', { name: 'Print a label' }).click()
  await print(page, '1 label')
  const old = await pictureOf(page, 'Borehole pump')
  await page.getByRole('button', { name: 'Renew the label of Borehole pump' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Renew', exact: true }).click()
  await expect(page.getByText('Borehole pump has a new label.')).toBeVisible()
  const now = await pictureOf(page, 'Borehole pump')
  expect(now.buffer.equals(old.buffer)).toBe(false)

  await thandi.go('/scan')
  await page.getByLabel('Choose a picture').setInputFiles(old)
  await expect(page.getByText('This label was replaced by a newer one')).toBeVisible()
  await hasNoFindings(page)
  await page.getByRole('button', { name: 'Open the system' }).click()
  await expect(page.getByRole('heading', { name: 'Borehole pump', level: 1 })).toBeVisible()
  await thandi.go('/scan')
  await page.getByLabel('Choose a picture').setInputFiles(now)
  await expect(page.getByRole('heading', { name: 'Borehole pump', level: 1 })).toBeVisible()
})

test('a label of a home that is elsewhere tells nothing, and its token leaves neither address nor device', async ({ page, server, browser }) => {
  const token = 'MDEyMzQ1Njc4OWFiY2RlZg'
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(`/q#${token}`)
  await expect(page.getByText('This label belongs to a home that is not on this device')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?to=/q')
  expect(page.url()).not.toContain(token)
  await hasNoFindings(page)
  expect(asked.filter((request) => request.replace(`/q#${token}`, '').includes(token))).toEqual([])

  // Nor does it in another home, and any other code is not opened.
  const other = await browser.newContext({ baseURL: server.origin })
  const pieter = new Person(await other.newPage(), server)
  await pieter.startLogbook('24 Label Lane')
  await pieter.page.goto(`/q#${token}`)
  await expect(pieter.page.getByText('This label belongs to a home that is not on this device')).toBeVisible()
  await pieter.page.goto('/q#javascript:alert(1)')
  await expect(pieter.page.getByText('This label belongs to a home that is not on this device')).toBeVisible()
  await other.close()
})

/** A film of one frame of 640 by 480, for a camera that is none: a picture on grey, a little askew as a hand holds a phone. */
async function filmOf(page: Page, picture: Buffer): Promise<Buffer> {
  const luma = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('there is no canvas')
    context.fillStyle = '#9a9a9a'
    context.fillRect(0, 0, 640, 480)
    context.translate(320, 240)
    context.rotate(0.14)
    context.drawImage(image, -110, -110, 220, 220)
    const { data } = context.getImageData(0, 0, 640, 480)
    return Array.from({ length: 640 * 480 }, (_, at) => Math.round(16 + (data[4 * at] ?? 0) * 0.859))
  }, [...picture])
  const head = Buffer.from('YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\nFRAME\n')
  return Buffer.concat([head, Buffer.from(luma), Buffer.alloc(2 * 320 * 240, 128)])
}

test('a label that the camera sees leads to its system, and the camera is let go', async ({ server }, info) => {
  const film = info.outputPath('label.y4m')
  const { executablePath, args = [] } = info.project.use.launchOptions ?? {}
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
  const browser = watchAll(await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: [...args, ...camera] }))
  try {
    const page = await browser.newPage({ baseURL: server.origin, locale: 'en-ZA', deviceScaleFactor: 2 })
    const thandi = new Person(page, server)
    await thandi.startLogbook('21 Label Lane')
    await addSystem(page, thandi, 'Geyser')
    await addSystem(page, thandi, 'Pool pump')
    await opensLabels(page, thandi)
    await print(page, '2 labels')
    const { buffer } = await pictureOf(page, 'Pool pump')
    writeFileSync(film, await filmOf(page, buffer))
    await page.evaluate(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async (wish) => Object.assign(globalThis, { seen: await ask(wish) }).seen
    })
    await thandi.go('/scan')
    await expect(page.getByRole('heading', { name: 'Pool pump', level: 1 })).toBeVisible()
    const tracks = () => page.evaluate(() => (globalThis as unknown as { seen: MediaStream }).seen.getTracks().map((track) => track.readyState))
    await expect.poll(tracks).toEqual(['ended'])
  } finally {
    await browser.close()
  }
})
