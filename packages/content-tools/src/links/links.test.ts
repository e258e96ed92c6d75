import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderError } from '../folders.ts';
import { loadContent } from '../load.ts';
import { sealmark } from '../testing/command.ts';
import { copyRegister } from '../testing/register.ts';
import { checkLinks, type LinkOptions } from './check.ts';
import { collectLinks, type Linked } from './collect.ts';
import { readMemory, type Memory } from './memory.ts';
import { reportLinks } from './report.ts';

interface Asked {
  method: string;
  host: string;
  path: string;
  at: number;
  headers: IncomingMessage['headers'];
}

let server: Server;
let port: number;
let asked: Asked[] = [];
/** What the server answers, by host and path. */
let answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, host = '', ...rest] = request.url!.split('/');
    const path = `/${rest.join('/')}`;
    asked.push({ method: request.method!, host, path, at: Date.now(), headers: request.headers });
    const answer = answers[host + path];
    if (answer) return answer(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
  answers = {};
});

/** The global `fetch`, sent to the server of this test whatever the host. */
const local: typeof fetch = (input, init) => {
  const { host, pathname, search } = new URL(String(input));
  return fetch(`http://127.0.0.1:${port}/${host}${pathname}${search}`, init);
};

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(code, headers).end();

const link = (url: string, isDownload = false): Linked => ({
  url,
  place: { file: 'content/messengers/heron.yaml', line: 1, column: 1, length: 1, field: 'links' },
  times: 1,
  isDownload,
});

const elsewhere = status(302, { location: 'https://elsewhere.example/1' });

const empty = (): Memory => ({ format: 'sealmark-links-1', addresses: {} });

async function run(
  urls: readonly (string | Linked)[],
  memory = empty(),
  options: Partial<LinkOptions> = {},
) {
  const links = urls.map((url) => (typeof url === 'string' ? link(url) : url));
  const outcome = await checkLinks(links, memory, {
    today: '2026-01-01',
    fetch: local,
    pause: 1,
    ...options,
  });
  const found = reportLinks(links, memory).map(({ kind, message }) => `${kind}: ${message}`);
  return { memory, found, ...outcome };
}

