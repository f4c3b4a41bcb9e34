import { howMany } from '../../contract/index.js'
import { sayWords } from '../../load/index.js'
import type { DayWords, Words } from './words.js'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const dayWords = ({ year, month, day, weekday }: DayWords): string =>
  `${weekdays[weekday] ?? ''} ${day} ${months[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`

/** The plain sentence, with the reasons behind it where there are any. */
const why = (sentence: string, because: string): string => `${sentence}${because === '' ? '' : `: ${because}`}.`

const list = (names: readonly string[]): string => names.join(', ')
const days = (count: number): string => howMany(count, 'day')

/** English. */
export const en: Words = {
  refusals: {
    'unknown-act': () => 'The regulation has no such act.',
    'wrong-role': ({ act, because }) => why(`Your role may not do “${act}”`, because),
    'wrong-unit': ({ act }) => `There is no share of this matter for “${act}”: no unit has it yet, or the share is not yours.`,
    'wrong-stage': ({ act, stage, because }) =>
      because === ''
        ? `The matter is at “${stage}”, where “${act}” cannot be done.`
        : why(`“${act}” cannot be done now`, because),
    'not-in-force': () => 'The regulation is not in force, so nothing new can be received under it.',
    'too-late': ({ act, until, because }) =>
      why(until === null ? `The time for “${act}” is over` : `The time for “${act}” ended ${until}`, because),
    'too-early': () => 'The time lies before the last record; check the clock.',
    'limit-reached': ({ act, because }) => why(`“${act}” was done as often, or as much, as allowed`, because),
    'not-permitted': ({ act, because }) => why(`“${act}” cannot be done yet`, because),
    'fact-missing': ({ act, missing, because }) =>
      because === '' ? `This cannot be decided yet; missing: ${list(missing)}.` : why(`“${act}” cannot be done yet`, because),
    forbidden: ({ act, isForbiddenByName, because }) =>
      why(isForbiddenByName ? 'Forbidden' : `“${act}” cannot be done now`, because),
    incomplete: ({ act, because }) => why(`Something that must exist before “${act}” is lacking`, because),
    recused: ({ act, because }) => why(`You may not do “${act}”`, because),
    missing: ({ missing, because }) => `Please fill in: ${list(missing)}.${because === '' ? '' : ` (${because}.)`}`,
    invalid: () => 'Something is filled in wrongly; please check each field.',
  },
  problems: {
    missing: ({ field }) => `${field}: please fill in.`,
    'unknown-field': ({ field }) => `${field}: no such field.`,
    'for-staff': ({ field }) =>
      `${field} is filled in by the staff. Leave it out; what you want to say about it can stand in your text.`,
    'wrong-type': ({ field, written }) => `${field}: please write ${written}.`,
    'not-text': ({ field }) => `${field}: there are characters in it that are no text; please take them out.`,
    'not-an-option': ({ field }) => `${field}: not one of the choices.`,
    'not-held': ({ field }) => `${field}: this number is not held here. State the number of one that is.`,
    'not-joined': ({ field }) =>
      `${field}: that matter cannot be joined. Give the number of another one of that kind which you can see and which has not ended; leave it empty to begin one.`,
    'not-emptied': ({ field }) =>
      `${field} was stated before and cannot be made empty by this step. Leave it as it is, or write what it should be.`,
    'one-of': ({ field }) => `Put right at least one: ${field} or another of these.`,
    'no-telephone': ({ field }) =>
      `${field}: write a number that can be called, in digits; blanks and hyphens may stand between.`,
    'no-email': ({ field }) => `${field}: write it like name@example.com.`,
    'too-short': ({ field, limit }) => `${field}: at least ${limit ?? ''} characters.`,
    'too-long': ({ field, limit }) => `${field}: at most ${limit ?? ''} characters.`,
    'too-few': ({ field, limit }) => `${field} needs at least ${limit ?? ''}.`,
    'too-small': ({ field, limit }) => `${field}: not below ${limit ?? ''}.`,
    'too-large': ({ field, limit }) => `${field}: not above ${limit ?? ''}.`,
    'not-whole': ({ field }) => `${field}: a whole number, please.`,
    'day-too-early': ({ field, bound }) => `${field} cannot lie before ${bound}.`,
    'day-too-late': ({ field, bound }) => `${field} cannot lie after ${bound}.`,
    'not-below': () => 'It can be handed on only to units below your own; the list of units says which those are.',
    'has-below': () =>
      'A unit has handed its share on to one below it, which is still at work: with a copy alone nobody would answer for that. Let it be finished or given back first.',
    'not-this-share': ({ field }) => `${field}: name the unit whose share this is, and no other.`,
    'no-lead': () => 'Name a lead unit, or let every unit handle separately.',
    'already-assigned': () => 'A unit is named twice or has a share already, or there is more than one lead unit.',
  },
  written: {
    text: 'words',
    longText: 'words',
    choice: 'one of the choices',
    choices: 'one or more of the choices',
    boolean: 'yes or no',
    number: 'a number, such as 12 or 3.5',
    date: 'a day, such as 2026-03-05',
    time: 'a day and a time, such as 2026-03-05 14:30',
    unit: 'one unit',
    person: 'one person',
    people: 'one or more people, each once',
    requesters: 'one or more people of the list, each once',
    matter: 'the number of a matter',
    assignments: 'one or more units, each as lead, assisting or separate',
    limit: 'a number and its unit, such as 5 workdays, or a day, such as 2026-03-05',
    items: 'a list, item by item',
    attachments: 'files that were uploaded',
  },
  failures: {
    'unknown-act': 'No such act',
    'wrong-role': 'Not within your powers',
    'wrong-unit': 'Not a handling unit',
    'wrong-stage': 'Wrong stage',
    'not-in-force': 'Not in force',
    'too-late': 'Too late',
    'too-early': 'Wrong time',
    'limit-reached': 'Limit reached',
    'not-permitted': 'Conditions not met',
    'fact-missing': 'Facts missing',
    forbidden: 'Forbidden by the regulation',
    incomplete: 'Something is lacking',
    recused: 'Recusal required',
    missing: 'Not filled in',
    invalid: 'Filled in wrongly',
    'not-found': 'Not found',
    'nothing-to-undo':
      'This cannot be taken back: it is not what you just did, two minutes have passed, something was done or a document issued since, or another matter knows of it. To change it, correct or return it',
    conflict: 'The matter has changed meanwhile; please look before acting',
    'wrong-code': 'Number or query code is wrong',
    'not-text': 'There are characters in it that are no text; take them out and send it again',
    'too-costly': 'This scenario took too long and was stopped; take out steps, or shorten the time it spans',
    'too-much': 'It holds too much, is too long or nested too deep; send less of it',
    'not-opened': 'Please enter number and query code first',
    'wrong-number': 'This is no number: it has 10 digits, please compare it with the one you were given',
    'too-many-tries': 'Too many tries, please wait',
    'wrong-password': 'Login or password is wrong',
    'second-factor': 'Enter the code of your authenticator',
    'wrong-second-factor': 'The code is wrong, or was used before',
    'password-due': 'First choose a password that only you know',
    'second-factor-due': 'First set up the second factor',
    'auditor-only': 'Auditors only',
    'not-signed-in': 'Please sign in',
    'wrong-hat': 'You do not have this role',
    csrf: 'The page has expired, please reload',
    'key-reused': 'The idempotency key was used for other content',
    'bad-page-key': 'Not a page of this list; start from the first page',
    'bad-request': 'The request is malformed',
    'reason-missing': 'State why you need to see the identity',
    'no-identity': 'No identity was given',
    'attachment-unknown': 'The attachment does not exist or belongs to another matter',
    'file-refused': 'This file cannot be imported',
    'attachment-type':
      'This kind of file is not accepted: pictures, PDF, OFD, Word, Excel, WPS and plain text are. Save others as PDF',
    'attachment-too-large': 'The file is too large',
    'attachment-sealed':
      'This is a sealed original: it shows who wrote it, or where it was taken. Whoever may see the identity can open it for a reason',
    'attachment-damaged':
      'The file is no longer what came in; it is damaged and was not handed out. Ask an administrator to verify and restore it',
    'uploads-full': 'Too many files were sent lately. Try again later; the text can be sent without them',
    'government-unknown': 'There is no such mailbox',
    'kind-missing': 'This act begins another matter, which cannot begin here yet',
    'kind-unknown': 'Matters of this kind are not handled here. Please go back and choose again',
    'link-used': 'The link is not valid, or was used',
    'no-more-rehearsals': 'No further rehearsal can begin: not inside one, and three at most; throw one away first',
    'link-not-sent':
      'The link for setting a password could not be sent, and nothing was changed. Try again later; if it goes on, ask the operator about the gateway',
    'admin-only': 'Administrators only',
    'not-disposable': 'This cannot be done with these matters; nothing was changed',
    destroyed: 'Destroyed after its term',
    'not-rehearsal': 'Not a rehearsal; a government that has received anything cannot become one',
    'changed-meanwhile': 'Somebody has just changed this; yours was not saved. Please look at it again first',
    'document-locked': 'Somebody else writes on this document, or has just changed it. Look at it again first',
    'document-fixed': 'This document was issued and cannot be changed. If it is wrong, spoil it and make another',
    'document-odd': 'There is something to look at before it is issued. Please go through it first',
    'document-differs': 'What is written says otherwise than the figures: it cannot be issued',
    'document-without-act': 'What this paper tells of was taken back, or not done yet: it cannot be issued',
    'document-not-made': 'The template of this document cannot be filled in. An administrator should look at it in Word',
    'no-pdf': 'This server has no LibreOffice, so there is no PDF. Download the Word file, or print the page',
    'bad-as-of': 'Say “as of” as a day or a time, such as 2025-09-30 or 2025-09-30 10:00',
    'as-of-ahead': '“As of” cannot lie ahead of now',
    'draft-not-kept':
      'It was a draft then. What a draft said is not kept, only what was issued; go back to now to see what became of it',
    'not-as-of': 'You are looking at the past: there it can be read, not acted upon. Go back to now first',
    'no-rules':
      'The regulation by which this government works is not on this system, so nothing can be done here now; nothing is lost. Whoever runs the system has to put it back and start it again',
    unavailable: 'Not available at the moment, please try again',
    'too-large': 'Too much content',
    unsupported: 'This format is not supported',
    internal: 'Something went wrong; it was recorded',
  },
  receipt: {
    day: dayWords,
    startedDays: (on, act) => `${on}: ${act}; that day does not count`,
    startedTime: (at, act) => `${at}: ${act}; runs from that moment`,
    startedByItself: 'start',
    holidayOff: (name, count) => `${name}: ${days(count)} off, not counted`,
    weekendOff: (count) => `weekends: ${days(count)}, not counted`,
    makeUp: (on, number) => `${on} is a make-up workday${number === null ? '' : `, counted as workday ${number}`}`,
    paused: (from, to, count) =>
      to === null ? `paused since ${from}` : `paused from ${from} to ${to}: ${days(count)} not counted`,
    extended: (period) => `extended by ${period}`,
    moved: (count) => `ends on a day off, moved by ${days(count)}`,
    due: (on, time) => `due ${on} ${time}`,
    fixed: {
      text: (on) => `the regulation names the day: ${on}`,
      before: (on) => `counted back from a day that was stated: ${on}`,
      statement: (on) => `stated: due ${on}`,
    },
    capped: 'the longest time allowed ends here',
    soft: 'a day kept as a rule: passing it is no lateness',
    provisional: (from, through) => `days off are known from ${from} through ${through} only: the due day is provisional`,
    standsStill: 'the clock stands still; the due day is worked out when it runs again',
    noLimit: 'the regulation states no limit',
  },
  statuses: sayWords.en.statuses,
  parts: sayWords.en.parts,
  holders: { requester: 'requester', office: 'office', unit: 'handling unit', leader: 'leader', nobody: 'nobody' },
  item: 'which one',
  ofItem: (place, field) => `${field} (no. ${place})`,
  platform: 'the platform by rule',
  formerPerson: 'former account',
  timesDone: (last, times) => `${last} (${howMany(times, 'time')})`,
  yes: sayWords.en.yes,
  no: sayWords.en.no,
  comma: sayWords.en.comma,
  handedToYou: (text) => (text === '' ? 'Handed over to you' : `Handed over to you: ${text}`),
  withPart: sayWords.en.withPart,
  seenTo: 'Recorded',
  undone: (acts) => `Taken back: ${acts.join(', ')}`,
  rung: (duty, { alert, urged, deducted, criticisms, referred }) =>
    [
      duty,
      alert ?? 'reminder',
      urged.length > 0 ? `urged: ${urged.join(', ')}` : '',
      deducted > 0 ? `${deducted} ${deducted === 1 ? 'point' : 'points'} deducted` : '',
      criticisms > 0 ? `named in a bulletin: ${criticisms}` : '',
      referred === null ? '' : `referred to ${referred}`,
    ]
      .filter((part) => part !== '')
      .join('; '),
  untitled: (matter, number) => `${matter.charAt(0).toUpperCase()}${matter.slice(1)} ${number}`,
  notInForce: (title, force) => {
    if (force === 'unrecorded')
      return `It is not recorded yet from when “${title}” applies; until it is, nothing can be submitted here.`
    if ('from' in force) return `“${title}” applies from ${force.from}; nothing can be submitted here before that day.`
    return `“${title}” applied until ${force.to}, and no renewal is recorded; nothing can be submitted here now.`
  },
  recordedForce: ({ instrument, from, to }) =>
    [instrument, from === null ? '' : `in force from ${from}`, to === null ? '' : `in force until ${to}`]
      .filter((part) => part !== '')
      .join(', '),
  unknownParameter: (name, known) =>
    `The address holds a parameter that means nothing here: “${name}”. Put it right and ask again; known here: ${known.join(', ')}`,
  unknownKey: (at, known) =>
    `What was sent holds something that means nothing here: “${at}”. Put it right and send it again; ${known.length === 0 ? 'nothing is taken here' : `known here: ${known.join(', ')}`}`,
  kindMissing: (matter) =>
    `This begins a matter of its own, ${matter}, and that kind is not handled here. Ask an administrator to take it up first`,
  kindNotBegun: (matter) =>
    `This begins a matter of its own, ${matter}, which your role may not begin under its regulation. Let somebody do it whose role may`,
  tryAgain: (seconds) =>
    `Try again in ${seconds < 60 ? howMany(seconds, 'second') : howMany(Math.ceil(seconds / 60), 'minute')}.`,
  triesLeft: (count) => `${howMany(count, 'try', 'tries')} left.`,
  columns: {
    number: 'Number',
    title: 'Title',
    category: 'Category',
    channel: 'Channel',
    stage: 'Stage',
    receivedAt: 'Received',
    updatedAt: 'Last act',
    units: 'Units',
    alert: 'Alert',
    nextDueAt: 'Next due',
    publishedAt: 'Published',
    source: 'Imported from',
    sourceNumber: 'Number there',
    writtenAt: 'Written',
    duty: 'Duty',
    unit: 'Unit',
    status: 'Status',
    openedAt: 'Opened',
    dueAt: 'Due',
    metAt: 'Met',
    workdaysLate: 'Workdays late',
    deducted: 'Points',
    criticisms: 'Named in a bulletin',
  },
  layouts: {
    name: (most) => `Give the layout a name of at most ${most} characters.`,
    tooMany: (most) => `At most ${most} layouts are kept; take one out first.`,
    noSuchColumn: (column) => `The ledger has no column "${column}"; choose again.`,
    twice: 'A column stands twice; take one out.',
    gone: (name) => `There is no layout "${name}" for this ledger; it may have been taken out. Choose again.`,
  },
  ledgers: { matters: 'Matters', duties: 'Duties' },
}
