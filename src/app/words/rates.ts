import type { Lang } from '../../contract/index.js'
import type { DutyWay } from '../../core/index.js'

type Named = (names: readonly string[]) => string

/** Words of the figures that a regulation declares: what each counts, told from what was declared. */
export type RateWords = {
  readonly and: string
  readonly marks: Named
  readonly rated: Named
  /** No name: any duty that is measured. */
  readonly duties: Readonly<Record<DutyWay, Named>>
  readonly excluding: Named
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('或')
const ofDuty = (names: readonly string[]): string => (names.length === 0 ? '期限' : `${quoted(names)}的期限`)

const zh: RateWords = {
  and: '；',
  marks: (names) => `本期内有${quoted(names)}的事项；一件有过几次只算一件`,
  rated: (names) => `本期内作出评价、最后一次选${quoted(names)}的事项`,
  duties: {
    due: (names) => `本期内有${ofDuty(names)}届满的事项；已撤销、中止和延期待审的不计`,
    onTime: (names) => `本期内有${ofDuty(names)}届满、届满的全部按时完成的事项；到期没有完成的不算按时`,
    missed: (names) => `本期内有${ofDuty(names)}届满而逾期的事项，后来办了的和至今没办的都算`,
    lateClosed: (names) => `本期内有${ofDuty(names)}届满而逾期、逾期的现已全部完成的事项`,
    lateOpen: (names) => `本期内有${ofDuty(names)}届满而至今没有完成的事项`,
  },
  excluding: (names) => `经${quoted(names)}的，另列不计在内时的占比`,
}

const quotedEn = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(' or ')
const ofDutyEn = (names: readonly string[]): string => (names.length === 0 ? 'a duty' : quotedEn(names))

const en: RateWords = {
  and: '; ',
  marks: (names) => `Matters that had ${quotedEn(names)} in the time span; each once, however often`,
  rated: (names) => `Matters rated in the time span whose last rating there is ${quotedEn(names)}`,
  duties: {
    due: (names) =>
      `Matters of which ${ofDutyEn(names)} fell due in the time span; cancelled and paused duties, and those with an extension undecided, are left out`,
    onTime: (names) =>
      `Matters of which ${ofDutyEn(names)} fell due in the time span, and every time was done in time; what is not done is not in time`,
    missed: (names) => `Matters of which ${ofDutyEn(names)} fell due in the time span and was late, whether done since or not`,
    lateClosed: (names) =>
      `Matters of which ${ofDutyEn(names)} fell due in the time span and was late, and every late one is done now`,
    lateOpen: (names) => `Matters of which ${ofDutyEn(names)} fell due in the time span and is not done to this day`,
  },
  excluding: (names) => `Beside it the share without matters that had ${quotedEn(names)}`,
}

export const rateWords: Readonly<Record<Lang, RateWords>> = { zh, en }
