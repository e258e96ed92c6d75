import { DisclosureElement, type PropertyDeclarations, type Strings } from '@sealmark/element-kit';
import type { CardAudit } from '@sealmark/schema';
import { markAges } from './age.ts';
import { firstWords } from './first-words.ts';
import { languages } from './languages/index.ts';

/**
 * Says what of a program was audited, by whom and when.
 *
 * ```html
 * <audit-badge date="2017" auditor="Cure53" scope="client" href="https://briarproject.org/"></audit-badge>
 * ```
 *
 * @slot - The words of the badge, in place of the computed ones.
 * @csspart audits - The disclosure, or the line where no audit is known.
 * @csspart audits-summary - The line that opens it.
 * @cssprop --sealmark-radius - The corners.
 * @cssprop --sealmark-ink - Text.
 * @cssprop --sealmark-quiet - What stands beside it.
 * @cssprop --sealmark-surface - The badge's ground.
 * @cssprop --sealmark-line - Dividing rules, and the border where nothing opens.
 * @cssprop --sealmark-edge - The border of what opens.
 * @cssprop --sealmark-evidence - Links and marks.
 * @cssprop --sealmark-caution - The year of an old audit.
 * @cssstate loading - What draws it is on its way; the children show.
 * @cssstate error - What draws it could not be had; the children show.
 * @cssstate none - No audit is known.
 * @fires {ToggleEvent} toggle - When the list of audits opens or closes. It does not bubble.
 */
export class AuditBadge extends DisclosureElement<AuditBadge> {
  static override readonly words = firstWords;

  static override readonly languages = languages;

  static override readonly drawing = () => import('./drawing.ts');

  static override readonly sheets = () => import('./sheets.ts');

  static override properties: PropertyDeclarations = {
    audits: { attribute: false },
    date: {},
    auditor: {},
    scope: {},
    href: {},
    looked: {},
  };

  /** The audits, newest first; before the attributes of a single one. */
  declare audits: readonly CardAudit[] | undefined;

  /** The date of a single audit: a year, a month, a day, or a range of them with a slash. */
  declare date: string | undefined;

  /** The auditor of a single audit; several are separated by commas. */
  declare auditor: string | undefined;

  /**
   * The part that a single audit read: client, library, protocol, server or infrastructure.
   * @default 'client'
   */
  declare scope: string | undefined;

  /** The address of the report of a single audit, `https:`. */
  declare href: string | undefined;

  /** The day on which no audit was found, `YYYY-MM-DD`. */
  declare looked: string | undefined;

  /**
   * Whether the list of audits is open.
   * @attr open
   * @reflect
   * @default false
   */
  declare open: boolean;

  /** Words of its own by key, before those of its language. */
  declare strings: Strings | undefined;

  /** An adopted badge can be rendered again only with what its attributes and properties say. */
  protected override get ready(): boolean {
    return !!(this.audits ?? this.date ?? this.auditor ?? this.scope ?? this.href);
  }

  protected override adopt(root: ShadowRoot): void {
    if (!root.querySelector('details')) this.setStates('none');
    this.opened();
  }

  protected override opened(): void {
    if (this.adopted) markAges(this.shadowRoot as ShadowRoot, this.speak);
  }
}
