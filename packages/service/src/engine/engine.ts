/**
 * The seam where work is handed out. Here it goes to threads of this process; on many machines a message system moves it, and nothing on either side of
 * the seam changes. The engine keeps nothing: what is still to do is asked of the record, and doing a thing twice is harmless.
 */

export interface Job<T = unknown> {
  /** Names the job in messages. */
  readonly id: string
  /** What kind of work it is, and so who takes it. */
  readonly group: string
  /** Plain data. */
  readonly body: T
}

export interface DeadJob {
  readonly job: Job
  /** Why nobody could do it, for people. */
  readonly reason: string
}

export interface Engine {
  /** Hands out work; waits while there is more than enough of it, so memory stays flat however much is put. */
  put(jobs: readonly Job[]): Promise<void>
  /**
   * Takes the jobs of a group, up to `max` at a time, until the engine is drained. What `handle` throws ends the taking and is thrown on.
   */
  take<T>(group: string, max: number, handle: (jobs: readonly Job<T>[]) => Promise<void>): Promise<void>
  /** Takes away the jobs of a group that could not be done: the worker threw, crashed, or went on for too long. */
  dead(group: string): readonly DeadJob[]
  /** Nothing more will be put: resolves when all jobs are taken and done. */
  drain(): Promise<void>
  /** Ends the workers, whatever they are at. */
  close(): Promise<void>
}

/** Waits while the takers are behind. `moved`: memory in the job that is handed over, not copied, and of no more use here. */
export type Emit = (job: Job, moved?: readonly ArrayBuffer[]) => Promise<void>
/** Work that goes on in a worker: results are jobs for others. */
export type Handler<T = unknown> = (body: T, emit: Emit) => Promise<void>
export type Handlers = Readonly<Record<string, Handler<never>>>
