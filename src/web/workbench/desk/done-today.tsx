import type { DoneToday as Done } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'

/** 今天办了几件. Whoever has cleared their desk reads what they did today. */
export function DoneToday() {
  const words = useWords()
  const { loaded } = useLoad<Done>('/api/desk/done')
  const matters = loaded.status === 'ready' ? loaded.value.matters : 0
  return matters === 0 ? null : <span className="done-today">{words.desk.doneToday(matters)}</span>
}
