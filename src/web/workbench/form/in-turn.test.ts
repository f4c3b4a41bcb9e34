import { expect, it } from 'vitest'
import { inTurn, type Sent } from './in-turn.js'

/** A form with one line, pressed twice before the first answer comes, with what stands in it by then. */
async function pressedTwice(first: string, then: string, answer: (text: string) => Sent): Promise<readonly string[]> {
  const sent: string[] = []
  let text = first
  const press = inTurn(
    async () => {
      sent.push(text)
      const own = text
      await Promise.resolve()
      return answer(own)
    },
    () => text,
  )
  const one = press()
  text = then
  await Promise.all([one, press()])
  return sent
}

const needsText = (text: string): Sent => (text === '' ? 'refused' : 'taken')

it.each([
  ['what was filled in since, where what was there before is refused', '', '出差', needsText, ['', '出差']],
  ['nothing again where nothing was filled in since', '', '', needsText, ['']],
  ['nothing again where it was taken', '出差', '出差。', needsText, ['出差']],
  ['nothing again where somebody else was there first', '', '出差', (): Sent => 'settled', ['']],
])('sends %s', async (_, first, then, answer, sent) => {
  expect(await pressedTwice(first, then, answer)).toEqual(sent)
})

it('goes on taking presses after one that failed', async () => {
  let times = 0
  const press = inTurn(
    async () => {
      times += 1
      throw new Error('gone')
    },
    () => '',
  )
  await expect(press()).rejects.toThrow('gone')
  await expect(press()).rejects.toThrow('gone')
  expect(times).toBe(2)
})
