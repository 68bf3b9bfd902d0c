/** Text -> HTML text or attribute value. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']|[^\P{Cc}\t\n]/gu, character => ENTITIES[character] ?? '\ufffd')
}
