import { isSafeAddress, standsOn } from '../addresses.ts';
import { oneOf, quote } from '../words.ts';
import { field, idsOf, listOf, type Rule } from './rule.ts';

/** What the addresses of a store's programs look like, and the platforms that it has programs for. */
const STORES: Record<
  string,
  { host: string; path: RegExp; example: string; platforms?: string[] }
> = {
  'google-play': {
    host: 'play.google.com',
    path: /^\/store\/apps\/details\?(.*&)?id=[\w.]+/,
    example: 'https://play.google.com/store/apps/details?id=…',
    platforms: ['android'],
  },
  'app-store': {
    host: 'apps.apple.com',
    path: /^(\/[a-z]{2})?\/app\/([^/]+\/)?id\d+/,
    example: 'https://apps.apple.com/app/id…',
    platforms: ['ios', 'macos'],
  },
  'f-droid': {
    host: 'f-droid.org',
    path: /\/packages\/[\w.]+\/?$/,
    example: 'https://f-droid.org/packages/…',
    platforms: ['android'],
  },
  flathub: {
    host: 'flathub.org',
    path: /^\/apps\/(details\/)?[\w.-]+$/,
    example: 'https://flathub.org/apps/…',
    platforms: ['linux'],
  },
  snapcraft: {
    host: 'snapcraft.io',
    path: /^\/[\w-]+$/,
    example: 'https://snapcraft.io/…',
    platforms: ['linux'],
  },
  'microsoft-store': {
    host: 'apps.microsoft.com',
    path: /^\/detail\/\w+/,
    example: 'https://apps.microsoft.com/detail/…',
    platforms: ['windows'],
  },
  'github-releases': {
    host: 'github.com',
    path: /^\/[\w.-]+\/[\w.-]+\/releases(\/|$|#)/,
    example: 'https://github.com/…/releases',
  },
};

/** A download from a store leads into that store, for a platform that the store has. */
export const stores: Rule = (content, report) => {
  const known = idsOf(content.vocabularies.get('stores')?.data);
  return ({ file, definition }) => {
    if (definition !== 'messenger') return;
    listOf(field(file.data, 'downloads')).forEach((item, index) => {
      const [platform, store, url] = ['platform', 'store', 'url'].map((name) => field(item, name));
      if (typeof store !== 'string' || typeof url !== 'string' || !isSafeAddress(url)) return;
      const rule = Object.hasOwn(STORES, store) ? STORES[store] : undefined;
      if (!rule) {
        const [other] =
          Object.entries(STORES).find(([, { host, path }]) => fits(url, host, path)) ?? [];
        if (other && known.includes(other))
          report(
            file,
            ['downloads', index, 'store'],
            `the address leads into ${quote(other)}, not ${quote(store)}; write ${other}`,
          );
        return;
      }
      if (!fits(url, rule.host, rule.path))
        report(
          file,
          ['downloads', index, 'url'],
          `${quote(url)} is not the page of a program in ${quote(store)}; write an address such as ${rule.example}`,
        );
      else if (rule.platforms && typeof platform === 'string' && !rule.platforms.includes(platform))
        report(
          file,
          ['downloads', index, 'platform'],
          `${quote(store)} has no programs for ${quote(platform)}; write ${oneOf(rule.platforms)}`,
        );
    });
  };
};

function fits(url: string, host: string, path: RegExp): boolean {
  const { pathname, search, hash } = new URL(url);
  return standsOn(url, host) && path.test(pathname + search + hash);
}
