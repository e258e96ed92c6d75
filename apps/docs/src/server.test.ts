import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { headersFile, headersOf, hostFiles, policy } from './headers.ts';
import { serve, type Serving } from './server.ts';

describe('the server', () => {
  let site: Serving;
  beforeAll(async () => {
    site = await serve(0);
  });
  afterAll(() => site.close());

  it('sends the policy with every page', async () => {
    for (const path of ['/', '/compare/', '/nowhere', '/embed/embed.js', '/changes/feed.atom']) {
      const { headers } = await fetch(site.address + path);
      expect(headers.get('content-security-policy')).toBe(policy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).not.toContain('no-store');
    }
  });

  it('lets a browser keep for good what has its version in its name, and ask again for the rest', async () => {
    const page = await fetch(`${site.address}/`);
    const [, css = ''] = /href="\.(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
    expect(page.headers.get('cache-control')).toBe('public, no-cache');
    expect((await fetch(site.address + css)).headers.get('cache-control')).toContain('immutable');
    const tag = page.headers.get('etag') ?? '';
    expect((await fetch(`${site.address}/`, { headers: { 'if-none-match': tag } })).status).toBe(
      304,
    );
  });

  it('lets other sites load the embed script', async () => {
    const { headers } = await fetch(`${site.address}/embed/embed.js`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('content-type')).toContain('javascript');
  });

  it('compresses', async () => {
    const { headers } = await fetch(`${site.address}/`, { headers: { 'accept-encoding': 'br' } });
    expect(headers.get('content-encoding')).toBe('br');
  });

  it('says so where nothing stands, and leads nowhere else', async () => {
    const missing = await fetch(`${site.address}/nowhere`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('Nothing stands here');
    expect((await fetch(`${site.address}/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it('writes the same headers for other hosts', () => {
    expect(headersFile()).toContain(`/*\n  Content-Security-Policy: ${policy}\n`);
    expect(headersFile()).toContain(
      '/assets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n',
    );
    const { '.htaccess': apache, '.nginx.conf': nginx, 'vercel.json': vercel } = hostFiles();
    for (const path of ['/', '/assets/', '/data/']) {
      for (const [name, value] of Object.entries(headersOf(path))) {
        expect(apache).toContain(`Header always set ${name} "${value}"`);
        expect(nginx).toContain(`add_header ${name} "${value}" always;`);
        expect(JSON.stringify(JSON.parse(vercel as string))).toContain(
          JSON.stringify({ key: name, value }),
        );
      }
    }
  });

  it('lets programs read data and feeds from anywhere', async () => {
    for (const path of ['/data/all.json', '/changes/feed.atom']) {
      const { headers, status } = await fetch(site.address + path);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    }
  });
});

describe('npm start', () => {
  const blockers: Server[] = [];
  afterEach(() => {
    for (const blocker of blockers.splice(0)) blocker.close();
  });

  async function block(port: number): Promise<number> {
    const blocker = createServer();
    blockers.push(blocker);
    blocker.listen(port);
    await once(blocker, 'listening').catch(() => {});
    return (blocker.address() as AddressInfo).port;
  }
  function start(port?: string) {
    const env = { ...process.env, PORT: port };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], { env });
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => (said.out += data));
    child.stderr.on('data', (data) => (said.err += data));
    return { child, said };
  }

  it('prints its address, and ends when it is told to', async () => {
    const { child, said } = start('0');
    await expect
      .poll(() => said.out, { timeout: 10_000 })
      .toMatch(/^Sealmark is at http:\/\/localhost:\d+\/\n$/);
    const [, address = ''] = /(http:\S+)/.exec(said.out) ?? [];
    expect((await fetch(address)).status).toBe(200);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(said.err).toBe('');
  });

  it('says that a port it was given is taken', async () => {
    const port = await block(0);
    const { child, said } = start(String(port));
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(said.err).toBe(`Port ${port} is taken: choose another PORT.\n`);
  });

  it('says that a port is none', async () => {
    const { child, said } = start('none');
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(said.err).toBe('PORT is “none”, which is no port: use a number from 0 to 65535.\n');
  });

  it('takes the next port where the usual one is taken', async () => {
    await block(4173).catch(() => {});
    const { child, said } = start();
    await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/localhost:(?!4173)\d+/);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});

describe('npm run dev', () => {
  it('builds, serves, and builds anew when a file changes', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'sealmark-dev-'));
    const env = { ...process.env, PORT: '0', SITE_OUTPUT: join(parent, 'site') };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'dev.ts')], { env });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    const soon = { timeout: 40_000 };
    const style = join(import.meta.dirname, 'site.css');
    try {
      await expect.poll(() => said, soon).toMatch(/Built in [\d.]+ s\nSealmark is at http:/);
      const [, address = ''] = /(http:\S+)/.exec(said) ?? [];
      expect((await fetch(`${address}compare/`)).status).toBe(200);
      // Many editors write a new file and give it the old one's name: each time counts.
      for (let builds = 1; builds < 3; builds += 1) {
        copyFileSync(style, `${style}.part`);
        renameSync(`${style}.part`, style);
        await expect.poll(() => said.match(/Built in/g)?.length, soon).toBeGreaterThan(builds);
      }
      expect((await fetch(`${address}compare/`)).status).toBe(200);
    } finally {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(parent, { recursive: true, force: true });
    }
  });
});
