/** What was issued lately is found by its day. */
export const steps = (): readonly string[] => [
  'create index document_issued on document (government, issued_at desc, id desc) where issued_at is not null and spoiled_at is null',
]
