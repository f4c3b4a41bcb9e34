import type { MatterView } from '../../../contract/index.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

/** Who opened the identity, when and why. */
export function Reveals({ reveals }: { readonly reveals: MatterView['reveals'] }) {
  const words = useWords()
  if (reveals.length === 0) return null
  return (
    <section className="block" aria-labelledby="reveals">
      <h2 id="reveals">{words.reveals.title}</h2>
      <ul className="reveals">
        {reveals.map((each) => (
          <li key={`${each.at.iso} ${each.who}`}>
            <MomentText at={each.at} /> <b>{each.who}</b> {words.reveals.how[each.how]} <q>{each.reason}</q>
          </li>
        ))}
      </ul>
    </section>
  )
}
