import { fstat, stat } from 'node:fs'
import { promisify } from 'node:util'

/** Standard input and standard output among names of files. */
export const standardStream = '-'

/** What a file is, whatever its name. */
export const identityOf = ({ dev, ino }: { dev: bigint; ino: bigint }): string => `${dev}:${ino}`

/** What standard input (0) or standard output (1) is, where it is a file or a folder. */
export async function openFile(
  descriptor: 0 | 1,
): Promise<{ identity: string; bytes: number; isFolder: boolean } | undefined> {
  const about = await promisify(fstat)(descriptor, { bigint: true }).catch(() => undefined)
  if (!about?.isFile() && !about?.isDirectory()) return
  return { identity: identityOf(about), bytes: Number(about.size), isFolder: about.isDirectory() }
}

/** Whether a file is one of others, by whatever name. */
export async function isAmong(file: string, others: readonly string[]): Promise<boolean> {
  const identity = await identityAt(file)
  if (identity === undefined) return false
  return (await Promise.all(others.map(identityAt))).includes(identity)
}

async function identityAt(path: string): Promise<string | undefined> {
  const about = await promisify(stat)(path, { bigint: true }).catch(() => undefined)
  return about && identityOf(about)
}
