import { useState } from 'react'
import type { RetentionView } from '../../../contract/index.js'
import { SelectField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { AdminTable } from '../administration/part.js'
import { useSend } from '../administration/use-send.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useScreenWords } from '../words/language.js'
import { type RetentionWords, retentionWords } from './retention-words.js'

type Term = RetentionView['terms'][number]

export const keepText = (words: RetentionWords, keep: Term['keep']): string =>
  keep === null ? words.unset : keep === 'permanent' ? words.permanent : words.years(keep)

/** 保管期限 of each kind and class; an administrator sets what the regulations leave open. */
export function TermsPart({ view, reload }: { readonly view: RetentionView; readonly reload: () => void }) {
  const words = useScreenWords(retentionWords)
  return (
    <>
      <AdminTable title={words.parts.terms} heads={[words.kind, words.class, words.keep, words.clause]}>
        {view.terms.map((term) => (
          <tr key={keyOf(term)}>
            <td>{term.regulation.name}</td>
            <td>{term.class.name || words.all}</td>
            <td>
              {keepText(words, term.keep)} {term.isByRegulation && <span className="soft">{words.byRegulation}</span>}
            </td>
            <td>{term.clauses.length > 0 && <ClauseChips clauses={term.clauses} />}</td>
          </tr>
        ))}
        <tr>
          <td>{words.all}</td>
          <td>{words.ofIdentity}</td>
          <td>{view.identity.keep === null ? words.withMatter : words.years(view.identity.keep)}</td>
          <td />
        </tr>
      </AdminTable>
      {view.mayDecide && <TermsForm view={view} done={reload} />}
    </>
  )
}

const keyOf = ({ regulation, class: of }: Term): string => `${regulation.id}/${of.id}`

function TermsForm({ view, done }: { readonly view: RetentionView; readonly done: () => void }) {
  const words = useScreenWords(retentionWords)
  const sending = useSend('/api/retention')
  const open = view.terms.filter(({ isByRegulation }) => !isByRegulation)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(open.map((term) => [keyOf(term), term.keep === null ? '' : String(term.keep)])),
  )
  const [identity, setIdentity] = useState(view.identity.keep === null ? '' : String(view.identity.keep))
  const inYears = (years: number) => ({ id: String(years), name: words.years(years) })
  const options = [...view.years.map(inYears), { id: 'permanent', name: words.permanent }]
  const save = async (): Promise<void> => {
    const terms = open.map((term) => {
      const keep = chosen[keyOf(term)] ?? ''
      return {
        regulation: term.regulation.id,
        class: term.class.id,
        keep: keep === '' ? null : keep === 'permanent' ? keep : Number(keep),
      }
    })
    const asked = { terms, identity: identity === '' ? null : Number(identity), revision: view.revision }
    if ((await sending.send('terms', asked)) !== null) done()
  }
  return (
    <AdminForm title={words.setTerms} sending={sending} submit={() => void save()}>
      <p className="field field-wide hint">{words.termsHint}</p>
      {open.map((term) => (
        <SelectField
          key={keyOf(term)}
          name="term"
          label={[term.regulation.name, term.class.name].filter(Boolean).join(' · ')}
          none={words.unset}
          value={chosen[keyOf(term)] ?? ''}
          options={options}
          change={(keep) => setChosen({ ...chosen, [keyOf(term)]: keep })}
        />
      ))}
      <SelectField
        name="identity"
        label={words.ofIdentity}
        none={words.withMatter}
        value={identity}
        options={view.identity.years.map(inYears)}
        change={setIdentity}
      />
    </AdminForm>
  )
}
