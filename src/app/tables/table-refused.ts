import type { Said } from '../words/table-faults.js'

/** A file that cannot be read as a table, or not whole: nothing of it was taken. The sentence says what to do. */
export class TableRefused extends Error {
  constructor(readonly words: Said) {
    super(words.en)
  }
}
