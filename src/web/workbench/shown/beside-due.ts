import type { Moment } from '../../../contract/index.js'

type Stated = { readonly field: string; readonly name: string; readonly value: string }

/** What was stated of an item, where its name and its due time stand beside: neither is told again, a due time that was moved since is. */
export const besideDue = (stated: readonly Stated[], name: string, dueAt: Moment | null): readonly Stated[] =>
  stated.filter(({ value }) => value !== name && value !== dueAt?.shown.split(' ')[0])
