// Reminders: chosen on their page, pushed to the worker, mailed with a way to end them, and read by a calendar.

import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { Pusher } from './pusher.ts'
import { type Server, startServer, test as base } from './server.ts'

/** Tests on a server that pushes to this machine too. */
const test = base.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await startServer('--push-loopback')
      await use(server)
      server.stop()
    },
    { scope: 'worker' },
  ],
})

/** The server looks four times a minute whom to remind. */
const LOOKED = { timeout: 45_000 }

/** The day so many days from now, as a box for dates takes it. */
function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Africa/Johannesburg' })
}

/** Somebody with an account, a home and a task of this week. */
async function owner(page: Page, server: Server, home: string): Promise<{ thandi: Person; email: string }> {
  const [thandi, email] = [new Person(page, server), newEmail('thandi')]
  await thandi.signIn(email)
  await thandi.startLogbook(home)
  await thandi.go('/tasks/new')
  await page.getByLabel('What is to be done?').fill('Clean the gutters')
  await page.getByLabel('By when?').fill(day(3))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Clean the gutters').first()).toBeVisible()
  await thandi.isSynced()
  return { thandi, email }
}

/** Opens the page with quiet hours off, so that a test can run at night. */
async function openReminders(thandi: Person): Promise<void> {
  await thandi.go('/settings/reminders')
  const quiet = thandi.page.getByRole('switch', { name: /^Quiet hours/ })
  await quiet.uncheck()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

test('a logbook on this device only says that reminders need an account', async ({ page, server }) => {
  const thandi = new Person(page, server)
  await thandi.startLogbook('1 Reminder Road')
  await thandi.go('/settings/reminders')
  await expect(page.getByText('Reminders are sent by the server.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('what is chosen shows at once what comes next and why, and stays', async ({ page, server }) => {
  const { thandi } = await owner(page, server, '2 Reminder Road')
  await thandi.go('/settings')
  await page.getByRole('link', { name: 'Reminders', exact: true }).click()
  const next = page.getByRole('region', { name: 'What comes next' })
  await expect(next.getByRole('link', { name: 'Clean the gutters' })).toBeVisible()
  await expect(next).toContainText('To be done by')
  await expect(next).toContainText('You are told with the next message')
  await page.getByLabel('Tasks').selectOption('1 day before')
  await expect(next).toContainText('You are told on')
  await page.getByLabel('Tasks').selectOption('Not at all')
  await expect(next).toContainText('Nothing is coming up')
  await page.getByLabel('Tasks').selectOption('3 days before')
  await page.getByRole('radio', { name: 'Weekly' }).check()
  await save(page)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Weekly' })).toBeChecked()
  await expect(page.getByLabel('Tasks')).toHaveValue('3')
})

test('a push is sealed to the browser, shown by its worker without a name in it, and opens what it is about', async ({ page, context, server }) => {
  const pusher = await Pusher.start()
  await context.grantPermissions(['notifications'], { origin: server.origin })
  // Chromium has no push service of its own here: its push manager says what one would say.
  await context.addInitScript((told) => {
    let current: object | null = null
    const subscription = { toJSON: () => told, unsubscribe: async () => ((current = null), true) }
    PushManager.prototype.subscribe = async () => (current = subscription) as unknown as PushSubscription
    PushManager.prototype.getSubscription = async () => current as PushSubscription | null
  }, pusher.subscription)
  const { thandi } = await owner(page, server, '3 Reminder Road')
  await thandi.isKept()
  await openReminders(thandi)
  await page.getByRole('button', { name: 'Allow on this device' }).click()
  await expect(page.getByText('This device shows them.')).toBeVisible()
  await expect.poll(() => pusher.messages.length, LOOKED).toBe(1)
  const [message = ''] = pusher.messages
  expect(JSON.parse(message)).toEqual({ text: '1 task is coming up at home', count: 1, page: '/tasks' })

  const devtools = await context.newCDPSession(page)
  const registration = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter(({ isDeleted }) => !isDeleted)
      if (own !== undefined) resolve(own.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: server.origin, registrationId: await registration, data: message })
  const shown = () =>
    page.evaluate(async () => {
      const notifications = await (await navigator.serviceWorker.ready).getNotifications()
      return notifications.map(({ title, body, data }) => ({ title, body, data: data as unknown }))
    })
  await expect.poll(shown).toEqual([{ title: 'Codessa', body: '1 task is coming up at home', data: { page: '/tasks' } }])

  // Once, and no more after it was ended here.
  await page.getByRole('button', { name: 'Stop on this device' }).click()
  await expect(page.getByRole('button', { name: 'Allow on this device' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: 'What comes next' })).toContainText('You were told')
  expect(pusher.messages).toHaveLength(1)
  pusher.stop()
})

test('a push that cannot be read is shown all the same, and leads nowhere else', async ({ page, context, server }) => {
  await context.grantPermissions(['notifications'], { origin: server.origin })
  const thandi = new Person(page, server)
  await thandi.startLogbook('4 Reminder Road')
  await thandi.isKept()
  const devtools = await context.newCDPSession(page)
  const registration = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId))
  })
  await devtools.send('ServiceWorker.enable')
  for (const data of ['nonsense', '{"page":"https://example.org/","text":"Look","count":-1}']) {
    await devtools.send('ServiceWorker.deliverPushMessage', { origin: server.origin, registrationId: await registration, data })
  }
  const pages = () =>
    page.evaluate(async () => {
      const notifications = await (await navigator.serviceWorker.ready).getNotifications()
      return notifications.map(({ title, data }) => `${title} ${(data as { page: string }).page}`)
    })
  await expect.poll(pages).toEqual(['Codessa /', 'Codessa /'])
})

