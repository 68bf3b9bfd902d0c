/** Planned meetings that reports speak of, and due dates of the dossiers' stipulations, as a calendar of whole days (RFC 5545). */
import { dueOn, lastDayOf } from '@parley/core'
import { eventKey, groupHappenings, listDecisions } from '@parley/record'
import { type ExportSource, eventsOf } from './source.ts'

interface Entry {
  readonly uid: string
  readonly day: string
  readonly summary: string
  readonly description: string
  readonly url: string | null
  readonly location: string | null
}

/** `at`: ISO instant of the export. */
export async function* writeCalendar(source: ExportSource, at: string): AsyncGenerator<string> {
  yield* lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Parley//Parley 0.1//EN', 'CALSCALE:GREGORIAN')
  const stamp = at.replace(/[-:]/g, '').replace(/\.\d+/, '')
  for (const entry of [...(await plannedMeetings(source)), ...dueDates(source, at.slice(0, 10))]) {
    const { uid, day, summary, description, url, location } = entry
    yield* lines('BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`)
    yield* lines(`SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`)
    if (location !== null) yield* lines(`LOCATION:${escaped(location)}`)
    if (url !== null && /^https?:/.test(url)) yield* lines(`URL:${url.replace(/\s/g, '')}`)
    yield* lines('TRANSP:TRANSPARENT', 'END:VEVENT')
  }
  yield* lines('END:VCALENDAR')
}

async function plannedMeetings(source: ExportSource): Promise<Entry[]> {
  const planned = []
  for await (const event of eventsOf({ ...source, events: { ...source.events, status: 'planned' } }))
    if (event.type === 'CONSULT' && event.time !== null && /^\d{4}-\d{2}-\d{2}/.test(event.time)) planned.push(event)
  const happenings = groupHappenings(planned, await listDecisions(source.record.db))
  return happenings.map(({ events, sources }) => {
    const [first] = events
    const who = [first.actors, first.recipients].flatMap(json => JSON.parse(json) as { name: string }[])
    return {
      uid: `${eventKey(first)}@parley`,
      day: first.time!.slice(0, 10),
      summary: `${first.words}: ${who.map(({ name }) => name).join(', ')}`,
      description: `As reported by ${sources} ${sources === 1 ? 'source' : 'sources'}: ${events.map(({ publisher, name }) => publisher ?? name).join(', ')}`,
      url: first.url,
      location: first.place,
    }
  })
}

/** The date in force on the day of the export; the last day of a month or year where no day was agreed. */
function dueDates({ dossiers }: ExportSource, today: string): Entry[] {
  return dossiers.flatMap(({ agreements }) =>
    agreements.flatMap(agreement =>
      agreement.provisions.flatMap(provision =>
        provision.stipulations.flatMap(stipulation => {
          const due = dueOn(stipulation, today)
          if (due === null) return []
          const title = stipulation.titles.en ?? Object.values(stipulation.titles)[0] ?? stipulation.id
          return [
            {
              uid: `${stipulation.id}/due@parley`,
              day: lastDayOf(due),
              summary: `Due: ${title}`,
              description: `${stipulation.id}, point ${provision.id}`,
              url: null,
              location: null,
            },
          ]
        }),
      ),
    ),
  )
}

function escaped(words: string): string {
  return words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n|\r/g, '\\n')
}

const LONGEST = 75

/** Lines of at most 75 bytes, folded with a space, never inside a character. */
function* lines(...all: readonly string[]): Generator<string> {
  for (const line of all) {
    let folded = ''
    let bytes = 0
    for (const character of line) {
      const size = Buffer.byteLength(character)
      if (bytes + size > LONGEST) {
        folded += '\r\n '
        bytes = 1
      }
      folded += character
      bytes += size
    }
    yield `${folded}\r\n`
  }
}
