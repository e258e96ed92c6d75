import { test } from './test.ts';

const [command, ...args] = process.argv.slice(2);
const root = process.cwd();

const commands: Record<string, () => number | Promise<number>> = {
  test: () => test(root, args),
};

const run = commands[command ?? ''];
if (run === undefined) {
  console.error(`Usage: sealmark-tooling ${Object.keys(commands).join(' | ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run();
}
