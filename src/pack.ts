/** Reads a front-coded list: on each line how many characters a name shares with the one before, then the rest. */
export function unfront(coded: string): string[] {
  let name = ''
  return coded.split('\n').map((line) => {
    name = name.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(1)
    return name
  })
}

/** The bytes of a base64 string. */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
