/** What the rules of events ask. */
import type { Clauses } from '../clauses/clauses.ts'
import type { Cast } from '../coreference/cast.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Participants } from './participants.ts'
import type { Timeline } from './place-and-time.ts'
import type { Elsewhere } from './politics.ts'

export interface EventScene {
  readonly scene: Scene
  readonly cast: Cast
  readonly clauses: Clauses
  readonly participants: Participants
  readonly timeline: Timeline
  readonly elsewhere: Elsewhere
}
