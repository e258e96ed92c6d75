import { hostOf, listPieces, type Locale, safeUrl } from '@sealmark/element-kit';
import {
  html,
  inLanguage,
  nothing,
  otherLanguage,
  platformWords,
} from '@sealmark/element-kit/draw.js';
import type { CardDownload } from '@sealmark/schema';

/** A download, with what a link on a page may say of itself beside. */
export interface Download extends CardDownload {
  readonly download?: string | undefined;
  readonly target?: string | undefined;
  readonly hreflang?: string | undefined;
}

/** What a list of downloads is shown with. */
export interface DownloadsOptions {
  /** The language of downloads that name none; English where it is not set. */
  readonly lang?: string | undefined;
  /** The platform that goes first. */
  readonly platform?: string | undefined;
  /** Whether it is the visitor's own, named by the browser. */
  readonly own?: boolean;
  /** Whether the disclosure is open. */
  readonly open?: boolean;
  /** Words on the button in place of "Download". */
  readonly label?: string | undefined;
  /** Whether desktop platforms are summed up as one word. */
  readonly brief?: boolean;
}

const desktop = ['windows', 'macos', 'linux'];

/** Downloads as a disclosure: the platforms in a line, the stores of each platform together. Nothing where no link may stand. */
export function downloads(
  list: readonly Download[],
  locale: Locale,
  options: DownloadsOptions,
): unknown {
  const { lang, platform, own = false, open = false, label, brief } = options;
  const groups = new Map<string, Download[]>();
  for (const download of list) {
    if (!safeUrl(download.url)) continue;
    const id = idOf(download.platform);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push({ ...(lang && { lang }), ...download });
  }
  if (!groups.size) return nothing;
  const platforms = [...groups.keys()];
  /** The word for a platform; of one that is not known, whatever the first of its downloads calls it. */
  const nameOf = (id: string) =>
    Object.hasOwn(platformWords, id)
      ? locale(id)
      : html`<bdi>${groups.get(id)?.[0]?.platform}</bdi>`;
  const named = platforms.filter((id) => !brief || !desktop.includes(id));
  const rest = named.length < platforms.length ? ['desktop'] : [];
  const runsOn = listPieces([...named, ...rest], locale.language, 'unit', (id) =>
    id === rest[0] ? locale(id) : nameOf(id),
  );
  const chosen = idOf(platform ?? '');
  const first = groups.has(chosen);
  const order = first ? [chosen, ...platforms.filter((id) => id !== chosen)] : platforms;
  return html`<details class="downloads" part="downloads" ?open=${open}>
    <summary part="downloads-summary">
      <span class="label">${locale('runs-on')}</span> <span class="lead">${runsOn}</span> <span class="button" part="button">${label ? inLanguage(label, otherLanguage(locale.place, locale)) : locale('download')}<span class="chevron"></span></span>
    </summary>
    <div class="panel">
      <ul class="stores">
        ${order.map((id) =>
          groups.get(id)?.map((download, index) => {
            const classes = [index && 'same', first && id === chosen && 'own'];
            const name = nameOf(id);
            return html`<li data-platform=${id} class=${classes.filter(Boolean).join(' ') || nothing}>${store(download, index ? html`<span class="only-read">${name}</span>` : name, locale)}</li>`;
          }),
        )}
      </ul>
      ${first && own ? html`<p class="fine">${locale('own')}</p>` : nothing}
    </div>
  </details>`;
}

/** Platforms are told apart by their letters, small or not. */
const idOf = (platform: string): string => platform.trim().toLowerCase();

/** A row: the platform, the words of the link and its host, and under them what is to be known before. */
function store(
  { url, label, note, lang, download, target, hreflang }: Download,
  name: unknown,
  locale: Locale,
): unknown {
  const other = otherLanguage(lang, locale) ?? nothing;
  return html`<a href=${url} rel="noopener noreferrer" download=${download ?? nothing} target=${target ?? nothing} hreflang=${hreflang ?? nothing}><span>${name}</span> <bdi lang=${other}>${label}</bdi> <bdi>${hostOf(url)}</bdi>${note ? html` <bdi lang=${other}>${note}</bdi>` : nothing}</a>`;
}
