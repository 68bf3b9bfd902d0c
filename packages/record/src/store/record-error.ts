/** The record cannot be opened or written: no record there, no server, a disk that is full. The message says what and where, in one clause. */
export class RecordError extends Error {}
