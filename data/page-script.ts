import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'

/** The script of a page as it stands in the page, and the hash by which a Content-Security-Policy lets it run. */
export function pageScriptFrom(file: URL): { pageScript: string; pageScriptHash: string } {
  const { code } = transformSync(`${readFileSync(file, 'utf8')}\nshowCards(document)`, {
    ...({ loader: 'ts', format: 'iife', target: 'es2022', minify: true } as const),
    // What is exported is for the playground alone.
    treeShaking: true,
  })
  const pageScript = code.trim()
  return { pageScript, pageScriptHash: createHash('sha256').update(pageScript).digest('base64') }
}
