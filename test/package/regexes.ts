import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = new URL('../../src/', import.meta.url).pathname

/** The regular expressions written in the source, by the file and line where each stands. */
export function literals(): Map<string, RegExp> {
  const found = new Map<string, RegExp>()
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    if (file.startsWith('data/')) continue
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext)
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
        found.set(`${file}:${line + 1} ${node.text}`, new RegExp(node.text.slice(1, end), node.text.slice(end + 1)))
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return found
}

/** The regular expressions that are made while something runs, by their source. */
export async function made(run: () => Promise<unknown>): Promise<Map<string, RegExp>> {
  const found = new Map<string, RegExp>()
  const Native = globalThis.RegExp
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args, newTarget) {
      const regex = Reflect.construct(target, args, newTarget) as RegExp
      // Those of the libraries are theirs to keep.
      const maker = new Error().stack!.split('\n')[2] ?? ''
      if (!maker.includes('node_modules')) found.set(String(regex), regex)
      return regex
    },
  })
  try {
    await run()
  } finally {
    globalThis.RegExp = Native
  }
  return found
}
