import { Link } from '../link.js'
import { useWords } from '../words/language.js'
import { useIntake } from './use-intake.js'

/** 登记来件. Shown where the regulation lets the person's role open a matter. */
export function IntakeLink() {
  const words = useWords()
  const { acts } = useIntake()
  if (!acts.some((act) => act.refusal === null)) return null
  return (
    <Link to="new" className="main-link">
      {words.intake.open}
    </Link>
  )
}
