/** What routes are made of. */
import { readPlace } from '../shelf/cursor.ts'
import { problem, z } from './schemas.ts'

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
export const withBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})
export const notFound = json(problem, 'There is no such thing')
export const badRequest = json(problem, 'The question is not one')
export const place = z
  .string()
  .refine(word => readPlace(word) !== null, 'no place in a list')
  .transform(word => readPlace(word))
  .optional()
  .openapi({ description: '`next` of the page before' })
