/** A place in a text where the answer to a question stands: `{name}`, or with what it was when it was written, `{name=120}`. */
export type BoundPlace = { readonly name: string; readonly said: string | null; readonly sentence: string }

/** What a name is answered with now; null: nothing is called so, or it is answered by no text. */
export type AnswerNamed = (name: string) => string | null

/** A place where what stands there is not what the question is answered with; `now` null: there is no such question. */
export type Differing = BoundPlace & { readonly now: string | null }

const place = /\{([^{}=]+)(?:=([^{}]*))?\}/g

/** 绑定的数. The places of a text that are bound to questions, in their order, each with the sentence around it. */
export const placesIn = (text: string): readonly BoundPlace[] =>
  [...text.matchAll(place)].map((found) => ({
    name: (found[1] ?? '').trim(),
    said: found[2]?.trim() ?? null,
    sentence: plainText(sentenceAt(text, found.index, found[0].length)),
  }))

/** As it stands on paper: with each answer as it is now. */
export const boundText = (text: string, answer: AnswerNamed): string =>
  text.replace(place, (whole, name: string) => answer(name.trim()) ?? whole)

/** As whoever writes on it is shown it: with the answer beside each name that has none yet. */
export const filledText = (text: string, answer: AnswerNamed): string =>
  text.replace(place, (whole, name: string, said: string | undefined) => {
    const now = said === undefined ? answer(name.trim()) : null
    return now === null ? whole : `{${name}=${now}}`
  })

/** What was written, without the names. */
export const plainText = (text: string): string => text.replace(place, (whole, _name, said: string | undefined) => said ?? whole)

/** Every place where the text says otherwise than the questions do. */
export const differingIn = (text: string, answer: AnswerNamed): readonly Differing[] =>
  placesIn(text)
    .map((each) => ({ ...each, now: answer(each.name) }))
    .filter(({ said, now }) => now === null || (said !== null && said !== now))

/** From the end of the sentence before to its own. */
function sentenceAt(text: string, at: number, length: number): string {
  const before = text.slice(0, at)
  const begin = Math.max(...[...'。；！？\n'].map((sign) => before.lastIndexOf(sign))) + 1
  const after = text.slice(at + length)
  const end = after.search(/[。；！？\n]/)
  return text.slice(begin, end === -1 ? undefined : at + length + end).trim()
}

/** Numbers that no question is asked for: neither bound, nor of a day, a clause or a document. */
export const looseNumbersIn = (text: string): readonly string[] =>
  [
    ...text
      .replace(place, '')
      .replace(/〔\d+〕/g, '')
      .matchAll(/第?\d+(?:\.\d+)?%?(?:[年月日号条款项时分秒])?/g),
  ].flatMap(([found]) => (/^第|[年月日号条款项时分秒]$/.test(found) ? [] : [found]))
