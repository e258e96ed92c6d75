import { isSafeAddress } from '../addresses.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import type { Rule } from './rule.ts';

/** A commit, whole or shortened: words such as `deadbeef` have the same letters, but no digit. */
const COMMIT = /^(?=[a-f]*\d)[0-9a-f]{7,40}$/;

/** A version as tags have it, maybe after the name of the program: `v2`, `1.2.3`, `app@1.2.3-beta.1`. */
const VERSION = /^(v\d+|([\w.%-]*[-@_])?v?\d+\.\d[\w.+%-]*)$/i;

/** Branches that collect the releases of a version: `release-7.0`, `stable-2.x`, `7.0.x`. */
const BRANCH =
  /^(release|releases|stable|branch|hotfix|support|maintenance)[-_]v?\d+(\.\d+)?$|\.x$/i;

/** Whether a name in the place of a commit, tag or branch is a commit or a version. */
export const isPin = (name: string): boolean =>
  COMMIT.test(name) || (VERSION.test(name) && !BRANCH.test(name));

/** Where code hosts have the name in a path, where it can be a branch as well. */
const ANY =
  /\/(?:blob|tree|raw|commits?|src\/commit|archive|(?:zip|tar\.gz)(?=\/[^/]+$))\/([^/]+?)(?:\.zip|\.tar\.gz)?(?:\/|$)/;

/** Where they have only tags, so that any name with a digit is one release. */
const TAG = /\/(?:src\/tag|refs\/tags|releases\/(?:tag|download))\/([^/]+)/;

/** Where they have only branches. */
const HEAD = /\/(?:src\/branch|refs\/heads)\/([^/]+)/;

/** The host that has raw files of GitHub, with the name after owner and repository. */
const RAW = 'raw.githubusercontent.com';

/** What an address of code names of its history, and whether that stays what it is. */
function nameIn(url: string): { name: string; isPinned: boolean } | undefined {
  const { hostname, pathname, searchParams } = new URL(url);
  const branch = HEAD.exec(pathname)?.[1];
  if (branch !== undefined) return { name: branch, isPinned: false };
  const tag = TAG.exec(pathname)?.[1];
  if (tag !== undefined) return { name: tag, isPinned: /\d/.test(tag) };
  const name =
    (hostname === RAW ? pathname.split('/')[3] : ANY.exec(pathname)?.[1]) ??
    searchParams.get('ref') ??
    searchParams.get('id');
  return name ? { name, isPinned: isPin(name) } : undefined;
}

/** Code that is cited as evidence is the code that was read: of one commit or release, not of today. */
export const pinned: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, value, definition } of visits) {
      if (definition !== 'sourceObject' || !isRecord(value) || typeof value.url !== 'string')
        continue;
      if (!isSafeAddress(value.url) || value.kind !== 'source-code') continue;
      const found = nameIn(value.url);
      if (found?.isPinned) continue;
      const what = found ? `${quote(found.name)} is no` : 'the address names no';
      report(
        file,
        [...path, 'url'],
        `${what} commit or release, so the code there can be another one tomorrow; write the address with the commit that was read`,
      );
    }
  };
