import { addGovernmentCommand } from './add-government-command.js'
import {
  demoCommand,
  grantCommand,
  keepLogCommand,
  letInCommand,
  serveCommand,
  takeUpCommand,
  verifyCommand,
  vouchCommand,
} from './app-commands.js'
import { assessmentCommand } from './assessment-command.js'
import { check } from './check.js'
import type { Command, Deps } from './command.js'
import { coverage } from './coverage.js'
import { due } from './due.js'
import { exportCommand } from './export-command.js'
import { importCommand } from './import-command.js'
import { newRegulation } from './new-regulation.js'
import { packageCommand, verifyPackageCommand } from './package-command.js'
import { bulletinCommand, documentCommand } from './paper-commands.js'
import { runCommand } from './run-command.js'
import { schema } from './schema.js'
import { simulate } from './simulate.js'
import { upgrade } from './upgrade.js'
import { changeVersionCommand } from './version-command.js'

export type { AssessmentFileReport, CommandedApp } from './app-commands.js'
export { CannotRun, type Command, type Deps, type Lang, UsageError } from './command.js'

/** Every command; a new one is a file and a line here. */
export const commands: readonly Command[] = [
  serveCommand,
  demoCommand,
  check,
  simulate,
  due,
  coverage,
  newRegulation,
  upgrade,
  schema,
  importCommand,
  exportCommand,
  documentCommand,
  bulletinCommand,
  packageCommand,
  verifyPackageCommand,
  assessmentCommand,
  verifyCommand,
  grantCommand,
  keepLogCommand,
  letInCommand,
  vouchCommand,
  takeUpCommand,
  changeVersionCommand,
  addGovernmentCommand,
]

/** Runs the command line; answers the exit code. `more` are commands that other parts bring. */
export const runCli = (argv: readonly string[], deps: Deps, more: readonly Command[] = []): Promise<number> =>
  runCommand(argv, deps, [...commands, ...more])
