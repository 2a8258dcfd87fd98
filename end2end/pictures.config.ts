// What draws the pictures that lie in `public`: icons from their SVG, screenshots from the demonstration home. Run by `cargo dev pictures`.

import { defineConfig } from '@playwright/test'

import tests from './playwright.config.ts'

export default defineConfig({ ...tests, testDir: 'pictures', testMatch: '*.ts', fullyParallel: false, workers: 1 })
