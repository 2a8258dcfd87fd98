// What another app shares with this one: laid aside on the device, without the network, until the app takes it (`src/app/pwa/shared.rs`).

const CACHE = 'shared'

/** Keeps the form that the system posts (`share_target` in the manifest), all of it or nothing, and opens the page for a new entry. */
export async function keepShared(request: Request): Promise<Response> {
  const laid: string[] = []
  try {
    const form = await request.formData()
    const cache = await caches.open(CACHE)
    const lay = async (content: Blob | string, headers: Record<string, string>) => {
      const address = `/shared/${crypto.randomUUID()}`
      laid.push(address)
      await cache.put(address, new Response(content, { headers }))
    }
    const text = lines(form)
    if (text !== '') await lay(text, { 'x-kind': 'text', 'content-type': 'text/plain; charset=utf-8' })
    for (const file of form.getAll('files')) {
      if (typeof file === 'string') continue
      // Headers carry plain letters only.
      const name = encodeURIComponent(file.name)
      await lay(file, { 'x-kind': 'file', 'x-name': name, 'content-type': file.type || 'application/octet-stream' })
    }
    return Response.redirect('/add?shared=1', 303)
  } catch {
    // The device is full, or the form cannot be read. The other app still has what it shared.
    const cache = await caches.open(CACHE).catch(() => undefined)
    await Promise.all(laid.map((address) => cache?.delete(address)))
    return Response.redirect('/add?shared=failed', 303)
  }
}

/** Title, text and address, a line each; many apps put the address into the text as well. */
function lines(form: FormData): string {
  const parts = ['title', 'text', 'url'].map((name) => form.get(name)).filter((part) => typeof part === 'string')
  const distinct = parts.map((part) => part.trim()).filter((part, at, all) => part !== '' && !contains(all.slice(0, at), part))
  return distinct.join('\n')
}

function contains(earlier: string[], part: string): boolean {
  return earlier.some((text) => text.includes(part))
}
