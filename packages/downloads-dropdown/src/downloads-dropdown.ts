import { DisclosureElement, type PropertyDeclarations, type Strings } from '@sealmark/element-kit';
import type { CardDownload } from '@sealmark/schema';
import { followed } from './events.ts';
import { languages } from './languages/index.ts';
import { promote } from './promote.ts';
import { firstWords } from './first-words.ts';

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
 * @cssprop --sealmark-axis - The width of the label.
 * @cssprop --sealmark-inset - The space between the edge and the text.
 * @cssprop --sealmark-radius - The corners.
 * @cssprop --sealmark-ink - Text, the rule above, and the button.
 * @cssprop --sealmark-quiet - Labels and hosts.
 * @cssprop --sealmark-surface - The ground, and the words on the button.
 * @cssprop --sealmark-tint - The ground of the own platform.
 * @cssprop --sealmark-line - Dividing rules.
 * @cssprop --sealmark-evidence - Links.
 * @cssstate loading - What draws it is on its way; the children show.
 * @cssstate error - What draws it could not be had; the children show.
 * @cssstate empty - There is nothing to download, and nothing shows.
 * @fires {DownloadFollowEvent} download-follow - When somebody follows a download.
 * @fires {ToggleEvent} toggle - When the list opens or closes. It does not bubble.
 */
export class DownloadsDropdown extends DisclosureElement<DownloadsDropdown> {
  static override readonly words = firstWords;

  static override readonly languages = languages;

  static override readonly drawing = () => import('./drawing.ts');

  static override readonly sheets = () => import('./sheets.ts');

  static override properties: PropertyDeclarations = {
    downloads: { attribute: false },
    label: {},
    platform: {},
    name: {},
  };

  /** The downloads in their order; before the links among the children. */
  declare downloads: readonly CardDownload[] | undefined;

  /**
   * The words on the button.
   * @default 'Download' in the language of its place
   */
  declare label: string | undefined;

  /**
   * The platform to put first: android, ios, windows, macos, linux or web; none where it is empty.
   * @default the one that the browser names
   */
  declare platform: string | undefined;

  /** The name that it shares with others of the same document or shadow root, of which one is open at a time, as of `<details>`. */
  declare name: string | undefined;

  /**
   * Whether the list is open.
   * @attr open
   * @reflect
   * @default false
   */
  declare open: boolean;

  /** Words of its own by key, before those of its language. */
  declare strings: Strings | undefined;

  protected override adopt(root: ShadowRoot): void {
    if (!root.querySelector('details, slot')) this.setStates('empty');
  }

  protected override handle(event: Event): void {
    const follow = followed(event);
    if (follow) this.dispatchEvent(follow);
    super.handle(event);
  }

  protected override opened(): void {
    if (this.adopted && this.platform === undefined)
      promote(this.shadowRoot as ShadowRoot, this.speak);
    if (!this.name) return;
    // `<details name>` ends at the shadow root.
    const root = this.getRootNode() as ParentNode & Node;
    for (const other of root.querySelectorAll<DownloadsDropdown>(this.localName))
      if (other !== this && other.name === this.name) other.open = false;
  }
}
