import { css } from '@lit/reactive-element/css-tag.js';
import { tokens } from './generated/tokens.styles.ts';
import { glyphs } from './glyphs.styles.ts';

/** What every element of ours starts from: tokens, links, the axis of rows, disclosures, glyphs. */
export const base = [
  tokens,
  glyphs,
  css`
    :host {
      color: var(--_ink);
      font-size: 1rem;
      line-height: 1.45;
      text-align: start;
      white-space: normal;
      overflow-wrap: anywhere;
      --_cut: var(--_surface);
    }

    :host([hidden]) {
      display: none;
    }

    * {
      box-sizing: border-box;
    }

    /* Words that run the other way begin where those around them begin. Each engine knows one of the names. */
    [dir],
    bdi {
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }

    p,
    dl,
    dd,
    ul,
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    a {
      color: var(--_evidence);
      text-decoration-thickness: 1px;
      text-underline-offset: 0.2em;
      text-decoration-color: color-mix(in oklch, currentColor 40%, transparent);
    }

    a:hover {
      text-decoration-thickness: 2px;
      text-decoration-color: currentColor;
    }

    :focus-visible {
      outline: 3px solid var(--_evidence);
      outline-offset: 2px;
      border-radius: 2px;
    }

    .only-read {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .fine,
    .label,
    .aside,
    .action,
    dt {
      color: var(--_quiet);
    }

    .fine,
    .action {
      font-size: 0.875rem;
    }

    .row,
    summary,
    .panel {
      display: grid;
      grid-template-columns: var(--_axis) minmax(0, 1fr);
      padding-inline: var(--_inset);
    }

    .row {
      padding-block: 0.625rem;
      align-items: baseline;
    }

    .label,
    dt {
      padding-inline-end: 0.75rem;
      hyphens: auto;
    }

    summary {
      grid-template-columns: var(--_axis) minmax(0, 1fr) auto;
      align-items: center;
      min-block-size: 3rem;
      padding-block: 0.5rem;
      cursor: pointer;
      list-style: none;
    }

    summary::-webkit-details-marker {
      display: none;
    }

    summary:hover {
      background: var(--_tint);
      --_cut: var(--_tint);
    }

    summary:focus-visible {
      outline-offset: -3px;
    }

    .lead {
      padding-inline-end: 1rem;
    }

    .lead .glyph {
      margin-inline-end: 0.5rem;
    }

    .lead b {
      margin-inline-end: 0.25rem;
    }

    .panel {
      row-gap: 0.625rem;
      padding-block-end: 1rem;
    }

    .panel > * {
      grid-column: -2;
    }

    .button,
    .action {
      display: inline-flex;
      gap: 0.625rem;
      align-items: center;
      overflow-wrap: normal;
    }

    .action {
      padding-inline-end: 0.25rem;
    }

    .chevron {
      flex: none;
      inline-size: 0.5rem;
      block-size: 0.5rem;
      margin-block-start: -0.25rem;
      border: solid currentColor;
      border-width: 0 1.75px 1.75px 0;
      rotate: 45deg;
    }

    [open] > summary .chevron {
      margin-block-start: 0.25rem;
      rotate: 225deg;
    }

    @container (width < 35.8rem) {
      .row,
      .panel {
        grid-template-columns: minmax(0, 1fr);
      }

      summary {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      summary > .label {
        font-size: 0.875rem;
        grid-row: 1;
      }

      summary > .lead {
        grid-column: 1;
      }

      .button,
      .action {
        grid-row: 1 / 3;
        grid-column: 2;
      }
    }

    @media (prefers-reduced-motion: no-preference) {
      .chevron {
        transition: rotate 120ms ease-out;
      }
    }

    @media print {
      /* An address within a site says nothing on paper. */
      a[href^='https:']::after {
        content: ' <' attr(href) '>';
        font-size: 0.85em;
      }

      details::details-content {
        content-visibility: visible;
        block-size: auto;
      }

      .button,
      .action {
        display: none;
      }
    }
  `,
];
