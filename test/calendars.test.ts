import { readdirSync, readFileSync } from 'node:fs'
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { expect, it } from 'vitest'
import { parse } from 'yaml'

// Only the data of chinese-days is asked: its functions follow the time zone of the process.
type Break = { name: string; nameEn: string; off: [string, string]; makeUp: string[] }
type Notice = { title: string; number: string | null; issued: string | null }
type Festivals = { year: number; springFestival: string; qingming: string; dragonBoat: string; midAutumn: string }
type YearFile = { year: number; notice: Notice; amended?: Notice; holidays: Break[] }
type OverlayFile = { overlay: string; name: string; days: (Break & { notice: string })[] }

const millisecondsPerDay = 86_400_000
const atUtc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const textOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const daysFrom = (first: string, last: string) =>
  Array.from({ length: (atUtc(last) - atUtc(first)) / millisecondsPerDay + 1 }, (_, i) =>
    textOf(atUtc(first) + i * millisecondsPerDay),
  )
const isWeekend = (day: string) => [0, 6].includes(new Date(atUtc(day)).getUTCDay())
const isRealDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(atUtc(day)) && textOf(atUtc(day)) === day

const folder = new URL('../calendars/', import.meta.url)
const readYear = (name: string): YearFile => parse(readFileSync(new URL(`national/${name}`, folder), 'utf8'))
const readOverlay = (name: string): OverlayFile => parse(readFileSync(new URL(`overlays/${name}`, folder), 'utf8'))

const names = readdirSync(new URL('national/', folder)).sort()
const years = names.map(readYear)
const overlays = readdirSync(new URL('overlays/', folder)).sort().map(readOverlay)
const breaks = years.flatMap((file) => file.holidays)
const allBreaks = [...breaks, ...overlays.flatMap((file) => file.days)]

const ours = {
  off: new Set(breaks.flatMap((each) => daysFrom(...each.off))),
  makeUp: new Set(breaks.flatMap((each) => each.makeUp)),
}
const theirs = { off: new Set(Object.keys(chineseDays.holidays)), makeUp: new Set(Object.keys(chineseDays.workdays)) }
const standing = (day: string, calendar: typeof ours) =>
  calendar.makeUp.has(day) || !(calendar.off.has(day) || isWeekend(day)) ? 'workday' : 'day off'

const checkedDays = daysFrom('2017-01-01', '2026-12-31')

it('checks ten years day by day', () => {
  expect(checkedDays).toHaveLength(3652)
})

it.each(checkedDays.map((day) => [day, standing(day, theirs)]))('%s is a %s', (day, expected) => {
  expect(`${day} ${standing(day, ours)}`).toBe(`${day} ${expected}`)
})

it.each([
  ['2018-12-29', 'workday', 'Saturday worked for a break that the notice of 2019 announced'],
  ['2018-12-31', 'day off', 'Monday in that break'],
  ['2019-05-02', 'day off', 'Labour Day 2019 as amended'],
  ['2019-05-05', 'workday', 'Sunday worked for it'],
  ['2020-01-31', 'day off', 'Spring Festival 2020 as extended'],
  ['2020-02-01', 'day off', 'Saturday that the extension took back as a make-up workday'],
  ['2020-02-03', 'workday', 'first day after the extension'],
  ['2024-02-09', 'workday', 'eve of Spring Festival, recommended but not announced as a day off'],
  ['2025-10-08', 'day off', 'last day of a break of eight'],
  ['2026-01-04', 'workday', 'Sunday worked for the New Year break'],
])('%s is a %s: %s', (day, expected) => {
  expect(standing(day, ours)).toBe(expected)
})

it('has one file for each year, named after it, without a gap', () => {
  const firstYear = 2017
  expect(years.map((file) => file.year)).toEqual(years.map((_, i) => firstYear + i))
  expect(names).toEqual(years.map((file) => `${file.year}.yaml`))
})

it.each(years.map((file) => [file.year, file] as const))('%i names its notice, issued before the year began', (year, file) => {
  expect(file.notice.title).toContain(`${year}`)
  expect(file.notice.number ?? 'not known').toMatch(new RegExp(`〔${year - 1}〕|not known`))
  expect((file.notice.issued ?? '2000-01-01') < `${year}-01-01`).toBe(true)
})

it.each(years.map((file) => [file.year, file] as const))('%i holds the breaks that end in it, in order', (year, file) => {
  const lastDays = file.holidays.map((each) => each.off[1])
  expect(lastDays.filter((day) => !day.startsWith(`${year}-`))).toEqual([])
  expect(lastDays).toEqual([...lastDays].sort())
})

it('writes every date as a real day', () => {
  const noticeDays = years.flatMap(({ notice, amended }) => [notice.issued ?? '2000-01-01', amended?.issued ?? '2000-01-01'])
  const dates = [...noticeDays, ...allBreaks.flatMap((each) => [...each.off, ...each.makeUp])]
  expect(dates.filter((day) => !isRealDay(day))).toEqual([])
})

it('gives every range two days, in order', () => {
  expect(allBreaks.filter(({ off }) => off.length !== 2 || off[0] > off[1])).toEqual([])
})

it('names every break in Chinese and in English', () => {
  expect(allBreaks.filter(({ name, nameEn }) => !/^[\u4e00-\u9fff、]+$/.test(name) || !/^[\x20-\x7e]+$/.test(nameEn))).toEqual([])
})

it('takes every make-up workday from a weekend', () => {
  expect(allBreaks.flatMap((each) => each.makeUp).filter((day) => !isWeekend(day))).toEqual([])
})

it('never lists a day in two breaks, or works one inside a break', () => {
  const listed = breaks.flatMap((each) => [...daysFrom(...each.off), ...each.makeUp])
  expect(listed.filter((day, i) => listed.indexOf(day) !== i)).toEqual([])
})

it.each(overlays.map((file) => [file.overlay, file] as const))('overlay %s names a notice for every day', (_, file) => {
  expect(file.name).not.toBe('')
  expect(file.days.filter((each) => each.notice.length === 0)).toEqual([])
})

const { festivals } = parse(readFileSync(new URL('law/holidays.yaml', folder), 'utf8')) as { festivals: Festivals[] }
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
const lunarDay = (day: string) => lunar.format(atUtc(day))

it('gives the festivals of every year of the calendar once', () => {
  expect(festivals.map(({ year }) => year)).toEqual(Array.from({ length: 110 }, (_, i) => 1990 + i))
})

// In these two years the new moon falls within a minute of midnight; the almanacs have the day we have.
const asTheMoonHas: Record<number, string> = { 2027: '12/30', 2030: '1/2' }

it.each(festivals.map((each) => [each.year, each] as const))('%i has its festivals where the moon has them', (year, each) => {
  expect([each.springFestival, each.dragonBoat, each.midAutumn].map(lunarDay)).toEqual([
    asTheMoonHas[year] ?? '1/1',
    '5/5',
    '8/15',
  ])
  expect(each.qingming).toMatch(/-04-0[456]$/)
})

it.each([
  [2018, '2018-02-16', '2018-04-05', '2018-06-18', '2018-09-24'],
  [2023, '2023-01-22', '2023-04-05', '2023-06-22', '2023-09-29'],
  [2026, '2026-02-17', '2026-04-05', '2026-06-19', '2026-09-25'],
])('the festivals of %i lie within the breaks that its notice announced', (year, ...days) => {
  const { springFestival, qingming, dragonBoat, midAutumn } = festivals[year - 1990] ?? {}
  expect([springFestival, qingming, dragonBoat, midAutumn]).toEqual(days)
  expect(days.filter((day) => !ours.off.has(day))).toEqual([])
})
