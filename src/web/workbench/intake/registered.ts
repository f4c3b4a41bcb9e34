import type { Submitted } from '../../../contract/index.js'

/** What came of registering: the number it got, and its matter where the person may open it. */
export type Registered = Submitted & { readonly id?: string }
