import {
  adoptStyles,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  ReactiveElement,
} from '@lit/reactive-element';
import type { ReadyCard } from './content.ts';
import type { Drawing } from './drawing.ts';
import {
  isSameLanguage,
  languageOf,
  type Languages,
  loadLanguage,
  onLanguage,
  wordsIn,
} from './languages.ts';
import { have, type Loader, need, provide } from './later.ts';
import { patch } from './patch.ts';
import { type Disclosure, openForPrint } from './print.ts';
import { isServer } from './server.ts';
import type { Locale, Strings } from './strings.ts';
import { grow, type Tree } from './tree.ts';

/** Words that come with a root. */
type Brought = Pick<ReadyCard, 'language' | 'words'>;

/** Calls back with the words of a language, once they are there. */
export type Speak = (say: (locale: Locale) => void) => void;

/** What an element shows without its drawing. */
export interface Plain {
  readonly trees: readonly Tree[];
  /** Its `:state()`s; a root that was drawn by a build tells them itself, and is adopted. */
  readonly states?: readonly string[];
  /** The words, and their language, that a root which was drawn by a build brings along. */
  readonly brings?: Brought;
}

/** What an element hears of the window; each has a method of its name. */
const heard = ['online', 'beforeprint'] as const;

/**
 * What the elements share: a root that came with the page is adopted as it stands, words follow the
 * language, states are told to the page. What draws and what styles is loaded when it is first needed; until it is there,
 * the children show.
 *
 * An adopted root is neither rendered nor moved. It stays until a change needs another one and
 * `ready` says that there is something to render; focus and open disclosures are kept then.
 */
export class SealmarkElement<View = unknown> extends ReactiveElement {
  /** Marks the classes of ours, in whatever copy of the script. */
  static readonly sealmark = true;

  /** Lets Lit's own server rendering take the elements for what they were: it calls `render`. */
  static readonly _$litElement$ = true;

  /** The words in English, by key, that are needed before anything is drawn. */
  static readonly words: Strings = {};

  /** Its words in other languages; each is loaded when an element is first seen in it. */
  static readonly languages: Languages = {};

  /** What draws it. */
  static readonly drawing: Loader<Drawing<never>>;

  /** What styles it. */
  static readonly sheets: Loader<CSSResultGroup>;

  static override properties: PropertyDeclarations = { strings: { attribute: false } };

  /** The element's own words, before those of the language. */
  declare strings: Strings | undefined;

  readonly #internals = this.attachInternals();
  #adopted = false;
  /** The words that came with an adopted root. */
  #brought: Brought | undefined;
  /** What an adopted root was made from. */
  readonly #given = new Map<PropertyKey, unknown>();
  /** Whether an adopted root no longer says what it should. */
  #outdated = false;
  /** What has to be there before the next thing can be shown. */
  #waits: Promise<void> | undefined;
  /** Whether the root has the styles from the script. */
  #dressed = false;
  /** Whether they could not be had. */
  #bare = false;
  /** The language of the place when it was last looked at. */
  #place: string | undefined;
  #unfollow: (() => void) | undefined;

