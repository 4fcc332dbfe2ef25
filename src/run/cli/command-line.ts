/** The command as it was given, for a shell. */
export function commandLine(): string {
  const program = process.env.npm_command === 'exec' ? 'npx nutgraf' : 'nutgraf'
  const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
  return [program, ...process.argv.slice(2).map(quoted)].join(' ')
}
