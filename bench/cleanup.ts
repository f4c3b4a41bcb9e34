type Undo = { readonly what: string; readonly run: () => unknown }

let waiting: Undo[] = []

/** Remembers how to undo what was started; the last thing started is the first to be undone. Answers how to do it now. */
export function onEnd(what: string, run: () => unknown): () => Promise<void> {
  const undo = { what, run }
  waiting.push(undo)
  return async () => {
    if (!waiting.includes(undo)) return
    waiting = waiting.filter((each) => each !== undo)
    await run()
  }
}

/** Stops and removes everything that is still there. */
export async function cleanUp(): Promise<void> {
  for (let undo = waiting.pop(); undo !== undefined; undo = waiting.pop()) {
    try {
      await undo.run()
    } catch (error) {
      console.error(`could not undo: ${undo.what}:`, error)
    }
  }
}

/** Whoever interrupts a bench leaves nothing behind either. */
export function cleanUpWhenInterrupted(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.error(`${signal}: cleaning up`)
      void cleanUp().finally(() => process.exit(130))
    })
  }
}
