import type { SelectionView } from '../../../contract/index.js'

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, '0')).join('')

/** 再抽一次. Draws in the browser what was drawn, from the seed and the numbers alone; answers whether it is the same. */
export async function isDrawnAgain({ seed, among, chosen }: Pick<SelectionView, 'seed' | 'among' | 'chosen'>): Promise<boolean> {
  const lots = (among ?? []).map(async (number) => ({
    number,
    lot: hexadecimal(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed}/${number}`))),
  }))
  const sorted = (await Promise.all(lots)).sort((one, other) => (one.lot < other.lot ? -1 : 1))
  const first = sorted.slice(0, chosen.length).map(({ number }) => number)
  return first.join() === chosen.map(({ number }) => number).join()
}
