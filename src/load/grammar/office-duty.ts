import { z } from 'zod'
import { cycles } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { type ActInput, act, actOptions } from './act.js'
import { change, drop, optional, toAnother } from './alter.js'
import { document } from './document.js'
import { type DutyInput, duty, dutyOptions } from './duty.js'
import { roundEdges, roundLimit, roundLimitEdits } from './limit.js'
import { doneStage, openingNames, owedStage } from './office-names.js'
import { type Among, optionEdits, type Unaltered } from './option.js'
import { each } from './reading.js'
import { rung } from './rung.js'
import { clauseRefs, identifier, listOf, name, word, words } from './shapes.js'
import type { StageInput } from './stage.js'

/** No unit stands behind it whose points could be taken. */
const officeRung = rung.omit({ deduct: true, criticisms: true }).meta({ id: 'OfficeRung' })

/**
 * 机构义务 as written: the short form of a small life of its own. The calendar opens a matter each round, its holder does it once; beside
 * that stand what any duty and any act may say, and further acts of such a matter (its stages are `owed` and `done`), and its papers.
 */
export const officeDuty = z
  .strictObject({
    name,
    holder: word,
    every: z.enum(cycles),
    opens: z.enum(roundEdges).optional(),
    within: roundLimit.optional(),
    seenBy: words.optional(),
    needs: act.shape.needs,
    takes: act.shape.takes,
    needsWhen: act.shape.needsWhen,
    when: act.shape.when,
    notBy: act.shape.notBy,
    tells: act.shape.tells,
    discretion: duty.shape.discretion,
    extend: duty.shape.extend,
    pausedBy: duty.shape.pausedBy,
    resumedBy: duty.shape.resumedBy,
    reopenedBy: duty.shape.reopenedBy,
    cancelledBy: duty.shape.cancelledBy,
    ladder: listOf(officeRung).optional(),
    acts: z.record(identifier, act).optional(),
    documents: z.record(identifier, document).optional(),
    clause: clauseRefs.optional(),
    note: name.optional(),
  })
  .meta({ id: 'OfficeDuty' })
export type OfficeDutyInput = z.infer<typeof officeDuty>

/** The act by which the calendar opens a round's matter. */
export const opening = 'open'
export const officeStages = ['owed', 'done'] as const

/** A duty of the office spelled out: a start, an act and a duty, beside the acts that are written with it. */
export type SpelledOut = {
  readonly stages: Readonly<Record<(typeof officeStages)[number], StageInput>>
  readonly acts: Readonly<Record<string, ActInput>>
  readonly duties: Readonly<Record<string, DutyInput>>
}

export function spelledOut(id: string, written: OfficeDutyInput, holderKind: 'office' | 'leader'): SpelledOut {
  const { name, holder, every, opens = 'period-end', within, acts, clause, note } = written
  return {
    stages: { owed: { name: owedStage, heldBy: holderKind }, done: { name: doneStage, end: true } },
    acts: {
      [opening]: { name: openingNames[opens], by: 'system', starts: 'owed', clause },
      [id]: { name, by: holder, from: 'owed', to: 'done', clause, note, ...some(written, ofAct) },
      ...acts,
    },
    duties: {
      [id]: {
        name,
        holder,
        opens: opening,
        metBy: id,
        within: within === undefined ? undefined : { round: { every, opens, ...within } },
        ladder: written.ladder,
        clause,
        ...some(written, ofDuty),
      },
    },
  }
}

/** Options that stand there as they are in an act, and in a duty. */
const ofAct = ['needs', 'takes', 'needsWhen', 'when', 'notBy', 'tells'] as const
const ofDuty = ['discretion', 'extend', 'pausedBy', 'resumedBy', 'reopenedBy', 'cancelledBy'] as const

function some<K extends keyof OfficeDutyInput>(written: OfficeDutyInput, keys: readonly K[]): Pick<OfficeDutyInput, K> {
  return Object.fromEntries(keys.map((key) => [key, written[key]])) as Pick<OfficeDutyInput, K>
}

/** Where what was spelled out is written. */
export function placeOf(id: string, { acts = {} }: OfficeDutyInput, [table, entry, ...rest]: Path): Path {
  const at: Path = ['officeDuties', id]
  if (table === 'documents' && entry !== undefined) return [...at, 'documents', entry, ...rest]
  if (table === 'acts' && entry !== undefined && String(entry) in acts) return [...at, 'acts', entry, ...rest]
  return [...at, ...rest.filter((key) => key !== 'round').map((key) => (key === 'by' ? 'holder' : key))]
}

type Edits = (written: OfficeDutyInput, path: Path, among: Among) => readonly Edit[]

const inAct =
  (key: 'needsWhen' | 'when' | 'notBy' | 'tells'): Edits =>
  (written, path, among) => {
    const { edits } = actOptions[key]
    const doing = spelledOut('doing', written, 'office').acts.doing
    return typeof edits === 'string' || doing === undefined ? [] : edits(doing, path, among)
  }

const inDuty =
  (key: (typeof ofDuty)[number] | 'ladder'): Edits =>
  (written, path, among) => {
    const { edits } = dutyOptions[key]
    const owed = spelledOut('owed', written, 'office').duties.owed
    return typeof edits === 'string' || owed === undefined ? [] : edits(owed, path, among)
  }

/** How each key could be written otherwise. One that is forgotten does not compile. */
const alterations: { readonly [K in keyof OfficeDutyInput]-?: Edits | Unaltered } = {
  name: 'words: nothing hangs on them',
  holder: ({ holder }, path, { roles }) => toAnother(roles, holder, [...path, 'holder']),
  every: ({ every }, path) => toAnother(cycles, every, [...path, 'every']),
  opens: ({ opens = 'period-end' }, path) => [
    change([...path, 'opens'], opens, opens === 'period-end' ? 'period-start' : 'period-end'),
  ],
  within: (written, path) => [
    ...drop(written, 'within', path),
    ...(written.within === undefined ? [] : roundLimitEdits(written.within, [...path, 'within'])),
  ],
  seenBy: 'it says only what a file holds, not what the rules do',
  // The whole is written anew without it.
  needs: (written, path) => each(written.needs, []).map(({ value }) => optional(written, value, path)),
  takes: 'it says only what a file holds, not what the rules do',
  needsWhen: inAct('needsWhen'),
  when: inAct('when'),
  notBy: inAct('notBy'),
  tells: inAct('tells'),
  discretion: inDuty('discretion'),
  extend: inDuty('extend'),
  pausedBy: inDuty('pausedBy'),
  resumedBy: inDuty('resumedBy'),
  reopenedBy: inDuty('reopenedBy'),
  cancelledBy: inDuty('cancelledBy'),
  ladder: inDuty('ladder'),
  acts: ({ acts = {} }, path, among) =>
    Object.entries(acts).flatMap(([id, each]) =>
      optionEdits(actOptions, each, [...path, 'acts', id], { ...among, stages: officeStages }),
    ),
  documents: 'it says only what a file holds, not what the rules do',
  clause: 'it says only what a file holds, not what the rules do',
  note: 'words: nothing hangs on them',
}

/** Every way in which a duty of the office could be written otherwise, one at a time. */
export const officeDutyEdits: Edits = (written, path, among) =>
  Object.values(alterations).flatMap((edits) => (typeof edits === 'string' ? [] : edits(written, path, among)))
