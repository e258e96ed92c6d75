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
  '/embed/': { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
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
