import { hanValue } from '../check/numbers-in.js'

const figure = '[一二三四五六七八九十百零〇\\d]+'
const steps: readonly (readonly [RegExp, (figure: string) => string])[] = [
  [new RegExp(`^第(${figure})条`), (at) => `Article ${at}`],
  [new RegExp(`^第(${figure})章`), (at) => `Chapter ${at}`],
  [new RegExp(`^附件(?:格式)?(${figure})`), (at) => `Annex ${at}`],
  [new RegExp(`^第?（(${figure})）项?`), (at) => `(${at})`],
  [new RegExp(`^第(${figure})款`), (at) => `, paragraph ${at}`],
  [new RegExp(`^第(${figure})项`), (at) => `, item ${at}`],
  [/^(\d+)$/, (at) => at],
  [/^末[款段]/, () => ', last paragraph'],
  [/^附件$/, () => 'Annex'],
  [/^(?:序言|引言)$/, () => 'Preamble'],
]

/** Where a clause stands, as English readers write it: `Article 13(2)` for 第十三条（二）; null where it is called otherwise. */
export function englishPlace(shown: string): string | null {
  let rest = shown
  let said = ''
  while (rest !== '') {
    const step = steps.map(([pattern, say]) => ({ found: pattern.exec(rest), say })).find(({ found }) => found !== null)
    if (step === undefined || step.found === null) return null
    const [all, written = ''] = step.found
    said += step.say(/^\d*$/.test(written) ? written : String(hanValue(written)))
    rest = rest.slice(all.length)
  }
  return said === '' ? null : said
}
