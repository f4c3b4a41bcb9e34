import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { putAside, withFolderAside } from '../files/put-aside.js'
import { refusedRowsIn } from './refused-table.js'

it('are written with each column that any of them has, whatever stands in a cell', async () => {
  const text = await withFolderAside(async (folder) => {
    const rows = refusedRowsIn(folder)
    await rows.add({ row: 2, reason: '没有标题', cells: { 编号: '3502000000001234567', 内容: '甲\u2028乙\n丙,"丁"' } })
    await rows.add({ row: 9, place: 'a.eml', reason: '重复', cells: { 来信人: '=1+1' } })
    await rows.write(join(folder, 'table'), { kind: 'text', lang: 'zh' })
    expect(readdirSync(folder)).toEqual(['table.csv'])
    return readFileSync(join(folder, 'table.csv'), 'utf8')
  })
  const [heads, ...lines] = text.replace(/^\uFEFF/, '').split('\r\n')
  expect(heads).toBe('行号,不能导入的原因,编号,内容,来信人')
  expect(lines.join('|')).toContain('甲\u2028乙')
  expect(lines.join('|')).toContain('丙,""丁""')
  expect(lines.join('|')).toContain('a.eml,重复,,,')
})

it('leaves nothing behind of what was put aside, and gives all of it back', async () => {
  const pieces = async function* () {
    for (let at = 0; at < 1000; at += 1) yield `${at},`
  }
  const found: Uint8Array[] = []
  for await (const piece of await putAside(pieces())) found.push(piece)
  expect(Buffer.concat(found).toString()).toBe([...Array(1000).keys()].map((at) => `${at},`).join(''))
  const failing = async function* () {
    yield 'a'
    throw new Error('stopped')
  }
  await expect(putAside(failing())).rejects.toThrow('stopped')
})

it('says in the language of its reader why a row was refused, and once when it is refused again', async () => {
  const text = await withFolderAside(async (folder) => {
    const rows = refusedRowsIn(folder)
    await rows.add({ row: 2, reason: 'no title', cells: { 行号: '9', 不能导入的原因: '没有标题', 编号: '7' } })
    await rows.write(join(folder, 'table'), { kind: 'text', lang: 'en' })
    return readFileSync(join(folder, 'table.csv'), 'utf8')
  })
  expect(text.replace(/^\uFEFF/, '').split('\r\n')).toEqual(['row,why it was refused,编号', '2,no title,7', ''])
})
