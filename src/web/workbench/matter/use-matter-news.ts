import { useCallback, useState } from 'react'
import type { MatterView } from '../../../contract/index.js'
import { useLive } from '../api/live.js'
import { useIsPast } from '../as-of/as-of.js'
import { roleName, useSession, useSignedIn } from '../session.js'

type News = { readonly hasNews: boolean; readonly forget: () => void }

/** Whether somebody else has acted on the matter since it was read. It is not read anew by itself: somebody may be writing. */
export function useMatterNews(path: string, id: string, revision: number | null): News {
  const { ask } = useSession()
  const session = useSignedIn()
  const isPast = useIsPast()
  const [newest, setNewest] = useState<number | null>(null)
  const look = async (): Promise<void> => {
    const answer = await ask<MatterView>(path)
    if (answer.ok) setNewest(answer.value.revision)
  }
  useLive(isPast ? null : roleName(session.role), () => void look(), id)
  const forget = useCallback(() => setNewest(null), [])
  return { hasNews: newest !== null && revision !== null && newest > revision, forget }
}
