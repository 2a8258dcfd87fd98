// The maintenance plan of a scheme, from the demonstration: both numbers of the roof side by side, three scenarios, the PDF with the resolution, and a geyser
// fault that goes to the owner.

import { expect } from '@playwright/test'

import { hasNoFindings } from './axe.ts'
import { textOf } from './pdf.ts'
import { Person } from './person.ts'
import { demonstrated as test } from './server.ts'

/** How long the scheme may take to come from the server. */
const SOON = { timeout: 60_000 }

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
