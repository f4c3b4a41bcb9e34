import type { MatterView, TimelineEntry } from '../../../contract/index.js'

/** 答复. Where it was last written, among the latest entries: what whoever reviews, approves or signs decides on. */
export const answerIn = ({ timeline, answerFields }: Pick<MatterView, 'timeline' | 'answerFields'>): TimelineEntry | null =>
  timeline.findLast(({ stated }) => stated.some(({ field }) => answerFields.includes(field))) ?? null
