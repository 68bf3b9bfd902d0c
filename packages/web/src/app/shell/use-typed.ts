/** A field that follows the address, and is written there once the keys rest. What is typed meanwhile is never lost to an address that comes late. */
import { useEffect, useRef, useState } from 'react'

/** Milliseconds without a key before the record is asked. */
const REST = 150

/** `onRest` gets what was typed; where it is not `isWhole` yet, nothing is told. */
export function useTyped(
  value: string,
  onRest: (typed: string) => void,
  isWhole: (typed: string) => boolean = () => true,
) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only keys set the clock
  useEffect(() => {
    if (typed === told.current || !isWhole(typed)) return
    const timer = setTimeout(() => {
      told.current = typed
      onRest(typed)
    }, REST)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped }
}
