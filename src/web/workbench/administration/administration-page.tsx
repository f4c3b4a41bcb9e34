import '../css/administration.css'
import '../css/form.css'
import { type ReactNode, useEffect } from 'react'
import { NotFound } from '../frame/not-found.js'
import { Link } from '../link.js'
import { useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'
import { CalendarPart } from './calendar-part.js'
import { FormPart } from './form-part.js'
import { GovernmentPart } from './government-part.js'
import { GovernmentsPart } from './governments-part.js'
import { ListedPart } from './listed-part.js'
import { PeoplePart } from './people-part.js'
import { RehearsalsPart } from './rehearsals-part.js'
import { StartPart } from './start-part.js'
import { SubstitutesPart } from './substitutes-part.js'
import { TemplatesPart } from './templates-part.js'
import { TextsPart } from './texts-part.js'
import { UnitsPart } from './units-part.js'

const parts = [
  'start',
  'people',
  'listed',
  'substitutes',
  'units',
  'calendar',
  'texts',
  'form',
  'government',
  'governments',
  'templates',
  'rehearsals',
] as const
type PartName = (typeof parts)[number]

/** 管理. What administrators keep, part by part, each at its own address. */
export function AdministrationPage({ id }: { readonly id: string }) {
  const words = useWords()
  const { account } = useSignedIn()
  const at = parts.find((part) => part === (id === '' ? 'people' : id))
  const title = at === undefined ? words.administration.title : words.administration.parts[at]
  useEffect(() => {
    document.title = `${title} · ${words.administration.title} · ${words.product}`
  }, [title, words])
  if (at === undefined || !account.isAdmin) return <NotFound />
  return (
    <section className="administration">
      <div className="page-head">
        <h1>{words.administration.title}</h1>
        <p className="soft">{words.administration.lead}</p>
      </div>
      <nav className="admin-parts" aria-label={words.administration.title}>
        {parts.map((part) => (
          <Link key={part} to={`administration/${part}`} {...(part === at ? { 'aria-current': 'page' as const } : {})}>
            {words.administration.parts[part]}
          </Link>
        ))}
      </nav>
      {shown(at)}
    </section>
  )
}

function shown(part: PartName): ReactNode {
  switch (part) {
    case 'start':
      return <StartPart />
    case 'people':
      return <PeoplePart />
    case 'listed':
      return <ListedPart />
    case 'substitutes':
      return <SubstitutesPart />
    case 'units':
      return <UnitsPart />
    case 'calendar':
      return <CalendarPart />
    case 'texts':
      return <TextsPart />
    case 'form':
      return <FormPart />
    case 'government':
      return <GovernmentPart />
    case 'governments':
      return <GovernmentsPart />
    case 'templates':
      return <TemplatesPart />
    case 'rehearsals':
      return <RehearsalsPart />
  }
}
