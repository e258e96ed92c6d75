import { quote } from '../words.ts';
import type { Linked } from './collect.ts';
import { BROKEN, daysBetween } from './check.ts';
import type { Memory } from './memory.ts';

/** What there is to say of an address. */
export interface LinkFinding {
  kind: 'broken' | 'host-changed' | 'moved' | 'failing' | 'not-known';
  url: string;
  file: string;
  line: number;
  column: number;
  field: string;
  message: string;
}

/** The findings that call for somebody: they make the command fail. */
export const URGENT: readonly LinkFinding['kind'][] = ['broken', 'host-changed'];

/** What is remembered of the addresses, in words, the most urgent first. */
export function reportLinks(links: readonly Linked[], memory: Memory): LinkFinding[] {
  const findings = links.flatMap(({ url, place, isDownload }): LinkFinding[] => {
    const known = memory.addresses[url];
    if (!known) return [];
    const { file, line, column, field } = place;
    const say = (kind: LinkFinding['kind'], message: string): LinkFinding => ({
      kind,
      url,
      file,
      line,
      column,
      field,
      message,
    });
    const { failed = [], answer, unknown, checked, final, moved, wasOn } = known;
    const found: LinkFinding[] = [];
    if (isDownload && wasOn && final) {
      const host = new URL(final).host;
      found.push(
        say(
          'host-changed',
          `the download ends on ${quote(host)} now, before on ${quote(wasOn)}; make sure that this is the makers' doing, then run sealmark links --accept`,
        ),
      );
    }
    const since = failed[0];
    const times = failed.length === 1 ? 'once' : `on ${failed.length} days`;
    if (unknown !== undefined) {
      // It may be there again: only another failure says that it is not.
      const before = since === undefined ? '' : `; before that it failed ${times} since ${since}`;
      found.push(
        say(
          'not-known',
          `${quote(url)} does not tell programs (${unknown} on ${checked}${before}); open it in a browser`,
        ),
      );
    } else if (since !== undefined) {
      const isBroken =
        failed.length >= BROKEN.failures && daysBetween(since, failed.at(-1)!) >= BROKEN.days;
      found.push(
        isBroken
          ? say(
              'broken',
              `${quote(url)} has failed ${times} since ${since} (${answer}); write the address that it has now, or move it to former`,
            )
          : say(
              'failing',
              `${quote(url)} has failed ${times} since ${since} (${answer}); it counts as broken after ${BROKEN.failures} failures over ${BROKEN.days} days`,
            ),
      );
    }
    if (moved) found.push(say('moved', `${quote(url)} moved for good; write "${moved}"`));
    return found;
  });
  const order: LinkFinding['kind'][] = ['broken', 'host-changed', 'moved', 'failing', 'not-known'];
  return findings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
