// From the matrix to the certificate: a scheme asks for what is missing, the owner of a linked unit files it in their own logbook, and the matrix shows it.

import { Buffer } from 'node:buffer'

import { expect, type Page } from '@playwright/test'

import { newEmail, Person } from './person.ts'
import { test } from './server.ts'

/** How long the server and the other device may take. */
const SOON = { timeout: 25_000 }

/** Starts a scheme of one unit; the link for the unit's owner. */
async function startScheme(manager: Person): Promise<string> {
  const { page } = manager
  await manager.signIn(newEmail('manager'))
  await page.goto('/estate')
  await page.getByLabel('Name of the scheme').fill('Protea Mews')
  await page.getByRole('button', { name: 'Start the scheme' }).click()
  await expect(page.getByRole('heading', { name: 'Protea Mews' })).toBeVisible()
  return page.evaluate(async () => {
    const post = async (path: string, body: unknown): Promise<unknown> => {
      const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
      return answer.json()
    }
    const spaces = (await (await fetch('/api/spaces')).json()) as { space: string; sort: string }[]
    const scheme = `/api/spaces/${spaces.find(({ sort }) => sort === 'estate')?.space ?? ''}`
    const unit = crypto.randomUUID()
    const stamp = `${Date.now().toString(16).padStart(12, '0')}.0000.00000000000000ff`
    await post(`${scheme}/push`, { edits: [{ key: crypto.randomUUID(), id: unit, kind: 'unit', stamp, fields: { number: '12' } }] })
    const invited = (await post(`${scheme}/logbooks/invite`, { unit })) as { link: string }
    return invited.link
  })
}

/** The matrix says that of the unit’s electrical certificate: its cell is the active one. */
async function seesInMatrix(page: Page, reason: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto('/estate/matrix')
    await page.getByRole('grid', { name: 'Units by certificates' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.board__told')).toContainText(reason, { timeout: 3_000 })
  }).toPass(SOON)
}

test('what the matrix lacks is asked for, filed by the owner of the unit, and seen in the matrix', async ({ page, server, browser }) => {
  test.setTimeout(120_000)
  const manager = new Person(page, server)
  const link = await startScheme(manager)

  // The owner has a logbook with a board in it, and links it: the scheme sees that there is no certificate.
  const phone = await (await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 740 } })).newPage()
  const owner = new Person(phone, server)
  await owner.signIn(newEmail('thandi'))
  await owner.startLogbook('Unit 12')
  await owner.go('/systems/new?type=distribution_board')
  await phone.getByLabel('What do you call it?').fill('Board')
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(phone.getByRole('heading', { name: 'Board' }).first()).toBeVisible()
  // The tab is there without a link before; what the scheme does not keep is not offered.
  await phone.goto('/link')
  await expect(phone.getByRole('alert')).toBeVisible()
  await phone.goto(link)
  await phone.getByRole('radio', { name: 'Unit 12' }).check()
  await expect(phone.getByRole('radio')).toHaveCount(1)
  await phone.getByRole('button', { name: 'Link it', exact: true }).click()
  await expect(phone.getByText('It asks nothing of you now.')).toBeVisible()

  await seesInMatrix(page, /^12, Electrical certificate \(CoC\): None found/)
  await page.getByLabel('Certificate', { exact: true }).last().selectOption({ label: 'Electrical certificate (CoC)' })
  await page.getByRole('button', { name: 'Ask 1 owner' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Please send us: Electrical certificate (CoC)' })).toBeVisible()

  await expect(async () => {
    await phone.goto('/scheme')
    await expect(phone.getByText('Not here yet')).toBeVisible({ timeout: 3_000 })
  }).toPass(SOON)
  await phone.getByRole('link', { name: 'Add it' }).click()
  await expect(phone).toHaveURL(/type=electrical$/)
  await phone.getByRole('group', { name: 'Is the test report with it?' }).getByRole('radio', { name: 'Yes' }).check()
  await phone.getByLabel('Day', { exact: true }).fill(new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10))
  await phone.locator('input[type=file]').last().setInputFiles({ name: 'coc.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  await expect(phone.getByText('coc.pdf')).toBeVisible()
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(phone.getByText('Safety: Holds')).toBeVisible()

  // The ask is answered, and the matrix shows it.
  await expect(async () => {
    await phone.goto('/scheme')
    await expect(phone.getByText('It is here and good')).toBeVisible({ timeout: 3_000 })
  }).toPass(SOON)
  await seesInMatrix(page, /^12, Electrical certificate \(CoC\): Good/)
})
