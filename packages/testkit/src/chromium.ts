/** Where the system keeps a Chromium. Nothing is downloaded. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Options of tests that work a page in a browser: on a busy machine a key or a look may come too soon once; a fault comes twice. */
export const BROWSER_TEST = { retry: 1 } as const

/** Switches for a headless run without a display, a sandbox or any call home. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of the executable: the environment's `CHROMIUM`, else the first known name on `PATH`, else null. */
export function findChromium(environment: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = environment.CHROMIUM
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (folder !== '' && isExecutable(join(folder, name))) return join(folder, name)
  }
  return null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // not there, or not ours to run: the next name may be
  }
}
