import type { Problem as ProblemView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Link } from '../link.js'
import { useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'
import { type Done, DoneLine } from './done-line.js'

type Props = { readonly problem: ProblemView; readonly done: Done | null; readonly retry: () => void }

/** Why a matter is not shown. Whoever took it out of their own sight by what they did is told that it was done, and where to go on. */
export function NotShown({ problem, done, retry }: Props) {
  const words = useWords()
  const { role } = useSignedIn()
  if (done === null || problem.status !== 404) return <Problem problem={problem} retry={retry} isPage />
  return (
    <section className="block">
      <h1>{words.acts.leftSight}</h1>
      <div role="status">
        <DoneLine done={done} undone={retry} />
      </div>
      <p>{words.acts.leftSightWhy}</p>
      <p>
        <Link to={role.isLeader ? 'leader' : ''}>{role.isLeader ? words.leader.title : words.desk.title}</Link>
      </p>
    </section>
  )
}
