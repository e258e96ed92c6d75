import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { define, SealmarkElement } from './index.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('define', () => {
  it('registers an element', () => {
    class First extends SealmarkElement {}
    define('kit-first', First);
    expect(customElements.get('kit-first')).toBe(First);
  });

  it('lets a second copy of the script be', () => {
    class Second extends SealmarkElement {}
    const kept = customElements.get('kit-first');
    define('kit-first', Second);
    expect(customElements.get('kit-first')).toBe(kept);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('leaves a stranger of the same name in place and says so once', () => {
    class Stranger extends HTMLElement {}
    customElements.define('kit-stranger', Stranger);
    define('kit-stranger', class extends SealmarkElement {});
    define('kit-stranger', class extends SealmarkElement {});
    expect(customElements.get('kit-stranger')).toBe(Stranger);
    expect(console.warn).toHaveBeenCalledOnce();
    expect(vi.mocked(console.warn).mock.lastCall?.[0]).toContain('<kit-stranger>');
  });
});
