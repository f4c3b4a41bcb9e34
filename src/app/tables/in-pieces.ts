/** So much of a file is packed, or sent, at once. */
export const pieceLength = 1 << 16

/** The same text in fewer pieces: a million short lines, each sent by itself, are a million buffers that wait to be taken away. */
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
