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
/** What one parameter may be given with, at most. */
const MOST_VALUES = 40
/** One value, or the parameter given again for each. */
export const anyOf = <Value extends z.ZodType<string>>(value: Value) =>
  z
    .union([value, z.array(value).max(MOST_VALUES)])
    .transform((given): z.output<Value>[] => (Array.isArray(given) ? given : [given]) as z.output<Value>[])
    .optional()

/** Without the names that were not asked with. */
export function present<Values extends object>(given: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)) as never
}

export const place = z
  .string()
  .refine(word => readPlace(word) !== null, 'no place in a list')
  .transform(word => readPlace(word))
  .optional()
  .openapi({ description: '`next` of the page before' })
