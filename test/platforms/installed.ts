import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const folder = fileURLToPath(new URL('./', import.meta.url))
const modules = join(folder, 'node_modules')
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** Installs what nutgraf is bundled and run by, as the lockfile beside this file says, where it is not installed yet. */
export function installPlatforms(): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const mark = join(modules, '.installed-lock.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  // No package may run a program of its own when it is installed: none that is used here needs to.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' })
  writeFileSync(mark, lock)
}

/**
 * Installs nutgraf from its tarball. What it depends on lies within it, as npm has it where others want another version, and
 * comes from this checkout: in the versions that are tested, and from no registry.
 */
export function installNutgraf(): void {
  const app = join(modules, 'nutgraf')
  rmSync(app, { recursive: true, force: true })
  mkdirSync(app, { recursive: true })
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', modules], {
    ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  })
  const tarball = join(modules, JSON.parse(packed)[0].filename)
  execFileSync('tar', ['xzf', tarball, '--strip-components=1', '-C', app])
  rmSync(tarball)
  for (const name of needed(app)) cpSync(join(root, 'node_modules', name), join(app, 'node_modules', name), copying)
}

const copying = { recursive: true, dereference: true }

/** Packages that one needs to run, and that these need; of its optional peers, those that lemmas want. */
function needed(app: string): Set<string> {
  const seen = new Set<string>()
  const queue = [
    ...Object.keys(readJson(join(app, 'package.json')).dependencies),
    'wink-nlp',
    'wink-eng-lite-web-model',
  ]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    queue.push(...Object.keys(readJson(join(root, 'node_modules', name, 'package.json')).dependencies ?? {}))
  }
  return seen
}
