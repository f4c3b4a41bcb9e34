// 核验归档包 / checks a package. Node.js 20.19 or newer, nothing else: no network, no database, no packages.
//   node verify.mjs PACKAGE.zip [--anchors FILE] [--head HASH]
// --anchors  a file with what was witnessed, as the office keeps it outside its database (one witness on each line)
// --head     the hash of a witness, as it was printed or published
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { crc32, inflateRawSync } from 'node:zlib'

const sealName = 'seal.json'
const largest = 0x7fffffff

/** JSON with one spelling for one value: keys in order, no blanks. */
export function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

const sm3 = (bytes) => createHash('sm3').update(bytes).digest('hex')
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/**
 * Looks at every byte of a package. `anchors`: witnesses as they were told outside; `heads`: hashes of witnesses, as somebody kept them.
 * Answers what is wrong (nothing: it is whole), and what it is.
 */
export function verifyPackage(file, { anchors = [], heads = [] } = {}) {
  const findings = []
  const found = (code, where = '') => void findings.push({ code, where })
  const opened = openSync(file, 'r')
  try {
    const report = look(opened, { found, anchors, heads })
    return { ...report, findings }
  } catch (error) {
    // A package of another shape than ours: what was asked of it is not there.
    if (error instanceof Broken) found(error.code, error.where)
    else if (error instanceof TypeError) found('unreadable')
    else throw error
    return { matters: 0, files: 0, seal: null, isAnchored: false, alone: 0, findings }
  } finally {
    closeSync(opened)
  }
}

class Broken extends Error {
  constructor(code, where = '') {
    super(code)
    this.code = code
    this.where = where
  }
}

function look(opened, { found, anchors, heads }) {
  const total = fstatSync(opened).size
  const whole = createHash('sm3')
  const list = []
  const listed = new Set()
  const sums = new Map()
  let matters = 0
  let waiting = null
  /** Matters whose own witness nobody could be asked about. */
  let alone = 0
  const isAnchored = (witness, where) => {
    const isTold = anchors.some((each) => each.government === witness.government && each.seq === witness.seq && each.hash === witness.hash)
    const isKept = isTold || heads.includes(witness.hash)
    // A single hash that somebody kept is that of the seal, which covers every byte; it says nothing of the witness of one matter.
    const isAsked = anchors.length > 0 || (heads.length > 0 && where === sealName)
    if (!isKept && isAsked) found('anchor', where)
    if (!isKept && !isAsked && heads.length > 0) alone += 1
    return isKept
  }
  const checkWaiting = () => {
    if (waiting !== null) checkMatter(waiting, { found, sums, isAnchored })
    waiting = null
    sums.clear()
  }
  for (let at = 0; ; ) {
    const entry = entryAt(opened, at, total)
    if (listed.has(entry.name)) throw new Broken('twice', entry.name)
    listed.add(entry.name)
    list.push({ ...entry, head: undefined, body: undefined, bytes: undefined })
    if (entry.name === sealName) {
      checkWaiting()
      const hash = whole.digest('hex')
      const seal = checkSeal(opened, entry, { list, hash, total, found })
      const kept = isAnchored(seal.proof.witness, sealName)
      return { matters, files: list.length - 1, seal, isAnchored: kept, alone }
    }
    whole.update(entry.head).update(entry.body)
    if (isMatter(entry.name)) {
      checkWaiting()
      matters += 1
      waiting = { name: entry.name, matter: parsed(entry) }
    } else sums.set(entry.name, sm3(entry.bytes))
    at = entry.offset + entry.head.length + entry.body.length
  }
}

const isMatter = (name) => /^matters\/[^/]+\/matter\.json$/.test(name)

/** One file as it stands in the package, unpacked. */
function entryAt(opened, offset, total) {
  const start = read(opened, offset, 30, total)
  if (start.readUInt32LE(0) !== 0x04034b50) throw new Broken('not-a-package')
  const traits = traitsIn(start, 6)
  if (traits.packed > largest || traits.size > largest) throw new Broken('not-a-package')
  const name = read(opened, offset + 30, traits.length, total)
  const head = Buffer.concat([start, name])
  const body = read(opened, offset + head.length, traits.packed, total)
  const entry = { name: name.toString(), rawName: name, offset, head, body, ...traits }
  if (!head.equals(localHead(entry))) throw new Broken('spelling', entry.name)
  return { ...entry, bytes: unpacked(entry) }
}

function unpacked({ name, method, body, size, crc }) {
  let bytes = body
  try {
    if (method === 8) bytes = inflateRawSync(body, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new Broken('unpack', name)
  }
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Broken('unpack', name)
  return bytes
}

function read(opened, at, length, total) {
  if (at + length > total) throw new Broken('cut-off')
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const more = readSync(opened, bytes, done, length - done, at + done)
    if (more === 0) throw new Broken('cut-off')
    done += more
  }
  return bytes
}

function parsed({ name, bytes }) {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new Broken('unreadable', name)
  }
}

