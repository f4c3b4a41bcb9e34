import { z } from 'zod'
import { addDays, day, type Holiday, readDay } from '../../core/index.js'

export const dayText = z.string().refine((text) => readDay(text) !== null, 'not a day')
export const notice = z.strictObject({
  title: z.string(),
  number: z.string().nullable().optional(),
  issued: dayText.nullable().optional(),
})

const festivals = ['springFestival', 'qingming', 'dragonBoat', 'midAutumn'] as const
const monthAndDay = z.string().regex(/^\d\d-\d\d$/)
const legalDay = z.strictObject({
  name: z.string(),
  nameEn: z.string(),
  on: z.union([z.enum(festivals), monthAndDay]),
  shift: z.number().int().optional(),
  days: z.number().int().positive(),
})

/** 法定节假日. What the law, version by version, names as days off, and on which days the festivals fall. */
export const lawSchema = z.strictObject({
  versions: z.array(
    z.strictObject({ from: z.number().int(), through: z.number().int(), law: notice, holidays: z.array(legalDay) }),
  ),
  festivals: z.array(
    z.strictObject({
      year: z.number().int(),
      springFestival: dayText,
      qingming: dayText,
      dragonBoat: dayText,
      midAutumn: dayText,
    }),
  ),
})

type Law = z.output<typeof lawSchema>
type Festivals = Law['festivals'][number]

export type LegalYear = { readonly year: number; readonly holidays: readonly Holiday[] }

/** The days off by law, of every year whose festivals are known. */
export function legalYears({ versions, festivals }: Law): readonly LegalYear[] {
  return festivals.flatMap((each) => {
    const version = versions.find(({ from, through }) => from <= each.year && each.year <= through)
    if (version === undefined) return []
    const { law, holidays } = version
    const cited = law.number ? `${law.title}\uFF08${law.number}\uFF09` : law.title
    return [{ year: each.year, holidays: holidays.map((holiday) => holidayOf(holiday, each, cited)) }]
  })
}

function holidayOf({ name, nameEn, on, shift = 0, days }: z.output<typeof legalDay>, year: Festivals, cited: string): Holiday {
  const first = addDays(day(dayOf(on, year)), shift)
  return { name: { zh: name, en: nameEn }, off: [first, addDays(first, days - 1)], makeUp: [], notice: cited, isLocal: false }
}

const dayOf = (on: string, year: Festivals): string => {
  const festival = festivals.find((each) => each === on)
  return festival === undefined ? `${year.year}-${on}` : year[festival]
}
