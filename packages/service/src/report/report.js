// What a report does beyond links: one quotation selected at a time, in the text and in the list, and two keys to walk through
// them. Keys are told by their place on the keyboard, so that they work under a Russian layout too.
{
  const count = document.querySelectorAll('.said > li').length
  let selected = 0

  document.documentElement.classList.add('scripted')

  const show = number => {
    for (const mark of document.querySelectorAll('.on')) mark.classList.remove('on')
    selected = number
    for (const mark of document.querySelectorAll(`[data-q="${number}"], [data-for~="${number}"]`)) {
      mark.classList.add('on')
    }
  }

  const reveal = () => {
    const target = /^#(?:l-)?q(\d+)$/.exec(location.hash)
    if (target === null) return
    show(Number(target[1]))
    // The browser has brought one side into view; the other comes along as far as it must.
    const other = location.hash.startsWith('#l-') ? '#q' : '#l-q'
    document.querySelector(other + target[1])?.scrollIntoView({ block: 'nearest' })
  }

  addEventListener('hashchange', reveal)
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return
    const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0
    if (step === 0) return
    // At once: the next key may come before the page has moved.
    selected = Math.min(Math.max(selected + step, 1), count)
    location.replace(`#q${selected}`)
    // The focus goes along: a screen reader says the number, Enter leads to the list.
    document.querySelector(`.source .no[href="#l-q${selected}"]`)?.focus({ preventScroll: true })
  })
  reveal()
}
