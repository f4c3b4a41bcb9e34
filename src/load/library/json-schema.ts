import { z } from 'zod'
import { clausesSchema } from '../grammar/clauses.js'
import { precedenceSchema } from '../grammar/precedence.js'
import { regulationSchema } from '../grammar/regulation.js'
import { preludeSchema, scenarioSchema } from '../scenario/schema-scenario.js'

type JsonSchema = Readonly<Record<string, unknown>>

/** The shape of regulation.yaml for editors. A `$parameter` may stand for any number, word or list. */
export function regulationJsonSchema(): JsonSchema {
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

/** The shapes of all files of a regulation's folder, by the names their schemas have below docs/. */
export const jsonSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  'regulation.schema.json': regulationJsonSchema(),
  'clauses.schema.json': { ...z.toJSONSchema(clausesSchema, { io: 'input' }), title: 'Huiyin clauses.yaml' },
  'precedence.schema.json': {
    ...z.toJSONSchema(precedenceSchema, { io: 'input' }),
    title: 'Huiyin precedence/*.yaml',
  },
  'scenario.schema.json': {
    type: 'object',
    ...z.toJSONSchema(z.union([scenarioSchema, preludeSchema]), { io: 'input' }),
    title: 'Huiyin scenario',
  },
})
