import { formatList, hostOf, type Locale, safeUrl } from '@sealmark/element-kit';
import { html, inLanguage, nothing, otherLanguage } from '@sealmark/element-kit/draw.js';
import type { CardDownload } from '@sealmark/schema';

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
  list: readonly CardDownload[],
  locale: Locale,
  options: DownloadsOptions,
): unknown {
  const { lang, platform: chosen, own = false, open = false, label, brief } = options;
  const groups = new Map<string, CardDownload[]>();
  for (const download of list) {
    if (!safeUrl(download.url)) continue;
    const group = groups.get(download.platform) ?? [];
    groups.set(download.platform, group);
    group.push({ ...(lang && { lang }), ...download });
  }
  if (!groups.size) return nothing;
  const platforms = [...groups.keys()];
  const named = brief
    ? [
        ...platforms.filter((id) => !desktop.includes(id)),
        ...(platforms.some((id) => desktop.includes(id)) ? ['desktop'] : []),
      ]
    : platforms;
  const first = chosen !== undefined && platforms.includes(chosen);
  const order = first ? [chosen, ...platforms.filter((id) => id !== chosen)] : platforms;
  return html`<details class="downloads" part="downloads" ?open=${open}>
    <summary part="downloads-summary">
      <span class="label">${locale('runs-on')}</span> <span class="lead">${formatList(named.map(locale), locale.language)}</span> <span class="button" part="button">${label ?? locale('download')}<span class="chevron"></span></span>
    </summary>
    <div class="panel">
      <ul class="stores">
        ${order.map((id) =>
          groups
            .get(id)
            ?.map((download, index) => store(download, locale, index > 0, first && id === chosen)),
        )}
      </ul>
      ${first && own ? html`<p class="fine">${locale('own')}</p>` : nothing}
    </div>
  </details>`;
}

function store(
  { platform, url, label, note, lang }: CardDownload,
  locale: Locale,
  same: boolean,
  chosen: boolean,
): unknown {
  const name = locale(platform);
  const other = otherLanguage(lang, locale);
  // The language of a link is that of its hint.
  const around = note && other;
  return html`<li data-platform=${platform} class="${chosen ? 'own' : ''}${same ? ' same' : ''}">
    <a href=${url} rel="noopener noreferrer" title=${note ?? nothing} lang=${around || nothing}><span lang=${around ? locale.language : nothing}>${same ? html`<span class="only-read">${name}</span>` : name}</span> <span>${inLanguage(label, other)}</span> <bdi>${hostOf(url)}</bdi></a>
  </li>`;
}
