import type { MatterEvent, UndoEvent } from '../events/event.js'
import { apply, fold, standAt } from './fold.js'
import { copyOf, type Given, type Working } from './working.js'

/**
 * A matter opened: its events folded once, up to `now`. Whoever asks more than one thing of a matter opens it first and passes it on:
 * every question that takes what is given answers from this one fold. Asking changes nothing.
 */
export class Folded implements Given {
  readonly program: Given['program']
  readonly calendar: Given['calendar']
  readonly events: readonly MatterEvent[]
  readonly now: Given['now']

  // Private, so that a copy with other inputs is no opened matter and is folded anew.
  private constructor(
    { program, calendar, events, now }: Given,
    private readonly working: Working,
  ) {
    this.program = program
    this.calendar = calendar
    this.events = events
    this.now = now
  }

  static of(given: Given): Folded {
    return given instanceof Folded ? given : new Folded(given, fold(given))
  }

  /** What a question of the core reads. It must not change it. */
  static workingOf(given: Given): Working {
    return given instanceof Folded ? given.working : fold(given)
  }

  /** The matter after these events, which happen now; this one stays as it is. */
  followedBy(events: readonly MatterEvent[]): Folded {
    if (events.length === 0) return this
    const undo = events.find((event) => event.kind === 'undo')
    if (undo !== undefined) return this.without(undo)
    const working = copyOf(this.working)
    for (const event of events) apply(working, event)
    standAt(working, this.now)
    const { program, calendar, now } = this
    return new Folded({ program, calendar, events: [...this.events, ...events], now }, working)
  }

  /** As if what is taken back had never been done. */
  private without(undo: UndoEvent): Folded {
    const { program, calendar, now } = this
    const standing = this.events.filter(({ seq }) => !undo.acts.some((act) => act.seq === seq))
    return Folded.of({ program, calendar, events: [...standing, undo], now })
  }
}
