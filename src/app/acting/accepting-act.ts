import type { Regulation } from '../../core/index.js'

/**
 * The act of the office that means a matter is accepted, as the regulation declares it, and that does no more than that: it begins no
 * other matter and issues no slip. Null where no act does.
 */
export const acceptingAct = ({ acts, roles, meaning }: Regulation): string | null =>
  meaning.marks.accepted
    .flatMap((rule) => (rule.on === 'act' ? [rule.act] : []))
    .find((id) => {
      const act = acts[id]
      return act?.begins.length === 0 && act.slip === null && act.by.some((role) => roles[role]?.kind === 'office')
    }) ?? null
