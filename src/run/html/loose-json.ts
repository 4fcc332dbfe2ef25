/**
 * JSON as pages write it: with comments, markup around it, line breaks within strings, single quotes, names without
 * quotes, commas too many or too few, several values in a row. In linear time; undefined for what is none.
 */
export function parseLooseJson(text: string): unknown {
  const written = text.includes('"') ? text : text.replaceAll('&quot;', '"')
  for (const form of [(json: string) => json.trim(), mended]) {
    try {
      return JSON.parse(form(written))
    } catch {
      // The next form, or what can be picked out.
    }
  }
  // Where quotes stand unmarked in a headline, what lies around it is still as it should be.
  const picked = /"datePublished"\s*:\s*"([^"]{1,60})"/.exec(written)
  return picked ? { datePublished: picked[1] } : undefined
}

const skipped = String.raw`(?<skipped>(?:\/[/*]\s*)?(?:<!\[CDATA\[|\]\]>|<!--|-->)(?:\s*\*\/)?|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)`
const quoted = String.raw`(?<quoted>"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|'(?:[^'\\]|\\[\s\S])*(?:'|\\?$))`
const token = new RegExp(String.raw`${skipped}|${quoted}|(?<sign>[{}[\]:,])|(?<bare>[^\s"'{}[\]:,;/<>]+)`, 'g')

/** The values of a text as one JSON array. */
function mended(text: string): string {
  const written: string[] = []
  for (const { groups } of text.matchAll(token)) {
    const { skipped, quoted, sign, bare } = groups!
    if (skipped !== undefined) continue
    const last = written.at(-1) ?? ','
    if (sign === ',' || sign === '}' || sign === ']') {
      if (last === ',') written.pop()
      if (sign !== ',' || !'{['.includes(last)) written.push(sign)
    } else if (sign === ':') {
      if (!last.startsWith('"')) written.push(JSON.stringify(written.pop() ?? ''))
      written.push(':')
    } else {
      if (!'{[:,'.includes(last)) written.push(',')
      written.push(sign ?? (quoted === undefined ? bareValue(bare!) : requoted(quoted)))
    }
  }
  return `[${written.join('')}]`
}

const bareValue = (bare: string) => (/^(?:true|false|null|-?\d{1,15})$/.test(bare) ? bare : JSON.stringify(bare))

const plainEscapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

/** A string in double quotes, with what may not stand in it marked. */
const requoted = (quoted: string): string =>
  JSON.stringify(
    quoted
      .replace(/^["']|["']$/g, '')
      .replace(/\\(?:u([\da-f]{4})|([\s\S]))/gi, (_, code: string | undefined, sign: string) =>
        code === undefined ? (plainEscapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
      ),
  )
