import { MinutesInput } from '../containers/minutes-input.js'
import { ReplyInput } from '../reply/reply-input.js'
import { TextWithKept } from '../reply/text-with-kept.js'
import { AssignmentsInput } from './assignments-input.js'
import { AttachmentsInput } from './attachments-input.js'
import { BooleanInput, ChoiceInput, ChoicesInput, LongChoice } from './choice-input.js'
import type { InputProps } from './field-props.js'
import { LimitInput } from './limit-input.js'
import { MatterInput } from './matter-input.js'
import { PeopleInput } from './people-input.js'
import { PersonInput } from './person-input.js'
import { RequestersInput } from './requesters-input.js'
import { DateInput, NumberInput, TextInput, TimeInput } from './text-input.js'
import { UnitInput } from './unit-input.js'

/** The input for each type of field a regulation knows. */
export function FieldInput(props: InputProps) {
  switch (props.field.type) {
    case 'text':
      return <TextInput {...props} />
    case 'matter':
      return <MatterInput {...props} />
    case 'person':
      return props.field.isOneOffered ? <LongChoice {...props} /> : <PersonInput {...props} />
    case 'people':
      return <PeopleInput {...props} />
    case 'requesters':
      return <RequestersInput {...props} />
    case 'longText':
      return (
        <MinutesInput {...props}>{props.field.isReply ? <ReplyInput {...props} /> : <TextWithKept {...props} />}</MinutesInput>
      )
    case 'choice':
      return <ChoiceInput {...props} />
    case 'choices':
      return <ChoicesInput {...props} />
    case 'boolean':
      return <BooleanInput {...props} />
    case 'number':
      return <NumberInput {...props} />
    case 'date':
      return <DateInput {...props} />
    case 'time':
      return <TimeInput {...props} />
    case 'unit':
      return <UnitInput {...props} isClearable={!props.field.isNeeded} />
    case 'assignments':
      return <AssignmentsInput {...props} />
    case 'items':
      // Each of them is made of rows: whoever lays out rows lays them out.
      return null
    case 'limit':
      return <LimitInput {...props} />
    case 'attachments':
      return <AttachmentsInput {...props} />
  }
}
