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

/** Slows the processor of a page down from now on, so many times. */
export async function slow(page, rate) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}
