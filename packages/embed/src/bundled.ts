import type { ContentSource, ReadyCard } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { addresses } from './addresses.ts';
import { beside } from './beside.ts';

/** The site's address, put in by the build; empty where there is none. */
declare const SITE_URL: string;

/** What an id looks like: at most 64 characters. Anything else names no entry, and no file is asked for. */
const id = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** All ids, once they had to be known. */
let ids: readonly string[] | undefined;

/** Loads the file of an entry. One that cannot be had is missing, or the network is: only the list of all ids can tell. */
async function fileOf<T>(name: string, path: string): Promise<T | undefined> {
  if (!id.test(name) || ids?.includes(name) === false) return undefined;
  try {
    return (await beside<T>(path)).default;
  } catch (reason) {
    ids ??= (await beside<readonly string[]>('ids')).default;
    if (ids.includes(name)) throw reason;
    return undefined;
  }
}

/** The cards that lie beside the script, each loaded when it is asked for. */
export const bundled: ContentSource = {
  card: (name) => fileOf<CardRecord>(name, `cards/${name}`),
  ready: (name, language) => fileOf<ReadyCard>(name, `cards/${language}/${name}`),
  ...(SITE_URL && { href: addresses(SITE_URL) }),
};
