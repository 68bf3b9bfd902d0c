/** One statement: who and when, the words large, where they stand, what claims in them say; its context and its citation on demand. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { CandidateInPlaceAnswer, StatementAnswer } from '../../api/contract.ts'
import { isSite } from '../../api/site.ts'
import { Status } from '../../marks/Status.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { SideLetters } from '../../sides/SideCode.tsx'
import type { Side } from '../../sides/use-sides.ts'
import { formatDay } from '../../words/dates.ts'
import { ReviewNote } from '../review/ReviewNote.tsx'
import { jsonCitation, plainCitation } from './citation.ts'
import { Found } from './Found.tsx'
import type { FacetNames } from './use-facet-names.ts'
import { WhoIsWho } from './WhoIsWho.tsx'

interface Props {
  readonly item: StatementAnswer
  readonly isOpen: boolean
  readonly nameOf: FacetNames
  readonly sides: readonly Side[]
  readonly onContext: () => void
  /** Says what was done, aloud too. */
  readonly onTold: (words: string) => void
}

export function Statement({ item, isOpen, nameOf, sides, onContext, onTold }: Props) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const office = item.office === null ? null : t(`office.${item.office}`, { defaultValue: item.office })
  const side = item.voice === null ? null : nameOf('side', item.voice, null)
  const points = [...new Map(item.points.map(point => [`${point.stipulation} ${point.assertion}`, point])).values()]
  const copy = (text: string, done: string) => {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => onTold(t(done)),
      () => onTold(t('statements.notCopied')),
    )
  }
  const address = () => `${location.origin}/source/${item.document}?i=q${item.index}`
  const cite = () =>
    plainCitation(item, address(), {
      said: day => t('statements.cite.said', { day: formatDay(day, language) }),
      published: day => t('statements.cite.published', { day: formatDay(day, language) }),
      characters: (places, hash) => t('statements.cite.characters', { places, hash }),
      undated: t('statements.cite.undated'),
      noSpeaker: t('found.noSpeaker'),
      office: [office, side].filter(part => part !== null).join(', ') || null,
      quoted: words => (item.language === 'ru' ? `«${words}»` : `“${words}”`),
    })
  return (
    <li
      className={isOpen ? 'statement open' : 'statement'}
      onKeyDown={event => {
        if (event.key === 'Escape' && isOpen) onContext()
      }}
    >
      <div>
        <time dateTime={item.said ?? undefined}>
          {item.said === null ? t('why.undated') : formatDay(item.said, language)}
        </time>
        <span className="statement-kind small mute">{t(`found.${item.kind}`)}</span>
      </div>
      <div>
        <p className="statement-by">
          <SideLetters side={sides.find(({ id }) => id === item.voice)} />
          <b lang={item.language ?? undefined}>{item.speaker ?? t('found.noSpeaker')}</b>{' '}
          <span className="soft">{[office, side].filter(part => part !== null).join(', ')}</span>
        </p>
        <blockquote className="evidence" lang={item.language ?? undefined}>
          <Found words={item.words} found={item.found} />
        </blockquote>
        <p className="facts">
          <Link to="/source/$id" params={{ id: item.document }} search={{ i: `q${item.index}` }}>
            {item.title}
          </Link>
          {item.publisher !== null && <span>{item.publisher}</span>}
          {points.map(({ stipulation, assertion }) => (
            <span key={`${stipulation} ${assertion}`} className="no-break">
              <b>{stipulation.slice(stipulation.lastIndexOf('/') + 1)}</b> <Status name={assertion} />
            </span>
          ))}
          {item.review.state !== 'open' && <ReviewNote review={item.review} />}
        </p>
        <p className="statement-tools">
          {!isSite && (
            <button type="button" className="link small" aria-expanded={isOpen} onClick={onContext}>
              {t('statements.context')}
            </button>
          )}
          <button type="button" className="link small" onClick={() => copy(cite(), 'statements.copied')}>
            {t('statements.copy')}
          </button>
          <button
            type="button"
            className="link small"
            onClick={() => copy(jsonCitation(item, address()), 'statements.copiedJson')}
          >
            {t('statements.copyJson')}
          </button>
        </p>
        {isOpen && <Context item={item} />}
        {isOpen && <WhoIsWho item={item} />}
      </div>
    </li>
  )
}

function Context({ item: { key, parts, language } }: { readonly item: StatementAnswer }) {
  const { t } = useTranslation()
  const context = useQuery({
    queryKey: ['candidate', key],
    queryFn: () => ask<CandidateInPlaceAnswer>('review/item', { key }),
  })
  if (context.error !== null) return <Failed reason={context.error.message} />
  if (context.data === undefined) return null
  const { start, text } = context.data.passage
  const pieces: React.ReactNode[] = []
  // Blank lines at the ends of a passage are no context.
  let at = text.length - text.trimStart().length
  for (const part of parts) {
    pieces.push(
      text.slice(at, part.start - start),
      <mark key={part.start}>{text.slice(part.start - start, part.end - start)}</mark>,
    )
    at = part.end - start
  }
  pieces.push(text.slice(at).trimEnd())
  return (
    <section className="statement-context" aria-label={t('statements.contextOf')}>
      <p className="evidence" lang={language ?? undefined}>
        {pieces}
      </p>
    </section>
  )
}
