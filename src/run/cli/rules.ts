import type { Command } from 'commander'
import type { RuleSet } from '../../api/index.ts'
import type { NutgrafIssue } from '../../base/error.ts'
import { counted } from './counted.ts'
import { printError } from './print-error.ts'

export function addRules(program: Command): void {
  const rules = program
    .command('rules')
    .summary('check and test rule sets')
    .description('Checks and tests rule sets.')
    .addHelpText('after', '\nExample:\n  nutgraf rules check shipping.json')
  rules
    .command('check')
    .summary('tell all that is wrong with rule sets')
    .description(
      'Checks rule sets, JSON or ES modules that export them: their shape and patterns and, where these are right, their yes and no sentences. Tells all that is wrong, each with its place.',
    )
    .argument('<file...>', 'rule sets; a set may name the types of the others')
    .addHelpText('after', '\nExample:\n  nutgraf rules check shipping.json')
    .action((files: string[]) =>
      each(files, async (set, beside) => {
        const issues = await failures(set, beside)
        return { issues, well: issues.length > 0 ? '' : contents(set) }
      }),
    )
  rules
    .command('test')
    .summary('run their yes and no sentences')
    .description('Runs the yes and no sentences of every rule.')
    .argument('<file...>', 'rule sets; a set may name the types of the others')
    .addHelpText('after', '\nExample:\n  nutgraf rules test shipping.json')
    .action((files: string[]) =>
      each(files, async (set, beside) => {
        const issues = await failures(set, beside)
        if (issues.length > 0) return { issues, well: '' }
        const sentences = (set.rules ?? []).reduce((sum, { yes = [], no = [] }) => sum + yes.length + no.length, 0)
        return { issues, well: `${counted(sentences, 'sentence')} as they should be` }
      }),
    )
}

function contents(set: RuleSet): string {
  const names = Object.values(set.names ?? {}).reduce((sum, list) => sum + Object.keys(list ?? {}).length, 0)
  return [
    counted(set.rules?.length ?? 0, 'rule'),
    counted(names, 'name'),
    counted(set.places?.length ?? 0, 'place'),
  ].join(', ')
}

/** What is wrong with a set or, where nothing is, what of its sentences fails. */
async function failures(set: RuleSet, beside: readonly RuleSet[]): Promise<readonly NutgrafIssue[]> {
  const { checkedSets, issuesOf } = await import('../../rules/ruleset.ts')
  const { failuresOf, sentenceReader } = await import('../../api/sentences.ts')
  const issues = issuesOf(set, beside)
  if (issues.length > 0) return issues
  // The others are read too only where it can't do without.
  if (issuesOf(set).length === 0) return failuresOf(set, sentenceReader(checkedSets([set])))
  const others = [...new Map(beside.map((other) => [other.name, other])).values()]
  const areWell = others.every((other) => issuesOf(other, [set, ...others]).length === 0)
  return areWell ? failuresOf(set, sentenceReader(checkedSets([...others, set]))) : []
}

interface Result {
  issues: readonly NutgrafIssue[]
  /** What is said of a set without issues. */
  well: string
}

/** Goes through the sets of all files; what is wrong is told on standard error, and stops no other. */
async function each(
  files: readonly string[],
  run: (set: RuleSet, beside: readonly RuleSet[]) => Promise<Result>,
): Promise<void> {
  const { openRuleFile } = await import('./rule-files.ts')
  const opened = await Promise.allSettled(files.map(openRuleFile))
  const all = opened.flatMap((file) => (file.status === 'fulfilled' ? file.value.sets : []))
  for (const file of opened)
    if (file.status === 'rejected') tell(file.reason)
    else
      for (const [i, set] of file.value.sets.entries()) {
        const { issues, well } = await run(set, othersOf(all, set))
        for (const issue of issues) tell(`${file.value.placeOf(i, issue)}: ${issue.path}: ${issue.message}`)
        if (issues.length === 0) process.stdout.write(`${file.value.file}: ${set.name}: ${well}\n`)
      }
}

function tell(fault: unknown): void {
  printError(fault)
  process.exitCode = 1
}

/** Sets of other names: one that is given twice is not beside itself. */
const othersOf = (all: readonly RuleSet[], set: RuleSet): RuleSet[] =>
  all.filter((other) => other !== set && other?.name !== set?.name)
