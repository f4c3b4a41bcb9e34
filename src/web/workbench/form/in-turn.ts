/** What became of what was sent; `refused`: sent again with something else in it, it may be taken. */
export type Sent = 'taken' | 'refused' | 'settled'

/**
 * Sends one at a time. Who presses while an answer is awaited is not passed over: where it turns down what was there before, what has been filled in
 * since is sent at once, and nobody reads that something is missing beside where it stands.
 */
export function inTurn(send: () => Promise<Sent>, filledIn: () => unknown): () => Promise<void> {
  let isUnderWay = false
  let isWanted = false
  return async function press(): Promise<void> {
    isWanted = isUnderWay
    if (isUnderWay) return
    isUnderWay = true
    const before = filledIn()
    const sent = await send().finally(() => {
      isUnderWay = false
    })
    if (sent === 'refused' && isWanted && filledIn() !== before) await press()
  }
}
