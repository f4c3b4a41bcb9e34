import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changedIn, failingAt, failingInTurn, standing, watching } from '../../test/failing-statements.js'
import { loadLibrary } from '../load/index.js'
import { seesAll } from '../store/index.js'
import { account, dispatchTo, officer, root, type TestApp, testApp } from './app.fixtures.js'
import * as useCases from './index.js'
import { beginOffices } from './office-duties/index.js'

const {
  grantRole,
  importFile,
  keepClosed,
  keepLogFor,
  markProjected,
  recordExport,
  recordPrint,
  recordRead,
  recordRefused,
  reprojectChanged,
  runTimers,
  takeUpKindFor,
  letIn,
  vouchForPerson,
  verifyRecords,
} = useCases

/** Tried by the route that leads to them: `src/http/half-done.test.ts`, where every route that writes has to be. Another version is one change, as a kind is. */
const behindRoutes = [
  ...['actAsRequester', 'addPerson', 'addSubstitute', 'addUnit', 'beginSecondFactor', 'changeCalendar', 'changeForm'],
  ...['changeGovernment', 'changeLogDays', 'changeOwnPassword', 'changePerson', 'changeUnit', 'changeVersion'],
  ...['confirmSecondFactor', 'doBulk', 'endOwnSessions', 'endRehearsal', 'endSubstitute', 'findRequester'],
  ...['importRoster', 'forgetDraft'],
  ...['forgetSecondFactor', 'linkForPerson', 'handOver', 'writeNote', 'draftDocument', 'saveDocument', 'lockDocument'],
  ...['issueDocument', 'spoilDocument', 'markNoticesRead', 'moveClock', 'openSealedFile', 'putAccount', 'putUnits'],
  ...['recordAct', 'recordRenewal', 'undoAct', 'removeSavedView', 'removeSecondFactor', 'removeStandardText', 'renewCode'],
  ...[
    'revealIdentity',
    'saveAttachment',
    'saveDraft',
    'saveStandardText',
    'saveView',
    'changeTemplate',
    'removeTemplate',
    'setEmblem',
    'removeEmblem',
    'setPassword',
    'setUp',
    'signIn',
  ],
  ...['addListed', 'changeListed', 'linkForListed', 'actAsKnown', 'signInKnown', 'packOwn'],
  ...['signOut', 'startRehearsal', 'submitMatter', 'tickOff', 'takeUpKind', 'changeVersionFor', 'addGovernment'],
  ...['addGovernmentFor', 'beginRehearsal', 'discardRehearsal', 'stepIn', 'dayOn', 'lettersFor', 'receiveLetters'],
  ...['keepLedgerLayout', 'removeLedgerLayout', 'answerPattern', 'switchPatterns', 'saveReport', 'removeReport'],
  ...['changeTerms', 'decideDisposals', 'holdMatters', 'liftHold', 'proposeDisposal', 'choose', 'finishSelection'],
]
/** Tried below; what an older version kept apart is carried over in `carry-apart.test.ts`, reports are made in `../http/reports.test.ts`, patterns counted in `../http/routes/patterns.test.ts`. */
const here = [
  ...['carryApart', 'firstLink', 'grantRole', 'importFile', 'importMatters', 'importUpload', 'keepClosed', 'keepLogFor'],
  ...['recountFigures', 'makeReports', 'keepPatterns'],
  ...['markProjected', 'recordExport', 'recordPrint', 'recordRead', 'recordRefused', 'reprojectChanged', 'runTimers'],
  ...['startTimer', 'takeUpKindFor', 'letIn', 'vouchForPerson'],
]
/** They look at what stands, and write at most that somebody looked: `src/http/half-done.test.ts` asks every such route. */
const looks = [
  ...['countCharged', 'countReturns', 'answersOf', 'assessedRows', 'linkShut', 'reportFile', 'madeReportFile'],
  ...['documentFile', 'documentPdf', 'actOutlook', 'checkReply', 'ledgerFor', 'findAccountLink', 'signInPlaceOf', 'findSignedIn'],
  ...['newsOf', 'intakeActs', 'knock', 'leaderDesk', 'goneFor', 'goneForOwner', 'ledgerFile', 'linksOf', 'neededFields'],
  ...['offerBulk', 'offerStandardTexts', 'playSteps', 'rosterTemplate', 'doneToday', 'otherDesks', 'templateFile'],
  ...['runScenarios', 'countsDiffering', 'recountAssessment', 'assessmentWorkbook', 'findKnown', 'stayKnown'],
  ...[
    'lackingOf',
    'lookAtLedger',
    'matterSheet',
    'packMany',
    'packMatter',
    'packageOfMany',
    'packageOfMatter',
    'ofYear',
    'wholePackage',
  ],
  ...['paperNamed', 'simulate', 'startPlay', 'startWhatIf', 'statisticsWorkbook', 'stopWhatIf', 'trackMatter'],
  ...['verifyRecords', 'digestSheet'],
]
/** So does whatever is called so: nothing that writes may be. */
const looksByName = /^(read|list|preview)[A-Z]/
/** Neither: what they are made of. */
const parts = [
  ...['BadPageKey', 'Destroyed', 'StoreUnavailable', 'TableRefused', 'actDoneView', 'byCalendar', 'byImport'],
  ...['calledFrom', 'columnsOf'],
  ...[
    'failure',
    'problemSaid',
    'gateFor',
    'gateOf',
    'givenOf',
    'momentAsked',
    'openGuesses',
    'openOffices',
    'openProofs',
    'openUploads',
  ],
  ...['outgoingMessage'],
  ...['addressIn', 'networksOf', 'programAtDoor', 'wordsOf', 'NoRegulation', 'isOwn', 'followsAnything'],
  ...['refusedRowsIn', 'withFolderAside', 'ledgerHeads', 'mayReadLines', 'termOf', 'tombstoneFor'],
]

