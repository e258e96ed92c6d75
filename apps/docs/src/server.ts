import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headers, headersOf } from './headers.ts';
import { output } from './output.ts';

/** The site on its way. */
export interface Serving {
  /** The address, without a slash at its end. */
  readonly address: string;
  /** Ends it, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves the built site on this machine.
 *
 * @param port the port; 0 for any.
 * @param folder where the site was built.
 * @throws {Error} where the site is not built, or with code `EADDRINUSE` where the port is taken.
 */
export async function serve(port: number, folder = output): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('The site is not built yet: run npm run build.');
  const files = sirv(folder, {
    // A build may come while it is served.
    dev: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    // A file that a build takes away while it is opened ends the answer, not the server.
    response.on('pipe', (file) => file.once('error', () => response.destroy()));
    files(request, response, () => {
      response.writeHead(404, {
        ...headersOf('/'),
        ...shared(request.url),
        'Content-Type': 'text/html; charset=utf-8',
      });
      response.end(missing(folder));
    });
  });
  await listen(server, port);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The page for a missing file, plain words while a build takes the place of another. */
function missing(folder: string): string | Buffer {
  try {
    return readFileSync(join(folder, '404.html'));
  } catch {
    return 'Nothing stands here.';
  }
}

/** What a missing file tells other sites: that they may read the answer where they may read the file. */
function shared(url = '/'): Record<string, string> {
  const [, folder] = /^(\/(?:embed|data)\/)/.exec(url) ?? [];
  return folder ? { ...headers[folder] } : {};
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve());
  });
}
