/** Titles inside titles: whose the name is, and where the outer one ends. */
import type { Layers } from '../layers.ts'
import { ACCS, CASE, GENT, MASC, PLUR } from '../words/grammar.ts'
import { compileDescriptions } from './descriptions.ts'
import type { Mention } from './mention.ts'

/** «речь помощника президента Ивана Петрова»: where all stand in one case the name is his who speaks for another, not the other's. */
export function giveToOuterTitles(layers: Layers, mentions: readonly Mention[]): readonly Mention[] {
  const { offices } = layers.pack.derive(compileDescriptions)
  const given = [...mentions]
  for (let m = 1; m < mentions.length; m++) {
    const inner = given[m]
    const outer = given[m - 1]
    if (inner.form !== 'title' || inner.apposedTo < 0 || outer.form !== 'title' || outer.title === null) continue
    const office = offices.get(outer.title.office)
    if (office?.speaks !== true || office.one || outer.head >= inner.from || outer.to < inner.from) continue
    if ((asGenitive(outer.agr) & inner.agr & mentions[inner.apposedTo].agr & CASE) === 0) continue
    given[m - 1] = { ...outer, apposedTo: inner.apposedTo }
    given[m] = { ...inner, apposedTo: -1 }
  }
  return given
}

/** «сослался на помощника президента»: of men and of people the accusative looks as the genitive does. */
function asGenitive(agr: number): number {
  return (agr & ACCS) !== 0 && (agr & (MASC | PLUR)) !== 0 ? agr | GENT : agr
}

/** «пресс-секретарь губернатора»: the governor is somebody else, so the first description ends before the second. */
export function cutAtInnerTitles(mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, m) => {
    if (mention.form !== 'title' || mention.kind !== 'person') return mention
    for (let i = m + 1; i < mentions.length && mentions[i].from < mention.to; i++) {
      const inner = mentions[i]
      if (inner.form === 'title' && inner.kind === 'person' && inner.head > mention.head && inner.from > mention.head)
        return { ...mention, to: inner.from }
    }
    return mention
  })
}
