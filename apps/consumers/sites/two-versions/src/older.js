// A script of another version: an older Lit, classes of its own, the records and words of then, all in one file.
import { define, registerStrings, setContentSource } from '@sealmark/element-kit';
import { AuditBadge } from '@sealmark/audit-badge';
import '@sealmark/audit-badge/provide.js';
import { DownloadsDropdown } from '@sealmark/downloads-dropdown';
import '@sealmark/downloads-dropdown/provide.js';
import { MessengerCard } from '@sealmark/messenger-card';
import '@sealmark/messenger-card/provide.js';
import briar from '@sealmark/messengers/cards/briar';
import signal from '@sealmark/messengers/cards/signal';

const older = (Base) =>
  class extends Base {
    connectedCallback() {
      super.connectedCallback();
      this.dataset.version = 'older';
    }
  };

const ofThen = ({ links, ...card }) => ({
  ...card,
  developer: 'Its maker of then',
  highlights: card.highlights.slice(0, 1),
  links: links.slice(0, 1),
});
const cards = { briar: ofThen(briar), signal: ofThen(signal) };

registerStrings('en', { 'runs-on': 'Works on' });
setContentSource({ card: (name) => cards[name] });
define('audit-badge', older(AuditBadge));
define('downloads-dropdown', older(DownloadsDropdown));
define('messenger-card', older(MessengerCard));
