type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Shape = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
}
type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> }
}
export type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> }
}

export type Fuzzed = {
  readonly what: string
  readonly method: Method
  readonly url: string
  readonly payload?: string
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** What stands in the place of each parameter, as JSON. */
export const oddities: Readonly<Record<string, string>> = {
  zero: '"a\\u0000b"',
  surrogate: '"a\\ud83db"',
  megabyte: `"${'x'.repeat(1_000_000)}"`,
  deep: nested(200_000),
  number: '1e308',
  list: '[null,[],{}]',
  nothing: 'null',
  keys: `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
}

const inAddress: Readonly<Record<string, string>> = {
  zero: 'a%00b',
  surrogate: 'a%ED%A0%BDb',
  long: 'x'.repeat(8_000),
  number: '-1',
  list: '1&x=2',
}

/** Every parameter of every described route with every oddity in its place, all others as they should be or left out. */
export function* fuzzed(described: Described): Generator<Fuzzed> {
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const [name, operation] of Object.entries(methods)) {
      const method = name.toUpperCase() as Method
      const plain = path.replace(/\{\w+\}/g, '1')
      for (const parameter of operation.parameters ?? []) {
        for (const [oddity, value] of Object.entries(inAddress)) {
          const url =
            parameter.in === 'path'
              ? path.replace(`{${parameter.name}}`, value.split('&')[0] ?? '').replace(/\{\w+\}/g, '1')
              : `${plain}?${parameter.name}=${value}`
          if (parameter.in === 'path' || parameter.in === 'query')
            yield { what: `${parameter.in} ${parameter.name} ${oddity}`, method, url }
        }
      }
      const shape = operation.requestBody?.content['application/json']?.schema
      if (shape === undefined) continue
      for (const [oddity, value] of Object.entries(oddities)) {
        yield { what: `body ${oddity}`, method, url: plain, payload: value }
        for (const property of Object.keys(propertiesOf(described, shape)))
          yield { what: `${property} ${oddity}`, method, url: plain, payload: `{"${property}":${value}}` }
      }
    }
  }
}

function propertiesOf({ components }: Described, shape: Shape): Readonly<Record<string, Shape>> {
  const named = shape.$ref?.split('/').at(-1)
  return (named === undefined ? shape : (components.schemas[named] ?? {})).properties ?? {}
}

/** A form of citizens' pages: where it goes, and how it would be filled in rightly. */
export type FormSent = { readonly url: string; readonly fields: Readonly<Record<string, string>> }
export type FuzzedForm = {
  readonly what: string
  readonly url: string
  readonly payload: string | Buffer
  readonly headers: Readonly<Record<string, string>>
}

const inForm: Readonly<Record<string, string>> = {
  empty: '',
  zero: 'a\0b',
  megabyte: 'x'.repeat(1_000_000),
  bracketed: '[object Object]',
  number: '1e308',
  unseen: '\u200b\u202e\u2066',
  page: '"><script>alert(1)</script>',
}

/** Every field of every form with every oddity in its place, left out, and sent often; as a plain form and as one with files. */
export function* fuzzedForms(forms: readonly FormSent[]): Generator<FuzzedForm> {
  for (const { url, fields } of forms) {
    yield* bothWays(`${url} empty`, url, [])
    yield* bothWays(
      `${url} strangers`,
      url,
      Array.from({ length: 400 }, (_, at) => [`f.x${at}`, 'x']),
    )
    for (const name of Object.keys(fields)) {
      const others = Object.entries(fields).filter(([other]) => other !== name)
      yield* bothWays(`${name} left out`, url, others)
      yield* bothWays(`${name} often`, url, [...others, ...Array.from({ length: 250 }, () => [name, 'x'] as const)])
      for (const [oddity, value] of Object.entries(inForm)) yield* bothWays(`${name} ${oddity}`, url, [...others, [name, value]])
      const half = [...others.map(encoded), `${encodeURIComponent(name)}=a%ED%A0%BDb`].join('&')
      yield { what: `${name} half of a pair`, url, payload: half, headers: { 'content-type': plainForm } }
      for (const form of bothWays(`${name} no text`, url, [...others, [name, brokenHere]]))
        yield { ...form, payload: withBrokenBytes(String(form.payload)) }
    }
  }
}

/** Stands where bytes are to stand that are no UTF-8. */
const brokenHere = 'brokenHere'
const withBrokenBytes = (form: string): Buffer => {
  const [before = '', after = ''] = form.split(brokenHere)
  return Buffer.concat([Buffer.from(`${before}a`), Buffer.from([0xe8, 0xb7]), Buffer.from(`b${after}`)])
}

const plainForm = 'application/x-www-form-urlencoded'
type Entry = readonly [name: string, value: string]
const encoded = ([name, value]: Entry): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`

function* bothWays(what: string, url: string, entries: readonly (readonly string[])[]): Generator<FuzzedForm> {
  const sent = entries.map(([name = '', value = '']): Entry => [name, value])
  yield { what, url, payload: sent.map(encoded).join('&'), headers: { 'content-type': plainForm } }
  const line = 'line-of-the-form'
  const parts = sent.map(([name, value]) => `--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const payload = `${parts.join('')}--${line}--\r\n`
  yield { what: `${what}, with files`, url, payload, headers: { 'content-type': `multipart/form-data; boundary=${line}` } }
}

/** Addresses of citizens' pages with each of their parameters odd. */
export const fuzzedPages = (pages: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(pages).flatMap(([page, names]) =>
    [...names, 'lang', 'large'].flatMap((name) => Object.values(inAddress).map((value) => `${page}?${name}=${value}`)),
  )
