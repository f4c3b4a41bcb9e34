import { useEffect, useState } from 'react'
import type { SelectionsView, SelectionView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useSession } from '../session.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { MadeSelection } from './made-selection.js'
import { SelectionForm } from './selection-form.js'
import { selectionsWords } from './selections-words.js'

/** 选取. For which acts matters are chosen, by lot or by hand, and what was chosen. */
export function SelectionsPage() {
  const words = useScreenWords(selectionsWords)
  const { product } = useWords()
  const { ask } = useSession()
  const { loaded, reload } = useLoad<SelectionsView>('/api/selections')
  const [failed, setFailed] = useState<Parameters<typeof Problem>[0]['problem'] | null>(null)
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  const finish = async ({ id }: Pick<SelectionView, 'id'>): Promise<void> => {
    const done = await ask<SelectionView>(`/api/selections/${id}/finish`, { method: 'POST', body: {} })
    setFailed(done.ok ? null : done.problem)
    reload()
  }
  return (
    <section className="selections">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      {loaded.status === 'loading' && <Waiting lines={6} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' && (
        <>
          <SelectionForm offers={loaded.value.offers} made={finish} />
          {failed && <Problem problem={failed} />}
          <h2>{words.made}</h2>
          {loaded.value.made.length === 0 && <p className="empty">{words.noneMade}</p>}
          {loaded.value.made.map((each) => (
            <MadeSelection key={each.id} selection={each} finish={() => finish(each)} />
          ))}
        </>
      )}
    </section>
  )
}
