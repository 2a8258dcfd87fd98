// The way to the PDF reader, which comes only when a PDF is looked at. The bundler puts the reader's address in place of PDF_READER.

export async function open(content) {
  const reader = await import(PDF_READER)
  return reader.open(content)
}
