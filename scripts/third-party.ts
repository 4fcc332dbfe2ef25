// Writes dist/third-party.txt: the licences of the libraries that are built into dist, which names them where they begin.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Folders of the packages that a built file has code of; one that comes inside of another has no manifest, and is of that. */
const foldersIn = (code: string): string[] =>
  [...code.matchAll(/^\s*\/\/ (\S*node_modules\/(?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gm)].map(([, folder]) => {
    const at = existsSync(join(root, folder!, 'package.json')) ? -1 : folder!.lastIndexOf('/dist/node_modules/')
    return at < 0 ? folder! : folder!.slice(0, at)
  })

const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(?!playground).*\.[cm]?js$/.test(file),
)
const folders = new Set(built.flatMap((file) => foldersIn(readFileSync(join(root, 'dist', file), 'utf8'))))

interface Manifest {
  name: string
  version: string
  license: string
}

/** Words of a licence that a package comes without. */
const licenceText = (name: string): string => readFileSync(join(root, 'data/licences', `${name}.txt`), 'utf8')

function entryOf(folder: string): string {
  const { name, version, license }: Manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const texts = readdirSync(join(root, folder))
    .filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
  if (texts.length === 0) texts.push(licenceText(name))
  // What says where the words of this one are read does not hold them, and they must come along.
  if (license === 'Apache-2.0' && !texts.some((text) => text.includes('TERMS AND CONDITIONS FOR USE')))
    texts.push(licenceText(license))
  return `${name} ${version}, ${license}\n\n${texts.join('\n').replaceAll('\r\n', '\n').trim()}\n`
}

const entries = [...new Set([...folders].map(entryOf))].sort()
const head = 'Parts of this folder are, shortened, of these packages, under these licences.\n'
writeFileSync(join(root, 'dist/third-party.txt'), [head, ...entries].join(`\n${'-'.repeat(78)}\n\n`))
console.log(`${entries.length} packages in dist/third-party.txt`)
