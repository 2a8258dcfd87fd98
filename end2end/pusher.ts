// A push service on this machine with a browser behind it: checks who pushes (RFC 8292) and opens what only that browser can (RFC 8291).

import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export class Pusher {
  /** What came, opened, the first first. */
  readonly messages: string[] = []
  readonly #browser = createECDH('prime256v1')
  readonly #auth = randomBytes(16)
  readonly #server: Server

  private constructor() {
    this.#browser.generateKeys()
    this.#server = createServer((request, answer) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        this.#check(request.headers)
        this.messages.push(this.#open(Buffer.concat(parts)))
        answer.writeHead(201).end()
      })
    })
  }

  static async start(): Promise<Pusher> {
    const pusher = new Pusher()
    await new Promise<void>((resolve) => pusher.#server.listen(0, '127.0.0.1', resolve))
    return pusher
  }

  stop(): void {
    this.#server.close()
  }

  /** What the browser's push manager would say of its subscription. */
  get subscription(): { endpoint: string; keys: { p256dh: string; auth: string } } {
    const keys = { p256dh: this.#browser.getPublicKey('base64url'), auth: this.#auth.toString('base64url') }
    return { endpoint: `${this.#origin}/push/a-browser`, keys }
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Throws unless the push is signed by the key that it names, for this service. */
  #check({ authorization }: IncomingHttpHeaders): void {
    const [, head = '', claims = '', signature = '', key = ''] = /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)$/.exec(authorization ?? '') ?? []
    const point = Buffer.from(key, 'base64url')
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
    const signer = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const signed = verify('sha256', Buffer.from(`${head}.${claims}`), { key: signer, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
    const { aud } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string }
    if (!signed || aud !== this.#origin) throw new Error(`a push that nobody signed for this service: ${authorization}`)
  }

  #open(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const theirs = body.subarray(21, 21 + (body[20] ?? 0))
    const sealed = body.subarray(21 + theirs.length)
    const derive = (secret: Buffer, salt: Buffer, about: Buffer, bytes: number) => Buffer.from(hkdfSync('sha256', secret, salt, about, bytes))
    const about = Buffer.concat([Buffer.from('WebPush: info\0'), this.#browser.getPublicKey(), theirs])
    const input = derive(this.#browser.computeSecret(theirs), this.#auth, about, 32)
    const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const cipher = createDecipheriv('aes-128-gcm', key, nonce)
    cipher.setAuthTag(sealed.subarray(-16))
    const content = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    return content.subarray(0, content.lastIndexOf(2)).toString()
  }
}
