import { css } from '@sealmark/element-kit/draw.js';

/** The list of audits, wherever it stands. */
export const auditsStyles = css`
  .audits li {
    display: grid;
    grid-template-columns: 3.25rem minmax(0, 1fr);
    padding-block: 0.625rem;
    border-block-start: 1px solid var(--_line);
  }

  .audits li:last-child {
    padding-block-end: 0;
  }

  .year {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .old .year {
    color: var(--_caution);
  }
`;
