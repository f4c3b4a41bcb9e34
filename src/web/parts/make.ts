/** What stands inside an element. */
export type Child<N> = N | string | number | null

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * The element factory that a part is written against: preact's `h` on the server, React's `createElement` in the workbench.
 * Children are given one by one, never as a list, so that no keys are needed.
 */
export type Make<N> = (type: string, attributes: Attributes | null, ...children: Child<N>[]) => N
