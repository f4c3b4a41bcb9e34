import type { LettersDone } from '../../contract/index.js'
import { type Actor, type Field, isFilled, neededFields, type Program, startingAct, type Value } from '../../core/index.js'
import { byRequester } from '../acting/opener.js'
import { submitMatter } from '../acting/submit-matter.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Failure, Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { nameIn, saidOf, wordsOf } from '../words/index.js'
import { type MadeUp, madeUpLetters } from '../words/made-up.js'
import { besideOf } from './begin.js'

const requester: Actor = { role: 'requester', unit: null, person: null }
/** Other choices that are tried before a kind is given up. */
const mostTries = 8

/** 虚构来件. So many made-up letters come in now, of all kinds that the public may send; what of a kind cannot be made up is said. */
export async function receiveLetters(
  deps: Deps,
  { office, lang }: SignedIn,
  count: number,
): Promise<Outcome<{ done: LettersDone }>> {
  if (office.rehearses === null) return failed(wordsOf(lang), 'not-rehearsal')
  const kinds = office.programs.filter(({ regulation }) => startingAct(regulation, requester.role) !== null)
  const refused = new Map<string, string>()
  let received = 0
  for (let at = 0; at < count; at += 1) {
    const program = kinds[at % kinds.length]
    if (program === undefined || refused.has(program.regulation.id)) continue
    const why = await receive(deps, office, program, at)
    if (why === null) received += 1
    else refused.set(program.regulation.id, saidOf(lang, nameIn(lang, program.regulation.title), sentenceOf(why)))
  }
  return { ok: true, done: { received, refused: [...refused.values()] } }
}

/** The same by an administrator of the office beside which it stands. */
export async function lettersFor(
  deps: Deps,
  admin: SignedIn,
  { rehearsal, count }: { readonly rehearsal: string; readonly count: number },
): Promise<Outcome<{ done: LettersDone }>> {
  const there = admin.isAdmin ? await besideOf(deps, admin.office, rehearsal) : null
  return there === null ? failed(wordsOf(admin.lang), 'not-found') : receiveLetters(deps, { ...admin, office: there }, count)
}

const sentenceOf = ({ title, detail, problems = [] }: Failure): string =>
  problems.length > 0 ? problems.map(({ sentence }) => sentence).join(' ') : detail || title

/** Null: it was received. */
async function receive(deps: Deps, office: Office, program: Program, at: number): Promise<Failure | null> {
  let why: Failure | null = null
  for (let turn = 0; turn < mostTries; turn += 1) {
    const stated = payloadOf({ deps, office, program }, { at, turn })
    const asked = {
      office,
      actor: requester,
      with: stated,
      lang: 'zh' as const,
      opener: byRequester,
      regulation: program.regulation.id,
    }
    const done = await submitMatter(deps, asked)
    if (done.ok) return null
    why = done.failure
  }
  return why
}

type About = { readonly deps: Deps; readonly office: Office; readonly program: Program }
/** Which letter it is, and how often it was tried: another turn chooses otherwise. */
type Place = { readonly at: number; readonly turn: number }

/** What has to be stated, and what hangs on that, until nothing is missing. */
function payloadOf({ deps, office, program }: About, place: Place): Readonly<Record<string, Value>> {
  const { regulation } = program
  const act = startingAct(regulation, requester.role)?.id ?? ''
  const given = { program, calendar: office.calendar, events: [], now: nowOf(deps, office) }
  const stated: Record<string, Value> = {}
  const letter = madeUpLetters[place.at % madeUpLetters.length]
  if (letter === undefined) return stated
  for (let round = 0; round < mostTries; round += 1) {
    const needed = neededFields(given, { act, by: requester, with: stated })
    const missing = needed.flatMap((id) => (isFilled(stated[id] ?? null) ? [] : (regulation.fields[id] ?? [])))
    const made = missing.flatMap((field) => {
      const value = madeUp(field, { office, program, letter, place })
      return value === null ? [] : [[field.id, value] as const]
    })
    if (made.length === 0) break
    Object.assign(stated, Object.fromEntries(made))
  }
  return stated
}

type Making = { readonly office: Office; readonly program: Program; readonly letter: MadeUp; readonly place: Place }

/** Null: nothing can be made up of its type. */
function madeUp(field: Field, making: Making): Value | null {
  const { office, place } = making
  const among = <T>(all: readonly T[]): T | null => all[(place.at + place.turn) % Math.max(all.length, 1)] ?? null
  switch (field.type) {
    case 'text':
    case 'longText':
      return textOf(field, making)
    case 'choice':
      return among(field.options)?.id ?? null
    case 'choices': {
      const chosen = among(field.options)
      return chosen === null ? null : [chosen.id]
    }
    case 'boolean':
      return place.turn % 2 === 0
    case 'number':
      return Math.max(field.least ?? 1, 1)
    case 'date':
    case 'time':
      return field.default ?? null
    case 'unit':
      return among([...office.units.keys()])
    case 'requesters':
      return [...office.requesters]
        .flatMap(([id, { list }]) => (field.lists.length === 0 || field.lists.includes(list) ? [id] : []))
        .slice(0, 3)
    case 'assignments':
    case 'limit':
    case 'matter':
    case 'items':
    case 'attachments':
    case 'person':
    case 'people':
      return null
  }
}

function textOf({ id, least, most }: Field, { program, letter, place }: Making): string {
  const { title, letter: body } = program.regulation.meaning
  const { words } = letter
  const text = id === title ? `${words.title}（${place.at + 1}）` : id === body ? words.body : words.other
  const long = text.padEnd(least ?? 0, words.body)
  return most === null ? long : long.slice(0, most)
}
