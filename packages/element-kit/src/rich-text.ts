import type { Block, Inline } from '@sealmark/schema';
import { safeUrl } from './links.ts';
import { html } from './template.ts';

/** Renders a tree of rich text. What it does not know it shows as its words alone. */
export function richText(blocks: readonly Block[]): unknown {
  return blocks.map((block) =>
    block.type === 'list'
      ? block.ordered
        ? html`<ol>${items(block.items)}</ol>`
        : html`<ul>${items(block.items)}</ul>`
      : html`<p>${inlines(block.children)}</p>`,
  );
}

const items = (list: readonly Inline[][]) => list.map((item) => html`<li>${inlines(item)}</li>`);

const inlines = (children: readonly Inline[]): unknown => children.map(inline);

function inline(node: Inline): unknown {
  if (typeof node === 'string') return node;
  if (node.type === 'code') return html`<code>${node.text}</code>`;
  const words = inlines(node.children);
  if (node.type === 'link') return link(node.url, words);
  if (node.type === 'strong') return html`<strong>${words}</strong>`;
  return node.type === 'emphasis' ? html`<em>${words}</em>` : words;
}

/** A link to an address that `safeUrl` lets stand; its words alone where it does not. */
export function link(address: string | undefined, words: unknown): unknown {
  const url = safeUrl(address);
  return url ? html`<a href=${url} rel="noopener noreferrer">${words}</a>` : words;
}
