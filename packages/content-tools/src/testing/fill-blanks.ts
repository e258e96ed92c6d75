import { readFileSync, writeFileSync } from 'node:fs';

/** What somebody may write in a blank, by the field that it stands in. */
const WORDS: Record<string, string> = {
  url: 'https://filled.example/',
  officialHosts: '[filled.example]',
  note: 'Nobody has looked yet.',
};

/** Fills in the blanks of an entry, as its author would. */
export function fillBlanks(file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const filled = lines.map((line) => {
    const [, start, name] = /^([ -]*(\w+): ).*____/.exec(line) ?? [];
    if (name === undefined || line.startsWith('#')) return line;
    return WORDS[name] ? start + WORDS[name] : line.replaceAll('____', 'Filled');
  });
  writeFileSync(file, filled.join('\n'));
}
