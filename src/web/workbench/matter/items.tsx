import '../css/items.css'
import type { MatterView } from '../../../contract/index.js'
import { statedList } from '../../parts/index.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { make } from '../shown/make.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'

/** 子项. What was stated one by one, kind by kind: where each stands, by when it is due, and what was said of it. */
export function Items({ matter: { items, duties } }: { readonly matter: Pick<MatterView, 'items' | 'duties'> }) {
  const words = useWords()
  const kinds = [...new Map(items.map(({ kind }) => [kind.id, kind])).values()]
  return kinds.map((kind) => (
    <section className="block" key={kind.id} aria-labelledby={`items-${kind.id}`}>
      <h2 id={`items-${kind.id}`}>{sentence(kind.name)}</h2>
      <ol className="item-list">
        {items
          .filter((item) => item.kind.id === kind.id)
          .map((item) => {
            const duty = duties.find(({ key }) => key === item.clock)
            const above = items.find(({ id }) => id === item.above)
            return (
              <li key={item.id}>
                <div className="item-head">
                  <b>{item.name}</b>
                  {above && <span className="duty-holder">{words.content.partOf(above.name)}</span>}
                  {item.unit && <span className="duty-holder">{item.unit.name}</span>}
                  <span className="stage">{item.stage.name}</span>
                  {duty && <DutyBadge duty={duty} />}
                  {duty?.dueAt && (
                    <span className="duty-due">
                      {words.duties.due} <MomentText at={duty.dueAt} />
                    </span>
                  )}
                </div>
                {statedList(
                  make,
                  item.stated.filter(({ value }) => value !== item.name),
                )}
              </li>
            )
          })}
      </ol>
    </section>
  ))
}
