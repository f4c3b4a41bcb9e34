import { expect, it } from 'vitest'
import { library } from '../app.fixtures.js'
import { mapColumns } from './import-mapping.js'

const regulation = library.find('example-mailbox', '2025-01-01')

it('reads a ledger as the platform writes it: its way in and its day are not taken for columns that nobody knows', () => {
  if (regulation === null) throw new Error('no regulation')
  const fields = ['title', 'category', 'channel']
  const mapped = (heads: string) => mapColumns(regulation, fields, heads.split(','), {})
  expect(mapped('编号,标题,类别,渠道,收到时间')).toEqual({
    fields: { title: '标题', category: '类别', channel: '渠道' },
    ...{ source: '编号', time: '收到时间' },
  })
  expect(mapped('来源编号,标题,来源渠道,收到时间,来源时间')).toMatchObject({
    fields: { channel: '来源渠道' },
    ...{ source: '来源编号', time: '来源时间' },
  })
})
