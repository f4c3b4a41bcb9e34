/** @jsxImportSource preact */

/** The mark: 回, two squares one in the other, as a sound and its echo. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect x="2" y="2" width="28" height="28" rx="5" fill="none" stroke="currentColor" stroke-width="3" />
    <rect x="10.5" y="10.5" width="11" height="11" rx="2" fill="currentColor" />
  </svg>
)

const strokes = {
  write: 'M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4',
  track: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2 21 21M11 7.5V11l2.5 2',
  answers: 'M4 5h16v11H11l-4.5 4v-4H4zM8 9h8M8 12.5h5',
} as const

/** A line drawing beside one of the ways in. */
export const EntryIcon = ({ of }: { of: keyof typeof strokes }) => (
  <svg class="entry-icon" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true" focusable="false">
    <path d={strokes[of]} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)
