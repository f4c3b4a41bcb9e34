import type { ActEvent, Begun, Heard } from '../events/event.js'
import type { Act } from '../rules/regulation.js'
import { numberTyped } from '../values/value.js'
import type { ActProgram } from './program.js'
import type { Scope } from './scope.js'
import { FactView, holds, type Working } from './working.js'

/** Notes which matters an act begins, and what an act has heard of one. */
export function noteBegun(working: Working, event: ActEvent, { rule }: ActProgram, scope: Scope | null): void {
  const named = event.begun ?? imagined(working, event, rule, scope)
  if (named.length > 0)
    working.begun = [...(working.begun ?? []), ...named.map((each) => ({ ...each, isEnded: false, heard: [], facts: {} }))]
  if (event.heard !== undefined) noteHeard(working, event, event.heard)
  if (rule.releases !== null && working.begun !== null) {
    const released = numberTyped(event.with[rule.releases])
    working.begun = working.begun.filter(({ number }) => number !== released)
  }
  if (rule.orders !== null && working.begun !== null) {
    const { member, before } = rule.orders
    working.begun = inOrder(working.begun, numberTyped(event.with[member]), numberTyped(event.with[before]))
  }
}

/** One is put before another, or last where that one is not held. */
function inOrder<T extends { readonly number: string }>(held: readonly T[], number: string, before: string): T[] {
  const moved = held.filter((each) => each.number === number)
  const rest = held.filter((each) => each.number !== number)
  const found = rest.findIndex((each) => each.number === before)
  const at = found < 0 ? rest.length : found
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)]
}

/** An act that is only being decided has begun nothing yet, and what it will begin has no number. */
function imagined(working: Working, event: ActEvent, { begins }: Act, scope: Scope | null): readonly Begun[] {
  if (begins.length === 0) return []
  const facts = new FactView(working, scope, event.with, event.by)
  return begins
    .filter(({ when }) => holds(when, facts))
    .map(({ kind, joins }) => {
      return { kind, number: joins === null ? '' : numberTyped(event.with[joins]) }
    })
}

/** The matter of that number; one without a number is any of its kind that stands otherwise. */
function noteHeard(working: Working, { act, with: stated }: ActEvent, { kind, number, isEnded }: Heard): void {
  const begun = working.begun ?? []
  const named = begun.findIndex((each) => number !== '' && each.number === number)
  const meant =
    named >= 0 ? named : begun.findIndex((each) => each.kind === kind && each.number === '' && each.isEnded !== isEnded)
  working.begun = begun.map((each, at) =>
    at === meant ? { ...each, isEnded, heard: [...each.heard, act], facts: { ...each.facts, ...stated } } : each,
  )
}
