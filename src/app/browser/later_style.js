// The style of what no first screen shows. The bundler puts its address in place of LATER_STYLE.

export function add_style() {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = LATER_STYLE
  document.head.append(link)
}
