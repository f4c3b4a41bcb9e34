/** The two packages that open and fill in Word files, as far as they are used here: they come by `require`, where they are needed. */
export type Doc = {
  readonly zip: typeof import('pizzip')
  readonly filler: typeof import('docxtemplater').default
}
