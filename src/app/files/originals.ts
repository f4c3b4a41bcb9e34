import {
  type Field,
  isAnswering,
  isFilled,
  type MatterState,
  type Regulation,
  type Sight,
  shownLine,
  type Value,
} from '../../core/index.js'
import type { AttachmentInfo } from '../../store/index.js'
import { unitNamed } from '../matter/view-parts.js'
import type { Showing } from '../showing.js'
import { filesIn } from './public-files.js'

/**
 * 原文. What a field for the public is filled in with before anybody types: the original it is said in place of, or, where nothing new
 * was stated since, what was last said for the public.
 */
export function filledBefore(
  showing: Showing,
  state: MatterState,
  sight: Sight,
  { id, redacts, type }: Field,
): Value | undefined {
  const original = redacts.find((each) => sight.fields[each]?.as === 'shown' && latest(state, each) > 0)
  if (latest(state, id) > Math.max(0, ...redacts.map((each) => latest(state, each)))) return state.facts[id]
  // Nobody has looked into a file by finding it in a form: each is chosen.
  if (original === undefined || type === 'attachments') return undefined
  const own = state.facts[original]
  if (type === 'text' && typeof own === 'string') return shownLine(own)
  return isFilled(own) ? own : joined(showing, statedInShares(showing.program.regulation, state, original))
}

/** Which files may be chosen for the public: the originals that the viewer sees and that are not sealed, and those chosen before. */
export function filesToChoose({ id, redacts }: Field, state: MatterState, { sight, files }: Files): readonly AttachmentInfo[] {
  const seen = [id, ...redacts].filter((each) => sight.fields[each]?.as === 'shown')
  const named = new Set([state.facts, ...state.assignments.map(({ facts }) => facts)].flatMap((facts) => filesIn(facts, seen)))
  return files.filter(({ attachment, isSealed }) => named.has(attachment) && !isSealed)
}

type Files = { readonly sight: Sight; readonly files: readonly AttachmentInfo[] }

/** The last act that stated a field; 0: none did. */
function latest({ events }: MatterState, field: string): number {
  const found = events.findLast((event) => event.kind === 'act' && isFilled(event.with[field]))
  return found?.seq ?? 0
}

type Stated = { readonly unit: string; readonly value: Value }

/** By the units that answer; a share that was returned speaks no more. */
const statedInShares = ({ assignmentStages }: Regulation, { assignments }: MatterState, field: string): readonly Stated[] =>
  assignments.flatMap(({ unit, part, stage, facts }) => {
    const value = facts[field]
    const isOut = !isAnswering(part) || assignmentStages[stage]?.isEnd === true
    return isOut || value === undefined || !isFilled(value) ? [] : [{ unit, value }]
  })

/** One answer stands as it is; of several, each under the name of its unit. */
function joined(showing: Showing, stated: readonly Stated[]): Value | undefined {
  const [first] = stated
  if (stated.length <= 1 || stated.some(({ value }) => typeof value !== 'string')) return first?.value
  return stated.map(({ unit, value }) => `${unitNamed(showing, unit).name}\n${String(value)}`).join('\n\n')
}
