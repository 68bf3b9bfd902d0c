/** An archived page without anything that acts, loads or leads away: what is left are its words, headings, lists and tables. */

/** Loaded when the first page is shown: DOMPurify, which browsers' own people try to break. */
export async function cleanPage(html: string): Promise<string> {
  const { default: purifier } = await import('dompurify')
  return purifier.sanitize(html, {
    WHOLE_DOCUMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'link', 'meta', 'base', 'form', 'input', 'button', 'select', 'textarea', ...LOADING],
    FORBID_ATTR: ['style', 'href', 'src', 'srcset', 'poster', 'background', 'action', 'ping', 'id', 'name', 'target'],
    ALLOW_DATA_ATTR: false,
  })
}

const LOADING = [
  'img',
  'picture',
  'source',
  'video',
  'audio',
  'track',
  'iframe',
  'frame',
  'object',
  'embed',
  'svg',
  'math',
]
