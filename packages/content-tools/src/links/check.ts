import type { Progress } from '../problems.ts';
import type { Linked } from './collect.ts';
import type { Memory, Remembered } from './memory.ts';
import { rest, turns, visit, type Answer } from './visit.ts';

export interface LinkOptions {
  /** The day, `YYYY-MM-DD`. */
  today: string;
  /** Makes requests; the global `fetch` unless it is given. */
  fetch?: typeof fetch;
  /** How many hosts are asked at the same time. */
  hosts?: number;
  /** The pause between two requests to a host, in milliseconds. */
  pause?: number;
  /** How long an answer may take, in milliseconds. */
  timeout?: number;
  /** How many days an address that was fine is left alone. */
  every?: number;
  /** Called after each address, with the memory as it is by then. */
  saved?: () => void;
  progress?: Progress | undefined;
  /** Ends the asking early; what was learned until then stays. */
  signal?: AbortSignal;
}

/** After how many failures, on different days, and after how many days an address counts as broken. */
export const BROKEN = { failures: 3, days: 3 };

/** How often a request that got no answer is made again in one run, and after how long, in milliseconds. */
const AGAIN = [2_000, 8_000];

/** What is left alone for the rest of a run when it asks for more than this, in milliseconds. */
const PATIENCE = 10_000;

/** Asks the addresses that are due, politely, and writes into the memory what came of it. */
export async function checkLinks(
  links: readonly Linked[],
  memory: Memory,
  options: LinkOptions,
): Promise<{ asked: number }> {
  const { today, every = 1, hosts = 8, pause = 1000, timeout = 20_000, signal } = options;
  const request = { fetch: options.fetch ?? fetch, timeout, turn: turns(pause, signal), signal };
  const due = links.filter(({ url }) => isDue(memory.addresses[url], today, every));
  const queues = new Map<string, Linked[]>();
  for (const link of due) {
    const { host } = new URL(link.url);
    queues.set(host, [...(queues.get(host) ?? []), link]);
  }
  let asked = 0;
  const isOver = () => signal?.aborted ?? false;
  const askHost = async (queue: readonly Linked[]) => {
    for (const link of queue) {
      const { url } = link;
      const { etag, lastModified } = memory.addresses[url] ?? {};
      let answer = await visit(url, { ...request, etag, lastModified });
      for (const wait of AGAIN) {
        const isTransient = answer.outcome === 'failed' && !/^[34]\d\d/.test(answer.answer ?? '');
        const asksToWait = answer.wait !== undefined && answer.wait <= PATIENCE;
        if (!isTransient && !asksToWait) break;
        await rest(Math.max(pause, answer.wait ?? Math.min(wait, pause * 8)), signal);
        answer = await visit(url, { ...request, etag, lastModified });
      }
      memory.addresses[url] = remember(memory.addresses[url], answer, link, today);
      asked += 1;
      options.progress?.('addresses asked', asked, due.length);
      options.saved?.();
      // Who asks for a long rest is left alone until the next run.
      if (answer.wait !== undefined && answer.wait > PATIENCE) return;
    }
  };
  const waiting = [...queues.values()];
  const worker = async () => {
    try {
      for (let queue = waiting.shift(); queue; queue = waiting.shift()) await askHost(queue);
    } catch (error) {
      // What was on its way when the signal came says nothing of its address.
      if (!isOver()) throw error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(hosts, queues.size) }, worker));
  return { asked };
}

function isDue(known: Remembered | undefined, today: string, every: number): boolean {
  if (!known) return true;
  if (known.checked === today && known.fine !== today) return false;
  return daysBetween(known.checked, today) >= every;
}

/** What is known of an address after an answer. */
export function remember(
  known: Remembered | undefined,
  { outcome, answer = '', final, moved, etag, lastModified }: Answer,
  link: Pick<Linked, 'url' | 'isDownload'>,
  today: string,
): Remembered {
  const end = endOf(known, final, link);
  if (outcome === 'fine')
    return {
      checked: today,
      fine: today,
      ...end,
      ...(moved && { moved }),
      ...(etag && { etag }),
      ...(lastModified && { lastModified }),
    };
  const before = { ...known };
  for (const name of ['final', 'wasOn', 'unknown'] as const) delete before[name];
  // What is not known breaks nothing, and mends nothing.
  const said =
    outcome === 'unknown'
      ? { unknown: answer }
      : { failed: [...new Set([...(known?.failed ?? []), today])], answer };
  return { ...before, ...end, checked: today, ...said };
}

/** Where an address ends, and on which host it ended before, where that is another. */
function endOf(
  known: Remembered | undefined,
  seen: string | undefined,
  { url, isDownload }: Pick<Linked, 'url' | 'isDownload'>,
): Pick<Remembered, 'final' | 'wasOn'> {
  const final = seen ?? known?.final;
  if (final === undefined) return {};
  const hostOf = (address: string) => new URL(address).host;
  // What was fine and led nowhere else ended where it began.
  const last = known?.final ?? (known?.fine && url);
  const wasOn = known?.wasOn ?? (last && hostOf(last));
  return {
    ...((isDownload || final !== url) && { final }),
    ...(wasOn && wasOn !== hostOf(final) && { wasOn }),
  };
}

/** Whole days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000));
}
