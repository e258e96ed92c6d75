import { getContentSource } from '@sealmark/element-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrerenderer, prerender, type Problem } from './index.ts';
import { content, heron, options, wren } from './testing/sample.ts';

const card = '<messenger-card name="heron"></messenger-card>';
const link = '<link rel="stylesheet" href="/sealmark.css">';

async function problemsOf(html: string, more = {}): Promise<Problem[]> {
  const problems: Problem[] = [];
  await prerender(html, { ...options, ...more, report: (problem) => problems.push(problem) });
  return problems;
}

/** The text without what was put in. */
const without = (html: string) =>
  html.replace(/<template shadowrootmode="open"><link .*?<\/template>/gs, '').replaceAll(link, '');

/** Pieces of which pages, good and bad, are made. */
const pieces = fc.oneof(
  fc.constantFrom(
    '<!doctype html>',
    '<html lang="de">',
    '<head>',
    '</head>',
    '<title>a</title>',
    '<body>',
    '</body>',
    '</html>',
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<table><tr><td>',
    '</table>',
    '<svg>',
    '</svg>',
    '<a href=x>',
    '</a>',
    '<br/>',
    '<!-- <messenger-card name="heron"> -->',
    '<script>"<messenger-card>"</script>',
    '<style>a{}</style>',
    '<template>',
    '</template>',
    '<template shadowrootmode="open">',
    '<noscript>',
    '</noscript>',
    '<textarea>',
    '\r\n',
    '\n',
    '\r',
    '\t',
    '\0',
    '\uFEFF',
    '😀',
    'é',
    '&amp;',
    '&lt',
    '<',
    '>',
    '"',
    "'",
    '</',
    '<!',
    '<?',
  ),
  fc.string({ maxLength: 8 }),
);
const elements = fc.constantFrom(
  card,
  '<messenger-card name=wren layout=compact>',
  '</messenger-card>',
  '<MESSENGER-CARD NAME="heron"/>',
  '<downloads-dropdown><a data-platform="linux" href="/x">Packages</a></downloads-dropdown>',
  '<audit-badge\ndate="2017"\r\nauditor="Egret Labs">',
  '</audit-badge>',
  '<messenger-card name="nope">',
);
const soup = (...kinds: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...kinds), { maxLength: 24 }).map((parts) => parts.join(''));

