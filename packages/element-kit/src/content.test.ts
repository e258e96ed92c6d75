import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type ContentSource,
  getContentSource,
  onContentSource,
  setContentSource,
} from './index.ts';

afterEach(() => setContentSource(undefined));

const source: ContentSource = { card: () => undefined };

describe('setContentSource', () => {
  it('gives the page its source', () => {
    expect(getContentSource()).toBeUndefined();
    setContentSource(source);
    expect(getContentSource()).toBe(source);
  });

  it('tells those who wait, until they stop waiting', () => {
    const notify = vi.fn();
    const stop = onContentSource(notify);
    expect(notify).not.toHaveBeenCalled();
    setContentSource(source);
    expect(notify).toHaveBeenCalledOnce();
    stop();
    setContentSource(undefined);
    expect(notify).toHaveBeenCalledOnce();
  });

  it('has the source in place when it tells them', () => {
    let seen: ContentSource | undefined;
    const stop = onContentSource(() => {
      seen = getContentSource();
    });
    setContentSource(source);
    stop();
    expect(seen).toBe(source);
  });
});
