/** Which scripts a spelling is written in, as bits. */

export const SCRIPT_CYRILLIC = 1
export const SCRIPT_LATIN = 2
export const SCRIPT_DIGIT = 4
export const SCRIPT_ARMENIAN = 8
/** Letters of any other script. */
export const SCRIPT_OTHER = 16

/** Scripts a language may be written in, by their ISO 15924 code. */
export const SCRIPT_OF_CODE: Readonly<Record<string, number>> = {
  Cyrl: SCRIPT_CYRILLIC,
  Latn: SCRIPT_LATIN,
  Armn: SCRIPT_ARMENIAN,
}

/** Script of a code unit that is a letter of these or a digit; 0 for all else. */
export function scriptOfUnit(code: number): number {
  if (code < 0x250) return belowGreek(code)
  if (code >= 0x400 && code < 0x530) return SCRIPT_CYRILLIC
  return code > 0x530 && code < 0x588 && isLetter(code) ? SCRIPT_ARMENIAN : 0
}

function belowGreek(code: number): number {
  if (code >= 0x30 && code <= 0x39) return SCRIPT_DIGIT
  const small = code | 0x20
  if (small >= 0x61 && small <= 0x7a) return SCRIPT_LATIN
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? SCRIPT_LATIN : 0
}

/** Union of what the characters of a spelling are. */
export function scriptsOf(spelling: string): number {
  let scripts = 0
  for (let i = 0; i < spelling.length; i++) {
    const code = spelling.charCodeAt(i)
    const script = scriptOfUnit(code)
    if (script !== 0) scripts |= script
    else if (code >= 0x250 && isLetter(spelling.codePointAt(i) as number)) scripts |= SCRIPT_OTHER
  }
  return scripts
}

const LETTER = /\p{L}/u

function isLetter(point: number): boolean {
  return LETTER.test(String.fromCodePoint(point))
}
