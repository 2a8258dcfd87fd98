// The built bundle in a browser: what it loads, that the content policy holds, and that lazy pages arrive.

import { expect } from '@playwright/test'

import { test } from './server.ts'

test('the home screen and a lazy page open under the content policy', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const loaded: string[] = []
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname))

  const answer = await page.goto('/')
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  await expect(page.getByRole('heading', { name: 'Codessa' })).toBeVisible()
  const modules = () => loaded.filter((path) => path.endsWith('.wasm'))
  expect(modules(), 'the main module, loaded once').toHaveLength(1)

  await page.getByRole('link', { name: 'About' }).click()
  await expect(page.getByRole('heading', { name: 'About this logbook' })).toBeVisible()
  expect(modules(), 'and the page that was asked for').toHaveLength(2)

  await page.reload()
  await expect(page.getByRole('heading', { name: 'About this logbook' })).toBeVisible()
  expect(complaints).toEqual([])
})
