/** Somebody followed a download. Nothing is sent anywhere: a page may listen. */
export class DownloadFollowEvent extends Event {
  static readonly eventName = 'download-follow';

  /** The platform's id. */
  readonly platform: string;
  /** The download's address. */
  readonly url: string;
  /** The download's words, such as the store. */
  readonly label: string;

  constructor({ platform, url, label }: { platform: string; url: string; label: string }) {
    super(DownloadFollowEvent.eventName, { bubbles: true, composed: true });
    this.platform = platform;
    this.url = url;
    this.label = label;
  }
}

declare global {
  interface HTMLElementEventMap {
    'download-follow': DownloadFollowEvent;
  }
}

/** The event for a click on a download; `undefined` where the click was on something else. */
export function followed(event: Event): DownloadFollowEvent | undefined {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.stores a');
  const platform = link?.closest('li')?.getAttribute('data-platform');
  if (!link || !platform) return undefined;
  const label = link.children[1]?.textContent ?? '';
  return new DownloadFollowEvent({ platform, url: link.href, label });
}
