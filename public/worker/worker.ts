// The worker: keeps the app on the device, so that it opens without a network. What it may answer, and from where, is decided here.

/// <reference lib="webworker" />
import { activate, file, install, page, release } from './kept.ts'
import { press, push, renew, type SubscriptionChangeEvent } from './push.ts'
import { keepShared } from './shared.ts'

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', install)
self.addEventListener('activate', activate)

self.addEventListener('fetch', (event) => {
  const answer = answerTo(event)
  if (answer !== undefined) event.respondWith(answer)
})

self.addEventListener('push', push)
self.addEventListener('notificationclick', press)
self.addEventListener('pushsubscriptionchange', (event) => renew(event as SubscriptionChangeEvent))

// A new version waits until the app says so, or until no tab runs the old one.
self.addEventListener('message', (event) => {
  if (event.data === 'release') event.source?.postMessage({ release })
  if (event.data === 'activate') event.waitUntil(self.skipWaiting())
})

/** What the worker answers itself; all else goes to the network as if there were no worker. */
function answerTo(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return undefined
  if (request.method === 'POST' && pathname === '/share') return keepShared(request)
  if (request.method !== 'GET' || isLeftAlone(pathname)) return undefined
  if (request.mode === 'navigate' && isPage(pathname)) return page(request)
  return file(event)
}

/** The API, whose answers only the app may keep, and share links, of which nothing may stay on a visitor's device. */
function isLeftAlone(pathname: string): boolean {
  return ['/api', '/s'].some((path) => pathname === path || pathname.startsWith(`${path}/`))
}

/** Whether the app draws something at this address. The server has the same rule. */
function isPage(pathname: string): boolean {
  return !pathname.startsWith('/assets/') && !pathname.slice(pathname.lastIndexOf('/')).includes('.')
}
