/** Documents and a page that try to run in whoever looks at them: the same strings in every field, in a folder of their own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Each sets `window.pwned` where it runs. */
export const HOSTILE = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  "'-window.pwned=1-'",
  '<svg/onload=window.pwned=1>',
  'javascript:window.pwned=1',
  '{{constructor.constructor("window.pwned=1")()}}',
  '</title><iframe srcdoc="<script>parent.window.pwned=1</script>"></iframe>',
] as const

const PAGE = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Сводка ${HOSTILE[0]}</title>
<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/refresh"><base href="https://elsewhere.invalid/">
<link rel="stylesheet" href="https://elsewhere.invalid/style.css"><style>@import url(https://elsewhere.invalid/import.css); body { background: url(https://elsewhere.invalid/back.png) }</style>
<script>window.pwned=1; parent.window.pwned=1</script><script src="https://elsewhere.invalid/script.js"></script></head>
<body onload="parent.window.pwned=1" background="https://elsewhere.invalid/body.png">
<article><h1>Сводка <b onclick="window.pwned=1">недели</b></h1>
<p style="background:url(https://elsewhere.invalid/p.png)">Премьер-министр Иван Лунин заявил, что переговоры продолжатся в среду. «Дорога открыта, и мы это видим», — сказал он.</p>
<p>Представитель миссии сообщил, что наблюдатели вернулись на посты и продолжают работу в прежнем составе.</p>
${HOSTILE.join('\n')}
<form action="https://elsewhere.invalid/form"><input name="q" autofocus onfocus="window.pwned=1"><button>ok</button></form>
<a href="javascript:parent.window.pwned=1">ссылка</a><math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1></style></mglyph></table></mtext></math>
<object data="https://elsewhere.invalid/object"></object><video src="https://elsewhere.invalid/video" autoplay></video></article></body></html>`

/** The folder, and how to take it away. */
export function hostileTexts(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-hostile-'))
  HOSTILE.forEach((string, i) => {
    const document = {
      id: `hostile-${i} ${string}`.slice(0, 100),
      language: 'ru',
      published: '2021-11-27',
      title: `Заголовок ${string}`,
      publisher: `Издание ${string}`,
      url: i % 2 === 0 ? `https://example.org/?q=${encodeURIComponent(string)}` : string,
      text: `Заголовок ${string}\n\nПрезидент Иван ${string} Лунин заявил: «${string} мы договорились». 26 ноября 2021 года ${string} Иван Лунин и Пётр Седов встретились в Горисе.\n\n«Режим прекращения огня соблюдается ${string}», — сообщило Министерство обороны Азербайджана.\n`,
    }
    writeFileSync(join(folder, `hostile-${i}.json`), JSON.stringify(document))
  })
  writeFileSync(join(folder, 'page.html'), PAGE)
  writeFileSync(join(folder, `broken <img src=x onerror=window.pwned=1>.json`), '{')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