test('a browser without push, and one in which it was forbidden, say so', async ({ page, context, server }) => {
  const { thandi } = await owner(page, server, '5 Reminder Road')
  await context.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
  })
  await page.goto('/settings/reminders')
  await expect(page.getByText('This browser does not allow Codessa to show notifications.')).toBeVisible()
  await context.addInitScript(() => {
    Object.defineProperty(ServiceWorkerRegistration.prototype, 'pushManager', { get: () => undefined })
  })
  await page.reload()
  await expect(page.getByText('This browser cannot show notifications.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Allow on this device' })).toHaveCount(0)
  await thandi.isSynced()
})

test('a mail says what is coming up, and one press of a mail program ends such mails', async ({ page, request, server }) => {
  const { thandi, email } = await owner(page, server, '6 Reminder Road')
  await openReminders(thandi)
  await page.getByRole('radio', { name: 'Daily' }).check()
  await save(page)
  await expect(async () => void (await thandi.mail(email, /Subject: 1 thing at your home is coming up/))).toPass(LOOKED)
  const [mail] = await thandi.mail(email, /^To: [\s\S]*List-Unsubscribe[\s\S]*$/)
  expect(mail).toContain('- Clean the gutters\n  To be done by')
  const [, end = ''] = /List-Unsubscribe: <(\S+)>/.exec(mail) ?? []
  // Programs that only follow links end nothing.
  expect(await (await request.get(end)).text()).toContain('<button>')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Daily' })).toBeChecked()
  expect((await request.post(end, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(200)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'None' })).toBeChecked()
})

test('a calendar reads the days of a home by an address that is shown once and can be ended', async ({ page, request, server }) => {
  const { thandi } = await owner(page, server, '7 Reminder Road')
  await openReminders(thandi)
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByLabel('Secret address').inputValue()
  const calendar = await request.get(address)
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  const text = await calendar.text()
  expect(text).toContain('SUMMARY:Clean the gutters')
  expect(text).toContain(`DTSTART;VALUE=DATE:${day(3).replaceAll('-', '')}`)
  await page.getByRole('button', { name: 'Make another address' }).click()
  await expect(page.getByLabel('Secret address')).not.toHaveValue(address)
  expect((await request.get(address)).status()).toBe(404)
  const second = await page.getByLabel('Secret address').inputValue()
  expect((await request.get(second)).status()).toBe(200)
  await page.reload()
  await expect(page.getByText('There is an address, made on')).toBeVisible()
  await expect(page.getByLabel('Secret address')).toHaveCount(0)
  await page.getByRole('button', { name: 'End it' }).click()
  await expect(page.getByRole('button', { name: 'Make an address' })).toBeVisible()
  expect((await request.get(second)).status()).toBe(404)
})
