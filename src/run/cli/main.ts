#!/usr/bin/env node
import * as nodeModule from 'node:module'

// From version 22.8 on Node keeps what it has compiled for the next run.
const { enableCompileCache } = nodeModule as { enableCompileCache?: () => void }
enableCompileCache?.()

const { run } = await import('./program.ts')
await run(process.argv.slice(2))
