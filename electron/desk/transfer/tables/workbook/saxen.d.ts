/** The part of saxen that is used here; it comes without types. Text and attributes are as its README says. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Record<string, string> | false) => void,
    ): this
    on(event: 'closeTag', listener: (name: string) => void): this
    /** Text as it is written, with its entities. */
    on(event: 'text' | 'cdata', listener: (text: string) => void): this
    on(event: 'comment' | 'question' | 'attention', listener: () => void): this
    /** Takes the next piece of the text, cut anywhere. */
    write(xml: string): this
    end(): Error | null
  }
}
