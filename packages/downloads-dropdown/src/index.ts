export { DownloadsDropdown } from './downloads-dropdown.ts';
export type { Download } from './downloads.ts';
export { DownloadFollowEvent, followed } from './events.ts';
export { firstWords as firstDownloadWords } from './first-words.ts';
export { languages as downloadLanguages } from './languages/index.ts';
export { type BrowserSigns, ownPlatform } from './platform.ts';
export { promote } from './promote.ts';
