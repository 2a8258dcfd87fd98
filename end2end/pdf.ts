// What a PDF says.

import { readFileSync } from 'node:fs'

import { getDocument, VerbosityLevel } from '../src/dev/node_modules/pdfjs-dist/legacy/build/pdf.mjs'

// The PDF reader asks for Node.js 22, of which it needs nothing but this to read text.
Object.assign(Promise, {
  withResolvers: () => {
    let [resolve, reject] = [(_: unknown) => {}, (_: unknown) => {}]
    const promise = new Promise((done, failed) => ([resolve, reject] = [done, failed]))
    return { promise, resolve, reject }
  },
})

/** No-break spaces as people type them. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

/** A PDF, opened. */
export async function opened(content: Uint8Array) {
  return getDocument({ data: content, verbosity: VerbosityLevel.ERRORS }).promise
}

/** The text of each page. */
export async function pagesOf(content: Uint8Array): Promise<string[]> {
  const paper = await opened(content)
  const pages: string[] = []
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    pages.push(plain(items.map((item) => ('str' in item ? item.str : '')).join(' ')))
  }
  return pages
}

/** The text of the PDF in a file, with single spaces. */
export async function textOf(path: string): Promise<string> {
  return (await pagesOf(new Uint8Array(readFileSync(path)))).join('').replaceAll(/\s+/g, ' ')
}
