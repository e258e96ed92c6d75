import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import integrity from '@sealmark/embed/integrity.json' with { type: 'json' };

cpSync('node_modules/@sealmark/embed/dist/embed.full.js', 'public/embed.full.js');
const page = readFileSync('index.html', 'utf8');
writeFileSync('public/index.html', page.replace('HASH', integrity['embed.full.js']));
