/** A page that leads to the reports of several documents. */
import type { Analysis } from '@parley/core'
import { groupBySpeaker, titleOf } from '@parley/views'
import { escapeHtml } from './escape-html.ts'
import type { InterfaceWords } from './interface-words.ts'
import { pageParts } from './page-parts.ts'
import { describeDay } from './time-words.ts'

export interface ContentsEntry {
  /** Address of the report, relative to this page. */
  readonly href: string
  readonly analysis: Analysis
}

/** `heading`: what the documents have in common, in the interface's language. */
export function renderContents(heading: string, entries: readonly ContentsEntry[], words: InterfaceWords): string {
  const { style, policy } = pageParts()
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading)} · Parley</title>
<style>${style}</style>
</head>
<body>
<header class="top"><p class="facts"><span class="brand">Parley</span></p></header>
<main class="contents">
<h1>${escapeHtml(heading)}</h1>
<table>
<thead><tr><th scope="col">${words.report}</th><th scope="col">${words.dayOfPublication}</th><th scope="col">${words.quotationsColumn}</th><th scope="col">${words.speakers}</th></tr></thead>
<tbody>
${entries.map(entry => renderRow(entry)).join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`
}

function renderRow({ href, analysis }: ContentsEntry): string {
  const { document, quotations } = analysis
  const lang = `lang="${escapeHtml(document.language)}"`
  const title = escapeHtml(titleOf(analysis))
  const publisher = document.publisher === null ? '' : `<br><small>${escapeHtml(document.publisher)}</small>`
  const published = document.published === null ? '' : escapeHtml(describeDay(document.published))
  const speakers = groupBySpeaker(analysis).flatMap(({ name }) => (name === null ? [] : [escapeHtml(name)]))
  return `<tr><td ${lang}><a href="${escapeHtml(href)}">${title}</a>${publisher}</td><td>${published}</td><td>${quotations.length}</td><td ${lang}>${speakers.join(', ')}</td></tr>`
}
