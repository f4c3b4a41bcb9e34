import { Component, type ReactNode } from 'react'
import { plainProblem, unreachableCode } from '../api/answer.js'
import { Problem } from './problem.js'

type Props = { readonly children: ReactNode }

/** A fault in a room is shown in its place: a page that was deployed anew, or a mistake of ours. Drafts stay in the tab. */
export class Broken extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError = () => ({ isBroken: true })

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <main className="room">
        <Problem problem={plainProblem(500, unreachableCode)} isPage retry={() => window.location.reload()} />
      </main>
    )
  }
}
