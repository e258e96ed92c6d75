import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import type { Rule } from './rule.ts';

/** Parameters that tell who sent a reader, and change nothing of what is shown. */
const TRACKERS =
  /^(utm_.+|mtm_.+|pk_.+|hsa_.+|vero_.+|oly_.+|fbclid|gclid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|ref|ref_src|ref_url|referrer|referer|si|spm|wickedid|pcampaignid|campaignid|cmpid|affiliate|aff_id|itscg|itsct)$/i;

/** Parameters of Apple's stores for the same. */
const STORE_TRACKERS = /^(at|ct|pt|mt|uo|app)$/;

/** An address does not tell where the reader came from. */
export const trackers: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url } of addressesOf(visits)) {
      const address = new URL(url);
      const isStore = address.hostname.endsWith('.apple.com');
      const found = [...address.searchParams.keys()].filter(
        (name) => TRACKERS.test(name) || (isStore && STORE_TRACKERS.test(name)),
      );
      if (found.length === 0) continue;
      const fix = without(url, found);
      report(
        file,
        path,
        `${quote(found[0])} in the address tells where a reader came from; write "${fix}"`,
        { piece: { text: url, nth: 0 }, fix },
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
