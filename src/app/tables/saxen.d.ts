declare module 'saxen' {
  /** As far as it is used here: https://github.com/nikku/saxen */
  export class Parser {
    on(event: 'openTag', heard: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this
    on(event: 'closeTag' | 'text' | 'cdata', heard: (text: string) => void): this
    on(event: 'attention' | 'error', heard: () => void): this
    write(xml: string): this
    end(): Error | undefined
  }
}
