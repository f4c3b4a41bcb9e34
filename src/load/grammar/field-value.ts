import { type FieldType, unreachable, type Value } from '../../core/index.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import type { Reading } from './reading.js'

/** Whether a field may hold this value: options, booleans and numbers only; texts may be anything. */
export function checkValue(reading: Reading, field: string, value: Value, path: Path): void {
  const declared = reading.input.fields?.[field]
  if (!declared) return
  const options = Object.keys(declared.options ?? {})
  const kind = plainKind(declared.type)
  if (kind !== null && typeof value !== kind) reading.report(path, 'wrong-value-type', { field, type: declared.type })
  else if (isChoice(declared.type) && !options.includes(String(value))) {
    reading.report(path, 'unknown-option', wordArgs(String(value), options))
  }
}

const isChoice = (type: FieldType): boolean => type === 'choice' || type === 'choices'

/** What a value in the rules must be; null where it may be anything. */
function plainKind(type: FieldType): 'boolean' | 'number' | 'string' | null {
  switch (type) {
    case 'boolean':
    case 'number':
      return type
    case 'choice':
    case 'choices':
      return 'string'
    case 'text':
    case 'longText':
    case 'date':
    case 'time':
    case 'unit':
    case 'person':
    case 'people':
    case 'requesters':
    case 'matter':
    case 'assignments':
    case 'limit':
    case 'items':
    case 'attachments':
      return null
    default:
      return unreachable(type)
  }
}
