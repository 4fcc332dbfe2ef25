import { readFileSync } from 'node:fs'

const declared = 'export const '

/**
 * Reads a module of assets, each a line of JSON, as text and when it is asked for: as source it would take ten times as long,
 * and would stay in memory once more than what is unpacked from it.
 */
export function assetsOf(name: string): Record<string, unknown> {
  const assets: Record<string, unknown> = {}
  for (const line of readFileSync(new URL(`./${name}.js`, import.meta.url), 'latin1').split('\n')) {
    if (!line.startsWith(declared)) continue
    const equals = line.indexOf(' = ')
    assets[line.slice(declared.length, equals)] = JSON.parse(line.slice(equals + ' = '.length))
  }
  return assets
}
