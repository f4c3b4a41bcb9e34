import type { Regulation } from '../core/index.js'

/** The act of the office that means a matter is accepted, as the regulation declares it; null where no act does. */
export const acceptingAct = ({ acts, roles, meaning }: Regulation): string | null =>
  meaning.marks.accepted
    .flatMap((rule) => (rule.on === 'act' ? [rule.act] : []))
    .find((act) => acts[act]?.by.some((role) => roles[role]?.kind === 'office')) ?? null
