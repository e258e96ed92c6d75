import type {
  AuditCondition,
  ClaimCondition,
  Condition,
  DownloadsCondition,
  Evaluation,
  Messenger,
  Verdict,
} from '@sealmark/schema';

/**
 * What a record says of a criterion, with the places in the record that back it.
 *
 * A claim that is unknown, disputed or missing gives `unknown`. One that does not apply gives
 * `not-applicable`, and `partial` does not meet a criterion, unless the condition says so.
 */
export function evaluate(criterion: { condition: Condition }, record: Messenger): Evaluation {
  return decide(criterion.condition, record);
}

function decide(condition: Condition, record: Messenger): Evaluation {
  if ('claim' in condition) return claim(condition, record);
  if ('audit' in condition) return audit(condition, record);
  if ('downloads' in condition) return downloads(condition, record);
  if ('all' in condition) return combine(condition.all, record, ['not-met', 'unknown', 'met']);
  return combine(condition.any, record, ['met', 'unknown', 'not-met']);
}

function claim(
  { claim: fact, is = [], includes, partial }: ClaimCondition,
  record: Messenger,
): Evaluation {
  const value = record.claims[fact]?.value ?? 'unknown';
  const paths = [`/claims/${fact}`];
  if (value === 'unknown' || value === 'disputed') return { verdict: 'unknown', paths };
  if (value === 'not-applicable' && !is.includes(value)) return { verdict: value, paths };
  const said = [value].flat();
  const isMet = includes
    ? said.some((one) => includes.includes(String(one)))
    : said.every((one) => is.includes(one)) || (value === 'partial' && partial === 'met');
  return { verdict: isMet ? 'met' : 'not-met', paths };
}

function audit(
  { audit: { kinds, parts, relations } }: AuditCondition,
  record: Messenger,
): Evaluation {
  const paths = record.audits.flatMap((item, index) => {
    const fits =
      (kinds?.includes(item.kind) ?? true) &&
      (relations?.includes(item.target.relation) ?? true) &&
      (!parts || item.scope.some(({ part }) => parts.includes(part)));
    return fits ? [`/audits/${index}`] : [];
  });
  return paths.length > 0 ? { verdict: 'met', paths } : { verdict: 'not-met', paths: ['/audits'] };
}

function downloads(
  { downloads: { platforms } }: DownloadsCondition,
  record: Messenger,
): Evaluation {
  const found = platforms.map((platform) =>
    record.downloads.findIndex((item) => item.platform === platform),
  );
  if (found.includes(-1)) return { verdict: 'not-met', paths: ['/downloads'] };
  return { verdict: 'met', paths: found.map((index) => `/downloads/${index}`) };
}

/** The first verdict of an order that a condition has, backed by those that have it. */
function combine(
  conditions: readonly Condition[],
  record: Messenger,
  order: readonly Verdict[],
): Evaluation {
  const all = conditions.map((condition) => decide(condition, record));
  const verdict =
    order.find((candidate) => all.some((item) => item.verdict === candidate)) ?? 'not-applicable';
  const paths = all.filter((item) => item.verdict === verdict).flatMap((item) => item.paths);
  return { verdict, paths: [...new Set(paths)] };
}
