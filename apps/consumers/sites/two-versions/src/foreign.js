// An element of the page's own, with the page's own Lit and a name that Sealmark has too. It shows a card of Sealmark's.
import { html, LitElement } from 'lit';

customElements.define(
  'audit-badge',
  class extends LitElement {
    render() {
      return html`<p>The page’s own badge</p>
        <messenger-card name="briar" layout="compact"></messenger-card>`;
    }
  },
);
