export { colorOf, contrast, type Scheme, texts } from './contrast.ts';
export * from './tokens.ts';
