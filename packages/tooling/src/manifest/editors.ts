import { type ElementDeclaration, type Item, valuesOf } from './elements.ts';

/** What an editor shows of an element: its words, and a table of what it has beside attributes. */
function about(element: ElementDeclaration): string {
  const { description = '', slots, events, cssParts, cssStates, cssProperties } = element;
  const list = (title: string, items: readonly Item[] = [], show = (name: string) => name) =>
    items.length
      ? `\n\n**${title}**\n${items.map((item) => `\n- \`${show(item.name)}\`: ${item.description}`).join('')}`
      : '';
  return (
    description +
    list('Slots', slots, (name) => name || '(default)') +
    list('Events', events) +
    list('Parts', cssParts, (name) => `::part(${name})`) +
    list('States', cssStates, (name) => `:state(${name})`) +
    list('Custom properties', cssProperties)
  );
}

const markdown = (value: string) => ({ kind: 'markdown', value });

/** Custom data for HTML in VS Code: tags with their attributes and values. */
export const htmlData = (elements: readonly ElementDeclaration[]): unknown => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: markdown(about(element)),
    attributes: element.attributes?.map((attribute) => {
      const { name, description = '', type } = attribute;
      const values = valuesOf(attribute);
      return {
        name,
        description: markdown(description),
        ...(/boolean/.test(type?.text ?? '') && { valueSet: 'v' }),
        ...(values.length && { values: values.map((value) => ({ name: value })) }),
      };
    }),
  })),
});

/** Custom data for CSS in VS Code: the public custom properties. */
export const cssData = (elements: readonly ElementDeclaration[]): unknown => ({
  version: 1.1,
  properties: [
    ...new Map(
      elements
        .flatMap(({ cssProperties = [] }) => cssProperties)
        .map(({ name, description = '' }) => [name, { name, description: markdown(description) }]),
    ).values(),
  ],
});

/** Web types, for the editors of JetBrains. */
export const webTypes = (
  elements: readonly ElementDeclaration[],
  { name, version }: { readonly name: string; readonly version: string },
): unknown => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  'js-types-syntax': 'typescript',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: element.attributes?.map((attribute) => ({
          ...plain(attribute),
          ...(attribute.default && { default: attribute.default }),
          value: /boolean/.test(attribute.type?.text ?? '')
            ? { kind: 'no-value', type: 'boolean' }
            : { type: textType(attribute) },
        })),
        js: {
          properties: element.members
            ?.filter(({ kind }) => kind === 'field')
            .map(({ name: property, description, type }) => ({
              name: property,
              description,
              type: type?.text,
            })),
          events: element.events?.map(plain),
        },
        slots: element.slots?.map(plain),
        css: {
          parts: element.cssParts?.map(plain),
          properties: element.cssProperties?.map(plain),
        },
      })),
    },
  },
});

/** The type of what is written for an attribute, with the values that it is known to take beside any other text. */
function textType(attribute: Item): string {
  const type = attribute.type?.text.replace(' | undefined', '') ?? 'string';
  if (type !== 'string') return type;
  return [...valuesOf(attribute).map((value) => `'${value}'`), type].join(' | ');
}

const plain = ({ name, description }: Item) => ({ name, description });
