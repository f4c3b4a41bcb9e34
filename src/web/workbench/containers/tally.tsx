import '../css/tally.css'
import type { ContainerView } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { containersWords } from './containers-words.js'

/** 清点. How many are held, of each unit and in all, beside the list of whoever hands them over; where it differs, that is said in words. */
export function Tally({ tally }: { readonly tally: NonNullable<ContainerView['tally']> }) {
  const words = useScreenWords(containersWords)
  const units = tally.units.map((each) => ({ ...each, off: each.held - each.listed }))
  const isByUnit = units.some(({ listed }) => listed > 0)
  const off = tally.listed === null ? 0 : tally.held - tally.listed
  const wrong = [...(isByUnit ? units : []), { id: '', name: words.tallyTotal, off }].filter((each) => each.off !== 0)
  const said = wrong.map(({ name, off: by }) => (by > 0 ? words.tallyMore(name, by) : words.tallyLess(name, -by)))
  return (
    <section className="block tally" aria-labelledby="tally">
      <h2 id="tally">{words.tally}</h2>
      <p role="status" className={wrong.length === 0 ? 'tally-same' : 'tally-differs'}>
        {wrong.length === 0 ? `✓ ${words.tallySame}` : `▲ ${words.tallyDiffers}${said.join(words.and)}`}
      </p>
      <table className="tally-table">
        <thead>
          <tr>
            {[words.tallyUnit, words.tallyListed, words.tallyHeld, words.tallyOff].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, name, listed, held, off: by }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{isByUnit ? listed : '—'}</td>
              <td>{held}</td>
              <td className={isByUnit && by !== 0 ? 'tally-off' : ''}>{isByUnit && by !== 0 ? signed(by) : ''}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.tallyTotal}</th>
            <td>{tally.listed ?? '—'}</td>
            <td>{tally.held}</td>
            <td className={off === 0 ? '' : 'tally-off'}>{off === 0 ? '' : signed(off)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`)
