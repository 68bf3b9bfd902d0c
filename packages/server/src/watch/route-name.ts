/** `/api/v1/sources/:source`: a request by its route, so that nothing it asks for is named. */
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

export function routeName(c: Context): string {
  return (
    matchedRoutes(c).find(({ path }) => !path.includes('*'))?.path ?? (c.req.path.startsWith('/api/') ? 'none' : 'page')
  )
}
