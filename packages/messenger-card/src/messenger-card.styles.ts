import { css } from '@sealmark/element-kit/draw.js';

/** The card: one axis, ruled lines, one solid thing. */
export const cardStyles = css`
  :host {
    display: block;
    content-visibility: auto;
    contain-intrinsic-size: auto 18rem auto 32rem;
    min-inline-size: min(100%, 12rem);
    max-inline-size: 100%;
    --_name: 1.5rem;
    --_plate-size: 3.5rem;
  }

  /*
   * The host is no container: one that is out of sight has no height in Firefox, whatever size it is given. A container has no
   * width of its own, and would vanish in a row, in a dialog or in a float of the page: it has that of a host out of sight.
   */
  .card {
    container-type: inline-size;
    contain-intrinsic-inline-size: 18rem;
    border: 1px solid var(--_line);
    border-block-start: 2px solid var(--_ink);
    border-radius: 0 0 var(--_radius) var(--_radius);
    background: var(--_surface);
  }

  .card > :not(:first-child, slot) {
    border-block-start: 1px solid var(--_line);
  }

  .compact {
    --_axis: 3.75rem;
    --_inset: 1rem;
    --_name: 1.25rem;
    --_plate-size: 2.75rem;
  }

  header {
    display: grid;
    grid-template-columns: var(--_axis) minmax(0, 1fr);
    align-items: start;
    padding: 1.25rem var(--_inset) 1.125rem;
  }

  .compact header {
    padding-block: 0.875rem;
  }

  .logo {
    display: grid;
    place-items: center;
    inline-size: var(--_plate-size);
    block-size: var(--_plate-size);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_plate);
  }

  .logo svg {
    inline-size: 60%;
    block-size: 60%;
  }

  .none {
    border-color: transparent;
    background: var(--_tint);
    color: var(--_quiet);
    font-size: 1.5rem;
    font-weight: 700;
  }

  .title > p:not([class]) {
    margin-block-start: 0.375rem;
  }

  ::slotted(a) {
    color: var(--_evidence);
  }

  ::slotted([slot='logo']) {
    max-inline-size: var(--_plate-size);
    max-block-size: var(--_plate-size);
  }

  [part='name'] {
    margin: 0;
    font-size: var(--_name);
    line-height: 1.15;
  }

  small {
    color: var(--_quiet);
    font-size: 1.125rem;
    font-weight: 400;
  }

  .maker {
    margin-block-start: 0.125rem;
    color: var(--_quiet);
  }

  .summary {
    max-inline-size: 34em;
    margin-block-start: 0.75rem;
    font-size: 1.125rem;
    text-wrap: pretty;
  }

  .compact .summary {
    margin-block-start: 0.25rem;
    font-size: 1rem;
  }

  .summary > * + * {
    margin-block-start: 0.5rem;
  }

  .summary ul,
  .summary ol {
    list-style: disc inside;
  }

  .summary ol {
    list-style: decimal inside;
  }

  .facts {
    padding-block: 0.5rem;
  }

  .facts > div {
    display: grid;
    grid-template-columns: var(--_axis) minmax(0, 1fr) fit-content(42%);
    align-items: baseline;
    padding: 0.375rem var(--_inset);
  }

  .src {
    padding-inline-start: 1rem;
    color: var(--_quiet);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .src time,
  footer time {
    white-space: nowrap;
  }

  .src a {
    padding-block: 0.3rem;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.875rem;
  }

  .links li,
  .links a,
  footer a {
    padding-block: 0.1875rem;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    align-items: baseline;
    padding: 0.5rem var(--_inset);
    border-radius: 0 0 calc(var(--_radius) - 1px) calc(var(--_radius) - 1px);
    background: var(--_tint);
    color: var(--_quiet);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    --_cut: var(--_tint);
  }

  footer > :first-child {
    margin-inline-end: auto;
  }

  .seal {
    clip-path: polygon(
      28% 3%,
      72% 3%,
      94% 25%,
      25% 25%,
      25% 54%,
      66% 54%,
      66% 66%,
      3% 66%,
      3% 28%,
      28% 3%,
      72% 97%,
      28% 97%,
      6% 75%,
      75% 75%,
      75% 46%,
      34% 46%,
      34% 34%,
      97% 34%,
      97% 72%,
      72% 97%
    );
    vertical-align: -0.24em;
  }

  footer .alert {
    color: inherit;
  }

  footer .glyph {
    margin-inline-end: 0.4rem;
  }

  :host(:state(stale)) .card {
    border-block-start-color: var(--_caution);
  }

  :host(:state(stale)) footer {
    background: var(--_caution-tint);
    color: var(--_caution);
    --_cut: var(--_caution-tint);
  }

  .notice {
    background: var(--_tint);
    --_cut: var(--_tint);
  }

  .notice .label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    align-self: start;
    color: var(--_ink);
  }

  .caution {
    background: var(--_caution-tint);
    --_cut: var(--_caution-tint);
  }

  .caution .label,
  .caution .glyph {
    color: var(--_caution);
  }

  .alarm {
    background: var(--_alarm-tint);
    --_cut: var(--_alarm-tint);
  }

  .alarm .label,
  .alarm .glyph {
    color: var(--_alarm);
  }

  .removed,
  .error {
    border-block-start-color: var(--_alarm);
  }

  .blanks i {
    display: block;
    block-size: 1px;
    margin-block: 0.75rem;
    background: var(--_line);
  }

  .blanks i:nth-child(3n) {
    inline-size: 62%;
  }

  button {
    min-block-size: 1.75rem;
    padding-inline: 0.625rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: none;
    color: var(--_evidence);
    font: inherit;
    cursor: pointer;
  }

  .compact summary {
    grid-template-columns: minmax(0, 1fr) auto;
    min-block-size: 2.75rem;
  }

  .compact summary > * {
    grid-row: 1;
  }

  .compact summary > .label,
  .compact > .audits > .label,
  .compact .open ~ .aside,
  .compact .half ~ .aside {
    display: none;
  }

  .compact .notice,
  .compact .panel,
  .compact .audits.row {
    grid-template-columns: minmax(0, 1fr);
  }

  @container (width < 36rem) {
    .card > * {
      --_inset: 1rem;
    }

    .card:not(.compact) header {
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: 0.875rem;
    }

    .card:not(.compact) header > div {
      display: contents;
    }

    .card:not(.compact) .title {
      padding-block-start: 0.125rem;
    }

    .card:not(.compact) .summary {
      grid-column: 1 / -1;
    }

    .facts > div {
      grid-template-columns: fit-content(60%) minmax(7rem, 1fr);
      padding-block: 0.5rem;
    }

    dt {
      padding-inline-end: 0;
      font-size: 0.875rem;
    }

    .src {
      padding-inline-start: 0.5rem;
    }

    dd:not(.src) {
      grid-row: 2;
      grid-column: 1 / -1;
    }

    .row:not(.notice) > .label {
      font-size: 0.875rem;
    }

    [part='links'] > .label,
    .word {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .card,
    .card > *,
    .logo {
      border-color: CanvasText;
    }

    .logo,
    .blanks i {
      forced-color-adjust: none;
    }

    .blanks i {
      background: CanvasText;
    }

    .notice {
      border-inline-start: 4px solid;
    }

    .notice .glyph,
    footer .glyph {
      color: CanvasText;
    }
  }

  @media print {
    .card > *,
    .facts > div {
      break-inside: avoid;
    }
  }
`;
