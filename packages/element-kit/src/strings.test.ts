import { describe, expect, it } from 'vitest';
import { fill, registeredStrings, registerStrings } from './index.ts';

describe('fill', () => {
  it('puts values where their names stand', () => {
    expect(fill('{name} is now {to}.', { name: 'Element', to: 'Element X' }).join('')).toBe(
      'Element is now Element X.',
    );
  });

  it('lets a language choose another order', () => {
    expect(fill('{to} hieß {name}', { name: 'Element', to: 'Element X' }).join('')).toBe(
      'Element X hieß Element',
    );
  });

  it('leaves what a value says alone', () => {
    expect(fill('{why}', { why: '{why} {name} $&' }).join('')).toBe('{why} {name} $&');
  });

  it('hands templates through untouched', () => {
    const template = { template: true };
    expect(fill('since {date}', { date: template })).toContain(template);
  });

  it('leaves out what has no value', () => {
    expect(fill('at {place}.', {}).join('')).toBe('at .');
  });
});

describe('registerStrings', () => {
  it('is found by language, whatever the case', () => {
    registerStrings('de', { links: 'Verweise', download: 'Herunterladen' });
    expect(registeredStrings('de')?.['links']).toBe('Verweise');
    expect(registeredStrings('DE')?.['links']).toBe('Verweise');
    expect(registeredStrings('de-CH')?.['links']).toBe('Verweise');
    expect(registeredStrings('nl')?.['links']).toBeUndefined();
  });

  it('adds a region to its language, and does not replace it', () => {
    registerStrings('de-AT', { links: 'Links' });
    expect(registeredStrings('de-AT')).toMatchObject({ links: 'Links', download: 'Herunterladen' });
    expect(registeredStrings('de')?.['links']).toBe('Verweise');
  });

  it('adds to what is there', () => {
    registerStrings('de', { audits: 'Prüfungen' });
    expect(registeredStrings('de')).toMatchObject({ links: 'Verweise', audits: 'Prüfungen' });
  });
});
