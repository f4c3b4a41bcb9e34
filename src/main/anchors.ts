import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { makeDurableFolder, type Witness } from '../store/index.js'
import type { Environment } from './environment.js'
import { postSigned } from './post-signed.js'

const anchor = z.object({ government: z.string(), seq: z.number(), at: z.number(), hash: z.string() })

/** 外存锚点. Where witnesses are told outside the database: a file that only grows, and an address if one is set. */
export type Anchors = {
  /** On the disk when this returns. What the address did not take is sent with the next ones. */
  keep(witnesses: readonly Witness[]): Promise<void>
}

export function openAnchors({ anchorsFile, anchorUrl, webhookSecret }: Environment): Anchors {
  let waiting: readonly Witness[] = []
  return {
    keep: async (witnesses) => {
      if (witnesses.length > 0) append(anchorsFile, witnesses.map((each) => `${JSON.stringify(each)}\n`).join(''))
      waiting = [...waiting, ...witnesses]
      const last = waiting.at(-1)
      if (anchorUrl === null || last === undefined) return
      await postSigned({ url: anchorUrl, secret: webhookSecret }, { key: last.hash, body: { witnesses: waiting } })
      waiting = []
    },
  }
}

function append(file: string, text: string): void {
  makeDurableFolder(dirname(file), 0o755)
  const opened = openSync(file, 'a', 0o600)
  try {
    writeSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** What was told before. A last line that a power cut left half-written was never relied on. */
export function readAnchors(file: string): readonly Witness[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines
    .slice(0, -1)
    .filter(Boolean)
    .map((line) => anchor.parse(JSON.parse(line)))
}
