import { directionOf } from '@sealmark/element-kit';
import type { Decorator } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { useEffect } from 'storybook/preview-api';
import { pretendForcedColors } from './pretend-forced-colors.ts';

/** What a story is shown in: a page of another site, a scheme, a language, a direction, a width, forced colors. */
export const stage: Decorator = (story, { globals, canvasElement, id }) => {
  const {
    scheme,
    site,
    language = '',
    direction,
    width,
    colors,
  } = globals as Record<string, string>;
  useEffect(
    () => (colors === 'forced' ? pretendForcedColors(canvasElement) : undefined),
    [colors, id],
  );
  const dir = direction === 'language' ? directionOf(language) : direction;
  return html`<div
    class="stage ${site} ${scheme} ${colors}"
    lang=${language === 'en' ? nothing : language}
    dir=${dir}
  >
    <div class="column" style="max-inline-size: ${width}">${story()}</div>
  </div>`;
};
