/**
 * Runs in the head of every page, before anything is painted: sets the colors that the reader chose, shows what works
 * with scripts only, and keeps the choice, which is all that the site ever stores.
 */
const root = document.documentElement;
const key = 'theme';

function read(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(theme: string): void {
  try {
    if (theme) localStorage.setItem(key, theme);
    else localStorage.removeItem(key);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

function show(theme: string): void {
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  for (const button of document.querySelectorAll<HTMLButtonElement>('.themes button')) {
    button.ariaPressed = String(button.value === (root.dataset['theme'] ?? ''));
  }
}

if (location.protocol === 'file:') {
  // A folder on a disk has no server that knows which page of a folder is meant, and runs no modules.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.protocol === 'file:') link.href = link.href.replace(/\/(?=#|\?|$)/, '/index.html');
  });
} else {
  root.dataset['scripted'] = '';
  show(read());
  // A page that a browser kept shows again what was chosen when it was left.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(read());
  });
  addEventListener('storage', (event) => {
    if (event.key === key) show(event.newValue ?? '');
  });
  document.addEventListener('DOMContentLoaded', () => show(root.dataset['theme'] ?? ''));
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || !target.closest('.themes')) return;
    keep(target.value);
    show(target.value);
  });
}
