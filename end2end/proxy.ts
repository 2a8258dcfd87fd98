// A road between browser and server that can be cut, blocked and dressed up as another release.

import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type Server as Listener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to requests: they are passed on, fail like a lost network, are never answered, or meet a server that is down. */
export type Road = 'open' | 'cut' | 'blocked' | 'down'

export class Proxy {
  /** Requests as they came, such as `GET /worker.js`. */
  readonly seen: string[] = []
  private road: Road = 'open'
  private readonly blocked = new Set<string>()
  private readonly aliases = new Map<string, string>()
  private readonly edits = new Map<string, (text: string) => string>()

  private constructor(
    private readonly listener: Listener,
    private readonly target: URL,
  ) {}

  static async start(target: string): Promise<Proxy> {
    const listener = createServer()
    const proxy = new Proxy(listener, new URL(target))
    listener.on('request', (request, answer) => proxy.answer(request, answer))
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  /** Where the browser finds it. Browsers treat localhost, but no address, like https. */
  get origin(): string {
    return `http://localhost:${(this.listener.address() as AddressInfo).port}`
  }

  /** Changes the road; connections that are open end. */
  set(road: Road): void {
    this.road = road
    this.listener.closeAllConnections()
  }

  /** Never answers this path. */
  block(path: string): void {
    this.blocked.add(path)
  }

  /** Answers `path` with what the server has at `other`. */
  alias(path: string, other: string): void {
    this.aliases.set(path, other)
  }

  /** Changes the text that is answered at a path. */
  edit(path: string, change: (text: string) => string): void {
    this.edits.set(path, change)
  }

  stop(): void {
    this.listener.closeAllConnections()
    this.listener.close()
  }

  private answer(request: IncomingMessage, answer: ServerResponse): void {
    const path = request.url ?? '/'
    this.seen.push(`${request.method} ${path}`)
    if (this.road === 'cut') return void request.socket.destroy()
    if (this.road === 'blocked' || this.blocked.has(path)) return
    if (this.road === 'down') return void answer.writeHead(503).end()
    const change = this.edits.get(path)
    const headers: OutgoingHttpHeaders = { ...request.headers, host: this.target.host }
    if (change !== undefined) {
      // Text that is changed has to come unpacked, and whole.
      for (const name of ['accept-encoding', 'if-none-match']) delete headers[name]
    }
    const options = { port: this.target.port, path: this.aliases.get(path) ?? path, method: request.method, headers }
    const asked = ask({ host: '127.0.0.1', ...options }, (reply) => {
      if (change === undefined) return void reply.pipe(answer.writeHead(reply.statusCode ?? 502, reply.headers))
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('end', () => {
        const { 'content-length': _length, etag: _tag, ...kept } = reply.headers
        answer.writeHead(reply.statusCode ?? 502, kept).end(change(Buffer.concat(parts).toString()))
      })
    })
    asked.on('error', () => answer.destroy())
    request.pipe(asked)
  }
}
