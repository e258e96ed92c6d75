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
`;
