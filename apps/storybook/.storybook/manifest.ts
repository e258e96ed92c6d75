import type { InputType } from 'storybook/internal/types';
import auditBadge from '@sealmark/audit-badge/custom-elements.json' with { type: 'json' };
import downloadsDropdown from '@sealmark/downloads-dropdown/custom-elements.json' with { type: 'json' };
import messengerCard from '@sealmark/messenger-card/custom-elements.json' with { type: 'json' };

/** What the custom elements manifest says of one thing: an attribute, a slot, a part. */
interface Item {
  readonly name: string;
  readonly kind?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  /** The name of the attribute that sets a property. */
  readonly attribute?: string;
}

/** What it says of an element. */
interface Element {
  readonly name: string;
  readonly description?: string;
  readonly members?: readonly Item[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

interface Module {
  readonly declarations: readonly object[];
  readonly exports: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: { readonly name: string };
  }[];
}

const modules = [auditBadge, downloadsDropdown, messengerCard].flatMap(
  (manifest) => (manifest as unknown as { modules: Module[] }).modules,
);

function find(tag: string): Element | undefined {
  const definition = modules
    .flatMap((module) => module.exports)
    .find(({ kind, name }) => kind === 'custom-element-definition' && name === tag);
  const declarations = modules.flatMap((module) => module.declarations) as Element[];
  return declarations.find(({ name }) => name === definition?.declaration.name);
}

/** The description of an element, in Markdown. */
export function describe(tag: string): string | undefined {
  return find(tag)?.description;
}

/** The properties of an element of ours, each with the attribute that sets it; none of any other element. */
export function propertiesOf(tag: string) {
  const fields = find(tag)?.members?.filter(({ kind }) => kind === 'field') ?? [];
  return fields.map(({ name, attribute, type, default: initial }) => ({
    name,
    attribute,
    type: type?.text.replace(' | undefined', '') ?? '',
    /** What it is where nobody sets it, as an attribute would say it. */
    initial: initial?.replace(/^'(.*)'$/, '$1'),
  }));
}

/** The rows of an element's table, and the controls of its properties, by name. */
export function rows(tag: string): Record<string, InputType> {
  const element = find(tag);
  if (!element) return {};
  const fields = (element.members ?? []).filter(({ kind }) => kind === 'field');
  const table = (category: string, items: readonly Item[] = [], show = (name: string) => name) =>
    items.map(
      (item) => [`${category} ${item.name}`, row(item, category, show(item.name))] as const,
    );
  return Object.fromEntries([
    ...fields.map((item) => [item.name, property(item)] as const),
    ...table('slots', element.slots, (name) => name || '(default)'),
    ...table('events', element.events),
    ...table('states', element.cssStates, (name) => `:state(${name})`),
    ...table('parts', element.cssParts, (name) => `::part(${name})`),
    ...table('custom properties', element.cssProperties),
  ]);
}

function row(
  { description = '', type, default: initial }: Item,
  category: string,
  name: string,
): InputType {
  return {
    name,
    description,
    control: { disable: true },
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(initial && { defaultValue: { summary: initial } }),
    },
  };
}

/** A property, whose name in markup stands beside it where it has one. */
function property(item: Item): InputType {
  const { name, attribute, type } = item;
  const category = attribute ? 'attributes and properties' : 'properties';
  return {
    ...row(item, category, attribute && attribute !== name ? `${name}, ${attribute}` : name),
    ...control(type?.text ?? ''),
  };
}

function control(type: string): Pick<InputType, 'control' | 'options'> {
  const kinds = type
    .split('|')
    .map((kind) => kind.trim())
    .filter((kind) => kind !== 'undefined');
  if (kinds.every((kind) => /^'.*'$/.test(kind))) {
    return { control: { type: 'inline-radio' }, options: kinds.map((kind) => kind.slice(1, -1)) };
  }
  const plain = { boolean: 'boolean', number: 'number', string: 'text' } as const;
  return {
    control: { type: plain[type.replace(' | undefined', '') as keyof typeof plain] ?? 'object' },
  };
}
