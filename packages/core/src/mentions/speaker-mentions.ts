/** Speakers of quotations whom no other rule describes: «полиция», «очевидцы», «один из участников», «пишет „Вестник“». */
import { type Layers, reading } from '../layers.ts'
import type { Quotation, SpeakerWords } from '../quotations/quotation.ts'
import { opensQuote } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK } from '../text/tokens.ts'
import { ADVB, ANIM, CASE, CONJ, GENDER, NUMBER, NUMR, PLUR, SING } from '../words/grammar.ts'
import { baseOfPhrase } from './base-form.ts'
import { compileDescriptions } from './descriptions.ts'
import { type Mention, makeMention } from './mention.ts'
import { scopeOf } from './scope.ts'

/** Adds a mention for each whose head no mention has yet. */
export function addSpeakers(layers: Layers, mentions: Mention[], quotations: readonly Quotation[]): void {
  const { bodies } = layers.pack.derive(compileDescriptions)
  const heads = new Set<number>()
  for (const mention of mentions) if (mention.form !== 'adjective') heads.add(mention.head)
  for (const { speaker } of quotations) {
    if (speaker === null || heads.has(speaker.head)) continue
    heads.add(speaker.head)
    const quoted = quotedSpeaker(layers, speaker)
    if (quoted !== null) {
      mentions.push(quoted)
      continue
    }
    const chosen = reading(layers, speaker.head)
    const body = bodies.match(layers.tokens.form, speaker.head, layers.tokens.count)
    const plural = (chosen.agr & PLUR) !== 0 && (chosen.agr & SING) === 0
    const kind =
      (chosen.pos & (CONJ | NUMR | ADVB)) !== 0
        ? 'group'
        : (body?.row.kind ?? ((chosen.agr & ANIM) === 0 ? 'organisation' : plural ? 'group' : 'person'))
    mentions.push(
      makeMention({
        from: speaker.from,
        to: speaker.to,
        head: speaker.head,
        form: 'title',
        kind,
        agr: chosen.agr & (CASE | NUMBER | GENDER),
        base: baseOfPhrase(layers, speaker.from, speaker.to, speaker.head),
        title: kind === 'person' ? { row: 'mentions/speaker', office: chosen.lemma, scope: ['any'] } : null,
        scope: scopeOf(layers, speaker.from, speaker.head + 1, speaker.to, speaker.head),
        rule: body?.row.row ?? 'mentions/speaker',
      }),
    )
  }
}

/** «пишет „Вестник“»: what speaks and is called by a quoted name alone is an organisation, named without the marks. */
function quotedSpeaker({ tokens }: Layers, { from, to, head }: SpeakerWords): Mention | null {
  if (head !== from + 1 || tokens.kind[from] !== KIND_MARK || !opensQuote(tokens.form[from])) return null
  let end = head + 1
  while (end < to && tokens.kind[end] !== KIND_MARK) end++
  if (end !== to - 1) return null
  let base = tokens.form[head].text
  for (let token = head + 1; token < end; token++)
    base += tokens.gap[token] === GAP_NONE ? tokens.form[token].text : ` ${tokens.form[token].text}`
  return makeMention({
    from: head,
    to: end,
    head,
    form: 'name',
    kind: 'organisation',
    agr: CASE | SING | GENDER,
    base,
    rule: 'mentions/quoted-speaker',
  })
}
