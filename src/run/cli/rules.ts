import type { Command } from 'commander'
import type { RuleSet } from '../../api/index.ts'
import { counted } from './counted.ts'
import { printError } from './print-error.ts'

export function addRules(program: Command): void {
  const rules = program
    .command('rules')
    .summary('check and test rule sets')
    .description('Checks and tests rule sets.')
    .addHelpText('after', '\nExample:\n  nutgraf rules check shipping.json && nutgraf rules test shipping.json')
  rules
    .command('check')
    .description('Checks shape and patterns of rule sets, JSON or ES modules that export them.')
    .argument('<file...>', 'rule sets')
    .addHelpText('after', '\nExample:\n  nutgraf rules check shipping.json')
    .action((files: string[]) =>
      each(files, async (set) => {
        const { createExtractor } = await import('../../api/index.ts')
        createExtractor({ rules: [set] })
        const names = Object.values(set.names ?? {}).reduce((sum, list) => sum + Object.keys(list ?? {}).length, 0)
        return [
          counted(set.rules?.length ?? 0, 'rule'),
          counted(names, 'name'),
          counted(set.places?.length ?? 0, 'place'),
        ].join(', ')
      }),
    )
  rules
    .command('test')
    .description('Runs the yes and no sentences of every rule.')
    .argument('<file...>', 'rule sets')
    .addHelpText('after', '\nExample:\n  nutgraf rules test shipping.json')
    .action((files: string[]) =>
      each(files, async (set) => {
        const { testRules } = await import('../../api/testing.ts')
        testRules(set)
        const sentences = (set.rules ?? []).reduce((sum, { yes = [], no = [] }) => sum + yes.length + no.length, 0)
        return `${counted(sentences, 'sentence')} as they should be`
      }),
    )
}

/** Goes through the sets of all files; those that are wrong are told on standard error, and stop no other. */
async function each(files: readonly string[], run: (set: RuleSet) => Promise<string>): Promise<void> {
  const { readRuleFiles } = await import('./rule-files.ts')
  for (const file of files)
    try {
      for (const set of await readRuleFiles([file])) process.stdout.write(`${file}: ${set.name}: ${await run(set)}\n`)
    } catch (error) {
      printError(error)
      process.exitCode = 1
    }
}
