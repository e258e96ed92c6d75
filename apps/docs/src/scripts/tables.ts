/** A table to carry away: its first row is the head. */
export type Table = readonly (readonly string[])[];

/**
 * A table as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP
 * advises, so that opening the file runs nothing.
 */
export function toCsv(table: Table): string {
  const cell = (text: string) => {
    const safe = /^[\s]*[=+\-@|\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A table as Markdown (GitHub's). What would be markup in a cell is written as text; addresses stay addresses. */
export function toMarkdown(table: Table): string {
  const word = (text: string) =>
    /^https:\/\/[^<>]+$/.test(text)
      ? `<${text.replaceAll('|', '%7C')}>`
      : text.replaceAll(/[\\`*_[\]<>|~&]/g, (mark) => `\\${mark}`);
  const cell = (text: string) => text.trim().split(/\s+/).map(word).join(' ');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const [head = [], ...rows] = table;
  return [head.map(cell), head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map(line)
    .join('');
}
