import type { NoticePage } from '../../contract/index.js'
import { readRound } from '../../core/index.js'
import type { NoticeRow } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { showingOf } from '../showing.js'
import { alertView, moment, named } from '../view-parts.js'
import { officeWords } from '../words/office-duties.js'
import { bindsOffice, openOfficeRecord } from './office-record.js'
import { periodName } from './period-name.js'

type Shown = NoticePage['rows'][number]

/** 提醒 of what the office itself owes; null where it tells of something else. */
export async function officeNoticeView(deps: Deps, { office, lang }: Viewer, row: NoticeRow): Promise<Shown | null> {
  const { regulation } = office.program
  if (row.body.office !== regulation.id || !bindsOffice(office.program)) return null
  const record = await openOfficeRecord(deps, office)
  const event = record.events.find(({ seq }) => seq === row.body.seq)
  const given = record.givens.findLast(({ program }) => event !== undefined && program.regulation.officeDuties[event.duty])
  const rule = event === undefined ? undefined : given?.program.regulation.officeDuties[event.duty]
  const round = event === undefined || rule === undefined ? null : readRound(event.period, rule.every)
  if (event?.kind !== 'rung' || given === undefined || rule === undefined || round === null) return null
  const showing = showingOf(office, lang, given.program)
  const alert = alertView(showing, rule.ladder.find(({ id }) => id === event.rung)?.alert ?? null)
  return {
    id: row.id,
    matter: null,
    number: '',
    title: officeWords[lang].notice(named(showing, rule.id, rule.name).name, periodName(showing, round, rule.every)),
    text: alert?.name ?? officeWords[lang].reminder,
    by: showing.words.platform,
    at: moment(row.createdAt, office.calendar.zone),
    isRead: row.readAt !== null,
  }
}
