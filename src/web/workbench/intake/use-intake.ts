import type { IntakeOffer } from '../../../contract/index.js'
import { type Loaded, useLoad } from '../use-load.js'

type Offer = IntakeOffer

/** The acts with which this person may open a matter; none where the regulation gives them none. */
export function useIntake(): {
  readonly acts: readonly IntakeOffer['acts'][number][]
  readonly loaded: Loaded<Offer>
  readonly reload: () => void
} {
  const { loaded, reload } = useLoad<Offer>('/api/matters/new')
  return { acts: loaded.status === 'ready' ? (loaded.value.acts ?? []) : [], loaded, reload }
}
