/** So much of a file is packed, or sent, at once. */
export const pieceLength = 1 << 16

/**
 * Rows as the text of a file, many lines at a time: each line sent by itself is a write, and a chunk of HTTP, of its own. A row of which no line is made
 * is left out; `first` stands before all others.
 */
export async function* inPieces<Row>(
  rows: AsyncIterable<Row>,
  lineOf: (row: Row) => string,
  first: string,
): AsyncGenerator<string, void> {
  const lines = [first]
  let length = first.length
  const taken = (): string => {
    const piece = lines.join('')
    lines.length = 0
    length = 0
    return piece
  }
  for await (const row of rows) {
    const line = lineOf(row)
    lines.push(line)
    length += line.length
    if (length >= pieceLength) yield taken()
  }
  if (length > 0) yield taken()
}
