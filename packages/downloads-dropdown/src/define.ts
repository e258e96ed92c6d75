import { define } from '@sealmark/element-kit';
import { DownloadsDropdown } from './downloads-dropdown.ts';
export type { DownloadFollowEvent } from './events.ts';

define('downloads-dropdown', DownloadsDropdown);

declare global {
  interface HTMLElementTagNameMap {
    'downloads-dropdown': DownloadsDropdown;
  }
}
