import { describe, NutgrafError } from '../base/error.ts'
import type { ParsedElement } from './compromise.ts'

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Refuses a pattern by its path. */
export const refusal = (path: string, reason: string): NutgrafError => new NutgrafError('invalid-match', path, reason)

const unsupported = (what: string, path: string): NutgrafError =>
  refusal(path, `${what} not supported; see "Match language" in the README`)

/** Refuses what compromise would read otherwise than it is written: brackets, names of groups, alternatives, counts. */
export function checkWritten(match: string, path: string): void {
  const shown = describe(match)
  const refuse = (reason: string) => refusal(path, `${reason} in ${shown}`)
  const open: { sign: string; at: number }[] = []
  const isIn = (sign: string) => open.some((other) => other.sign === sign)
  for (let at = 0; at < match.length; at++) {
    const sign = match[at]!
    const rest = match.slice(at, at + 80)
    if (sign === '/' && !isIn('{')) {
      const end = endOfRegex(match, at)
      if (end < 0) throw refuse(`missing "/" for the one at ${at}`)
      if (end === at + 1) throw refuse(`nothing stands between the two "/" at ${at}`)
      if (isIn('(') && /[\s|(){}]/.test(match.slice(at, end)))
        throw refuse(`the regular expression at ${at} stands within "(…)", where it can hold no space, "|" or bracket`)
      at = end
    } else if (closing[sign]) {
      if (sign !== '{' && isIn(sign))
        throw refuse(
          `"${sign}" at ${at} stands inside another "${sign}": compromise does not read nested ones; write ${sign === '(' ? 'the alternatives' : 'the groups'} out`,
        )
      if (sign === '[' && !/^\[<[^\s<>[\](){}|/]+>/.test(rest))
        throw refuse(`a group needs a name, as [<topic>#NounPhrase], at ${at}`)
      if (sign === '(' && /^\(\s*[|)]/.test(rest)) throw refuse(`an alternative of "(" at ${at} is empty`)
      if (sign === '{' && isIn('(') && /^\{[\d,\s}]/.test(rest))
        throw refuse(`the count at ${at} stands within "(…)", which compromise counts as a whole; write it behind ")"`)
      open.push({ sign, at })
    } else if (sign === ')' || sign === ']' || sign === '}') {
      const last = open.pop()
      if (!last || closing[last.sign] !== sign) throw refuse(`"${sign}" at ${at} closes nothing`)
      if (sign === '}' && !/^\}(?:\{[\d, ]*\})?[?+*$\]]*(?:$|[\s)|])/.test(rest))
        throw refuse(`"}" at ${at} stands in the middle of a word`)
    } else if (sign === '|' && /^\|\s*[|)]/.test(rest)) throw refuse(`the alternative behind "|" at ${at} is empty`)
  }
  const left = open.pop()
  if (left) throw refuse(`missing "${closing[left.sign]}" for the "${left.sign}" at ${left.at}`)
}

/** The "/" that ends a regular expression, -1 where none does; one after a backslash is part of it. */
export function endOfRegex(match: string, start: number): number {
  for (let at = start + 1; at < match.length; at++)
    if (match[at] === '\\') at++
    else if (match[at] === '/') return at
  return -1
}

/** Signs of the language that compromise left in a word, since it read them as letters. */
const leftover = /[()[\]{}<>|/\\!?*^~\s]|[+$]$/

/** Refuses an element that compromise read, and that has no meaning here or another than it seems to have. */
export function checkElement(element: ParsedElement, path: string): void {
  const { min, max, root, word, choices, fastOr, negative, operator } = element
  if (element.fuzzy) throw unsupported('fuzzy words (~word~) are', path)
  if (element.method !== undefined) throw unsupported('methods (@method) are', path)
  if (element.switch !== undefined) throw unsupported('switches (%tag%) are', path)
  if (element.chunk !== undefined) throw unsupported('chunks (<Noun>) are', path)
  if (operator === 'and') throw unsupported('(a && b) is', path)
  if (negative && (choices || fastOr) && root === undefined) throw unsupported('!(a|b) is', path)
  if (negative && element.anything) throw refusal(path, '"!." matches nothing; leave it out')
  if ((element.start || element.end) && (negative || element.optional))
    throw refusal(
      path,
      '"^" and "$" can\'t stand at a word that is negative or optional; write the cases as rules of their own',
    )
  if (root !== undefined) checkRoot(element, path)
  if (word !== undefined && !element.optional && !negative && /^[,;:"“”]|[,;:"“”]$/.test(word))
    throw refusal(
      path,
      `${describe(word)} fits nothing: patterns are read over words without the marks between them; leave ${/[,;:"“”]/.exec(word)?.[0]} out`,
    )
  for (const part of fastOr && root === undefined ? fastOr : word === undefined ? [] : [word]) checkWord(part, path)
  if (min === undefined && max === undefined) return
  if (!Number.isInteger(min) || !Number.isInteger(max))
    throw refusal(path, '"{}" is empty; write {call} or a count, {2,3}')
  if (max! < 1) throw refusal(path, 'a count of at most 0 matches nothing; leave the element out, or write {0,1}')
  if (min! > max!) throw refusal(path, `a count runs from the smaller to the larger number; write {${max},${min}}`)
}

function checkRoot({ root, pos }: ParsedElement, path: string): void {
  if (!root || leftover.test(root))
    throw refusal(path, `{${root}} is no word; write its plain form in the braces, as {call} or {call/Verb}`)
  if (pos !== undefined && !['Verb', 'Noun', 'Adjective'].includes(pos))
    throw refusal(path, `{${root}/${pos}}: expected Verb, Noun or Adjective behind the "/"`)
}

function checkWord(word: string, path: string): void {
  if (word.includes('|')) throw refusal(path, `"|" in "${word}" stands outside of brackets; write (a|b)`)
  const sign = leftover.exec(word)?.[0]
  if (sign !== undefined)
    throw refusal(
      path,
      `${JSON.stringify(sign)} in ${describe(word)} has no meaning there; put spaces between elements, and signs before or behind a word`,
    )
}

/** Escapes that JavaScript, by which compromise reads a regular expression, and RE2, which runs it, understand alike. */
const shared = /^(?:\\(?:[^A-Za-z0-9]|[dDwWsSbBnrtfv]|x[\da-fA-F]{2}|[pP](?:\{[\w=]+\}))|[^\\])*$/s

/** Refuses a regular expression whose signs mean something else to RE2. */
export function checkRegex(source: string, path: string): void {
  if (!shared.test(source) || /\[\[:|\(\?P</.test(source))
    throw refusal(
      path,
      `/${source}/ can't be run in linear time as it is meant: it has an escape or class that RE2 reads otherwise`,
    )
}
