import { Button } from 'antd'
import { useState } from 'react'
import type { GovernmentSettings, Problem as ProblemView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useScreenWords } from '../words/language.js'

const emblemWords = {
  zh: {
    title: '徽标',
    lead: '显示在网民页面名称旁边，也显示在文书页面上方。PNG、JPEG、WebP 或 GIF，最大 200 kB；照片里的拍摄信息会去掉。',
    choose: '选择图片',
    none: '现在没有徽标，显示平台的标志。',
    shown: '现在的徽标',
    remove: '去掉徽标',
  },
  en: {
    title: 'Emblem',
    lead: 'Shown beside the name on the public pages, and above papers. PNG, JPEG, WebP or GIF, 200 kB at most; what a picture tells of where and with what it was taken is removed.',
    choose: 'Choose a picture',
    none: 'There is none now; the mark of the platform is shown.',
    shown: 'The emblem now',
    remove: 'Take the emblem away',
  },
}

type Props = { readonly settings: GovernmentSettings; readonly done: () => void }

/** 徽标. Chosen and sent at once; what was wrong with it is told here. */
export function EmblemForm({ settings, done }: Props) {
  const words = useScreenWords(emblemWords)
  const { ask } = useSession()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (path: string, body: unknown): Promise<void> => {
    setBusy(true)
    const answer = await ask(`/api/administration/${path}`, { method: 'POST', body })
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) done()
  }
  const choose = (file: File | null): void => {
    if (file === null) return
    const body = new FormData()
    body.append('revision', String(settings.revision))
    body.append('file', file)
    void send('emblem', body)
  }
  return (
    <section className="admin-block" aria-labelledby="emblem">
      <h2 id="emblem">{words.title}</h2>
      <p className="soft">{words.lead}</p>
      {problem && <Problem problem={problem} />}
      {problem?.problems?.map(({ field, sentence }) => (
        <p key={field} className="field-problem">
          {sentence}
        </p>
      ))}
      {settings.emblem === '' ? (
        <p>{words.none}</p>
      ) : (
        <img className="admin-emblem" src={`/${settings.id}/emblem?v=${settings.emblem}`} alt={words.shown} />
      )}
      <div className="admin-tools">
        <label htmlFor="emblem-file">{words.choose}</label>
        <input
          id="emblem-file"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          disabled={isBusy}
          onChange={({ target }) => {
            choose(target.files?.[0] ?? null)
            target.value = ''
          }}
        />
        {settings.emblem !== '' && (
          <Button disabled={isBusy} onClick={() => void send('emblem/remove', { revision: settings.revision })}>
            {words.remove}
          </Button>
        )}
      </div>
    </section>
  )
}
