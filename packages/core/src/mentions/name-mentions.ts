/** Mentions by name: the names found before, with their base forms; acronyms that the document itself explains; names a dossier knows in small letters. */
import { acronymsOf } from '../coreference/acronym.ts'
import { knownAt, type Layers, reading } from '../layers.ts'
import type { NameSpan } from '../names/name-span.ts'
import { SHAPE_UPPER } from '../words/form.ts'
import { ANIM, CASE, GENDER, NOUN, NUMBER, PLUR, SING } from '../words/grammar.ts'
import { type Mention, makeMention } from './mention.ts'
import { agrOfName } from './name-agreement.ts'

/** The names of a document in their order: a name's index is that of its mention. */
export function namesAsMentions(layers: Layers): Mention[] {
  return layers.names.map((name, n) =>
    makeMention({
      from: name.from,
      to: name.to,
      head: name.from,
      form: 'name',
      kind: name.kind,
      agr: agrOfName(layers, n),
      name: n,
      base: baseOfName(layers, name),
      rule: name.rule,
    }),
  )
}

function baseOfName(layers: Layers, name: NameSpan): string {
  if (isAcronymName(layers, name)) return layers.tokens.form[name.from].text
  const known = name.kind === 'place' ? knownAt(layers, name.from, name.to) : null
  return known?.form === 'shared' ? known.base : withClosingMark(name.base)
}

/** A base form whose mark was left open is closed. */
function withClosingMark(base: string): string {
  if (base.includes('«') && !base.includes('»')) return `${base}»`
  if (!base.includes('"')) return base
  return (base.match(/"/g)?.length ?? 0) % 2 === 1 ? `${base}"` : base
}

/** Capital letters alone: they have no endings to take off. */
function isAcronymName({ tokens }: Layers, { from, to, kind }: NameSpan): boolean {
  return kind === 'organisation' && to === from + 1 && tokens.form[from].shape === SHAPE_UPPER
}

/** Capital letters that the document itself explains: «Агентство национальных дорог … АНД». */
export function addAcronyms(layers: Layers, mentions: Mention[]): void {
  const { tokens, names, nameOf } = layers
  const unnamed: number[] = []
  for (let token = 0; token < tokens.count; token++) {
    const form = tokens.form[token]
    if (form.shape === SHAPE_UPPER && form.text.length >= 3 && nameOf[token] < 0) unnamed.push(token)
  }
  if (unnamed.length === 0) return
  const known = new Set(names.filter(name => name.kind === 'organisation').flatMap(name => acronymsOf(name.base)))
  for (const token of unnamed) {
    const { text } = tokens.form[token]
    if (known.has(text))
      mentions.push(
        makeMention({
          from: token,
          to: token + 1,
          head: token,
          form: 'name',
          kind: 'organisation',
          agr: CASE | SING | GENDER,
          base: text,
          rule: 'mentions/acronym',
        }),
      )
  }
}

/** «трёхсторонняя рабочая группа», «линия соприкосновения»: what a dossier names in small letters. Its terms are things spoken of, not anyone. */
export function addKnown(layers: Layers, mentions: Mention[], described: Set<number>): void {
  for (const { from, to, kind, form, base } of layers.known) {
    if (kind === 'term' || kind === 'person' || form !== 'name') continue
    let head = from
    while (head < to && (reading(layers, head).pos & NOUN) === 0) head++
    if (head === to || layers.nameOf[from] >= 0 || described.has(head)) continue
    described.add(head)
    const { agr } = reading(layers, head)
    const isPlural = (agr & PLUR) !== 0 && (agr & SING) === 0
    mentions.push(
      makeMention({
        from,
        to,
        head,
        form: 'name',
        kind: kind === 'place' ? 'place' : isPlural && (agr & ANIM) !== 0 ? 'group' : 'organisation',
        agr: agr & (CASE | NUMBER | GENDER),
        base,
        rule: `dossier/${kind}`,
      }),
    )
  }
}
