#!/usr/bin/env node
// Plain JavaScript: this is the one file that an old Node has to understand.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `sealmark-static needs Node 22.12 or newer (this is ${process.version}): install it from https://nodejs.org and run the command again.`,
  );
  process.exitCode = 2;
} else {
  await import('../dist/static-cli.js');
}
