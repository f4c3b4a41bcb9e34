import type { ActDone } from '../../../contract/index.js'
import type { Answer } from './answer.js'

type Written = Pick<ActDone, 'id' | 'revision'>

/** How far each matter had come with what this page itself wrote to it. */
const own = new Map<string, number>()
let underWay = 0
let waiting: readonly (() => void)[] = []

/** Sends what this page writes to matters, and knows from the answer what it wrote: a list that is read after it need not be told. */
export async function sendOwn<T>(send: () => Promise<T>, ownIn: (answer: T) => readonly Written[]): Promise<T> {
  underWay += 1
  try {
    const answer = await send()
    for (const { id, revision } of ownIn(answer)) own.set(id, revision)
    return answer
  } finally {
    underWay -= 1
    const told = underWay === 0 ? waiting : []
    if (underWay === 0) waiting = []
    for (const tell of told) tell()
  }
}

/** What the answer to one act says. */
export const ownIn = (answer: Answer<ActDone | null>): readonly Written[] =>
  answer.ok && answer.value !== null ? [answer.value] : []

/** Now, or once all that this page is writing has been answered: a change can be heard of before the answer to whoever made it. */
export function onceWritten(tell: () => void): void {
  if (underWay === 0) tell()
  else waiting = [...waiting, tell]
}

/** Whether a change is that of this page itself, and nobody else's. */
export const isOwn = (matter: string | null, revision: number | null): boolean =>
  matter !== null && revision !== null && revision <= (own.get(matter) ?? -1)
