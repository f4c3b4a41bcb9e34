import traditional from 'opencc-js/dict/TSCharacters'

/** By the traditional character, the simplified one; of several, the commonest. */
const simple = new Map(
  traditional.split('|').flatMap((pair) => {
    const [from, to] = pair.split(' ')
    return from === undefined || to === undefined ? [] : [[from, to] as const]
  }),
)

/** 繁简. A text in simplified characters, one for one: for comparing, never for showing. */
export const simplified = (text: string): string => {
  let changed = ''
  for (const character of text) changed += simple.get(character) ?? character
  return changed
}
