import { Button } from 'antd'
import type { Problem as ProblemView } from '../../../contract/index.js'
import { unreachableCode } from '../api/answer.js'
import { useIsPast } from '../as-of/as-of.js'
import { useWords } from '../words/language.js'

type Props = {
  readonly problem: ProblemView
  readonly retry?: () => void
  /** It stands in place of the whole page, and is its heading. */
  readonly isPage?: boolean
}

/** Why nothing is shown, in the server's words, and the way to try again. */
export function Problem({ problem, retry, isPage = false }: Props) {
  const words = useWords()
  const isPast = useIsPast()
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="problem" role="alert">
      <Title className="problem-title">{titleOf(problem, words)}</Title>
      {problem.detail !== '' && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {isPast && problem.status === 404 && <p>{words.asOf.notThen}</p>}
      {retry && problem.status !== 410 && <Button onClick={retry}>{words.retry}</Button>}
    </div>
  )
}

export function titleOf(problem: ProblemView, words: ReturnType<typeof useWords>): string {
  if (problem.code === unreachableCode) return problem.status === 0 ? words.unreachable : words.serverFault
  return problem.title === '' ? problem.detail : problem.title
}
