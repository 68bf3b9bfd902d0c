/** Latin letters without their accents: reports write «Ano» and «Cevik» for «Año» and «Çevik». */

/** Letters that Unicode does not take apart. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' }

/** A word in small letters, `й` and other letters that are no Latin ones left as they are. Words without accents come back as the same string. */
export function withoutAccents(lower: string): string {
  if (!hasAccents(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .replace(/[łøđı]\p{M}*/gu, letter => WHOLE[letter[0]])
    .normalize('NFC')
}

function hasAccents(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if ((code >= 0xc0 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00)) return true
  }
  return false
}
