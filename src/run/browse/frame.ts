import { createHash } from 'node:crypto'
import { packageVersion } from '../../data/version.ts'
import { credits } from '../../output/page/page.ts'
import { html, Markup } from './markup.ts'
import { archiveScript } from './script.ts'
import { archiveStyle } from './style.ts'
import type { Sheet } from './view.ts'

/** Nothing comes from elsewhere, nothing of a text can run: a second lock besides the escaping. */
export const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const stamp = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
/** With what they hold in their addresses, so that a browser may keep them. */
const [style, script] = [stamp(archiveStyle), stamp(archiveScript)]

/** A whole page. */
export function drawFrame({ title, main, words = '' }: Sheet, name: string, path: string): string {
  const link = (to: string, label: string) =>
    html`<a href="${to}"${path === to.split('?')[0] && html` aria-current="page"`}>${label}</a>`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === name ? title : `${title} · ${name}`}</title>
<link rel="stylesheet" href="/style.css?${style}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/script.js?${script}" defer></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top"><div>
<a class="home" href="/"><bdi>${name}</bdi></a>
<nav aria-label="Pages">${link('/events?order=latest', 'Events')}</nav>
<form action="/search" role="search"><input type="search" name="q" value="${words}" aria-label="Words or a name" placeholder="Words or a name"> <button type="submit">Search</button></form>
</div></header>
<main id="main" class="sheet" tabindex="-1">
${main}</main>
<footer class="foot"><div>Made by nutgraf ${packageVersion}. Programs get each page as JSON (<a href="/openapi.json">OpenAPI</a>). ${new Markup(credits)}</div></footer>
</body>
</html>
`
  return page.html
}

export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#8250df"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.6"/></svg>'
