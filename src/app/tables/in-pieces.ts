/** So much of a file is packed, or sent, at once. */
export const pieceLength = 1 << 16

/** The same text in fewer pieces: each line sent by itself is a write, and a chunk of HTTP, of its own. */
export async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string, void> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
