import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error Eleventy has no types.
import Eleventy from '@11ty/eleventy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import sealmark, { type SealmarkPluginOptions } from './eleventy.ts';
import { stylesheet } from './index.ts';
import { content } from './testing/sample.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eleventy-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function build(page: string, options: Partial<SealmarkPluginOptions> = {}): Promise<string> {
  writeFileSync(join(folder, 'in', 'index.html'), page);
  const eleventy = new Eleventy(join(folder, 'in'), join(folder, 'out'), {
    quietMode: true,
    config: (config: { addPlugin(plugin: unknown, options: unknown): void }) =>
      config.addPlugin(sealmark, { content, ...options }),
  });
  eleventy.disableLogger();
  await eleventy.write();
  return readFileSync(join(folder, 'out', 'index.html'), 'utf8');
}

describe('the plugin for Eleventy', () => {
  it('writes roots into pages and the stylesheet into the site', async () => {
    const page = await build('<!doctype html><messenger-card name="heron"></messenger-card>', {
      assets: 'assets',
    });
    const { name, text } = stylesheet();
    expect(page).toContain(`<link rel="stylesheet" href="/assets/${name}"><article`);
    expect(readFileSync(join(folder, 'out', 'assets', name), 'utf8')).toBe(text);
  });

  it('warns of what it leaves, or ends the build', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const page = '<p>\n<messenger-card name="nope"></messenger-card>';
    expect(await build(page)).toBe(page);
    expect(warn.mock.calls.flat().join()).toMatch(/index\.html:2:1: <messenger-card> There is no/);
    await expect(build(page, { strict: true })).rejects.toThrow();
  });
});
