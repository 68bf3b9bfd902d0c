/** The pasted text, kept for this window so that a reload loses nothing. It never enters an address. */
const KEY = 'parley.draft'

export function storedDraft(): string {
  try {
    return sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function storeDraft(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, text)
  } catch {
    // Too long for the window's store, or a private one: the text stays on the page.
  }
}
