import type { Act, Name, PartNames, Regulation, Within } from '../../core/index.js'
import type { SayWho } from './plain-words.js'
import { type SayWords, sayWords } from './say-words.js'

export type SayLang = 'zh' | 'en'

/** What a writer needs: the language, whose names things bear, and how units, people, files and other matters are called here. */
export type Saying = {
  readonly lang: SayLang
  readonly words: SayWords
  readonly regulation: Regulation
  readonly who: SayWho
  readonly names: {
    readonly unit: (id: string) => string
    readonly person: (id: string) => string
    readonly file: (id: string) => string
    readonly matter: (number: string) => string
    /** An act of another kind of matter, as its regulation has it; null: no such regulation is at hand. */
    readonly actThere: (kind: string, act: string) => Act | null
  }
}

const itself = (id: string): string => id

/** Says a regulation in its own words; without `names`, units, people and files are called by their ids, matters by their numbers. */
export const sayingOf = (regulation: Regulation, lang: SayLang, names: Partial<Saying['names']> = {}): Saying => ({
  lang,
  words: sayWords[lang],
  regulation,
  who: 'acts',
  names: { unit: itself, person: itself, file: itself, matter: itself, actThere: () => null, ...names },
})

/** The regulation's own word; Chinese where it has no English one, the id where it has no such thing. */
export const nameOf = ({ lang }: Saying, id: string, name: Name | undefined): string =>
  name === undefined ? id : lang === 'en' && name.en !== '' ? name.en : name.zh

/** Quotes within quotes are the single ones, in both languages. */
export const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`

export const actName = (saying: Saying, id: string): string => quoted(nameOf(saying, id, saying.regulation.acts[id]?.name))
export const dutyName = (saying: Saying, id: string): string => quoted(nameOf(saying, id, saying.regulation.duties[id]?.name))
export const fieldName = (saying: Saying, id: string): string =>
  id === 'identity' ? saying.words.identity : quoted(nameOf(saying, id, saying.regulation.fields[id]?.name))
/** A role as it heads a rule. */
export const roleTitle = (saying: Saying, id: string): string =>
  id === 'system' ? saying.words.platform : nameOf(saying, id, saying.regulation.roles[id]?.name)
/** A role within a sentence. */
export const roleName = (saying: Saying, id: string): string =>
  id === 'system' ? saying.words.platform : saying.words.role(roleTitle(saying, id))
export const requirementName = (saying: Saying, id: string): string =>
  quoted(nameOf(saying, id, saying.regulation.requirements[id]?.name))
export const unitKindName = (saying: Saying, id: string): string =>
  quoted(nameOf(saying, id, saying.regulation.unitKinds[id]?.name))

/** What a unit's part is called where a text has no word of its own for it. */
export const commonPart = ({ words: { parts } }: Saying, part: string): string =>
  part in parts ? parts[part as keyof typeof parts] : part
/** The text's own word for it, else the common one. */
export const partName = (saying: Saying, part: string): string =>
  nameOf(saying, commonPart(saying, part), saying.regulation.parts[part as keyof PartNames]?.name)

export const signOffName = (saying: Saying, id: string): string =>
  quoted(nameOf(saying, id, saying.regulation.signOffs[id]?.name))
/** Where a sign-off stands: a level that has it, or one of the other ways to stand. */
export function standingName(saying: Saying, standing: string): string {
  const { standings, at } = saying.words.rule.signOff
  return standing in standings ? standings[standing as keyof typeof standings] : at(dutyName(saying, standing))
}
export const stageName = (saying: Saying, id: string): string => quoted(nameOf(saying, id, saying.regulation.stages[id]?.name))
export const shareStageName = (saying: Saying, id: string): string =>
  quoted(nameOf(saying, id, saying.regulation.assignmentStages[id]?.name))

export const itemStageName = (saying: Saying, id: string): string =>
  quoted(nameOf(saying, id, saying.regulation.itemStages[id]?.name))
export const requesterListName = (saying: Saying, id: string): string =>
  quoted(nameOf(saying, id, saying.regulation.requesterLists[id]?.name))
export const itemName = (saying: Saying, id: string): string => quoted(nameOf(saying, id, saying.regulation.items[id]?.name))

/** Stages by what moves among them. */
export const stageNameIn: Readonly<Record<Within, (saying: Saying, id: string) => string>> = {
  matter: stageName,
  assignment: shareStageName,
  item: itemStageName,
}

type Naming = (saying: Saying, id: string) => string

/** Several by name, each once: all of them, or whichever of them. */
export const allOf = (saying: Saying, ids: readonly string[], name: Naming): string =>
  saying.words.and(distinct(ids).map((id) => name(saying, id)))
export const oneOf = (saying: Saying, ids: readonly string[], name: Naming): string =>
  saying.words.or(distinct(ids).map((id) => name(saying, id)))
/** Whichever of them, or that it is none of them: "not this or that" would read as one of the two. */
export const anyOf = (saying: Saying, ids: readonly string[], name: Naming, isNot: boolean): string => {
  const names = distinct(ids).map((id) => name(saying, id))
  return isNot && names.length > 1 ? saying.words.noneOf(names) : saying.words.or(names)
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)]
