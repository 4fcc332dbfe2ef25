import { before, date, rule, wordOf } from '../reading.ts'

const past = () => date('PAST_REF', 'vague')
const present = () => date('PRESENT_REF', 'vague')
const future = () => date('FUTURE_REF', 'vague')

export const references = [
  rule('now', '(?<word>NOW)', (match, context) =>
    wordOf(match, 'word', context) === 'current' &&
    (before(match, context) === 'then' || context.lexemes[match.first]!.capital)
      ? null
      : present(),
  ),
  rule(
    'present',
    'at (?:present | the moment | this time | the present time) | these days | the present',
    (match, context) => {
      const words = context.lexemes
        .slice(match.first, match.last)
        .map(({ word }) => word)
        .join(' ')
      return words === 'the present' && !/^(?:to|until|at)$/.test(before(match, context)) ? null : present()
    },
  ),
  rule('recently', '(?:most | more)? recently', past),
  rule('recent-times', 'recent times', past),
  rule('past', 'the (?:recent | distant | not too distant)? past', past),
  rule(
    'future',
    'the (?:near | foreseeable | distant | immediate | not too distant | very near)? future | the (?:near | short) term | as soon as possible | near future',
    future,
  ),
]
