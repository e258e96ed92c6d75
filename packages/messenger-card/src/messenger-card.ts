import { auditsStyles } from '@sealmark/audit-badge';
import { downloadsStyles, followed, ownPlatform, promote } from '@sealmark/downloads-dropdown';
import {
  base,
  type ContentSource,
  getContentSource,
  onContentSource,
  SealmarkElement,
} from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { isServer, type PropertyDeclarations, type PropertyValues } from 'lit';
import { markOverdue, messengerCard } from './card.ts';
import { MessengerErrorEvent, MessengerLoadEvent } from './events.ts';
import { languages } from './languages/index.ts';
import { load, type Outcome } from './load.ts';
import { cardStyles } from './messenger-card.styles.ts';
import { failedCard, loadingCard, movedCard, removedCard } from './notices.ts';
import type { CardView } from './parts.ts';
import { words } from './words.ts';

/** What decides which record is shown. */
const inputs = ['messenger', 'src', 'name', 'content'];

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
 * @cssprop [--sealmark-axis=8.75rem] - The width of the labels.
 * @cssprop [--sealmark-inset=1.25rem] - The space between the edge and the text.
 * @cssprop [--sealmark-radius=.25rem] - The corners.
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
 * @fires {MessengerLoadEvent} messenger-load - When the record is there.
 * @fires {MessengerErrorEvent} messenger-error - When it could not be had.
 * @fires {DownloadFollowEvent} download-follow - When somebody follows a download.
 */
export class MessengerCard extends SealmarkElement {
  static override readonly styles = [base, auditsStyles, downloadsStyles, cardStyles];

  static override readonly words = words;

  static override readonly languages = languages;

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

  /** The layout: `full`, or `compact` for one line of each thing. */
  declare layout: 'full' | 'compact' | undefined;

  /** The level of the heading, 2 to 6. */
  declare headingLevel: number;

  /** Whether the downloads are open. */
  declare open: boolean;

  #outcome: Outcome | undefined;
  #request: AbortController | undefined;
  /** Whether what could not be had is asked for once more. */
  #retrying = false;
  /** Whether the focus was on what asked. */
  #returns = false;
  /** Whether the content source is not there yet. */
  #waiting = false;
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
    if (!isServer) addEventListener('online', this.#online);
    retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
    removeEventListener('online', this.#online);
    // A card that is only moved is connected again at once, and goes on.
    queueMicrotask(() => {
      if (this.isConnected || this.#outcome) return;
      this.#request?.abort();
      this.#waiting = !this.adopted;
    });
  }

  protected override get ready(): boolean {
    return this.#outcome?.state === 'ready';
  }

  protected override adopt(root: ShadowRoot): void {
    const states = [...(root.querySelector('.card')?.classList ?? [])];
    const due = root.querySelector<HTMLTimeElement>('.due time');
    if (due && past(due.dateTime)) {
      states.push('stale');
      markOverdue(root, due, this.locale);
    }
    this.setStates(...states.filter((name) => name !== 'card' && name !== 'compact'));
  }

  protected override changed(changed: PropertyValues): void {
    if (changed.has('open')) this.#downloads?.toggleAttribute('open', this.open);
    const asks = [...changed.keys()].some((name) =>
      this.#request ? inputs.includes(name as string) : name !== 'open' && name !== 'content',
    );
    if (asks) this.#load();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // An adopted root gives way when its record is there already.
    const asks = this.hasUpdated ? inputs.some((name) => changed.has(name)) : !this.ready;
    if (!asks) return;
    this.#retrying = false;
    this.#load();
  }

  protected override render(): unknown {
    const outcome = this.#outcome;
    const view: CardView = {
      locale: this.locale,
      content: this.#content,
      headingLevel: this.headingLevel,
      compact: this.layout === 'compact',
      open: this.open,
      platform: isServer ? undefined : ownPlatform(navigator),
      states: this.#states,
      fallback: !isServer && [...this.childNodes].some(isFallback),
    };
    if (!outcome) return loadingCard(this.name ?? this.src ?? '', view);
    if (outcome.state === 'failed') return failedCard(outcome, view);
    const { record, lacks } = outcome;
    if (record.kind === 'moved') return movedCard(record, view);
    if (record.kind === 'removed') return removedCard(record, view);
    return messengerCard(record, lacks, view);
  }

  protected override updated(): void {
    this.setStates(...this.#states);
    if (!this.#returns || this.#retrying || !this.#outcome) return;
    this.#returns = false;
    // Whoever pressed the button finds the name where the record came, and the button where it did not.
    const root = this.renderRoot;
    const name =
      root.querySelector<HTMLElement>('.retry') ?? root.querySelector<HTMLElement>('[part=name]');
    if (name?.localName !== 'button') name?.setAttribute('tabindex', '-1');
    name?.focus({ preventScroll: true });
  }

  protected override handle(event: Event): void {
    const target = event.target as Element;
    if (event.type === 'click') {
      const follow = followed(event);
      if (follow) this.dispatchEvent(follow);
      const button = target.closest('button');
      if (button?.matches('.retry')) this.#retry();
      if (!button?.value) return;
      this.#returns = (this.renderRoot as ShadowRoot).activeElement === button;
      this.messenger = this.src = undefined;
      this.name = button.value;
    } else if (event.type === 'slotchange') {
      this.requestUpdate();
    } else if (target === this.#downloads) {
      this.open = (target as HTMLDetailsElement).open;
      if (this.adopted && this.open) {
        promote(target as HTMLDetailsElement, ownPlatform(navigator), this.locale);
      }
    }
  }

  get #content(): ContentSource | undefined {
    return this.content ?? getContentSource();
  }

  get #downloads(): HTMLDetailsElement | null {
    return this.renderRoot.querySelector('.downloads');
  }

  get #states(): string[] {
    const outcome = this.#outcome;
    if (!outcome) return ['loading'];
    if (outcome.state === 'failed') {
      const isUnknown = outcome.reason === 'unknown-name' || outcome.reason === 'no-name';
      return [isUnknown ? 'unknown-name' : 'error', ...(this.#retrying ? ['loading'] : [])];
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
  readonly #online = (): void => {
    const outcome = this.#outcome;
    const lost = outcome?.state === 'failed' && /^(unreachable|late)$/.test(outcome.reason);
    if (lost) this.#retry();
  };

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
    const answer = load({ messenger, src, name, content: this.#content }, signal);
    this.#waiting = !answer;
    if (!this.adopted && !this.#retrying) this.#outcome = undefined;
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
    const event =
      outcome.state === 'ready'
        ? new MessengerLoadEvent({ messenger: outcome.record })
        : new MessengerErrorEvent(outcome);
    void this.updateComplete.then(() => {
      if (this.#outcome === outcome) this.dispatchEvent(event);
    });
  }
}

/** Whether a child shows where there is no record. */
const isFallback = (node: Node) =>
  node instanceof Element ? !node.slot : node instanceof Text && !!node.data.trim();

/** Whether a day is over. */
const past = (day: string | undefined) => !!day && day < new Date().toISOString().slice(0, 10);
