import type { CardAudit } from '@sealmark/schema';

/** An audit for tests, of the protocol unless told otherwise. */
export const audit = (changes: Partial<CardAudit> = {}): CardAudit => ({
  kind: 'audit',
  title: 'A reading',
  auditors: [],
  scope: [{ part: 'protocol' }],
  target: { relation: 'self' },
  links: [],
  ...changes,
});

/** The audits of Signal as a record has them. */
export const signal: readonly CardAudit[] = [
  audit({
    kind: 'formal-analysis',
    title: 'Proof of the PQXDH key agreement',
    auditors: ['Inria', 'Cryspen'],
    date: '2024-08',
    scope: [{ part: 'protocol', name: 'key agreement' }],
    links: [{ role: 'report', url: 'https://eprint.iacr.org/2024/702' }],
  }),
  audit({
    kind: 'academic-analysis',
    title: 'Five researchers on the Signal protocol',
    auditors: ['Katriel Cohn-Gordon', 'Cas Cremers'],
    date: '2016',
    excludes: [{ part: 'client' }, { part: 'server' }],
    commissioners: ['nobody', 'the Open Fund'],
    outcome: 'No major flaw was found.',
    links: [{ role: 'report', url: 'https://eprint.iacr.org/2016/1013.pdf' }],
  }),
];

/** An audit that says all that one can say, in English. */
export const whole: CardAudit = audit({
  title: 'A reading of Tor and more',
  auditors: ['Kiln', 'Reed, Inc.'],
  date: '2024-08',
  scope: [
    { part: 'client', platform: 'web' },
    { part: 'client', name: 'the desktop app' },
    { part: 'infrastructure' },
  ],
  excludes: [{ part: 'protocol', name: 'the old protocol' }, { part: 'library' }],
  target: { relation: 'dependency', name: 'Tor' },
  commissioners: ['the Open Fund'],
  outcome: 'Nothing was found.',
  links: [{ role: 'fixes', url: 'https://kiln.example/' }],
});
