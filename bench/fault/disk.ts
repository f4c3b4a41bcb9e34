import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onEnd } from '../cleanup.js'

/** A small disk of its own: a file as a loop device with ext4 on it. */
export type Disk = {
  readonly folder: string
  /** As if the power went: what had not reached the disk is gone. Whatever wrote to it must be dead before `mountAgain`. */
  cut(): void
  mountAgain(): void
  /** As ext4 does by itself when its journal cannot be written: from now on it is read-only, until it is mounted again. */
  becomeReadOnly(): void
  fill(): void
  makeRoom(): void
  remove(): Promise<void>
}

const run = (command: string, ...args: readonly string[]): string => execFileSync(command, args, { encoding: 'utf8' }).trim()

/** What is written late is reserved more room than it takes in the end: what that leaves is filled as well. */
function fillUp(folder: string, filler: string): void {
  writeFileSync(filler, '')
  for (const size of ['64k', '1k', '1k']) {
    try {
      execFileSync('dd', ['if=/dev/zero', `of=${filler}`, `bs=${size}`, 'oflag=append', 'conv=notrunc,fsync'], {
        stdio: 'ignore',
      })
    } catch {
      // It ends by finding no room: that is what it is for.
    }
    execFileSync('sync', ['--file-system', folder])
  }
}

/** Null where this machine lets us mount nothing. */
export function makeDisk(megabytes: number): Disk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const base = mkdtempSync(join(tmpdir(), 'huiyin-disk-'))
  chmodSync(base, 0o755)
  const [image, folder] = [join(base, 'image'), join(base, 'mounted')]
  mkdirSync(folder)
  run('truncate', '-s', `${megabytes}M`, image)
  run('mkfs.ext4', '-q', '-F', image)
  let device = ''
  const mount = (): void => {
    device = run('losetup', '--find', '--show', image)
    run('mount', device, folder)
  }
  const unmount = (): void => {
    run('umount', folder)
    run('losetup', '--detach', device)
  }
  try {
    mount()
  } catch {
    rmSync(base, { recursive: true })
    return null
  }
  chmodSync(folder, 0o755)
  const filler = join(folder, 'filler')
  return {
    folder,
    // EXT4_IOC_SHUTDOWN, without writing the journal out.
    cut: () =>
      void run(
        'perl',
        '-e',
        'open(my $d, "<", $ARGV[0]) or die; my $f = pack("L", 2); ioctl($d, 0x8004587d, $f) or die $!',
        folder,
      ),
    mountAgain: () => {
      unmount()
      mount()
    },
    becomeReadOnly: () => void run('mount', '-o', 'remount,abort', folder),
    fill: () => fillUp(folder, filler),
    makeRoom: () => rmSync(filler, { force: true }),
    remove: onEnd(`disk ${base}`, () => {
      // Whoever is just ending may still have a file open.
      run('umount', '--lazy', folder)
      run('losetup', '--detach', device)
      rmSync(base, { recursive: true, force: true })
    }),
  }
}
