import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

/** A part of a room that is fetched when the room is there. `meanwhile` stands in its place until then. */
export function fetchedLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode,
): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null
  return function Later(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => fetched)
    useEffect(() => {
      void load().then(
        (part) => {
          fetched = part
          setPart(() => part)
        },
        () => undefined,
      )
    }, [])
    return Part === null ? meanwhile : <Part {...props} />
  }
}
