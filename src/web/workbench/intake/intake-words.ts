/** What the screen says on which a matter is registered that came by telephone, letter or in person. */
export const intakeWords = {
  zh: {
    open: '登记来件',
    title: '登记来件',
    done: (number: string): string => `已登记，编号 ${number}`,
    code: '查询码',
    show: '打开这件事项',
    another: '再登记一件',
    ways: '按怎样来的看',
    none: '这个身份不登记来件。',
  },
  en: {
    open: 'Register a matter',
    title: 'Register a matter',
    done: (number: string): string => `Registered as ${number}`,
    code: 'Query code',
    show: 'Open this matter',
    another: 'Register another',
    ways: 'By the way it came',
    none: 'In this role no matter is registered.',
  },
}
