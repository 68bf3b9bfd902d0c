/**
 * The matrix as one page that needs no network and no script: a table for each agreement, whose cells lead to the exact words further
 * down, and these to their source.
 *
 * Anchors: `r-<stipulation>` a row, `w-<stipulation>` its words, `c-<stipulation>.<n>` its nth claim.
 */
import {
  type Finding,
  type Matrix,
  type MatrixAgreement,
  type MatrixCell,
  type MatrixClaim,
  type MatrixRow,
  type MatrixVoice,
  STATUS_RULE,
} from '@parley/core'
import { nameIn, oneLine, type StatusWords, textIn } from '@parley/views'
import type { StatusDocument, StatusReport } from '../read-status.ts'
import { escapeHtml } from './escape-html.ts'
import { renderPage, sourceLink } from './page-frame.ts'
import { mark, markSprite } from './status-marks.ts'
import { describeDay } from './time-words.ts'

export function statusHtml(report: StatusReport, words: StatusWords): string {
  const views = report.matrices.map(matrix => new MatrixSection(report, matrix, words))
  const titles = report.matrices.map(({ dossier }) => textIn(dossier.titles, words.language))
  const { version, languages, dossier } = report.reader
  return renderPage({
    language: words.language,
    title: titles.length === 1 ? titles[0] : words.matrix,
    main: `${markSprite()}\n${views.map(view => view.render()).join('\n')}\n${rule(words)}`,
    foot: `Parley ${escapeHtml(version)} · <code>${escapeHtml(languages.slice(0, 12))}</code> · <code>${escapeHtml(dossier?.slice(0, 12) ?? '')}</code>`,
  })
}

/** The rule in its three parts; each finding of the page leads to the line that decided. */
function rule(words: StatusWords): string {
  const lines = STATUS_RULE.map(line => `<li id="rule-${ruleId(line.id)}">${escapeHtml(line.words)}</li>`)
  return `<section class="rule" aria-labelledby="h-rule"><h2 id="h-rule">${words.rule}</h2><ul>${lines.join('\n')}</ul></section>`
}

function ruleId(line: string): string {
  return line.replace('/', '-')
}

class MatrixSection {
  readonly #matrix: Matrix
  readonly #words: StatusWords
  readonly #documents: ReadonlyMap<string, StatusDocument>
  readonly #voices: readonly MatrixVoice[]
  readonly #report: StatusReport

