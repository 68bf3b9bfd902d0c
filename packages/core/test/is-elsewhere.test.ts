import { makeDocument, readDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import { expect, test } from 'vitest'

const kit = loadKit({ dossiers: ['karabakh-2020'] })
const REST = ' Встреча длилась два часа, и после неё участники ответили на вопросы журналистов.'.repeat(8)

function claims(text: string): string[] {
  const document = makeDocument({ id: 'x', text, language: 'ru', published: '2021-03-15' })
  return readDocument(document, kit).claims.map(claim => `${claim.stipulation} ${claim.assertion}`)
}

test.each<readonly [why: string, text: string, expected: readonly string[]]>([
  [
    'a party is named',
    `Режим прекращения огня соблюдается, сообщил Ереван. Анна Хольм прибыла в Осло из Норвегии.${REST}`,
    ['karabakh-2020/1a fulfilled'],
  ],
  [
    'others are named and nobody of ours',
    `Режим прекращения огня соблюдается. Анна Хольм прибыла в Осло из Норвегии.${REST}`,
    [],
  ],
  [
    'a guarantor alone is named',
    `Режим прекращения огня соблюдается, заявила Москва. Анна Хольм прибыла в Осло из Норвегии.${REST}`,
    [],
  ],
  ['nobody is named', `Режим прекращения огня соблюдается.${REST}`, ['karabakh-2020/1a fulfilled']],
  [
    'a passage',
    'Режим прекращения огня соблюдается. Анна Хольм прибыла в Осло из Норвегии.',
    ['karabakh-2020/1a fulfilled'],
  ],
])('claims of a document in which %s', (_, text, expected) => expect(claims(text)).toEqual(expected))
