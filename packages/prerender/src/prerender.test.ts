import { getContentSource } from '@sealmark/element-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrerenderer, prerender, type PrerenderOptions, stylesheet } from './index.ts';
import { content, heron, options, wren } from './testing/sample.ts';

const card = '<messenger-card name="heron"></messenger-card>';
const link = `<link rel="stylesheet" href="/${stylesheet().name}">`;

/** The text with roots in it. */
const write = async (html: string, more: Partial<PrerenderOptions> = {}) =>
  (await prerender(html, { ...options, ...more })).html;

const warningsOf = async (html: string, more: Partial<PrerenderOptions> = {}) =>
  (await prerender(html, { ...options, ...more })).warnings;

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
        expect(await write(html)).toBe(html);
      }),
      { numRuns: 500 },
    );
  });

  it('changes no byte but those it puts in', async () => {
    await fc.assert(
      fc.asyncProperty(soup(pieces, elements), async (html) => {
        // A root that stands there already is renewed, and so not a case of this promise.
        fc.pre(!html.includes('shadowrootmode'));
        expect(without(await write(html))).toBe(html);
      }),
      { numRuns: 500 },
    );
  });

  it('does the same twice as once', async () => {
    await fc.assert(
      fc.asyncProperty(soup(pieces, elements), async (html) => {
        const once = await write(html);
        expect(await write(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['noscript', 'template shadowrootmode="open"'])(
    'puts the link before a <%s> without an end tag',
    async (open) => {
      const once = await write(
        `<!doctype html><${open}><messenger-card name="heron"></messenger-card>`,
      );
      expect(once.startsWith(`<!doctype html>${link}<${open}><messenger-card`)).toBe(true);
      expect(await write(once)).toBe(once);
    },
  );

  it('writes the whole card into the element and links the stylesheet in it and in the head', async () => {
    const html = `<!doctype html><html><head><meta charset="utf-8"></head><body>${card}</body></html>`;
    const result = await write(html);
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
    ['a fragment', '<p>', `<p>${link}`],
    ['a fragment with the link', `${link}<p>`, `${link}<p>`],
    [
      'a link of an earlier version',
      '<head><link href="/old/sealmark.0123456789ab.css" title=a rel=stylesheet></head>',
      `<head><link href="/${stylesheet().name}" title=a rel=stylesheet></head>`,
    ],
  ])('links the stylesheet once: %s', async (_case, before, after) => {
    expect((await write(before + card)).startsWith(`${after}<messenger-card`)).toBe(true);
  });

  it('keeps the markup small', async () => {
    const result = await write(card);
    expect(result).not.toMatch(/<!--|<\?|<style|defer-hydration|class=""|style=|=""|\n| >|<\/\w+ /);
    expect(result).not.toMatch(/class="(?: |[^"]* (?: |"))/);
  });

  it('reads a line break in a template as layout, and in a value as a space', async () => {
    const result = await write(card);
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
    const result = await write(card, { content: { card: () => hostile } });
    expect(result).not.toMatch(/<img|<script|javascript:|<!--/);
    expect(result).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('honors layout, heading level and open', async () => {
    const html =
      '<messenger-card name="heron" layout="compact" heading-level="2" open></messenger-card>';
    const result = await write(html);
    expect(result).toContain('<article class="card compact ready partial"');
    expect(result).toContain('<h2 part="name">');
    expect(result).toMatch(/<details class="downloads"[^>]* open>/);
    expect(result).not.toContain('<dl');
  });

  it.each([
    ['its own', '<html lang="en"><messenger-card lang="fr" name="heron"></messenger-card>'],
    [
      'the nearest above it',
      '<html lang="en"><div lang="fr"><p><messenger-card name="heron"></messenger-card>',
    ],
    [
      'that of the place in the root of another element',
      '<x-y lang="fr"><template shadowrootmode="open"><messenger-card name="heron"></messenger-card></template></x-y>',
    ],
  ])('speaks the language of %s', async (_case, html) => {
    const result = await write(html);
    expect(result).toContain('16 sept. 2022');
    // Inside of the card, content in English says so.
    const around = result.replace(/<article.*?<\/article>/gs, '');
    expect(around.match(/lang=/g)).toHaveLength(html.match(/lang=/g)?.length ?? 0);
  });

  it.each([
    ['messenger-card name="heron"', 'article'],
    ['audit-badge date="2017"', 'details'],
    ['audit-badge looked="2022-09-16"', 'div'],
  ])('names English where <%s> speaks it in a place that is not spoken', async (start, root) => {
    const [tag] = start.split(' ');
    const result = await write(
      `<p lang="it"><${start}></${tag}><p lang="en-GB"><${start}></${tag}>`,
    );
    expect(
      result
        .match(/<template[^>]*><link[^>]*><\w+( lang="\w+")?/g)
        ?.map((text) => text.replace(/.*</, '')),
    ).toEqual([`${root} lang="en"`, root]);
  });

  it('reads a list of downloads from its children and keeps them', async () => {
    const inside =
      '<ul><li><a data-platform="linux" href="/get">A <b>package</b></a></ul><a href="/x">else</a>';
    const result = await write(
      `<downloads-dropdown label="Get it">${inside}</downloads-dropdown>`,
      options,
    );
    expect(result).toMatch(/<ul class="stores">.*Linux.*A package.*<bdi>/);
    expect(result).toContain('Get it<span class="chevron">');
    expect(result).not.toContain('else</bdi>');
    expect(result.endsWith(`</template>${inside}</downloads-dropdown>`)).toBe(true);
  });

  it('keeps what a link says of itself, and takes its words from a picture', async () => {
    const result = await write(
      '<downloads-dropdown><a data-platform="Linux" href="/heron.txt" download hreflang="de" title="Needs FUSE."><img alt="AppImage"><span hidden>secret</span></a></downloads-dropdown>',
      options,
    );
    expect(result).toContain(
      '<a href="/heron.txt" rel="noopener noreferrer" download hreflang="de"><span>Linux</span> <bdi>AppImage</bdi> <bdi>/heron.txt</bdi> <bdi>Needs FUSE.</bdi></a>',
    );
    expect(result.split('</template>')[0]).not.toContain('secret');
  });

  it('takes the children for words of the place, and names those of another language', async () => {
    const result = await write(
      '<div lang="de"><downloads-dropdown><a data-platform="linux" href="/get">Paket</a><p lang="fr"><a data-platform="ios" href="/ios">Magasin</a></p></downloads-dropdown></div>',
      options,
    );
    expect(result).toContain('<bdi>Paket</bdi>');
    expect(result).toContain('<bdi lang="fr">Magasin</bdi>');
  });

  it('reads an audit from attributes, and its words from the children', async () => {
    const plain = await write(
      '<audit-badge date="2017" auditor="Egret Labs" scope="client"></audit-badge>',
      options,
    );
    expect(plain).toContain('<b>App audited 2017</b>');
    const worded = await write('<audit-badge date="2017">Read in 2017</audit-badge>', options);
    expect(worded).toContain('<b><bdi><slot></slot></bdi></b>');
  });

  it('renews a root that stands there', async () => {
    const old = await write(card, {
      ...options,
      content: { card: () => ({ ...heron, name: 'Old' }) },
    });
    expect(await write(old)).toBe(await write(card));
  });

  it('leaves templates, comments and scripts alone, and finds what scripting off shows', async () => {
    const html = `<template>${card}</template><!--${card}--><script>${card}</script>`;
    expect(await write(html)).toBe(html);
    expect(await write(`<noscript>${card}</noscript>`)).toContain(
      `<noscript>${link}<messenger-card name="heron"><template`,
    );
  });

  it('keeps children, which fill the slots of the root', async () => {
    const inside =
      '<b slot="actions">Mine</b>\n<p>Fallback<audit-badge date="2017"></audit-badge></p>';
    const result = await write(`<messenger-card name="heron">${inside}</messenger-card>`);
    expect(without(result)).toBe(`<messenger-card name="heron">${inside}</messenger-card>`);
    expect(result).toContain('<slot name="actions"');
    expect(result.match(/<template/g)).toHaveLength(2);
  });

  it('gives the stylesheet, and the policy that the result needs', async () => {
    const here = await prerender(card, options);
    expect(here.assets).toEqual([stylesheet()]);
    expect(here.policy).toBe("default-src 'none'; style-src 'self'");
    const there = await prerender(card, { ...options, base: 'https://cdn.example/cards' });
    expect(there.policy).toBe("default-src 'none'; style-src https://cdn.example");
    expect(there.html).toContain(`href="https://cdn.example/cards/${stylesheet().name}"`);
    const none = await prerender('<p>', options);
    expect(none).toEqual({ html: '<p>', assets: [], warnings: [], policy: "default-src 'none'" });
  });

  it('reads pages of many thousand cards, and deep ones, in a straight line', async () => {
    const page = `<p>${'words '.repeat(100)}</p>\n${card}\n`.repeat(5000);
    const result = await write(page);
    expect(result.match(/<bdi>Heron<\/bdi>/g)).toHaveLength(5000);
    expect(without(result)).toBe(page);
    const deep = '<div>'.repeat(5000) + card;
    expect(without(await write(deep))).toBe(deep);
    expect(await write(deep)).toContain('<bdi>Heron</bdi>');
  });

  it('asks for equal cards once', async () => {
    const asked: string[] = [];
    const counting = { card: (name: string) => (asked.push(name), heron) };
    const render = createPrerenderer({ content: counting });
    await Promise.all([render(card + card), render(card)]);
    await render(`${card}<messenger-card name="heron" layout="compact"></messenger-card>`);
    expect(asked).toEqual(['heron', 'heron']);
  });

  it('mixes nothing up when it runs twice at the same time', async () => {
    const slow = { card: async (name: string) => ({ ...wren, name: `Slow ${name}` }) };
    const [a, b] = await Promise.all([write(card, { content: slow }), write(card)]);
    expect(a).toContain('<bdi>Slow heron</bdi>');
    expect(b).toContain('<bdi>Heron</bdi>');
    expect(getContentSource()).toBeUndefined();
  });

  it('takes our own addresses from the content source', async () => {
    const href = (kind: string, id?: string) => (kind === 'sources' ? `/sources/${id}` : undefined);
    const result = await write(card, { content: { ...content, href } });
    expect(result).toContain('<a href="/sources/heron" rel="noopener noreferrer">12 sources</a>');
    expect(result).toContain('<li>Kinds of networks</li>');
  });
});

describe('what cannot be rendered', () => {
  it.each([
    [
      '<p>\n  <messenger-card name="herom"></messenger-card>',
      'There is no entry “herom”. Did you mean “heron”?',
    ],
    [
      '<p>\n  <messenger-card name="something-else"></messenger-card>',
      'There is no entry “something-else”.',
    ],
    [
      '<p>\n  <messenger-card name="heron"><template shadowrootmode="open">',
      'The root that stands in it has no end tag.',
    ],
    ['<p>\n  <messenger-card></messenger-card>', 'It has neither a name nor a src.'],
    [
      '<p>\n  <messenger-card src="https://x.example/y.json"></messenger-card>',
      '“https://x.example/y.json” is not a local file, so it is left to the browser.',
    ],
    [
      '<p>\n  <downloads-dropdown></downloads-dropdown>',
      'It has no links with data-platform and href to list.',
    ],
    [
      '<p>\n  <audit-badge></audit-badge>',
      'It says nothing of an audit: give it a date, an auditor, an href, or the day you looked.',
    ],
  ])('stays as it is and is told with its place: %s', async (html, message) => {
    expect(await write(html)).toBe(html);
    const [warning] = await warningsOf(html, { file: 'page.html' });
    expect(warning).toMatchObject({ file: 'page.html', line: 2, column: 3, message });
  });

  it.each([
    ['a comment', `<p>\r\n<!--\r\n ${card} -->`, 3, 2],
    ['a template', `<p>\n<template>\n <p>${card}</template>`, 3, 5],
    ['an attribute', `<p>\n<a title='${card}'>`, 2, 11],
    ['<textarea>', `<p>\n<textarea>a\n  ${card}</textarea>`, 3, 3],
    ['<title>', `<title>${card}</title>`, 1, 8],
    ['SVG or MathML', `<svg>\n${card}</svg>`, 2, 1],
  ])('is no element, and told of, in %s', async (where, html, line, column) => {
    expect(await write(html)).toBe(html);
    const message = `It stands in ${where}, and is left as it is.`;
    expect(await warningsOf(html, { file: 'page.html' })).toEqual([
      { file: 'page.html', element: 'messenger-card', line, column, message, inert: true },
    ]);
  });

  it('stays as it is without an end tag, so that it does not hide what follows', async () => {
    const html = '<messenger-card name="heron"/>\n<p>The rest of the page';
    expect(await write(html)).toBe(html);
    expect(await warningsOf(html)).toMatchObject([
      { line: 1, message: expect.stringContaining('It has no end tag') },
    ]);
  });

  it('tells what a content source throws, and what is no record', async () => {
    const failing = { card: () => Promise.reject(new Error('Disk full')) };
    expect((await warningsOf(card, { content: failing }))[0]?.message).toBe(
      '“heron” could not be read: Disk full',
    );
    const strange = { card: () => ({ a: 1 }) as never };
    expect((await warningsOf(card, { content: strange }))[0]?.message).toContain(
      'is not the record of a card',
    );
  });

  it('does not keep the others from being rendered', async () => {
    const html = `<messenger-card name="nope"></messenger-card>${card}`;
    expect(await write(html)).toContain('<bdi>Heron</bdi>');
  });
});
