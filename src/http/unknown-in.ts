import { z } from 'zod'

/** Where something stands that nothing reads, and what may stand there. */
export type Unknown = { readonly at: readonly string[]; readonly known: readonly string[] }

/**
 * The first key of what was sent that its shape does not know, however deep; null: there is none. What has another shape than it should is
 * not looked into: that is told by whoever reads it. Without a shape nothing is taken.
 */
export function unknownIn(shape: unknown, sent: unknown): Unknown | null {
  if (shape instanceof z.ZodType) return within(shape, sent)
  const [first] = isObject(sent) ? Object.keys(sent) : []
  return first === undefined ? null : { at: [first], known: [] }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function within(shape: z.core.$ZodType, sent: unknown): Unknown | null {
  if (!isObject(sent)) return null
  if (shape instanceof z.ZodObject) return inObject(shape, sent)
  if (shape instanceof z.ZodArray) return firstOf(sent, () => shape.def.element)
  if (shape instanceof z.ZodRecord) return firstOf(sent, () => shape.def.valueType)
  if (shape instanceof z.ZodUnion) return inOneOf(shape.def.options, sent)
  if (shape instanceof z.ZodLazy) return within(shape.def.getter(), sent)
  if (shape instanceof z.ZodPipe) return within(shape.def.in, sent)
  return isWrapped(shape) ? within(shape.def.innerType, sent) : null
}

function inObject({ def: { shape, catchall } }: z.ZodObject, sent: Readonly<Record<string, unknown>>): Unknown | null {
  const stranger = catchall === undefined ? Object.keys(sent).find((key) => !Object.hasOwn(shape, key)) : undefined
  if (stranger !== undefined) return { at: [stranger], known: Object.keys(shape) }
  return firstOf(sent, (key) => shape[key])
}

function firstOf(sent: Readonly<Record<string, unknown>>, shapeOf: (key: string) => z.core.$ZodType | undefined): Unknown | null {
  for (const [key, part] of Object.entries(sent)) {
    const shape = shapeOf(key)
    const found = shape === undefined ? null : within(shape, part)
    if (found !== null) return { ...found, at: [key, ...found.at] }
  }
  return null
}

/** What one of several shapes that it fits knows whole is known; so where it fits none. */
function inOneOf(options: readonly z.core.$ZodType[], sent: unknown): Unknown | null {
  const fitting = options.filter((option) => z.core.safeParse(option, sent).success)
  const found = (fitting.length === 0 ? options : fitting).map((option) => within(option, sent))
  const [first] = found
  if (first === undefined || first === null || found.includes(null)) return null
  return { at: first.at, known: [...new Set(found.flatMap((each) => each?.known ?? []))] }
}

const isWrapped = (shape: z.core.$ZodType): shape is z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodReadonly =>
  shape instanceof z.ZodOptional ||
  shape instanceof z.ZodNullable ||
  shape instanceof z.ZodDefault ||
  shape instanceof z.ZodReadonly
