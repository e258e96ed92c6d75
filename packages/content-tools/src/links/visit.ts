import { setTimeout as sleep } from 'node:timers/promises';

/** How an address answered. */
export interface Answer {
  /** `fine`; `unknown` where the server does not say, to programs or to anybody; `failed` otherwise. */
  outcome: 'fine' | 'unknown' | 'failed';
  /** Why, where it is not fine: `404`, `no such host`. */
  answer?: string;
  /** Where it led to, as far as it was followed: an answer that is not fine, too, comes from somewhere. */
  final?: string;
  /** Where it stands now, as far as the server says that it moved for good. */
  moved?: string;
  etag?: string;
  lastModified?: string;
  /** Whether the host asks to be left alone, and for how many milliseconds. */
  wait?: number;
}

export interface VisitOptions {
  /** Makes a request, as the global `fetch` does. */
  fetch: typeof fetch;
  /** How long an answer may take, in milliseconds. */
  timeout: number;
  /** What was given the last time. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Called before each request, and waited for: the turn of a host. Returns what to call when it is over. */
  turn: (host: string) => Promise<() => void>;
  /** Ends the asking at once. */
  signal?: AbortSignal | undefined;
}

/** Who asks, so that a server's keeper can find out why. */
export const AGENT = 'sealmark-links (+https://github.com/sealmark/sealmark)';

const MOST_REDIRECTS = 10;
/** What says nothing about whether a person would be let in. */
const UNKNOWN = [401, 403, 407, 429, 451];
/** What some servers answer to HEAD alone. */
const ASK_AGAIN = [400, 401, 403, 404, 405, 406, 410, 500, 501, 503];

/**
 * Asks an address, and follows where it leads, each step in the turn of its host.
 *
 * @throws The reason of the signal, where it ends the asking.
 */
export async function visit(url: string, options: VisitOptions): Promise<Answer> {
  let at = url;
  let moved = url;
  let isForGood = true;
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const response = await ask(at, options, at === url);
    if (typeof response === 'string') return { outcome: 'failed', answer: response };
    const { status, headers } = response;
    const location = headers.get('location');
    if (status >= 300 && status < 400 && status !== 304 && location) {
      if (!URL.canParse(location, at))
        return { outcome: 'failed', answer: `${status} to no address` };
      const { href, protocol } = new URL(location, at);
      if (protocol !== 'https:')
        return {
          outcome: 'failed',
          answer: `${status} to an address that is not encrypted`,
          ...(protocol === 'http:' && { final: href }),
        };
      at = href;
      isForGood &&= status === 301 || status === 308;
      if (isForGood) moved = at;
      continue;
    }
    if (status === 304 || (status >= 200 && status < 300)) {
      // Who says that nothing changed need not say again by what that is known.
      const known = status === 304 ? options : undefined;
      const etag = headers.get('etag') ?? known?.etag;
      const lastModified = headers.get('last-modified') ?? known?.lastModified;
      return {
        outcome: 'fine',
        final: at,
        ...(withoutPlace(moved) !== url && { moved: withoutPlace(moved) }),
        // What is remembered is of the address itself, not of where it leads.
        ...(at === url && etag && { etag }),
        ...(at === url && lastModified && { lastModified }),
      };
    }
    const isBusy = status === 429 || status === 503;
    const wait = isBusy ? waitOf(headers.get('retry-after')) : undefined;
    const outcome =
      UNKNOWN.includes(status) || (status === 503 && headers.has('retry-after'))
        ? 'unknown'
        : 'failed';
    return {
      outcome,
      answer: String(status),
      // Without a way on, it says nothing of where the address leads when it is fine.
      ...(at !== url && { final: at }),
      ...(wait !== undefined && { wait }),
    };
  }
  return { outcome: 'failed', answer: 'redirects without end' };
}

const withoutPlace = (url: string): string => url.replace(/#.*$/, '');

/** A response whose body nobody reads, or why there is none. HEAD first; GET where a server does not know HEAD. */
async function ask(
  url: string,
  { fetch, timeout, etag, lastModified, turn, signal }: VisitOptions,
  isFirst: boolean,
): Promise<Response | string> {
  const headers: Record<string, string> = { 'user-agent': AGENT, accept: '*/*' };
  if (isFirst && etag) headers['if-none-match'] = etag;
  if (isFirst && lastModified) headers['if-modified-since'] = lastModified;
  let why = '';
  for (const method of ['HEAD', 'GET']) {
    const over = await turn(new URL(url).host);
    try {
      signal?.throwIfAborted();
      const limit = AbortSignal.timeout(timeout);
      const response = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      await response.body?.cancel();
      if (method === 'GET' || !ASK_AGAIN.includes(response.status)) return response;
    } catch (error) {
      signal?.throwIfAborted();
      why = reason(error);
      if (method === 'GET' || why === 'no such host') return why;
    } finally {
      over();
    }
  }
  return why;
}

function reason(error: unknown): string {
  const { name, code } = ((error as Error).cause ?? error) as { name?: string; code?: string };
  if ((error as Error).name === 'TimeoutError' || name === 'TimeoutError')
    return 'no answer in time';
  if (code === 'ENOTFOUND') return 'no such host';
  if (code === 'ECONNREFUSED') return 'the connection was refused';
  if (code?.includes('CERT') || code?.includes('SIGNATURE')) return `a bad certificate (${code})`;
  return `no connection${code ? ` (${code})` : ''}`;
}

/** A minute, unless the server says how long; at most a day. */
function waitOf(header: string | null): number {
  const seconds = header && /^\d+$/.test(header) ? Number(header) : undefined;
  const until = header && seconds === undefined ? Date.parse(header) - Date.now() : NaN;
  const wait = seconds !== undefined ? seconds * 1000 : Number.isNaN(until) ? 60_000 : until;
  return Math.min(Math.max(0, wait), 24 * 60 * 60 * 1000);
}

/** Lets each host be asked by one at a time, with a pause after each request, until a signal ends all of it. */
export function turns(pause: number, signal?: AbortSignal): VisitOptions['turn'] {
  const ends = new Map<string, Promise<void>>();
  return async (host) => {
    const before = ends.get(host) ?? Promise.resolve();
    let over = () => {};
    const end = new Promise<void>((resolve) => {
      over = () => resolve();
    });
    ends.set(
      host,
      before.then(() => end).then(() => rest(pause, signal)),
    );
    await before;
    return over;
  };
}

/** Waits, but no longer than until a signal. */
export const rest = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => {});
