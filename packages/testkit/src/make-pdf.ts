/** A small PDF as a program would write one: Cyrillic by a font that is not in the file and a map from its codes to characters. */

/** `pages`: lines of each, from the top; an empty line parts paragraphs. */
export function makePdf(pages: readonly (readonly string[])[], title = ''): Uint8Array {
  const characters = [...new Set(`${pages.flat().join('')} `)]
  const code = (character: string): string => (characters.indexOf(character) + 1).toString(16).padStart(4, '0')
  const unicode = (text: string): string =>
    [...text].map(character => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${characters.length} beginbfchar`,
    ...characters.map(character => `<${code(character)}> <${unicode(character)}>`),
    'endbfchar endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
  const stream = (data: string): string => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`
  const kids = pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Serif /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Serif /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Serif /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(map),
    `<< /Title <feff${unicode(title)}> /CreationDate (D:20240514103000Z) >>`,
  ]
  for (const lines of pages) {
    const content = ['BT /F1 12 Tf 50 800 Td 14 TL']
    for (const line of lines) {
      if (line !== '') content.push(`<${[...line].map(code).join('')}> Tj`)
      content.push('T*')
    }
    content.push('ET')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      stream(content.join('\n')),
    )
  }
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
