import { firstAlgorithm, followsBytes } from './proof/hash-of-events.js'

/**
 * The columns of the rows that are projected, each once: whatever reads or writes them is made from these lists.
 * A line names what the app calls it, the column, and its type there.
 */
export type Column = { readonly name: string; readonly column: string; readonly type: string; readonly mark: Mark }
type Mark = 'or-blank' | 'or-zero' | null

/** Behind a type: `or-blank`, none is kept as '', so that one index serves both; `or-zero`, zero, which most rows have, is kept as nothing. */
const listed = (lines: string): readonly Column[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/))
    .map(([name = '', column = '', type = '', mark]) => ({
      name,
      column,
      type,
      mark: mark === 'or-blank' || mark === 'or-zero' ? mark : null,
    }))

export const ofMatters = listed(`
  regulation regulation text
  regulationVersion regulation_version text
  officeDuty office_duty text
  round round text
  stage stage text
  shownState shown_state text
  category category text
  channel channel text
  title title text
  receivedAt received_at timestamptz
  updatedAt updated_at timestamptz
  lookAt look_at timestamptz
  nextDueAt next_due_at timestamptz
  alert alert text
  alertRank alert_rank int
  publishedAt published_at timestamptz
  units units text[]
  hiddenFrom hidden_from text[]
  facts facts jsonb
`)

export const ofDuties = listed(`
  key duty_key text
  duty duty text
  holder holder_role text
  unit holder_unit text or-blank
  person holder_person text or-blank
  assignment assignment int
  itemName item_name text
  status status text
  openedAt opened_at timestamptz
  dueAt due_at timestamptz
  lateAt late_at timestamptz
  dueOn due_on date
  isProvisional provisional boolean
  metAt met_at timestamptz
  isLate is_late boolean
  workdaysLate workdays_late int or-zero
  isHeld held boolean
  alert alert text
  alertRank alert_rank int or-zero
  deducted deducted float8 or-zero
  criticisms criticisms int or-zero
`)

export const ofAssignments = listed(`
  id assignment int
  unit unit text
  part part text
  stage stage text
  since since timestamptz
  endedAt ended_at timestamptz
`)

export const ofMarks = listed(`
  key mark_key text
  mark mark text
  at at timestamptz
  assignment assignment int
  rating rating text
  unit unit text
  times times int
`)

export const ofTexts = listed(`
  known known text
  text text text
  publicText public_text text
`)

export const ofEvents = listed(`
  seq seq int
  act act text
  kind kind text
  by by actor
  at at timestamptz
  recordedAt recorded_at timestamptz
  data data jsonb
  algorithm algorithm algorithm
  previous previous follows
  hash hash bytea
`)

/** `d.duty_key as "key", …`: rows as the app knows them. */
export const selected = (columns: readonly Column[], alias: string): string =>
  columns.map((each) => `${read(each, alias)} as "${each.name}"`).join(', ')

function read({ column: name, type, mark }: Column, alias: string): string {
  const column = `${alias}.${name}`
  if (mark === 'or-blank') return `nullif(${column}, '')`
  if (mark === 'or-zero') return `coalesce(${column}, 0)`
  return short[type]?.read(column, alias) ?? column
}

/** What is kept otherwise than it travels: as what it comes, how it is read, and how it is written. */
type Short = {
  readonly comesAs: string
  readonly read: (column: string, alias: string) => string
  readonly written: (value: string) => string
}
const short: Readonly<Record<string, Short>> = {
  bytea: { comesAs: 'text', read: (column) => `encode(${column}, 'hex')`, written: (value) => `decode(${value}, 'hex')` },
  actor: { comesAs: 'jsonb', read: (column) => `by_told(${column})`, written: (value) => `by_kept(${value})` },
  algorithm: {
    comesAs: 'text',
    read: (column) => `coalesce(nullif(${column}, ''), '${firstAlgorithm}')`,
    written: (value) => `coalesce(nullif(${value}, '${firstAlgorithm}'), '')`,
  },
  // By its first bytes the event before is known; one that does not follow it is told as it stands.
  follows: {
    comesAs: 'text',
    read: (
      column,
      e,
    ) => `coalesce((select encode(f.hash, 'hex') from event f where f.government = ${e}.government and f.matter = ${e}.matter
      and f.seq = ${e}.seq - 1 and substr(f.hash, 1, ${followsBytes}) = ${column}), encode(${column}, 'hex'))`,
    written: (value) => `substr(decode(${value}, 'hex'), 1, ${followsBytes})`,
  },
}

/** `duty_key, duty, …`; with an alias `d.duty_key, …`. */
export const named = (columns: readonly Column[], alias?: string): string =>
  columns.map(({ column }) => (alias === undefined ? column : `${alias}.${column}`)).join(', ')

/** `"key" text, "duty" text, …`: what comes as JSON, read as a row; bytes come in hexadecimal. */
export const asRecord = (columns: readonly Column[]): string =>
  columns.map(({ name, type }) => `"${name}" ${short[type]?.comesAs ?? type}`).join(', ')

/** `item."key", …`: what was read so, as it is written into the columns. */
export const written = (columns: readonly Column[], alias: string): string =>
  columns
    .map(({ name, type, mark }) => {
      const value = `${alias}."${name}"`
      if (mark === 'or-blank') return `coalesce(${value}, '')`
      if (mark === 'or-zero') return `nullif(${value}, 0)`
      return short[type]?.written(value) ?? value
    })
    .join(', ')

/** What the app calls the moments among them: they travel as text, and are milliseconds to it. */
export const momentsIn = (...lists: readonly (readonly Column[])[]): ReadonlySet<string> =>
  new Set(lists.flat().flatMap(({ name, type }) => (type === 'timestamptz' ? [name] : [])))
