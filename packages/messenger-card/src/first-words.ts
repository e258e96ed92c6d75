import { firstAuditWords } from '@sealmark/audit-badge';
import { firstDownloadWords } from '@sealmark/downloads-dropdown';
import type { Strings } from '@sealmark/element-kit';

/** The words of the card in English that are needed before anything is drawn, and where a build has drawn it. */
export const firstWords = {
  ...firstAuditWords,
  ...firstDownloadWords,
  overdue: ', overdue',
  loading: 'Opening the record',
  'no-entry': 'No entry',
  'no-entry-for': 'Nothing here is named “{name}”.',
  'no-name': 'This card does not say which messenger it shows.',
  'all-entries': 'See all entries',
  'not-read': 'Not read',
  unreachable: '{address} could not be reached.',
  status: '{address} answered with error {status}.',
  'not-json': '{address} sent something else where a record was due.',
  'not-record': '{address} sent data that are not the record of a messenger.',
  given: 'What this card was given is not the record of a messenger.',
  late: '{address} took too long to answer.',
  instead: 'Instead',
  'rather-none': 'No facts are shown rather than wrong ones.',
  retry: 'Try again',
} satisfies Strings;
