import { z } from 'zod'
import { sentId, sentText } from './limits.js'
import { moment } from './parts.js'

const person = z.object({ id: z.string(), name: z.string() })

/** 备注. What colleagues of one unit, or of the office, tell each other about a matter (`note`), or how it went from hand to hand. */
export const noteView = z
  .object({
    id: z.number(),
    kind: z.enum(['note', 'taken', 'handed', 'left']),
    by: person,
    /** Who is to know; of a matter that was handed over, whose it is now. */
    told: z.array(person),
    text: z.string(),
    at: moment,
  })
  .meta({ id: 'Note' })
export type NoteView = z.infer<typeof noteView>

/** 经手人. Who of the house has the matter in hand. */
export const keeperView = person.meta({ id: 'Keeper' })

export const notesView = z
  .object({
    /** Who reads this: the name of the unit, or of the office. */
    house: z.string(),
    notes: z.array(noteView),
    keeper: keeperView.nullable(),
    /** Oneself included. */
    colleagues: z.array(person),
  })
  .meta({ id: 'Notes' })
export type NotesView = z.infer<typeof notesView>

export const noteRequest = z.object({ text: sentText, told: z.array(sentId).max(50).default([]) }).meta({ id: 'NoteRequest' })

/** From whose hand (null: nobody's) into whose (null: it lies there for everybody again), with a word about it. */
export const keeperRequest = z
  .object({ from: sentId.nullable(), to: sentId.nullable(), text: sentText.default('') })
  .meta({ id: 'KeeperRequest' })
