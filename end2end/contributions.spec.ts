// By a link without an account: an entry where there is no signal, a comment, a signature, the wish to become a member.

import { expect, type Browser, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

type Server = ConstructorParameters<typeof Person>[1]

/** A photo of one pixel. */
const PHOTO = {
  name: 'valve.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
}

/** An owner with an account and an entry, who makes a link; its address. */
async function shared(page: Page, server: Server, home: string, choose: (page: Page) => Promise<void>): Promise<[Person, string]> {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook(home)
  await thandi.addEntry({ title: 'Geyser replaced', kind: 'Installation', cost: '12 500' })
  await thandi.isSynced()
  await thandi.go('/shares/new')
  await page.getByLabel('Who exactly?').fill('Geyser job')
  await choose(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('The link is ready')).toBeVisible()
  return [thandi, (await page.locator('.share__address').textContent()) ?? '']
}

/** Opens a link in a browser of its own. */
async function opened(browser: Browser, server: Server, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin })
  const visitor = await context.newPage()
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await expect(visitor.getByText('Shared with you until')).toBeVisible()
  return visitor
}

/** How much every store of every database holds. */
async function kept(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    let count = 0
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      for (const store of database.objectStoreNames) {
        count += await new Promise<number>((resolve) => {
          const request = database.transaction(store).objectStore(store).count()
          request.onsuccess = () => resolve(request.result)
        })
      }
      database.close()
    }
    return count
  })
}

test('a tradesperson writes an entry without a signal, and the owner takes it into the logbook', async ({ page, server, browser }) => {
  const [thandi, address] = await shared(page, server, '1 Job Street', (page) => page.getByRole('radio', { name: 'Tradesperson, one job' }).check())
  const sipho = await opened(browser, server, address)
  expect(await kept(sipho)).toBe(0)
  // What writing takes is fetched while there is a signal.
  await sipho.waitForTimeout(2_500)
  await sipho.waitForLoadState('networkidle')
  await sipho.context().setOffline(true)
  await sipho.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await expect(sipho.getByText('kept on this device until it is sent')).toBeVisible()
  await sipho.getByLabel('From the gallery').setInputFiles(PHOTO)
  await expect(sipho.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
  await sipho.getByRole('radio', { name: 'Repair', exact: true }).check()
  await sipho.getByLabel('In a few words').fill('Valve replaced')
  await sipho.getByLabel(/^Cost/).fill('1 850')
  await sipho.getByRole('button', { name: 'Send it' }).click()
  // Who sends it has to say so.
  await expect(sipho.getByLabel('Your name')).toHaveAttribute('aria-invalid', 'true')
  await sipho.getByLabel('Your name').fill('Sipho')
  await sipho.getByLabel('Your firm').fill('Dlamini Plumbing')
  await sipho.getByRole('button', { name: 'Send it' }).click()
  await expect(sipho.getByText('One entry waits on this device to be sent')).toBeVisible()
  expect(await kept(sipho)).toBeGreaterThan(0)
  await sipho.context().setOffline(false)
  await expect(sipho.getByText('Sent by this link: one waits for the owner')).toBeVisible()
  await expect(sipho.getByText('One entry waits on this device')).toHaveCount(0)
  // Nothing of it is left on that device.
  await expect.poll(() => kept(sipho)).toBe(0)

  await thandi.go('/')
  await expect(page.getByRole('heading', { name: 'One thing needs you' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'One thing was sent by a link or a label' })).toBeVisible()
  await thandi.go('/shares')
  await expect(page.getByText('One thing waits for you')).toBeVisible()
  await page.getByRole('link', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { name: 'Repair · Valve replaced' })).toBeVisible()
  await expect(page.getByText(/Sipho, Dlamini Plumbing, by the link “Geyser job”/)).toBeVisible()
  await expect(page.locator('.sent img')).toBeVisible()
  await page.getByRole('button', { name: 'Take it into the logbook' }).click()
  await expect(page.getByText('It is in the logbook now')).toBeVisible()
  await thandi.seesEntry('Valve replaced')
  await page.getByRole('link', { name: 'Valve replaced' }).click()
  await expect(page.getByText(/Sipho, Dlamini Plumbing, by the link “Geyser job”/)).toBeVisible()
  await sipho.reload()
  await expect(sipho.getByText('Sent by this link: one was taken')).toBeVisible()
  await sipho.context().close()
})

