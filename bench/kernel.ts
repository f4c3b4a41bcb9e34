import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { figure } from './figure.js'
import type { KernelFigure } from './kernel-figures.js'
import { root } from './office.js'

/** Bundled as the product is, in a process of its own: sources run by a loader are slower than what is shipped. */
export async function benchKernel(): Promise<void> {
  const outfile = join(root, 'dist/bench-kernel.mjs')
  const entryPoints = [join(root, 'bench/kernel-figures.ts')]
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' })
  const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: root, maxBuffer: 1 << 24 })
  for (const line of stdout.trim().split('\n')) {
    const { name, value, unit, bound }: KernelFigure = JSON.parse(line)
    figure(name, value, unit, bound)
  }
}
