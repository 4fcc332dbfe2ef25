import { readFileSync } from 'node:fs'
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import type { Plugin } from 'vite'
import { pageStyle } from '../src/output/page/style.ts'

/** What of the documentation stands beside the page, by its name there. */
const sources = {
  'docs/index.html': '../README.md',
  'docs/rules.html': '../docs/rules.md',
  'docs/syntax.html': '../docs/syntax.md',
}

/** The documentation as pages beside the playground: one who tries things is led to it, and needs no other server. */
export function documentation(policy: string): Plugin {
  const page = (name: keyof typeof sources) =>
    pageOf(readFileSync(new URL(sources[name], import.meta.url), 'utf8'), policy)
  const names = Object.keys(sources) as (keyof typeof sources)[]
  return {
    name: 'documentation',
    generateBundle() {
      for (const fileName of names) this.emitFile({ type: 'asset', fileName, source: page(fileName) })
    },
    configureServer({ middlewares }) {
      for (const name of names)
        middlewares.use(
          `/${name}`,
          (_, response) => void response.setHeader('content-type', 'text/html').end(page(name)),
        )
    },
  }
}

const style = `
body { max-width: 54rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
pre, .scroll { overflow-x: auto; } pre { padding: .8rem; background: var(--panel); font-size: .85rem; line-height: 1.45; overflow-wrap: normal; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .92em; }
.scroll table { min-width: 0; overflow-wrap: normal; }`

function pageOf(markdown: string, policy: string): string {
  const body = micromark(markdown, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
    .replace(/<img [^>]*>/g, '')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, (link, target: string, words: string) =>
      /^https?:/.test(target) ? link : linkWithin(target, words),
    )
    .replace(/<th(?: align="\w+")?><\/th>/g, '<td></td>')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replace(
      /<table>[\s\S]*?<\/table>/g,
      (table) => `<div class="scroll" tabindex="0" role="group" aria-label="Table">${table}</div>`,
    )
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'nutgraf'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}${style}</style>
</head>
<body>
<header><nav aria-label="nutgraf"><a href="../index.html">Playground</a> · <a href="index.html">Documentation</a> · <a href="rules.html">Rules</a> · <a href="syntax.html">Syntax</a></nav></header>
<main>
${body}
</main>
</body>
</html>
`
}

/** What has no page here is named and not linked. */
function linkWithin(target: string, words: string): string {
  const name = /(?:^|\/)(rules|syntax)\.md$/.exec(target)?.[1]
  return name === undefined ? words : `<a href="${name}.html">${words}</a>`
}
