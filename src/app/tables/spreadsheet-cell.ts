/** What a spreadsheet would run, or would take for an entry of its own. */
const runs = /^[=+\-@\t\r]/
/** What it would change: long figures are rounded, zeros in front dropped, `1-2` becomes a day, `1E5` a hundred thousand. */
const changes = /^([+-]?\d{12,}|0\d+|\d+(\.\d+)?[eE][+-]?\d+|\d{1,2}[-/]\d{1,2}([-/]\d{1,4})?)$/

/** 单元格. A text as a cell of a CSV file that a spreadsheet opens, keeps and saves as it is: behind a tab, or an apostrophe where it would be run. */
export function guardedCell(text: string): string {
  if (changes.test(text)) return `\t${text}`
  return runs.test(text) ? `'${text}` : text
}

/** The text of a cell, whatever guarded it: blanks around it, an apostrophe, or a formula that is a text. */
export function plainCell(cell: string): string {
  const text = cell.trim()
  const quoted = /^="((?:[^"]|"")*)"$/.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replaceAll('""', '"')
  return text.startsWith("'") && (runs.test(text.slice(1)) || changes.test(text.slice(1))) ? text.slice(1) : text
}

/** A line of a CSV file for spreadsheets. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(text: string): string {
  const safe = guardedCell(text)
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
