// The built bundle in a browser: what it loads, that the content policy holds, and that lazy pages arrive.

import { expect } from '@playwright/test'

import { Person } from './person.ts'
import { test } from './server.ts'

test('the first screen and a lazy page open under the content policy', async ({ page, server }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const loaded: string[] = []
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname))
  const mains = () => loaded.filter((path) => /^\/assets\/app\.\w+\.wasm$/.test(path))

  const answer = await page.goto('/')
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  await expect(page.getByLabel('What do you call your home?')).toBeVisible()
  expect(mains(), 'the main module, loaded once').toHaveLength(1)

  await new Person(page, server).startLogbook('1 Bundle Street')
  await page.getByRole('link', { name: 'Settings' }).filter({ visible: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  expect(complaints).toEqual([])
})
