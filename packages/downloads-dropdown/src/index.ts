export { DownloadsDropdown } from './downloads-dropdown.ts';
export { downloads, type DownloadsOptions } from './downloads.ts';
export { isDownload } from './check.ts';
export { downloadsStyles } from './downloads.styles.ts';
export { DownloadFollowEvent, followed } from './events.ts';
export { type BrowserSigns, ownPlatform } from './platform.ts';
export { explain, promote } from './promote.ts';
export { languages as downloadLanguages } from './languages/index.ts';
export { firstWords as firstDownloadWords, words as downloadWords } from './words.ts';
