/** What the workbench uses and the oldest engines that it runs on (`build.target`) do not have. Loaded before everything else. */

type Indexed<T> = { readonly length: number; readonly [index: number]: T }

function at<T>(this: Indexed<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function replaceAll(this: string, found: string | RegExp, put: string | ((...found: string[]) => string)): string {
  const pattern = typeof found === 'string' ? new RegExp(found.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g') : found
  return this.replace(pattern, put as string)
}

function add(to: object, name: string, value: unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true })
}

add(Array.prototype, 'at', at)
add(String.prototype, 'at', at)
add(String.prototype, 'replaceAll', replaceAll)
