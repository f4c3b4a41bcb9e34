import type { Element, Node } from '@xmldom/xmldom'
import type { PaperBlock } from '../../contract/index.js'

/** 预览. What stands on a paper, line by line and table by table, read from the Word file itself. */
export async function paperBlocks(docx: Uint8Array): Promise<PaperBlock[]> {
  const [{ default: PizZip }, { DOMParser }] = await Promise.all([import('pizzip'), import('@xmldom/xmldom')])
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  const body = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('w:body').item(0)
  return body === null ? [] : elementsIn(body).flatMap(blockOf)
}

const elementsIn = (node: Node): readonly Element[] =>
  [...Array(node.childNodes.length).keys()].flatMap((at) => {
    const child = node.childNodes.item(at)
    return child !== null && isElement(child) ? [child] : []
  })

const isElement = (node: Node): node is Element => node.nodeType === 1

function blockOf(element: Element): PaperBlock[] {
  switch (element.nodeName) {
    case 'w:p':
      return [{ kind: 'line', look: lookOf(element), text: textOf(element) }]
    case 'w:tbl':
      return [{ kind: 'table', look: tableLook(element), rows: named(element, 'w:tr').map(rowOf) }]
    default:
      return []
  }
}

const named = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).filter((child) => child.nodeName === name)

const first = (element: Element, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((found, name) => found && named(found, name)[0], element)

/** The style, as Word calls it. */
const lookOf = (paragraph: Element): string => first(paragraph, 'w:pPr', 'w:pStyle')?.getAttribute('w:val') ?? ''

function tableLook(table: Element): 'grid' | 'plain' | 'foot' {
  if (first(table, 'w:tblPr', 'w:tblpPr') !== undefined) return 'foot'
  const isRuled = ['w:tblBorders', 'w:tblStyle'].some((name) => first(table, 'w:tblPr', name) !== undefined)
  return isRuled ? 'grid' : 'plain'
}

const rowOf = (row: Element) =>
  named(row, 'w:tc').map((cell) => {
    const paragraphs = named(cell, 'w:p')
    return {
      text: paragraphs.map(textOf).join('\n'),
      span: Number(first(cell, 'w:tcPr', 'w:gridSpan')?.getAttribute('w:val') ?? 1),
      isHead: paragraphs[0] !== undefined && lookOf(paragraphs[0]) === 'CellHead',
    }
  })

function textOf(node: Node): string {
  // What older programs read in place of what stands before it says the same once more.
  if (node.nodeName === 'w:pPr' || node.nodeName === 'mc:Fallback') return ''
  if (node.nodeName === 'w:txbxContent') return framed(node).join('\n')
  if (node.nodeName === 'w:t') return node.textContent ?? ''
  if (node.nodeName === 'w:br') return '\n'
  if (node.nodeName === 'w:tab') return '\t'
  return elementsIn(node).map(textOf).join('')
}

/** What stands in a frame, line by line. */
const framed = (node: Node): readonly string[] =>
  elementsIn(node).flatMap((each) => (each.nodeName === 'w:tbl' ? rowsAsLines(each) : [textOf(each)]))

const rowsAsLines = (table: Element): readonly string[] =>
  named(table, 'w:tr').map((row) =>
    rowOf(row)
      .map(({ text }) => text)
      .join('\t'),
  )
