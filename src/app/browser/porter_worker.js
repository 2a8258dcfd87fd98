// Carries homes in and out, and looks for codes in pictures, apart from the page: whatever a file holds, the page goes on answering. Speaks to `porter.js`: each message is a call with a
// number, each answer has the same number.

import init, * as porter from 'porter'

const ready = init({ module_or_path: PORTER_WASM })

/** What is being carried. */
let carried = null

const calls = {
  bring: (files, names, language) => {
    carried = new porter.Bringing(files, names, language)
  },
  take: (space, members, made, language) => {
    carried = new porter.Taking(space, members, made, language)
  },
  restore: (file) => {
    carried = new porter.Restoring(file)
  },
  undo: (id, language) => {
    carried = new porter.Undoing(id, language)
  },
  list: (files, names, language) => {
    carried = new porter.Listing(files, names, language)
  },
  scan: (width, height, luma) => porter.scan(width, height, luma),
}

addEventListener('message', async ({ data: { number, name, given } }) => {
  try {
    await ready
    const value = name in calls ? calls[name](...given) : carried[name](...given)
    const content = value?.content
    postMessage({ number, value }, content instanceof Uint8Array ? [content.buffer] : [])
  } catch (error) {
    postMessage({ number, error: String(error?.message ?? error) })
  }
})
