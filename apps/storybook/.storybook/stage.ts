import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';

/** What a story is shown in: a page of another site, a scheme, a direction, a width. */
export const stage: Decorator = (story, { globals }) => {
  const { scheme, site, direction, width } = globals as Record<string, string>;
  return html`<div class="stage ${site} ${scheme}" dir=${direction}>
    <div class="column" style="max-inline-size: ${width}">${story()}</div>
  </div>`;
};
