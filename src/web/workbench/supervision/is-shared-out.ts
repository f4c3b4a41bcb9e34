import type { SupervisionBoard } from '../../../contract/index.js'

/** A matter stands with several units: what they have adds up to more than there are matters. */
export const isSharedOut = ({ rungs, units }: Pick<SupervisionBoard, 'rungs' | 'units'>): boolean =>
  rungs.some(({ id, count }) => count < sum(units.map(({ counts }) => counts.find(({ rung }) => rung === id)?.count ?? 0)))

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
