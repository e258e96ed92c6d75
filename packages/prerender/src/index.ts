export { badge } from './badge.ts';
export { type Content, openContent } from './content.ts';
export {
  type FileResult,
  type FilesResult,
  prerenderFiles,
  type PrerenderFilesOptions,
} from './files.ts';
export {
  type Asset,
  createPrerenderer,
  type PageOptions,
  prerender,
  type Prerendered,
  type Prerenderer,
  type PrerendererOptions,
  type PrerenderOptions,
} from './prerender.ts';
export { readyCard, type ReadyOptions } from './ready.ts';
export { writeStatic, type WriteStaticOptions } from './static.ts';
export { stylesheet } from './stylesheet.ts';
export { describe, type Warning } from './warning.ts';
