import { standsOn } from '../addresses.ts';
import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import type { Rule } from './rule.ts';

const SHORTENERS =
  'aka.ms amzn.to bit.ly bl.ink buff.ly cutt.ly db.tt dlvr.it dub.sh fb.me g.co git.io goo.gl is.gd j.mp l.ead.me lnkd.in ow.ly rb.gy rebrand.ly s.id shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al v.gd wp.me'.split(
    ' ',
  );

/** A reader sees where a link leads, and nobody stands between. */
export const shorteners: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url, piece } of addressesOf(visits)) {
      const host = SHORTENERS.find((name) => standsOn(url, name));
      if (!host) continue;
      report(
        file,
        path,
        `${quote(host)} hides where the link leads and counts who follows it; write the address that it leads to`,
        { piece },
      );
    }
  };
