import type { DutyView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { MomentText } from './moment-text.js'

type Timed = Pick<DutyView, 'status' | 'dueAt' | 'discretion'>

/** By when a duty is due; without a day, why there is none. */
export function DueText({ duty }: { readonly duty: Timed }) {
  const words = useWords()
  return duty.dueAt ? (
    <>
      {words.duties.due} <MomentText at={duty.dueAt} />
    </>
  ) : (
    withoutDay(duty, words.duties)
  )
}

/** A clock that stands still has a limit, and no day yet; what is over says only what the text says of when. */
export function withoutDay(
  { status, discretion }: Omit<Timed, 'dueAt'>,
  words: { readonly stopped: string; readonly undated: string },
): string {
  if (status === 'paused') return words.stopped
  return discretion ?? (status === 'open' ? words.undated : '')
}