describe('checkLinks', () => {
  it('asks with HEAD, says who asks, and is quiet about what is fine', async () => {
    answers['a.example/'] = status(200);
    const { found, memory } = await run(['https://a.example/']);
    expect(found).toEqual([]);
    expect(asked).toMatchObject([{ method: 'HEAD', host: 'a.example' }]);
    expect(asked[0]!.headers['user-agent']).toContain('sealmark-links (+https://');
    expect(memory.addresses['https://a.example/']).toEqual({
      checked: '2026-01-01',
      fine: '2026-01-01',
    });
  });

  it('asks again with GET where a server does not know HEAD', async () => {
    answers['a.example/'] = (request, response) =>
      void response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
    expect((await run(['https://a.example/'])).found).toEqual([]);
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  it('asks one address of a host at a time, with a pause between', async () => {
    let now = 0;
    let most = 0;
    const paths = ['a.example/1', 'a.example/2', 'a.example/3'];
    for (const path of paths)
      answers[path] = (_, response) => {
        now += 1;
        most = Math.max(most, now);
        setTimeout(() => {
          now -= 1;
          response.writeHead(200).end();
        }, 20);
      };
    await run(
      paths.map((path) => `https://${path}`),
      empty(),
      { pause: 60 },
    );
    expect(most).toBe(1);
    const gaps = asked.slice(1).map(({ at }, index) => at - asked[index]!.at);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
  });

  it('asks whether anything changed, and takes no for fine', async () => {
    answers['a.example/'] = (request, response) =>
      void response
        .writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { etag: '"1"' })
        .end();
    const { memory } = await run(['https://a.example/']);
    const { found } = await run(['https://a.example/'], memory, { today: '2026-01-03' });
    expect(found).toEqual([]);
    expect(asked[1]!.headers['if-none-match']).toBe('"1"');
    expect(memory.addresses['https://a.example/']!.fine).toBe('2026-01-03');
  });

  it('asks so again when the no did not say by what', async () => {
    const since = 'Thu, 01 Jan 2026 00:00:00 GMT';
    answers['a.example/'] = status(200, { etag: '"1"', 'last-modified': since });
    const { memory } = await run(['https://a.example/']);
    answers['a.example/'] = status(304);
    await run(['https://a.example/'], memory, { today: '2026-01-02' });
    await run(['https://a.example/'], memory, { today: '2026-01-03' });
    expect(asked.at(-1)!.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': since,
    });
  });

  it('leaves alone for a day what was fine', async () => {
    answers['a.example/'] = status(200);
    const { memory } = await run(['https://a.example/']);
    expect((await run(['https://a.example/'], memory)).asked).toBe(0);
    expect(
      (await run(['https://a.example/'], memory, { today: '2026-01-05', every: 7 })).asked,
    ).toBe(0);
    expect((await run(['https://a.example/'], memory, { today: '2026-01-02' })).asked).toBe(1);
  });

  it('reports an address as broken only after it failed over days', async () => {
    const memory = empty();
    const on = async (today: string) =>
      (await run(['https://a.example/x'], memory, { today })).found;
    expect(await on('2026-01-01')).toEqual([
      'failing: "https://a.example/x" has failed once since 2026-01-01 (404); it counts as broken after 3 failures over 3 days',
    ]);
    await on('2026-01-01');
    expect((await on('2026-01-02'))[0]).toMatch(/^failing: .* on 2 days/);
    expect((await on('2026-01-03'))[0]).toMatch(/^failing: .* on 3 days/);
    expect(await on('2026-01-04')).toEqual([
      'broken: "https://a.example/x" has failed on 4 days since 2026-01-01 (404); write the address that it has now, or move it to former',
    ]);
    answers['a.example/x'] = status(200);
    expect(await on('2026-01-05')).toEqual([]);
  });

  it.each([401, 403, 429, 451])(
    'calls %i not known, and forgets no failure over it',
    async (code) => {
      answers['a.example/'] = status(code, { 'retry-after': '3600' });
      const { found } = await run(['https://a.example/']);
      expect(found).toEqual([
        `not-known: "https://a.example/" does not tell programs (${code} on 2026-01-01); open it in a browser`,
      ]);
      const memory = empty();
      memory.addresses['https://a.example/'] = { checked: '2025-12-31', failed: ['2025-12-31'] };
      await run(['https://a.example/'], memory);
      expect(memory.addresses['https://a.example/']!.failed).toEqual(['2025-12-31']);
    },
  );

  it('breaks nothing over what is not known, until it fails again', async () => {
    const memory = empty();
    const on = async (today: string) =>
      (await run(['https://a.example/'], memory, { today })).found;
    for (const today of ['2026-01-01', '2026-01-02', '2026-01-04']) await on(today);
    answers['a.example/'] = status(403);
    expect(await on('2026-01-05')).toEqual([
      'not-known: "https://a.example/" does not tell programs (403 on 2026-01-05; before that it failed on 3 days since 2026-01-01); open it in a browser',
    ]);
    answers = {};
    expect((await on('2026-01-06'))[0]).toMatch(/^broken: .* on 4 days .* \(404\)/);
  });

  it('backs off: waits as a host asks, and leaves one alone that asks for long', async () => {
    let times = 0;
    answers['a.example/1'] = (_, response) => {
      times += 1;
      void response.writeHead(times > 2 ? 200 : 429, { 'retry-after': '0' }).end();
    };
    answers['b.example/1'] = status(429, { 'retry-after': '3600' });
    answers['b.example/2'] = status(200);
    const urls = ['https://a.example/1', 'https://b.example/1', 'https://b.example/2'];
    const { memory } = await run(urls);
    expect(memory.addresses['https://a.example/1']!.fine).toBe('2026-01-01');
    expect(asked.filter(({ host }) => host === 'b.example').map(({ path }) => path)).toEqual([
      '/1',
    ]);
    expect(memory.addresses['https://b.example/2']).toBeUndefined();
  });

  it('tries again when a server stumbles', async () => {
    let times = 0;
    answers['a.example/'] = (_, response) => {
      times += 1;
      void response.writeHead(times > 2 ? 200 : 502).end();
    };
    expect((await run(['https://a.example/'])).found).toEqual([]);
    expect(times).toBeGreaterThan(2);
  });

  it('follows redirects and proposes the address that is meant for good', async () => {
    answers['a.example/old'] = status(301, { location: 'https://b.example/new' });
    answers['b.example/new'] = status(302, { location: '/today' });
    answers['b.example/today'] = status(200);
    const { found, memory } = await run(['https://a.example/old']);
    expect(found).toEqual([
      'moved: "https://a.example/old" moved for good; write "https://b.example/new"',
    ]);
    expect(memory.addresses['https://a.example/old']!.final).toBe('https://b.example/today');
  });

  it.each([
    ['in a circle', { 'a.example/': 'https://a.example/' }, 'redirects without end'],
    [
      'to what is not encrypted',
      { 'a.example/': 'http://a.example/' },
      '302 to an address that is not encrypted',
    ],
    ['to nowhere', { 'a.example/': 'https://' }, '302 to no address'],
  ])('counts a redirect %s as a failure', async (_, ways, why) => {
    for (const [path, location] of Object.entries(ways)) answers[path] = status(302, { location });
    const { found } = await run(['https://a.example/']);
    expect(found[0]).toContain(`(${why})`);
  });

  it('counts a server that does not answer as a failure', async () => {
    answers['a.example/'] = () => {};
    const { found } = await run(['https://a.example/'], empty(), { timeout: 50 });
    expect(found[0]).toContain('(no answer in time)');
  });

  it('notices that a download ends on another host, until somebody accepts it', async () => {
    const download = link('https://a.example/apk', true);
    answers['a.example/apk'] = status(302, { location: 'https://files.a.example/1' });
    answers['files.a.example/1'] = status(200);
    const { memory, found } = await run([download]);
    expect(found).toEqual([]);
    answers['a.example/apk'] = elsewhere;
    answers['elsewhere.example/1'] = status(200);
    const changed =
      'host-changed: the download ends on "elsewhere.example" now, before on "files.a.example"; make sure that this is the makers\' doing, then run sealmark links --accept';
    expect((await run([download], memory, { today: '2026-01-02' })).found).toEqual([changed]);
    expect((await run([download], memory, { today: '2026-01-03' })).found).toEqual([changed]);
    delete memory.addresses[download.url]!.wasOn;
    expect((await run([download], memory, { today: '2026-01-04' })).found).toEqual([]);
  });

  it.each<[string, number, number, string[]]>([
    ['that answered itself before', 200, 200, ['host-changed']],
    ['where the new host lets no program in', 200, 403, ['host-changed', 'not-known']],
    ['where the new host has nothing', 200, 404, ['host-changed', 'failing']],
    ['that was never fine', 404, 200, []],
  ])('notices it of a download %s', async (_, before, after, kinds) => {
    const download = link('https://a.example/apk', true);
    answers['a.example/apk'] = status(before);
    const { memory } = await run([download]);
    answers['a.example/apk'] = elsewhere;
    answers['elsewhere.example/1'] = status(after);
    const { found } = await run([download], memory, { today: '2026-01-02' });
    expect(found.map((text) => text.split(':')[0])).toEqual(kinds);
    if (kinds.length > 0)
      expect(found[0]).toContain('on "elsewhere.example" now, before on "a.example"');
  });

  it.each([
    ['without a way on', status(403), 'not-known'],
    ['with a way to no host', status(302, { location: 'mailto:a@a.example' }), 'failing'],
  ])('takes an answer %s for none of where a download ends', async (_, answer, kind) => {
    const download = link('https://a.example/apk', true);
    answers['a.example/apk'] = elsewhere;
    answers['elsewhere.example/1'] = status(200);
    const { memory } = await run([download]);
    answers['a.example/apk'] = answer;
    const { found } = await run([download], memory, { today: '2026-01-02' });
    expect(found.map((text) => text.split(':')[0])).toEqual([kind]);
  });

  it('stops at once when it is told to, and keeps what it learned', async () => {
    const stop = new AbortController();
    answers['a.example/1'] = status(200);
    answers['a.example/2'] = () => stop.abort();
    const urls = [1, 2, 3].map((path) => `https://a.example/${path}`);
    const { memory, asked: number } = await run(urls, empty(), { signal: stop.signal });
    expect(number).toBe(1);
    expect(Object.keys(memory.addresses)).toEqual(['https://a.example/1']);
  }, 5000);

  it('stops in a pause, too', async () => {
    const stop = new AbortController();
    answers['a.example/1'] = (_, response) => {
      void response.writeHead(200).end();
      setTimeout(() => stop.abort(), 50);
    };
    const { memory } = await run(['https://a.example/1', 'https://a.example/2'], empty(), {
      signal: stop.signal,
      pause: 60_000,
    });
    expect(Object.keys(memory.addresses)).toEqual(['https://a.example/1']);
  }, 5000);
});

