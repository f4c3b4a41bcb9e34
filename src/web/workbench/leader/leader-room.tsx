import '../css/leader.css'
import { LeaderDesk } from './leader-desk.js'
import { LeaderMatter } from './leader-matter.js'

/** 待批办. What waits for a leader, or one matter of it on one page. */
export function LeaderRoom({ id }: { readonly id: string }) {
  return id === '' ? <LeaderDesk /> : <LeaderMatter id={id} />
}
