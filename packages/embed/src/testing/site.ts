import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A site of its own origin, for the time of a test. */
export interface Site extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The paths that were asked for, with their queries, in order. */
  readonly asked: string[];
  /** Paths whose connections break off. */
  readonly broken: Set<string>;
  /** Folders of files by the start of their paths. */
  readonly folders: Record<string, string>;
  /** Pages and other files by path, before those of the folders. */
  readonly files: Map<string, { readonly body: string; readonly headers?: Record<string, string> }>;
}

/** Serves folders of files by the start of their paths, to pages of any origin. */
export async function startSite(given: Readonly<Record<string, string>>): Promise<Site> {
  const folders = { ...given };
  const asked: string[] = [];
  const broken = new Set<string>();
  const files: Site['files'] = new Map();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    asked.push(pathname + search);
    if (broken.has(pathname)) return request.socket.destroy();
    const file = files.get(pathname);
    const body = file?.body ?? read(folders, pathname);
    response.setHeader('Content-Type', types[extname(pathname) || '.html'] ?? 'text/plain');
    response.setHeader('Access-Control-Allow-Origin', '*');
    for (const [name, value] of Object.entries(file?.headers ?? {}))
      response.setHeader(name, value);
    return response.writeHead(body === undefined ? 404 : 200).end(body ?? 'Not found');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    broken,
    folders,
    files,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function read(folders: Readonly<Record<string, string>>, path: string): Buffer | undefined {
  for (const [start, folder] of Object.entries(folders)) {
    const file = join(folder, path.slice(start.length));
    if (
      path.startsWith(start) &&
      file.startsWith(folder) &&
      existsSync(file) &&
      statSync(file).isFile()
    ) {
      return readFileSync(file);
    }
  }
  return undefined;
}
