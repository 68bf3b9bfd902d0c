/** Sends files as a form; says how far it is, which `fetch` cannot. */

import i18next from 'i18next'
import type { ImportBegun } from '../../api/contract.ts'
import type { PickedFile } from './picked-files.ts'

export interface Sending {
  readonly done: Promise<ImportBegun>
  cancel(): void
}

/** `onSent`: bytes sent so far, and all of them. Fails with an Error whose message can be shown. */
export function sendFiles(
  files: readonly PickedFile[],
  fields: Readonly<Record<string, string>>,
  onSent: (bytes: number, all: number) => void,
): Sending {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { name, file } of files) form.append('file', file, name)
  const request = new XMLHttpRequest()
  const done = new Promise<ImportBegun>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded, total)
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status === 202) resolve(answer as ImportBegun)
      else
        reject(new Error((answer as { message?: string } | null)?.message ?? `${request.status} ${request.statusText}`))
    }
    request.onerror = () => reject(new Error(i18next.t('noAnswer')))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
  })
  request.open('POST', '/api/v1/imports/files')
  request.send(form)
  return { done, cancel: () => request.abort() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
