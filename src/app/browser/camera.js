// The way to what looks through the camera, which comes only when something is scanned. The bundler puts its address in place of CAMERA_READER.

export async function look() {
  const reader = await import(CAMERA_READER)
  return reader.open()
}
