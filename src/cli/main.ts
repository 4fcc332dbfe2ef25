#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { addBatch } from './batch.ts'

const program = new Command('nutgraf')
  .description('Entities, dates, locations, agenda topics and events of English news.')
  .version(version)
  .exitOverride()
addBatch(program)

/** 0, 1 for input that could not be processed, 2 for wrong usage. */
try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    process.stderr.write(`nutgraf: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
