import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright';
import type { Consumer, Visit } from './consumer.ts';

/** A file that a page loaded, in bytes. */
export interface Loaded {
  readonly path: string;
  readonly bytes: number;
  readonly brotli: number;
}

/** What became of a visit. */
export interface Visited {
  /** The promises that hold. */
  readonly checks: readonly string[];
  /** What does not, if anything. */
  readonly failure?: string;
  /** The content security policy that the page came with, if any. */
  readonly policy?: string;
  /** What the page had loaded when it was looked at. Only Chromium tells. */
  readonly loaded: readonly Loaded[];
}

/** Opens a consumer's page, looks at it, and makes sure that the console was silent and nobody else was asked. */
export async function visit(
  browser: Browser,
  origin: string,
  look: NonNullable<Consumer['look']>,
): Promise<Visited> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  page.setDefaultTimeout(10_000);
  const requests: string[] = [];
  const said: string[] = [];
  const responses: Response[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => responses.push(response));
  // Firefox asks for an icon of its own accord, and tells when a policy forbids it.
  const hear = (kind: string, text: string) =>
    text.includes('/favicon.ico') || said.push(`${kind}: ${text}`);
  page.on('console', (message) => hear(message.type(), message.text()));
  page.on('pageerror', (error) => hear('error', error.message));
  const checks: string[] = [];
  let failure: string | undefined;
  let policy: string | undefined;
  const check: Visit['check'] = async (promise, holds) => {
    try {
      await holds();
      checks.push(promise);
    } catch (error) {
      throw new Error(`${promise}: ${(error as Error).message}`, { cause: error });
    }
  };
  try {
    const open: Visit['open'] = async (path) => {
      const answer = await page.goto(origin + path);
      policy ??= answer?.headers()['content-security-policy'];
      await stayHere(page);
    };
    await open('/');
    await look({ page, origin, requests, said, open, check });
    await check('silent console', async () => none(said));
    await check('no request elsewhere', async () =>
      none(requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin)),
    );
  } catch (error) {
    failure = (error as Error).message;
    if (said.length) failure += `\n${said.join('\n')}`;
  }
  const loaded = browser.browserType().name() === 'chromium' ? await weigh(responses) : [];
  await page.close();
  return { checks, loaded, ...(policy && { policy }), ...(failure !== undefined && { failure }) };
}

/** Keeps a click on a link from leading away. */
const stayHere = (page: Page) =>
  page
    .evaluate(() =>
      addEventListener('click', (event) => {
        if (event.composedPath().some((at) => at instanceof HTMLAnchorElement))
          event.preventDefault();
      }),
    )
    .catch(() => undefined);

function none(list: readonly string[]): void {
  if (list.length) throw new Error(list.join('\n'));
}

async function weigh(responses: readonly Response[]): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  for (const response of responses) {
    const body = await response.body().catch(() => undefined);
    if (!body?.length) continue;
    const { pathname, search } = new URL(response.url());
    loaded.push({
      path: pathname + search,
      bytes: body.length,
      brotli: brotliCompressSync(body).length,
    });
  }
  return loaded;
}
