import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's: playwright's own can't be had everywhere. */
export const executablePath = '/usr/bin/chromium'

export const isInstalled = existsSync(executablePath)

const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
