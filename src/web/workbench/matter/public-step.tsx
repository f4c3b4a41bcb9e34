import '../css/reply.css'
import { PublicPreview } from '../reply/public-preview.js'
import { useReplyCheck } from '../reply/use-reply-check.js'
import type { Writing } from '../reply/writing.js'
import { useWords } from '../words/language.js'

/** 公开前的最后一步. What anybody will read once this act is recorded, while it is written: filled in, changed, looked at, then sent. */
export function PublicStep({ writing }: { readonly writing: Writing }) {
  const field = writing.fields.find(({ isForPublic }) => isForPublic)
  return field === undefined ? null : <Step writing={writing} field={field.id} />
}

function Step({ writing, field }: { readonly writing: Writing; readonly field: string }) {
  const words = useWords()
  const check = useReplyCheck(writing, field, true)
  return (
    <div className="public-step">
      <h3>{words.reply.publicStep}</h3>
      <p className="soft">{words.reply.publicStepHint}</p>
      <PublicPreview id={`${writing.act}-public`} preview={check?.preview ?? null} />
    </div>
  )
}
