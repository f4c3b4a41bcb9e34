import { expect, it } from 'vitest'
import { typeset } from './typeset.js'

const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/></w:sectPr>'
const styles = '<w:style w:type="paragraph" w:styleId="LetterMark"><w:rPr><w:sz w:val="88"/></w:rPr></w:style>'
const markOf = (name: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="LetterMark"/><w:framePr w:w="9638" w:y="1701"/></w:pPr><w:r><w:t>${name}</w:t></w:r></w:p>`
const lettered = (name: string): string => typeset({ document: `${markOf(name)}${page}`, styles })

it('leaves the mark of a letter as it is where it stands in one line', () => {
  expect(lettered('示例区督查室')).toBe(`${markOf('示例区督查室')}${page}`)
})

it('keeps the room of a mark that becomes smaller: nothing else moves up into it', () => {
  const set = lettered('示例区域人民政府督查室（演练）')
  expect(set).toContain('<w:sz w:val="58"/>')
  expect(set).toContain('<w:framePr w:h="880" w:hRule="atLeast" w:w="9638" w:y="1701"/>')
  expect(set).toContain('<w:spacing w:line="667" w:lineRule="exact"/>')
})
