import { base } from './output.ts';

/** What a page may do: load what is ours, and nothing else. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const shared = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Headers by the start of a path; what is said later is added to what is said before. */
export const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/': {
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'public, no-cache',
  },
  // The name of such a file changes with its text.
  '/assets/': { 'Cache-Control': 'public, max-age=31536000, immutable' },
  // Other sites load these.
  '/embed/': shared,
  // Programs read these.
  '/data/': shared,
  '/changes/': { 'Access-Control-Allow-Origin': '*' },
};

/** The headers of one path. */
export function headersOf(path: string): Record<string, string> {
  const fitting = Object.entries(headers).filter(([start]) => path.startsWith(start));
  return Object.assign({}, ...fitting.map(([, some]) => some)) as Record<string, string>;
}

/** The same for hosts that read a `_headers` file. A line there adds to a header, so one that differs is taken back first. */
export function headersFile(): string {
  return Object.entries(headers)
    .map(([start, some]) => {
      const lines = Object.entries(some).flatMap(([name, value]) =>
        start !== '/' && name in (headers['/'] ?? {})
          ? [`  ! ${name}`, `  ${name}: ${value}`]
          : [`  ${name}: ${value}`],
      );
      return [`${start}*`, ...lines].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** The same for Apache, in a folder that may be anywhere below its root. */
function htaccess(): string {
  const set = (some: Readonly<Record<string, string>>, indent = '') =>
    Object.entries(some).map(([name, value]) => `${indent}Header always set ${name} "${value}"`);
  const blocks = Object.entries(headers).flatMap(([start, some]) =>
    start === '/'
      ? set(some)
      : [`<If "%{REQUEST_URI} =~ m#${start}#">`, ...set(some, '  '), '</If>'],
  );
  const missing = `ErrorDocument 404 ${base}/404.html`;
  return [missing, 'AddType application/atom+xml .atom', ...blocks, ''].join('\n');
}

/** The same for nginx, to be included in a `server` block. There a location inherits no header once it has its own. */
function nginx(): string {
  const blocks = Object.keys(headers).map((start) => {
    const lines = Object.entries(headersOf(start)).map(
      ([name, value]) => `  add_header ${name} "${value}" always;`,
    );
    return [`location ${base}${start} {`, ...lines, '}'].join('\n');
  });
  return `error_page 404 ${base}/404.html;\ngzip_static on;\n${blocks.join('\n')}\n`;
}

/** The same for Vercel. */
function vercel(): string {
  const list = Object.entries(headers).map(([start, some]) => ({
    source: `${start}(.*)`,
    headers: Object.entries(some).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ cleanUrls: false, trailingSlash: true, headers: list }, null, 2)}\n`;
}

/** The files that tell common hosts which headers to send. */
export const hostFiles = (): Record<string, string> => ({
  _headers: headersFile(),
  '.htaccess': htaccess(),
  '.nginx.conf': nginx(),
  'vercel.json': vercel(),
});
