/** Our paragraph styles bear `Huiyin` in their names; by their ids marks and titles are set, and previews drawn. */
const ours = /<w:style (?=[^>]*w:type="paragraph")[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="Huiyin ([A-Za-z ]+)"/g
const idOf = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !small.has(word))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
const small: ReadonlySet<string> = new Set(['of', 'the', 'paper'])

/**
 * Word keeps the id of a style as it is edited; other programs make one of its name (`HuiyinMark`). Which ids of a file are to be called how, so that
 * ours are as they were; a style that has taken one of them meanwhile steps aside.
 */
export function looksToRename(styles: string): ReadonlyMap<string, string> {
  const found = [...styles.matchAll(ours)].map(([, id = '', name = '']): [string, string] => [id, idOf(name)])
  const strange = found.filter(([id, own]) => id !== own)
  const kept = new Set(found.map(([id]) => id))
  const taken = strange.filter(([, own]) => !kept.has(own)).map(([, own]): [string, string] => [own, `Other${own}`])
  return new Map([...taken, ...strange])
}

const references = /(w:(?:styleId|pStyle w:val|basedOn w:val|next w:val|link w:val)=")([^"]+)"/g

/** A part of a Word file with its styles called so. */
export const renamed = (xml: string, names: ReadonlyMap<string, string>): string =>
  xml.replace(references, (whole, before: string, id: string) => {
    const name = names.get(id)
    return name === undefined ? whole : `${before}${name}"`
  })
