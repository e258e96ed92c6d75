import { isSafeAddress, standsOn } from '../addresses.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import { field, listOf, type Rule } from './rule.ts';

/** What comes from the maker's own site stands on an official host; what stands there is not independent. */
export const hosts: Rule =
  (_, report) =>
  ({ file, definition, visits }) => {
    if (definition !== 'messenger') return;
    const official = listOf(field(file.data, 'officialHosts')).filter(
      (host) => typeof host === 'string',
    );
    if (official.length === 0 || official.some((host) => host.includes(':'))) return;
    const isOfficial = (url: unknown) => official.some((host) => standsOn(String(url), host));
    for (const { path, value, definition: name } of visits) {
      if (!isRecord(value) || typeof value.url !== 'string' || !isSafeAddress(value.url)) continue;
      if (name === 'download' && value.store === 'vendor' && !isOfficial(value.url)) {
        report(
          file,
          [...path, 'url'],
          `${quote(new URL(value.url).hostname)} is not one of this entry's officialHosts; add the host there, or name the store`,
        );
      }
      if (name === 'sourceObject' && value.kind === 'independent' && isOfficial(value.url)) {
        report(
          file,
          [...path, 'kind'],
          `the source stands on ${quote(new URL(value.url).hostname)}, a host of the makers, so it is not independent; write vendor, specification or source-code`,
        );
      }
    }
  };
