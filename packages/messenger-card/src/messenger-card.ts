import { markAges } from '@sealmark/audit-badge';
import { followed, ownPlatform, promote } from '@sealmark/downloads-dropdown';
import {
  type ContentSource,
  formatDate,
  getContentSource,
  isServer,
  onContentSource,
  type Plain,
  type PropertyDeclarations,
  type PropertyValues,
  type ReadyCard,
  registeredStrings,
  SealmarkElement,
  spokenIn,
  type Strings,
  type Tree,
} from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { MessengerErrorEvent, MessengerLoadEvent } from './events.ts';
import { languages } from './languages/index.ts';
import { load, nameOf, type Outcome } from './load.ts';
import { failedCard, headingTag, loadingCard } from './notices.ts';
import { past } from './overdue.ts';
import type { CardData } from './parts.ts';
import { firstWords } from './first-words.ts';

/** Whether another record is asked for. */
const isOther = (changed: PropertyValues) =>
  ['messenger', 'src', 'name'].some((name) => changed.has(name));

/**
 * A recommendation of a messenger, with the source and date of every claim.
 *
 * ```html
 * <messenger-card name="signal"><a href="https://signal.org">Signal</a></messenger-card>
 * ```
 *
 * Without a record it shows its children, and says in plain words what was the matter.
 *
 * @slot - What shows until there is a record, and where there is none.
 * @slot logo - A picture in place of the maker's mark.
 * @slot actions - What the page adds before the foot.
 * @slot footer - What the page adds to the foot.
 * @csspart card - The card.
 * @csspart header - The mark, the name and the summary.
 * @csspart logo - The plate of the maker's mark.
 * @csspart name - The heading.
 * @csspart qualifier - What stands behind the name, such as a platform.
 * @csspart maker - Who makes it.
 * @csspart summary - The description.
 * @csspart facts - The highlights.
 * @csspart audits - The audits.
 * @csspart audits-summary - The line that opens the audits.
 * @csspart downloads - The downloads.
 * @csspart downloads-summary - The line that opens the downloads.
 * @csspart button - The button on that line.
 * @csspart links - The role links.
 * @csspart guides - The guides.
 * @csspart notice - What a reader must know first.
 * @csspart retry - The button that asks again for what could not be had.
 * @csspart footer - The date of the review and the number of sources.
 * @cssprop --sealmark-axis - The width of the labels.
 * @cssprop --sealmark-inset - The space between the edge and the text.
 * @cssprop --sealmark-radius - The corners.
 * @cssprop --sealmark-ink - Text.
 * @cssprop --sealmark-quiet - Labels, dates, sources.
 * @cssprop --sealmark-surface - The card's ground.
 * @cssprop --sealmark-tint - The ground of the foot and of a chosen row.
 * @cssprop --sealmark-line - Dividing rules.
 * @cssprop --sealmark-edge - The border of a control.
 * @cssprop --sealmark-evidence - Links and marks.
 * @cssprop --sealmark-plate - The plate of the maker's mark.
 * @cssprop --sealmark-caution - Age.
 * @cssprop --sealmark-caution-tint - The ground of what speaks of age.
 * @cssprop --sealmark-alarm - Error or withdrawal.
 * @cssprop --sealmark-alarm-tint - The ground of what speaks of error or withdrawal.
 * @cssstate loading - The record is on its way.
 * @cssstate ready - The record is shown.
 * @cssstate partial - The record lacks something, or does not know a highlight.
 * @cssstate stale - The review is overdue.
 * @cssstate unknown-name - There is no such entry.
 * @cssstate moved - The entry goes by another name.
 * @cssstate removed - The entry was withdrawn.
 * @cssstate error - The record could not be had.
 * @fires {MessengerLoadEvent} messenger-load - When the card is there, whichever way it came.
 * @fires {MessengerErrorEvent} messenger-error - When it could not be had.
 * @fires {DownloadFollowEvent} download-follow - When somebody follows a download.
 */
export class MessengerCard extends SealmarkElement<CardData> {
  static override readonly words = firstWords;

  static override readonly languages = languages;

  static override readonly drawing = () => import('./drawing.ts');

  static override readonly sheets = () => import('./sheets.ts');

  static override properties: PropertyDeclarations = {
    messenger: { attribute: false },
    src: {},
    name: {},
    content: { attribute: false },
    layout: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    open: { type: Boolean, reflect: true },
  };

  /** The record to show; before `src` and `name`. */
  declare messenger: CardRecord | undefined;

  /** The address of a card record as JSON; before `name`. The only thing that makes the card send a request. */
  declare src: string | undefined;

  /** The id of the entry to show, from the content source. */
  declare name: string | undefined;

  /** Where entries come from, in place of the page's content source. */
  declare content: ContentSource | undefined;

  /**
   * The layout: `full`, or `compact` for one line of each thing.
   * @default 'full'
   */
  declare layout: 'full' | 'compact' | undefined;

  /** The level of the heading, 2 to 6. */
  declare headingLevel: number;

