// Texts that mean to become markup or script, and how it is seen that none of them has.

import { readFileSync } from 'node:fs'

import { expect, type Page } from '@playwright/test'

/** The same that the server's tests send. */
export const TEXTS = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8')) as string[]
/** What is asked for on a page to see that they are there. */
export const [FIRST = ''] = TEXTS

/** A change of a record, as a device sends it. */
export interface Edit {
  key: string
  id: string
  kind: string
  stamp: string
  fields: object
}

/** What runs in a page, or would: nothing of it is ever part of the app. */
export async function isClean(page: Page, where: string): Promise<void> {
  await expect(page.locator('h1').filter({ visible: true }).first(), where).toBeVisible()
  const strange = await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    const found: string[] = 'hacked' in globalThis ? ['something ran'] : []
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName
      const isOwnScript = name === 'script' && element.getAttribute('src')?.startsWith('/') === true
      const runs = ['script', 'iframe', 'object', 'embed', 'base', 'frame', 'frameset', 'applet', 'portal'].includes(name) && !isOwnScript
      const isUnknown = element instanceof HTMLUnknownElement || (element instanceof HTMLElement && name.includes('-'))
      if (runs || isUnknown || (name === 'meta' && element.hasAttribute('http-equiv'))) found.push(element.outerHTML.slice(0, 200))
      for (const { name: attribute, value } of element.attributes) {
        const isCode = /^(href|xlink:href|src|action|formaction|data|poster|background)$/.test(attribute) && /^[\s\u0000-\u001f]*(javascript|vbscript|data|view-source|feed)\s*:/i.test(value)
        if (attribute.startsWith('on') || attribute === 'srcdoc' || isCode) found.push(`${name} ${attribute}=${value}`.slice(0, 200))
      }
    }
    return found
  })
  expect(strange, where).toEqual([])
}
