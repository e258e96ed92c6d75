import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostOf, safeUrl } from './index.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('safeUrl', () => {
  it.each([
    'https://signal.org',
    'HTTPS://SIGNAL.ORG/Download',
    'https://xn--n3h.example/?q=javascript:alert(1)#data:',
    '/messengers/signal/',
    './signal.apk',
    '../signal.apk',
    'files/signal.apk',
    'signal.apk',
    '#downloads',
    '?platform=linux',
  ])('lets %s stand as it is', (address) => {
    expect(safeUrl(address)).toBe(address);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it.each([
    // A page is told of an address once: no other test here names this one.
    'javascript:alert(2)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'blob:https://signal.org/1',
    'blob:https://here.invalid/1',
    'file:///etc/passwd',
    'http://signal.org',
    'HTTP://signal.org',
    'ftp://signal.org',
    '//evil.example/x',
    '/\\evil.example/x',
    '\\\\evil.example/x',
    '/\t/evil.example/x',
    'https://',
    'https://[signal.org/',
  ])('drops %j and says so', (address) => {
    expect(safeUrl(address)).toBeUndefined();
    expect(console.warn).toHaveBeenCalledOnce();
    expect(vi.mocked(console.warn).mock.lastCall?.[0]).toContain('not https');
  });

  it.each([undefined, null, '', 7, {}, ['https://signal.org'], new URL('https://signal.org')])(
    'drops %s, which is no address at all, in silence',
    (address) => {
      expect(safeUrl(address)).toBeUndefined();
      expect(console.warn).not.toHaveBeenCalled();
    },
  );

  it('says the same thing once', () => {
    safeUrl('http://once.example');
    safeUrl('http://once.example');
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it('never lets a link leave https, nor a page without it for another host', () => {
    const page = 'http://page.example/messengers/';
    const scheme = fc.constantFrom(
      ...[
        'javascript:',
        'java\tscript:',
        ' data:',
        '//',
        '/\\',
        '\\/',
        '/\n/',
        'http:',
        'HTTPS:',
        'https:/',
        'https://',
        'blob:',
        '#',
        '?',
        './',
        '',
      ],
    );
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] }),
      fc.tuple(scheme, fc.webPath()).map((parts) => parts.join('')),
      fc.tuple(scheme, fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(address, (given) => {
        const safe = safeUrl(given);
        if (safe === undefined) return;
        if (!URL.canParse(safe, page)) return;
        const { protocol, origin } = new URL(safe, page);
        expect(protocol === 'https:' || origin === new URL(page).origin).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hostOf', () => {
  it.each([
    ['https://www.privacyguides.org/en/', 'privacyguides.org'],
    ['https://support.signal.org/hc', 'support.signal.org'],
    ['https://signal.org@evil.example/', 'evil.example'],
    ['https://localhost:8080/', 'localhost:8080'],
    ['/downloads/signal.apk', '/downloads/signal.apk'],
  ])('of %s is %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});