  /**
   * Whether the downloads are open.
   * @default false
   */
  declare open: boolean;

  /** Words of its own by key, before those of its language. */
  declare strings: Strings | undefined;

  #outcome: Outcome | undefined;
  #request: AbortController | undefined;
  /** The language in which a card that a build has drawn was asked for. */
  #asked: string | undefined;
  /** Whether what could not be had is asked for once more. */
  #retrying = false;
  /** Whether the focus was on what asked. */
  #returns = false;
  /** Whether the content source is not there yet. */
  #waiting = false;
  /** Whether an adopted root shows another entry than the one that is asked for. */
  #other = false;
  #forget: (() => void) | undefined;

  constructor() {
    super();
    this.headingLevel = 3;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const retry = () => {
      if (this.#waiting) this.#load();
    };
    this.#forget = onContentSource(retry);
    retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
    // A card that is only moved is connected again at once, and goes on.
    queueMicrotask(() => {
      if (this.isConnected || this.#outcome) return;
      this.#request?.abort();
      this.#waiting = !!this.#request;
    });
  }

  protected override get ready(): boolean {
    return !!this.#outcome && (this.#other || this.#outcome.state !== 'failed');
  }

  protected override adopt(root: ShadowRoot): void {
    this.#other = false;
    const states = new Set(root.querySelector('.card')?.classList);
    const due = root.querySelector<HTMLTimeElement>('.due time');
    if (due && past(due.dateTime)) {
      states.add('stale');
      root.querySelector('.seal')?.setAttribute('class', 'glyph alert');
      this.speak((locale) => due.parentElement?.append(locale('overdue')));
    }
    this.setStates(...[...states].filter((name) => name !== 'card' && name !== 'compact'));
    const drawn = this.#outcome?.state === 'drawn';
    if (drawn || root.querySelector('.audits[open]')) markAges(root, this.speak);
    if (drawn) this.#fit(root);
    else if (!this.#outcome) {
      // A reader may have opened it before the script was there.
      this.open ||= !!root.querySelector('.downloads[open]');
      this.#tell();
    }
  }

  protected override changed(changed: PropertyValues): void {
    // Another record is asked for by what decides which one; a record at all by whatever a build has drawn otherwise.
    const asked = !!this.#request;
    const other = isOther(changed);
    this.#other ||= other;
    const drawn = !asked || this.#outcome?.state === 'drawn' || this.#asked !== this.#language;
    const asks = [...changed.keys()].some((name) =>
      name === 'content' ? asked : other || (drawn && name !== 'open'),
    );
    if (asks) this.#load();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // What changes while an adopted root stands is asked for already.
    if (this.adopted) return;
    const outdated = !this.#outcome && this.#asked !== this.#language;
    if (this.hasUpdated && !outdated && !isOther(changed) && !changed.has('content')) return;
    this.#retrying = false;
    this.#load();
  }

  protected override plain(): Plain | undefined {
    const outcome = this.#outcome;
    if (outcome?.state === 'ready') return undefined;
    if (outcome?.state === 'drawn') return drawnCard(outcome.card, this.headingLevel);
    const view = {
      ...this.view,
      locale: this.locale,
      fallback: !isServer && [...this.childNodes].some(isFallback),
    };
    const tree = outcome
      ? failedCard(outcome, view)
      : loadingCard(nameOf(this.messenger) || this.name || this.src || '', view);
    return { trees: [tree], states: view.states };
  }

  protected override get view(): CardData {
    const outcome = this.#outcome;
    const { record, lacks } =
      outcome?.state === 'ready' ? outcome : { record: undefined, lacks: [] };
    return {
      record,
      lacks,
      content: this.#content,
      headingLevel: this.headingLevel,
      compact: this.layout === 'compact',
      open: this.open,
      platform: isServer ? undefined : ownPlatform(navigator),
      states: this.#states,
    };
  }

  protected override updated(): void {
    if (!this.#returns || this.#retrying || !this.#outcome) return;
    this.#returns = false;
    // Whoever pressed the button finds the name where the record came, and the button where it did not.
    const found = this.renderRoot.querySelector<HTMLElement>('.retry, [part=name]');
    // A heading takes the focus only where it is told to; a button is not to be left out by the keyboard.
    if (found?.tabIndex) found.tabIndex = -1;
    found?.focus({ preventScroll: true });
  }

  protected override handle(event: Event): void {
    const target = event.target as Element;
    const follow = followed(event);
    if (follow) this.dispatchEvent(follow);
    if (event.type === 'click') {
      const button = target.closest('button');
      if (button?.matches('.retry')) this.#retry();
      if (!button?.value) return;
      this.#returns = (this.renderRoot as ShadowRoot).activeElement === button;
      this.messenger = this.src = undefined;
      this.name = button.value;
    } else if (event.type === 'slotchange') {
      this.requestUpdate();
    } else if (target === this.disclosure) {
      this.open = (target as HTMLDetailsElement).open;
      if (this.adopted && this.open) promote(this.shadowRoot as ShadowRoot, this.speak);
    } else this.#age();
  }

  /** Lets a list that a build has drawn say how old its audits are, once it is opened or printed. */
  #age(): void {
    if (this.adopted) markAges(this.shadowRoot as ShadowRoot, this.speak);
  }

  protected override beforeprint(): void {
    this.#age();
    super.beforeprint();
  }

  get #content(): ContentSource | undefined {
    return this.content ?? getContentSource();
  }

  protected override get disclosure(): HTMLDetailsElement | null {
    return this.renderRoot.querySelector('.downloads');
  }

  /** The language in which a card that a build has drawn will do: one that says what this card would say. */
  get #language(): string | undefined {
    const { place } = this.locale;
    const own = this.strings ?? Object.keys(registeredStrings(place))[0];
    return own || this.layout === 'compact' ? undefined : (spokenIn(languages, place) ?? 'en');
  }

