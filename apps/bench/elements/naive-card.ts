import type { Block, CardAudit, CardDownload, Inline, MessengerCardRecord } from '@sealmark/schema';
import { css, html, LitElement } from 'lit';

const months = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const host = (url: string) => new URL(url).host.replace(/^www\./, '');
const title = (id: string) => id[0]?.toUpperCase() + id.slice(1).replaceAll('-', ' ');
const plain = (part: Block | Inline): string =>
  typeof part === 'string'
    ? part
    : 'text' in part
      ? part.text
      : 'children' in part
        ? part.children.map(plain).join('')
        : '';

/** A card as one would write it with Lit in an afternoon: one element, one template, inline styles. */
export class NaiveCard extends LitElement {
  static override properties = { record: { type: Object } };
  static override styles = css`
    :host { display: block; margin: 1rem 0; }
    article { border: 1px solid #767676; border-radius: 6px; padding: 1rem; }
    h3, dl, dd, ul { margin: 0; padding: 0; }
    dl { display: grid; gap: 0.25rem 1rem; grid-template-columns: 8rem 1fr auto; }
    .logo { float: left; height: 3rem; margin-right: 1rem; width: 3rem; }
    .source { color: #555; font-size: 0.875rem; }
    summary { cursor: pointer; font-weight: 600; }
    a { color: #0b4a4a; }
  `;

  declare record: MessengerCardRecord;

  audit({ title: what, date, auditors, links, outcome }: CardAudit) {
    return html`<li>
      <time>${date}</time> ${what} by ${auditors.join(', ')}. ${outcome}
      ${links.map(({ url }) => html`<a href=${url} rel="noopener">Report, ${host(url)}</a>`)}
    </li>`;
  }

  download({ platform, url, label }: CardDownload) {
    return html`<li><a href=${url} rel="noopener"><span>${title(platform)}</span> ${label} <small>${host(url)}</small></a></li>`;
  }

  override render() {
    const {
      name,
      developer,
      logo,
      summary,
      highlights,
      audits,
      downloads,
      links,
      guides,
      reviewed,
      sources,
    } = this.record;
    return html`
      <article>
        <header>
          <svg class="logo" viewBox=${logo?.viewBox} aria-hidden="true">
            ${logo?.paths.map(({ d, fill }) => html`<path fill=${fill} d=${d}></path>`)}
          </svg>
          <h3>${name}</h3>
          <p>${developer}</p>
          <p>${summary.map(plain).join(' ')}</p>
        </header>
        <dl>
          ${highlights.map(
            ({ label, text, source }) => html`
            <dt>${label}</dt>
            <dd>${text}</dd>
            <dd class="source">${source ? html`<a href=${source.url} rel="noopener">${host(source.url)}, ${source.date ? months.format(new Date(source.date)) : ''}</a>` : ''}</dd>
          `,
          )}
        </dl>
        <details><summary>Audits</summary><ul>${audits.map((audit) => this.audit(audit))}</ul></details>
        <details><summary>Downloads</summary><ul>${downloads.map((each) => this.download(each))}</ul></details>
        <ul>${links.map(({ role, url }) => html`<li><a href=${url} rel="noopener">${title(role)}</a></li>`)}</ul>
        <ul>${guides.map((guide) => html`<li>${guide.title}</li>`)}</ul>
        <footer>Reviewed <time datetime=${reviewed}>${months.format(new Date(reviewed))}</time>, ${sources} sources</footer>
      </article>
    `;
  }
}

customElements.define('naive-card', NaiveCard);
