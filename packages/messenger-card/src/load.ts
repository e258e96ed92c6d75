import type { ContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import type { Failure } from './events.ts';
import { type Reading, readRecord } from './record.ts';

/** How long an answer may take, in milliseconds. */
const patience = 15_000;

/** What became of a card's data. */
export type Outcome =
  | ({ readonly state: 'ready' } & Reading)
  | {
      readonly state: 'failed';
      readonly reason: Failure;
      /** The name or the address that was asked for. */
      readonly subject: string;
      /** The status of the answer, where that is the matter. */
      readonly status?: number;
    };

const failed = (reason: Failure, subject: string, status?: number): Outcome => ({
  state: 'failed',
  reason,
  subject,
  ...(status !== undefined && { status }),
});

function read(data: unknown, subject: string): Outcome {
  const reading = readRecord(data);
  return reading ? { state: 'ready', ...reading } : failed('not-record', subject);
}

/** What a card asks for, in the order in which it counts. */
export interface Request {
  readonly messenger?: unknown;
  readonly src?: string | undefined;
  readonly name?: string | undefined;
  readonly content?: ContentSource | undefined;
}

/**
 * Gets the record of a card: the one that is given, or the one at `src`, or the one that the content
 * source has for `name`; at once where that needs no waiting. Nothing is fetched unless `src` says so.
 * Never throws. An aborted request of ours, and a name whose content source is not there yet, give `undefined`.
 */
export function load(
  { messenger, src, name, content }: Request,
  signal: AbortSignal,
): Outcome | undefined | Promise<Outcome | undefined> {
  if (messenger) return read(messenger, '');
  if (src) return fetched(src, signal);
  if (!name) return failed('no-name', '');
  return content && named(content, name, signal);
}

function named(
  content: ContentSource,
  name: string,
  signal: AbortSignal,
): Outcome | Promise<Outcome> {
  const found = (record: CardRecord | undefined) =>
    record ? read(record, name) : failed('unknown-name', name);
  const lost = () => failed('unreachable', name);
  try {
    const record = content.card(name, signal);
    return record instanceof Promise ? record.then(found, lost) : found(record);
  } catch {
    return lost();
  }
}

async function fetched(src: string, signal: AbortSignal): Promise<Outcome | undefined> {
  const late = AbortSignal.timeout(patience);
  let text: string;
  try {
    const answer = await fetch(src, { signal: AbortSignal.any([signal, late]) });
    if (!answer.ok) return failed('status', src, answer.status);
    text = await answer.text();
  } catch {
    return signal.aborted ? undefined : failed(late.aborted ? 'late' : 'unreachable', src);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed('not-json', src);
  }
  return read(data, src);
}
