import { DownloadsDropdown } from './downloads-dropdown.ts';
import drawing from './drawing.ts';
import sheets from './sheets.ts';

/** Lets every `<downloads-dropdown>` draw at once: nothing of it has to be loaded later. */
DownloadsDropdown.provide(drawing, sheets);
