import type { ReactNode } from 'react'

/** Around a table that may be wider than the screen. */
export function Wide({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard.
    <section className="wide" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
