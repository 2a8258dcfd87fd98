// What the worker keeps: the files of its own version, pages on their first use, and the files of the version before for tabs that still
// run it. Hashed names never come back with other content, so they may be looked for in every cache; all other names only in that of
// this version.

/// <reference lib="webworker" />
import { PrecacheController } from 'workbox-precaching/PrecacheController.js'

declare const self: ServiceWorkerGlobalScope

/** Filled in by the bundler (`src/dev/bundle/worker.rs`). */
declare const BUNDLE: {
  /** The address of the app's script, by which a version is known. */
  release: string
  /** The files that are kept from the start. A name with a hash in it needs no revision. */
  files: { url: string; revision: string | null }[]
  /** The addresses of what is kept once it was used. */
  later: string[]
  /** By the name of its module, which of these a page loads. */
  pages: Record<string, number[]>
}

const SHELL = '/index.html'
const APP = 'app'
/** Files on first use, and those of the version before: a cache each version, made when it takes over, so that their order is theirs. */
const USED = 'used:'
/** What was used of the versions before, as this one has it: a cache each version. */
const AGAIN = 'again:'
/** Longer than this no person waits for a page that is on the device. */
const NETWORK_MS_MAX = 2_000

export const { release } = BUNDLE

const kept = new PrecacheController({ cacheName: APP })
kept.addToCacheList(BUNDLE.files)

/** Fetches the files of this version. Those that have not changed since the version before are not fetched again. */
export function install(event: ExtendableEvent): void {
  void kept.install(event)
  event.waitUntil(keepUsed())
}

/** Takes over from the version before. */
export function activate(event: ExtendableEvent): void {
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      await (open.length > 0 ? keepEarlier() : forgetEarlier())
      await kept.activate(event)
      await forget(AGAIN)
      await self.clients.claim()
    })(),
  )
}

/** The page of any address of the app: from the server if it answers in time, else from the device. */
export async function page(request: Request): Promise<Response> {
  const asked = fetch(request)
  const answer = await Promise.race([asked.catch(() => undefined), pause(NETWORK_MS_MAX)])
  // A server that fails does not keep anyone from what is on the device.
  if (answer !== undefined && answer.status < 500) return answer
  return (await kept.matchPrecache(SHELL)) ?? asked
}

/** A file of the app from the device, else from the server; nothing if the worker has no part in it. */
export function file(event: FetchEvent): Promise<Response> | undefined {
  const { pathname } = new URL(event.request.url)
  if (pathname.startsWith('/assets/')) return asset(event)
  if (pathname === SHELL || kept.getCacheKeyForURL(event.request.url) === undefined) return undefined
  return kept.matchPrecache(event.request).then((found) => found ?? fetch(event.request))
}

async function asset(event: FetchEvent): Promise<Response> {
  const found = await caches.match(event.request, { ignoreVary: true })
  if (found !== undefined) return found
  const answer = await fetch(event.request)
  // A file that is missing stays missing: only what was found is kept.
  if (answer.status === 200) event.waitUntil(use(event.request, answer.clone()))
  return answer
}

async function use(request: Request, answer: Response): Promise<void> {
  try {
    await (await caches.open(USED + release)).put(request, answer)
  } catch {
    // The device is full: the file comes from the network next time too.
  }
}

/** Fetches the pages that were used of the versions before, so that they open without a network after an update too. */
async function keepUsed(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(USED) || name.startsWith(AGAIN))
  const found = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  const used = new Set(found.flat().flatMap(({ url }) => BUNDLE.pages[pageAt(url)] ?? []))
  const again = await caches.open(AGAIN + release)
  // What cannot be fetched now, or has no room, comes when it is used.
  await Promise.allSettled([...used].map((at) => again.add(BUNDLE.later[at] ?? '')))
}

/** The name of the module at an address: what stands before its hash. */
function pageAt(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1).split('.')[0] ?? ''
}

/** Keeps what the version before had, for the tabs that run it, and forgets what was before that. */
async function keepEarlier(): Promise<void> {
  const earlier = (await earlierCaches(USED)).reverse()
  await Promise.all(earlier.slice(1).map((name) => caches.delete(name)))
  const [before] = earlier
  await caches.open(USED + release)
  if (before === undefined) return
  const [from, to] = await Promise.all([caches.open(APP), caches.open(before)])
  const own = new Set(kept.getURLsToCacheKeys().values())
  for (const request of await from.keys()) {
    const answer = own.has(request.url) ? undefined : await from.match(request)
    if (answer !== undefined && new URL(request.url).pathname.startsWith('/assets/')) await to.put(request, answer)
  }
}

async function forgetEarlier(): Promise<void> {
  await forget(USED)
  await caches.open(USED + release)
}

async function forget(kind: string): Promise<void> {
  await Promise.all((await earlierCaches(kind)).map((name) => caches.delete(name)))
}

async function earlierCaches(kind: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(kind) && name !== kind + release)
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms))
}
