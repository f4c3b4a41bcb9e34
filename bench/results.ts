import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isMissed, type Section, sections, shownBound, shownValue } from './figure.js'

const file = fileURLToPath(new URL('results.md', import.meta.url))

const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(2))
    .join(', ')

/** Which machine measured, and how busy it was with other work when the run began. */
export type Machine = { readonly text: string; readonly loadBefore: string }

export function describeMachine(): Machine {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const text = `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${process.platform} ${process.arch}, Node.js ${process.versions.node}`
  return { text, loadBefore: load() }
}

/** Writes what one whole run has measured, over what the last one did. */
export function writeResults(machine: Machine, beganAt: Date): void {
  const minutes = (Date.now() - beganAt.getTime()) / 60_000
  const head = [
    '# Measured',
    'Written by `npm run bench`, which measures everything anew and overwrites this page; nothing in it is typed by hand.',
    `- ${beganAt.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${minutes.toFixed(0)} minutes\n- ${machine.text}\n- load average (1, 5, 15 minutes) before ${machine.loadBefore}; after ${load()}`,
  ]
  writeFileSync(file, `${[...head, ...sections.map(sectionText)].join('\n\n')}\n`)
  console.log(`\n${file}`)
}

function sectionText({ name, figures, notes }: Section): string {
  const rows = figures.map((each) => {
    const verdict = shownBound(each.bound) === '' ? '' : isMissed(each) ? '**missed**' : 'kept'
    return `| ${each.name} | ${shownValue(each.value)} | ${each.unit} | ${shownBound(each.bound)} | ${verdict} |`
  })
  const table = ['| figure | value | unit | bound | |', '| --- | ---: | --- | --- | --- |', ...rows].join('\n')
  const said = notes.map((each) => `- ${each}`).join('\n')
  return [`## ${name}`, ...(rows.length > 0 ? [table] : []), ...(said === '' ? [] : [said])].join('\n\n')
}
