import type { PropertyDeclarations } from '@lit/reactive-element';
import { SealmarkElement } from './sealmark-element.ts';

/**
 * What the elements share that are one disclosure: `open` says what the reader does, and the other way round; `toggle`
 * tells of it, to those who listen to the element itself; what changes among the children shows.
 */
export class DisclosureElement<View = unknown> extends SealmarkElement<View> {
  static override properties: PropertyDeclarations = { open: { type: Boolean, reflect: true } };

  declare open: boolean;

  #children?: MutationObserver;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children ??= new MutationObserver(() => this.requestUpdate('children', null));
    this.#children.observe(this, {
      attributeFilter: ['href', 'data-platform'],
      childList: true,
      characterData: true,
      subtree: true,
    });
  }

  /** Called when it has opened, before that is told. */
  protected opened(): void {}

  protected override handle(event: Event): void {
    if (!(event instanceof ToggleEvent)) return;
    this.open = event.newState === 'open';
    if (this.open) this.opened();
    this.dispatchEvent(new ToggleEvent('toggle', event));
  }
}
