import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import { isPin } from './pinned.ts';
import type { Rule } from './rule.ts';

/** Parameters that tell who sent a reader, and change nothing of what is shown. */
const TRACKERS =
  /^(utm_.+|mtm_.+|pk_.+|hsa_.+|vero_.+|oly_.+|fbclid|gclid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|ref_src|ref_url|referrer|referer|spm|wickedid|pcampaignid|campaignid|cmpid|affiliate|aff_id|itscg|itsct)$/i;

/** Parameters of Apple's stores for the same. */
const STORE_TRACKERS = /^(at|ct|pt|mt|uo)$/;

/** Mostly the same, but on some sites they choose what is shown: people decide. */
const DOUBTFUL = /^(ref|si)$/i;
const DOUBTFUL_IN_STORES = /^app$/;

/** An address does not tell where the reader came from. */
export const trackers: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url, piece, isSource } of addressesOf(visits)) {
      const address = new URL(url);
      const isStore = address.hostname.endsWith('.apple.com');
      const tell = (certain: RegExp, ofStores: RegExp) =>
        [...address.searchParams]
          .filter(([name]) => certain.test(name) || (isStore && ofStores.test(name)))
          // The commit that a source was read at is no tracker.
          .filter(([name, value]) => !(isSource && name === 'ref' && isPin(value)))
          .map(([name]) => name);
      const doubtful = tell(DOUBTFUL, DOUBTFUL_IN_STORES);
      const found = [...tell(TRACKERS, STORE_TRACKERS), ...doubtful];
      if (found.length === 0) continue;
      const better = without(url, found);
      report(
        file,
        path,
        `${quote(found[0])} in the address tells where a reader came from; write "${better}"`,
        { piece, fix: doubtful.length > 0 ? undefined : better },
      );
    }
  };

/** An address without some of its parameters, every other sign as it was. */
function without(url: string, names: readonly string[]): string {
  const [, start = '', query = '', end = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(url)!;
  const kept = query
    .split('&')
    .filter((pair) => ![...new URLSearchParams(pair).keys()].some((name) => names.includes(name)));
  return start + (kept.length > 0 ? `?${kept.join('&')}` : '') + end;
}
