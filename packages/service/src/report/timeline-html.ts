/** The timeline as one page that needs no network and no script: a table of days, each item with its words and a link to their source. */
import type { TimelineEvent, TimelineItem, TimelineName, TimelineStatement } from '@parley/core'
import { oneLine, type StatusWords } from '@parley/views'
import type { StatusDocument } from '../read-status.ts'
import type { TimelineReport } from '../read-timeline.ts'
import { escapeHtml } from './escape-html.ts'
import { renderPage, sourceLink } from './page-frame.ts'
import { mark, markSprite } from './status-marks.ts'
import { describeDay, describeTime } from './time-words.ts'

export function timelineHtml(report: TimelineReport, words: StatusWords): string {
  return new TimelinePage(report, words).render()
}

class TimelinePage {
  readonly #report: TimelineReport
  readonly #words: StatusWords
  readonly #documents: ReadonlyMap<string, StatusDocument>

  constructor(report: TimelineReport, words: StatusWords) {
    this.#report = report
    this.#words = words
    this.#documents = new Map(report.documents.map(document => [document.sha256, document]))
  }

  render(): string {
    const { items, documents, reader } = this.#report
    const words = this.#words
    const events = items.filter(({ kind }) => kind === 'event').length
    const facts = [words.documents(documents.length), words.events(events), words.statements(items.length - events)]
    const heads = [words.when, words.what, words.who, words.words, words.source]
    const table = `<table class="tl" role="table"><caption class="vh">${words.timeline}</caption>
<thead role="rowgroup"><tr role="row">${heads.map(head => `<th scope="col" role="columnheader">${head}</th>`).join('')}</tr></thead>
<tbody role="rowgroup">
${items.map(item => this.#row(item)).join('\n')}
</tbody></table>`
    return renderPage({
      language: words.language,
      title: words.timeline,
      main: `${markSprite()}
<h1>${words.timeline}</h1>
<p class="facts">${facts.join(' <span aria-hidden="true">·</span> ')}</p>
${items.length === 0 ? `<p class="none">${words.noItems}</p>` : table}`,
      foot: `Parley ${escapeHtml(reader.version)} · <code>${escapeHtml(reader.languages.slice(0, 12))}</code>`,
    })
  }

  #row(item: TimelineItem): string {
    const words = this.#words
    const { time, first, reported, evidence } = item
    const when =
      time === null || first === null
        ? words.dateUnknown
        : `<time datetime="${escapeHtml(first)}">${escapeHtml(describeTime(time))}</time>`
    const late =
      reported === null || reported === time?.slice(0, 10)
        ? ''
        : `<span class="more">${words.reported} ${describeDay(reported)}</span>`
    const document = this.#documents.get(evidence[0].sha256)
    const lang = `lang="${escapeHtml(document?.language ?? 'und')}"`
    const name = `<cite ${lang}>${escapeHtml(oneLine(document?.title ?? evidence[0].document))}</cite>`
    const place = `${evidence[0].document}:${evidence[0].start}–${evidence[evidence.length - 1].end}`
    return `<tr role="row"><th scope="row" role="rowheader">${when} ${late}</th>
<td role="cell">${item.kind === 'event' ? this.#event(item) : this.#statement(item)}</td>
<td role="cell" ${lang}>${this.#who(item)}</td>
<td role="cell" class="said"><blockquote ${lang}>${quoteOf(item)}</blockquote></td>
<td role="cell" class="meta">${sourceLink(document?.url ?? null, name, evidence[0].quote)} <code>${escapeHtml(place)}</code></td></tr>`
  }

  #event({ type, mode, status, background, stipulations }: TimelineEvent): string {
    const words = this.#words
    const more = [
      ...(status === 'occurred' ? [] : [words.eventStatus[status]]),
      ...(background ? [words.background] : []),
      ...stipulations.map(escapeHtml),
    ]
    const named = escapeHtml(mode === null ? type : `${type}/${mode}`)
    return `<span class="st">${mark(`event-${background ? 'background' : status}`)}<span>${named}</span></span> <span class="more">${more.join(' · ')}</span>`
  }

  #statement({ act, stipulations }: TimelineStatement): string {
    const words = this.#words
    return `<span class="st">${mark('statement')}<span>${escapeHtml(act ?? words.statement)}</span></span> <span class="more">${stipulations.map(escapeHtml).join(' · ')}</span>`
  }

  #who(item: TimelineItem): string {
    const words = this.#words
    if (item.kind === 'statement')
      return item.speaker === null
        ? `<span class="none">${words.noSpeaker}</span>`
        : escapeHtml(oneLine(item.speaker.name))
    const lists = [list(item.actors), list(item.recipients)].filter(part => part !== '').join(' → ')
    const more = [
      ...(item.place === null ? [] : [escapeHtml(item.place.name)]),
      ...(item.toldBy === null
        ? []
        : [`<span lang="${words.language}">${words.toldBy}</span> ${escapeHtml(item.toldBy.name)}`]),
    ]
    return `${lists} <span class="more">${more.join(' · ')}</span>`
  }
}

function list(names: readonly TimelineName[]): string {
  return names.map(({ name }) => escapeHtml(oneLine(name))).join(', ')
}

/** A trigger is one word: it stands in its sentence's place. */
function quoteOf({ kind, evidence }: TimelineItem): string {
  if (kind === 'statement') return evidence.map(({ quote }) => `<mark>${escapeHtml(oneLine(quote))}</mark>`).join(' … ')
  const [{ before, quote, after }] = evidence
  return `${escapeHtml(before.slice(-CONTEXT))}<mark>${escapeHtml(quote)}</mark>${escapeHtml(after.slice(0, CONTEXT))}`
}

const CONTEXT = 120
