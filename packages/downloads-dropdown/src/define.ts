import { define } from '@sealmark/element-kit';
import { DownloadsDropdown } from './downloads-dropdown.ts';

define('downloads-dropdown', DownloadsDropdown);

declare global {
  interface HTMLElementTagNameMap {
    'downloads-dropdown': DownloadsDropdown;
  }
}
