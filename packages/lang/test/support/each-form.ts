/** Forms of the source dictionary with their lemmas, for comparing with the compiled one. */
import type { OpenCorpora } from '../../src/words/opencorpora.ts'
import { letterOf, PAYLOAD, readPayload } from '../../src/words/opencorpora.ts'

export interface DictionaryForm {
  readonly word: string
  readonly lemmas: readonly string[]
}

/** Every `step`-th form, in the dictionary's order. Patronymics and ordinals stand
 * there under other words and are left out. */
export function eachForm(source: OpenCorpora, step: number): DictionaryForm[] {
  const forms: DictionaryForm[] = []
  let count = 0
  const down = (node: number, word: string): void => {
    for (let byte = source.words.firstByte(node); byte !== 0; ) {
      const child = source.words.follow(node, byte)
      if (byte !== PAYLOAD) down(child, word + letterOf(byte))
      else if (count++ % step === 0) forms.push({ word, lemmas: lemmasOf(source, child, word) })
      byte = source.words.siblingByte(child)
    }
  }
  down(0, '')
  return forms
}

function lemmasOf(source: OpenCorpora, payload: number, word: string): string[] {
  const lemmas: string[] = []
  source.words.walk(payload, key => {
    const { paradigm, index } = readPayload(key)
    const numbers = source.paradigms[paradigm]
    const count = numbers.length / 3
    const affix = (form: number): [string, string] => [
      source.prefixes[numbers[2 * count + form]],
      source.suffixes[numbers[form]],
    ]
    const [prefix, suffix] = affix(index)
    const [firstPrefix, firstSuffix] = affix(0)
    if (/Patr|Anum/.test(source.tags[numbers[count + index]])) return
    lemmas.push(firstPrefix + word.slice(prefix.length, word.length - suffix.length) + firstSuffix)
  })
  return lemmas
}
