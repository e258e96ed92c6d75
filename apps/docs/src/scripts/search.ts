/** The search page: asks the reader's own machine, and nobody else. */
import { createSearch, type Found, most } from './results.ts';

const find = <T extends Element>(selector: string) => document.querySelector(selector) as T;
const field = find<HTMLInputElement>('#query');
const status = find<HTMLElement>('#found');
const list = find<HTMLOListElement>('#results');
const plain = find<HTMLElement>('#everything');
const root = list.dataset['root'] ?? './';

let search: Promise<(query: string) => Found[]> | undefined;

/** The index, fetched when it is first asked for, and again where it could not be had. */
function load(): Promise<(query: string) => Found[]> {
  search ??= fetch(list.dataset['index'] as string)
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json() as Promise<Found[]>;
    })
    .then(createSearch);
  search.catch(() => (search = undefined));
  return search;
}

function item({ url, title, kind, text }: Found): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + url;
  link.textContent = title;
  const what = document.createElement('small');
  what.textContent = kind;
  const words = document.createElement('p');
  words.textContent = text.length > 160 ? `${text.slice(0, 160).replace(/\s\S*$/, '')} …` : text;
  line.append(link, ' ', what, words);
  return line;
}

function told(count: number): string {
  if (!count) return 'Nothing here has these words. The list below has every page.';
  if (count === most) return `The ${most} best results`;
  return count === 1 ? '1 result' : `${count} results`;
}

async function show(): Promise<void> {
  const query = field.value.trim();
  history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  plain.hidden = query !== '';
  if (!query) {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const results = (await load())(query);
    if (query !== field.value.trim()) return;
    list.replaceChildren(...results.map(item));
    plain.hidden = results.length > 0;
    status.textContent = told(results.length);
  } catch {
    plain.hidden = false;
    status.textContent = 'The index could not be loaded. The list below has every page.';
  }
}

field.value = (new URLSearchParams(location.search).get('q') ?? '').slice(0, 200);
field.addEventListener('input', () => void show());
field.addEventListener('focus', () => void load().catch(() => {}), { once: true });
if (field.value) void show();
