/** What elements need before anything is drawn, and what pages use: no template and no style. */
export type { PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
export * from './content.ts';
export * from './dates.ts';
export * from './define.ts';
export * from './disclosure-element.ts';
export * from './fine-print.ts';
export * from './languages.ts';
export * from './later.ts';
export * from './links.ts';
export * from './patch.ts';
export * from './print.ts';
export * from './report.ts';
export * from './sealmark-element.ts';
export * from './server.ts';
export * from './strings.ts';
export * from './tree.ts';
