// Accounts: a wrong code, a passkey, an invited member, signing out.

import { expect } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

test('a wrong code says so, and the right one still works', async ({ page, server }) => {
  const email = newEmail('johan')
  const johan = new Person(page, server)
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const code = await johan.code(email)
  await page.getByLabel('Code').fill(code === '00000000' ? '00000001' : '00000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('That code is wrong or has expired.')).toBeVisible()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('You are signed in.')).toBeVisible()
})

test('a viewer who was invited reads the home and cannot write', async ({ page, browser, server }) => {
  const owner = new Person(page, server)
  await owner.startLogbook('26 Lagoon Drive')
  await owner.addEntry({ title: 'Lift serviced' })
  await owner.signIn(newEmail('owner'))
  await owner.isSynced()
  await owner.page.goto('/settings/members')
  const invited = newEmail('viewer')
  await page.getByLabel('Their e-mail address').fill(invited)
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const [, link] = await owner.mail(invited, /(http:\S+\/join#\S+)/)

  const viewer = new Person(await (await browser.newContext({ baseURL: server.origin })).newPage(), server)
  await viewer.page.goto(link ?? '')
  await expect.poll(() => viewer.page.url(), 'the secret leaves the address bar').not.toContain('#')
  await viewer.page.getByRole('link', { name: 'Sign in to accept' }).click()
  await viewer.page.getByLabel('Your e-mail address').fill(invited)
  await viewer.page.getByRole('button', { name: 'Send me a code' }).click()
  await viewer.page.getByLabel('Code').fill(await viewer.code(invited))
  await viewer.page.getByRole('button', { name: 'Sign in' }).click()
  await viewer.page.getByRole('button', { name: 'Accept the invitation' }).click()
  await viewer.seesHome('26 Lagoon Drive')
  await viewer.seesEntry('Lift serviced')
  await expect(viewer.page.getByRole('link', { name: 'Add', exact: true })).toHaveCount(0)
  await viewer.page.context().close()
})

test('an invitation that was typed before the server asked to sign in anew is there afterwards', async ({ page, browser, server }) => {
  const email = newEmail('inviting')
  const owner = new Person(page, server)
  await owner.startLogbook('27 Lagoon Drive')
  await owner.signIn(email)
  await owner.isSynced()
  const code = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    return ((await (await fetch('/api/me/pair', { method: 'POST', headers, body: 'null' })).json()) as { code: string }).code
  })

  // A device that another one let in has not proved yet who sits before it.
  const tablet = new Person(await (await browser.newContext({ baseURL: server.origin })).newPage(), server)
  await tablet.page.goto(`/pair#${code}`)
  await tablet.page.getByRole('button', { name: 'Sign in' }).click()
  await tablet.seesHome('27 Lagoon Drive')
  await tablet.go('/settings/members')
  const invited = newEmail('invited')
  await tablet.page.getByLabel('Their e-mail address').fill(invited)
  await tablet.page.getByRole('radio', { name: /^Co-owner/ }).check()
  await tablet.page.getByRole('button', { name: 'Send invitation' }).click()
  await tablet.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await tablet.page.getByLabel('Your e-mail address').fill(email)
  await tablet.page.getByRole('button', { name: 'Send me a code' }).click()
  // The mail is sent before the page says so; until then the code of the first sign-in is the latest.
  await expect(tablet.page.getByRole('heading', { name: 'Read your mail' })).toBeVisible()
  await tablet.page.getByLabel('Code').fill(await owner.code(email))
  await tablet.page.getByRole('button', { name: 'Sign in' }).click()

  await expect(tablet.page.getByLabel('Their e-mail address')).toHaveValue(invited)
  await expect(tablet.page.getByRole('radio', { name: /^Co-owner/ })).toBeChecked()
  await tablet.page.getByRole('button', { name: 'Send invitation' }).click()
  await owner.mail(invited, /(http:\S+\/join#\S+)/)
  await expect(tablet.page.getByText('The invitation was mailed.')).toBeVisible()
  await tablet.page.reload()
  await expect(tablet.page.getByText(invited)).toBeVisible()
  await expect(tablet.page.getByLabel('Their e-mail address')).toHaveValue('')
  await tablet.page.context().close()
})

test('a language that was chosen without a network reaches the server with it', async ({ page, context, server }) => {
  const owner = new Person(page, server)
  await owner.startLogbook('11 Test Road')
  await owner.signIn(newEmail('speaker'))
  await owner.isSynced()
  await owner.go('/settings')
  const language = page.getByLabel('Language', { exact: true })
  await expect(language).toBeVisible()
  await context.setOffline(true)
  // One that the app does not speak yet, so that it falls back to the one that it does.
  await language.evaluate((select: HTMLSelectElement) => select.add(new Option('Afrikaans', 'af')))
  await language.selectOption('af')
  const told = page.waitForResponse((response) => response.url().endsWith('/api/me/language'))
  await context.setOffline(false)
  expect((await told).status()).toBe(204)
  // The answer is here before the app has noted it: left that soon, it would tell once more, which harms nobody.
  await page.waitForTimeout(1_000)
  // What was told is not told again.
  let again = 0
  page.on('request', (request) => (again += Number(request.url().endsWith('/api/me/language'))))
  await page.reload()
  await owner.isSynced()
  expect(again).toBe(0)
})

test('without an account the page of devices says what it takes, and leads there', async ({ page, server }) => {
  const owner = new Person(page, server)
  await owner.startLogbook('13 Test Road')
  await owner.go('/settings/devices')
  await expect(page.getByText('Other devices come with an account. This logbook is on this device only.')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Show the code' })).toHaveCount(0)
  await page.getByRole('main').getByRole('link', { name: 'Keep this logbook safe' }).click()
  await expect(page.getByRole('heading', { name: 'Keep this logbook safe' })).toBeVisible()
})

test('signing out clears the device', async ({ page, server }) => {
  const owner = new Person(page, server)
  await owner.startLogbook('7 Test Road')
  await owner.signIn(newEmail('leaver'))
  await owner.isSynced()
  await owner.go('/settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('What do you call your home?')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('What do you call your home?')).toBeVisible()
})

test('signing out without a network clears the device, and ends the session at the next contact', async ({ page, context, request, server }) => {
  const owner = new Person(page, server)
  await owner.startLogbook('9 Test Road')
  await owner.signIn(newEmail('offline'))
  await owner.isSynced()
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const session = async () => (await request.get('/api/me', { headers: { cookie } })).status()
  await owner.go('/settings')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('What do you call your home?')).toBeVisible()
  expect(await session()).toBe(200)
  await context.setOffline(false)
  await page.reload()
  await expect.poll(session).toBe(401)
})

test('another account never sends what this one wrote', async ({ page, server }) => {
  const email = newEmail('first')
  const owner = new Person(page, server)
  await owner.startLogbook('10 Test Road')
  await owner.signIn(email)
  await owner.isSynced()
  // The session ends, as it does by itself after a while.
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/auth/sign-out', { method: 'POST', headers, body: 'null' })
  })
  await owner.addEntry({ title: 'Written by the first' })

  const other = newEmail('second')
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill(other)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code').fill(await owner.code(other))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(`This device holds the logbook of ${email}.`)).toBeVisible()

  await owner.signIn(email)
  await owner.isSynced()
  await owner.seesEntry('Written by the first')
})

test('a passkey signs in on its device', async ({ page, context, server }) => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  const owner = new Person(page, server)
  await owner.startLogbook('8 Test Road')
  await owner.signIn(newEmail('passkey'))
  await owner.isSynced()
  await owner.go('/settings/devices')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('This device can sign in with a passkey now.')).toBeVisible()
  await owner.go('/settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('What do you call your home?')).toBeVisible()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await owner.seesHome('8 Test Road')
})
