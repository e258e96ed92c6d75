import type { Page } from 'playwright';

/** A small real site, or a program, in a folder of its own under `sites`. */
export interface Consumer {
  /** What it is, in a few words. */
  readonly about: string;
  /** The folder that is served once it is built. Without one its script `start` serves it, on the port `PORT`. */
  readonly serve?: string;
  /** The strictest content security policy under which it works. A site that serves itself sends its own. */
  readonly policy?: string;
  /** Whether the browser runs scripts; `true` by default. */
  readonly scripting?: boolean;
  /** Looks at the page in one engine. Without it the consumer is a program, and passes when its script `check` does. */
  readonly look?: (visit: Visit) => Promise<void>;
}

/** A page of a consumer, open in one engine. */
export interface Visit {
  readonly page: Page;
  readonly origin: string;
  /** The addresses that were asked for, in order. */
  readonly requests: readonly string[];
  /** What the console said, which has to be nothing at the end: what is expected is taken out. */
  readonly said: string[];
  /** Opens another page of the site. */
  open(path: string): Promise<void>;
  /** Checks one promise. The first one that does not hold ends the visit. */
  check(promise: string, holds: () => Promise<unknown>): Promise<void>;
}
