// Where the demonstration of a run is kept, and that it goes with the run.

import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The data folder of the demonstration, of the run whose process has that number. */
export function demonstrationOf(run: number): string {
  return join(tmpdir(), `codessa-demonstration-${run}`)
}

/** Ends a run. */
export default function end(): void {
  rmSync(demonstrationOf(process.pid), { recursive: true, force: true })
}
