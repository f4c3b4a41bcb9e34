/** Reached only when a union has a case the switch forgot: the compiler refuses it, and a corrupt row fails loudly. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
