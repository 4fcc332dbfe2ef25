// Runs the packed library wherever people run and bundle it, and compares with Node: npm run test:platforms [-- part of a name]
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { installNutgraf, installPlatforms } from './installed.ts'
import { type Platform, type Printed, platforms, writeSources } from './platforms.ts'

const wanted = process.argv[2]?.toLowerCase() ?? ''
const temporary = mkdtempSync(join(tmpdir(), 'nutgraf-platforms-'))

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

async function resultOn(platform: Platform): Promise<Printed> {
  const folder = join(temporary, String(platforms.indexOf(platform)))
  mkdirSync(folder)
  await platform.build?.(folder)
  return together(await platform.run(folder))
}

/** All that was printed; what was printed twice, as by a page and its worker, has to be the same. */
function together(printed: readonly Printed[]): Printed {
  const all: Printed = {}
  for (const [key, value] of printed.flatMap((part) => Object.entries(part))) {
    if (all[key] !== undefined && all[key] !== value) throw new Error(`${key} was printed as ${all[key]} and ${value}`)
    all[key] = value
  }
  return all
}

/** What is wrong with what a platform gives; null where nothing is. */
async function faultOf(platform: Platform, onNode: Printed): Promise<string | null> {
  try {
    const { batch, ...everywhere } = onNode
    const found = await resultOn(platform)
    const isSame = isDeepStrictEqual(found, platform.batch ? onNode : everywhere)
    return isSame ? null : `expected ${JSON.stringify(onNode)}, got ${JSON.stringify(found)}`
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

async function checkAll(chosen: readonly Platform[], onNode: Printed): Promise<void> {
  for (const platform of chosen) {
    const start = performance.now()
    const fault = await faultOf(platform, onNode)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${fault === null ? 'same' : 'OTHER'}  ${platform.name}, ${seconds} s`)
    if (fault !== null) console.error(fault)
    if (fault !== null) process.exitCode = 1
  }
}

try {
  installPlatforms()
  installNutgraf()
  writeSources(textOf('fixtures/lavrov/article.txt'), textOf('README.md'))
  const [node, ...others] = platforms
  const onNode = await resultOn(node!)
  if (onNode.batch !== onNode.story || onNode.told !== true) throw new Error(`Node gives ${JSON.stringify(onNode)}`)
  const chosen = others.filter(({ name }) => name.toLowerCase().includes(wanted))
  await checkAll(chosen, onNode)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
