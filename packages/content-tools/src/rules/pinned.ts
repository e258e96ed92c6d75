import { isSafeAddress } from '../addresses.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import type { Rule } from './rule.ts';

/** A commit, or a version as in the name of a tag or release. */
const PIN = /^([0-9a-f]{7,40}|[\w.@-]*\d+\.\d+[\w.+-]*)$/;

/** Where code hosts have the commit, tag or branch in a path. */
const REF =
  /\/(?:blob|tree|raw|commits?|src\/(?:commit|tag|branch)|releases\/tag|archive)\/(?:refs\/(?:tags|heads)\/)?([^/?#]+)/;

/** Code that is cited as evidence is the code that was read: of one commit or release, not of today. */
export const pinned: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, value, definition } of visits) {
      if (definition !== 'sourceObject' || !isRecord(value) || typeof value.url !== 'string')
        continue;
      if (!isSafeAddress(value.url) || value.kind !== 'source-code') continue;
      const ref = REF.exec(new URL(value.url).pathname)?.[1];
      if (ref !== undefined && PIN.test(decodeURIComponent(ref))) continue;
      const found =
        ref === undefined ? 'the address names no commit or release' : `${quote(ref)} is a branch`;
      report(
        file,
        [...path, 'url'],
        `${found}, so the code there is another one tomorrow; write the address with the commit that was read`,
      );
    }
  };