describe('collectLinks', () => {
  it('finds what readers are sent to, in fields and in texts, once; not the past', () => {
    const links = collectLinks(loadContent(copyRegister()));
    const urls = links.map(({ url }) => url);
    expect(urls).toContain('https://heron.example/papers');
    expect(urls).toContain('https://page.example/list');
    expect(urls).not.toContain('https://heron.example/old');
    expect(new Set(urls).size).toBe(urls.length);
    expect(links.filter(({ isDownload }) => isDownload).map(({ url }) => url)).toEqual([
      'https://get.heron.example/apk',
    ]);
  });
});

describe('sealmark links', () => {
  const links = (folder: string, ...words: string[]) => sealmark(folder, 'links', ...words);

  it('says what is remembered, fails for what is broken, and forgets what is no longer there', async () => {
    const root = copyRegister();
    const memory = empty();
    memory.addresses['https://heron.example/'] = {
      checked: '2026-01-05',
      failed: ['2026-01-01', '2026-01-03', '2026-01-05'],
      answer: '410',
    };
    memory.addresses['https://gone.example/'] = { checked: '2026-01-05' };
    writeFileSync(join(root, 'links.json'), JSON.stringify(memory));
    const { status: code, stdout, stderr } = await links(root, '--remembered');
    expect(code).toBe(1);
    expect(stderr).toBe(
      'broken: content/messengers/heron.yaml:34:10 links › item 1 › url: "https://heron.example/" has failed on 3 days since 2026-01-01 (410); write the address that it has now, or move it to former\n',
    );
    expect(stdout).toMatch(/^\d+ addresses, 0 of them asked now: 1 needs somebody\n$/);
    expect(Object.keys(readMemory(join(root, 'links.json')).addresses)).toEqual([
      'https://heron.example/',
    ]);
    expect(JSON.parse((await links(root, '--remembered', '--json')).stdout)).toMatchObject({
      ok: false,
      findings: [{ kind: 'broken', file: 'content/messengers/heron.yaml', line: 34 }],
    });
  });

  it.each(['{"mine": true}', 'notes', ''])(
    'does not touch a file of somebody else: %s',
    async (text) => {
      const root = copyRegister();
      const file = join(root, 'links.json');
      writeFileSync(file, text);
      expect(() => readMemory(file)).toThrow(FolderError);
      expect((await links(root, '--remembered')).status).toBe(2);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  const day = '2026-01-05';
  it.each<[string, unknown, string]>([
    [
      'https://x.example/',
      { final: 'elsewhere', wasOn: 'x', checked: day },
      'final is "elsewhere", but has to be a whole address',
    ],
    [
      'https://x.example/',
      { wasOn: 'x/y z', checked: day },
      'wasOn is "x/y z", but has to be the name of a host',
    ],
    [
      'https://x.example/',
      { checked: 'today' },
      'checked is "today", but has to be a day such as 2026-01-31',
    ],
    [
      'https://x.example/',
      { failed: [5], checked: day },
      'failed is "[5]", but has to be a list of days',
    ],
    ['https://x.example/', { etag: 5, checked: day }, 'etag is "5", but has to be a text'],
    ['https://x.example/', {}, 'checked is missing'],
    ['https://x.example/', 'fine', 'it has no fields'],
    ['__proto__', { checked: day }, 'it is no whole address'],
  ])('loses nothing of a memory that is broken: %s, %j', async (url, item, message) => {
    const root = copyRegister();
    const file = join(root, 'links.json');
    const text = `{"format":"sealmark-links-1","addresses":{"${url}":${JSON.stringify(item)}}}`;
    writeFileSync(file, text);
    const { status: code, stderr } = await links(root, '--remembered');
    expect(code).toBe(2);
    expect(stderr).toBe(
      `${file}: what is remembered of "${url}" is broken: ${message}; take the file from the last commit, or delete what is said of this address.\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it.each(['links.json', 'nothing.json'])(
    'reads no memory by a link out of the package, to %s',
    async (name) => {
      const other = copyRegister();
      writeFileSync(join(other, 'links.json'), JSON.stringify(empty()));
      const root = copyRegister();
      symlinkSync(join(other, name), join(root, 'links.json'));
      const { status: code, stderr } = await links(root, '--remembered');
      expect(code).toBe(2);
      expect(stderr).toContain('links.json is a link that leads out of its folder; ');
    },
  );

  it.each([
    ['--pause', 'long', 'Write a whole number from 0 to 3600000.'],
    ['--timeout', '1.5', 'Write a whole number from 1 to 3600000.'],
    ['--hosts', '0', 'Write a whole number from 1 to 100.'],
    ['--hosts', '1e10', 'Write a whole number from 1 to 100.'],
    ['--every', '-1', 'Write a whole number from 0 to 36500.'],
  ])('understands numbers only where they mean something: %s %s', async (...words) => {
    const [option, number, message] = words;
    const { status: code, stderr } = await links(copyRegister(), option, number, '--remembered');
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('says that it did not end when somebody ended it', async () => {
    const root = copyRegister();
    let times = 0;
    vi.stubGlobal('fetch', async (_: unknown, { signal }: RequestInit) => {
      times += 1;
      if (times > 1) process.emit('SIGINT');
      signal!.throwIfAborted();
      return new Response(null, { status: 200 });
    });
    const { status: code, stdout } = await links(root, '--hosts', '1', '--pause', '0');
    vi.unstubAllGlobals();
    expect(code).toBe(130);
    expect(stdout).toMatch(
      /^\d+ addresses, 1 of them asked now: interrupted before the end; what was learned is kept\n$/,
    );
    expect(Object.keys(readMemory(join(root, 'links.json')).addresses)).toHaveLength(1);
  });
});
