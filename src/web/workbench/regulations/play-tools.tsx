import { useState } from 'react'
import type { ScenarioRuns } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import type { VersionId } from './version-path.js'
import { versionApi } from './version-path.js'

type Props = {
  readonly version: VersionId
  /** The file of what is played. */
  readonly scenario: string
  readonly load: (id: string) => void
  readonly clear: () => void
}

/** A scenario as a start; the link and the file of what is played. */
export function PlayTools({ version, scenario, load, clear }: Props) {
  const { simulator } = useWords().regulations
  const { loaded } = useLoad<ScenarioRuns>(`${versionApi(version)}/scenarios`)
  const [chosen, setChosen] = useState('')
  const [isCopied, setCopied] = useState(false)
  const scenarios = loaded.status === 'ready' ? loaded.value.scenarios : []
  const copy = (): void => {
    navigator.clipboard?.writeText(window.location.href).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <div className="play-tools">
      <label htmlFor="play-scenario">{simulator.scenario}</label>
      <select id="play-scenario" className="plain-select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{simulator.choose}</option>
        {scenarios.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="button" className="plain-button" disabled={chosen === ''} onClick={() => load(chosen)}>
        {simulator.load}
      </button>
      <button type="button" className="plain-button" onClick={clear}>
        {simulator.clear}
      </button>
      <button type="button" className="plain-button" onClick={copy}>
        {simulator.share}
      </button>
      <button
        type="button"
        className="plain-button"
        disabled={scenario === ''}
        onClick={() => save(`${version.id}.yaml`, scenario)}
      >
        {simulator.download}
      </button>
      <span role="status">{isCopied ? simulator.copied : ''}</span>
    </div>
  )
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
