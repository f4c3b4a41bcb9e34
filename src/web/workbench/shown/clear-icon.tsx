import { useWords } from '../words/language.js'

/** Empties a field; read out as what it does. */
export function ClearIcon() {
  return (
    <span role="img" aria-label={useWords().clear}>
      ×
    </span>
  )
}
