/**
 * 以谁为准. Which of several statements of one field stands, where more than one act states it.
 * - `latest`: what was stated last; `earliest`: of days and limits, the one that ends first;
 * - `ranked`: what the highest in rank stated (in the acting role where `by` is null, else as another field of the same act says);
 *   among equals the last. A correction stands in any case.
 */
export type Standing =
  | { readonly kind: 'latest' }
  | { readonly kind: 'earliest' }
  | { readonly kind: 'ranked'; readonly by: string | null; readonly order: readonly string[] }
