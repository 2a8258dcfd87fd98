// The way to the porter, a worker that comes only when something is carried in or out. The bundler puts its address in place of PORTER_WORKER.

/** A worker with what was asked of it. */
class Porter {
  constructor() {
    this.worker = new Worker(PORTER_WORKER, { type: 'module' })
    this.waiting = new Map()
    this.number = 0
    this.worker.onmessage = ({ data: { number, value, error } }) => {
      const { keep, fail } = this.waiting.get(number)
      this.waiting.delete(number)
      if (error === undefined) keep(value)
      else fail(new Error(error))
    }
    this.worker.onerror = (event) => {
      event.preventDefault()
      for (const { fail } of this.waiting.values()) fail(new Error(event.message ?? 'the porter cannot be fetched'))
      this.waiting.clear()
    }
  }

  /** Asks for something; its answer. */
  call(name, ...given) {
    const moved = given.flatMap((one) => (one instanceof Uint8Array ? [one.buffer] : []))
    return new Promise((keep, fail) => {
      this.number += 1
      this.waiting.set(this.number, { keep, fail })
      this.worker.postMessage({ number: this.number, name, given }, moved)
    })
  }

  close() {
    this.worker.terminate()
  }
}

/** Fetches the porter and the pages that speak to it, so that the service worker has them when there is no network. */
export async function prepare() {
  await Promise.all(PORTER_FILES.map((url) => fetch(url)))
}

export function hire() {
  return new Porter()
}
