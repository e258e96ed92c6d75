import { css } from '@lit/reactive-element/css-tag.js';

/**
 * One octagon, told apart by shape: `full` yes or met, `open` the protocol only, `half` in part, `no`,
 * `unknown`, `alert` a notice. It is drawn in `--_evidence` and `--_quiet`, cut in `--_cut`.
 */
export const glyphs = css`
  .glyph {
    position: relative;
    display: inline-block;
    flex: none;
    inline-size: 1.0625rem;
    block-size: 1.0625rem;
    background: currentColor;
    clip-path: polygon(30% 6%, 70% 6%, 94% 30%, 94% 70%, 70% 94%, 30% 94%, 6% 70%, 6% 30%);
    color: var(--_evidence);
    vertical-align: -0.16em;
    print-color-adjust: exact;
  }

  .glyph::before,
  .glyph::after {
    position: absolute;
    inset: 0;
  }

  .open::before,
  .half::before,
  .no::before,
  .unknown::before {
    content: '';
    background: var(--_cut);
    clip-path: inherit;
    scale: 0.79;
  }

  .full::after,
  .open::after {
    content: '';
    inset: 24% 38% 34% 36%;
    border: solid var(--_cut);
    border-width: 0 1.75px 1.75px 0;
    rotate: 42deg;
  }

  .open::after {
    border-color: currentColor;
  }

  .half::before {
    background: linear-gradient(var(--_cut) 50%, currentColor 0);
  }

  .no::after {
    content: '';
    inset: 45% 30%;
    background: currentColor;
  }

  .no,
  .unknown {
    color: var(--_quiet);
  }

  /* Gaps, and not a gradient: Firefox prints neither conic ones nor any that has transparent parts. */
  .unknown::after {
    content: '';
    background: var(--_cut);
    clip-path: polygon(
      50% 50%, 63% 0, 79% 0, 50% 50%, 100% 21%, 100% 37%, 50% 50%, 100% 63%, 100% 79%, 50% 50%, 79% 100%, 63% 100%,
      50% 50%, 37% 100%, 21% 100%, 50% 50%, 0 79%, 0 63%, 50% 50%, 0 37%, 0 21%, 50% 50%, 21% 0, 37% 0
    );
  }

  .alert::after {
    content: '';
    inset: 24% 45%;
    background: var(--_cut);
    clip-path: polygon(0 0, 100% 0, 100% 62%, 0 62%, 0 78%, 100% 78%, 100% 100%, 0 100%);
  }

  @media (forced-colors: active) {
    .glyph {
      forced-color-adjust: none;
      color: CanvasText;
      --_cut: Canvas;
    }
  }
`;
