/** The two engines a record may stand on. */
export type EngineName = 'sqlite' | 'postgres'
