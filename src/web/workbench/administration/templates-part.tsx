import { Button } from 'antd'
import { useId, useState } from 'react'
import type { Problem as ProblemView, TemplateList, TemplateRow } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { roleName, useSession, useSignedIn } from '../session.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useScreenWords } from '../words/language.js'
import { AdminTable, Part } from './part.js'

const templatesWords = {
  zh: {
    title: '文书模板',
    lead: '下载后在 Word 里修改，再上传。花括号里写名称：{事由} 填值；{#义务}…{/义务} 逐项列出，也用来判断有没有；{^抄送}…{/抄送} 是没有的时候。写了办法里没有的名称，会指出在第几段，不会启用。已签发的文书不变。',
    none: '现行办法没有规定文书。',
    heads: ['文书', '办法', '现用的模板', '修改'],
    regulations: '办法自带',
    own: '本机关修改',
    take: (name: string): string => `下载“${name}”的模板`,
    takeShort: '下载',
    put: (name: string): string => `上传改好的“${name}”模板`,
    back: '恢复办法自带',
    done: (name: string): string => `已启用新的“${name}”模板，以后起草的文书按它做。`,
    returned: (name: string): string => `“${name}”恢复用办法自带的模板。`,
  },
  en: {
    title: 'Templates of papers',
    lead: 'Download one, edit it in Word, and upload it. Names stand in braces: {title} fills in a value; {#duties}…{/duties} goes through a list, or asks whether a value is there; {^copies}…{/copies} where it is not. A name that the regulation lacks is pointed out with its paragraph, and the file is not taken. Issued papers stay as they are.',
    none: 'The regulations in force declare no papers.',
    heads: ['Paper', 'Regulation', 'In use', 'Change'],
    regulations: 'the regulation’s own',
    own: 'edited here',
    take: (name: string): string => `Download the template of “${name}”`,
    takeShort: 'Download',
    put: (name: string): string => `Upload an edited template of “${name}”`,
    back: 'Back to the regulation’s own',
    done: (name: string): string => `The new template of “${name}” is in use for papers drafted from now on.`,
    returned: (name: string): string => `“${name}” is made of the regulation’s own template again.`,
  },
}

/** 文书模板. Each kind of paper with its template, edited in Word and put back. */
export function TemplatesPart() {
  const words = useScreenWords(templatesWords)
  const { ask } = useSession()
  const { loaded, reload } = useLoad<TemplateList>('/api/administration/templates')
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [said, setSaid] = useState('')
  const send = async (path: string, body: unknown, done: string): Promise<void> => {
    const answer = await ask(`/api/administration/templates${path}`, { method: 'POST', body })
    setProblem(answer.ok ? null : answer.problem)
    setSaid(answer.ok ? done : '')
    if (answer.ok) reload()
  }
  return (
    <Part loaded={loaded} reload={reload}>
      {({ templates }) => (
        <section className="admin-block">
          <p className="soft">{words.lead}</p>
          {problem && <Problem problem={problem} />}
          {problem?.problems?.map(({ field, sentence }) => (
            <p key={field} className="field-problem">
              {sentence}
            </p>
          ))}
          {said !== '' && <p role="status">{said}</p>}
          {templates.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <AdminTable title={words.title} heads={words.heads}>
              {templates.map((row) => (
                <TemplateLine key={`${row.regulation} ${row.version} ${row.kind}`} row={row} send={send} />
              ))}
            </AdminTable>
          )}
        </section>
      )}
    </Part>
  )
}

type LineProps = { readonly row: TemplateRow; readonly send: (path: string, body: unknown, done: string) => Promise<void> }

function TemplateLine({ row, send }: LineProps) {
  const words = useScreenWords(templatesWords)
  const { role } = useSignedIn()
  const id = useId()
  const { regulation, version, kind, name, text, isOwn, changedBy, changedAt } = row
  const asked = new URLSearchParams({ regulation, version, kind }).toString()
  const choose = (file: File | null): void => {
    if (file === null) return
    const body = new FormData()
    body.append('file', file)
    void send(`?${asked}`, body, words.done(name))
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{text}</td>
      <td>
        {isOwn ? words.own : words.regulations} {changedBy} {changedAt && <MomentText at={changedAt} />}
      </td>
      <td>
        <a
          className="plain-button"
          href={`/api/administration/templates/file?${asked}&role=${encodeURIComponent(roleName(role))}`}
          aria-label={words.take(name)}
          download
        >
          {words.takeShort}
        </a>{' '}
        <label htmlFor={id} className="unseen">
          {words.put(name)}
        </label>
        <input id={id} type="file" accept=".docx" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
        {isOwn && (
          <Button onClick={() => void send('/remove', { regulation, version, kind }, words.returned(name))}>{words.back}</Button>
        )}
      </td>
    </tr>
  )
}
