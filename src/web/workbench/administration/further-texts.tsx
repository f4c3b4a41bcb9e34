import { Button } from 'antd'
import { type FurtherGovernmentRequest, type FurtherGovernments, textName } from '../../../contract/index.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { SelectField, TextField } from './admin-fields.js'
import { governmentsWords } from './governments-words.js'

type Asked = FurtherGovernmentRequest['texts'][number]
type Offered = FurtherGovernments['texts'][number]

export const noText: Asked = { regulation: '', version: '', from: '', instrument: '' }

const keyOf = (id: string, version: string): string => `${id} ${version}`

type Props = {
  readonly texts: readonly Asked[]
  readonly offered: readonly Offered[]
  readonly change: (texts: Asked[]) => void
}

/** The texts it works by: the first is its own; each is chosen once, and its force recorded where it does not say so. */
export function FurtherTexts({ texts, offered, change }: Props) {
  const words = useScreenWords(governmentsWords)
  const { about } = useWords()
  const { language } = useLanguage()
  const put = (at: number, more: Partial<Asked>): void =>
    change(texts.map((each, place) => (place === at ? { ...each, ...more } : each)))
  return (
    <fieldset className="field field-wide admin-group">
      <legend>{words.texts}</legend>
      {texts.map((text, at) => {
        const found = offered.find(({ id, version }) => id === text.regulation && version === text.version)
        const others = texts.filter((_, place) => place !== at)
        const options = offered.filter(({ id }) => !others.some(({ regulation }) => regulation === id))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name before a text is chosen in it.
          <div className="admin-fields" key={at}>
            <SelectField
              name={at === 0 ? 'texts' : `texts ${at}`}
              label={words.text}
              isWide
              value={found === undefined ? '' : keyOf(found.id, found.version)}
              options={options.map(({ id, version, matter, name }) => ({
                id: keyOf(id, version),
                name: about(matter, textName(language, name, version)),
              }))}
              change={(key) => {
                const chosen = offered.find(({ id, version }) => keyOf(id, version) === key)
                put(at, { ...noText, regulation: chosen?.id ?? '', version: chosen?.version ?? '' })
              }}
            />
            {found?.isForceAwaited === true && (
              <>
                <TextField
                  name="from"
                  label={words.from}
                  hint={words.fromHint}
                  isOptional
                  type="date"
                  value={text.from}
                  change={(from) => put(at, { from })}
                />
                <TextField
                  name="instrument"
                  label={words.instrument}
                  isOptional
                  value={text.instrument}
                  change={(instrument) => put(at, { instrument })}
                />
              </>
            )}
            {texts.length > 1 && (
              <Button size="small" onClick={() => change(others)}>
                {words.drop(found?.name ?? words.text)}
              </Button>
            )}
          </div>
        )
      })}
      <Button size="small" onClick={() => change([...texts, noText])}>
        {words.more}
      </Button>
    </fieldset>
  )
}
