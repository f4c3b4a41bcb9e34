import type { Lang } from '../../contract/index.js'
import type { Make } from './make.js'

const words = {
  zh: {
    files: '公开的附件',
    size: (kilobytes: number) => `${kilobytes} KB`,
    keptBack: (count: number) => `随来件交来的附件中有 ${count} 个不公开。`,
  },
  en: {
    files: 'Public files',
    size: (kilobytes: number) => `${kilobytes} KB`,
    keptBack: (count: number) =>
      count === 1 ? 'One file that came with it is not public.' : `${count} files that came with it are not public.`,
  },
}

type Shown<F> = { readonly files: readonly F[]; readonly filesKeptBack: number }

/** Files that anybody may take, and how many may not: of this are made the public page, its preview, and (`called`) what somebody may take of their own. */
export function publicFiles<N, F extends { readonly id: string; readonly size: number }>(
  h: Make<N>,
  { files, filesKeptBack }: Shown<F>,
  {
    lang,
    nameOf,
    called,
  }: { readonly lang: Lang; readonly nameOf: (file: F) => readonly (N | string)[]; readonly called?: string },
): N {
  const said = words[lang]
  const rows = files.map((file) =>
    h(
      'li',
      null,
      h('bdi', null, ...nameOf(file)),
      ' ',
      h('span', { className: 'soft' }, said.size(Math.max(1, Math.round(file.size / 1024)))),
    ),
  )
  const list = rows.length === 0 ? [] : [h('p', { className: 'soft' }, called ?? said.files), h('ul', null, ...rows)]
  const note = filesKeptBack === 0 ? [] : [h('p', { className: 'soft' }, said.keptBack(filesKeptBack))]
  return h('div', null, ...list, ...note)
}
