import { appendOnly, protect } from './steps.js'

/** Templates of papers that an office has edited: each as it came; the last of a name is the one in use, none: the regulation's own is. */
export const steps = (): readonly string[] => [
  `create table document_template (
    government text not null,
    id bigint generated always as identity,
    regulation text not null,
    version text not null,
    -- The name of the file beside the regulation that it stands in for.
    name text not null,
    account text not null,
    at timestamptz not null,
    -- Null: back to the regulation's own.
    bytes bytea check (octet_length(bytes) <= 2000000),
    primary key (government, id)
  )`,
  'create index document_template_of on document_template (government, regulation, version, name, id)',
  protect('document_template', 'select, insert'),
  appendOnly('document_template'),
]
