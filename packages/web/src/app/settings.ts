/**
 * The reader's own choices: theme and language of the interface, single keys, whose names, the order of parties. Kept on this device; an address
 * may override one for whoever opens it, until they choose.
 */
import { useSyncExternalStore } from 'react'

const CHOICES = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'ru'],
  /** Border lines of the map: nobody's is drawn unasked. */
  borders: ['none', 'lines', 'disputed'],
  /** Single keys in review. */
  keys: ['on', 'off'],
} as const

export type SettingName = keyof typeof CHOICES
export type Setting<Name extends SettingName> = (typeof CHOICES)[Name][number]

/** Choices whose values the record gives: whose names (names/name-choice.ts), the order of parties (names/party-order.ts), which process. '' by default. */
export type OpenSettingName = 'names' | 'order' | 'process'

const listeners = new Set<() => void>()

/** All values a setting may take, the default first. */
export function choicesOf<Name extends SettingName>(name: Name): readonly Setting<Name>[] {
  return CHOICES[name]
}

export function readSetting<Name extends SettingName>(name: Name): Setting<Name> {
  const known: readonly string[] = CHOICES[name]
  const asked = [askedValue(name), storedValue(name)]
  return (asked.find(value => value !== null && known.includes(value)) ?? known[0]) as Setting<Name>
}

export function keepSetting<Name extends SettingName>(name: Name, value: Setting<Name>): void {
  keep(name, value)
}

function readOpenSetting(name: OpenSettingName): string {
  return askedValue(name) ?? storedValue(name) ?? ''
}

export function keepOpenSetting(name: OpenSettingName, value: string): void {
  keep(name, value)
}

export function useOpenSetting(name: OpenSettingName): string {
  return useSyncExternalStore(subscribe, () => readOpenSetting(name))
}

function keep(name: SettingName | OpenSettingName, value: string): void {
  overridden.delete(name)
  try {
    localStorage.setItem(`parley.${name}`, value)
  } catch {
    // A private window forgets: the choice holds as long as the page does.
    forgetful.set(name, value)
  }
  touchSettings()
}

/** Tells everybody who listens that a choice has changed. */
export function touchSettings(): void {
  for (const listener of listeners) listener()
}

export function useSetting<Name extends SettingName>(name: Name): Setting<Name> {
  return useSyncExternalStore(subscribe, () => readSetting(name))
}

/** Calls `listener` after each change; returns the way to stop. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const forgetful = new Map<string, string>()
/** What the address said when the page was opened: it holds on every view, until the reader chooses. */
const overridden = new Map(typeof location === 'undefined' ? [] : new URLSearchParams(searchOf(location)))

/** Of the address, or of the one behind its # where the page is files. */
function searchOf({ search, hash }: Location): string {
  return search === '' ? (hash.split('?')[1] ?? '') : search
}

function askedValue(name: string): string | null {
  return overridden.get(name) ?? null
}

function storedValue(name: string): string | null {
  try {
    return localStorage.getItem(`parley.${name}`) ?? forgetful.get(name) ?? null
  } catch {
    return forgetful.get(name) ?? null
  }
}
