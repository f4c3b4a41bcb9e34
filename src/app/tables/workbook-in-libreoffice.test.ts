import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openRows } from '../imports/import-rows.js'
import { workbookBytes } from './workbook-file.js'

const rows = [
  ['33010020250000417', '路灯 & <不亮>', '0017', '1-2', 12],
  ['', '第一行\n第二行', '=1+1', '"引号", 逗号', -0.5],
  ['_x000D_', '\u{1F600}', '  前后  ', '1E5', 0],
]

describe('LibreOffice, which script/test installs', () => {
  it('opens a workbook of ours and has every cell as it was meant; and what it saves comes in again', {
    timeout: 120_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-office-'))
    const run = (kind: string, path: string) =>
      promisify(execFile)('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        kind,
        '--outdir',
        join(folder, 'out'),
        path,
      ])
    try {
      const path = join(folder, 'ours.xlsx')
      await writeFile(path, await workbookBytes([{ name: '台账', heads: ['编号', '标题', '甲', '乙', '数'], rows }]))
      await run('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', path)
      const csv = await readFile(join(folder, 'out/ours.csv'), 'utf8')
      expect(csv.replace(/^\uFEFF/, '')).toBe(
        '编号,标题,甲,乙,数\n33010020250000417,路灯 & <不亮>,0017,1-2,12\n,"第一行\n第二行",=1+1,"""引号"", 逗号",-0.5\n_x000D_,\u{1F600},  前后  ,1E5,0\n',
      )
      await run('xlsx', path)
      const found: (readonly string[])[] = []
      for await (const row of (await openRows(join(folder, 'out/ours.xlsx'))).rows)
        if ('cells' in row) found.push(Object.values(row.cells))
      expect(found).toEqual(rows.map((cells) => cells.map((cell) => String(cell).trim())))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
