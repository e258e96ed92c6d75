import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openContent, writeStatic } from '../../index.ts';

const types: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** What `sealmark-static` writes, in a page of somebody else. */
export function frames(page: () => Page): void {
  let folder: string;
  let server: Server;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'static-'));
    const content = openContent('@sealmark/messengers', import.meta.dirname);
    await writeStatic(folder, { content });
    writeFileSync(
      join(folder, 'page.html'),
      '<!doctype html><iframe src="frames/signal.html" sandbox="allow-popups" title="Signal"></iframe><img src="badges/signal.svg" alt="">',
    );
    server = createServer(({ url = '' }, response) => {
      response.writeHead(200, {
        'content-type': types[url.split('.').at(-1) ?? ''] ?? 'text/plain',
      });
      response.end(url === '/favicon.ico' ? '' : readFileSync(join(folder, url)));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('shows frames without scripts and badges as pictures', async () => {
    await page().goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    const card = page().frameLocator('iframe').locator('messenger-card');
    await card.getByRole('heading', { name: 'Signal', level: 2 }).waitFor();
    const width = await card.locator('.card').evaluate((at) => getComputedStyle(at).borderTopWidth);
    expect(width).toBe('2px');
    const badge = await page()
      .locator('img')
      .evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth);
    expect(badge).toBeGreaterThan(200);
  });
}
