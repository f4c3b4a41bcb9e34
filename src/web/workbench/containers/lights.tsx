import type { LightView } from '../../../contract/index.js'
import { useScreenWords, useWords } from '../words/language.js'
import { containersWords } from './containers-words.js'

const marks = { met: '✓', lacking: '!', waived: '○', unasked: '' } as const

/** 要件. What must exist of what is asked for here, a square each, and a sentence that names what is lacking. */
export function Lights({ lights }: { readonly lights: readonly LightView[] }) {
  const words = useScreenWords(containersWords)
  const { listComma } = useWords()
  const asked = lights.filter(({ standing }) => standing !== 'unasked')
  if (asked.length === 0) return null
  const lacking = asked.filter(({ standing }) => standing === 'lacking')
  return (
    <span className="lights">
      <span aria-hidden="true" className="lights-row">
        {asked.map(({ id, name, standing }) => (
          <span key={id} className={`light light-${standing}`} title={`${name}：${words.lights[standing]}`}>
            {marks[standing]}
          </span>
        ))}
      </span>
      <span>{lacking.length === 0 ? words.complete : words.lacks(lacking.map(({ name }) => name).join(listComma))}</span>
    </span>
  )
}
