import '../css/administration.css'
import { useEffect } from 'react'
import { NotFound } from '../frame/not-found.js'
import { useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'
import { AuditPart } from './audit-part.js'

/** 审计日志. The auditor's room; administrators have no key to it. */
export function AuditRoom() {
  const words = useWords()
  const { account } = useSignedIn()
  useEffect(() => {
    document.title = `${words.administration.audit.title} · ${words.product}`
  }, [words])
  if (!account.isAuditor) return <NotFound />
  return (
    <section className="administration">
      <div className="page-head">
        <h1>{words.administration.audit.title}</h1>
      </div>
      <AuditPart />
    </section>
  )
}
