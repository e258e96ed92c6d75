/**
 * The first layout of a long page takes a phone a third of a second. On a narrow screen only what is in sight, or near,
 * is laid out before the first paint; the rest follows from top to bottom when nothing else is to be done, one piece a
 * frame. A page that is entered at its top has all its heights before its reader gets there; in any other, what stands
 * above would move what is read: there nothing waits.
 */
const parts = '.section, .entry';
const rows = 'messenger-card, .note, .row, .criterion, .term, .criteria tr';

const [entered] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];

if (
  'requestIdleCallback' in window &&
  matchMedia('(width < 48rem)').matches &&
  entered?.type === 'navigate' &&
  !location.hash
) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@media screen {
      :is(${parts}, ${rows}) { content-visibility: auto; contain-intrinsic-block-size: auto 18rem }
      :is(${parts}) { contain-intrinsic-block-size: auto 200rem }
    }`,
  );
  document.adoptedStyleSheets.push(sheet);

  addEventListener('load', () => {
    const waiting = [...document.querySelectorAll<HTMLElement>(`${parts}, ${rows}`)];
    requestIdleCallback(function layOut() {
      const next = waiting.shift();
      if (!next) return;
      next.style.contentVisibility = 'visible';
      requestAnimationFrame(() => requestIdleCallback(layOut));
    });
  });
}
