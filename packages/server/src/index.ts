/** The door of the server: the record over HTTP, and the page. */

export { proxiesOf } from './access/connection.ts'
export type { Access } from './access/recognise.ts'
export type { Importing } from './api/import-routes.ts'
export { type AppOptions, makeApp } from './app.ts'
export { ImportRunner, type RunnerOptions } from './imports/import-runner.ts'
export { UPLOAD_LIMITS, type UploadLimits } from './imports/receive-files.ts'
export { isLoopback, ListenError, type Listening, listen, type Place } from './listen.ts'
export { exportSite, SiteError, type SiteOptions } from './site/export-site.ts'
export { LOG_LEVELS, type Log, type LogLevel, makeLog } from './watch/log.ts'
