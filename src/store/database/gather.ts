type Waiting<In, Out> = { readonly what: In; done(out: Out): void; failed(error: unknown): void }
type Line<In, Out> = { waiting: Waiting<In, Out>[]; flying: number }

/**
 * Sends what comes while others are under way together with what else waits: one alone goes at once, many share a round trip.
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
    while (line.flying < atOnce && line.waiting.length > 0) {
      const batch = line.waiting.splice(0, most)
      line.flying += 1
      void fly(key, batch).finally(() => {
        line.flying -= 1
        if (line.flying === 0 && line.waiting.length === 0) lines.delete(key)
        else depart(key, line)
      })
    }
  }

  return (key, what) =>
    new Promise((done, failed) => {
      const line = lines.get(key) ?? { waiting: [], flying: 0 }
      lines.set(key, line)
      line.waiting.push({ what, done, failed })
      depart(key, line)
    })
}
