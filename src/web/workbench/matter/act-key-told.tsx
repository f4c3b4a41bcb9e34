import { keyTold } from './act-letters.js'

/** The key of an act, on its button; an act may have none. */
export const ActKeyTold = ({ letter }: { readonly letter: string | undefined }) =>
  letter === undefined ? null : <kbd>{keyTold(letter)}</kbd>
