import { createHash } from 'node:crypto'
import type { Oddity } from '../../contract/index.js'
import { type DocumentValue, looseNumbersIn, type MatterState, type Payload, plainText, pointsLeft } from '../../core/index.js'
import { isMatterNumber } from '../../store/index.js'
import { rightsOf } from '../administration/role-rights.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import { stateToldTo } from '../matter/told-events.js'
import { isAnswerField, pointShown } from '../reply/answer-pieces.js'
import { lettersOf, likenessTo, muchAlike, printsOf, shortestCompared } from '../reply/likeness.js'
import { isIn, namesPerhapsIn, personalDataIn } from '../reply/personal-data.js'
import { documentWords } from '../words/documents.js'
import { nameIn } from '../words/index.js'
import { contentIn, type OpenedDocument } from './open-document.js'
import { isReader } from './whose-paper.js'

const comparedPapers = 20
const ofName = 'name:'

/** 核对. What is worth a second look before a paper leaves the house: it is shown, a person decides. */
export async function odditiesOf(deps: Deps, viewer: Viewer, document: OpenedDocument): Promise<readonly Oddity[]> {
  return [
    ...unwritten(viewer, document),
    ...foreign(viewer, document),
    ...misaddressed(viewer, document),
    ...unsettled(viewer, document),
    ...unanswered(viewer, document),
    ...loose(viewer, document),
    ...(await repeated(deps, viewer, document)),
  ]
}

/** What is longer is named by its print: an id that comes back is bounded. */
const longestNamed = 40
const printOf = (words: string): string => createHash('sm3').update(words).digest('hex')

const asksAnything = ({ rule }: OpenedDocument): boolean => Object.keys(rule.asks).length > 0

/** Numbers on a bulletin that no question answers for. */
const loose = ({ lang }: Viewer, document: OpenedDocument): readonly Oddity[] =>
  asksAnything(document)
    ? distinct(Object.values(document.content.written).flatMap(looseNumbersIn)).map((each) => ({
        id: `loose:${each.length > longestNamed ? printOf(each) : each}`,
        words: [each],
        why: documentWords[lang].odd.loose,
      }))
    : []

/** What must be written and is not, and what is longer than the regulation allows. */
function unwritten({ lang }: Viewer, { rule, content }: OpenedDocument): readonly Oddity[] {
  const { odd } = documentWords[lang]
  return Object.values(rule.writes).flatMap(({ id, name, isNeeded, most }): Oddity[] => {
    const text = plainText(content.written[id] ?? '').trim()
    const length = [...text].length
    if (isNeeded && length === 0) return [{ id: `missing:${id}`, words: [], why: odd.missing(nameIn(lang, name)) }]
    return most !== null && length > most
      ? [{ id: `long:${id}`, words: [], why: odd.tooLong(nameIn(lang, name), most, length) }]
      : []
  })
}

/** Numbers of other matters, and what looks like personal data that this matter does not hold. */
function foreign({ office, lang, actor }: Viewer, { content, opened }: OpenedDocument): readonly Oddity[] {
  const { odd } = documentWords[lang]
  const text = Object.values(content.written).join('\n')
  const { number } = opened.loaded.row
  const numbers = [...text.normalize('NFKC').matchAll(/(?<!\d)\d{10}(?!\d)/g)]
    .map(([found]) => found)
    .filter((found) => isMatterNumber(found) && found !== number)
  const known = textsOf(stateToldTo(opened.given, actor.role))
  const personal = personalDataIn(text).filter((each) => !isIn(known, each) && !numbers.includes(each.words))
  return [
    ...distinct(numbers).map((each) => ({ id: `number:${each}`, words: [each], why: odd.otherNumber })),
    // Whose name it is was found as the paper was saved, and is told to whoever may ask.
    ...(rightsOf(office, actor.role).opensIdentities ? content.names : [])
      .filter((name) => namesPerhapsIn(text).has(name))
      .map((name, at) => ({ id: `${ofName}${at}:${[...name].length}`, words: [name], why: odd.otherName })),
    ...distinct(personal.map(({ words }) => words)).map((each, at) => ({
      id: `personal:${at}:${[...each].length}`,
      words: [each],
      why: odd.personal,
    })),
  ]
}

/** Names of units of a matter: what begins with them is written to them. */
const unitsOfMatter: readonly string[] = [
  'leadUnits',
  'assistUnits',
  'jointUnits',
  'shareUnit',
] satisfies readonly DocumentValue[]

