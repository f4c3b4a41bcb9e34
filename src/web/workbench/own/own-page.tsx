import '../css/administration.css'
import '../css/form.css'
import { useEffect } from 'react'
import type { OwnAccount } from '../../../contract/index.js'
import { Part } from '../administration/part.js'
import { useSignedIn } from '../session.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { OwnLog } from './own-log.js'
import { OwnPassword } from './own-password.js'
import { OwnSessions } from './own-sessions.js'
import { SecondFactor } from './second-factor.js'

/** 我的账号. Password, second factor, where one is signed in, and what the log says; what is due comes first, and alone. */
export function OwnPage() {
  const words = useWords()
  const { due } = useSignedIn()
  const { loaded, reload } = useLoad<OwnAccount>('/api/own')
  useEffect(() => {
    document.title = `${words.own.title} · ${words.product}`
  }, [words])
  return (
    <section className="administration">
      <div className="page-head">
        <h1>{words.own.title}</h1>
        {due !== null && <p className="refusal">{words.own.dues[due]}</p>}
      </div>
      <Part loaded={loaded} reload={reload}>
        {(own) => (
          <>
            {due !== 'second-factor' && <OwnPassword />}
            {due !== 'password' && <SecondFactor own={own} reload={reload} />}
            {due === null && <OwnSessions own={own} reload={reload} />}
            {due === null && <OwnLog own={own} />}
          </>
        )}
      </Part>
    </section>
  )
}
