/** The comparison: chooses among what stands in the page. Nothing is drawn twice, nothing is fetched. */
import { type Choice, fulfils, readChoice, type Wish, write, writeChoice } from './choice.ts';
import { type Table, toCsv, toMarkdown } from './tables.ts';

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

const heads = all<HTMLTableCellElement>('thead [data-id]', table);
const ids = heads.map((head) => head.dataset['id'] as string);
const groups = [...table.tBodies];
const rows = all<HTMLTableRowElement>('tr[data-row]', table).map((row) => ({
  id: row.dataset['row'] as string,
  row,
  label: row.cells[0]?.textContent?.trim() ?? '',
  cells: [...row.cells].slice(1),
}));
type Row = (typeof rows)[number];
const rowOf = new Map(rows.map((row) => [row.id, row]));
const wishes = all<HTMLOptionElement>('option', wish).map(({ value }) => value);
const valueOf = ({ cells }: Row, column: number) => cells[column]?.dataset['value'] ?? '';

const { choice: first, unread } = readChoice(location.search, { ids, wishes });
let choice: Choice = first;

/** More columns than these nobody compares; who wants others chooses them. */
const most = 24;

/** The columns that are chosen and have all that is asked for. */
function fitting(): number[] {
  return ids.flatMap((id, column) => {
    const fits = choice.must.every((asked) => {
      const row = rowOf.get(asked.row);
      return row && fulfils(valueOf(row, column), asked);
    });
    return fits && (choice.show?.includes(id) ?? true) ? [column] : [];
  });
}

/** Those of them that are shown. */
const columns = (): number[] => (choice.show ? fitting() : fitting().slice(0, most));

const differs = (row: Row, shown: readonly number[]) =>
  new Set(shown.map((column) => valueOf(row, column))).size > 1;

function show(): void {
  const shown = columns();
  const hidden = ids.map((_, column) => !shown.includes(column));
  const only = choice.differences && shown.length > 1;
  heads.forEach((head, column) => (head.hidden = hidden[column] as boolean));
  for (const row of rows) {
    row.row.hidden = only && !differs(row, shown);
    row.cells.forEach((cell, column) => (cell.hidden = hidden[column] as boolean));
  }
  for (const group of groups) {
    group.hidden = all('tr[data-row]:not([hidden])', group).length === 0;
    const head = group.rows[0]?.cells[0];
    if (head) head.colSpan = shown.length + 1;
  }
  table.hidden = shown.length === 0;
  table.style.setProperty('--columns', String(shown.length));
  for (const pick of picks) pick.checked = choice.show?.includes(pick.value) ?? true;
  differences.checked = choice.differences;
  wished.replaceChildren(...choice.must.map(wishItem));
  const rest = choice.show ? 0 : fitting().length - shown.length;
  status.textContent = shown.length
    ? `${shown.length} of ${ids.length} messengers${rest ? `; ${rest} more fit, choose which` : ''}`
    : 'No messenger that you chose has all of this.';
}

function wishItem(asked: Wish): HTMLLIElement {
  const option = all<HTMLOptionElement>('option', wish).find(({ value }) => value === write(asked));
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
  show();
}

/** What is shown, as it is shown, each answer with its sources. */
function shownTable(): Table {
  const shown = columns();
  const names = shown.map((column) => heads[column]?.textContent?.trim() ?? '');
  const text = (cell: Element | undefined) =>
    cell?.querySelector('.words')?.textContent?.trim() ?? '';
  const sources = (cell: Element | undefined) =>
    cell ? all<HTMLAnchorElement>('a[rel]', cell).map(({ href }) => href) : [];
  return [
    ['Question', ...names.flatMap((name) => [name, `${name}: sources`])],
    ...rows
      .filter(({ row }) => !row.hidden)
      .map((row) => [
        row.label,
        ...shown.flatMap((column) => [
          text(row.cells[column]),
          sources(row.cells[column]).join(' '),
        ]),
      ]),
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
  void navigator.clipboard?.writeText(location.href).then(
    () => (status.textContent = 'The address is copied.'),
    () => (status.textContent = location.href),
  );
});

show();
if (unread > 0) {
  status.textContent += `. The address asks for ${unread} more that ${unread === 1 ? 'is' : 'are'} not known here.`;
}
