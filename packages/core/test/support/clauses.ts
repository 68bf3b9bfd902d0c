/** Clauses of a text, and a predicate as a gold line writes it. */

import { Clauses } from '../../src/clauses/clauses.ts'
import type { Argument, Predicate } from '../../src/clauses/predicate.ts'
import { makeDocument } from '../../src/document.ts'
import { textOf } from '../../src/layers.ts'
import { findPhrases } from '../../src/mentions/find-phrases.ts'
import { findQuotations } from '../../src/quotations/find-quotations.ts'
import { Scene } from '../../src/quotations/scene.ts'
import { readLayers } from '../../src/read-document.ts'
import { kit } from './read.ts'

export function clausesOf(text: string): Clauses {
  const layers = readLayers(makeDocument({ id: 'case', text, language: 'ru' }), kit)
  const scene = new Scene(layers, findPhrases(layers))
  return new Clauses(scene, findQuotations(scene))
}

/** `kind tense, not, modality…, phase · subject: А, Б · object: В · с: Г`, what is not there left out. */
export function printPredicate(clauses: Clauses, predicate: Predicate): string {
  const { layers } = clauses
  const words = (list: readonly Argument[]): string =>
    list.map(({ phrase }) => textOf(layers, phrase.from, phrase.to)).join(', ')
  const marks = [
    `${predicate.kind}${predicate.passive ? ' passive' : ''}${predicate.tense === null ? '' : ` ${predicate.tense}`}`,
    ...(predicate.negated ? ['not'] : []),
    ...predicate.modalities,
    ...(predicate.phase === null ? [] : [predicate.phase]),
  ]
  const parts = [marks.join(', ')]
  if (predicate.subjects.length > 0) parts.push(`subject: ${words(predicate.subjects)}`)
  if (predicate.objects.length > 0) parts.push(`object: ${words(predicate.objects)}`)
  for (const preposition of [...new Set(predicate.governed.map(argument => argument.preposition))])
    parts.push(`${preposition}: ${words(predicate.governed.filter(argument => argument.preposition === preposition))}`)
  return parts.join(' · ')
}
