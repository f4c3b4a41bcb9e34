import type { Because, Regulation, Zone } from '../core/index.js'
import { sayBecause, sayForAuthor, sayingOf } from '../load/index.js'
import type { Lang } from './command.js'

type Of = { readonly regulation: Regulation; readonly lang: Lang; readonly zone: Zone; readonly act?: string | undefined }

/** What stood in the way, a line for each. Whoever writes a regulation is told everything. */
export const reasonLines = (because: readonly Because[], { regulation, lang, zone, act = '' }: Of): readonly string[] =>
  sayBecause(sayingOf(regulation, lang), because, sayForAuthor(act, zone)).map(({ says }) => `    · ${says}`)
