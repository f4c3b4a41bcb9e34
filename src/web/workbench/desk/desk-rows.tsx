import type { Desk, DutyPage, DutyRow } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { notesWords } from '../notes/notes-words.js'
import type { Loaded } from '../use-load.js'
import type { usePages } from '../use-pages.js'
import { useScreenWords, useWords } from '../words/language.js'
import type { DeskPart } from './desk-part.js'
import { DoneToday } from './done-today.js'
import { DutyGroup, DutyLines, type Listed } from './duty-group.js'
import { WholeHouse } from './whole-house.js'
import type { Whose } from './whose.js'

type Props = {
  readonly part: DeskPart
  readonly whose: Whose
  /** The first of each kind of work. */
  readonly all: Loaded<Desk>
  /** The pages of the part that is looked at, where it is not all. */
  readonly own: ReturnType<typeof usePages<DutyRow, DutyPage>>
  readonly listed: Listed
  readonly open: (part: DeskPart) => void
  readonly reload: () => void
}

/** What is owed: the first rows of each kind of work, or page by page all of one or of a time. */
export function DeskRows({ part, whose, all, own, listed, open, reload }: Props) {
  const words = useWords()
  const noted = useScreenWords(notesWords)
  const isPast = useIsPast()
  const desk = all.status === 'ready' ? all.value : null
  if (part.by === 'all') {
    return (
      <>
        {all.status === 'loading' && <Waiting lines={8} />}
        {all.status === 'failed' && <Problem problem={all.problem} retry={reload} />}
        {desk?.groups.length === 0 && (
          <p className="empty">
            {isPast ? words.asOf.none : whose === 'mine' ? noted.emptyMine : words.desk.empty}
            {!isPast && <DoneToday />}
          </p>
        )}
        {desk?.groups.length === 0 && whose !== 'house' && desk.whoses.includes('house') && <WholeHouse />}
        {desk?.groups.map((group) => (
          <DutyGroup
            key={group.work}
            work={group.work}
            count={group.count}
            rows={group.rows}
            openAll={() => open({ by: 'work', work: group.work })}
            {...listed}
          />
        ))}
      </>
    )
  }
  const page = own.pages.status === 'ready' ? own.pages.page : null
  const rows = page?.rows ?? []
  return (
    <>
      {own.pages.status === 'loading' && <Waiting lines={8} />}
      {own.pages.status === 'failed' && <Problem problem={own.pages.problem} retry={reload} />}
      {page !== null && rows.length === 0 && <p className="empty">{words.desk.emptyFilter}</p>}
      {page !== null && part.by === 'work' && rows.length > 0 && (
        <DutyGroup work={part.work} count={countOf(desk, part) ?? rows.length} rows={rows} openAll={null} {...listed} />
      )}
      {page !== null && part.by === 'due' && <DutyLines rows={rows} label={words.desk.show[part.show]} {...listed} />}
      <More next={page?.next ?? null} load={own.more} isLoading={own.isLoadingMore} />
    </>
  )
}

const countOf = (desk: Desk | null, part: Extract<DeskPart, { by: 'work' }>): number | undefined =>
  desk?.groups.find(({ work }) => work === part.work)?.count
