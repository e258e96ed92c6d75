import type { Checkout } from './checkout.ts';
import type { Registry } from './registry.ts';
import type { Report } from './report.ts';

/** All that a round plays with. */
export interface Stage {
  readonly checkout: Checkout;
  readonly registry: Registry;
  readonly report: Report;
  /** A folder for consumers and whatever else, gone when the rehearsal is over. */
  readonly folder: string;
  /** The environment of consumers: where packages come from. */
  readonly env: NodeJS.ProcessEnv;
}
