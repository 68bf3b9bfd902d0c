/** What the record holds, in a few figures. */
import type { RecordFacts } from '../api/schemas.ts'
import { nameFacts } from './names.ts'
import type { Shelf } from './shelf.ts'

export async function recordFacts({ name, record, kit }: Shelf): Promise<RecordFacts> {
  const { count, newest } = await record.db
    .selectFrom('documents')
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('published').as('newest')])
    .executeTakeFirstOrThrow()
  return {
    name,
    documents: Number(count),
    newest: newest === null ? null : newest.slice(0, 10),
    dossiers: kit.dossiers.map(({ id, titles, agreements, parties, places }) => ({
      id,
      titles,
      agreements: agreements.map(agreement => ({ id: agreement.id, titles: agreement.titles })),
      parties: parties.map(({ id, standing, country, names }) => ({
        id,
        standing,
        country,
        names: names.map(nameFacts),
      })),
      nameLanguages: [...new Set(places.flatMap(({ names }) => names.map(({ lang }) => lang)))].sort(),
    })),
    languages: [...kit.packs.keys()].sort(),
  }
}
