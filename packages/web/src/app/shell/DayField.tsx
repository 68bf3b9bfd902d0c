/** A field for a day, written as ISO has it. */
import { useEffect, useState } from 'react'
import { isIsoDay } from '../words/dates.ts'

/** Takes a whole ISO day, or nothing; anything else stays in the field, marked. */
export function DayField({
  label,
  value,
  onDay,
}: {
  readonly label: string
  readonly value: string
  readonly onDay: (day: string | undefined) => void
}) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <input
      className="field date"
      inputMode="numeric"
      aria-label={label}
      placeholder="2021-11-26"
      value={typed}
      aria-invalid={typed !== '' && !isIsoDay(typed)}
      onChange={event => {
        setTyped(event.target.value)
        if (event.target.value === '') onDay(undefined)
        else if (isIsoDay(event.target.value)) onDay(event.target.value)
      }}
    />
  )
}
