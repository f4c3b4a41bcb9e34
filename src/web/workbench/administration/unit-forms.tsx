import { useState } from 'react'
import type { UnitChange, UnitsView, UnitView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { SelectField, TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { useSend } from './use-send.js'

type NewProps = {
  readonly units: readonly UnitView[]
  readonly kinds: UnitsView['kinds']
  readonly close: () => void
  readonly done: () => void
}

/** It gets an identifier by itself. */
export function NewUnitForm({ units, kinds, close, done }: NewProps) {
  const words = useWords().administration
  const sending = useSend()
  const [typed, setTyped] = useState({ name: '', parent: '', unitKind: '' })
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  const save = async (): Promise<void> => {
    const { name, parent, unitKind } = typed
    if ((await sending.send('units', { name, parent: parent || null, unitKind: unitKind || null })) !== null) done()
  }
  return (
    <AdminForm title={words.units.add} sending={sending} submit={() => void save()} cancel={close}>
      <TextField name="name" label={words.units.name} value={typed.name} change={(name) => change({ name })} />
      <SelectField
        name="parent"
        label={words.units.parent}
        none={words.units.top}
        value={typed.parent}
        options={units.filter(({ isMerged }) => !isMerged)}
        change={(parent) => change({ parent })}
      />
      {kinds.length > 0 && (
        <SelectField
          name="unitKind"
          label={words.units.unitKind}
          none={words.units.noKind}
          value={typed.unitKind}
          options={kinds}
          change={(unitKind) => change({ unitKind })}
        />
      )}
    </AdminForm>
  )
}

type Props = NewProps & Pick<UnitsView, 'today'> & { readonly unit: UnitView }
type Kind = UnitChange['kind']

/** What happens to a unit: one thing at a time, each with its entry in the log. */
export function UnitForm({ unit, units, kinds: unitKinds, today, close, done }: Props) {
  const words = useWords().administration
  const sending = useSend()
  const [kind, setKind] = useState<Kind>('rename')
  const [typed, setTyped] = useState({
    name: unit.name,
    on: today,
    parent: unit.parent ?? '',
    unitKind: unit.kind?.id ?? '',
    paperWords: unit.paperWords ?? '',
    successor: unit.successor?.id ?? '',
  })
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  const save = async (): Promise<void> => {
    if ((await sending.send(`units/${encodeURIComponent(unit.id)}`, changeOf(kind, typed))) !== null) done()
  }
  const others = units.filter(({ id, isMerged }) => id !== unit.id && !isMerged)
  const offered = (['rename', 'move', 'classify', 'number', 'merge'] as const).filter(
    (id) => id !== 'classify' || unitKinds.length > 0,
  )
  const kinds = offered.map((id) => ({ id, name: words.units.kinds[id] }))
  return (
    <AdminForm title={words.units.edit(unit.name)} sending={sending} submit={() => void save()} cancel={close}>
      <SelectField
        name="kind"
        label={words.units.what}
        value={kind}
        options={kinds}
        change={(value) => setKind((value || 'rename') as Kind)}
      />
      {kind === 'rename' && (
        <>
          <TextField name="name" label={words.units.newName} value={typed.name} change={(name) => change({ name })} />
          <TextField
            name="since"
            label={words.units.sinceLabel}
            hint={words.units.sinceHint}
            type="date"
            value={typed.on}
            change={(on) => change({ on })}
          />
        </>
      )}
      {kind === 'move' && (
        <SelectField
          name="parent"
          label={words.units.parent}
          none={words.units.top}
          value={typed.parent}
          options={others}
          change={(parent) => change({ parent })}
        />
      )}
      {kind === 'classify' && (
        <SelectField
          name="unitKind"
          label={words.units.unitKind}
          none={words.units.noKind}
          value={typed.unitKind}
          options={unitKinds}
          change={(unitKind) => change({ unitKind })}
        />
      )}
      {kind === 'number' && (
        <TextField
          name="paperWords"
          label={words.units.paperWords}
          hint={words.units.paperWordsHint}
          value={typed.paperWords}
          change={(paperWords) => change({ paperWords })}
        />
      )}
      {kind === 'merge' && (
        <>
          <SelectField
            name="successor"
            label={words.units.successor}
            hint={words.units.mergeHint}
            none={words.units.noSuccessor}
            value={typed.successor}
            options={others}
            change={(successor) => change({ successor })}
          />
          <TextField name="on" label={words.units.mergedOn} type="date" value={typed.on} change={(on) => change({ on })} />
        </>
      )}
    </AdminForm>
  )
}

type Typed = {
  readonly name: string
  readonly on: string
  readonly parent: string
  readonly unitKind: string
  readonly paperWords: string
  readonly successor: string
}

function changeOf(kind: Kind, { name, on, parent, unitKind, paperWords, successor }: Typed): UnitChange {
  switch (kind) {
    case 'rename':
      return { kind, name, since: on }
    case 'move':
      return { kind, parent: parent || null }
    case 'classify':
      return { kind, unitKind: unitKind || null }
    case 'number':
      return { kind, paperWords: paperWords.trim() || null }
    case 'merge':
      return { kind, successor: successor || null, on }
  }
}
