import { z } from 'zod'
import { lang, problem } from '../contract/index.js'

/** What a route answers where it does not do what was asked. */
export const failures = { '4xx': problem, '5xx': problem }

/** What a route answers that has nothing to tell. */
export const nothing = { 204: z.null().describe('Done') }

/** The number by which the interface names a matter, a document or a notice. */
export const idParams = z.object({ id: z.string().regex(/^\d{1,15}$/) })

/** The language of the answer; without it the browser's. */
export const languageQuery = z.object({ lang: lang.optional() })
