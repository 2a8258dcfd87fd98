// A server of its own for each worker: the built binary on a free port, with an empty data folder.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { type Browser, expect, test as base } from '@playwright/test'

import { demonstrationOf } from './demonstration.ts'
import { broken, watch, watchAll } from './policy.ts'

export interface Server {
  /** Where it answers, such as `http://localhost:41234`. */
  origin: string
  /** Its data folder, in which mails are put. */
  data: string
  stop(): void
}

/** Starts the server, with more arguments if given, and waits until it says where it listens. The demonstration is made once and copied: it takes seconds. */
export async function startServer(...more: string[]): Promise<Server> {
  if (!more.includes('--demo')) return started(more, emptyFolder())
  const made = demonstrationOf(process.ppid)
  if (!existsSync(made)) await makeDemonstration(made)
  const data = emptyFolder()
  cpSync(made, data, { recursive: true })
  return started(more, data)
}

/** Another browser may make it at the same time: whoever is first has made it. */
async function makeDemonstration(made: string): Promise<void> {
  const data = emptyFolder()
  const server = await started(['--demo'], data)
  await server.end()
  try {
    renameSync(data, made)
  } catch {
    rmSync(data, { recursive: true, force: true })
  }
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'codessa-end2end-'))
}

async function started(more: string[], data: string): Promise<Server & { end(): Promise<void> }> {
  const binary = process.env.CODESSA_TEST_BINARY
  if (binary === undefined) throw new Error('CODESSA_TEST_BINARY is not set: run the tests with `cargo dev test`')
  const server = spawn(binary, ['serve', ...more], {
    env: { ...process.env, CODESSA_LISTEN: '127.0.0.1:0', CODESSA_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = async () => {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }
  const stop = () => {
    server.kill()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    return { origin: await listening(server), data, stop, end }
  } catch (error) {
    stop()
    throw error
  }
}

async function listening(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the output of the server is not read')
  for await (const line of createInterface({ input: server.stdout })) {
    const port = /listening on http:\/\/[^ ]*:(\d+)/.exec(line)?.[1]
    // Browsers treat localhost, but no address, like https.
    if (port !== undefined) return `http://localhost:${port}`
  }
  throw new Error('the server ended before it listened')
}

/** Tests whose `page` opens paths of the worker's own server, and whose every page keeps to the content policy. */
export const test = base.extend<{ policy: undefined }, { server: Server; browser: Browser }>({
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin)
  },
  browser: [async ({ browser }, use) => use(watchAll(browser)), { scope: 'worker' }],
  context: async ({ context }, use) => {
    await watch(context)
    await use(context)
  },
  policy: [
    async ({}, use) => {
      broken.length = 0
      await use(undefined)
      expect(broken, 'nothing was blocked by the content policy').toEqual([])
    },
    { auto: true },
  ],
})

/** The same tests on a server with the demonstration. It is made by whoever asks first, which takes long on a busy machine. */
export const demonstrated = test.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await startServer('--demo')
      await use(server)
      server.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})
