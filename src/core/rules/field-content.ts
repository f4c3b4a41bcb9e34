/** 内容. What a text of a form is, where it is one of these: browsers fill it in, telephones show its keys, and its form is looked at. */
export const fieldContents = ['name', 'telephone', 'address', 'email'] as const
export type FieldContent = (typeof fieldContents)[number]

/** 预填. What a form of the staff is begun with, to be changed or left: the present day (a time: the present minute), the unit of whoever fills it in. */
export const prefills = ['today', 'ownUnit'] as const
export type Prefill = (typeof prefills)[number]

/** Digits with what people write between and behind them; several may stand behind one another. Some come with digits left out. */
const telephone = /^[\d*+()\-–—.,;/#\s、，；转分机extEXT]+$/
const leastDigits = 5
const mailbox = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Whether a text can be what its field asks for; of names and addresses nothing is known by their form. */
export function isOfContent(content: FieldContent | null, text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  if (content === 'telephone') return telephone.test(plain) && plain.replace(/[^\d*]/g, '').length >= leastDigits
  return content !== 'email' || mailbox.test(plain)
}