const traitsIn = (head, at) => ({
  method: head.readUInt16LE(at + 2),
  crc: head.readUInt32LE(at + 8),
  packed: head.readUInt32LE(at + 12),
  size: head.readUInt32LE(at + 16),
  length: head.readUInt16LE(at + 20),
})

function putTraits(head, at, { method, crc, packed, size, rawName }) {
  head.writeUInt16LE(0x0800, at)
  head.writeUInt16LE(method, at + 2)
  head.writeUInt16LE(0x21, at + 6)
  head.writeUInt32LE(crc, at + 8)
  head.writeUInt32LE(packed, at + 12)
  head.writeUInt32LE(size, at + 16)
  head.writeUInt16LE(rawName.length, at + 20)
}

function localHead(entry) {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  putTraits(head, 6, entry)
  return Buffer.concat([head, entry.rawName])
}

/** The list at the end as it must be, from the files alone: nothing else may stand in it. */
function endOf(list, start) {
  const lines = Buffer.concat(list.map(lineOf))
  const isLarge = list.length >= 0xffff || start >= 0xffffffff || lines.length >= 0xffffffff
  const large = Buffer.alloc(isLarge ? 76 : 0)
  if (isLarge) {
    large.writeUInt32LE(0x06064b50, 0)
    large.writeBigUInt64LE(44n, 4)
    large.writeUInt16LE(45, 12)
    large.writeUInt16LE(45, 14)
    large.writeBigUInt64LE(BigInt(list.length), 24)
    large.writeBigUInt64LE(BigInt(list.length), 32)
    large.writeBigUInt64LE(BigInt(lines.length), 40)
    large.writeBigUInt64LE(BigInt(start), 48)
    large.writeUInt32LE(0x07064b50, 56)
    large.writeBigUInt64LE(BigInt(start + lines.length), 64)
    large.writeUInt32LE(1, 72)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(list.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(list.length, 0xffff), 10)
  end.writeUInt32LE(Math.min(lines.length, 0xffffffff), 12)
  end.writeUInt32LE(Math.min(start, 0xffffffff), 16)
  return Buffer.concat([lines, large, end])
}

function lineOf(entry) {
  const isFar = entry.offset >= 0xffffffff
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(isFar ? 45 : 20, 4)
  line.writeUInt16LE(isFar ? 45 : 20, 6)
  putTraits(line, 8, entry)
  line.writeUInt16LE(isFar ? 12 : 0, 30)
  line.writeUInt32LE(isFar ? 0xffffffff : entry.offset, 42)
  const far = Buffer.alloc(isFar ? 12 : 0)
  if (isFar) {
    far.writeUInt16LE(1, 0)
    far.writeUInt16LE(8, 2)
    far.writeBigUInt64LE(BigInt(entry.offset), 4)
  }
  return Buffer.concat([line, entry.rawName, far])
}

/** The seal covers every byte before it; what stands after it follows from the files. */
function checkSeal(opened, entry, { list, hash, total, found }) {
  const seal = parsed(entry)
  if (canonical(seal) !== entry.bytes.toString() || entry.method !== 0) throw new Broken('spelling', sealName)
  const start = entry.offset + entry.head.length + entry.body.length
  const end = endOf(list, start)
  if (total !== start + end.length || !read(opened, start, end.length, total).equals(end)) throw new Broken('spelling', 'list')
  const isShaped = seal.format === 1 && typeof seal.proof?.line === 'string' && Array.isArray(seal.proof.path) && typeof seal.proof.witness === 'object'
  if (!isShaped || Object.keys(seal).join() !== 'format,hash,matter,proof') throw new Broken('unreadable', sealName)
  if (seal.hash !== hash) found('changed')
  if (seal.proof.line !== `package/${seal.matter}/0/${hash}/${hash}`) found('seal', sealName)
  checkProof(seal.proof, sealName, found)
  return seal
}

/** From the fact up to the root, and from that to the hash of the witness. */
function checkProof({ line, path, witness, ...more }, where, found) {
  let hash = sha256(Buffer.of(0), line)
  for (const { side, hash: beside, ...other } of path) {
    const isShaped = (side === 'left' || side === 'right') && /^[0-9a-f]{64}$/.test(beside) && Object.keys(other).length === 0
    if (!isShaped) return found('proof', where)
    const stands = Buffer.from(beside, 'hex')
    hash = side === 'left' ? sha256(Buffer.of(1), stands, hash) : sha256(Buffer.of(1), hash, stands)
  }
  if (Object.keys(more).length > 0 || hash.toString('hex') !== witness.digest) found('proof', where)
  const { hash: head, ...covered } = witness
  if (witness.algorithm !== 'sm3-json-2' || sm3(canonical(covered)) !== head) found('witness', where)
}

/** The chain of a matter, link by link, where its end was witnessed, and its files. */
function checkMatter({ name, matter }, { found, sums, isAnchored }) {
  for (const file of matter.files ?? []) if (sums.get(name.replace('matter.json', file.path)) !== file.sm3) found('file', `${name} ${file.path}`)
  if (matter.chain === null || matter.chain === undefined) return
  let [seq, hash] = [0, '']
  for (const { hash: stated, ...event } of matter.chain) {
    const covered = canonical({ ...event, government: matter.government, matter: matter.matter })
    if (event.seq !== seq + 1 || event.previous !== hash || event.algorithm !== 'sm3-json-1' || sm3(covered) !== stated)
      found('chain', `${name} ${event.seq}`)
    seq = event.seq
    hash = stated
  }
  if (matter.proof === null || matter.proof === undefined) return
  if (matter.proof.line !== `event/${matter.matter}/${seq}//${hash}`) found('chain', `${name} ${seq}`)
  checkProof(matter.proof, name, found)
  isAnchored(matter.proof.witness, name)
}

const sayings = {
  'not-a-package': ['不是归档包，或者开头被改动', 'is no package, or its beginning was changed'],
  'cut-off': ['文件不完整', 'is cut off'],
  spelling: ['写法与归档包的格式不符：被改动过', 'is not spelled as packages are: it was changed'],
  twice: ['同一个文件出现两次', 'stands in it twice'],
  unpack: ['内容解不开：被改动过', 'cannot be unpacked: it was changed'],
  unreadable: ['读不懂：被改动过', 'cannot be read: it was changed'],
  changed: ['内容与封存时的摘要不符：被改动过', 'what it holds does not have the hash it was sealed with: it was changed'],
  seal: ['封存记录不是这个包的', 'the seal is that of another package'],
  proof: ['存证依据算不出存证的摘要', 'the proof does not lead to what was witnessed'],
  witness: ['存证自身的摘要不符', 'the witness does not have its own hash'],
  chain: ['事件链断了：这一事件被改动、删除或者增加过', 'the chain of events is broken: this one was changed, removed or put in'],
  file: ['文件与事项里记载的摘要不符', 'the file does not have the hash that the matter says'],
  anchor: ['外存的锚点里没有这个存证：包是另做的，或者锚点不全', 'the anchors do not know its witness: the package was made anew, or the anchors are not all there'],
}

/** A finding as people read it. */
export const saying = ({ code, where }, lang) => `${where === '' ? '' : `${where}: `}${sayings[code]?.[lang === 'en' ? 1 : 0] ?? code}`

const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`

/** What was looked at and what came of it, line by line. */
export function reportLines({ findings, matters, files, seal, isAnchored, alone }, lang) {
  const isChinese = lang !== 'en'
  if (findings.length > 0) return findings.map((each) => saying(each, lang))
  const { witness } = seal.proof
  const at = new Date(witness.at).toISOString()
  const whole = isChinese ? `完好：${matters}件事项，${files}个文件。` : `Whole: ${counted(matters, 'matter')}, ${counted(files, 'file')}.`
  const stood = `${witness.government} ${witness.seq} ${at} ${witness.hash}`
  if (isAnchored) {
    const sealed = isChinese ? `封存于存证 ${stood}，与外存的锚点一致。` : `Sealed by witness ${stood}, which the anchors know.`
    const each = isChinese
      ? `其中${alone}件事项另有自己的存证，没有单独核对：要逐件核对，请用 --anchors。`
      : `${alone} of the matters have a witness of their own, which one hash does not tell of: give --anchors to compare those too.`
    return alone === 0 ? [whole, sealed] : [whole, sealed, each]
  }
  return [
    whole,
    isChinese
      ? `封存于存证 ${stood}。还没有与外存的锚点核对：整包重做的，只有这样才看得出来。请用 --anchors 或 --head 给出锚点。`
      : `Sealed by witness ${stood}. Not compared with any anchor: only that tells a package that was made anew as a whole. Give it with --anchors or --head.`,
  ]
}

/** Witnesses, one on each line; a last line that is not whole was never relied on. */
export const anchorsIn = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .filter(Boolean)
    .map((line) => JSON.parse(line))

function main(argv) {
  const valueOf = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined)
  const [file] = argv.filter((each, at) => !each.startsWith('--') && !argv[at - 1]?.startsWith('--'))
  if (file === undefined) {
    console.error('node verify.mjs PACKAGE.zip [--anchors FILE] [--head HASH]')
    return 2
  }
  const anchors = valueOf('--anchors')
  const missing = [file, anchors].find((each) => each !== undefined && !existsSync(each))
  if (missing !== undefined) {
    console.error(`没有这个文件：${missing}\nThere is no such file: ${missing}`)
    return 2
  }
  const head = valueOf('--head')
  const report = verifyPackage(file, {
    anchors: anchors === undefined ? [] : anchorsIn(anchors),
    heads: head === undefined ? [] : [head],
  })
  for (const lang of ['zh', 'en']) for (const line of reportLines(report, lang)) console.log(line)
  return report.findings.length === 0 ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2))
