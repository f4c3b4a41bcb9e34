import '../css/form.css'
import '../css/matter.css'
import '../css/office-duties.css'
import { useEffect, useState } from 'react'
import type { OfficeDuties } from '../../../contract/index.js'
import { go } from '../address.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { OfficeDutyPage } from './office-duty-page.js'
import { OfficeDutyTable } from './office-duty-table.js'
import { PeriodList } from './period-list.js'

/** 机构义务. What is owed now, and every period so far; or, at its address, one that is owed. */
export function OfficeDutiesPage({ id }: { readonly id: string }) {
  const words = useWords()
  const { loaded, reload } = useLoad<OfficeDuties>('/api/office-duties')
  const [done, setDone] = useState<string | null>(null)
  useEffect(() => {
    document.title = `${words.officeDuties.title} · ${words.product}`
  }, [words])
  if (loaded.status === 'loading') return <Waiting lines={10} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  const finish = (name: string): void => {
    setDone(name)
    reload()
    go('office-duties')
  }
  if (id !== '') return <OfficeDutyPage row={loaded.value.open.find(({ key }) => key === id) ?? null} finish={finish} />
  return (
    <section className="office-duties" aria-busy={loaded.isStale}>
      <div className="page-head">
        <h1>{words.officeDuties.title}</h1>
        <p className="soft">{words.officeDuties.lead}</p>
      </div>
      <p role="status" className={done === null ? 'unseen' : 'office-done'}>
        {done === null ? '' : words.officeDuties.done(done)}
      </p>
      {loaded.value.hasDuties ? <Both duties={loaded.value} /> : <p className="empty">{words.officeDuties.none}</p>}
    </section>
  )
}

function Both({ duties }: { readonly duties: OfficeDuties }) {
  const words = useWords()
  return (
    <>
      <h2>{words.officeDuties.now}</h2>
      {duties.open.length === 0 ? (
        <p className="empty">{words.officeDuties.nothingNow}</p>
      ) : (
        <OfficeDutyTable rows={duties.open} caption={words.officeDuties.now} />
      )}
      <div className="office-head">
        <h2>{words.officeDuties.past}</h2>
        <span className="soft">{words.officeDuties.since(duties.since)}</span>
      </div>
      <PeriodList periods={duties.periods} />
    </>
  )
}
