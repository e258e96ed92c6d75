/**
 * The comparison: chooses among what stands in the page. Nothing is drawn twice: where there are more messengers than
 * a page has columns, those of the others come from documents that the same template wrote.
 */
import { type Choice, fulfils, most, readChoice, type Wish, write, writeChoice } from './choice.ts';
import { type Table, toCsv, toMarkdown } from './tables.ts';

/** A messenger’s head and its answers, in the order of the rows. */
interface Column {
  readonly head: HTMLTableCellElement;
  readonly cells: readonly HTMLTableCellElement[];
}

const find = <T extends Element>(selector: string) => document.querySelector(selector) as T;
const all = <T extends Element>(selector: string, within: ParentNode = document) => [
  ...within.querySelectorAll<T>(selector),
];

const table = find<HTMLTableElement>('#comparison');
const status = find<HTMLElement>('#shown');
const picks = all<HTMLInputElement>('#messengers input');
const wish = find<HTMLSelectElement>('#wish');
const wished = find<HTMLUListElement>('#wished');
const differences = find<HTMLInputElement>('#differences');

const ids = picks.map(({ value }) => value);
const heads = all<HTMLTableCellElement>('thead [data-id]', table);
const groups = [...table.tBodies];
const rows = all<HTMLTableRowElement>('tr[data-row]', table).map((row) => ({
  row,
  head: row.cells[0] as HTMLTableCellElement,
  values: row.dataset['values']?.split('|') ?? [],
}));
const headRow = table.rows[0] as HTMLTableRowElement;
const corner = headRow.cells[0] as HTMLTableCellElement;
const rowOf = new Map(rows.map((row) => [row.row.dataset['row'], row]));
/** All that can be asked for. */
const offers = find<HTMLTemplateElement>('#wishes').content;
const options = all<HTMLOptionElement>('option', offers);
const wishes = options.map(({ value }) => value);

/** The messengers that the page was written with. */
const own = heads.map((head) => head.dataset['id'] as string);
const columns = new Map<string, Column>(
  heads.map((head, index) => [
    head.dataset['id'] as string,
    { head, cells: rows.map(({ row }) => row.cells[index + 1] as HTMLTableCellElement) },
  ]),
);

let { choice, unread }: { choice: Choice; unread: number } = readChoice(location.search, {
  ids,
  wishes,
});
/** The messengers in the table. */
let shown: readonly string[] = own;

/** The messengers that are chosen and have all that is asked for. */
function fitting(): string[] {
  return ids.filter(
    (id, index) =>
      (choice.show?.includes(id) ?? true) &&
      choice.must.every((asked) => fulfils(rowOf.get(asked.row)?.values[index] ?? '', asked)),
  );
}

const loads = new Map<string, Promise<void>>();

/** Fetches the column of a messenger that the page was not written with: once, and again where it could not be had. */
function load(id: string): Promise<void> {
  const running = loads.get(id) ?? fetchColumn(id).finally(() => loads.delete(id));
  loads.set(id, running);
  return running;
}

async function fetchColumn(id: string): Promise<void> {
  const page = await documentAt(`${table.dataset['root']}${id}.html`);
  // Its addresses start where it stands.
  for (const link of all<HTMLAnchorElement>('a', page)) link.setAttribute('href', link.href);
  for (const image of page.images) image.setAttribute('src', image.src);
  const [head, ...cells] = all<HTMLTableCellElement>('th, td', page);
  if (!head || cells.length !== rows.length) throw new Error(`${id} answers other questions`);
  columns.set(id, { head, cells });
}

/** A document of ours. Unlike a parser of texts, a request for one is nothing that Trusted Types forbid. */
function documentAt(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const { status, response } = request;
      if (status === 200 && response) resolve(response as Document);
      else reject(new Error(`${status} ${address}`));
    });
    request.addEventListener('error', () => reject(new Error(address)));
    request.send();
  });
}

/** Shows what is chosen. */
async function show(): Promise<void> {
  showChoice();
  const asked = choice;
  const fit = fitting();
  const wanted = choice.show ? fit : choice.must.length ? fit.slice(0, most) : own;
  const missing = wanted.filter((id) => !columns.has(id));
  if (missing.length) {
    table.ariaBusy = 'true';
    await Promise.allSettled(missing.map(load));
    // Meanwhile the reader may have chosen something else.
    if (asked !== choice) return;
  }
  table.ariaBusy = 'false';
  draw(wanted.filter((id) => columns.has(id)));
  const lost = wanted.length - shown.length;
  const rest = fit.length - wanted.length;
  status.textContent = [
    wanted.length
      ? `${shown.length} of ${ids.length} messengers`
      : 'No messenger that you chose has all of this',
    lost && `${lost} could not be loaded`,
    !choice.show && rest && `${rest} more ${choice.must.length ? 'fit' : 'are here'}, choose which`,
    unread &&
      `the address asks for ${unread} more that ${unread === 1 ? 'is' : 'are'} not known here`,
  ]
    .filter(Boolean)
    .join('; ');
  unread = 0;
}

