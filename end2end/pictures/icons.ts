// Draws the icons that systems want as PNG from the SVG beside them.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@playwright/test'

const ICONS = new URL('../../public/icons/', import.meta.url)

/** Files by the SVG they are drawn from, with their sides in pixels. */
const DRAWINGS: Record<string, Record<string, number>> = {
  'icon.svg': { 'icon-192.png': 192, 'icon-512.png': 512 },
  // Android cuts these to the shape its owner likes: four fifths of the side are safe.
  'maskable.svg': { 'maskable-192.png': 192, 'maskable-512.png': 512, 'apple-touch-icon.png': 180 },
  'monochrome.svg': { 'monochrome-512.png': 512 },
  'add.svg': { 'add-96.png': 96 },
  'scan.svg': { 'scan-96.png': 96 },
}

for (const [source, drawings] of Object.entries(DRAWINGS)) {
  for (const [name, side] of Object.entries(drawings)) {
    test(name, async ({ page }) => {
      const svg = readFileSync(new URL(source, ICONS), 'utf8')
      expect(svg).toContain('viewBox="0 0 48 48"')
      await page.setViewportSize({ width: side, height: side })
      await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${side}px }</style>${svg}`)
      await page.screenshot({ path: fileURLToPath(new URL(name, ICONS)), omitBackground: true })
    })
  }
}
