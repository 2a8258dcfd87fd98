// Looks for codes through the camera and in pictures: with the browser's own detector where it has one; else it gives what is seen as brightness, for
// the porter to read.

/** Opens an eye, which sees nothing yet. */
export async function open() {
  return new Eye(await detector())
}

/** The browser's own detector, if it knows the codes of labels. */
async function detector() {
  try {
    const formats = await globalThis.BarcodeDetector.getSupportedFormats()
    return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined
  } catch {
    return undefined
  }
}

class Eye {
  constructor(detector) {
    this.detector = detector
    this.canvas = document.createElement('canvas')
  }

  /** Whether the browser finds codes itself. */
  get detects() {
    return this.detector !== undefined
  }

  /** Shows in `video` what the camera sees. What it throws is named by why it may not or cannot. */
  async start(video) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    this.stream = stream
    if (this.closed) return this.close()
    video.srcObject = stream
    // A page that is left while the picture starts needs it no more.
    await video.play().catch(() => {})
  }

  /** A picture that was chosen. */
  picture(file) {
    return createImageBitmap(file)
  }

  /** What the codes in a video or a picture say; nothing where the browser cannot tell. */
  async detect(source) {
    try {
      const codes = await this.detector?.detect(source)
      return codes?.map((code) => code.rawValue) ?? []
    } catch {
      return []
    }
  }

  /** Its brightness, drawn with `side` pixels along its longer side, or `scale` times as large as it is if that is less; nothing while there is none. */
  luma(source, side, scale) {
    const [whole, high] = [source.videoWidth ?? source.width, source.videoHeight ?? source.height]
    if (!whole || !high) return undefined
    const factor = Math.min(scale, side / Math.max(whole, high))
    const [width, height] = [whole, high].map((length) => Math.max(1, Math.round(length * factor)))
    Object.assign(this.canvas, { width, height })
    const context = this.canvas.getContext('2d', { willReadFrequently: true })
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(source, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    const luma = new Uint8Array(width * height)
    // The weights of BT.601, in parts of 256.
    for (let at = 0; at < luma.length; at += 1) luma[at] = (77 * data[4 * at] + 150 * data[4 * at + 1] + 29 * data[4 * at + 2]) >> 8
    return { width, height, luma }
  }

  /** Lets the camera go. */
  close() {
    this.closed = true
    for (const track of this.stream?.getTracks() ?? []) track.stop()
  }
}
