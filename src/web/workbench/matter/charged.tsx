import type { MatterView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** The workdays charged to each who had the matter in hand. */
export function Charged({ charged }: { readonly charged: MatterView['charged'] }) {
  const words = useWords()
  if (charged.length === 0) return null
  const longest = Math.max(1, ...charged.map((each) => each.workdays))
  return (
    <section className="block" aria-labelledby="charged">
      <h2 id="charged">{words.charged.title}</h2>
      <ul className="charged">
        {charged.map((each) => (
          <li key={`${each.by} ${each.unit ?? ''}`}>
            <span>{each.name}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(each.workdays / longest) * 100} height="8" />
            </svg>
            <b>{words.charged.days(each.workdays)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
