import { chownSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Places } from './places.js'

/** The one role of the private server. */
export const serverRole = 'huiyin'

/** Who may connect: only whoever runs this process (and the machine's root), as the socket itself tells the server. */
export function writeAccess({ home, user }: Places): readonly string[] {
  const names = [...new Set([userInfo().username, 'root'])]
  const files = {
    hba_file: 'local all all peer map=huiyin\n',
    ident_file: names.map((name) => `huiyin "${name}" ${serverRole}\n`).join(''),
  }
  return Object.entries(files).map(([setting, text]) => {
    const file = join(home, `${setting.replace('_file', '')}.conf`)
    writeFileSync(file, text, { mode: 0o600 })
    if (user) chownSync(file, user.uid, user.gid)
    return `${setting}=${file}`
  })
}
