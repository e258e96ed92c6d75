export { type Content, openContent } from './content.ts';
export {
  type FileResult,
  type FilesResult,
  prerenderFiles,
  type PrerenderFilesOptions,
} from './files.ts';
export {
  createPrerenderer,
  describe,
  type PageOptions,
  prerender,
  type Prerenderer,
  type PrerendererOptions,
  type PrerenderOptions,
  type Problem,
} from './prerender.ts';
export { readyCard, type ReadyOptions } from './ready.ts';
export { stylesheet } from './stylesheet.ts';
