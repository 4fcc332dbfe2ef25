import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's: playwright's own can't be had everywhere. */
export const executablePath = '/usr/bin/chromium'

export const isInstalled = existsSync(executablePath)

/** How long a page may take, in milliseconds: a bound for what hangs, on a machine that has other work. */
export const patience = 300_000

const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath, timeout: patience, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
