import { deflateRawSync, inflateRawSync } from 'node:zlib'

const blockLength = 512
/** Blocks last read, unpacked: cells name their texts in much the order in which these stand. */
const mostOpen = 64
/** No character of a text in XML. */
const between = '\0'

/** 共享文本. The texts that cells of a workbook name by their place, held packed: there may be millions of them. */
export class SharedTexts {
  private readonly blocks: Buffer[] = []
  private readonly opened = new Map<number, readonly string[]>()
  private last: string[] = []
  private held = 0

  /** Bytes held, packed. */
  get weight(): number {
    return this.held
  }

  add(text: string): void {
    this.last.push(text)
    if (this.last.length < blockLength) return
    const block = deflateRawSync(Buffer.from(this.last.join(between)), { level: 1 })
    this.held += block.length
    this.blocks.push(block)
    this.last = []
  }

  at(place: number): string {
    const block = Math.floor(place / blockLength)
    return (block === this.blocks.length ? this.last : this.open(block))[place % blockLength] ?? ''
  }

  private open(block: number): readonly string[] {
    const known = this.opened.get(block)
    if (known !== undefined) return known
    const packed = this.blocks[block]
    if (packed === undefined) return []
    const texts = inflateRawSync(packed).toString().split(between)
    const [oldest] = this.opened.keys()
    if (this.opened.size >= mostOpen && oldest !== undefined) this.opened.delete(oldest)
    this.opened.set(block, texts)
    return texts
  }
}
