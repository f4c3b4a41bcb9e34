import { Button } from 'antd'
import type { Problem as ProblemView } from '../../../contract/index.js'
import { unreachableCode } from '../api/answer.js'
import { useWords } from '../words/language.js'

/** Why nothing is shown, in the server's words, and the way to try again. */
export function Problem({ problem, retry }: { readonly problem: ProblemView; readonly retry?: () => void }) {
  const words = useWords()
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{titleOf(problem, words)}</p>
      {problem.detail !== '' && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {retry && <Button onClick={retry}>{words.retry}</Button>}
    </div>
  )
}

export function titleOf(problem: ProblemView, words: ReturnType<typeof useWords>): string {
  if (problem.code === unreachableCode) return problem.status === 0 ? words.unreachable : words.serverFault
  return problem.title === '' ? problem.detail : problem.title
}