it('every use case is tried with its statements failing, here or by its route, or writes nothing', () => {
  const all = Object.entries(useCases).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  const known = [...behindRoutes, ...here, ...looks, ...parts]
  expect(all.filter((name) => !known.includes(name) && !looksByName.test(name))).toEqual([])
  expect([...behindRoutes, ...here].filter((name) => looksByName.test(name))).toEqual([])
  expect(known.filter((name) => !all.includes(name))).toEqual([])
})

const library = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'test/fixtures/concepts')],
  calendars: join(root, 'calendars'),
})
const only = [account('li', '李工', [{ role: 'office', unit: null }], { isAdmin: true })]

let app: TestApp
let client: pg.Client
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-half-'))
  app = await testApp(undefined, library, only)
  client = await watching(app.connection)
})
afterAll(async () => {
  await client.end()
  await app.close()
  await rm(folder, { recursive: true })
})

const officeNow = async (of = app) => {
  of.deps.offices.forget()
  const office = await of.deps.offices.get('demo')
  if (office === null) throw new Error('no office')
  return office
}

/** Nothing stands otherwise, or it was done. */
async function wholeOrNot(work: () => Promise<unknown>): Promise<number> {
  let before: Awaited<ReturnType<typeof standing>> = {}
  return failingInTurn(
    async () => {
      await officeNow()
      before = await standing(client)
      return work
    },
    async (nth, { hasFailed, isDone }) => {
      const changed = changedIn(before, await standing(client))
      if (hasFailed && !isDone) expect([nth, changed]).toEqual([nth, []])
      // What failed was beside it.
      return hasFailed && isDone ? 'enough' : null
    },
  )
}

const entry = async () => ({ office: await officeNow(), account: 'li' })

