import { useState } from 'react'
import { draftPrefix } from '../session.js'
import { readStored, writeStored } from '../stored.js'
import { useWords } from '../words/language.js'

type Props = { readonly id: string; readonly points: readonly string[]; readonly draft: string }

/** The points of the message beside the answer. Who writes ticks what is answered; the ticks stay in this tab. */
export function ReplyPoints({ id, points, draft }: Props) {
  const words = useWords()
  const key = `${draftPrefix}${draft}:points`
  const [ticked, setTicked] = useState<readonly number[]>(() => ticksIn(readStored('session', key)))
  const turn = (at: number): void => {
    const next = ticked.includes(at) ? ticked.filter((each) => each !== at) : [...ticked, at]
    setTicked(next)
    writeStored('session', key, JSON.stringify(next))
  }
  const done = points.filter((_, at) => ticked.includes(at)).length
  return (
    <fieldset className="reply-points" id={id}>
      <legend>{words.reply.pointsTitle(done, points.length)}</legend>
      <p className="hint">{words.reply.pointsHint}</p>
      {points.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two points may read the same.
        <label key={at} className={ticked.includes(at) ? 'point point-done' : 'point'}>
          <input type="checkbox" checked={ticked.includes(at)} onChange={() => turn(at)} />
          <span>{point}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ticksIn(text: string | null): readonly number[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter((each): each is number => typeof each === 'number') : []
  } catch {
    return []
  }
}
