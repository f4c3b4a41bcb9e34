import type { RungMoment } from '../../core/index.js'

/** When a rung may be reached. */
export const momentKinds = ['before', 'late', 'after'] as const satisfies readonly RungMoment['kind'][]

/** What a rung is called by. */
export type NamedRung = {
  readonly [K in (typeof momentKinds)[number]]?: Readonly<Record<string, number | undefined>> | undefined
} & { readonly id?: string | undefined; readonly alert?: string | undefined; readonly courtesy?: boolean | undefined }

/** The ids of a ladder's rungs, in order: the one said, else the alert's, else `before-48-hours`; a courtesy that shares it says so. */
export const rungIds = (ladder: readonly NamedRung[]): readonly string[] => {
  const usual = ladder.map(usualRungId)
  return ladder.map(({ id, courtesy }, index) => {
    const name = usual[index] ?? ''
    return id === undefined && courtesy === true && usual.indexOf(name) < index ? `${name}-courtesy` : name
  })
}

function usualRungId(written: NamedRung): string {
  const kind = momentKinds.find((each) => written[each] !== undefined) ?? 'late'
  const [unit = 'workdays', amount = 0] = Object.entries(written[kind] ?? {})[0] ?? []
  return written.id ?? written.alert ?? `${kind}-${amount}-${unit}`
}
