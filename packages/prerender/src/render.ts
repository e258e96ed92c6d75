import { LitElementRenderer } from '@lit-labs/ssr';
import { elements, type Tag } from './elements.ts';
import { markup } from './markup.ts';

/** What an element is rendered from. */
export interface Source {
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, string>;
  readonly lang: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The attributes that an element of ours reads. */
export function attributesOf({ tag, attributes }: Pick<Source, 'tag' | 'attributes'>) {
  const read = elements[tag].observedAttributes;
  return [...attributes].filter(([name]) => read.includes(name) && name !== 'lang');
}

/** The markup of an element's shadow root, without styles. Empty where it has nothing to show. */
export function renderRoot(source: Source): string {
  const { tag, lang, properties } = source;
  const renderer = new LitElementRenderer(tag);
  for (const [name, value] of attributesOf(source)) renderer.setAttribute(name, value);
  if (lang) renderer.setAttribute('lang', lang);
  for (const [name, value] of Object.entries(properties)) renderer.setProperty(name, value);
  renderer.connectedCallback();
  const element = renderer.element as unknown as { render(): unknown };
  return markup(element.render());
}
