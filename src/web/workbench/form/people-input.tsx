import { ChoicesInput } from './choice-input.js'
import { type InputProps, mostTicks } from './field-props.js'
import { SeveralInput } from './several-input.js'

/** 几个人. People who work here: few are ticked, many are searched. */
export const PeopleInput = (props: InputProps) =>
  props.field.options.length <= mostTicks ? <ChoicesInput {...props} /> : <SeveralInput {...props} />
