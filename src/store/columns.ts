/**
 * The columns of the rows that are projected, each once: whatever reads or writes them is made from these lists.
 * A line names what the app calls it, the column, and its type there.
 */
export type Column = { readonly name: string; readonly column: string; readonly type: string; readonly isBlank: boolean }

/** `or-blank` behind a type: none is kept as '', so that one index serves both. */
const listed = (lines: string): readonly Column[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/))
    .map(([name = '', column = '', type = '', mark]) => ({ name, column, type, isBlank: mark === 'or-blank' }))

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
  workdaysLate workdays_late int
  isHeld held boolean
  alert alert text
  alertRank alert_rank int
  deducted deducted float8
  criticisms criticisms int
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

export const ofEvents = listed(`
  seq seq int
  act act text
  kind kind text
  by by jsonb
  at at timestamptz
  recordedAt recorded_at timestamptz
  data data jsonb
  algorithm algorithm text
  previous previous bytea
  hash hash bytea
`)

/** `d.duty_key as "key", …`: rows as the app knows them. */
export const selected = (columns: readonly Column[], alias: string): string =>
  columns.map(({ name, column, type, isBlank }) => `${read(`${alias}.${column}`, type, isBlank)} as "${name}"`).join(', ')

function read(column: string, type: string, isBlank: boolean): string {
  if (isBlank) return `nullif(${column}, '')`
  return type === 'bytea' ? `encode(${column}, 'hex')` : column
}

/** `duty_key, duty, …`; with an alias `d.duty_key, …`. */
export const named = (columns: readonly Column[], alias?: string): string =>
  columns.map(({ column }) => (alias === undefined ? column : `${alias}.${column}`)).join(', ')

/** `"key" text, "duty" text, …`: what comes as JSON, read as a row; bytes come in hexadecimal. */
export const asRecord = (columns: readonly Column[]): string =>
  columns.map(({ name, type }) => `"${name}" ${type === 'bytea' ? 'text' : type}`).join(', ')

/** `item."key", …`: what was read so, as it is written into the columns. */
export const written = (columns: readonly Column[], alias: string): string =>
  columns
    .map(({ name, type, isBlank }) => {
      const value = `${alias}."${name}"`
      if (isBlank) return `coalesce(${value}, '')`
      return type === 'bytea' ? `decode(${value}, 'hex')` : value
    })
    .join(', ')

/** What the app calls the moments among them: they travel as text, and are milliseconds to it. */
export const momentsIn = (...lists: readonly (readonly Column[])[]): ReadonlySet<string> =>
  new Set(lists.flat().flatMap(({ name, type }) => (type === 'timestamptz' ? [name] : [])))
