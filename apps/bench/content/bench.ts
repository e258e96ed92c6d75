import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tools = join(import.meta.dirname, '../../../packages/content-tools');
const cli = join(tools, 'bin/sealmark.js');
const args = process.argv.slice(2);
const counts = args.length > 0 ? args.map(Number) : [100, 1_000, 10_000];
if (counts.some((count) => !(count > 4))) {
  console.log(
    'content [number of entries, more than 4 …]: sealmark check, build and diff; 100, 1000 and 10000 unless numbers are named',
  );
  process.exit(args.includes('--help') ? 0 : 2);
}

interface Row {
  entries: number;
  command: string;
  seconds: number;
  /** Seconds of a processor, which other work on the machine does not lengthen. */
  processor: number;
  /** The most memory that the process held, in megabytes. */
  memory: number;
}

/** Prints the most memory that was held, in kilobytes, and the time of the processor, in microseconds. */
const watcher = `data:text/javascript,process.on('exit',()=>{const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();process.stderr.write('\\nUSED '+m+' '+(u+s))})`;

function measure(
  root: string,
  command: string,
  ...args: string[]
): Omit<Row, 'entries' | 'command'> {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', watcher, cli, command, ...args],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`sealmark ${command} failed: ${stderr || stdout}`.slice(0, 2000));
  const [, memory, processor] = /USED (\d+) (\d+)/.exec(stderr) ?? [];
  return { seconds, processor: Number(processor) / 1e6, memory: Number(memory) / 1024 };
}

/** A package of so many entries, no two alike. */
function generate(root: string, entries: number): void {
  cpSync(join(tools, 'test-data/register'), root, { recursive: true });
  const heron = readFileSync(join(root, 'content/messengers/heron.yaml'), 'utf8');
  const ids = Array.from({ length: entries - 4 }, (_, index) => `bird-${index}`);
  for (const id of ids) {
    const entry = heron
      .replaceAll(/heron\.example/g, `${id}.example`)
      .replaceAll('shop.example/heron', `shop.example/${id}`)
      .replaceAll(/\bHeron\b/g, `Bird ${id}`)
      .replace('Nobody says how many.', `Nobody says how many of ${id} there are.`);
    writeFileSync(join(root, `content/messengers/${id}.yaml`), entry);
  }
  const page = join(root, 'content/page.yaml');
  const text = readFileSync(page, 'utf8').replace(
    'entries: [heron]',
    `entries: [heron, ${ids.join(', ')}]`,
  );
  writeFileSync(page, text);
}

/** Changes a word of each entry. */
function change(root: string, entries: number): void {
  for (let index = 0; index < entries - 4; index += 1) {
    const file = join(root, `content/messengers/bird-${index}.yaml`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('flocks.', 'flocks and pairs.'));
  }
}

/** The power with which a figure grows between two numbers of entries; 1 is a straight line. */
const growth = (before: Row | undefined, now: Row, figure: 'processor' | 'memory'): string =>
  before
    ? (Math.log(now[figure] / before[figure]) / Math.log(now.entries / before.entries)).toFixed(2)
    : '';

console.log(
  '| entries | command | seconds | of a processor | grows with | memory, MB | grows with |',
);
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: |');
const rows: Row[] = [];

function tell(row: Row): void {
  const before = rows.findLast(
    ({ entries, command }) => entries < row.entries && command === row.command,
  );
  rows.push(row);
  const { entries, command, seconds, processor, memory } = row;
  console.log(
    `| ${entries.toLocaleString('en')} | ${command} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${growth(before, row, 'processor')} | ${memory.toFixed(0)} | ${growth(before, row, 'memory')} |`,
  );
}

for (const entries of counts) {
  const root = mkdtempSync(join(tmpdir(), 'bench-content-'));
  try {
    generate(root, entries);
    const row = (command: string, ...args: string[]) =>
      tell({ entries, command: [command, ...args].join(' '), ...measure(root, command, ...args) });
    row('check');
    row('build');
    tell({ entries, command: 'build, nothing new', ...measure(root, 'build') });
    measure(root, 'release');
    change(root, entries);
    row('diff');
  } finally {
    rmSync(root, { recursive: true });
  }
}
