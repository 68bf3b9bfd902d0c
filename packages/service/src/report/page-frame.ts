/** The frame of a page that puts many documents together: no network, no script, one `main`. */
import { READER_VERSION } from '@parley/core'
import { escapeHtml } from './escape-html.ts'
import { pageParts } from './page-parts.ts'

export interface PageFrame {
  /** BCP 47 code of the interface. */
  readonly language: string
  readonly title: string
  /** HTML of `main`, and of the foot. */
  readonly main: string
  readonly foot: string
}

export function renderPage({ language, title, main, foot }: PageFrame): string {
  const { style, policy } = pageParts(['status.css'], null)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Parley ${READER_VERSION}">
<title>${escapeHtml(title)} · Parley</title>
<style>${style}</style>
</head>
<body>
<main class="many">
${main}
</main>
<footer class="foot"><p>${foot}</p></footer>
</body>
</html>
`
}

/** Where words stand in their source: a link to them on the page they came from, as far as it has an address and browsers find words. */
export function sourceLink(url: string | null, label: string, quote: string): string {
  if (url === null || !/^https?:\/\//i.test(url)) return label
  const fragment = url.includes('#') ? '' : `#:~:text=${textFragment(quote)}`
  return `<a href="${escapeHtml(url + fragment)}" rel="noreferrer">${label}</a>`
}

/** Many words are named by their first and last: https://wicg.github.io/scroll-to-text-fragment/ */
function textFragment(quote: string): string {
  const encode = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D')
  const words = quote.toWellFormed().trim().split(/\s+/)
  if (words.length <= 8) return encode(words.join(' '))
  return `${encode(words.slice(0, 4).join(' '))},${encode(words.slice(-4).join(' '))}`
}
