/** @jsxImportSource preact */

/** What is promised, line by line; what stands before the first colon is what it is about. */
export const Promises = ({ promises, lang }: { promises: readonly string[]; lang: string | undefined }) => (
  <ul class="promises" lang={lang}>
    {promises.map((promise) => {
      const [about, said] = splitPromise(promise)
      return (
        <li key={promise}>
          {about !== '' && <b>{about}</b>}
          <span>{said}</span>
        </li>
      )
    })}
  </ul>
)

function splitPromise(promise: string): readonly [string, string] {
  const at = promise.search(/[：:]/)
  return at <= 0 || at > 20 ? ['', promise] : [promise.slice(0, at), promise.slice(at + 1).trim()]
}