describe('prerender', () => {
  it('gives HTML without our elements back as it is', async () => {
    await fc.assert(
      fc.asyncProperty(soup(pieces), async (html) => {
        expect(await prerender(html, { ...options, report: () => {} })).toBe(html);
      }),
      { numRuns: 500 },
    );
  });

  it('changes no byte but those it puts in', async () => {
    await fc.assert(
      fc.asyncProperty(soup(pieces, elements), async (html) => {
        // A root that stands there already is renewed, and so not a case of this promise.
        fc.pre(!html.includes('shadowrootmode'));
        expect(without(await prerender(html, { ...options, report: () => {} }))).toBe(html);
      }),
      { numRuns: 500 },
    );
  });

  it('does the same twice as once', async () => {
    await fc.assert(
      fc.asyncProperty(soup(pieces, elements), async (html) => {
        const silent = { ...options, report: () => {} };
        const once = await prerender(html, silent);
        expect(await prerender(once, silent)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('writes the whole card into the element and links the stylesheet in it and in the head', async () => {
    const html = `<!doctype html><html><head><meta charset="utf-8"></head><body>${card}</body></html>`;
    const result = await prerender(html, options);
    expect(result).toContain(`<meta charset="utf-8">${link}</head>`);
    expect(result).toContain(
      `<messenger-card name="heron"><template shadowrootmode="open">${link}<article`,
    );
    expect(result).toContain('</article></template></messenger-card></body>');
    for (const words of [
      'Heron Trust',
      'End to end, always',
      'App audited 2017',
      'Packages',
      '16 Sep 2022',
    ]) {
      expect(result).toContain(words);
    }
  });

  it.each([
    ['a document without a head', '<!doctype html><p>', `<!doctype html>${link}<p>`],
    ['a comment first', '<html><!-- a --><body>', `<html>${link}<!-- a --><body>`],
    ['a body alone', '<body>', `${link}<body>`],
    ['a head that is not closed', '<head><title>a</title>', `<head><title>a</title>${link}`],
    ['a head with the link', `<head>${link}</head>`, `<head>${link}</head>`],
    ['a fragment', '<p>', '<p>'],
  ])('links the stylesheet once: %s', async (_case, before, after) => {
    expect((await prerender(before + card, options)).startsWith(`${after}<messenger-card`)).toBe(
      true,
    );
  });

  it('keeps the markup small', async () => {
    const result = await prerender(card, options);
    expect(result).not.toMatch(/<!--|<\?|<style|defer-hydration|class=""|style=|=""|\n| >|<\/\w+ /);
    expect(result).not.toMatch(/class="(?: |[^"]* (?: |"))/);
  });

  it('reads a line break in a template as layout, and in a value as a space', async () => {
    const result = await prerender(card, options);
    expect(result).toContain('<p>Words, then <strong>more</strong> <code>words</code></p>');
    expect(result).toContain('<bdi>Heron</bdi> <small part="qualifier">Android</small>');
    expect(result).toContain(
      '<div class="panel"><ul class="stores"><li data-platform="windows"><a',
    );
  });

  it('executes nothing of a hostile record', async () => {
    const evil = '"><img src=x onerror=alert(1)><!--lit-part--><script>alert(1)</script>';
    const hostile = {
      ...heron,
      name: evil,
      qualifier: evil,
      summary: [
        {
          type: 'paragraph' as const,
          children: [evil, { type: 'link' as const, url: 'javascript:alert(1)', children: ['x'] }],
        },
      ],
      downloads: [{ platform: evil, url: `https://x.example/${evil}`, label: evil }],
    };
    const result = await prerender(card, { ...options, content: { card: () => hostile } });
    expect(result).not.toMatch(/<img|<script|javascript:|<!--/);
    expect(result).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('honors layout, heading level and open', async () => {
    const html =
      '<messenger-card name="heron" layout="compact" heading-level="2" open></messenger-card>';
    const result = await prerender(html, options);
    expect(result).toContain('<article class="card compact ready partial"');
    expect(result).toContain('<h2 part="name">');
    expect(result).toMatch(/<details class="downloads"[^>]* open>/);
    expect(result).not.toContain('<dl');
  });

  it.each([
    ['its own', '<html lang="en"><messenger-card lang="fr" name="heron">'],
    ['the nearest above it', '<html lang="en"><div lang="fr"><p><messenger-card name="heron">'],
    [
      'that of the place in the root of another element',
      '<x-y lang="fr"><template shadowrootmode="open"><messenger-card name="heron">',
    ],
  ])('speaks the language of %s', async (_case, html) => {
    const result = await prerender(html, options);
    expect(result).toContain('16 sept. 2022');
    expect(result.match(/lang=/g)).toHaveLength(html.match(/lang=/g)?.length ?? 0);
  });

  it('reads a list of downloads from its children and keeps them', async () => {
    const inside =
      '<ul><li><a data-platform="linux" href="/get">A <b>package</b></a></ul><a href="/x">else</a>';
    const result = await prerender(
      `<downloads-dropdown label="Get it">${inside}</downloads-dropdown>`,
      options,
    );
    expect(result).toMatch(/<ul class="stores">.*Linux.*A package.*<bdi>/);
    expect(result).toContain('Get it<span class="chevron">');
    expect(result).not.toContain('else</span>');
    expect(result.endsWith(`</template>${inside}</downloads-dropdown>`)).toBe(true);
  });

  it('reads an audit from attributes, and its words from the children', async () => {
    const plain = await prerender(
      '<audit-badge date="2017" auditor="Egret Labs" scope="client"></audit-badge>',
      options,
    );
    expect(plain).toContain('<b>App audited 2017</b>');
    const worded = await prerender('<audit-badge date="2017">Read in 2017</audit-badge>', options);
    expect(worded).toContain('<b><slot></slot></b>');
  });

  it('renews a root that stands there', async () => {
    const old = await prerender(card, {
      ...options,
      content: { card: () => ({ ...heron, name: 'Old' }) },
    });
    expect(await prerender(old, options)).toBe(await prerender(card, options));
  });

  it('leaves templates, comments and scripts alone, and finds what scripting off shows', async () => {
    const html = `<template>${card}</template><!--${card}--><script>${card}</script>`;
    expect(await prerender(html, options)).toBe(html);
    expect(await prerender(`<noscript>${card}</noscript>`, options)).toContain(
      '<noscript><messenger-card name="heron"><template',
    );
  });

  it('asks for equal cards once', async () => {
    const asked: string[] = [];
    const counting = { card: (name: string) => (asked.push(name), heron) };
    const render = createPrerenderer({ ...options, content: counting });
    await Promise.all([render(card + card), render(card)]);
    await render(`${card}<messenger-card name="heron" layout="compact"></messenger-card>`);
    expect(asked).toEqual(['heron', 'heron']);
  });

  it('mixes nothing up when it runs twice at the same time', async () => {
    const slow = { card: async (name: string) => ({ ...wren, name: `Slow ${name}` }) };
    const [a, b] = await Promise.all([
      prerender(card, { ...options, content: slow }),
      prerender(card, options),
    ]);
    expect(a).toContain('<bdi>Slow heron</bdi>');
    expect(b).toContain('<bdi>Heron</bdi>');
    expect(getContentSource()).toBeUndefined();
  });

  it('takes our own addresses from the content source', async () => {
    const href = (kind: string, id?: string) => (kind === 'sources' ? `/sources/${id}` : undefined);
    const result = await prerender(card, { ...options, content: { ...content, href } });
    expect(result).toContain('<a href="/sources/heron" rel="noopener noreferrer">12 sources</a>');
    expect(result).toContain('<li>Kinds of networks</li>');
  });
});

describe('what cannot be rendered', () => {
  it.each([
    ['<p>\n  <messenger-card name="herom">', 'There is no entry “herom”. Did you mean “heron”?'],
    ['<p>\n  <messenger-card name="something-else">', 'There is no entry “something-else”.'],
    [
      '<p>\n  <messenger-card name="heron"><template shadowrootmode="open">',
      'The root that stands in it has no end tag.',
    ],
    ['<p>\n  <messenger-card>', 'It has neither a name nor a src.'],
    [
      '<p>\n  <messenger-card src="https://x.example/y.json">',
      '“https://x.example/y.json” is not a local file, so it is left to the browser.',
    ],
    ['<p>\n  <downloads-dropdown>', 'It has no links with data-platform and href to list.'],
    [
      '<p>\n  <audit-badge>',
      'It says nothing of an audit: give it a date, an auditor, an href, or the day you looked.',
    ],
  ])('stays as it is and is told with its place: %s', async (html, message) => {
    expect(await prerender(html, { ...options, report: () => {} })).toBe(html);
    const [problem] = await problemsOf(html, { file: 'page.html' });
    expect(problem).toMatchObject({ file: 'page.html', line: 2, column: 3, message });
  });

  it('tells what a content source throws, and what is no record', async () => {
    const failing = { card: () => Promise.reject(new Error('Disk full')) };
    expect((await problemsOf(card, { content: failing }))[0]?.message).toBe(
      '“heron” could not be read: Disk full',
    );
    const strange = { card: () => ({ a: 1 }) as never };
    expect((await problemsOf(card, { content: strange }))[0]?.message).toContain(
      'is not the record of a card',
    );
  });

  it('does not keep the others from being rendered', async () => {
    const html = `<messenger-card name="nope"></messenger-card>${card}`;
    expect(await prerender(html, { ...options, report: () => {} })).toContain('<bdi>Heron</bdi>');
  });
});
