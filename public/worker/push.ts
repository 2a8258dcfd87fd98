// What the server pushes (`src/api/outbox/push`): shown as a notification and a number on the icon, and opened by a press. It names nothing of the home.

/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope

/** What is told: `Message` in `src/api/outbox/push/mod.rs`. */
interface Message {
  /** The sentence, in the person's language. */
  text: string
  /** How many things it is about. */
  count: number
  /** The page of the app that shows them. */
  page: string
}

const TITLE = 'Codessa'
const ICON = '/icons/icon-192.png'
/** Android shows its shape alone. */
const SHAPE = '/icons/monochrome-512.png'

/** Shows what was pushed. A browser takes pushes away from an app that shows nothing, so that what cannot be read is shown as a bare title. */
export function push(event: PushEvent): void {
  const { text, count, page } = read(event)
  event.waitUntil(
    Promise.all([
      self.registration.showNotification(TITLE, { body: text, icon: ICON, badge: SHAPE, data: { page } }),
      setBadge(count),
    ]),
  )
}

/** Opens the page of a notification: in the window that shows it already, else in a new one, so that nothing that is being written is left. */
export function press(event: NotificationEvent): void {
  event.notification.close()
  const { page } = event.notification.data as { page: string }
  const url = new URL(page, self.location.origin).href
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      const shown = open.find((client) => client.url === url)
      await (shown === undefined ? self.clients.openWindow(url) : shown.focus())
    })(),
  )
}

/** The browser has another address now: the server is told, or it would push to the one before until it learns that nobody is there. */
export function renew(event: SubscriptionChangeEvent): void {
  event.waitUntil(
    (async () => {
      const options = event.oldSubscription?.options
      const next = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)))
      const told = next?.toJSON()
      if (told?.keys === undefined) return
      const body = JSON.stringify({ endpoint: told.endpoint, ...told.keys })
      await fetch('/api/me/push', { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
    })(),
  )
}

/** The types of the standard library do not know it yet. */
export interface SubscriptionChangeEvent extends ExtendableEvent {
  newSubscription?: PushSubscription | null
  oldSubscription?: PushSubscription | null
}

function read(event: PushEvent): Message {
  try {
    const told = event.data?.json() as Partial<Message>
    const page = typeof told.page === 'string' && /^\/[a-z]*$/.test(told.page) ? told.page : '/'
    return { text: String(told.text ?? ''), count: Number(told.count) || 0, page }
  } catch {
    return { text: '', count: 0, page: '/' }
  }
}

/** The number on the icon of an installed app, where there is one; the app sets its own when it is opened. */
async function setBadge(count: number): Promise<void> {
  const { navigator } = self as unknown as { navigator: { setAppBadge?: (count: number) => Promise<void> } }
  if (count > 0) await navigator.setAppBadge?.(count).catch(() => undefined)
}
