import {
  type ActEvent,
  type Field,
  isAnswering,
  isFilled,
  type Mark,
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
  const original = redacts.find((each) => sight.fields[each]?.as === 'shown' && latest(state, each) !== undefined)
  const { regulation } = showing.program
  const answers = redacts.some((each) => regulation.meaning.answer.includes(each)) ? answeredInShares(state) : []
  const originals = [...redacts.map((each) => latest(state, each)?.seq ?? 0), ...answers.map(({ seq }) => seq)]
  const said = latest(state, id)
  if (said !== undefined && said.seq > Math.max(...originals)) return said.with[id]
  // Nobody has looked into a file by finding it in a form: each is chosen.
  if (original === undefined || type === 'attachments') return undefined
  const own = state.facts[original]
  if (type === 'text' && typeof own === 'string') return shownLine(own)
  return isFilled(own) ? own : joined(showing, statedInShares(regulation, state, { original, answers }))
}

/** Which files may be chosen for the public: the originals that the viewer sees and that are not sealed, and those chosen before. */
export function filesToChoose({ id, redacts }: Field, state: MatterState, { sight, files }: Files): readonly AttachmentInfo[] {
  const seen = [id, ...redacts].filter((each) => sight.fields[each]?.as === 'shown')
  const named = new Set([state.facts, ...state.assignments.map(({ facts }) => facts)].flatMap((facts) => filesIn(facts, seen)))
  return files.filter(({ attachment, isSealed }) => named.has(attachment) && !isSealed)
}

type Files = { readonly sight: Sight; readonly files: readonly AttachmentInfo[] }

/** The last act that stated a field, in a share or of the matter. */
const latest = ({ events }: MatterState, field: string): ActEvent | undefined =>
  events.findLast((event): event is ActEvent => event.kind === 'act' && isFilled(event.with[field]))

type Stated = { readonly unit: string; readonly value: Value }

/** Answers that units gave by themselves, each in its share. */
const answeredInShares = ({ marks }: MatterState): readonly Mark[] =>
  marks.filter(({ mark, assignment }) => mark === 'answered' && assignment !== null)

type Original = { readonly original: string; readonly answers: readonly Mark[] }

/**
 * By the units that answer; a share that was returned speaks no more. Where units answer by themselves, what one of them has drafted and
 * not yet sent is nobody's to publish.
 */
function statedInShares(
  { assignmentStages }: Regulation,
  state: MatterState,
  { original, answers }: Original,
): readonly Stated[] {
  return state.assignments.flatMap(({ id, unit, part, stage, facts }) => {
    const value = facts[original]
    const stated = state.events.findLast(
      (event) => event.kind === 'act' && event.assignment === id && isFilled(event.with[original]),
    )
    const isSent = answers.length === 0 || answers.some((mark) => mark.assignment === id && mark.seq >= (stated?.seq ?? 0))
    const isOut = !isAnswering(part) || assignmentStages[stage]?.isEnd === true
    return isOut || !isSent || value === undefined || !isFilled(value) ? [] : [{ unit, value }]
  })
}

/** One answer stands as it is; of several, each under the name of its unit. */
function joined(showing: Showing, stated: readonly Stated[]): Value | undefined {
  const [first] = stated
  if (stated.length <= 1 || stated.some(({ value }) => typeof value !== 'string')) return first?.value
  return stated.map(({ unit, value }) => `${unitNamed(showing, unit).name}\n${String(value)}`).join('\n\n')
}
