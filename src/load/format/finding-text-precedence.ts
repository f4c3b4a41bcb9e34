import type { FindingText } from './finding-text-table.js'

/** What may be wrong with what is said of which regulation holds. */
export const precedenceFindingTexts: Readonly<Record<string, FindingText>> = {
  'lead-of-none': ({ word, allowed }) => ({
    message: { zh: `为准的“${word}”不在这几部办法里`, en: `“${word}” leads, and is none of these regulations` },
    advice: { zh: `可以写：${allowed}`, en: `allowed: ${allowed}` },
  }),
  'lead-without-duty': ({ word }) => ({
    message: { zh: `以先到期的为准，${word} 却没有写是哪项义务`, en: `what falls due first leads, and ${word} names no duty` },
    advice: { zh: '写上 duty，或改成以哪一部为准。', en: 'Name its duty, or the regulation that leads.' },
  }),
  'leads-otherwise': ({ word }) => ({
    message: { zh: `照这样写，为准的是：${word || '都不是'}`, en: `as it is written, this leads: ${word || 'none'}` },
    advice: { zh: '改例子，或改 leads。', en: 'Mend the example, or `leads`.' },
  }),
  'lead-untried': ({ word }) => ({
    message: { zh: `以“${word}”为准，例子也都通过`, en: `with “${word}” in the lead all examples would pass too` },
    advice: { zh: '补一个分得出来的例子。', en: 'Add an example that tells them apart.' },
  }),
  'shown-by-none': ({ word, regulation }) => ({
    message: { zh: `${regulation} 没有这个例子：${word}`, en: `${regulation} has no such example: ${word}` },
    advice: { zh: '照例子的 title 写。', en: 'Write its title as it stands.' },
  }),
  'shown-otherwise': ({ word, regulation }) => ({
    message: {
      zh: `例子“${word}”没有用到这里写的 ${regulation} 的条款`,
      en: `the example “${word}” tries none of the clauses of ${regulation} named here`,
    },
    advice: { zh: '换一个用到这些条款的例子。', en: 'Name an example that does.' },
  }),
}
