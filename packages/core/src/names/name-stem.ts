/**
 * The part of a name that its cases share, near enough: «Иванов», «Иванова», «Ивановым» are one. Rougher than the dictionary on
 * purpose: most names in the news stand in none, and two different names of one stem in one text are rare.
 */
const LONGEST_ENDING = 3
const SHORTEST_STEM = 3
const ENDINGS = new Set(
  'ами ями ого ему ому ыми ими ой ей ом ем ым им ых их ую ая ам ям ах ях а я у ю ы и е о ь й'.split(' '),
)

/** `folded`: lower case, ё as е. */
export function stemOfName(folded: string): string {
  for (let length = LONGEST_ENDING; length > 0; length--) {
    const stem = folded.length - length
    if (stem >= SHORTEST_STEM && ENDINGS.has(folded.slice(stem))) return folded.slice(0, stem)
  }
  return folded
}
