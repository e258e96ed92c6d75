import { css } from '@sealmark/element-kit/draw.js';

/** The list of downloads, wherever it stands. */
export const downloadsStyles = css`
  .button {
    display: inline-flex;
    gap: 0.625rem;
    align-items: center;
    min-block-size: 2.25rem;
    padding-inline: 0.875rem;
    border-radius: var(--_radius);
    background: var(--_ink);
    color: var(--_surface);
    font-size: 0.9375rem;
    font-weight: 700;
    line-height: 1;
  }

  summary:hover .button {
    background: var(--_evidence);
  }

  .stores li {
    margin-inline: -0.75rem;
    padding-inline: 0.75rem;
  }

  .stores a {
    display: grid;
    grid-template-columns: 6rem minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    align-items: baseline;
    padding-block: 0.4375rem;
    border-block-start: 1px solid var(--_line);
    color: inherit;
    text-decoration: none;
  }

  .stores li:hover {
    background: var(--_tint);
  }

  .stores a > :nth-child(2) {
    color: var(--_evidence);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .stores a:hover > :nth-child(2) {
    text-decoration-thickness: 2px;
  }

  .stores bdi {
    color: var(--_quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }

  .stores li:first-child a,
  .stores .same a,
  .stores .own a,
  .stores .own + li a {
    border: 0;
  }

  .stores .own {
    background: var(--_tint);
    font-weight: 700;
  }

  .stores + .fine {
    margin-block-start: 0.625rem;
  }

  @container (width < 35.8rem) {
    .button {
      grid-row: 1 / 3;
      grid-column: 2;
      padding-inline: 0.75rem;
      gap: 0.5rem;
    }

    .stores a {
      grid-template-columns: 5rem minmax(0, 1fr) auto;
      column-gap: 0.5rem;
    }
  }

  /* A phone has no room for words and host side by side. */
  @container (width < 24rem) {
    .stores a {
      grid-template-columns: 5rem minmax(0, 1fr);
    }

    .stores bdi {
      grid-column: 2;
    }
  }

  @media (forced-colors: active) {
    .button {
      border: 1px solid ButtonBorder;
    }

    .own {
      outline: 1px solid CanvasText;
    }
  }

  @media print {
    .button {
      display: none;
    }

    .stores a::after {
      grid-column: 1 / -1;
      font-weight: 400;
    }
  }
`;
