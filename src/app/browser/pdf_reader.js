// Draws PDFs with pdf.js. Bundled by itself; nothing in it runs scripts of the PDF, and it fetches nothing but the app's own files.

import * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A canvas of more pixels than this along one side is refused by some phones. */
const SIDE_MAX = 4096

/** Gives pdf.js those of its files that the app brings along: decoders and fonts. */
class Files {
  async fetch({ filename }) {
    const url = FILES[filename]
    if (url === undefined) throw new Error(`${filename} is not part of the app`)
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${filename} cannot be fetched`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

/** A PDF that is open. */
class Paper {
  constructor(worker, document) {
    this.worker = worker
    this.document = document
    this.drawing = null
  }

  get pages() {
    return this.document.numPages
  }

  /** Draws a page (from 1) as wide as `width` CSS pixels; gives what is written on it. A drawing that is under way is given up. */
  async draw(number, canvas, width) {
    this.drawing?.cancel()
    const page = await this.document.getPage(number)
    const plain = page.getViewport({ scale: 1 })
    const wanted = (width * globalThis.devicePixelRatio) / plain.width
    const scale = Math.min(wanted, SIDE_MAX / Math.max(plain.width, plain.height))
    const viewport = page.getViewport({ scale })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    this.drawing = page.render({ canvas, viewport })
    try {
      await this.drawing.promise
    } catch (error) {
      if (error?.name !== 'RenderingCancelledException') throw error
    }
    const { items } = await page.getTextContent()
    return items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('')
  }

  close() {
    this.drawing?.cancel()
    this.document.loadingTask.destroy()
    this.worker.terminate()
  }
}

export async function open(content) {
  const worker = new Worker(PDF_WORKER, { type: 'module' })
  try {
    const task = pdf.getDocument({
      data: content,
      worker: pdf.PDFWorker.create({ port: worker }),
      BinaryDataFactory: Files,
      useWorkerFetch: false,
      useSystemFonts: false,
      wasmUrl: '/assets/',
      standardFontDataUrl: '/assets/',
      enableXfa: false,
      disableWorkerRendering: true,
      verbosity: pdf.VerbosityLevel.ERRORS,
    })
    // A PDF that asks for a password is left to the person's own reader.
    task.onPassword = () => task.destroy()
    return new Paper(worker, await task.promise)
  } catch (error) {
    worker.terminate()
    throw error
  }
}
