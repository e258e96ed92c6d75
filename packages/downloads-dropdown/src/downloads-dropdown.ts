import { base, SealmarkElement, warn } from '@sealmark/element-kit';
import type { CardDownload } from '@sealmark/schema';
import { html, isServer, type PropertyDeclarations, type PropertyValues } from 'lit';
import { isDownload } from './check.ts';
import { dropdownStyles } from './downloads-dropdown.styles.ts';
import { downloadsStyles } from './downloads.styles.ts';
import { downloads, promote } from './downloads.ts';
import { followed } from './events.ts';
import { languages } from './languages/index.ts';
import { ownPlatform } from './platform.ts';
import { words } from './words.ts';

/**
 * A program's downloads by platform and store, the visitor's own platform first.
 *
 * ```html
 * <downloads-dropdown>
 *   <a data-platform="linux" href="https://example.org/linux">Packages</a>
 *   <a data-platform="android" href="https://example.org/android">APK file</a>
 * </downloads-dropdown>
 * ```
 *
 * @slot - Links with `data-platform`: the list, where `downloads` is not set, and what shows without script.
 * @csspart downloads - The disclosure.
 * @csspart downloads-summary - The line that opens it.
 * @csspart button - The button on that line.
 * @cssprop [--sealmark-axis=8.75rem] - The width of the label.
 * @cssprop [--sealmark-inset=1.25rem] - The space between the edge and the text.
 * @cssprop [--sealmark-radius=.25rem] - The corners.
 * @cssprop --sealmark-ink - Text, the rule above, and the button.
 * @cssprop --sealmark-quiet - Labels and hosts.
 * @cssprop --sealmark-surface - The ground, and the words on the button.
 * @cssprop --sealmark-tint - The ground of the own platform.
 * @cssprop --sealmark-line - Dividing rules.
 * @cssprop --sealmark-evidence - Links.
 * @cssstate empty - There is nothing to download.
 * @fires {DownloadFollowEvent} download-follow - When somebody follows a download.
 * @fires {ToggleEvent} toggle - When the list opens or closes. It does not bubble.
 */
export class DownloadsDropdown extends SealmarkElement {
  static override readonly styles = [base, downloadsStyles, dropdownStyles];

  static override readonly words = words;

  static override readonly languages = languages;

  static override properties: PropertyDeclarations = {
    downloads: { attribute: false },
    label: {},
    platform: {},
    open: { type: Boolean, reflect: true },
  };

  /** The downloads in their order; before the links among the children. */
  declare downloads: readonly CardDownload[] | undefined;

  /** The words on the button. */
  declare label: string | undefined;

  /** The platform to put first; the one that the browser names where it is not set, none where it is empty. */
  declare platform: string | undefined;

  /** Whether the list is open. */
  declare open: boolean;

  #links?: MutationObserver;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#links ??= new MutationObserver(() => this.requestUpdate('children', null));
    this.#links.observe(this, {
      attributeFilter: ['href', 'data-platform'],
      childList: true,
      characterData: true,
      subtree: true,
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#links?.disconnect();
  }

  protected override get ready(): boolean {
    return this.#list().length > 0;
  }

  protected override adopt(root: ShadowRoot): void {
    if (!root.querySelector('details')) this.setStates('empty');
  }

  protected override changed(changed: PropertyValues): void {
    if (changed.has('open'))
      this.renderRoot.querySelector('details')?.toggleAttribute('open', this.open);
  }

  protected override render(): unknown {
    const list = this.#list();
    // A server does not see the children; and children that make no list are better than nothing.
    if (!list.length) return html`<slot></slot>`;
    return downloads(list, this.locale, {
      platform: this.platform ?? this.#own,
      own: this.platform === undefined,
      open: this.open,
      label: this.label,
    });
  }

  protected override updated(): void {
    this.setStates(...(this.#list().length ? [] : ['empty']));
  }

  protected override handle(event: Event): void {
    const follow = event.type === 'click' && followed(event);
    if (follow) this.dispatchEvent(follow);
    if (event.type !== 'toggle') return;
    const { oldState, newState } = event as ToggleEvent;
    this.open = newState === 'open';
    if (this.adopted && this.open && this.platform === undefined) {
      promote(event.target as HTMLDetailsElement, this.#own, this.locale);
    }
    this.dispatchEvent(new ToggleEvent('toggle', { oldState, newState }));
  }

  get #own(): string | undefined {
    return isServer ? undefined : ownPlatform(navigator);
  }

  #list(): readonly CardDownload[] {
    const links = isServer
      ? []
      : this.querySelectorAll<HTMLAnchorElement>('a[data-platform][href]');
    if (!isServer && !this.downloads && this.querySelector('a[href]:not([data-platform])')) {
      warn('a link in <downloads-dropdown> has no data-platform, and is not in the list');
    }
    const list =
      this.downloads ??
      [...links].map((link) => ({
        platform: link.dataset['platform'] as string,
        url: link.getAttribute('href') as string,
        label: link.textContent.trim(),
      }));
    return Array.isArray(list) ? list.filter(isDownload) : [];
  }
}
