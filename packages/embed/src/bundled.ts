import type { ContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { addresses } from './addresses.ts';

/** The site's address, put in by the build; empty where there is none. */
declare const SITE_URL: string;

/** What an id looks like: at most 64 characters. Anything else names no entry, and no file is asked for. */
const id = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** How often each file could not be had. */
const failures = new Map<string, number>();

/** Loads a file from beside this script. An engine may remember a failure by its address: the next attempt has another one. */
async function load(path: string): Promise<unknown> {
  const failed = failures.get(path) ?? 0;
  try {
    const { href } = new URL(`./${path}.js${failed ? `?${failed}` : ''}`, import.meta.url);
    return ((await import(href)) as { default: unknown }).default;
  } catch (reason) {
    failures.set(path, failed + 1);
    throw reason;
  }
}

/** The cards that lie beside the script, each loaded when it is asked for. */
export const bundled: ContentSource = {
  async card(name) {
    if (!id.test(name)) return undefined;
    try {
      return (await load(`cards/${name}`)) as CardRecord;
    } catch (reason) {
      // A file that cannot be had is missing, or the network is: only the list of all ids can tell.
      if (((await load('ids')) as string[]).includes(name)) throw reason;
      return undefined;
    }
  },
  ...(SITE_URL && { href: addresses(SITE_URL) }),
};
