import { type Choice, sequence } from '../test/walk.js'
import type { Request } from './ask-load.js'
import { messageText } from './phrases.js'

/** Who acts in the bench, each signed in under a token of their own. */
export const people = [
  { account: 'first', role: 'office', isOfUnit: false },
  { account: 'second', role: 'office', isOfUnit: false },
  { account: 'clerk', role: 'unit', isOfUnit: true },
] as const
type Person = (typeof people)[number]['account']

/** To which unit it goes, and in which field the answer is written: an older build may call it otherwise. */
export type Asked = { readonly unit: string; readonly answer: string }

/** The five acts of a letter under the regulation of the demo's first government. */
export const acts: readonly {
  readonly act: string
  readonly by: Person
  readonly with: (asked: Asked) => Readonly<Record<string, unknown>>
}[] = [
  { act: 'accept', by: 'first', with: () => ({}) },
  { act: 'dispatch', by: 'first', with: ({ unit }) => ({ assignments: [{ unit, role: 'lead' }] }) },
  { act: 'contact', by: 'clerk', with: () => ({ reached: true, contactMode: '电话', contactNote: '已联系，说明了办理步骤。' }) },
  {
    act: 'reply',
    by: 'clerk',
    with: ({ answer }) => ({
      handledAt: '收到转办后第二天',
      handledBy: '办事科室',
      result: '已更换，全部恢复。',
      legalBasis: '养护规范',
      requesterInformed: '已电话告知',
      signOffNumber: '办文第6号',
      signedBy: '分管负责人',
      secrecyChecked: true,
      [answer]: '经查，是地下电缆接头进水短路。已更换接头，七盏路灯全部恢复照明，并把这一段列入每周夜间巡查。',
    }),
  },
  { act: 'conclude', by: 'second', with: () => ({}) },
]

export const actsOfALetter = acts.map(({ act }) => act)
const json = { 'content-type': 'application/json' }

export const signedIn = (account: Person): Readonly<Record<string, string>> => ({
  cookie: `huiyin_session=${tokenOf(account)}`,
  'x-csrf-token': csrf,
})
export const tokenOf = (account: string): string => `bench-token-of-${account}`
export const csrf = 'bench'

/** One act on each of these matters. */
export function actOn(act: string, asked: Asked, matters: readonly number[]): readonly Request[] {
  const found = acts.find((each) => each.act === act)
  if (found === undefined) throw new Error(`no act ${act}`)
  const headers = { ...json, ...signedIn(found.by), 'accept-encoding': 'gzip, br' }
  const body = JSON.stringify({ with: found.with(asked) })
  return matters.map((matter) => ({ method: 'POST', path: `/api/matters/${matter}/acts/${act}`, headers, body }))
}

export const reading = (account: Person, paths: readonly string[]): readonly Request[] =>
  paths.map((path) => ({ method: 'GET', path, headers: { ...signedIn(account), 'accept-encoding': 'gzip, br' } }))

/** What a letter of some 200 characters states. */
export const letterText = (choose: Choice): Readonly<Record<string, unknown>> => ({
  ...{ category: 'complaint', requesterName: '无名氏', phone: '13800000000' },
  ...{ title: messageText(choose, 16), body: messageText(choose, 200) },
})

export function letters(government: string, amount: number, seed: number): readonly Request[] {
  const choose = sequence(seed)
  return Array.from({ length: amount }, (_, at) => {
    const body = { government, with: letterText(choose) }
    return {
      method: 'POST',
      path: '/api/matters',
      headers: { ...json, 'idempotency-key': `${seed}-${at}` },
      body: JSON.stringify(body),
    }
  })
}
