import type { Deps, Viewer } from '../deps.js'

/** 导出. Noted before the first row leaves: who took out what, in which role. */
export const recordExport = (
  deps: Deps,
  { office, account, actor }: Viewer,
  { kind, format }: { readonly kind: string; readonly format: string },
): Promise<void> => {
  const role = actor.unit === null ? actor.role : `${actor.role}@${actor.unit}`
  const behalf = actor.behalf === undefined ? {} : { behalf: actor.behalf }
  return deps.store.administration.record(office.id, {
    at: deps.now(),
    account,
    kind: 'exported',
    about: kind,
    detail: { role, format, ...behalf },
  })
}
