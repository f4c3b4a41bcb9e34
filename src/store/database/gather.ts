type Waiting<In, Out> = { readonly what: In; done(out: Out): void; failed(error: unknown): void }
/** `ahead`: what was sent last, as long as what waits is to go together behind it. */
type Line<In, Out> = { waiting: Waiting<In, Out>[]; flying: number; ahead: NodeJS.Timeout | null }

/** What is under way for longer holds up nobody any more. */
const aheadMs = 50

/**
 * Sends what comes while others are under way together with what else waits: one alone goes at once, many share a round trip. Several are under way
 * at once, at most `atOnce`, only where one of them takes long: it may wait for what somebody else holds.
 * A batch that fails is sent again one by one, so that nobody fails for another's fault, unless `isForAll` says that nobody could help it.
 */
export function gather<In, Out>(
  send: (key: string, batch: readonly In[]) => Promise<readonly Out[]>,
  { atOnce, most, isForAll }: { readonly atOnce: number; readonly most: number; readonly isForAll: (error: unknown) => boolean },
): (key: string, what: In) => Promise<Out> {
  const lines = new Map<string, Line<In, Out>>()

  async function fly(key: string, batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await send(
        key,
        batch.map((each) => each.what),
      )
      for (const [index, each] of batch.entries()) {
        const out = outs[index]
        if (out === undefined) each.failed(new Error('no answer'))
        else each.done(out)
      }
    } catch (error) {
      if (batch.length === 1 || isForAll(error)) for (const each of batch) each.failed(error)
      else await Promise.all(batch.map((each) => fly(key, [each])))
    }
  }

  function depart(key: string, line: Line<In, Out>): void {
    if (line.ahead !== null || line.flying >= atOnce || line.waiting.length === 0) return
    const batch = line.waiting.splice(0, most)
    const ahead = setTimeout(() => {
      line.ahead = null
      depart(key, line)
    }, aheadMs)
    line.ahead = ahead
    line.flying += 1
    void fly(key, batch).finally(() => {
      clearTimeout(ahead)
      if (line.ahead === ahead) line.ahead = null
      line.flying -= 1
      if (line.flying === 0 && line.waiting.length === 0) lines.delete(key)
      else depart(key, line)
    })
  }

  return (key, what) =>
    new Promise((done, failed) => {
      const line = lines.get(key) ?? { waiting: [], flying: 0, ahead: null }
      lines.set(key, line)
      line.waiting.push({ what, done, failed })
      depart(key, line)
    })
}
