import type { ownZh } from './own.zh.js'

export const ownEn: typeof ownZh = {
  title: 'My account',
  open: (name) => `Account of ${name}`,
  dues: {
    password: 'Somebody else may know your password. First choose one that only you know.',
    'second-factor':
      'You may administer, read the log or open identities. First set up the second factor: besides the password you will enter the six figures of an authenticator.',
  },
  password: 'Change the password',
  current: 'Password now',
  next: 'New password',
  again: 'New password once more',
  rules:
    'At least 10 characters. No password that everybody tries, no names. Three or four words that have nothing to do with each other are good.',
  changed: 'The password is changed; you are signed out everywhere else.',
  sessions: 'Where you are signed in',
  since: 'Since',
  seen: 'Last used',
  where: 'Address and browser',
  here: 'here',
  end: 'End',
  endOthers: 'End all others',
  factor: 'Second factor',
  factorOn: (left) => `It is on. ${left} recovery codes are unused.`,
  factorOff:
    'It is off. First put an authenticator on your telephone: any that shows six figures and changes them every 30 seconds (TOTP); it needs no network.',
  begin: 'Set up the second factor',
  secret: 'Add an entry to your authenticator with this key (or open the link below on the telephone):',
  code: 'The six figures it shows now',
  confirm: 'Switch it on',
  recovery:
    'Recovery codes are shown this once. Without the telephone each lets you in once in place of the code. Write them down, and keep them apart from the password.',
  noted: 'I have written them down',
  remove: 'Switch it off',
  log: 'What the log says about my account',
  logLead:
    'Who made links for it or changed its roles, and when it was signed in. If something was not you, tell the administrator and the auditor.',
  when: 'When',
  who: 'Who',
  what: 'What',
  detail: 'Detail',
}
