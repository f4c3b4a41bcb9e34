import type { Problem as ProblemView } from '../../../contract/index.js'
import { Problem } from './problem.js'

type Props = { readonly problem: ProblemView; readonly retry?: () => void }

/** What was wrong with what was typed, each in a sentence; what was typed stays. Anything else is told as {@link Problem} tells it. */
export function Wrong({ problem, retry }: Props) {
  const { problems = [] } = problem
  if (problems.length === 0) return <Problem problem={problem} {...(retry ? { retry } : {})} />
  return (
    <div className="refusal" role="alert">
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
