import traditional from 'opencc-js/dict/TSCharacters'

/** By the traditional character, the simplified one; of several, the commonest. */
const simple = new Map(
  traditional.split('|').flatMap((pair) => {
    const [from, to] = pair.split(' ')
    return from === undefined || to === undefined ? [] : [[from, to] as const]
  }),
)

/** Which halves of UTF-16 begin a character that has a simplified one: most texts have none, and stay as they are. */
const begins = new Uint8Array(0x10000)
for (const character of simple.keys()) begins[character.charCodeAt(0)] = 1

/** 繁简. A text in simplified characters, one for one: for comparing, never for showing. */
export function simplified(text: string): string {
  if (!hasTraditional(text)) return text
  let changed = ''
  for (const character of text) changed += simple.get(character) ?? character
  return changed
}

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (begins[text.charCodeAt(at)] === 1) return true
  return false
}
