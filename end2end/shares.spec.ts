// A part of a home is shared by a link: exactly what was chosen, without an account, for as long as the owner likes.

import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** An owner with an account, and two entries that cost something. */
async function owner(page: Page, server: ConstructorParameters<typeof Person>[1], home: string): Promise<Person> {
  const thandi = new Person(page, server)
  await thandi.signIn(newEmail('thandi'))
  await thandi.startLogbook(home)
  await thandi.addEntry({ title: 'Geyser replaced', kind: 'Installation', cost: '12 500' })
  await thandi.addEntry({ title: 'Gutters cleaned', kind: 'Service' })
  await thandi.isSynced()
  return thandi
}

/** Makes a link for a buyer, after `chosen` was changed; its address. */
async function share(thandi: Person, chosen: (page: Page) => Promise<void> = async () => {}): Promise<string> {
  const { page } = thandi
  await thandi.go('/shares')
  await page.getByRole('link', { name: 'Share a part' }).click()
  await expect(page.getByRole('radio', { name: 'Buyer' })).toBeChecked()
  await page.getByLabel('Who exactly?').fill('Mrs Naidoo')
  await chosen(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('The link is ready')).toBeVisible()
  return (await page.locator('.share__address').textContent()) ?? ''
}

test('a link is opened without an account, shows what was chosen, and ends when its owner says so', async ({ page, server, browser }) => {
  const thandi = await owner(page, server, '7 Share Street')
  const address = await share(thandi)
  expect(address).toContain(`${server.origin}/s#hl1.`)

  const other = await browser.newContext({ baseURL: server.origin })
  const visitor = await other.newPage()
  const asked: string[] = []
  visitor.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''} ${request.postData() ?? ''}`))
  await visitor.goto(address)
  await expect(visitor.getByRole('heading', { name: 'Something was shared with you' })).toBeVisible()
  await expect(visitor).toHaveURL(`${server.origin}/s`)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await expect(visitor.locator('.home-switch__name').filter({ visible: true }).first()).toHaveText('7 Share Street')
  await expect(visitor.getByText('Shared with you until')).toBeVisible()
  await expect(visitor.getByRole('link', { name: 'Geyser replaced' }).first()).toBeVisible()
  // Nothing that is not theirs: no costs, nothing to write, no settings, no sign-in.
  await expect(visitor.getByText('12\u00a0500')).toHaveCount(0)
  await expect(visitor.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true })).toHaveCount(0)
  await expect(visitor.getByRole('link', { name: 'Settings' }).filter({ visible: true })).toHaveCount(0)
  await visitor.getByRole('link', { name: 'Geyser replaced' }).first().click()
  await expect(visitor.getByRole('heading', { name: 'Geyser replaced' })).toBeVisible()
  // What members have is not there for a visitor, whatever address they type.
  await new Person(visitor, server).go('/settings')
  await expect(visitor.getByRole('heading', { name: 'Nothing here' }).first()).toBeVisible()
  await new Person(visitor, server).go('/glossary')
  await expect(visitor.getByRole('heading', { name: 'Glossary' }).first()).toBeVisible()
  // Loaded anew it goes on, and nothing of it is kept on this device.
  await visitor.reload()
  await expect(visitor.locator('.home-switch__name').filter({ visible: true }).first()).toHaveText('7 Share Street')
  const kept = await visitor.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    local: localStorage.length,
    session: JSON.stringify(sessionStorage),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }))
  const secret = address.split('.')[2] ?? 'no secret'
  expect(kept).toMatchObject({ databases: 0, local: 0, workers: 0, caches: 0 })
  expect(kept.session).not.toContain(secret)
  expect(asked.filter((one) => one.includes(secret) || one.includes('hl1.'))).toEqual([])

  // The owner sees that it was opened, and ends it; the visitor is out at once.
  await thandi.go('/shares')
  await page.getByRole('link', { name: /Mrs Naidoo/ }).click()
  await expect(page.getByText('Looked at').first()).toBeVisible()
  await page.getByRole('button', { name: 'End it' }).click()
  await expect(page.getByText(/You ended it on/)).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByText('This link has ended')).toBeVisible()
  await visitor.goto(address)
  await visitor.reload()
  await other.close()
})

test('a passcode is asked for, and closing clears the visit', async ({ page, server, browser }) => {
  const thandi = await owner(page, server, '8 Share Street')
  const address = await share(thandi, async (page) => {
    await page.getByRole('switch', { name: /Ask for a passcode/ }).check()
    await page.getByRole('switch', { name: /^Costs/ }).check()
  })
  const told = (await page.getByText(/Its passcode is/).textContent()) ?? ''
  const digits = /(\d{4}) (\d{4})/.exec(told)?.[0] ?? ''
  const other = await browser.newContext({ baseURL: server.origin })
  const visitor = await other.newPage()
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await visitor.getByLabel('Passcode').fill('00000000')
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await expect(visitor.getByText('That is not the passcode of this link.')).toBeVisible()
  await visitor.getByLabel('Passcode').fill(digits)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await visitor.getByRole('link', { name: 'Geyser replaced' }).first().click()
  await expect(visitor.getByText('R\u00a012\u00a0500,00').first()).toBeVisible()
  await visitor.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(visitor).toHaveURL(`${server.origin}/s`)
  await expect(visitor.getByText('This link is not complete')).toBeVisible()
  expect(await visitor.evaluate(() => sessionStorage.length)).toBe(0)
  await other.close()
})

test('a link that was cut says so, and one that nobody knows leads nowhere', async ({ page, server }) => {
  await page.goto('/s#hl1.ASNFZ4mrze8BI0VniavN7w.AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK-2vcTL0tk.qnPzV')
  await expect(page.getByText('This link is not complete')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('/s#hl1.ASNFZ4mrze8BI0VniavN7w.AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK-2vcTL0tk.qnPzVg')
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByText('This link leads nowhere')).toBeVisible()
  expect(server.origin).toContain('localhost')
})

test('who shares sees it as they will, and goes on where they were', async ({ page, server }) => {
  const thandi = await owner(page, server, '9 Share Street')
  await thandi.go('/shares/new')
  await page.getByLabel('Who exactly?').fill('The insurer')
  await page.getByRole('radio', { name: 'Insurer' }).check()
  await page.getByRole('button', { name: 'See it as they will' }).click()
  await expect(page.getByText('This is what they would see.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Geyser replaced' }).first()).toBeVisible()
  await expect(page.getByText('12\u00a0500')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to the link' }).click()
  await expect(page.getByLabel('Who exactly?')).toHaveValue('The insurer')
  await expect(page.getByRole('radio', { name: 'Insurer' })).toBeChecked()

  // Who may add by the link sees where; who only looks at it as they would adds nothing.
  await page.getByRole('radio', { name: 'Tradesperson, one job' }).check()
  await page.getByRole('button', { name: 'See it as they will' }).click()
  await page.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
  await expect(page.getByText('This is a preview: nothing can be added here')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to the link' }).click()
  await expect(page.getByLabel('Who exactly?')).toHaveValue('The insurer')
  await thandi.seesEntry('Geyser replaced')
  await expect(page.getByText('12\u00a0500').first()).toBeVisible()
})

test('the first useful screen of a link weighs at most 250 KB', async ({ page, server, browser }) => {
  const thandi = await owner(page, server, '11 Share Street')
  const address = await share(thandi)
  const other = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })
  await other.addInitScript(() => {
    // When what was given is drawn: whatever was asked for before that, it took.
    new MutationObserver((_, observer) => {
      if (document.querySelector('.timeline__entries a') === null) return
      observer.disconnect()
      performance.mark('useful')
    }).observe(document, { childList: true, subtree: true })
  })
  const visitor = await other.newPage()
  await visitor.goto(address)
  await visitor.getByRole('button', { name: 'Open it' }).click()
  await expect(visitor.getByText('Shared with you until')).toBeVisible()
  await expect(visitor.getByRole('link', { name: 'Geyser replaced' }).first()).toBeVisible()
  const taken = await visitor.evaluate(() => {
    const useful = performance.getEntriesByName('useful')[0]?.startTime ?? Infinity
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[]
    return all.filter((one) => one.startTime < useful).map((one) => ({ name: one.name, bytes: one.encodedBodySize }))
  })
  const least = taken.reduce((sum, one) => sum + one.bytes, 0)
  // This browser may have been sent modules compressed with the one that it had. What others are sent is what counts.
  for (const one of taken.filter(({ name }) => name.endsWith('.wasm'))) {
    const plain = await page.request.fetch(one.name, { headers: { 'accept-encoding': 'br' } })
    one.bytes = Number(plain.headers()['content-length'])
  }
  const bytes = taken.reduce((sum, one) => sum + one.bytes, 0)
  console.log(`first useful screen of a link: ${(bytes / 1024).toFixed(1)} KB in ${taken.length} answers, ${(least / 1024).toFixed(1)} KB in this browser`)
  expect(bytes, JSON.stringify(taken, null, 1)).toBeLessThanOrEqual(250 * 1024)
  expect(least).toBeLessThan(bytes)
  await other.close()
})

// As WhatsApp and Gmail open a link: a browser within another app, with no worker, nothing that it keeps, no Web Share, and pages that are not to be opened beside it.
for (const [app, userAgent] of [
  ['WhatsApp', 'Mozilla/5.0 (Linux; Android 13; SM-A145F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.144 Mobile Safari/537.36 WhatsApp/2.24.1.78 A'],
  ['Gmail', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/300.0 Mobile/15E148'],
] as const) {
  test(`a link opens in the browser within ${app}, which keeps nothing`, async ({ page, server, browser }) => {
    const thandi = await owner(page, server, '10 Share Street')
    const address = await share(thandi)
    const viewport = { width: 360, height: 640 }
    const other = await browser.newContext({ baseURL: server.origin, userAgent, viewport, hasTouch: true, serviceWorkers: 'block' })
    await other.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel']) {
        Object.defineProperty(window, name, { get: () => (name.endsWith('Storage') ? null : undefined) })
      }
      for (const name of ['serviceWorker', 'locks', 'share', 'storage', 'clipboard', 'setAppBadge']) {
        Object.defineProperty(Navigator.prototype, name, { get: () => undefined })
      }
      window.open = () => null
    })
    const visitor = await other.newPage()
    const errors: Error[] = []
    visitor.on('pageerror', (error) => errors.push(error))
    await visitor.goto(address)
    await visitor.getByRole('button', { name: 'Open it' }).click()
    await expect(visitor.locator('.home-switch__name').filter({ visible: true }).first()).toHaveText('10 Share Street')
    await visitor.getByRole('link', { name: 'Geyser replaced' }).first().click()
    await expect(visitor.getByRole('heading', { name: 'Geyser replaced' })).toBeVisible()
    await visitor.goBack()
    await expect(visitor.getByText('Shared with you until')).toBeVisible()
    // Nothing is wider than the little window.
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await visitor.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(visitor).toHaveURL(`${server.origin}/s`)
    expect(errors).toEqual([])
    await other.close()
  })
}
