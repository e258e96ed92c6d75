import { define } from '@sealmark/element-kit';
import { MessengerCard } from './messenger-card.ts';
export type { DownloadFollowEvent, MessengerErrorEvent, MessengerLoadEvent } from './index.ts';

define('messenger-card', MessengerCard);

declare global {
  interface HTMLElementTagNameMap {
    'messenger-card': MessengerCard;
  }
}
