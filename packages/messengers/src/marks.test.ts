import * as icons from 'simple-icons';
import { describe, expect, it } from 'vitest';
import { briar, element, session, signal } from '@sealmark/messengers';

describe('the marks', () => {
  it.each([
    [signal, icons.siSignal],
    [element, icons.siElement],
    [session, icons.siSession],
  ])('are drawn as in Simple Icons: $0.name', ({ logo }, { path, hex }) => {
    expect(logo).toMatchObject({ viewBox: '0 0 24 24', color: `#${hex.toLowerCase()}` });
    expect(logo).toMatchObject({ paths: [{ d: path, fill: `#${hex.toLowerCase()}` }] });
  });

  it('are missing where no open set has one, with the reason', () => {
    expect(Object.keys(icons)).not.toContain('siBriar');
    expect(briar.logo).toMatchObject({ reason: expect.stringMatching(/\w/) });
  });
});
