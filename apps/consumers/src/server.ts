import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { start } from './process.ts';

/** A site on its way. */
export interface Serving extends Disposable {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
}

/** Serves a folder, with a content security policy if there is one. */
export async function serve(folder: string, policy?: string): Promise<Serving> {
  const files = sirv(folder, {
    setHeaders(response) {
      if (policy) response.setHeader('Content-Security-Policy', policy);
    },
  });
  const server = createServer((request, response) =>
    files(request, response, () => {
      // Browsers ask for an icon of their own accord.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    }),
  );
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.dispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Lets a site serve itself with its script `start`. */
export async function serveItself(cwd: string): Promise<Serving> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((closed) => probe.close(closed));
  const origin = `http://127.0.0.1:${port}`;
  const site = start('npm', ['run', 'start'], { cwd, env: { PORT: `${port}` } });
  for (let tries = 0; tries < 300; tries += 1) {
    if (
      await fetch(origin).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { origin, ...site };
    await new Promise((next) => setTimeout(next, 100));
  }
  site[Symbol.dispose]();
  throw new Error('npm run start did not serve within 30 seconds');
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}
