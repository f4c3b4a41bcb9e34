/** @jsxImportSource preact */
import type { Words } from './words/words.js'

/** Hidden entries of a form: against sending twice, and against machines that fill in everything at once. */
export type GuardValues = {
  /** The same for every sending of one form: a double click or a reload makes one matter. */
  readonly key: string
  /** When the form was opened, sealed. */
  readonly opened: string
}

export const guardNames = { key: 'key', opened: 'opened', trap: 'website' } as const

export const Guards = ({ values, words }: { values: GuardValues; words: Words }) => (
  <>
    <input type="hidden" name={guardNames.key} value={values.key} />
    <input type="hidden" name={guardNames.opened} value={values.opened} />
    <div class="trap" aria-hidden="true">
      <label for="website">{words.write.trap}</label>
      <input type="text" id="website" name={guardNames.trap} tabIndex={-1} autocomplete="off" />
    </div>
  </>
)
