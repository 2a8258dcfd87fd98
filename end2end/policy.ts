// The content policy in every page that a test opens: that the page came with it, and what it blocked. A test in which it had something to block fails.

import type { Browser, BrowserContext, Response } from '@playwright/test'

/** How a page says in its console what was blocked. */
const MARK = 'blocked by the content policy:'

/** What is wrong so far in the test that runs. Who means to be blocked takes it out. */
export const broken: string[] = []

const watched = new WeakSet<BrowserContext>()

/** Watches every page of a context, those that are opened later too. */
export async function watch(context: BrowserContext): Promise<void> {
  if (watched.has(context)) return
  watched.add(context)
  context.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(MARK) || text.includes('Content Security Policy')) broken.push(`${message.page()?.url() ?? 'a worker'}: ${text}`)
  })
  context.on('response', hasPolicy)
  // What the browser runs for a test, it runs in spite of the policy.
  await context.addInitScript((mark) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      console.error(mark, effectiveDirective, blockedURI, `${sourceFile}:${lineNumber}`)
    })
  }, MARK)
}

/** Watches every context that a browser opens from now on. */
export function watchAll(browser: Browser): Browser {
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await watch(context)
    return context
  }
  return browser
}

/** A page of the app that is allowed more than the policy says is noticed, whoever sent it: server, proxy or worker. */
function hasPolicy(response: Response): void {
  const isPage = response.request().isNavigationRequest() && response.status() === 200 && response.headers()['content-type']?.startsWith('text/html')
  const policy = response.headers()['content-security-policy'] ?? ''
  const isStrict = policy.startsWith("default-src 'none';") && policy.includes("script-src 'self' 'wasm-unsafe-eval';") && !policy.includes('unsafe-inline')
  if (isPage && !isStrict) broken.push(`${response.url()} came with the policy “${policy}”`)
}
