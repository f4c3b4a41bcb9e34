/** A day or a time as the address names it, in the way it is told; null: it is neither. Whether there is such a moment the server says. */
export function momentShown(asOf: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(asOf.trim())
  return found === null ? null : `${found[1]} ${found[2] ?? '24:00'}`
}

/** The same moment as the address names it: 24:00 of a day by the day alone. */
export const momentAsked = (shown: string): string => shown.replace(/ 24:00$/, '')

/** Rooms that can be shown as they stood. What is written and what is set are only as they are. */
export function looksBack(room: string): boolean {
  const [first = '', second] = room.split('/')
  if (first === 'leader') return second === undefined
  return lookingBack.has(first)
}

const lookingBack: ReadonlySet<string> = new Set([
  ...[
    '',
    'desk',
    'matters',
    'supervision',
    'statistics',
    'containers',
    'office-duties',
    'documents',
    'notices',
    'assessment',
    'ledger',
  ],
])

/** A path or an address with the moment in its query. */
export function withAsOf(to: string, asOf: string | null): string {
  if (asOf === null) return to
  const [path = '', query = ''] = to.split('?')
  const asked = new URLSearchParams(query)
  asked.set('asOf', asOf)
  return `${path}?${asked}`
}
