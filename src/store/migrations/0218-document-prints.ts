import { protect } from './steps.js'

/** 相似的文书. By which pieces of its text a document is found by another that repeats it, each as a mark; a piece finds the last that have it. */
export const steps = (): readonly string[] => [
  `create table document_print (
    government text not null,
    kind text not null,
    print bigint not null,
    document bigint not null,
    primary key (government, kind, print, document)
  )`,
  'create index document_print_of on document_print (government, document)',
  protect('document_print'),
]
