#!/usr/bin/env node
// Plain JavaScript: this is the one file that an old Node has to understand.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 22)) {
  console.error(
    `Sealmark needs Node 22.22 or newer, and npm could not bring one for this system (this is ${process.version}): install it from https://nodejs.org and run the command again.`,
  );
  process.exitCode = 1;
} else {
  await import('../src/cli.ts');
}