test('what was written for a link and not sent is there when it is opened again', async ({ page, server, browser }) => {
  const [, address] = await shared(page, server, '2 Job Street', (page) => page.getByRole('radio', { name: 'Tradesperson, one job' }).check())
  const sipho = await opened(browser, server, address)
  await sipho.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await sipho.getByLabel('Your name').fill('Sipho')
  await sipho.getByLabel('In a few words').fill('Half written')
  await expect.poll(() => kept(sipho)).toBeGreaterThan(0)
  const again = await sipho.context().newPage()
  await sipho.close()
  await again.goto(address)
  await again.getByRole('button', { name: 'Open it' }).click()
  await again.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await expect(again.getByLabel('In a few words')).toHaveValue('Half written')
  // Closing clears the device.
  await again.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(again.getByText('This link is not complete')).toBeVisible()
  await expect.poll(() => again.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await again.context().close()
})

test('a trustee comments and countersigns, and the logbook shows it once it was taken', async ({ page, server, browser }) => {
  const [thandi, address] = await shared(page, server, '3 Job Street', async (page) => {
    await page.getByRole('radio', { name: 'Trustee or manager' }).check()
    await page.getByRole('switch', { name: /^Countersign/ }).check()
    await page.getByRole('switch', { name: /^Take what they send/ }).check()
  })
  const naidoo = await opened(browser, server, address)
  await naidoo.getByRole('link', { name: 'Geyser replaced' }).first().click()
  await naidoo.getByRole('button', { name: 'Comment' }).click()
  await naidoo.getByLabel('What do you want to say?').fill('Is the drip tray piped outside?')
  await naidoo.getByLabel('Your name').fill('N. Naidoo')
  await naidoo.getByRole('button', { name: 'Send it' }).click()
  await expect(naidoo.getByText('Sent. The owner sees it now.')).toBeVisible()
  await naidoo.getByRole('button', { name: 'Countersign' }).click()
  await naidoo.getByLabel('Your name').fill('N. Naidoo')
  await naidoo.getByLabel('As what you sign').fill('Trustee')
  await naidoo.getByRole('button', { name: 'Countersign' }).click()
  await expect(naidoo.getByText('Sent by this link: 2 were taken')).toBeVisible()
  await thandi.seesEntry('Geyser replaced')
  await page.reload()
  await page.getByRole('link', { name: 'Geyser replaced' }).click()
  await expect(page.getByText('Is the drip tray piped outside?')).toBeVisible()
  await expect(page.getByText(/N. Naidoo, Trustee/)).toBeVisible()
  await naidoo.context().close()
})

test('a comment that is sent leaves the entry alone that is being written', async ({ page, server, browser }) => {
  const [, address] = await shared(page, server, '6 Job Street', async (page) => {
    await page.getByRole('radio', { name: 'Tradesperson, one job' }).check()
    await page.getByRole('switch', { name: /^Comment/ }).check()
  })
  const sipho = await opened(browser, server, address)
  await sipho.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await sipho.getByLabel('In a few words').fill('Half written')
  await expect.poll(() => kept(sipho)).toBeGreaterThan(0)
  await sipho.goBack()
  await sipho.getByRole('link', { name: 'Geyser replaced' }).first().click()
  await sipho.getByRole('button', { name: 'Comment' }).click()
  await sipho.getByLabel('What do you want to say?').fill('Which valve is it?')
  await sipho.getByLabel('Your name').fill('Sipho')
  await sipho.getByRole('button', { name: 'Send it' }).click()
  await expect(sipho.getByText(/^Sent by this link: one/)).toBeVisible()
  await sipho.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await expect(sipho.getByLabel('In a few words')).toHaveValue('Half written')
  await sipho.context().close()
})

test('a visitor asks to become a member, and is invited when the owner agrees', async ({ page, server, browser }) => {
  const [thandi, address] = await shared(page, server, '4 Job Street', async (page) => {
    await page.getByRole('switch', { name: /^Ask to become a member/ }).check()
  })
  const visitor = await opened(browser, server, address)
  const email = newEmail('buyer')
  await visitor.getByRole('button', { name: 'Become a member' }).click()
  await visitor.getByLabel('Your name').fill('Ben')
  await visitor.getByLabel('Your e-mail').fill(email)
  await visitor.getByRole('button', { name: 'Ask the owner' }).click()
  await expect(visitor.getByText('The owner was asked.')).toBeVisible()
  await thandi.go('/shares/sent')
  await expect(page.getByText(`${email} would read the whole logbook`)).toBeVisible()
  await page.getByRole('button', { name: 'Invite them' }).click()
  await expect(page.getByText('The invitation was sent')).toBeVisible()
  const invitation = await thandi.mail(email, /(http:[^ ]*\/join#\S+)/)
  expect(invitation[1]).toContain('/join#')
  await visitor.context().close()
})

test('a link is narrowed, and runs out while it is open', async ({ page, server, browser }) => {
  const [thandi, address] = await shared(page, server, '5 Job Street', async (page) => {
    await page.getByRole('switch', { name: /^Costs/ }).check()
  })
  const visitor = await opened(browser, server, address)
  await visitor.getByRole('link', { name: 'Geyser replaced' }).first().click()
  await expect(visitor.getByText('R\u00a012\u00a0500,00').first()).toBeVisible()
  await thandi.go('/shares')
  await page.getByRole('link', { name: /Geyser job/ }).click()
  await page.getByRole('link', { name: 'Change what it gives' }).click()
  await page.getByRole('switch', { name: /^Costs/ }).uncheck()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('It gives that now')).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('link', { name: 'Geyser replaced' }).first()).toBeVisible()
  await expect(visitor.getByText('12\u00a0500')).toHaveCount(0)
  // It ends now, as it would have by itself.
  const status = await page.evaluate(async () => {
    const [home] = (await (await fetch('/api/spaces')).json()) as { space: string }[]
    const path = `/api/spaces/${home?.space}/shares`
    const { shares } = (await (await fetch(path)).json()) as { shares: { id: string }[] }
    const body = JSON.stringify({ days: 0 })
    return (await fetch(`${path}/${shares[0]?.id}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })).status
  })
  expect(status).toBe(200)
  await visitor.reload()
  await expect(visitor.getByText('This link has ended')).toBeVisible()
  await visitor.context().close()
})