function showChoice(): void {
  const chosen = choice.show ?? (own.length === ids.length ? ids : []);
  for (const pick of picks) pick.checked = chosen.includes(pick.value);
  differences.checked = choice.differences;
  wished.replaceChildren(...choice.must.map(wishItem));
}

/** Puts columns into the table, and hides the rows in which nothing differs where only differences are wanted. */
function draw(wanted: readonly string[]): void {
  if (wanted.join() !== shown.join()) {
    shown = wanted;
    const some = wanted.map((id) => columns.get(id) as Column);
    headRow.replaceChildren(corner, ...some.map(({ head }) => head));
    rows.forEach(({ row, head }, index) =>
      row.replaceChildren(head, ...some.map(({ cells }) => cells[index] as HTMLElement)),
    );
    for (const group of groups) {
      const head = group.rows[0]?.cells[0];
      if (head) head.colSpan = wanted.length + 1;
    }
  }
  const places = wanted.map((id) => ids.indexOf(id));
  for (const { row, values } of rows) {
    const differs = new Set(places.map((place) => values[place])).size > 1;
    row.hidden = choice.differences && places.length > 1 && !differs;
  }
  for (const group of groups) group.hidden = !group.querySelector('tr[data-row]:not([hidden])');
  table.hidden = wanted.length === 0;
}

function wishItem(asked: Wish): HTMLLIElement {
  const option = options.find(({ value }) => value === write(asked));
  const group = option?.closest('optgroup');
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `${group?.label ?? asked.row}: ${option?.label.toLowerCase() ?? asked.value}`;
  button.ariaLabel = `${button.textContent}, take back`;
  button.addEventListener('click', () => {
    set({ must: choice.must.filter((one) => write(one) !== write(asked)) });
    (wished.querySelector('button') ?? wish).focus();
  });
  item.append(button);
  return item;
}

function set(change: Partial<Choice>): void {
  choice = { ...choice, ...change };
  history.replaceState(null, '', writeChoice(choice) || location.pathname);
  void show();
}

/** What is shown, as it is shown, each answer with its sources. */
function shownTable(): Table {
  const some = shown.map((id) => columns.get(id) as Column);
  const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';
  return [
    ['Question', ...some.flatMap(({ head }) => [text(head), `${text(head)}: sources`])],
    ...rows.flatMap(({ row, head }, index) => {
      if (row.hidden) return [];
      const answers = some.flatMap(({ cells }) => {
        const cell = cells[index] as HTMLElement;
        const sources = all<HTMLAnchorElement>('a[rel]', cell).map(({ href }) => href);
        return [text(cell.querySelector('.words')), sources.join(' ')];
      });
      return [[text(head), ...answers]];
    }),
  ];
}

function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

find('#messengers').addEventListener('change', () => {
  const chosen = picks.filter(({ checked }) => checked).map(({ value }) => value);
  set({ show: chosen.length === ids.length || !chosen.length ? undefined : chosen });
});
wish.addEventListener('change', () => {
  const [row = '', value = ''] = wish.value.split(':');
  if (!choice.must.some((asked) => write(asked) === wish.value)) {
    set({ must: [...choice.must, { row, value }] });
  }
  wish.selectedIndex = 0;
});
differences.addEventListener('change', () => set({ differences: differences.checked }));
find('#reset').addEventListener('click', () =>
  set({ show: undefined, must: [], differences: false }),
);
find('#csv').addEventListener('click', () =>
  download('messengers.csv', 'text/csv', toCsv(shownTable())),
);
find('#markdown').addEventListener('click', () =>
  download('messengers.md', 'text/markdown', toMarkdown(shownTable())),
);
find('#link').addEventListener('click', () => {
  // Without TLS there is no clipboard: the address is shown, to be copied by hand.
  const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error());
  void copied.then(
    () => (status.textContent = 'The address is copied.'),
    () => (status.textContent = location.href),
  );
});

await show();

/** The answers come into their list when nothing else is to be done: there are many, and a phone has a page to lay out. */
const offer = () => wish.append(offers);
wish.addEventListener('focus', offer);
if ('requestIdleCallback' in window) requestIdleCallback(offer);
else offer();
