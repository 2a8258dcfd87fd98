// The worker that ends all workers: served at /worker.js in place of the real one, it takes over at once, deletes the files that were kept
// and removes itself, so that every page comes from the network. What a person wrote lies in IndexedDB and is not touched; neither is what
// another app shared and nobody has taken yet. How to serve it is told in README.md.

/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

self.addEventListener('activate', (event) => event.waitUntil(end()))

async function end(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name !== 'shared')
  await Promise.all(names.map((name) => caches.delete(name)))
  await self.registration.unregister()
}

// Makes the file a module, with names of its own.
export {}
