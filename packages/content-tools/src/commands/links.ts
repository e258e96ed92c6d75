import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { FolderError } from '../folders.ts';
import { checkLinks } from '../links/check.ts';
import { collectLinks } from '../links/collect.ts';
import { MEMORY, readMemory, writeMemory } from '../links/memory.ts';
import { reportLinks, URGENT, type LinkFinding } from '../links/report.ts';
import { loadContent } from '../load.ts';
import { count, EXIT, paint, print, progress } from './output.ts';

interface Options {
  memory: string;
  every: number;
  hosts: number;
  pause: number;
  timeout: number;
  accept?: boolean;
  remembered?: boolean;
  json?: boolean;
}

/** How often the memory is written while addresses are asked, in milliseconds. */
const SAVE_EVERY = 5_000;

export function addLinks(program: Command): void {
  program
    .command('links')
    .description('ask whether the addresses of the content still lead somewhere, politely')
    .argument('[folder]', 'the folder of the content package', '.')
    .option('--memory <file>', 'what is remembered between runs, from the folder', MEMORY)
    .option('--every <days>', 'leave alone what was fine less than so many days ago', number, 1)
    .option('--hosts <number>', 'how many hosts to ask at the same time', number, 8)
    .option('--pause <ms>', 'the pause between two requests to a host', number, 1000)
    .option('--timeout <ms>', 'how long an answer may take', number, 20_000)
    .option('--accept', 'take the hosts where downloads end now as right')
    .option('--remembered', 'ask nothing, and say what is remembered')
    .option('--json', 'print the outcome as JSON')
    .action(async (folder: string, options: Options) => {
      const root = resolve(folder);
      const file = resolve(root, options.memory);
      const memory = readMemory(file);
      const content = loadContent(root);
      const [unreadable] = content.problems;
      if (unreadable)
        throw new FolderError(
          `${unreadable.file}:${unreadable.line} cannot be read; run sealmark check first.`,
        );
      const links = collectLinks(content);
      const known = new Set(links.map(({ url }) => url));
      for (const url of Object.keys(memory.addresses)) {
        if (!known.has(url)) delete memory.addresses[url];
        else if (options.accept) delete memory.addresses[url]!.wasOn;
      }
      let asked = 0;
      if (!options.remembered) {
        const { step, done } = progress();
        const stop = new AbortController();
        process.once('SIGINT', () => stop.abort());
        let saved = Date.now();
        ({ asked } = await checkLinks(links, memory, {
          ...options,
          today: new Date().toISOString().slice(0, 10),
          progress: step,
          signal: stop.signal,
          saved: () => {
            if (Date.now() - saved < SAVE_EVERY) return;
            saved = Date.now();
            writeMemory(file, memory);
          },
        }));
        done();
      }
      writeMemory(file, memory);
      tell(reportLinks(links, memory), { asked, of: links.length, asJson: options.json ?? false });
    });
}

function tell(
  findings: readonly LinkFinding[],
  { asked, of, asJson }: { asked: number; of: number; asJson: boolean },
): void {
  const urgent = findings.filter(({ kind }) => URGENT.includes(kind));
  if (urgent.length > 0) process.exitCode = EXIT.problems;
  if (asJson) return print({ ok: urgent.length === 0, asked, addresses: of, findings });
  for (const { kind, file, line, column, field, message } of findings) {
    const text = `${kind}: ${file}:${line}:${column} ${field}: ${message}`;
    console.error(URGENT.includes(kind) ? paint('red', text) : text);
  }
  const said = urgent.length > 0 ? `${urgent.length} need somebody` : 'none is broken';
  console.log(`${count(of, 'address', 'addresses')}, ${asked} of them asked now: ${said}`);
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('Write a number.');
  return value;
}
