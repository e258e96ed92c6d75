import { propertiesOf } from './manifest.ts';

/**
 * What somebody copies to have on a page of their own what stands in a place: markup without what holds anyway, and a
 * script for what markup cannot say.
 *
 * @param entries the names of the entries that `@sealmark/messengers` has.
 */
export function codeOf(place: Element, entries: readonly string[] = []): string {
  const elements = [...place.querySelectorAll('*')].filter(isOurs);
  if (elements.length === 0) return markupOf(place);
  const tags = [...new Set(elements.map(({ localName }) => localName))];
  const names = new Set(elements.map(entryOf).filter((name) => name !== undefined));
  const imports = tags.map((tag) => `import '@sealmark/${tag}/define.js';`);
  if (names.size) imports.push(`import { setContentSource } from '@sealmark/element-kit';`);
  const setters = tags.map((tag) =>
    settersOf(elements.filter(({ localName }) => localName === tag)),
  );
  const script = [
    imports,
    names.size ? sourceOf(entries.filter((name) => names.has(name))) : [],
    ...setters,
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .replaceAll(/^(?=.)/gm, '  ');
  return `${markupOf(place)}\n\n<script type="module">\n${inScript(script)}\n</script>`;
}

const isOurs = ({ localName }: Element) => propertiesOf(localName).length > 0;

const valueOf = (element: Element, property: string): unknown => element[property as keyof Element];

/** The markup of a place, without Lit's markers. */
function markupOf(place: Element): string {
  const copy = place.cloneNode(true) as Element;
  const walk = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const markers: Comment[] = [];
  while (walk.nextNode()) markers.push(walk.currentNode as Comment);
  for (const marker of markers) marker.remove();
  for (const element of copy.querySelectorAll('*')) {
    for (const { attribute, type, initial } of propertiesOf(element.localName)) {
      if (!attribute || type === 'boolean') continue;
      const value = element.getAttribute(attribute);
      if (value === '' || value === initial) element.removeAttribute(attribute);
    }
  }
  const markup = copy
    .getHTML()
    // What an element of ours still has without a value says yes.
    .replaceAll(/<[a-z]+-[^>]*>/g, (tag) => tag.replaceAll('=""', ''))
    .replaceAll(/>(?=<[a-z]+-)/g, '>\n');
  return evened(markup);
}

/** Moves lines to the left by what all but the first begin with. */
function evened(text: string): string {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim());
  const indent = Math.min(...rest.map((line) => line.search(/\S/)));
  return [first, ...rest.map((line) => line.slice(indent))].join('\n').trim();
}

/** The entry that a card asks the page's content source for. */
function entryOf(element: Element): string | undefined {
  const given = ['messenger', 'src', 'content'].some(
    (name) => valueOf(element, name) !== undefined,
  );
  return element.localName === 'messenger-card' && !given
    ? (element.getAttribute('name') ?? undefined)
    : undefined;
}

/** Lets cards find these entries, and know that there is no other. */
const sourceOf = (names: readonly string[]): string[] => [
  ...(names.length
    ? [
        'const entries = new Map([',
        ...names.map(
          (name) => `  ['${name}', () => import('@sealmark/messengers/cards/${name}')],`,
        ),
        ']);',
      ]
    : ['const entries = new Map();']),
  'setContentSource({ card: async (name) => (await entries.get(name)?.())?.default });',
];

/** Sets the properties that elements of a kind have, and that no attribute can say. */
function settersOf(elements: readonly Element[]): string[] {
  const { localName: tag } = elements[0] as Element;
  const word = tag.slice(tag.indexOf('-') + 1);
  const one = elements.length === 1;
  const lines = elements.flatMap((element, index) => {
    const variable = one ? word : `${word}s[${index}]`;
    return propertiesOf(tag)
      .filter(({ name, attribute }) => !attribute && valueOf(element, name) !== undefined)
      .map(({ name, type }) => setterOf(`${variable}.${name}`, type, valueOf(element, name)));
  });
  if (lines.length === 0) return [];
  const found = one
    ? `const ${word} = document.querySelector('${tag}');`
    : `const ${word}s = document.querySelectorAll('${tag}');`;
  return [found, ...lines];
}

/** Sets a property where its value is data; what does something is the page's own. */
function setterOf(property: string, type: string, value: unknown): string {
  let isData = true;
  const text = JSON.stringify(
    value,
    (_, inner: unknown) => {
      isData &&= typeof inner !== 'function';
      return inner;
    },
    2,
  );
  return isData ? `${property} = ${text};` : `// ${property}: a ${type} of your own`;
}

/** Text that cannot end the script in which it stands, nor begin a comment of HTML there. */
const inScript = (text: string) => text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');
