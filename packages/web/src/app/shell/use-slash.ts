/** `/` leads to the words one looks for, from any view; by its place on the keyboard, and dead in fields. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

const FIELD = 'input[data-find]'

export function useSlash(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const find = () => document.querySelector<HTMLInputElement>(FIELD)
    const onKey = async (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (isTyping || event.code !== 'Slash' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      event.preventDefault()
      const field = find()
      if (field !== null) return field.focus()
      await navigate({ to: '/statements' })
      requestAnimationFrame(() => find()?.focus())
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate])
}
