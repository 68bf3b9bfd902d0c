/**
 * The inflection tables of a language while it is compiled: paradigms over shared suffixes and tags. Starts as the
 * dictionary's own tables and grows by those that name tables ask for.
 */
import { OVERLAY } from '@parley/core/grammar'
import { readTag, type Tag } from './grammemes.ts'

export interface ParadigmForm {
  /** Index into `suffixes`, `tags`, `prefixes`. */
  readonly suffix: number
  readonly tag: number
  readonly prefix: number
}

/** The tables a dictionary brings along; a paradigm: suffix ids, then tag ids, then prefix ids, one of each a form. */
export interface ParadigmTables {
  readonly paradigms: readonly Uint16Array[]
  readonly suffixes: readonly string[]
  readonly prefixes: readonly string[]
  readonly tags: readonly string[]
}

export class Paradigms {
  readonly suffixes: string[]
  readonly prefixes: readonly string[]
  readonly tags: Tag[]
  /** The dictionary's own text of each of its tags; tags made later have none. */
  readonly tagTexts: readonly string[]
  readonly #paradigms: (readonly ParadigmForm[])[]
  readonly #suffixIds: Map<string, number>
  readonly #tagIds = new Map<string, number>()
  readonly #overlays = new Map<number, number>()

  constructor(source: ParadigmTables, unknown: (grammeme: string) => void) {
    this.suffixes = [...source.suffixes]
    this.prefixes = source.prefixes
    this.tagTexts = source.tags
    this.tags = source.tags.map(text => readTag(text, unknown))
    this.#suffixIds = new Map(this.suffixes.map((suffix, id) => [suffix, id]))
    this.#paradigms = source.paradigms.map(numbers => {
      const n = numbers.length / 3
      return Array.from({ length: n }, (_, i) => ({
        suffix: numbers[i],
        tag: numbers[n + i],
        prefix: numbers[2 * n + i],
      }))
    })
  }

  get count(): number {
    return this.#paradigms.length
  }

  forms(paradigm: number): readonly ParadigmForm[] {
    return this.#paradigms[paradigm]
  }

  /** Id of a paradigm like this one whose words are marked as coming from the pack's own tables. */
  overlayOf(paradigm: number): number {
    let id = this.#overlays.get(paradigm)
    if (id === undefined) {
      id = this.add(
        this.#paradigms[paradigm].map(form => {
          const tag = this.tags[form.tag]
          return { ...form, tag: this.tag({ ...tag, lex: tag.lex | OVERLAY }) }
        }),
      )
      this.#overlays.set(paradigm, id)
    }
    return id
  }

  add(forms: readonly ParadigmForm[]): number {
    this.#paradigms.push(forms)
    return this.#paradigms.length - 1
  }

  suffix(text: string): number {
    let id = this.#suffixIds.get(text)
    if (id === undefined) {
      id = this.suffixes.length
      this.suffixes.push(text)
      this.#suffixIds.set(text, id)
    }
    return id
  }

  tag(tag: Tag): number {
    const key = `${tag.pos} ${tag.agr} ${tag.lex} ${tag.secondary} ${tag.prior}`
    let id = this.#tagIds.get(key)
    if (id === undefined) {
      id = this.tags.length
      this.tags.push(tag)
      this.#tagIds.set(key, id)
    }
    return id
  }

  /** The spelling of a form of a word. */
  spell(stem: string, paradigm: number, index: number): string {
    const form = this.#paradigms[paradigm][index]
    return this.prefixes[form.prefix] + stem + this.suffixes[form.suffix]
  }

  /** What stands between prefix and suffix of a form; null when the spelling is not of that shape. */
  stem(spelling: string, paradigm: number, index: number): string | null {
    const form = this.#paradigms[paradigm][index]
    const prefix = this.prefixes[form.prefix]
    const suffix = this.suffixes[form.suffix]
    if (spelling.length < prefix.length + suffix.length) return null
    if (!spelling.startsWith(prefix) || !spelling.endsWith(suffix)) return null
    return spelling.slice(prefix.length, spelling.length - suffix.length)
  }
}
