import { z } from 'zod'

/** In which language people are answered. */
export const lang = z.enum(['zh', 'en'])
export type Lang = z.infer<typeof lang>
