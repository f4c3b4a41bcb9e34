// What will stand days from now, seen by hand: `DAYS_LATER=10 node --import ./script/later.mjs --import tsx src/main.ts serve`.
// With the demo's data a month that is over can be put right so, and its page of figures says what it was and what it is now.
const days = Number(process.env.DAYS_LATER)
if (!Number.isFinite(days) || days < 0) throw new Error('DAYS_LATER: how many days later, 0 or more')
const ahead = days * 86_400_000
const Now = Date

globalThis.Date = class extends Now {
  constructor(...said) {
    if (said.length === 0) super(Now.now() + ahead)
    else super(...said)
  }

  static now() {
    return Now.now() + ahead
  }
}
