/** Reading a treebank of Universal Dependencies (CoNLL-U): the columns that a tagger learns from. */
import { readFileSync } from 'node:fs'

export interface TreebankToken {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly feats: ReadonlyMap<string, string>
}

/** Sentences of a file; words that the treebank splits (1-2) and empty nodes (1.1) are left out. */
export function readTreebank(file: string): TreebankToken[][] {
  const sentences: TreebankToken[][] = []
  let sentence: TreebankToken[] = []
  for (const line of readFileSync(file, 'utf8').normalize('NFC').split('\n')) {
    if (line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells.length < 6) {
      if (sentence.length > 0) sentences.push(sentence)
      sentence = []
    } else if (/^\d+$/.test(cells[0])) {
      const feats = new Map(
        cells[5] === '_' ? [] : cells[5].split('|').map(pair => pair.split('=') as [string, string]),
      )
      sentence.push({ form: cells[1], lemma: cells[2], upos: cells[3], feats })
    }
  }
  if (sentence.length > 0) sentences.push(sentence)
  return sentences
}
