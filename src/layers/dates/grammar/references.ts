import { date, dateRule, groupWord, wordBefore } from '../reading.ts'

const past = () => date('PAST_REF', 'vague')
const present = () => date('PRESENT_REF', 'vague')
const future = () => date('FUTURE_REF', 'vague')

export const references = [
  dateRule('now', '(?<word>NOW)', (match, context) =>
    groupWord(match, 'word', context) === 'current' &&
    (wordBefore(match, context) === 'then' || context.lexemes[match.first]!.capital)
      ? null
      : present(),
  ),
  dateRule(
    'present',
    'at (?:present | the moment | this time | the present time) | these days | the present',
    (match, context) => {
      const words = context.lexemes
        .slice(match.first, match.last)
        .map(({ word }) => word)
        .join(' ')
      return words === 'the present' && !/^(?:to|until|at)$/.test(wordBefore(match, context)) ? null : present()
    },
  ),
  dateRule('recently', '(?:most | more)? recently', past),
  dateRule('recent-times', 'recent times', past),
  dateRule('past', 'the (?:recent | distant | not too distant)? past', past),
  dateRule(
    'future',
    'the (?:near | foreseeable | distant | immediate | not too distant | very near)? future | the (?:near | short) term | as soon as possible | near future',
    // "the future of the fund" is no time; "the Future Host Commission" is a name.
    ({ last }, { lexemes }) =>
      lexemes[last]?.word === 'of' || (lexemes[last - 1]!.capital && lexemes[last]?.capital) ? null : future(),
  ),
]
