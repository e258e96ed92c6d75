import { css } from '@sealmark/element-kit/draw.js';

/** The badge by itself: a small plate on a line of text. */
export const badgeStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 26rem;
    vertical-align: top;
  }

  .row,
  summary {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2rem;
    padding: 0.1875rem 0.625rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  summary {
    border-color: var(--_edge);
  }

  summary:focus-visible {
    outline-offset: 2px;
  }

  /* The mark hangs before the lines: its width, and the space after it. */
  .lead {
    padding-inline: 1.5625rem 0;
    text-indent: -1.5625rem;
  }

  .aside {
    font-size: 0.875rem;
  }

  [open] > summary {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .panel {
    display: block;
    margin-block-start: -1px;
    padding: 0.25rem 0.875rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: 0 var(--_radius) var(--_radius);
    background: var(--_surface);
  }

  .audits li:first-child {
    border: 0;
  }
`;
