import { type ContentSource, have, type Loader, need, type ReadyCard } from '@sealmark/element-kit';
import type { CardDrawing } from './drawing.ts';
import type { Failure } from './events.ts';
import type { Reading } from './record.ts';

/** How long an answer may take, in milliseconds. */
const patience = 15_000;

/** What became of a card's data. */
export type Outcome =
  | ({ readonly state: 'ready' } & Reading)
  | { readonly state: 'drawn'; readonly card: ReadyCard }
  | {
      readonly state: 'failed';
      readonly reason: Failure;
      /** The name or the address that was asked for. */
      readonly subject: string;
      /** The status of the answer, where that is the matter. */
      readonly status: number | undefined;
    };

type Answer = Outcome | Promise<Outcome>;

const failed = (reason: Failure, subject: string, status?: number): Outcome => ({
  state: 'failed',
  reason,
  subject,
  status,
});

/** What a card asks for, in the order in which it counts. */
export interface Request {
  readonly messenger?: unknown;
  readonly src?: string | undefined;
  readonly name?: string | undefined;
  readonly content?: ContentSource | undefined;
  /** The language in which a card that a build has drawn will do; `undefined` where none will. */
  readonly language?: string | undefined;
  /** How that which reads a record is loaded. */
  readonly drawing: Loader<CardDrawing>;
}

/**
 * Gets what a card shows: the record that is given, or the one at `src`, or what the content
 * source has for `name`; at once where that needs no waiting. Nothing is fetched unless `src` says so.
 * Never throws. An aborted request of ours, and a name whose content source is not there yet, give `undefined`.
 */
export function load(
  request: Request,
  signal: AbortSignal,
): Outcome | undefined | Promise<Outcome | undefined> {
  const { messenger, src, name, content, drawing } = request;
  if (messenger) return read(messenger, '', drawing);
  if (src) return fetched(src, drawing, signal);
  if (!name) return failed('no-name', '');
  return content && named(name, content, request, signal);
}

/** Asks, and goes on with the answer: at once where that is possible. */
function ask<T>(
  question: () => T | Promise<T>,
  next: (answer: T) => Answer,
  lost: () => Outcome,
): Answer {
  try {
    const answer = question();
    // A promise may come from another realm, and one of a library is none of the language.
    const then = (answer as Partial<Promise<T>> | null | undefined)?.then;
    return then ? Promise.resolve(answer).then(next, lost) : next(answer as T);
  } catch {
    return lost();
  }
}

/** What data that nobody has read yet call themselves. */
export function nameOf(data: unknown): string {
  const { name } = Object(data) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}

/** Reads data as a record, once that which reads is there. */
function read(data: unknown, subject: string, drawing: Loader<CardDrawing>): Answer {
  return ask(
    () => need(drawing),
    () => {
      const reading = have(drawing)?.read(data);
      return reading ? { state: 'ready', ...reading } : failed('not-record', subject);
    },
    () => failed('unreachable', subject || nameOf(data)),
  );
}

/** Lets that which reads come while the record is on its way. */
const prepare = (drawing: Loader<CardDrawing>) => void need(drawing)?.catch(() => {});

function named(
  name: string,
  content: ContentSource,
  { language, drawing }: Request,
  signal: AbortSignal,
): Answer {
  const lost = () => failed('unreachable', name);
  const record = () =>
    ask(
      () => content.card(name, signal),
      (found) => (found ? read(found, name, drawing) : failed('unknown-name', name)),
      lost,
    );
  if (!language || !content.ready) {
    prepare(drawing);
    return record();
  }
  return ask(
    () => content.ready?.(name, language, signal),
    (card) => (card ? { state: 'drawn', card } : record()),
    lost,
  );
}

async function fetched(
  src: string,
  drawing: Loader<CardDrawing>,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  prepare(drawing);
  const late = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(src, { signal: AbortSignal.any([signal, late]) });
    return answer.ok
      ? read(await answer.json(), src, drawing)
      : failed('status', src, answer.status);
  } catch (error) {
    if (signal.aborted) return undefined;
    const reason = error instanceof SyntaxError ? 'not-json' : 'unreachable';
    return failed(late.aborted ? 'late' : reason, src);
  }
}
