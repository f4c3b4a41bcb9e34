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