describe('what is done at once is done whole or not at all', () => {
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    grantRole: async () => grantRole(app.deps, await officeNow(), { login: 'li', role: 'leader', unit: null }),
    keepLogFor: async () => keepLogFor(app.deps, await officeNow(), 365),
    recordRead: async () => recordRead(app.deps, await entry(), 'people'),
    recordPrint: async () => recordPrint(app.deps, await entry(), 'matters/1'),
    recordRefused: async () => recordRefused(app.deps, await entry(), { route: 'x', of: '1', code: 'not-found' }),
    recordExport: async () =>
      recordExport(
        app.deps,
        { ...(await entry()), actor: { role: 'office', unit: null, person: 'li' } },
        { kind: 'matters', format: 'csv' },
      ),
    firstLink: () => app.deps.store.createSetupLink('a link nobody has', app.deps.now()),
    markProjected: () => markProjected(app.deps, 'demo'),
    letIn: async () => letIn(app.deps, await officeNow(), 'li'),
    vouchForPerson: async () => vouchForPerson(app.deps, await officeNow(), 'wang'),
    witness: () => app.deps.store.witness(app.deps.now()),
    tidy: () => app.deps.store.tidy(app.deps.now()),
    removeUnclaimed: () => app.deps.store.removeUnclaimed(app.deps.now()),
    cutLog: () => app.deps.store.administration.cutLog('demo', { at: app.deps.now(), targets: [] }),
    shipLog: () => app.deps.store.administration.shipLog('demo', { target: 'x', most: 10, send: async () => undefined }),
    touchSession: () => app.deps.store.accounts.touchSession('demo', 'none', app.deps.now()),
  }
  it.each(Object.entries(works))('%s', { timeout: 60_000 }, async (_, work) => {
    expect(await wholeOrNot(work)).toBeGreaterThan(0)
  })

  it('a further kind, taken up on the machine; what is noted of its rows is noted at the next start', async () => {
    const kinds = async () => (await officeNow()).settings.kinds.length
    await failingInTurn(
      async () => {
        const office = await officeNow()
        return () => takeUpKindFor(app.deps, office, { regulation: 'orders', version: '2025-01-01' })
      },
      async (nth, { hasFailed }) => {
        const [taken, logged] = [await kinds(), await logs('kind-taken-up')]
        expect([nth, taken]).toEqual([nth, logged])
        return hasFailed && taken === 1 ? 'enough' : null
      },
    )
    expect(await kinds()).toBe(1)
  })
})

const logs = async (kind: string): Promise<number> =>
  (await app.deps.store.administration.listAudit('demo', { kind })).rows.length

