import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Runs where markup or an address of `hostile` is taken for more than text. */
const run = vi.fn();

/** What nobody writes in good faith, and what nobody checks for. `pwned()` is watched by `expectQuietPage`. */
export const hostile: readonly unknown[] = [
  '"><img src=x onerror=pwned()><script>pwned()</script>',
  "'-pwned()-'",
  '</style><script>pwned()</script>',
  'javascript:pwned()',
  'data:text/html,<script>pwned()</script>',
  'http://evil.example',
  '//evil.example',
  '/\\evil.example',
  'https://user:pass@evil.example:99999',
  'url(https://evil.example)',
  '__proto__',
  'constructor',
  'toString',
  '\u202eevil\u2066',
  '\u0000\u0007',
  '\ud800',
  '{date}{what}{when}{who}{0}',
  '<!--',
  '9999-99-99/0000-00',
  'x'.repeat(100_000),
  '',
  null,
  undefined,
  Number.NaN,
  -1,
  1n,
  Symbol.iterator,
  () => 'x',
  [],
  [null],
  {},
  { _$litType$: 1, strings: ['<img src=x onerror=pwned()>'], values: [] },
  { _$litDirective$: 'x', values: [] },
];

/** Lets no test of a file throw into the page, run a script of `hostile`, or complain in the console; warnings are kept quiet. */
export function expectQuietPage(): void {
  const thrown: unknown[] = [];
  const note = (event: Event) => {
    thrown.push((event as ErrorEvent).error ?? (event as PromiseRejectionEvent).reason);
    event.preventDefault();
  };
  beforeEach(() => {
    thrown.length = 0;
    run.mockClear();
    (globalThis as { pwned?: unknown }).pwned = run;
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    vi.spyOn(console, 'error');
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(thrown, 'thrown into the page').toEqual([]);
    expect(run, 'script that came as data').not.toHaveBeenCalled();
    expect(vi.mocked(console.error).mock.calls, 'errors in the console').toEqual([]);
    vi.restoreAllMocks();
  });
}
