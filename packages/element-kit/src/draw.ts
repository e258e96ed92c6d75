/** What elements are drawn with, loaded when one first has to be drawn: templates, styles, and checks of what is drawn. */
export { css } from '@lit/reactive-element/css-tag.js';
export * from './base.styles.ts';
export * from './checks.ts';
export * from './drawing.ts';
export * from './glyphs.styles.ts';
export * from './own-language.ts';
export * from './platforms.ts';
export * from './rich-text.ts';
export * from './template.ts';
export * from './time.ts';
