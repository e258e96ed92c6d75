import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { FolderError } from '../folders.ts';
import { checkLinks } from '../links/check.ts';
import { collectLinks } from '../links/collect.ts';
import { MEMORY, readMemory, writeMemory } from '../links/memory.ts';
import { reportLinks, URGENT, type LinkFinding } from '../links/report.ts';
import { loadContent } from '../load.ts';
import { visible } from '../words.ts';
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

/** What the shell is told by what a Ctrl-C ended. */
const INTERRUPTED = 130;

const HOUR = 3_600_000;

/** How often the memory is written while addresses are asked, in milliseconds. */
const SAVE_EVERY = 5_000;

export function addLinks(program: Command): void {
  program
    .command('links')
    .description('ask whether the addresses of the content still lead somewhere, politely')
    .argument('[folder]', 'the folder of the content package', '.')
    .option('--memory <file>', 'what is remembered between runs, from the folder', MEMORY)
    .option(
      '--every <days>',
      'leave alone what was fine less than so many days ago',
      whole(0, 36_500),
      1,
    )
    .option('--hosts <number>', 'how many hosts to ask at the same time', whole(1, 100), 8)
    .option('--pause <ms>', 'the pause between two requests to a host', whole(0, HOUR), 1000)
    .option('--timeout <ms>', 'how long an answer may take', whole(1, HOUR), 20_000)
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
      const stop = new AbortController();
      if (!options.remembered) {
        const { step, done } = progress();
        const end = () => stop.abort();
        process.once('SIGINT', end);
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
        process.off('SIGINT', end);
        done();
      }
      writeMemory(file, memory);
      tell(reportLinks(links, memory), {
        asked,
        of: links.length,
        isWhole: !stop.signal.aborted,
        asJson: options.json ?? false,
      });
    });
}

function tell(
  findings: readonly LinkFinding[],
  { asked, of, isWhole, asJson }: { asked: number; of: number; isWhole: boolean; asJson: boolean },
): void {
  const urgent = findings.filter(({ kind }) => URGENT.includes(kind));
  if (urgent.length > 0) process.exitCode = EXIT.problems;
  if (!isWhole) process.exitCode = INTERRUPTED;
  if (asJson)
    return print({
      ok: isWhole && urgent.length === 0,
      asked,
      addresses: of,
      ...(!isWhole && { interrupted: true }),
      findings,
    });
  for (const { kind, file, line, column, field, message } of findings) {
    const text = visible(`${kind}: ${file}:${line}:${column} ${field}: ${message}`);
    console.error(URGENT.includes(kind) ? paint('red', text) : text);
  }
  const said = [
    ...(urgent.length > 0
      ? [`${urgent.length} ${urgent.length === 1 ? 'needs' : 'need'} somebody`]
      : isWhole
        ? ['none is broken']
        : []),
    ...(isWhole ? [] : ['interrupted before the end; what was learned is kept']),
  ].join(', ');
  console.log(`${count(of, 'address', 'addresses')}, ${asked} of them asked now: ${said}`);
}

/** Reads a whole number in these bounds. */
const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    return value;
  };
