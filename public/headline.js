// Runs as soon as the shell of the page has been read: the theme that was chosen, and the words that the home screen had last. Also takes
// secrets out of the address, and keeps the browser's offer to install the app, which may come before the app is there (`src/app/pwa/install.rs`).

const kept = (name) => {
  try {
    return localStorage.getItem(name)
  } catch {
    // Storage is forbidden: the page is painted without what it would have told.
    return null
  }
}

// The secret of an invitation, a pairing code or a supplier's link stands behind the `#`. It leaves the address bar before anything else runs, and is kept for
// this tab alone until its page takes it (`take_secret` in `src/app/browser/page.rs`).
const secret = { '/join': 'invitation', '/pair': 'pairing', '/supply': 'supply' }[location.pathname]
if (secret && location.hash.length > 1) {
  try {
    sessionStorage.setItem(secret, location.hash.slice(1))
    history.replaceState(history.state, '', location.pathname)
  } catch {
    // Storage is forbidden: the page takes the secret from the address itself.
  }
}

// A link is more than an invitation: it is kept nowhere, but in this page until its door takes it (`take_link`).
if (location.pathname === '/s' && location.hash.length > 1) {
  window.codessaLink = location.hash.slice(1)
  history.replaceState(history.state, '', '/s')
}

const theme = kept('codessa-theme')
if (theme === 'light' || theme === 'dark') {
  document.documentElement.dataset.theme = theme
  const colours = [...document.querySelectorAll('meta[name="theme-color"]')]
  const chosen = colours.find((colour) => colour.media.includes(theme))
  for (const colour of colours) colour.content = chosen.content
}

paint()

function paint() {
  // A home's name and what it said, a line each. They stand on the home screen alone: a shared link shows nothing of this person.
  const words = location.pathname === '/' ? kept('codessa-headline') : null
  const [home, headline] = words?.split('\n') ?? []
  if (!headline) return
  // The home stands above the page on a phone, and beside it on a desk.
  for (const place of document.querySelectorAll('.shell__home')) place.textContent = home
  document.querySelector('.shell__headline').textContent = headline
}

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  window.codessaInstall = event
})
addEventListener('appinstalled', () => {
  delete window.codessaInstall
})
