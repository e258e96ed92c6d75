import type { ElementDeclaration } from './elements.ts';

/** Writes the types of a framework: the text of a module that makes its templates know the elements. */
type Framework = (elements: readonly ElementDeclaration[]) => string;

/** The types of the properties that an element adds to what it inherits, with what they say of themselves. */
const own = ({ name }: ElementDeclaration) =>
  `{ [Name in Exclude<keyof ${name}, keyof LitElement>]?: ${name}[Name] | undefined }`;

/** Attributes that have another name than their property. */
const renamed = ({ attributes = [] }: ElementDeclaration, prefix = '') =>
  attributes
    .filter(({ name, fieldName }) => prefix || name !== fieldName)
    .map(
      ({ name, description, type }) =>
        `  /** ${description} */\n  '${prefix}${name}'?: ${attribute(type?.text)} | undefined;\n`,
    )
    .join('');

/** What may be written for an attribute: also a number as text, and an empty text for yes. */
const attribute = (given = 'string', type = given.replace(' | undefined', '')) =>
  /boolean/.test(type) ? `${type} | ''` : /number/.test(type) ? `${type} | \`\${number}\`` : type;

const listeners = ({ events = [] }: ElementDeclaration, nameOf: (event: string) => string) =>
  events
    .map(
      ({ name, description }) =>
        `  /** ${description} */\n  '${nameOf(name)}'?: ((event: HTMLElementEventMap['${name}']) => void) | undefined;\n`,
    )
    .join('');

/** The lines that all modules start with. */
const imports = (elements: readonly ElementDeclaration[]) =>
  `import type { LitElement } from 'lit';\nimport type { ${elements.map(({ name }) => name).join(', ')} } from './index.js';\n`;

/** The types of what is written on each tag, as `<Name>Props`. */
const props = (
  elements: readonly ElementDeclaration[],
  more: (element: ElementDeclaration) => string,
) =>
  elements
    .map(
      (element) =>
        `\n/** What \`<${element.tagName}>\` takes. */\nexport type ${element.name}Props = ${own(element)} & {\n${more(element)}};\n`,
    )
    .join('');

const tags = (
  elements: readonly ElementDeclaration[],
  type: (element: ElementDeclaration) => string,
) => elements.map((element) => `      '${element.tagName}': ${type(element)};\n`).join('');

/**
 * React 19 and Preact: properties where the element has them, listeners as `on` and the event's name.
 *
 * @param deaf names that the framework takes on every tag, and never calls on an element like ours.
 */
const jsx =
  (module: string, base: string, more: string, ...deaf: readonly string[]): Framework =>
  (elements) =>
    `import type * as jsx from '${module}';
${imports(elements)}${props(elements, (element) => renamed(element) + listeners(element, (name) => `on${name}`))}
type Tag<Element extends HTMLElement, Props> = Props & Omit<${base}<Element>, ${['keyof Props', ...deaf.map((name) => `'${name}'`)].join(' | ')}>${more};

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
${tags(elements, ({ name }) => `Tag<${name}, ${name}Props>`)}    }
  }
}
`;

const solid: Framework = (elements) =>
  `import type { JSX } from 'solid-js';
${imports(elements)}${props(elements, (element) => {
    const { name, members = [] } = element;
    const properties = members
      .filter(({ kind }) => kind === 'field')
      .map(
        (member) =>
          `  /** ${member.description} */\n  'prop:${member.name}'?: ${name}['${member.name}'] | undefined;\n`,
      );
    return (
      properties.join('') +
      renamed(element, 'attr:') +
      renamed(element) +
      listeners(element, (event) => `on:${event}`)
    );
  })}
type Tag<Element extends HTMLElement, Props> = Props & Omit<JSX.HTMLAttributes<Element>, keyof Props>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${tags(elements, ({ name }) => `Tag<${name}, ${name}Props>`)}    }
  }
}
`;

const vue: Framework = (elements) =>
  `import type { HTMLAttributes, PublicProps } from 'vue';
${imports(elements)}${props(elements, (element) => renamed(element) + listeners(element, camelListener))}
type Tag<Element extends HTMLElement, Props> = new () => Element & {
  /** For the checks of templates alone: an element has no such property. */
  $props: Props & Omit<HTMLAttributes, keyof Props> & PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
${tags(elements, ({ name }) => `Tag<${name}, ${name}Props>`).replace(/^ {2}/gm, '')}  }
}
`;

/** What Vue makes of `@download-follow`: `onDownloadFollow`. */
const camelListener = (event: string) =>
  `on-${event}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const svelte: Framework = (elements) =>
  `import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}${props(elements, (element) => renamed(element) + listeners(element, (name) => `on${name}`))}
type Tag<Element extends HTMLElement, Props> = Props & Omit<HTMLAttributes<Element>, keyof Props>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags(elements, ({ name }) => `Tag<${name}, ${name}Props>`).replace(/^ {2}/gm, '')}  }
}
`;

/** The frameworks whose templates can know our elements, by the subpath that a user imports. */
export const frameworks: Record<string, Framework> = {
  react: jsx(
    'react',
    'jsx.HTMLAttributes',
    ' & jsx.RefAttributes<Element> & { class?: string | undefined }',
    // React listens for it on the tags of HTML that have it; `ontoggle` it hears everywhere.
    'onToggle',
  ),
  preact: jsx('preact', 'jsx.HTMLAttributes', ' & jsx.ClassAttributes<Element>'),
  solid,
  vue,
  svelte,
};
