// Makes the Word templates of our regulations from the layouts in templates/documents, each into the folder of every regulation that
// names it. An office edits its own afterwards, in Word: run this only for a layout that was changed here.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { madeTemplates } from './made-templates.js'

for (const { file, bytes } of madeTemplates()) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}
