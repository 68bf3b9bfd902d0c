/** The door of the server: the record over HTTP, and the page. */
export { type AppOptions, makeApp } from './app.ts'
export { ListenError, type Listening, listen } from './listen.ts'
