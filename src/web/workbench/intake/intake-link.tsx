import { Link } from '../link.js'
import { useScreenWords } from '../words/language.js'
import { intakeWords } from './intake-words.js'
import { useIntake } from './use-intake.js'

/** 登记来件. Shown where the regulation lets the person's role open a matter. */
export function IntakeLink() {
  const words = useScreenWords(intakeWords)
  const { acts } = useIntake()
  if (!acts.some((act) => act.refusal === null)) return null
  return (
    <Link to="new" className="main-link">
      {words.open}
    </Link>
  )
}
