import { LitElementRenderer } from '@lit-labs/ssr';
import { isSameLanguage, type Locale } from '@sealmark/element-kit';
import { elements, type Tag } from './elements.ts';
import { markup } from './markup.ts';

/** What an element is rendered from. */
export interface Source {
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, string>;
  readonly lang: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What an element of ours tells a renderer. */
interface Rendered {
  /** Whether a card has read its record. */
  readonly ready: boolean;
  readonly locale: Locale;
  render(): unknown;
}

/** The attributes that an element of ours reads. */
export function attributesOf({ tag, attributes }: Pick<Source, 'tag' | 'attributes'>) {
  const read = elements[tag].observedAttributes;
  return [...attributes].filter(([name]) => read.includes(name) && name !== 'lang');
}

/** The markup of an element's shadow root, without styles; `undefined` for a card that was given no record. */
export function renderRoot(source: Source): string | undefined {
  const { tag, lang, properties } = source;
  const renderer = new LitElementRenderer(tag);
  for (const [name, value] of attributesOf(source)) renderer.setAttribute(name, value);
  if (lang) renderer.setAttribute('lang', lang);
  for (const [name, value] of Object.entries(properties)) renderer.setProperty(name, value);
  renderer.connectedCallback();
  const element = renderer.element as unknown as Rendered;
  if (tag === 'messenger-card' && !element.ready) return undefined;
  const html = markup(element.render());
  const { language, place } = element.locale;
  // Words in another language than the place name it, as where a browser draws.
  return isSameLanguage(language, place) ? html : html.replace(/<\w+/, `$& lang="${language}"`);
}
