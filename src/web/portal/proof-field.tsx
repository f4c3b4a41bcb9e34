/** @jsxImportSource preact */
import type { ProofChallenge } from '../../contract/index.js'
import { type PageContext, wordsOf } from './page-context.js'

type Props = { readonly context: PageContext; readonly challenge: ProofChallenge | undefined }

/** Work that may be done instead of waiting, in the form that it opens again; the script does it. Nothing where nobody has to wait. */
export const ProofField = ({ context, challenge }: Props) =>
  challenge === undefined ? null : (
    <>
      <input
        type="hidden"
        name="proof"
        data-challenge={JSON.stringify(challenge)}
        data-solver={context.assets.solver}
        data-done="proof-done"
      />
      <p class="callout" role="status" id="proof-done" hidden>
        {wordsOf(context).track.mayTry}
      </p>
    </>
  )
