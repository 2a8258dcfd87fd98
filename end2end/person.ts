// A person with a browser: what they do, in the words on the screen.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, type Page } from '@playwright/test'

import type { Server } from './server.ts'

/** What is written into a new entry; the rest keeps what the form proposes. */
export interface Writing {
  title: string
  kind?: string
  cost?: string
  photo?: { name: string; mimeType: string; buffer: Buffer }
}

export class Person {
  constructor(
    readonly page: Page,
    readonly server: Server,
  ) {}

  /** Opens the app for the first time and starts a logbook. */
  async startLogbook(name: string): Promise<void> {
    await this.page.goto('/')
    await this.page.getByLabel('What do you call your home?').fill(name)
    await this.page.getByRole('button', { name: 'Start a logbook' }).click()
    await this.seesHome(name)
  }

  /** The app shows this home. */
  async seesHome(name: string): Promise<void> {
    await expect(this.page.locator('.home-switch__name').filter({ visible: true }).first()).toHaveText(name)
  }

  /** Writes an entry with the large button. */
  async addEntry(writing: Writing): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: 'Add', exact: true }).filter({ visible: true }).first().click()
    await expect(page.getByRole('heading', { name: 'New entry' })).toBeVisible()
    if (writing.photo !== undefined) {
      await page.getByLabel('From the gallery').setInputFiles(writing.photo)
      await expect(page.getByRole('button', { name: 'Remove photo 1' })).toBeVisible()
    }
    if (writing.kind !== undefined) await page.getByRole('radio', { name: writing.kind, exact: true }).check()
    await page.getByLabel('In a few words').fill(writing.title)
    if (writing.cost !== undefined) await page.getByLabel(/^Cost/).fill(writing.cost)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'New entry' })).toHaveCount(0)
  }

  /** The logbook has, or has not, an entry of this title. */
  async seesEntry(title: string, count = 1): Promise<void> {
    await this.go('/logbook')
    await expect(this.page.getByRole('link', { name: title })).toHaveCount(count)
  }

  /** Goes to an address within the app, as a link does. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
  }

  /** Signs in with the code that is mailed. */
  async signIn(email: string): Promise<void> {
    const { page } = this
    await page.goto('/sign-in')
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByRole('heading', { name: 'Read your mail' })).toBeVisible()
    await page.getByLabel('Code').fill(await this.code(email))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Read your mail' })).toHaveCount(0)
  }

  /** The worker has put the whole app on the device. */
  async isKept(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  }

  /** The code of the latest mail to an address. */
  async code(email: string): Promise<string> {
    return (await this.mail(email, /code .* is (\d{8})/))[1] ?? ''
  }

  /** What the latest mail to an address says. */
  async mail(email: string, says: RegExp): Promise<RegExpExecArray> {
    const folder = join(this.server.data, 'mail')
    const latest = () => {
      // The folder is made with the first mail.
      if (!existsSync(folder)) return undefined
      const mails = readdirSync(folder).sort().reverse().map((file) => readFileSync(join(folder, file), 'utf8'))
      return mails.filter((mail) => mail.startsWith(`To: ${email}\n`)).map((mail) => says.exec(mail)).find((found) => found !== null)
    }
    await expect.poll(() => latest() !== undefined, { message: `a mail to ${email}` }).toBe(true)
    const found = latest()
    if (found === undefined) throw new Error('the mail is gone')
    return found
  }

  /** Everything that was written here has reached the server. */
  async isSynced(): Promise<void> {
    await expect(this.page.locator('.sync-badge__text').first()).toHaveText('Saved on this device and on the server', { timeout: 60_000 })
  }
}

/** An address that no other test uses. */
export function newEmail(name: string): string {
  return `${name}.${crypto.randomUUID().slice(0, 8)}@example.org`
}
