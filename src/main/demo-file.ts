import { parse } from 'yaml'
import { z } from 'zod'

const clockTime = z.string().regex(/^\d{2}:\d{2}$/)
const step = z.strictObject({
  /** Workdays after the day it was sent in. */
  day: z.number().int().min(0),
  time: clockTime,
  act: z.string(),
  by: z.string(),
  as: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
})
const sentIn = {
  /** So many workdays ago it was sent in. */
  ago: z.number().int().min(0).default(0),
  /** Instead: on a workday (the first is 1) of the month so many months ago, so that what was done stays within one month. */
  month: z.strictObject({ ago: z.number().int().min(1), workday: z.number().int().min(1) }).optional(),
}
const written = z.strictObject({
  id: z.string(),
  ...sentIn,
  time: clockTime,
  by: z.string().default('requester'),
  as: z.string().optional(),
  /** Under which of the government's regulations; its first where none is named. */
  kind: z.string().optional(),
  /** Which of the acts that open a matter; the role's first where none is named. */
  act: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  steps: z.array(step).default([]),
})
/** 同样办的又一件. Sent in and worked as another before it was, up to one of its steps (`until`; the last of that name), from then on by its own. */
const likeAnother = z.strictObject({
  id: z.string(),
  like: z.string(),
  until: z.string().nullable().default(null),
  ...sentIn,
  /** In place of what the other states; null leaves that out. */
  with: z.record(z.string(), z.unknown()).default({}),
  /** By act: what its own answer, report or proposal says, in place of the other's. */
  says: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  steps: z.array(step).default([]),
})
const message = z.union([written, likeAnother])
const demoFile = z.strictObject({
  government: z.strictObject({
    id: z.string(),
    name: z.string(),
    numberPrefix: z.number(),
    regulation: z.string(),
    version: z.string(),
    settings: z.record(z.string(), z.unknown()).default({}),
    isRehearsal: z.boolean().default(false),
  }),
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), parent: z.string().nullable().default(null) })),
  accounts: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      isAdmin: z.boolean().default(false),
      isAuditor: z.boolean().default(false),
      /** 名单. Of a requester who is known by name: their list, and what they are there. */
      list: z.string().default(''),
      standing: z.string().default(''),
      roles: z.array(z.strictObject({ role: z.string(), unit: z.string().nullable().default(null) })).default([]),
    }),
  ),
  messages: z.array(message),
})

/** `isWhole`: told with an end of its own, not as another up to a step. */
export type Message = z.infer<typeof written> & { readonly isWhole: boolean }
export type DemoFile = Omit<z.infer<typeof demoFile>, 'messages'> & { readonly messages: readonly Message[] }

/** 演示文件. A file of demonstration data, each of its messages whole. */
export function readDemoFile(text: string, name: string): DemoFile {
  const read = demoFile.parse(parse(text))
  const messages: Message[] = []
  for (const each of read.messages) messages.push('like' in each ? asThat(each, messages, name) : { ...each, isWhole: true })
  return { ...read, messages }
}

function asThat(each: z.infer<typeof likeAnother>, before: readonly Message[], name: string): Message {
  const that = before.find(({ id }) => id === each.like)
  if (that === undefined) throw new Error(`${name}: ${each.id} is like ${each.like}, which does not stand before it`)
  const until = each.until === null ? that.steps.length - 1 : that.steps.findLastIndex(({ act }) => act === each.until)
  if (each.until !== null && until === -1) throw new Error(`${name}: ${each.id}: ${each.like} has no step ${each.until}`)
  const { id, ago, month, steps, says } = each
  const alike = that.steps.slice(0, until + 1)
  const unsaid = Object.keys(says).find((act) => alike.every((step) => step.act !== act))
  if (unsaid !== undefined) throw new Error(`${name}: ${id}: ${each.like} has no step ${unsaid} to say otherwise`)
  const stated = Object.entries({ ...that.with, ...each.with }).filter(([, value]) => value !== null)
  return {
    ...that,
    id,
    ago,
    month,
    isWhole: false,
    with: Object.fromEntries(stated),
    steps: [...alike.map((step) => ({ ...step, with: { ...step.with, ...says[step.act] } })), ...steps],
  }
}
