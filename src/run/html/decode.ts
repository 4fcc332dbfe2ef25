import { NutgrafError } from '../../base/error.ts'

/**
 * A page in the encoding that who sent it names, else in that which it names itself (a byte order mark, `charset` in its
 * first kilobyte), else in UTF-8.
 *
 * @throws NutgrafError `invalid-input` where the encoding is not known
 */
export function decodePage(bytes: Uint8Array, caller: string, charset?: string): string {
  const named = charset ?? encodingIn(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    throw new NutgrafError('invalid-input', caller, `the page names an encoding that is not known, "${named}"`)
  }
}

function encodingIn(head: string): string {
  if (head.startsWith('\xff\xfe')) return 'utf-16le'
  if (head.startsWith('\xfe\xff')) return 'utf-16be'
  return /charset\s?=\s?["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
}
