import { Button } from 'antd'
import { useState } from 'react'
import type { UnitsView, UnitView } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { AdminTable, Part } from './part.js'
import { RosterForm } from './roster-form.js'
import { rosterWords } from './roster-words.js'
import { NewUnitForm, UnitForm } from './unit-forms.js'
import { treeOf } from './unit-tree.js'

/** 单位. A tree, with names over time; what was merged stays, and points to its successor. */
export function UnitsPart() {
  const words = useWords().administration
  const roster = useScreenWords(rosterWords)
  const { loaded, reload } = useLoad<UnitsView>('/api/administration/units')
  const [open, setOpen] = useState<string | null>(null)
  const [isListing, setListing] = useState(false)
  const done = (): void => {
    setOpen(null)
    setListing(false)
    reload()
  }
  return (
    <Part loaded={loaded} reload={reload}>
      {({ units, kinds, today }) => {
        const unit = units.find(({ id }) => id === open)
        return (
          <>
            {open === '' && <NewUnitForm units={units} kinds={kinds} close={() => setOpen(null)} done={done} />}
            {unit && <UnitForm key={unit.id} {...{ unit, units, kinds, today, done }} close={() => setOpen(null)} />}
            {isListing && <RosterForm of="units" close={() => setListing(false)} changed={reload} />}
            {open === null && !isListing && (
              <div className="admin-tools">
                <Button type="primary" onClick={() => setOpen('')}>
                  {words.units.add}
                </Button>
                <Button onClick={() => setListing(true)}>{roster.title.units}</Button>
                <p className="soft">{words.units.lead}</p>
              </div>
            )}
            {units.length === 0 ? <p className="empty">{words.units.empty}</p> : <Units units={units} edit={setOpen} />}
          </>
        )
      }}
    </Part>
  )
}

function Units({ units, edit }: { readonly units: readonly UnitView[]; readonly edit: (unit: string) => void }) {
  const words = useWords().administration
  return (
    <AdminTable title={words.parts.units} heads={[words.units.name, words.units.names, words.units.open, words.change]}>
      {treeOf(units).map(({ unit, depth }) => (
        <tr key={unit.id} className={unit.isMerged ? 'admin-off' : ''}>
          <td>
            <span className="admin-depth" style={{ paddingLeft: `${depth * 1.4}rem` }}>
              {depth > 0 && <span aria-hidden="true">└ </span>}
              <b>{unit.name}</b> <span className="soft">{unit.id}</span>
              {unit.kind && <span className="soft">{unit.kind.name}</span>}
            </span>
          </td>
          <td>
            {unit.names.length > 1 && (
              <ol className="admin-names">
                {unit.names.map(({ since, name }) => (
                  <li key={since ?? ''}>{since === null ? words.units.first(name) : words.units.since(name, since)}</li>
                ))}
              </ol>
            )}
            {unit.successor && words.units.merged(unit.successor.name, unit.mergedOn ?? '')}
          </td>
          <td className="number">{unit.openShares}</td>
          <td>
            <button type="button" className="quiet" aria-label={`${words.change} ${unit.name}`} onClick={() => edit(unit.id)}>
              {words.change}
            </button>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
