import { z } from 'zod'
import { regulationSchema } from './schema.js'

/** The shape of regulation.yaml for editors. A `$parameter` may stand for any number, word or list. */
export function regulationJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(regulationSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== 'integer' && jsonSchema.type !== 'number' && jsonSchema.type !== 'boolean') return
      const plain = { ...jsonSchema }
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key)
      jsonSchema.anyOf = [plain, { type: 'string', pattern: '^\\$[A-Za-z]\\w*$' }]
    },
  })
  return { ...schema, title: 'Huiyin regulation.yaml' }
}
