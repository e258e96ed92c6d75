import { standsOn } from '../addresses.ts';
import { quote } from '../words.ts';
import { field, listOf, type Rule } from './rule.ts';

/** The maker's own download ends on an official host, wherever it is sent on to: `sealmark links` remembers where. */
export const finalHosts: Rule =
  (_, report, { links }) =>
  ({ file, definition }) => {
    if (definition !== 'messenger') return;
    const hosts = listOf(field(file.data, 'officialHosts'))
      .filter((host) => typeof host === 'string')
      .filter((host) => !host.includes(':'));
    listOf(field(file.data, 'downloads')).forEach((item, index) => {
      const url = field(item, 'url');
      if (field(item, 'store') !== 'vendor' || typeof url !== 'string') return;
      const final = links?.addresses[url]?.final;
      if (!final || !URL.canParse(final) || hosts.some((host) => standsOn(final, host))) return;
      // Without a way on the rule of the hosts says the same already.
      if (new URL(final).host === (URL.canParse(url) && new URL(url).host)) return;
      report(
        file,
        ['downloads', index, 'url'],
        `the download is sent on to ${quote(new URL(final).hostname)}, which is not one of this entry's officialHosts; make sure that the host is the makers' and add it there`,
      );
    });
  };
