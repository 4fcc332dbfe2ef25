// Adds to package-lock.json the optional packages of other platforms, which npm leaves out where the registry that
// wrote the lock does not carry them, and which `npm ci` then misses.
import { readFileSync, writeFileSync } from 'node:fs'

interface Entry {
  version: string
  optionalDependencies?: Record<string, string>
  [key: string]: unknown
}

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const cpus = ['arm64', 'arm', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']
const systems = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'aix', 'openharmony']

for (const { optionalDependencies = {} } of Object.values(lock.packages))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))) continue
    const parts = name.toLowerCase().split(/[-/]/)
    const os = systems.filter((system) => parts.includes(system))
    const cpu = cpus.filter((kind) => parts.some((part) => part === kind || (kind === 'ppc64' && part === 'ppc64le')))
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ''),
      ...(cpu.length > 0 && { cpu: parts.includes('ppc64le') ? ['ppc64'] : cpu }),
      dev: true,
      ...(parts.includes('musl') && { libc: ['musl'] }),
      optional: true,
      os: os.length > 0 ? os : ['none'],
    }
  }
const [root, ...rest] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([root!, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
