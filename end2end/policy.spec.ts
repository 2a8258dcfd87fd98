// The content policy: what it forbids is blocked, a test notices, and no test is left out of that.

import { readdirSync, readFileSync } from 'node:fs'

import { expect } from '@playwright/test'

import { broken } from './policy.ts'
import { test } from './server.ts'

test('what the policy forbids is blocked, in every page of every browser, and noticed', async ({ page, browser, server }) => {
  const other = await browser.newContext({ baseURL: server.origin })
  for (const one of [page, await other.newPage()]) {
    await one.goto('/')
    await expect(one.getByLabel('What do you call your home?')).toBeVisible()
    expect(broken, 'the app itself keeps to it').toEqual([])
    const ran = await one.evaluate(async () => {
      const add = (name: string, attributes: Record<string, string>, text = '') => {
        const element = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
        element.textContent = text
        document.body.append(element)
      }
      add('script', {}, 'hacked = 1')
      add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })
      add('iframe', { srcdoc: '<script>parent.hacked = 1</script>' })
      add('p', { style: 'color: red' })
      add('img', { src: '/missing.png', onerror: 'hacked = 1' })
      await fetch('https://example.org/').catch(() => undefined)
      await new Promise((done) => setTimeout(done, 500))
      return 'hacked' in globalThis
    })
    expect(ran).toBe(false)
    for (const directive of ['script-src-elem', 'script-src-attr', 'img-src', 'style-src-attr', 'connect-src']) {
      await expect.poll(() => broken.some((line) => line.includes(directive)), { message: directive }).toBe(true)
    }
    broken.length = 0
  }
  await other.close()
})

test('every spec watches the policy', () => {
  const specs = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.spec.ts'))
  expect(specs.length).toBeGreaterThan(10)
  for (const name of specs) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8')
    expect(text, `${name} has its tests from server.ts`).toMatch(/import \{[^}]*\btest\b[^}]*\} from '\.\/server\.ts'/)
    expect(text, `${name} has no other tests`).not.toMatch(/import \{[^}]*\btest\b[^}]*\} from '@playwright\/test'/)
    const launches = text.match(/[.]launch(?:PersistentContext)?[(]/g)?.length ?? 0
    const watches = text.match(/\bwatch(?:All)?[(]/g)?.length ?? 0
    expect(watches, `${name} watches the browsers that it starts itself`).toBeGreaterThanOrEqual(launches)
  }
})
