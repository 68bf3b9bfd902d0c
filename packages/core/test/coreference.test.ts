/** Who is who, line by line: mentions of one letter are one entity, of another letter another. */
import { parseMarked, readGold, testGold } from '@parley/testkit'
import { expect } from 'vitest'
import { analyse } from './support/read.ts'

for (const language of ['ru', 'en'])
  testGold(readGold(new URL(`../../../gold/${language}/coreference.txt`, import.meta.url)), line => {
    const { text, marks } = parseMarked(line.text)
    const { entities } = analyse(text, null, language)
    const chains = new Map<string, string>()
    for (const mark of marks) {
      // The mention that ends last within the mark: of «президент Иван Петров» the name.
      const holders = entities.filter(
        entity => entity.kind !== 'country' || entity.mentions.some(m => m.start === mark.start && m.end === mark.end),
      )
      const found =
        holders.find(entity => entity.mentions.some(m => m.start >= mark.start && m.end === mark.end)) ??
        holders.find(entity =>
          entity.mentions.some(m => m.start <= mark.start && m.end > mark.start && m.end <= mark.end),
        )
      const words = text.slice(mark.start, mark.end)
      expect(found, `nobody is meant by «${words}»`).toBeDefined()
      const chain = chains.get(mark.label)
      if (chain === undefined) {
        expect([...chains.values()], `«${words}» is taken for another`).not.toContain(found?.id)
        chains.set(mark.label, found?.id as string)
      } else expect(`${words}: ${found?.name}`).toBe(`${words}: ${entities.find(({ id }) => id === chain)?.name}`)
    }
  })
