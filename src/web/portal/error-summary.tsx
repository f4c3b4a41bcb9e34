/** @jsxImportSource preact */
import type { Words } from './words/words.js'

export type ErrorLine = { readonly href: string | null; readonly sentence: string }

/** All that is wrong, at the top, each line leading to its field; or why it was not done, where no field is at fault. */
export const ErrorSummary = ({ words, errors }: { words: Words; errors: readonly ErrorLine[] }) => (
  <div class="errors" role="alert" aria-labelledby="errors-title" tabIndex={-1}>
    <h2 id="errors-title">
      {errors.every(({ href }) => href === null) ? words.errors.notDone : words.errors.count(errors.length)}
    </h2>
    <ul>
      {errors.map(({ href, sentence }) => (
        <li key={`${href}${sentence}`}>{href === null ? sentence : <a href={href}>{sentence}</a>}</li>
      ))}
    </ul>
  </div>
)
