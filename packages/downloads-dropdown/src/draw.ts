/** What draws downloads, for a dropdown and for elements that have one in them. */
export { isDownload } from './check.ts';
export { downloads, type DownloadsOptions } from './downloads.ts';
export { downloadsStyles } from './downloads.styles.ts';
export { words as downloadWords } from './words.ts';
