import { formatList } from '@sealmark/element-kit';
import { platforms } from '@sealmark/messengers/facts';
import type { Messenger } from '@sealmark/schema';
import { messengers } from './records.ts';

const platformsOf = ({ downloads }: Messenger) =>
  platforms.filter(({ id }) => downloads.some(({ platform }) => platform === id));

/** A messenger for programs that read schema.org. */
export const softwareOf = (record: Messenger) => ({
  '@context': 'https://schema.org',
  '@type': 'SoftwareApplication',
  name: record.name,
  description: record.tagline,
  applicationCategory: 'CommunicationApplication',
  operatingSystem: formatList(
    platformsOf(record).map(({ label }) => label),
    'en',
  ),
  author: { '@type': 'Organization', name: record.developer.name },
  url: record.links.find(({ role }) => role === 'homepage')?.url,
});

/** The recommendations in their order. `root` is the site's address; without it an item has a name only. */
export const listOf = (root: string) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: messengers.map(({ id, name }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    ...(root && { url: `${root}/messengers/${id}/` }),
  })),
});
