import {
  adoptStyles,
  isServer,
  LitElement,
  ReactiveElement,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import {
  isSameLanguage,
  languageOf,
  type Languages,
  loadLanguage,
  onLanguage,
  wordsIn,
} from './languages.ts';
import type { Locale, Strings } from './strings.ts';

/**
 * What the elements share: a root that came with the page is adopted as it stands, words follow the
 * language, states are told to the page.
 *
 * An adopted root is neither rendered nor moved. It stays until a change needs another one and
 * `ready` says that there is something to render; focus and open disclosures are kept then.
 */
export abstract class SealmarkElement extends LitElement {
  /** Marks the classes of ours, in whatever copy of the script. */
  static readonly sealmark = true;

  /** The words of the element in English, by key. */
  static readonly words: Strings = {};

  /** Its words in other languages; each is loaded when an element is first seen in it. */
  static readonly languages: Languages = {};

  static override properties: PropertyDeclarations = { strings: { attribute: false } };

  /** The element's own words, before those of the language. */
  declare strings: Strings | undefined;

  readonly #internals = this.attachInternals();
  #adopted = false;
  /** What an adopted root was made from. */
  readonly #given = new Map<PropertyKey, unknown>();
  /** Whether an adopted root no longer says what it should. */
  #outdated = false;
  /** The words that an adopted root waits for before it gives way. */
  #waits: Promise<void> | undefined;
  /** The language of the place when it was last looked at. */
  #place: string | undefined;
  #unfollow: (() => void) | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** What mirrors an attribute takes values of its type alone: anything else is as if it were not set. */
  protected static override finalize(): void {
    super.finalize();
    for (const [name, { attribute, type }] of this.elementProperties) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (!accessor?.set || attribute === false) continue;
      const { set } = accessor;
      const kind = type === Number ? 'number' : 'string';
      const read = (value: unknown) => (typeof value === kind ? value : undefined);
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(value: unknown) {
          set.call(this, type === Boolean ? !!value : read(value));
        },
      });
    }
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && old !== value) this.#follow(old);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isServer) return;
    this.#unfollow = onLanguage(this, () => this.#follow());
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  /** Whether the root came with the page and still stands. */
  protected get adopted(): boolean {
    return this.#adopted;
  }

  /** Whether there is something to render in place of an adopted root. */
  protected get ready(): boolean {
    return true;
  }

  /** The words of this element in the language of its place. */
  protected get locale(): Locale {
    const place = isServer ? this.getAttribute('lang') || 'en' : languageOf(this);
    const { words, languages } = this.constructor as typeof SealmarkElement;
    const spoken = wordsIn(languages, place);
    const sources: readonly (Strings | null | undefined)[] = [this.strings, spoken, words];
    const speaks = isSameLanguage(place, 'en') || Object.keys(spoken).length > 0;
    const has = (source: Strings, key: string) =>
      Object.hasOwn(source, key) && typeof source[key] === 'string';
    return Object.assign(
      (key: string) => sources.find((source) => source && has(source, key))?.[key] ?? key,
      { language: speaks ? place : 'en', place },
    );
  }

  /** Sets exactly these `:state()`s. */
  protected setStates(...states: string[]): void {
    const set = this.#internals.states;
    set.clear();
    for (const state of states) set.add(state);
  }

  /** Called once for a root that came with the page. */
  protected adopt(_root: ShadowRoot): void {}

  /** Called for every later change while that root stands. */
  protected changed(_changed: PropertyValues): void {}

  /** Handles what happens inside: `click`, `slotchange`, and `toggle` of a disclosure. */
  protected handle(_event: Event): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (isServer) return super.createRenderRoot();
    this.#adopted = !!this.shadowRoot;
    const root = this.shadowRoot ?? (super.createRenderRoot() as ShadowRoot);
    const handle = (event: Event) => {
      // The page's own children are the page's business.
      if (root.contains(event.target as Node)) this.handle(event);
    };
    root.addEventListener('click', handle);
    root.addEventListener('slotchange', handle);
    root.addEventListener('toggle', handle, true);
    if (this.#adopted) {
      const names = (this.constructor as typeof LitElement).elementProperties.keys();
      for (const name of [...names, 'lang']) this.#given.set(name, this[name as keyof this]);
      this.adopt(root);
    }
    return root;
  }

  /** An element whose language is not there yet shows its children until it is. */
  protected override async scheduleUpdate(): Promise<void> {
    const waits = this.#adopted ? undefined : this.#loadLanguage();
    if (waits) {
      const children = document.createElement('slot');
      if (!this.hasUpdated) this.renderRoot.append(children);
      await waits;
      children.remove();
    }
    super.scheduleUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#waits) return complete;
    await this.#waits;
    return this.getUpdateComplete();
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!this.#adopted) return true;
    for (const [name, value] of this.#given) {
      if (this[name as keyof this] === value) changed.delete(name);
    }
    this.#given.clear();
    if (changed.size) this.changed(changed);
    this.#outdated ||= [...changed.keys()].some((name) => name !== 'open');
    if (this.#outdated && this.ready) {
      this.#waits = this.#loadLanguage();
      if (!this.#waits) return true;
      void this.#waits.then(() => {
        this.#waits = undefined;
        this.requestUpdate();
      });
    }
    // Tells the attributes, and renders nothing.
    ReactiveElement.prototype['update'].call(this, changed);
    return false;
  }

  protected override update(changed: PropertyValues): void {
    if (!this.#adopted) return super.update(changed);
    this.#adopted = false;
    const root = this.renderRoot as ShadowRoot;
    const restore = remember(root);
    root.replaceChildren();
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
    super.update(changed);
    restore();
  }

  #loadLanguage(): Promise<void> | undefined {
    return loadLanguage((this.constructor as typeof SealmarkElement).languages, languageOf(this));
  }

  /** Renders anew when the language of the place is another one than before. */
  #follow(old: string | null = null): void {
    const place = languageOf(this);
    if (this.#place !== undefined && this.#place !== place) this.requestUpdate('lang', old);
    this.#place = place;
  }
}

/** Remembers which disclosures are open and what has the focus, and gives a function that restores it. */
function remember(root: ShadowRoot): () => void {
  const open = new Set(
    [...root.querySelectorAll('details[open]')].map((details) => details.part.value),
  );
  const active = root.activeElement;
  const selector = active?.matches('summary')
    ? `details[part~="${active.parentElement?.part[0]}"] > summary`
    : active?.hasAttribute('href')
      ? `a[href="${CSS.escape(active.getAttribute('href') as string)}"]`
      : undefined;
  return () => {
    for (const details of root.querySelectorAll('details')) {
      if (open.has(details.part.value)) details.open = true;
    }
    if (selector) root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  };
}
