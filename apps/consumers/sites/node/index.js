import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { element, meta, signal } from '@sealmark/messengers';
import all from '@sealmark/messengers/all';
import { facts } from '@sealmark/messengers/facts';
import index from '@sealmark/messengers/index.json' with { type: 'json' };
import card from '@sealmark/messengers/cards/briar.json' with { type: 'json' };

assert.equal(signal.name, 'Signal');
assert.match(signal.claims['forward-secrecy'].reviewed, /^\d{4}-\d\d-\d\d$/);
for (const { url } of signal.claims['e2ee-default'].sources) assert.match(url, /^https:/);
assert.ok(element.audits.length > 0);
assert.deepEqual(
  all.map(({ id }) => id),
  index.map(({ id }) => id),
);
assert.ok(facts.every(({ id, label }) => id && label));
assert.equal(card.id, 'briar');
assert.match(meta.version, /^\d+\.\d+\.\d+/);

// Every package that says it runs on this Node can be imported on it.
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [major, minor] = process.versions.node.split('.').map(Number);
for (const name of Object.keys(dependencies)) {
  const { engines } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const [, least, within = 0] = /^>=(\d+)(?:\.(\d+))?$/.exec(engines.node) ?? assert.fail(name);
  if (major < least || (major === Number(least) && minor < within)) continue;
  await import(name);
}
