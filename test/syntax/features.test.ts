import { expect, test } from 'vitest'
import * as packed from '../../src/data/syntax.ts'
import { templates, templatesHash } from '../../src/model/features.ts'
import { relationModel, transitionModel } from '../../src/syntax/parser.ts'
import { pennModel } from '../../src/syntax/penn-tagger.ts'
import { relationTemplates } from '../../src/syntax/relation-features.ts'
import { transitionTemplates } from '../../src/syntax/transition-features.ts'

test('the weights were learned with the templates of this code', () => {
  expect([packed.tags, packed.transitions, packed.relations].map((part) => part.templates)).toEqual(
    [pennModel, transitionModel, relationModel].map((model) => model.templates),
  )
})

test.each([
  ['transitions', transitionTemplates],
  ['relations', relationTemplates],
])('templates of %s are known by their names, in any order', (_, groups) => {
  const turned = groups.map((group) => Object.fromEntries(Object.entries(group).reverse()))
  expect(templatesHash(...turned.reverse())).toBe(templatesHash(...groups))
  expect(templatesHash(...groups, templates('another', ['one']))).not.toBe(templatesHash(...groups))
})
