import { constants } from 'node:fs'
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { fileFault, NutgrafError } from '../../base/error.ts'
import { identityOf, openFile, standardStream } from '../sources/files.ts'
import { freshBeside, recordsBeside } from './beside.ts'

/** The file or folder of a corpus. */
export interface InputFile {
  bytes: number
  /** Whether it can be read again from its start, as a pipe can't. */
  again: boolean
  isFolder: boolean
  /** What it is, whatever its name; undefined for a pipe at standard input. */
  identity: string | undefined
}

/** @throws NutgrafError `invalid-input` where there is none that can be read */
export async function checkInput(path: string): Promise<InputFile> {
  if (path === standardStream) {
    const file = await openFile(0)
    if (file?.isFolder)
      throw new NutgrafError('invalid-input', 'standard input', 'it is a folder; give it by its name, as an argument')
    return { bytes: file?.bytes ?? 0, again: false, isFolder: false, identity: file?.identity }
  }
  try {
    await access(path, constants.R_OK)
    const about = await stat(path, { bigint: true })
    const isFolder = about.isDirectory()
    return { bytes: Number(about.size), again: isFolder || about.isFile(), isFolder, identity: identityOf(about) }
  } catch (error) {
    throw fileFault('invalid-input', path, error, isMissing(error) ? lookedFor(path) : undefined)
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

const lookedFor = (path: string) =>
  isAbsolute(path) ? 'check its name' : `check its name: it is looked for in ${process.cwd()}`

/**
 * Where an output is, after all links: the same file has one name. Nothing is made or opened.
 *
 * @throws NutgrafError `invalid-output` where it can't be written; `invalid-options` where it is the input
 */
export async function checkOutput(path: string, input: InputFile): Promise<string> {
  if (path === standardStream) {
    const file = await openFile(1)
    if (file && file.identity === input.identity) throw isInput('standard output')
    return path
  }
  try {
    const target = await targetOf(path)
    for (const beside of [recordsBeside(target), freshBeside(target)])
      if (await isFile(beside, input.identity)) throw isInput(beside)
    const about = await stat(target, { bigint: true }).catch(ifMissing)
    if (!about) {
      await access(dirname(target), constants.W_OK)
      return target
    }
    if (identityOf(about) === input.identity) throw isInput(path)
    if (about.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (!about.isFile())
      throw new NutgrafError(
        'invalid-output',
        path,
        'it is no file: records are read again where a run was stopped; give a file for the output',
      )
    await access(target, constants.R_OK | constants.W_OK)
    return target
  } catch (error) {
    if (error instanceof NutgrafError) throw error
    throw fileFault('invalid-output', path, error, isMissing(error) ? 'make its folder first' : undefined)
  }
}

async function isFile(path: string, identity: string | undefined): Promise<boolean> {
  const about = await stat(path, { bigint: true }).catch(() => undefined)
  return about !== undefined && identityOf(about) === identity
}

export const isInput = (path: string): NutgrafError =>
  new NutgrafError('invalid-options', path, 'it is the input too; give another file for the output')

/** What an output is that {@link checkOutput} has found, if it is there. */
export async function writtenFile(path: string): Promise<{ path: string; identity: string | undefined }> {
  if (path === standardStream) return { path, identity: (await openFile(1))?.identity }
  const about = await stat(path, { bigint: true }).catch(() => undefined)
  return { path, identity: about && identityOf(about) }
}

/** Follows links, also to what is not there yet. */
async function targetOf(path: string, steps = 0): Promise<string> {
  const real = await realpath(path).catch(ifMissing)
  if (real !== undefined) return real
  const link = await lstat(path).catch(ifMissing)
  if (link?.isSymbolicLink() && steps < 40) return targetOf(resolve(dirname(path), await readlink(path)), steps + 1)
  return join(await realpath(dirname(resolve(path))), basename(path))
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
