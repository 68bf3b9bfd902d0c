/** A text and what is known of it -> its reading, kept up with changes. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchPackList } from './packs.ts'
import { PageReader, type Reading } from './page-reader.ts'

export interface Draft {
  readonly text: string
  /** ISO date or ''. */
  readonly published: string
  readonly language: string
}

export type ReadingState =
  | { readonly at: 'loading'; readonly languages: readonly string[] }
  | { readonly at: 'no-reader'; readonly reason: string }
  | { readonly at: 'empty'; readonly languages: readonly string[] }
  | { readonly at: 'failed'; readonly reason: string; readonly languages: readonly string[] }
  | { readonly at: 'read'; readonly reading: Reading; readonly languages: readonly string[] }

/** Milliseconds of rest before a changed text is read. */
const REST = 200

export function useReading({ text, published, language }: Draft): ReadingState {
  const packs = useQuery({ queryKey: ['packs'], queryFn: fetchPackList, staleTime: Number.POSITIVE_INFINITY })
  const languages = packs.data?.map(pack => pack.language) ?? []
  const reader = useQuery({
    queryKey: ['reader', languages.join()],
    queryFn: async () => {
      const reader = new PageReader((packs.data ?? []).map(({ file }) => `/packs/${file}`))
      await reader.ready
      return reader
    },
    enabled: packs.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [result, setResult] = useState<{ readonly reading: Reading } | { readonly reason: string } | null>(null)
  const ready = reader.data
  useEffect(() => {
    if (ready === undefined) return
    if (text.trim() === '') {
      setResult(null)
      return
    }
    const timer = setTimeout(() => {
      const fields = { id: 'pasted', text, language, ...(published === '' ? {} : { published }) }
      ready.read(fields).then(
        reading => reading !== null && setResult({ reading }),
        (error: Error) => setResult({ reason: error.message }),
      )
    }, REST)
    return () => clearTimeout(timer)
  }, [ready, text, published, language])

  const failure = packs.error ?? reader.error
  if (failure !== null) return { at: 'no-reader', reason: failure.message }
  if (ready === undefined) return { at: 'loading', languages }
  if (result === null) return { at: 'empty', languages }
  return 'reason' in result ? { at: 'failed', ...result, languages } : { at: 'read', ...result, languages }
}