  get #states(): string[] {
    const outcome = this.#outcome;
    if (!outcome || outcome.state === 'drawn') return ['loading'];
    if (outcome.state === 'failed') {
      const state = outcome.reason.endsWith('-name') ? 'unknown-name' : 'error';
      return this.#retrying ? [state, 'loading'] : [state];
    }
    const { record, lacks } = outcome;
    if (record.kind !== 'messenger') return [record.kind];
    const states = ['ready'];
    if (lacks.length || record.highlights.some(({ value }) => value === 'unknown'))
      states.push('partial');
    if (!isServer && past(record.reviewBy)) states.push('stale');
    return states;
  }

  /** A connection that is back may have what could not be had without it. */
  protected override online(): void {
    super.online();
    const outcome = this.#outcome;
    const lost = outcome?.state === 'failed' && /^(unreachable|late)$/.test(outcome.reason);
    if (lost) this.#retry();
  }

  /** Lets a card that a build has drawn say what only a browser knows. */
  #fit(root: ShadowRoot): void {
    const { locale } = this;
    // The same language is spoken in several places, where dates are written in several ways.
    if (locale.language !== this.#asked) {
      // A year is written alike everywhere, and holds a date that is closer.
      const dates = 'time[datetime]:not(.year time)';
      for (const time of root.querySelectorAll<HTMLTimeElement>(dates))
        time.textContent = formatDate(time.dateTime, locale.language);
      for (const words of root.querySelectorAll<HTMLElement>(`[lang=${this.#asked}]`))
        words.lang = locale.language;
    }
    this.disclosure?.toggleAttribute('open', !!this.open);
    promote(root, this.speak);
  }

  /** Asks once more for what could not be had; what is shown stays until there is an answer. */
  #retry(): void {
    if (this.#retrying) return;
    this.#retrying = true;
    this.#returns = !!(this.renderRoot as ShadowRoot).activeElement?.matches('.retry');
    this.requestUpdate();
    this.#load();
  }

  /** Asks for the record, and drops what was under way. */
  #load(): void {
    this.#request?.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    const { messenger, src, name } = this;
    const language = (this.#asked = this.#language);
    const { drawing } = MessengerCard;
    const answer = load(
      { messenger, src, name, content: this.#content, language, drawing },
      signal,
    );
    this.#waiting = !answer;
    if (!this.#retrying) this.#outcome = undefined;
    if (!(answer instanceof Promise)) {
      if (answer) this.#settle(answer);
      return;
    }
    void answer.then((outcome) => {
      if (outcome && !signal.aborted) this.#settle(outcome);
    });
  }

  #settle(outcome: Outcome): void {
    this.#outcome = outcome;
    this.#retrying = false;
    if (isServer) return;
    this.requestUpdate();
    this.#tell(outcome);
  }

  /** Tells the page what became of the card, once it shows. */
  #tell(outcome?: Outcome): void {
    const messenger = outcome?.state === 'ready' ? outcome.record : undefined;
    const id = messenger?.id ?? this.name;
    void this.updateComplete.then(() => {
      if (this.#outcome !== outcome) return;
      const name = this.renderRoot.querySelector('bdi')?.textContent ?? '';
      this.dispatchEvent(
        outcome?.state === 'failed'
          ? new MessengerErrorEvent(outcome)
          : new MessengerLoadEvent({ id, name, messenger }),
      );
    });
  }
}

/** Whether a child shows where there is no record. */
const isFallback = (node: Node) =>
  node instanceof Element ? !node.slot : node instanceof Text && !!node.data.trim();

/** A card that a build has drawn, with a heading of the level that the page wants, and what is to be said on this day. */
function drawnCard(card: ReadyCard, level: number): Plain {
  const { root, stale, reviewBy } = card;
  const tag = headingTag(level);
  const leveled = (tree: Tree): Tree => {
    if (typeof tree === 'string') return tree;
    const [name, attributes, ...inside] = tree;
    const overdue = stale && name === 'article' && past(reviewBy) ? [stale] : [];
    return [name === 'h3' ? tag : name, attributes, ...overdue, ...inside.map(leveled)];
  };
  return { trees: root.map(leveled), brings: card };
}
