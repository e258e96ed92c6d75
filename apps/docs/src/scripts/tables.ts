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
  const cell = (text: string) =>
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*_[\]<>|~&]/g, (mark) => `\\${mark}`);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const [head = [], ...rows] = table;
  return [head.map(cell), head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map(line)
    .join('');
}
