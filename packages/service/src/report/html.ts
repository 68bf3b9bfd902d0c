/**
 * One analysis as one page that needs no network and no script: the text with its quotations, names and times marked, and a
 * list by speaker, tied to the text by links both ways. The script only adds highlighting and keys.
 *
 * Anchors: `q3` quotation 3 in the text, `l-q3` its place in the list; `n2-5` fifth mention of the second entity, `l-n2` the
 * entity; `t4` a time, `l-t4` its row.
 */
import type { AnalysedQuotation, Analysis, Entity, ZoneKind } from '@parley/core'
import {
  countPronouns,
  describeEvent,
  ENTITY_KINDS,
  entitiesOfKind,
  groupBySpeaker,
  type Mark,
  type MarkedLine,
  markLines,
  oneLine,
  otherWordings,
  quotedWords,
  type SpeakerGroup,
  titleOf,
} from '@parley/views'
import { escapeHtml } from './escape-html.ts'
import type { InterfaceWords } from './interface-words.ts'
import { pageParts } from './page-parts.ts'
import { describeDay, describeTime } from './time-words.ts'

export function renderHtml(analysis: Analysis, words: InterfaceWords): string {
  return new Page(analysis, words).render()
}

/** Colours of voices; a document with more speakers begins again, for the name always stands beside the colour. */
const VOICES = 5

/** What one mark in the text is. */
type TextMark =
  | { readonly type: 'quotation'; readonly index: number; readonly part: number }
  | { readonly type: 'speaker' | 'cue'; readonly quotations: number[] }
  | { readonly type: 'name'; readonly entity: number; readonly mention: number }
  | { readonly type: 'time' | 'event'; readonly index: number }

// Of marks over the same words: a quotation holds the words that attribute it, these hold names, a name is the link itself.
const RANKS = { quotation: 0, speaker: 1, cue: 2, event: 3, time: 4, name: 5 } as const

class Page {
  readonly #analysis: Analysis
  readonly #words: InterfaceWords
  readonly #groups: SpeakerGroup[]
  /** Voice of each quotation, from 1. */
  readonly #voiceOf: number[] = []
  readonly #entityIndex: ReadonlyMap<string, number>
  /** Attribute of everything in the source's language. */
  readonly #lang: string