  /** Calls back with the words of the language, at once where they are there. */
  protected readonly speak: Speak = (say) => {
    const waits = this.#brought ? undefined : this.#loadLanguage();
    if (waits) void waits.then(() => say(this.locale));
    else say(this.locale);
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** What mirrors an attribute takes values of its type alone: anything else is as if it were not set. */
  protected static override finalize(): void {
    // Every look at `observedAttributes` comes here, and each would wrap the accessors once more.
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, { attribute, type }] of this.elementProperties) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (!accessor?.set || attribute === false) continue;
      const { set } = accessor;
      const kind = type === Number ? 'number' : 'string';
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(value: unknown) {
          const fits = typeof value === kind;
          set.call(this, type === Boolean ? !!value : fits ? value : undefined);
        },
      });
    }
  }

  /** Puts what draws and what styles the elements of a class in its place, so that they show at once. */
  static provide<View>(
    this: { drawing: Loader<Drawing<View>>; sheets: Loader<CSSResultGroup> },
    drawing: Drawing<View>,
    sheets: CSSResultGroup,
  ): void {
    provide(this.drawing, drawing);
    provide(this.sheets, sheets);
    const element = this as unknown as typeof SealmarkElement;
    element.finalize();
    element.elementStyles = element.finalizeStyles(sheets);
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
    for (const type of heard) addEventListener(type, this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
    for (const type of heard) removeEventListener(type, this.#hear);
  }

  /** Whether the root was drawn by a build and still stands. */
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
    const { words, languages, drawing } = this.#class;
    const spoken = wordsIn(languages, place);
    const sources: readonly (Strings | null | undefined)[] = [
      this.strings,
      this.#brought?.words,
      spoken,
      have(drawing)?.words,
      words,
    ];
    const { language = 'en' } = this.#brought ?? {};
    // Words of its own are in the language of the place, as those that are registered for it.
    const speaks = !!this.strings || isSameLanguage(place, language) || !!Object.keys(spoken)[0];
    const has = (source: Strings, key: string) =>
      Object.hasOwn(source, key) && typeof source[key] === 'string';
    return Object.assign(
      (key: string) => sources.find((source) => source && has(source, key))?.[key] ?? key,
      { language: speaks ? place : language, place },
    );
  }

  /** What the drawing draws from; by default the element itself. */
  protected get view(): View {
    return this as unknown as View;
  }

  /** The disclosure that `open` speaks of. */
  protected get disclosure(): HTMLDetailsElement | null {
    return this.renderRoot.querySelector('details');
  }

  /** What is shown without the drawing; `undefined` where only that will do. */
  protected plain(): Plain | undefined {
    return undefined;
  }

  /** Sets exactly these `:state()`s. */
  protected setStates(...states: readonly string[]): void {
    const set = this.#internals.states;
    set.clear();
    for (const state of states) set.add(state);
  }

  /** Called once for a root that was drawn by a build. */
  protected adopt(_root: ShadowRoot): void {}

  /** Called for every later change while that root stands. */
  protected changed(_changed: PropertyValues): void {}

  /** Handles what happens inside: `click` and `auxclick`, `slotchange`, and `toggle` of a disclosure. */
  protected handle(_event: Event): void {}

  /** Called when the page is about to be printed. */
  protected beforeprint(): void {
    openForPrint(this.renderRoot);
  }

  /** Called when the browser is back online. */
  protected online(): void {
    this.#bare = false;
    if (!this.#adopted || this.#outdated) this.requestUpdate();
  }

  /** What a server renders. */
  protected render(): unknown {
    return have(this.#drawing)?.draw(this.view, this.locale)?.content;
  }

  protected override createRenderRoot(): ShadowRoot {
    this.#adopted = !!this.shadowRoot;
    const root = this.shadowRoot ?? this.attachShadow(this.#class.shadowRootOptions);
    const handle = (event: Event) => {
      const target = event.target as Disclosure;
      // The page's own children are the page's business, and what opens for print is nobody's.
      if (root.contains(target) && !target.printed) this.handle(event);
    };
    // `toggle` does not bubble.
    for (const type of ['click', 'auxclick', 'slotchange', 'toggle'])
      root.addEventListener(type, handle, true);
    if (this.#adopted) this.#take(root);
    return root;
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
      if (Object.is(this[name as keyof this], value)) changed.delete(name);
    }
    this.#given.clear();
    if (changed.size) this.changed(changed);
    this.#turn(changed);
    this.#outdated ||= changed.size > 0 && !opensOnly(changed);
    if (this.#outdated && this.ready) return true;
    // Tells the attributes, and renders nothing.
    super.update(changed);
    return false;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (!this.hasUpdated || !opensOnly(changed)) this.#show();
    this.#turn(changed);
  }

  get #class(): typeof SealmarkElement {
    return this.constructor as typeof SealmarkElement;
  }

  get #drawing(): Loader<Drawing<View>> {
    return this.#class.drawing as Loader<Drawing<unknown>> as Loader<Drawing<View>>;
  }

  /** Shows what there is to show, once all that it needs is there. */
  #show(): void {
    const root = this.renderRoot as ShadowRoot;
    const plain = this.plain();
    const needs = this.#needs(plain);
    if (needs.length) {
      if (!root.hasChildNodes()) {
        root.append(grow([['slot', {}]]));
        this.setStates('loading');
      }
      this.#wait(needs, plain);
      return;
    }
    const drawing = have(this.#drawing);
    const drawn = plain ? undefined : drawing?.draw(this.view, this.locale);
    const trees = plain?.trees ?? [['slot', {}]];
    if (this.#adopted && !plain && !drawn) return;

    this.#adopted = this.#outdated = false;
    this.#brought = plain?.brings;
    const sheets = have(this.#class.sheets);
    if (sheets && !this.#dressed) adoptStyles(root, this.#class.finalizeStyles(sheets));
    this.#dressed = !!sheets;
    const content = drawn && drawing ? drawing.nodesOf(drawn.content) : grow(trees);
    const { language, place } = this.locale;
    // Words in another language than the place name it (WCAG 2.2, 3.1.2).
    if (!isSameLanguage(language, place)) content.firstElementChild?.setAttribute('lang', language);
    patch(root, content);
    if (plain && !plain.states) this.#take(root);
    else this.setStates(...((plain ?? drawn)?.states ?? ['empty']));
  }

  /** Adopts a root that was drawn by a build. */
  #take(root: ShadowRoot): void {
    this.#adopted = true;
    for (const name of [...this.#class.elementProperties.keys(), 'lang'])
      this.#given.set(name, this[name as keyof this]);
    this.adopt(root);
  }

  /** What is not there yet of what has to be there. Words come after the styles where nothing is drawn: they may never be needed. */
  #needs(plain: Plain | undefined): Promise<void>[] {
    const { sheets } = this.#class;
    const styles = plain && this.#bare ? undefined : need(sheets);
    const speaks = plain ? plain.states && !styles : true;
    return [
      styles,
      plain ? undefined : need(this.#drawing),
      speaks ? this.#loadLanguage() : undefined,
    ].filter((promise) => promise !== undefined);
  }

  /** Goes on when all is there. Where it cannot be had, what is shown stays; what needs no drawing goes without styles. */
  #wait(needs: readonly Promise<void>[], plain: Plain | undefined): void {
    const waits = Promise.all(needs).then(
      () => true,
      () => (this.#bare = !!plain),
    );
    const end = waits.then((goesOn) => {
      if (this.#waits !== end) return;
      this.#waits = undefined;
      if (goesOn) this.requestUpdate();
      else if (!this.#adopted) this.setStates('error');
    });
    this.#waits = end;
  }

  /** Opens or closes the disclosure as `open` says. */
  #turn(changed: PropertyValues): void {
    if (changed.has('open'))
      this.disclosure?.toggleAttribute('open', !!(this as { readonly open?: boolean }).open);
  }

  readonly #hear = ({ type }: Event): void => this[type as (typeof heard)[number]]();

  #loadLanguage(): Promise<void> | undefined {
    return loadLanguage(this.#class.languages, languageOf(this));
  }

  /** Renders anew when the language of the place is another one than before. */
  #follow(old: string | null = null): void {
    const place = languageOf(this);
    if (this.#place !== undefined && this.#place !== place) this.requestUpdate('lang', old);
    this.#place = place;
  }
}

/** Whether something opens or closes, and nothing else changes. */
const opensOnly = (changed: PropertyValues): boolean => changed.size === 1 && changed.has('open');
