/** A day that bounds what may be stated: the present one, the latest doing of an act, the day in another field, or when a duty is due. */
export type DayBound =
  | { readonly on: 'today' }
  | { readonly on: 'act'; readonly act: string }
  | { readonly on: 'field'; readonly field: string }
  | { readonly on: 'duty'; readonly duties: readonly string[] }
