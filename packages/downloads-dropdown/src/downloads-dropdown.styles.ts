import { css } from '@sealmark/element-kit/draw.js';

/** The dropdown by itself: a ruled line. */
export const dropdownStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .downloads {
    border: 1px solid var(--_line);
    border-block-start: 2px solid var(--_ink);
    border-radius: 0 0 var(--_radius) var(--_radius);
    background: var(--_surface);
  }

  /* In the column of a journal one thing stands under the other, or words would break at every other letter. */
  @container (width < 18rem) {
    summary,
    .lead,
    .stores a,
    .stores a > * {
      display: block;
    }

    .button {
      inline-size: max-content;
      margin-block: 0.375rem;
    }
  }
`;
