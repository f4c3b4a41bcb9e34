import '../css/desk.css'
import '../css/office-duties.css'
import { useEffect, useRef } from 'react'
import type { DutyRow, OfficeDuties } from '../../../contract/index.js'
import { isSettled } from '../../../core/index.js'
import { useAsked } from '../as-of/as-of.js'
import { DutyLines } from '../desk/duty-group.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { RoundList } from './round-list.js'

/** 机构义务. What is owed now, and every round so far; each leads to its matter, where it is done. */
export function OfficeDutiesPage() {
  const words = useWords()
  const { loaded, reload } = useLoad<OfficeDuties>(useAsked()('/api/office-duties'))
  useEffect(() => {
    document.title = `${words.officeDuties.title} · ${words.product}`
  }, [words])
  if (loaded.status === 'loading') return <Waiting lines={10} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  return (
    <section className="office-duties" aria-busy={loaded.isStale}>
      <div className="page-head">
        <h1>{words.officeDuties.title}</h1>
        <p className="soft">{words.officeDuties.lead}</p>
      </div>
      {loaded.value.hasDuties ? <Both duties={loaded.value} /> : <p className="empty">{words.officeDuties.none}</p>}
    </section>
  )
}

function Both({ duties }: { readonly duties: OfficeDuties }) {
  const words = useWords()
  const open = duties.open.flatMap(({ status, ...rest }) => (isSettled(status) ? [] : [{ ...rest, status }]))
  return (
    <>
      <h2>{words.officeDuties.now}</h2>
      {open.length === 0 ? <p className="empty">{words.officeDuties.nothingNow}</p> : <NowLines rows={open} />}
      <div className="office-head">
        <h2>{words.officeDuties.past}</h2>
        <span className="soft">{words.officeDuties.since(duties.since)}</span>
      </div>
      <RoundList rounds={duties.rounds} />
    </>
  )
}

function NowLines({ rows }: { readonly rows: readonly DutyRow[] }) {
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  return (
    <div className="desk-list" ref={list}>
      <DutyLines
        rows={rows}
        label={words.officeDuties.now}
        chosen={null}
        choose={() => undefined}
        hasPreview={false}
        hasDraft={() => false}
        selection={null}
      />
    </div>
  )
}
