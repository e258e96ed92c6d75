import { describe, expect, it } from 'vitest';
import { searchable } from '../data/search.ts';
import { createSearch } from './results.ts';

const search = createSearch(searchable);
const urls = (query: string) => search(query).map(({ url }) => url);

describe('search', () => {
  it.each([
    ['signal', 'messengers/signal/'],
    ['Forward secrecy', 'glossary/#forward-secrecy'],
    ['threat', 'guides/threat-modeling/'],
    ['briar forward', 'messengers/briar/#forward-secrecy'],
    ['encription', 'glossary/#e2ee-available'],
    ['post-quantum', 'glossary/#post-quantum'],
    ['forwrad secrecy', 'glossary/#forward-secrecy'],
    ['Which one works without the internet?', 'glossary/#works-without-internet'],
    ['who owns signal', 'messengers/signal/'],
    ['E2EE', 'glossary/#e2ee-default'],
    ['PFS', 'glossary/#forward-secrecy'],
  ])('finds by “%s” among the first %s', (query, url) => {
    expect(urls(query).slice(0, 12)).toContain(url);
  });

  it.each([
    '',
    '   ',
    'qqqqqqqqqqq',
    '<img src=x onerror=alert(1)>',
    '*'.repeat(1000),
    '__proto__',
  ])('answers “%.20s” without an error', (query) => {
    expect(urls(query).length).toBeLessThanOrEqual(40);
  });
});

it('knows no place twice', () => {
  const all = searchable.map(({ url }) => url);
  expect(all.filter((url, index) => all.indexOf(url) !== index)).toEqual([]);
});
