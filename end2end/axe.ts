// What axe finds on a page. Its script is put into a page once and stays there until the page is loaded anew, and it tells only what is wrong: a tenth of the
// time that its own builder takes, which puts it in for every look and opens a second page to sum up.

import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

/** Nothing on this page keeps anybody out, by all rules or by those that are named. What is found fails the test at its end, so that one run tells everything. */
export async function hasNoFindings(page: Page, where = page.url(), rules?: string[]): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (rules) => {
    // What is still coming into sight has the colours of neither side.
    const coming = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
    const late = new Promise((resolve) => setTimeout(resolve, 2_000))
    await Promise.race([Promise.allSettled(coming.map((one) => one.finished)), late])
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }, rules)
  expect.soft(found, where).toEqual([])
}
