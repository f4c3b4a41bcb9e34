import { zipEntries } from '../tables/zip-entries.js'
import { cleanPicture } from './clean-office.js'
import { type CleanPaper, inOrder, type PaperTell, untouched } from './paper-tells.js'
import { rewrittenZip } from './rewritten-zip.js'

const picture = /\.(jpe?g|png|gif|tiff?|bmp)$/i
const isMeant = (name: string): boolean => /\.xml$/i.test(name) || picture.test(name)
const about = /(<(?:\w+:)?(?:Author|Creator|CreatorVersion|Subject|Abstract|CustomData|Keyword)(?:\s[^>]*)?>)[^<]*(?=<\/)/g

/** 版式文档, GB/T 33190, without who wrote it and with what; a signed one is not touched. */
export function cleanOfd(bytes: Uint8Array): CleanPaper {
  const names = (zipEntries(bytes) ?? []).map(({ name }) => name)
  if (names.some((name) => /signatures?\.xml$/i.test(name))) return untouched(bytes, 'signed')
  const tells = new Set<PaperTell>()
  if (names.some((name) => /\/attachs?\//i.test(name))) tells.add('embedded')
  const clean = rewrittenZip(bytes, isMeant, (name, content) => {
    if (picture.test(name)) return cleanPicture(name, content, tells)
    const xml = content.toString()
    if (/<(\w+:)?Annot\b/.test(xml)) tells.add('remarks')
    const after = (/^OFD\.xml$/i.test(name) ? xml.replace(about, '$1') : xml).replace(
      /(<(?:\w+:)?Annot\b[^>]*?\bCreator=)"[^"]*"/g,
      '$1""',
    )
    return after === xml ? 'same' : Buffer.from(after)
  })
  return clean === null ? untouched(bytes, 'properties') : { bytes: clean, tells: inOrder(tells) }
}
