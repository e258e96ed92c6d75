import { css } from '@sealmark/element-kit/draw.js';

/** The list of downloads, wherever it stands. */
export const downloadsStyles = css`
  .button {
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
    grid-template-columns: 5.5rem minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    align-items: baseline;
    padding-block: 0.4375rem;
    color: inherit;
    text-decoration: none;
  }

  .stores span + bdi {
    color: var(--_evidence);
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }

  .stores bdi + bdi,
  .stores a::after {
    color: var(--_quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }

  /* What is to be known of a download stands under its words, and so does its address on paper. */
  .stores bdi + bdi + bdi,
  .stores a::after {
    grid-column: 2 / -1;
  }

  .stores li + li:not(.same, .own, .own + *) a {
    border-block-start: 1px solid var(--_line);
  }

  .stores li:hover,
  .stores .own {
    background: var(--_tint);
  }

  .stores .own {
    font-weight: 700;
  }

  /* A phone has no room for words and host side by side. */
  @container (width < 24rem) {
    .stores bdi + bdi {
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
`;
