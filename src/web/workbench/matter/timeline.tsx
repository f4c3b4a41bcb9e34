import { useState } from 'react'
import type { TimelineEntry } from '../../../contract/index.js'
import { TimelineList } from '../shown/timeline-list.js'
import { useWords } from '../words/language.js'

/** 办理过程. What was done and what took effect, newest first unless the person turns it round. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const words = useWords()
  const [isOldestFirst, setOldestFirst] = useState(false)
  const ordered = [...entries].sort((one, other) => (isOldestFirst ? one.seq - other.seq : other.seq - one.seq))
  return (
    <section className="block" aria-labelledby="timeline">
      <div className="block-head">
        <h2 id="timeline">{words.timeline.title}</h2>
        <button type="button" className="quiet no-print" onClick={() => setOldestFirst(!isOldestFirst)}>
          {isOldestFirst ? words.timeline.newestFirst : words.timeline.oldestFirst}
        </button>
      </div>
      <TimelineList entries={ordered} />
    </section>
  )
}