describe('what is done portion by portion goes on where it stopped', () => {
  const list = ['工单号,标题,内容', 'A1,井盖松动,井盖松动了请来修。', 'A2,树枝断了,树枝断了请来修。'].join('\n')
  const bring = async (file: string, more: object = {}) =>
    importFile(
      app.deps,
      {
        ...{
          office: await officeNow(),
          file,
          source: file,
          map: {},
          set: {},
          head: null,
          sheet: null,
          mapping: null,
          kind: null,
        },
        ...{ saveAs: null, isAccepting: true, isTrial: false, takesAutomatic: false, lang: 'zh' as const, ...more },
      },
      () => undefined,
    )
  /** Stage, number of events and files of what came in under these numbers. */
  const came = async (source: string, ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const matter = (await app.deps.store.findImported('demo', source, id)) ?? 0
        const loaded = await app.deps.store.loadMatter('demo', matter, seesAll)
        return [loaded?.row.stage, loaded?.events.length, loaded?.files.length]
      }),
    )

  // First, while there are few matters: each of them is made anew by statements of its own.
  it('rows made anew', { timeout: 120_000 }, async () => {
    await app.deps.store.administration.patchSettings('demo', { calendarMark: '', areRequestersMarked: false })
    await failingInTurn(
      async () => {
        app.deps.offices.forget()
        return () => reprojectChanged(app.deps)
      },
      async () => null,
    )
    expect((await verifyRecords(app.deps, () => {}, [])).findings).toEqual([])
  })

  it('rows of a table, each accepted as it comes in; the mapping is kept with the last', { timeout: 120_000 }, async () => {
    const fileOf = async (nth: number): Promise<string> => {
      const file = join(folder, `${nth}.csv`)
      await writeFile(file, list)
      return file
    }
    const statements = await failingInTurn(
      async (nth) => {
        const file = await fileOf(nth)
        return () => bring(file, { saveAs: `映射${nth}` })
      },
      async (nth) => {
        const file = await fileOf(nth)
        const again = await bring(file, { saveAs: `映射${nth}` })
        expect([nth, again.imported + again.known, again.refused]).toEqual([nth, 2, []])
        expect([nth, await came(file, ['A1', 'A2'])]).toEqual([
          nth,
          [
            ['accepted', 2, 0],
            ['accepted', 2, 0],
          ],
        ])
        expect((await officeNow()).settings.importMappings).toHaveProperty(`映射${nth}`)
      },
    )
    expect(statements).toBeGreaterThan(4)
  })

  it('a mail of which something is left, with the whole of it', { timeout: 120_000 }, async () => {
    const mail = [
      ...['From: a@example.com', 'Subject: lamp', 'Message-ID: <half@example.com>', 'MIME-Version: 1.0'],
      ...['Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain; charset=utf-8', ''],
      ...['路灯不亮已经五天了，请修理。', '--b', 'Content-Disposition: attachment; filename=a.txt', '', '一行文字', '--b--', ''],
    ].join('\r\n')
    const file = join(folder, 'letter.eml')
    await writeFile(file, mail)
    const statements = await failingInTurn(
      async (nth) => () => bring(file, { source: `mail-${nth}`, isAccepting: false }),
      async (nth) => {
        const again = await bring(file, { source: `mail-${nth}`, isAccepting: false })
        expect([nth, again.imported + again.known, again.refused]).toEqual([nth, 1, []])
        expect([nth, await came(`mail-${nth}`, ['<half@example.com>'])]).toEqual([nth, [['received', 1, 1]]])
      },
    )
    expect(statements).toBeGreaterThan(3)
  })

  it('what time does by itself: every rung once, whatever failed on the way', { timeout: 120_000 }, async () => {
    const days = Array.from({ length: 20 }, (_, nth) => new Date(Date.UTC(2025, 9, 9 + 7 * nth)).toISOString().slice(0, 10))
    const sent: number[] = []
    const faults: unknown[] = []
    let nth = 0
    for (const day of days) {
      nth += 1
      app.goTo(`${day} 09:00`)
      const { matter } = await app.submit()
      sent.push(matter)
      await app.act(matter, officer, 'accept')
      await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
      app.goTo(`${day} 23:00`)
      await officeNow()
      await failingAt(nth, () => runTimers(app.deps, (error) => faults.push(error)).catch((error: unknown) => faults.push(error)))
    }
    app.goTo('2026-03-30 09:00')
    await runTimers(app.deps, (error) => expect(error).toBeNull())
    expect(faults.length).toBeGreaterThan(10)
    const rungs = await Promise.all(
      sent.map(async (matter) => {
        const loaded = await app.deps.store.loadMatter('demo', matter, seesAll)
        return loaded?.events.filter(({ kind }) => kind === 'rung').map(({ act }) => act) ?? []
      }),
    )
    expect(rungs.map((each) => each.filter((act) => act === 'conclude/referral').length)).toEqual(sent.map(() => 1))
    expect(rungs.map((each) => new Set(each).size)).toEqual(rungs.map(({ length }) => length))
    const twice = await client.query("select to_jsonb(n) - 'id' from notice n group by 1 having count(*) > 1")
    expect(twice.rows).toEqual([])
  })

  it('figures of what is over', { timeout: 120_000 }, async () => {
    const statements = await failingInTurn(
      async () => () => keepClosed(app.deps, new Map()),
      async () => null,
    )
    expect(statements).toBeGreaterThan(3)
    const kept = async () => (await standing(client)).kept_figures
    const first = await kept()
    await keepClosed(app.deps, new Map())
    expect(await kept()).toBe(first)
  })

  it('rounds that the calendar opens, each once', { timeout: 120_000 }, async () => {
    const under = { regulation: 'office-duties', regulationVersion: '2025-01-01' }
    const own = await testApp('2025-07-01 09:00', library, only, under)
    await failingInTurn(
      async () => () => beginOffices(own.deps),
      async () => null,
    )
    let minute = 0
    await failingInTurn(
      async () => {
        minute += 2
        own.goTo(`2025-11-03 ${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
        return async () => {
          const faults: unknown[] = []
          await runTimers(own.deps, (error) => faults.push(error))
          if (faults[0] !== undefined) throw faults[0]
        }
      },
      async () => null,
    )
    const opened = (await own.deps.store.rounds.listOpened('demo', 'office-duties')).map(
      (each) => `${each.officeDuty}@${each.round}`,
    )
    expect(opened.length).toBeGreaterThan(3)
    expect(new Set(opened).size).toBe(opened.length)
    const again = await testApp('2025-07-01 09:00', library, only, under)
    await beginOffices(again.deps)
    again.goTo('2025-11-03 12:00')
    await runTimers(again.deps, (error) => expect(error).toBeNull())
    const there = await again.deps.store.rounds.listOpened('demo', 'office-duties')
    expect([...opened].sort()).toEqual(there.map((each) => `${each.officeDuty}@${each.round}`).sort())
    await Promise.all([own.close(), again.close()])
  })
})