  constructor(analysis: Analysis, words: InterfaceWords) {
    this.#analysis = analysis
    this.#words = words
    this.#groups = groupBySpeaker(analysis)
    this.#groups.forEach((group, at) => {
      for (const index of group.quotations) this.#voiceOf[index] = (at % VOICES) + 1
    })
    this.#entityIndex = new Map(analysis.entities.map(({ id }, index) => [id, index]))
    this.#lang = `lang="${escapeHtml(analysis.document.language)}"`
  }

  render(): string {
    const { document, reader } = this.#analysis
    const words = this.#words
    const { style, script, policy } = pageParts()
    return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Parley ${escapeHtml(reader.version)}">
<title>${escapeHtml(titleOf(this.#analysis))} · Parley</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#findings">${words.skipToFindings}</a>
<header class="top">
${this.#facts()}
${this.#key()}
</header>
<main>
<article class="source" ${this.#lang}>
${this.#text()}
</article>
<div class="findings" id="findings" tabindex="-1">
${this.#quotations()}
${this.#events()}
${this.#names()}
${this.#times()}
</div>
</main>
<footer class="foot"><p>${words.readBy} ${escapeHtml(reader.version)} · ${words.languageData} <code>${escapeHtml(reader.languages.slice(0, 12))}</code> · SHA-256 <code>${escapeHtml(document.sha256)}</code></p></footer>
<script>${script}</script>
</body>
</html>
`
  }

  /** Where and when the text appeared. */
  #facts(): string {
    const { document } = this.#analysis
    const words = this.#words
    const facts = [
      document.publisher === null ? '' : `<b ${this.#lang}>${escapeHtml(document.publisher)}</b>`,
      document.published === null
        ? words.dateUnknown
        : `<time datetime="${escapeHtml(document.published)}">${escapeHtml(describeDay(document.published))}</time>`,
      isWebAddress(document.url)
        ? `<a href="${escapeHtml(document.url)}" rel="noreferrer">${escapeHtml(document.url)}</a>`
        : `<span class="id">${escapeHtml(document.id)}</span>`,
    ]
    return `<p class="facts"><span class="brand">Parley</span> ${facts.filter(fact => fact !== '').join(' <span aria-hidden="true">·</span> ')}</p>`
  }

  /** What the marks mean. */
  #key(): string {
    const { marks, quotationKind, speaker, cue, name, time, event } = this.#words
    const samples = [
      `<span class="q direct">${quotationKind.direct}</span>`,
      `<span class="q indirect">${quotationKind.indirect}</span>`,
      `<span class="speaker v1">${speaker}</span>`,
      `<span class="cue">${cue}</span>`,
      `<span class="name"><a href="#h-names">${name}</a></span>`,
      `<span class="time"><a href="#h-times">${time}</a></span>`,
      `<span class="event"><a href="#h-events">${event}</a></span>`,
    ]
    return `<ul class="key" aria-label="${marks}">${samples.map(sample => `<li>${sample}</li>`).join('')}</ul>`
  }

  // The text

  #text(): string {
    const { text, document } = this.#analysis
    const lines = markLines(text, this.#marks())
    const kinds = this.#zoneKinds(lines)
    let heading = kinds.indexOf('headline')
    if (heading < 0 && document.title !== null) {
      const title = oneLine(document.title)
      heading = lines.findIndex(line => oneLine(text.slice(line.start, line.end)) === title)
    }
    // A page has one heading of the first rank: the text's own headline, else what the document is called.
    const parts = heading >= 0 ? [] : [`<h1 class="given">${escapeHtml(document.title ?? document.id)}</h1>`]
    lines.forEach((line, at) => {
      const tag = at === heading ? 'h1' : 'p'
      const kind = kinds[at] === 'body' || at === heading ? '' : ` class="${kinds[at]}"`
      parts.push(`<${tag}${kind}>${this.#line(line)}</${tag}>`)
    })
    return parts.join('\n')
  }

  /** The zone that each line begins in. Lines and zones both run through the text. */
  #zoneKinds(lines: readonly MarkedLine<TextMark>[]): ZoneKind[] {
    const { zones } = this.#analysis
    let at = 0
    return lines.map(({ start }) => {
      while (at < zones.length && zones[at].end <= start) at++
      return at < zones.length && zones[at].start <= start ? zones[at].kind : 'body'
    })
  }

  #marks(): Mark<TextMark>[] {
    const { quotations, entities, times, events } = this.#analysis
    const marks: Mark<TextMark>[] = []
    const add = (span: { start: number; end: number }, value: TextMark): void => {
      marks.push({ start: span.start, end: span.end, value, rank: RANKS[value.type] })
    }
    // One speaker or cue may serve several quotations: one mark that names them all.
    const serving = new Map<string, number[]>()
    quotations.forEach((quotation, index) => {
      quotation.parts.forEach((part, at) => {
        add(part, { type: 'quotation', index, part: at })
      })
      for (const type of ['speaker', 'cue'] as const) {
        const span = quotation[type]
        if (span === null) continue
        const key = `${type} ${span.start} ${span.end}`
        const served = serving.get(key)
        if (served !== undefined) served.push(index)
        else {
          const indexes = [index]
          serving.set(key, indexes)
          add(span, { type, quotations: indexes })
        }
      }
    })
    entities.forEach((entity, index) => {
      entity.mentions.forEach((mention, at) => {
        add(mention, { type: 'name', entity: index, mention: at })
      })
    })
    times.forEach((time, index) => {
      add(time, { type: 'time', index })
    })
    events.forEach(({ trigger }, index) => {
      add(trigger, { type: 'event', index })
    })
    return marks
  }

  #line(line: MarkedLine<TextMark>): string {
    const written: string[] = []
    // Links must not nest, and names do: each run of words links to the innermost name or time that holds it.
    const links: string[] = []
    for (const event of line.events) {
      if (event.type === 'text') {
        const words = escapeHtml(this.#analysis.text.slice(event.start, event.end))
        const link = links.at(-1)
        written.push(link === undefined ? words : `<a href="#${link}">${words}</a>`)
        continue
      }
      const { value } = event
      if (event.type === 'open' && event.isFirst && value.type === 'quotation') {
        insertBeforeMarks(written, this.#numberLink(value.index))
      }
      written.push(event.type === 'close' ? '</span>' : this.#openTag(value, event.isFirst))
      if (value.type !== 'name' && value.type !== 'time') continue
      if (event.type === 'open') links.push(value.type === 'name' ? `l-n${value.entity + 1}` : `l-t${value.index + 1}`)
      else links.pop()
    }
    return written.join('')
  }

  #openTag(value: TextMark, isFirst: boolean): string {
    switch (value.type) {
      case 'quotation': {
        const { kind } = this.#analysis.quotations[value.index]
        const id = isFirst && value.part === 0 ? ` id="q${value.index + 1}"` : ''
        return `<span class="q ${kind}"${id} data-q="${value.index + 1}">`
      }
      case 'speaker':
      case 'cue': {
        const voice = value.type === 'speaker' ? ` v${this.#voiceOf[value.quotations[0]]}` : ''
        return `<span class="${value.type}${voice}" data-for="${value.quotations.map(index => index + 1).join(' ')}">`
      }
      case 'name':
        return `<span class="name"${isFirst ? ` id="n${value.entity + 1}-${value.mention + 1}"` : ''}>`
      case 'event':
        return `<span class="event"${isFirst ? ` id="v${value.index + 1}"` : ''}>`
      case 'time':
        return `<span class="time"${isFirst ? ` id="t${value.index + 1}"` : ''}>`
    }
  }

  /** The number before the words leads to the list; without colour and script it is what ties the two. */
  #numberLink(index: number): string {
    const number = index + 1
    const label = `${this.#words.quotationNumber(number)}: ${this.#words.toList}`
    return `<a class="no v${this.#voiceOf[index]}" href="#l-q${number}" aria-label="${escapeHtml(label)}">${number}</a>`
  }

  // The lists

  #quotations(): string {
    const words = this.#words
    const { quotations } = this.#analysis
    const groups = this.#groups.map((group, at) => this.#speaker(group, at)).join('\n')
    const hint = quotations.length === 0 ? '' : `<p class="keys"><kbd>J</kbd> <kbd>K</kbd> ${words.keys}</p>`
    return `<section aria-labelledby="h-quotations"><h2 id="h-quotations">${words.quotationsBySpeaker} ${figure(quotations.length)}</h2>
${hint}${quotations.length === 0 ? `<p class="none">${words.noQuotations}</p>` : groups}
</section>`
  }

  #speaker(group: SpeakerGroup, at: number): string {
    const words = this.#words
    const name = group.name === null ? words.noSpeaker : `<span ${this.#lang}>${escapeHtml(group.name)}</span>`
    const index = group.entity === null ? undefined : this.#entityIndex.get(group.entity.id)
    const heading = index === undefined ? name : `<a href="#l-n${index + 1}">${name}</a>`
    const items = group.quotations.map(quotation => this.#quotation(this.#analysis.quotations[quotation], quotation))
    return `<h3 class="voice v${(at % VOICES) + 1}">${heading} ${figure(group.quotations.length)}</h3>
<ol class="said">
${items.join('\n')}
</ol>`
  }

  #quotation(quotation: AnalysedQuotation, index: number): string {
    const words = this.#words
    const { text } = this.#analysis
    const number = index + 1
    const { cue } = quotation
    const facts = [
      words.quotationKind[quotation.kind],
      cue === null ? '' : `<q class="plain" ${this.#lang}>${escapeHtml(oneLine(text.slice(cue.start, cue.end)))}</q>`,
      quotation.act === null ? '' : escapeHtml(quotation.act),
      quotation.said === null ? '' : `${words.said} ${escapeHtml(describeDay(quotation.said))}`,
      `<span class="rule">${escapeHtml(quotation.rule)}</span>`,
    ]
    const label = `${words.quotationNumber(number)}: ${words.toText}`
    return `<li id="l-q${number}" data-q="${number}"><a class="no v${this.#voiceOf[index]}" href="#q${number}" aria-label="${escapeHtml(label)}">${number}</a>
<div><blockquote ${this.#lang}>${escapeHtml(oneLine(quotedWords(this.#analysis, quotation)))}</blockquote>
<p class="meta">${facts.filter(fact => fact !== '').join(' <span aria-hidden="true">·</span> ')}</p></div></li>`
  }

  #events(): string {
    const words = this.#words
    const { events } = this.#analysis
    const items = events.map((event, index) => {
      const { what, actors, recipients, facts, trigger } = describeEvent(this.#analysis, event, words, describeTime)
      const who = [actors, recipients].filter(list => list.length > 0).map(list => escapeHtml(list.join(', ')))
      const meta = [...facts.map(escapeHtml), `<span class="rule">${escapeHtml(event.rule)}</span>`]
      return `<li id="l-v${index + 1}"><span class="what">${escapeHtml(what)}</span> <span ${this.#lang}>${who.join(' → ')}</span>
<p class="meta"><a href="#v${index + 1}" ${this.#lang}>${escapeHtml(trigger)}</a> <span aria-hidden="true">·</span> ${meta.join(' <span aria-hidden="true">·</span> ')}</p></li>`
    })
    return `<section aria-labelledby="h-events"><h2 id="h-events">${words.whatHappened} ${figure(events.length)}</h2>
${events.length === 0 ? `<p class="none">${words.noEvents}</p>` : `<ol class="events">\n${items.join('\n')}\n</ol>`}
</section>`
  }

  #names(): string {
    const words = this.#words
    const { entities } = this.#analysis
    const lists = ENTITY_KINDS.map(kind => {
      const found = entitiesOfKind(this.#analysis, kind)
      if (found.length === 0) return ''
      return `<h3>${words.entityKinds[kind]} ${figure(found.length)}</h3>
<ul class="names">
${found.map(entity => this.#entity(entity)).join('\n')}
</ul>`
    })
    return `<section aria-labelledby="h-names"><h2 id="h-names">${words.whoIsNamed} ${figure(entities.length)}</h2>
${entities.length === 0 ? `<p class="none">${words.nobodyNamed}</p>` : lists.filter(list => list !== '').join('\n')}
</section>`
  }

  #entity(entity: Entity): string {
    const words = this.#words
    const number = (this.#entityIndex.get(entity.id) ?? 0) + 1
    const called = otherWordings(this.#analysis, entity).map(
      wording =>
        `<span ${this.#lang}>${escapeHtml(wording.words)}</span>${wording.count > 1 ? ` ×${wording.count}` : ''}`,
    )
    const pronouns = countPronouns(entity)
    if (pronouns > 0) called.push(words.pronouns(pronouns))
    const links = entity.mentions.map(
      (mention, at) =>
        `<a href="#n${number}-${at + 1}" title="${words.mentionForm[mention.form]} · ${escapeHtml(mention.rule)}">${at + 1}</a>`,
    )
    return `<li id="l-n${number}"><span class="who" ${this.#lang}>${escapeHtml(entity.name)}</span>${called.length === 0 ? '' : ` <span class="called">${called.join(', ')}</span>`}
<span class="places" role="group" aria-label="${words.mentions(links.length)}">${links.join(' ')}</span></li>`
  }

  #times(): string {
    const words = this.#words
    const { times, text } = this.#analysis
    const rows = times.map((time, index) => {
      const said = `<a href="#t${index + 1}" ${this.#lang}>${escapeHtml(oneLine(text.slice(time.start, time.end)))}</a>`
      const meaning =
        time.value === null
          ? `<span class="none">${words.notResolved}</span>`
          : `${escapeHtml(describeTime(time.value))}`
      const value = time.value === null ? '' : `<code>${escapeHtml(time.value)}</code>`
      return `<tr id="l-t${index + 1}"><td>${said}</td><td>${meaning}</td><td>${value}</td></tr>`
    })
    const table = `<table><thead><tr><th scope="col">${words.asSaid}</th><th scope="col">${words.meaning}</th><th scope="col">ISO</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`
    return `<section aria-labelledby="h-times"><h2 id="h-times">${words.times} ${figure(times.length)}</h2>
${times.length === 0 ? `<p class="none">${words.noTimes}</p>` : table}
</section>`
  }
}

/** Puts a link before the opening quotation marks that stand last, so that it does not come between them and their words. */
function insertBeforeMarks(written: string[], link: string): void {
  const last = written.at(-1) ?? ''
  const marks = /(?:[«„“‘‹]|&quot;|&#39;)+$/.exec(last)
  if (marks === null) written.push(link)
  else written.splice(-1, 1, last.slice(0, marks.index), link, marks[0])
}

function figure(count: number): string {
  return `<span class="figure">${count}</span>`
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url)
}
