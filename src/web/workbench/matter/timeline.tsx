import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { MatterView, TimelineEntry, TimelinePage } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { useSession } from '../session.js'
import { TimelineList } from '../shown/timeline-list.js'
import { useWords } from '../words/language.js'

/** 办理过程. What was done and what took effect, newest first unless the person turns it round; the earliest of a long life on demand. */
export function Timeline({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  const [isOldestFirst, setOldestFirst] = useState(false)
  const { entries, earlier, more } = useEarlier(matter)
  const ordered = [...entries].sort((one, other) => (isOldestFirst ? one.seq - other.seq : other.seq - one.seq))
  const rest = earlier !== null && (
    <Button className="no-print" onClick={more}>
      {words.timeline.earlier}
    </Button>
  )
  return (
    <section className="block" aria-labelledby="timeline">
      <div className="block-head">
        <h2 id="timeline">{words.timeline.title}</h2>
        <button type="button" className="quiet no-print" onClick={() => setOldestFirst(!isOldestFirst)}>
          {isOldestFirst ? words.timeline.newestFirst : words.timeline.oldestFirst}
        </button>
      </div>
      {isOldestFirst && rest}
      <TimelineList entries={ordered.map((entry) => withoutTold(entry, matter))} />
      {!isOldestFirst && rest}
    </section>
  )
}

/** What opened the matter and still stands as it was stated is told above, in the head and as the letter: not twice. */
function withoutTold(entry: TimelineEntry, { fields }: MatterView): TimelineEntry {
  if (entry.seq !== 1) return entry
  const told = new Map(fields.map(({ id, as, value }) => [id, as === 'shown' ? value : null]))
  return { ...entry, stated: entry.stated.filter(({ field, value }) => told.get(field) !== value) }
}

/** The entries that came with the matter, with the earlier ones that were asked for; read anew, it begins again. */
function useEarlier(matter: MatterView) {
  const { ask } = useSession()
  const asked = useAsked()
  const [before, setBefore] = useState<TimelinePage>({ timeline: [], earlier: matter.earlier })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for belongs to the revision it was asked for.
  useEffect(() => setBefore({ timeline: [], earlier: matter.earlier }), [matter.id, matter.revision])
  const more = (): void => {
    const path = asked(`/api/matters/${encodeURIComponent(matter.id)}/timeline?before=${before.earlier}`)
    void ask<TimelinePage>(path).then((answer) => {
      if (answer.ok) setBefore({ timeline: [...answer.value.timeline, ...before.timeline], earlier: answer.value.earlier })
    })
  }
  const entries: readonly TimelineEntry[] = [...before.timeline, ...matter.timeline]
  return { entries, earlier: before.earlier, more }
}
