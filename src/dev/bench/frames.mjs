// How smoothly something scrolls: its frames, and the tasks that keep the page from answering.

/** Scrolls down for some seconds at a place of the page, as a thumb flicks: milliseconds that 95 of 100 frames are within, and of the longest task. */
export async function scroll(page, session, at) {
  await page.evaluate(() => {
    Object.assign(window, { frames: [], tasks: [0], scrolling: true })
    window.taskObserver = new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    window.taskObserver.observe({ type: 'longtask' })
    let last = performance.now()
    const frame = (now) => {
      window.frames.push(now - last)
      last = now
      if (window.scrolling) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  for (let flick = 0; flick < 4; flick++) {
    await session.send('Input.synthesizeScrollGesture', { ...at, yDistance: -6_000, speed: 4_000, gestureSourceType: 'mouse' })
  }
  return page.evaluate(() => {
    window.scrolling = false
    window.taskObserver.disconnect()
    // The first frame began before anything moved.
    const frames = window.frames.slice(1).toSorted((a, b) => a - b)
    return { p95: frames[Math.floor(frames.length * 0.95)], task: Math.max(...window.tasks), frames: frames.length }
  })
}

/** Frames of which the cost is measured, and by how many pixels each scrolls. */
const FRAMES = 150
const STEP_PX = 64

/**
 * What a frame that scrolls what stands in `around` costs the page's main thread, milliseconds of its own time: what else runs on the machine, and a slower
 * screen, do not count.
 */
export async function cost(page, around) {
  const session = await page.context().newCDPSession(page)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel'] } })
  await page.evaluate(async ([around, frames, step]) => {
    const root = document.querySelector(around)
    const scrolls = (one) => one.scrollHeight > one.clientHeight + frames * step && getComputedStyle(one).overflowY !== 'visible'
    const table = [root, ...root.querySelectorAll('*')].find(scrolls)
    for (let frame = 0; frame < frames; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      table.scrollTop += step
    }
  }, [around, FRAMES, STEP_PX])
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return mainThreads(events)[0] / 1_000 / FRAMES
}

/** What the main thread of each page took, microseconds, the busiest first. */
function mainThreads(events) {
  const thread = ({ pid, tid }) => `${pid}:${tid}`
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const took = new Map(events.filter(isMain).map((event) => [thread(event), 0]))
  for (const event of events) {
    const own = thread(event)
    if (event.name === 'ThreadControllerImpl::RunTask' && took.has(own)) took.set(own, took.get(own) + (event.tdur ?? 0))
  }
  return [...took.values()].toSorted((a, b) => b - a)
}

/** A page is quiet when nothing has kept it from answering for so long; and it is waited for that for so long at most. */
const QUIET_MS = 3_000
const QUIET_MS_MAX = 60_000

/** Waits until a page is quiet: what it does when nothing else is done is over. */
export function quiet(page) {
  return page.evaluate(([still, most]) => new Promise((resolve) => {
    let due
    const again = () => {
      clearTimeout(due)
      due = setTimeout(resolve, still)
    }
    new PerformanceObserver(again).observe({ type: 'longtask' })
    setTimeout(resolve, most)
    again()
  }), [QUIET_MS, QUIET_MS_MAX])
}

/** Slows the processor of a page down from now on, so many times. */
export async function slow(page, rate) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}
