import type { SignOffView } from '../../../contract/index.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'

type Level = SignOffView['levels'][number]

const marks: Readonly<Record<Level['standing'], string>> = { signed: '✓', waiting: '●', ahead: '○', passed: '↷', unasked: '—' }

/** 签批: each text with its levels in order, who signed and when, and who has it now. */
export function SignOffs({ signOffs }: { readonly signOffs: readonly SignOffView[] }) {
  const { signOffs: words, listComma } = useWords()
  return signOffs.map((each) => {
    const title = `sign-off-${each.id}-${each.unit?.id ?? ''}`
    return (
      <section key={title} className="block sign-off" aria-labelledby={title}>
        <h2 id={title}>
          {each.name}
          {each.unit && <span className="act-unit">{each.unit.name}</span>}
        </h2>
        <p className="soft">{words.standing(each.standing.name, each.text.map(({ name }) => name).join(listComma))}</p>
        <ol>
          {each.levels.map((level) => (
            <li key={level.id} aria-current={level.standing === 'waiting' ? 'step' : undefined}>
              <span aria-hidden="true">{marks[level.standing]} </span>
              {level.name} <span className="soft">{toldOf(level, words)}</span>
            </li>
          ))}
        </ol>
        <ClauseChips clauses={each.clauses} />
      </section>
    )
  })
}

function toldOf({ standing, signed }: Level, words: ReturnType<typeof useWords>['signOffs']): string {
  if (signed === null) return words.level[standing]
  if (signed.by === null) return words.silent(signed.at.shown)
  const who = [signed.by.unitName, signed.by.roleName, signed.by.person].filter(Boolean).join(' ')
  return signed.isJump ? words.jumped(who, signed.at.shown) : words.signed(who, signed.at.shown)
}
