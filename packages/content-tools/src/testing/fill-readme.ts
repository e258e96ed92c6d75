import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRules } from './rule-examples.ts';

const README = join(import.meta.dirname, '../../README.md');
writeFileSync(README, withRules(readFileSync(README, 'utf8')));
