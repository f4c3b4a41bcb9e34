import type { SessionView } from '../../contract/index.js'
import type { Viewer } from '../deps.js'

/** Somebody who has signed in, in the role they wear. */
export type SignedIn = Viewer & {
  /** What has to be done before anything else can be. */
  readonly due: SessionView['due']
  /** What the workbench is told of it; every request asks who somebody is, few ask for this. */
  session(): SessionView
  readonly isAdmin: boolean
  readonly isAuditor: boolean
  readonly csrf: string
  /** Which of the account's sessions this is. */
  readonly sessionId: number
}
