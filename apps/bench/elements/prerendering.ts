import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { createPrerenderer } from '@sealmark/prerender';
import type { CardRecord, MessengerCardRecord } from '@sealmark/schema';
import { html } from 'lit';
import './naive-card.ts';
import { distinct } from './records.ts';

const head =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards</title></head><body>';

/** A page with the cards of records, prerendered. */
export async function page(records: readonly MessengerCardRecord[]) {
  const known = new Map<string, CardRecord>(records.map((record) => [record.id, record]));
  const cards = records
    .map(({ id }) => `<messenger-card name="${id}"></messenger-card>\n`)
    .join('');
  const prerender = createPrerenderer({ content: { card: (name) => known.get(name) } });
  const result = await prerender(`${head}\n${cards}</body></html>`);
  if (result.warnings.length) throw new Error(result.warnings[0]?.message);
  return result;
}

/** The same cards as elements that one would write with Lit, each with its record, without which it could not come alive. */
export const naive = (records: readonly MessengerCardRecord[]): string =>
  collectResultSync(
    render(
      html`${records.map((record) => html`<naive-card record=${JSON.stringify(record)}></naive-card>`)}`,
    ),
  );

/** Cards per second of processor time of both, round by round in turn, on records that were never seen before. */
export async function speed(
  rounds: number,
  count = 500,
): Promise<{ ours: number[]; naive: number[] }> {
  const result = { ours: [] as number[], naive: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const records = distinct(count, (round + 1) * count);
    const contenders: ['ours' | 'naive', () => unknown][] = [
      ['ours', () => page(records)],
      ['naive', () => naive(records)],
    ];
    for (const [name, run] of round % 2 ? contenders.reverse() : contenders) {
      const start = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(start);
      // The first round warms up.
      if (round >= 0) result[name].push((count * 1e6) / (user + system));
    }
  }
  return result;
}
