import type { Messenger, MessengerRecord } from '@sealmark/schema';

/**
 * The logo of a record as an SVG file. Where no mark may be shown, it is the initial on a plate; a
 * moved entry has the logo of its new id.
 */
export function toSvg(
  record: MessengerRecord,
  find: (id: string) => MessengerRecord | undefined,
): string {
  const target = record.kind === 'moved' ? find(record.to) : record;
  if (target?.kind !== 'messenger') return plate(record.name, record.name);
  return 'paths' in target.logo ? drawing(target.logo) : plate(target.name, target.logo.alt);
}

function drawing({ viewBox, paths, alt }: Extract<Messenger['logo'], { paths: unknown }>): string {
  return svg(
    viewBox,
    alt,
    paths.map(({ d, fill }) => `  <path fill="${escape(fill)}" d="${escape(d)}"/>`),
  );
}

function plate(name: string, alt: string): string {
  const [first] = new Intl.Segmenter('en').segment(name);
  const initial = (first?.segment ?? '').toLocaleUpperCase('en');
  return svg('0 0 56 56', alt, [
    '  <rect width="56" height="56" rx="4" fill="#ebf0f0"/>',
    '  <text x="28" y="38" text-anchor="middle" font-family="sans-serif" font-size="28" font-weight="700" ' +
      `fill="#132021" aria-hidden="true">${escape(initial)}</text>`,
  ]);
}

function svg(viewBox: string, title: string, content: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${escape(viewBox)}" role="img" aria-labelledby="title">`,
    `  <title id="title">${escape(title)}</title>`,
    ...content,
    '</svg>\n',
  ].join('\n');
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!,
  );
