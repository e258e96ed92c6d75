/** Somebody followed a download. Nothing is sent anywhere: a page may listen. */
export class DownloadFollowEvent extends Event {
  static readonly eventName = 'download-follow';

  /** The platform's id, in small letters. */
  declare readonly platform: string;
  /** The download's address. */
  declare readonly url: string;
  /** The download's words, such as the store. */
  declare readonly label: string;

  constructor(what: Pick<DownloadFollowEvent, 'platform' | 'url' | 'label'>) {
    super(DownloadFollowEvent.eventName, { bubbles: true, composed: true });
    Object.assign(this, what);
  }
}

declare global {
  interface HTMLElementEventMap {
    'download-follow': DownloadFollowEvent;
  }
}

/**
 * The event for a click on a download, also with the middle button, which opens it in a tab of its own; `undefined` where
 * the event is another one.
 */
export function followed(event: Event): DownloadFollowEvent | undefined {
  const { button, target } = event as MouseEvent;
  const link = button < 2 && (target as Element).closest<HTMLAnchorElement>('.stores a');
  if (!link) return undefined;
  // A link of the list stands in its row, and holds the platform, the words and the host.
  const { platform } = (link.parentElement as HTMLElement).dataset as { platform: string };
  const label = (link.children[1] as Element).textContent;
  return new DownloadFollowEvent({ platform, url: link.href, label });
}