  constructor(report: StatusReport, matrix: Matrix, words: StatusWords) {
    this.#report = report
    this.#matrix = matrix
    this.#words = words
    this.#documents = new Map(report.documents.map(document => [document.sha256, document]))
    const spoken = new Set(
      matrix.agreements.flatMap(({ rows }) => rows.flatMap(row => row.cells.map(one => one.voice))),
    )
    this.#voices = matrix.voices.filter(
      ({ id, standing }) => standing === 'party' || standing === 'guarantor' || spoken.has(id),
    )
  }

  render(): string {
    const { dossier, agreements } = this.#matrix
    const words = this.#words
    return `<h1>${escapeHtml(textIn(dossier.titles, words.language))}</h1>
<p class="facts">${this.#facts()}</p>
${agreements.map(agreement => this.#agreement(agreement)).join('\n')}
${this.#evidence()}`
  }

  #facts(): string {
    const { agreements, asOf, months, later } = this.#matrix
    const words = this.#words
    const claims = agreements.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.claims.length, 0), 0)
    const facts = [
      `${words.asOf} <time datetime="${asOf}">${describeDay(asOf)}</time>`,
      ...(months === null ? [] : [words.windowOf(months)]),
      words.documents(this.#report.documents.length),
      words.claims(claims),
      ...(later === 0 ? [] : [words.later(later)]),
    ]
    return `${facts.join(' <span aria-hidden="true">·</span> ')}. ${words.claimsNotFacts}`
  }

  #agreement({ id, titles, signed, rows }: MatrixAgreement): string {
    const words = this.#words
    const title = escapeHtml(textIn(titles, words.language))
    const heads = this.#voices.map(
      voice =>
        `<th scope="col" role="columnheader"><span class="standing">${words.standing[voice.standing]}</span> ${this.#voiceName(voice.id)}</th>`,
    )
    return `<section aria-labelledby="h-${escapeHtml(id)}"><h2 id="h-${escapeHtml(id)}">${title} <small>${words.signed} <time datetime="${escapeHtml(signed)}">${escapeHtml(describeDay(signed))}</time></small></h2>
<table class="mx" role="table"><caption class="vh">${title}: ${words.pointAndDuty}, ${words.findingColumn}, ${words.asOf} ${describeDay(this.#matrix.asOf)}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${words.pointAndDuty}</th><th scope="col" role="columnheader">${words.findingColumn}</th>${heads.join('')}</tr></thead>
<tbody role="rowgroup">
${rows.map(row => this.#row(row)).join('\n')}
</tbody></table></section>`
  }

  #row(row: MatrixRow): string {
    const words = this.#words
    const bearers = row.bearers.map(({ id, names }) => escapeHtml(nameIn(names, words.language, id))).join(', ')
    const was = row.dueFirst === null ? '' : ` <s><span class="vh">${words.was} </span>${day(row.dueFirst)}</s>`
    const due = row.continuing ? words.continuing : row.due === null ? '' : `${words.due} ${day(row.due)}${was}`
    const meta = [bearers, due].filter(part => part !== '').join(' <span aria-hidden="true">·</span> ')
    const cells = this.#voices.map(({ id }) => this.#cell(row, id))
    return `<tr role="row" id="r-${escapeHtml(row.id)}"><th scope="row" role="rowheader"><span class="no">${escapeHtml(numberOf(row))}</span> <span class="ti">${escapeHtml(textIn(row.titles, words.language))}</span> <span class="meta">${meta}</span></th>
<td role="cell" class="finding">${this.#finding(row)}</td>
${cells.join('\n')}</tr>`
  }

  #finding(row: MatrixRow): string {
    const words = this.#words
    const more = [
      row.voices === 0 ? words.noVoice : words.voices(row.voices),
      ...(row.general ? [words.generalOnly] : []),
      ...(row.undated > 0 ? [words.plusUndated(row.undated)] : []),
      ...(row.others.length > 0 ? [`+${words.plusOthers(row.others.length)}`] : []),
    ]
    const overdue = row.overdue ? ` <span class="flag">${mark('overdue')}${words.overdue}</span>` : ''
    const shown = `${this.#status(row.finding)}${overdue}`
    const found = row.claims.length === 0 ? shown : `<a href="#w-${escapeHtml(row.id)}">${shown}</a>`
    return `${found}<span class="more">${more.join(' <span aria-hidden="true">·</span> ')}</span>`
  }

  #cell(row: MatrixRow, voice: string): string {
    const words = this.#words
    const name = `<span class="voice" aria-hidden="true">${this.#voiceName(voice)}</span> `
    const cell = row.cells.find(one => one.voice === voice)
    if (cell === undefined)
      return `<td role="cell" class="silent"><span aria-hidden="true">·</span><span class="vh">${words.silent}</span></td>`
    return `<td role="cell">${name}${this.#says(row, cell)}</td>`
  }

  #says(row: MatrixRow, cell: MatrixCell): string {
    const words = this.#words
    const link = (at: number, inside: string): string => `<a href="#${claimId(row, at)}">${inside}</a>`
    const undated = cell.undated.map(at =>
      link(
        at,
        `${this.#status(row.claims[at].assertion)}<span aria-hidden="true">?</span> <span class="more">${words.undated}</span>`,
      ),
    )
    if (cell.said === null) return undated.join(' ')
    const shown = cell.sameDay ? cell.claims : cell.claims.slice(0, 1)
    const says = shown.map(at => {
      const status = this.#status(row.claims[at].assertion)
      const inside = cell.general
        ? `<span class="general"><span aria-hidden="true">[</span>${status}<span aria-hidden="true">]</span><span class="vh"> ${words.general}</span></span>`
        : status
      return link(at, inside)
    })
    const more = [
      ...(cell.sameDay ? [words.sameDay] : []),
      `<time datetime="${cell.said}">${describeDay(cell.said)}</time>`,
      ...(cell.undated.length > 0 ? [link(cell.undated[0], words.plusUndated(cell.undated.length))] : []),
    ]
    return `${says.join(' ')} <span class="more">${more.join(' <span aria-hidden="true">·</span> ')}</span>`
  }

  // The words

  #evidence(): string {
    const words = this.#words
    const { id } = this.#matrix.dossier
    const rows = this.#matrix.agreements.flatMap(agreement => agreement.rows).filter(({ claims }) => claims.length > 0)
    const heading = `<h2 id="h-words-${escapeHtml(id)}">${words.words}</h2>`
    const inside =
      rows.length === 0 ? `<p class="none">${words.nothingSaid}</p>` : rows.map(row => this.#rowWords(row)).join('\n')
    return `<section class="words" aria-labelledby="h-words-${escapeHtml(id)}">${heading}\n${inside}</section>`
  }

  #rowWords(row: MatrixRow): string {
    const words = this.#words
    const why = STATUS_RULE.find(({ id }) => id === row.line)?.words ?? row.line
    // Newest first: what stands now is read before what it replaced; the undated come last.
    const order = row.claims.map((_, at) => at).sort((a, b) => place(row.claims[a]) - place(row.claims[b]) || b - a)
    return `<section id="w-${escapeHtml(row.id)}" aria-labelledby="t-${escapeHtml(row.id)}"><h3 id="t-${escapeHtml(row.id)}"><span class="no">${escapeHtml(numberOf(row))}</span> ${escapeHtml(textIn(row.titles, words.language))} <a class="back" href="#r-${escapeHtml(row.id)}">${words.toMatrix}</a></h3>
<p class="why">${this.#status(row.finding)} <a href="#rule-${ruleId(row.line)}">${escapeHtml(why)}</a></p>
<ol class="claims">
${order.map(at => this.#claim(row, at)).join('\n')}
</ol></section>`
  }

  #claim(row: MatrixRow, at: number): string {
    const words = this.#words
    const claim = row.claims[at]
    const { claimant, evidence, said, general, voice } = claim
    const document = this.#documents.get(evidence.sha256)
    const lang = `lang="${escapeHtml(document?.language ?? 'und')}"`
    const stands = row.cells.some(({ claims, undated }) => claims.includes(at) || undated.includes(at))
    const tags = [
      ...(general ? [words.general] : []),
      ...(voice === null ? [words.notCounted] : stands ? [] : [words.superseded]),
    ]
    const who = claimant.name === null ? words.ownVoice : `<span ${lang}>${escapeHtml(oneLine(claimant.name))}</span>`
    const title = escapeHtml(oneLine(document?.title ?? evidence.document))
    const source = [
      sourceLink(document?.url ?? null, `<cite ${lang}>${title}</cite>`, evidence.quote),
      ...(document?.publisher == null ? [] : [`<span ${lang}>${escapeHtml(document.publisher)}</span>`]),
      `<code>${escapeHtml(evidence.document)}:${evidence.start}–${evidence.end}</code>`,
      `<code>${escapeHtml(claim.rule)}</code>`,
    ]
    return `<li id="${claimId(row, at)}"><p class="says">${this.#status(claim.assertion)} <b>${voice === null ? words.other : this.#voiceName(voice)}</b> ${said === null ? words.undated : `<time datetime="${said}">${describeDay(said)}</time>`}${tags.map(tag => ` <span class="tag">${tag}</span>`).join('')}</p>
<p class="by">${who}${this.#because(claim)}</p>
<blockquote ${lang}>${context(evidence.before, '…', '')}<mark>${escapeHtml(oneLine(evidence.quote))}</mark>${context(evidence.after, '', '…')}</blockquote>
<p class="meta">${source.join(' <span aria-hidden="true">·</span> ')}</p></li>`
  }

  /** By what the claimant is this voice. */
  #because({ claimant, voice }: MatrixClaim): string {
    const words = this.#words
    const { role, because } = claimant
    if (role === null)
      return voice === null
        ? `, ${words.because[because]}`
        : because === 'publisher'
          ? `, ${words.because[because]}`
          : ''
    const held = role.until === null ? `${words.since} ${day(role.since)}` : `${day(role.since)} – ${day(role.until)}`
    return `, <span class="role">${escapeHtml(role.office.replaceAll('-', ' '))} (${held})</span>`
  }

  #voiceName(id: string): string {
    if (id === 'press') return this.#words.press
    const voice = this.#matrix.voices.find(one => one.id === id)
    return escapeHtml(voice === undefined ? id : nameIn(voice.names, this.#words.language, id))
  }

  #status(finding: Finding): string {
    return `<span class="st ${finding}">${mark(finding)}<span>${this.#words.finding[finding]}</span></span>`
  }
}

function numberOf({ id }: MatrixRow): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function claimId({ id }: MatrixRow, at: number): string {
  return `c-${escapeHtml(id)}.${at + 1}`
}

function day(date: string): string {
  return `<time datetime="${escapeHtml(date)}">${escapeHtml(describeDay(date.slice(0, 10)))}</time>`
}

function place({ said }: MatrixClaim): number {
  return said === null ? 1 : -Number(said.replaceAll('-', ''))
}

function context(words: string, before: string, after: string): string {
  if (words === '') return ''
  const line = escapeHtml(words.replace(/\s+/g, ' '))
  // A paragraph that is cut says so.
  return `${before !== '' && words.length >= CUT ? before : ''}${line}${after !== '' && words.length >= CUT ? after : ''}`
}

/** Contexts as long as this were cut. */
const CUT = 195
