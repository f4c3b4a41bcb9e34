// Finds the number that a proof of work asks for. Without the browser's own SHA-256: pages served without TLS have none.

const rounds = 64
const constants = fractions((prime) => Math.cbrt(prime), rounds)
const start = fractions((prime) => Math.sqrt(prime), 8)

/** The first 32 bits behind the point, of a root of each of the first primes. */
function fractions(root, count) {
  const found = []
  for (let number = 2; found.length < count; number += 1) {
    let isPrime = true
    for (let by = 2; by * by <= number; by += 1) isPrime = isPrime && number % by !== 0
    if (isPrime) found.push(Math.floor((root(number) % 1) * 2 ** 32) | 0)
  }
  return new Int32Array(found)
}

const turn = (word, by) => (word >>> by) | (word << (32 - by))

/** SHA-256 of ASCII, in eight words. */
export function sha256(text) {
  const blocks = ((text.length + 8) >> 6) + 1
  const padded = new Int32Array(blocks * 16)
  for (let at = 0; at < text.length; at += 1) padded[at >> 2] |= text.charCodeAt(at) << (24 - (at & 3) * 8)
  padded[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8)
  padded[blocks * 16 - 1] = text.length * 8
  const hash = Int32Array.from(start)
  const words = new Int32Array(rounds)
  for (let block = 0; block < padded.length; block += 16) addBlock(hash, words, padded.subarray(block, block + 16))
  return hash
}

function addBlock(hash, words, block) {
  words.set(block)
  for (let at = 16; at < rounds; at += 1) {
    const [early, late] = [words[at - 15], words[at - 2]]
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[at] = (words[at - 16] + low + words[at - 7] + high) | 0
  }
  let [a, b, c, d, e, f, g, h] = hash
  for (let at = 0; at < rounds; at += 1) {
    const high = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[at] + words[at]
    const low = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + high) | 0, c, b, a, (high + low) | 0]
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) hash[at] = (hash[at] + word) | 0
}

/** Answers what is sent back as `proof`, or null where there is no such number. The page stays usable meanwhile. */
export async function solveProof({ challenge, salt, signature, maxnumber }) {
  const wanted = Int32Array.from({ length: 8 }, (_, at) => Number.parseInt(challenge.slice(at * 8, at * 8 + 8), 16))
  for (let number = 0; number <= maxnumber; number += 1) {
    const found = sha256(salt + number)
    if (found[0] === wanted[0] && found.every((word, at) => word === wanted[at]))
      return JSON.stringify({ challenge, salt, signature, number })
    if (number % 2000 === 1999) await new Promise((resolve) => setTimeout(resolve))
  }
  return null
}
