import { quote } from './words.ts';

/** Whether readers can be sent to an address: a whole one, encrypted, without a name or password in it. */
export function isSafeAddress(url: string): boolean {
  return /^https:\/\/[^\s/?#@]+([/?#]\S*)?$/.test(url) && URL.canParse(url);
}

/** Whether an address stands on a host, or on a host below it; a host may go on with the start of a path. */
export function standsOn(url: string, host: string): boolean {
  const [name = '', ...folders] = host.split('/');
  const { hostname, pathname } = new URL(url);
  if (hostname !== name && !hostname.endsWith(`.${name}`)) return false;
  const start = ['', ...folders].join('/');
  return pathname === start || pathname.startsWith(`${start}/`);
}

/** What to write instead of an address that readers cannot be sent to. */
export function wrongAddress(found: string): string {
  if (/^http:\/\//i.test(found))
    return `the address ${quote(found)} is not encrypted; write it with https: "https${found.slice(4)}"`;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(found)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'https')
    return `${quote(found)} is not a web address (it starts with ${scheme}:); write one that starts with https://`;
  if (/\s/.test(found))
    return `the address ${quote(found)} has a space in it; write it without, or as %20`;
  if (/^https:\/\/[^/?#]*@/i.test(found))
    return `the address ${quote(found)} has a name in it; leave out what stands before the @`;
  return `${quote(found)} is not a whole web address; write one that starts with https://`;
}
