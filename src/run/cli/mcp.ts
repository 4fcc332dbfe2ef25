import type { Command } from 'commander'
import { addRuleOptions, type RuleOptions } from './options.ts'

export function addMcp(program: Command): void {
  const command = program
    .command('mcp')
    .summary('offer tools to language models')
    .description(
      'Serves the Model Context Protocol over standard input and output, with the tools extract and explain. ' +
        'It wants npm install @modelcontextprotocol/sdk.',
    )
  addRuleOptions(command).addHelpText('after', '\nExample:\n  nutgraf mcp --rules shipping.json').action(serveTools)
}

async function serveTools(options: RuleOptions): Promise<void> {
  // Loaded here, so that help is quick.
  const [{ serveMcp }, { openExtractor }] = await Promise.all([import('../mcp/server.ts'), import('./read.ts')])
  await serveMcp(await openExtractor(options))
}
