import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import ts from 'typescript'
import { vi } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Entries of the package with the source of each: `nutgraf/places` is `src/api/places.ts`. */
const entries = Object.entries<{ default?: string }>(manifest.exports).flatMap(([path, file]): [string, string][] => {
  // What is a file alone is a schema, or the program of a worker.
  const name = /^\.\/dist\/(.*)\.js$/.exec(file.default ?? '')?.[1]
  return name === undefined ? [] : [[join('nutgraf', path), join(root, 'src/api', `${name}.ts`)]]
})

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)

/** Everything that the package exports, with the examples of its TSDoc. */
export function readExports(): { entry: string; name: string; examples: string[] }[] {
  const sources = entries.map(([, source]) => source)
  const program = ts.createProgram(sources, options)
  const checker = program.getTypeChecker()
  return entries.flatMap(([entry, source]) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(source)!)!
    return checker.getExportsOfModule(module).map((symbol) => {
      const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const tags = meant.getJsDocTags(checker).filter(({ name }) => name === 'example')
      return { entry, name: symbol.name, examples: tags.map(({ text }) => ts.displayPartsToString(text)) }
    })
  })
}

/** What the compiler says of examples, as a user of the package would see it; by name, those without errors left out. */
export function typeErrors(examples: readonly { name: string; code: string }[]): Record<string, string[]> {
  const files = new Map(examples.map(({ name, code }) => [join(root, 'test', `${name}.ts`), code]))
  const paths = Object.fromEntries(entries.map(([name, source]) => [name, [source]]))
  const host = ts.createCompilerHost({ ...options, paths })
  const { readFile, fileExists } = host
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.readFile = (file) => files.get(file) ?? readFile(file)
  const program = ts.createProgram([...files.keys()], { ...options, paths }, host)
  const errorsOf = (file: string) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  return Object.fromEntries(
    examples.flatMap(({ name }) => {
      const errors = errorsOf(join(root, 'test', `${name}.ts`))
      return errors.length > 0 ? [[name, errors]] : []
    }),
  )
}

/** What an example prints, line by line. */
export async function printedBy(name: string, code: string): Promise<string> {
  const file = join(root, 'test', `${name}.example.ts`)
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(format(...values).trimEnd()))
  writeFileSync(file, code)
  try {
    await import(file)
  } finally {
    rmSync(file)
    log.mockRestore()
  }
  return printed.join('\n')
}
