/** The API described as OpenAPI 3.1, with what each route needs. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { ROUTE_NEEDS } from '../access/route-needs.ts'

const SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'parley',
    description: '`__Host-parley` over TLS; POST /api/v1/session gives it',
  },
  token: { type: 'http', scheme: 'bearer', description: '`parley token add` gives one' },
} as const

const REFUSALS = {
  401: { description: 'Not logged in, or a token that does not hold' },
  403: { description: 'May not, or another site asks' },
  429: { description: 'Too much at a time: `Retry-After` says when to ask again' },
} as const

export function addDescription(app: OpenAPIHono): void {
  for (const [name, scheme] of Object.entries(SCHEMES))
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme)
  app.get('/api/openapi.json', c => {
    const description = app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Parley', version: 'v1', description: 'A record of who said, met, agreed and promised what.' },
    })
    for (const [path, item] of Object.entries(description.paths ?? {}))
      for (const [method, operation] of Object.entries(item)) {
        const need = ROUTE_NEEDS[`${method.toUpperCase()} ${path.replace('/api/v1', '')}`]
        const rights = need === undefined || need.right === null ? [] : [need.right]
        operation.security = rights.length === 0 ? [{}] : [{ session: rights }, { token: rights }]
        operation.responses = { ...REFUSALS, ...operation.responses }
      }
    return c.json(description)
  })
}
