import type { BulkOffer } from '../../../contract/index.js'

type Ordered = { readonly act: Pick<BulkOffer['act'], 'meets'>; readonly open: number }

/** What meets a duty before what meets none, what is open for more before what is open for fewer; else as the regulation orders them. */
export const inOrder = <T extends Ordered>(offers: readonly T[]): readonly T[] =>
  [...offers].sort((one, other) => rank(one) - rank(other) || other.open - one.open)

const rank = ({ act }: Ordered): number => (act.meets.length > 0 ? 0 : 1)
