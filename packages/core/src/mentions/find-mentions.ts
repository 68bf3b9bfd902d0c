/**
 * Finding mentions: names; descriptions by office or role («глава правительства», «судья округа Иван Петров»); country
 * adjectives («российский»); groups («российские миротворцы»); pronouns. Who they refer to is not asked here.
 */

import type { Layers } from '../layers.ts'
import type { Quotation } from '../quotations/quotation.ts'
import { addApposed, addGroups } from './described-mentions.ts'
import type { Phrases } from './find-phrases.ts'
import type { Mention } from './mention.ts'
import { addAcronyms, addKnown, namesAsMentions } from './name-mentions.ts'
import { cutAtInnerTitles, giveToOuterTitles } from './nested-titles.ts'
import { addPronounsAndAdjectives } from './pronoun-mentions.ts'
import { addSpeakers } from './speaker-mentions.ts'
import { addTitles } from './title-mentions.ts'

/** All mentions of a document, sorted by first token, the longer first. */
export function findMentions(layers: Layers, phrases: Phrases, quotations: readonly Quotation[]): Mention[] {
  const mentions = namesAsMentions(layers)
  addAcronyms(layers, mentions)
  const described = new Set<number>()
  addTitles(layers, phrases, mentions, described)
  addApposed(layers, phrases, mentions, described)
  addGroups(layers, phrases, mentions, described)
  addKnown(layers, mentions, described)
  addPronounsAndAdjectives(layers, mentions)
  addSpeakers(layers, mentions, quotations)
  return cutAtInnerTitles(giveToOuterTitles(layers, sortMentions(mentions)))
}

/** Sorts by first token, the longer first; keeps `apposedTo` pointing at the same mentions. */
function sortMentions(mentions: Mention[]): Mention[] {
  const order = mentions
    .map((_, i) => i)
    .sort((a, b) => mentions[a].from - mentions[b].from || mentions[b].to - mentions[a].to || a - b)
  const moved = new Int32Array(mentions.length)
  order.forEach((old, now) => {
    moved[old] = now
  })
  return order.map(old => {
    const mention = mentions[old]
    return mention.apposedTo < 0 ? mention : { ...mention, apposedTo: moved[mention.apposedTo] }
  })
}
