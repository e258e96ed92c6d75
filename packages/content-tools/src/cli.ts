import { sealmark } from './program.ts';

await sealmark(process.argv.slice(2));
