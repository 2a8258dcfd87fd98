// The maintenance plan of a scheme, from the demonstration: both numbers of the roof side by side, three scenarios, the PDF with the resolution, and a geyser
// fault that goes to the owner.

import { readFileSync } from 'node:fs'

import { expect } from '@playwright/test'

import { getDocument, VerbosityLevel } from '../src/dev/node_modules/pdfjs-dist/legacy/build/pdf.mjs'
import { hasNoFindings } from './axe.ts'
import { Person } from './person.ts'
import { demonstrationTest as test } from './server.ts'

// The PDF reader asks for Node.js 22, of which it needs nothing but this to read text.
Object.assign(Promise, {
  withResolvers: () => {
    let [resolve, reject] = [(_: unknown) => {}, (_: unknown) => {}]
    const promise = new Promise((done, failed) => ([resolve, reject] = [done, failed]))
    return { promise, resolve, reject }
  },
})

/** How long the scheme may take to come from the server. */
const SOON = { timeout: 60_000 }

/** No-break spaces as people type them. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** The text of a PDF. */
async function textOf(path: string): Promise<string> {
  const paper = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: VerbosityLevel.ERRORS }).promise
  let text = ''
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join(' ')
  }
  return plain(text).replaceAll(/\s+/g, ' ')
}

test('the plan has both numbers, three scenarios and a PDF, and a geyser fault goes to the owner', async ({ page, server }) => {
  test.setTimeout(120_000)
  const trustee = new Person(page, server)
  await trustee.signIn('trustee@codessa.example')
  await page.goto('/estate/plan')

  // The rule's number and the needed number stand side by side.
  const roof = page.getByRole('row', { name: /Tiled roofs/ })
  await expect(roof).toContainText(/R\s30\s000,00/, SOON)
  await expect(roof).toContainText(/R\s150\s000,00/)
  await expect(roof).toContainText(/R\s480\s000,00/)
  await expect(page.getByRole('group', { name: 'By rule 22(2)' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Needed by the due years' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Braai area/ })).toContainText('not said')
  await hasNoFindings(page)

  await page.getByRole('link', { name: 'Scenarios', exact: true }).click()
  for (const name of ['As the rule has it', 'Roofs over three years', 'Special levy for the roofs', 'Loan for the roofs']) {
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }
  await hasNoFindings(page)

  await page.getByRole('link', { name: 'General meeting', exact: true }).click()
  await expect(page.getByText('Put off to', { exact: false }).first()).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Plan as PDF' }).click()])
  const text = await textOf(await download.path())
  for (const said of ['Protea Mews', 'Resolution for the general meeting', 'R 30 000,00', 'R 150 000,00', 'Special levy for the roofs', 'Implementation report']) {
    expect(text).toContain(said)
  }

  // A geyser that serves one section is its owner's to repair.
  await trustee.go('/estate/duties/fault')
  const system = page.getByLabel('System', { exact: true })
  for (const unit of ['1', '2', '3', '4']) {
    await page.getByLabel('Unit', { exact: true }).selectOption({ label: unit })
    if ((await system.locator('option', { hasText: 'Geyser' }).count()) > 0) break
  }
  const geyser = await system.locator('option', { hasText: 'Geyser' }).first().getAttribute('value')
  await system.selectOption(geyser)
  await expect(page.getByRole('heading', { name: 'It goes to the owner' })).toBeVisible()
  await expect(page.getByText('Prescribed management rule 31(1)').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'By WhatsApp' })).toHaveAttribute('href', /rule%2031\(1\)/)
  await hasNoFindings(page)
})
