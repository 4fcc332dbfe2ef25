import type { Command } from 'commander'

interface Options {
  rules?: string[]
  without?: string[]
}

export function addMcp(program: Command): void {
  program
    .command('mcp')
    .summary('offer tools to language models')
    .description(
      'Serves the Model Context Protocol over standard input and output, with the tools extract and explain. ' +
        'It wants npm install @modelcontextprotocol/sdk.',
    )
    .option('-r, --rules <file...>', 'rule sets: JSON, or ES modules that export them')
    .option('--without <rule...>', 'rules to leave out, as english/visit-noun')
    .addHelpText('after', '\nExample:\n  nutgraf mcp --rules shipping.json')
    .action(serveTools)
}

async function serveTools(options: Options): Promise<void> {
  // Loaded here, so that help is quick.
  const [{ serveMcp }, { openExtractor }] = await Promise.all([import('../mcp/server.ts'), import('./read.ts')])
  await serveMcp(await openExtractor(options))
}