/** Units that have no part in the matter, where those that have were to be named. */
function misaddressed({ lang, office, actor }: Viewer, { rule, content, opened }: OpenedDocument): readonly Oddity[] {
  const written = Object.values(rule.writes).filter(({ from }) => from.some((each) => unitsOfMatter.includes(each)))
  const text = written.map(({ id }) => content.written[id] ?? '').join('\n')
  const assigned = new Set(stateToldTo(opened.given, actor.role).assignments.map(({ unit }) => unit))
  const named = [...office.units.values()].filter(({ name }) => text.includes(name))
  // 教育局 stands in 市教育局, too: the longest name that is written there is the one that is meant.
  const meant = named.filter(({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)))
  return meant
    .filter(({ unit }) => !assigned.has(unit))
    .map(({ unit, name }) => ({ id: `unit:${unit}`, words: [name], why: documentWords[lang].odd.otherUnit }))
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)]

/** All that was stated in words, one after the other. */
export function textsOf({ facts, assignments }: MatterState): string {
  const stated: readonly Payload[] = [facts, ...assignments.map((share) => share.facts)]
  return stated.flatMap((each) => Object.values(each).filter((value) => typeof value === 'string')).join('\n')
}

/** Points of the matter that somebody still has in hand, kind by kind, as far as the viewer is told of them. */
function unsettled({ lang, actor }: Viewer, { opened }: OpenedDocument): readonly Oddity[] {
  const { items: kinds, itemStages } = opened.given.program.regulation
  const open = stateToldTo(opened.given, actor.role).items.filter(
    ({ endedAt, stage }) => endedAt === null && itemStages[stage]?.heldBy !== 'nobody',
  )
  return Object.values(kinds).flatMap(({ id, name }) => {
    const count = open.filter(({ kind }) => kind === id).length
    const why = documentWords[lang].odd.unsettled(nameIn(lang, name), count)
    return count === 0 ? [] : [{ id: `unsettled:${id}`, words: [], why }]
  })
}

/** Points that the message numbers and of which a paper that answers it says nothing. */
function unanswered({ lang, actor }: Viewer, { rule, content, opened: { given, sight } }: OpenedDocument): readonly Oddity[] {
  const { regulation } = given.program
  const { letter } = regulation.meaning
  const answers = Object.values(rule.writes).some(({ from }) => from.some((field) => isAnswerField(regulation, field)))
  if (!answers || sight.fields[letter]?.as !== 'shown') return []
  const message = stateToldTo(given, actor.role).facts[letter]
  const left = typeof message === 'string' ? pointsLeft(message, Object.values(content.written).join('\n')) : []
  return left.length === 0 ? [] : [{ id: 'points', words: left.map(pointShown), why: documentWords[lang].odd.pointsLeft }]
}

/** What was shown to whoever issued it: of whom a name is, is told to whoever may ask. */
export const odditiesTold = ({ office, actor }: Viewer, shown: readonly Oddity[]): Oddity[] =>
  shown.filter(({ id }) => !id.startsWith(ofName) || rightsOf(office, actor.role).opensIdentities)

/** By which pieces a paper is found by another that repeats one of its texts. */
export const printsOn = (written: Readonly<Record<string, string>>): readonly number[] => [
  ...new Set(Object.values(written).flatMap((text) => ([...lettersOf(text)].length < shortestCompared ? [] : printsOf(text)))),
]

/** The same words, text by text, on a paper of another matter that the viewer may see, whenever it was written. */
async function repeated(deps: Deps, viewer: Viewer, document: OpenedDocument): Promise<readonly Oddity[]> {
  const { row, rule, content, opened } = document
  // What a bulletin begins with stands in all of its kind.
  if (asksAnything(document)) return []
  const texts = Object.values(rule.writes)
    .map(({ id, name }) => ({ id, name, text: content.written[id] ?? '' }))
    .filter(({ text }) => [...lettersOf(text)].length >= shortestCompared)
    .map(({ id, name, text }) => ({ id, name, shareIn: likenessTo(text) }))
  if (texts.length === 0) return []
  const prints = printsOn(content.written)
  const asked = { kind: row.kind, matter: row.matter, prints, limit: comparedPapers }
  const found = await deps.store.documents.alike(viewer.office.id, asked)
  const alike = found
    .filter((each) => isReader(rule, contentIn(each.content), viewer.actor, { isIssued: each.isIssued, of: null }))
    .flatMap(({ matter, content: other }) =>
      texts.map(({ id, name, shareIn }) => ({ matter, name, share: shareIn(contentIn(other).written[id] ?? '') })),
    )
    .filter(({ share }) => share >= muchAlike)
    .sort((one, other) => other.share - one.share)[0]
  const other = alike === undefined ? null : await openMatter(deps, viewer.office, alike.matter, viewer.actor)
  if (alike === undefined || other === null || opened.loaded.row.matter === alike.matter) return []
  const percent = Math.round(alike.share * 100)
  const { number } = other.loaded.row
  return [
    {
      id: `repeats:${number}`,
      words: [],
      why: documentWords[viewer.lang].odd.repeats(nameIn(viewer.lang, alike.name), number, percent),
    },
  ]
}
