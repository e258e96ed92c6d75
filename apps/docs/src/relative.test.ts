import { describe, expect, it } from 'vitest';
import { named, relative, rooted } from './relative.ts';

describe('addresses', () => {
  it.each([
    ['/', '<a href="./compare/#a">'],
    ['/compare/', '<a href="../compare/#a">'],
    ['/messengers/signal/', '<a href="../../compare/#a">'],
  ])('of %s start there', (url, link) => {
    expect(relative('<a href="/compare/#a">', url)).toBe(link);
  });

  it('of other hosts and of the page itself stay', () => {
    const html = '<a href="https://a.example/"><a href="//b.example/"><a href="#c"><a href="d">';
    expect(relative(html, '/x/')).toBe(html);
    expect(rooted(html, '/sub')).toBe(html);
  });

  it('name the page of a folder where no server does', () => {
    expect(named('<a href="../b/"><a href="./#c"><a href="../d/?e=f:g"><a href="h.json">')).toBe(
      '<a href="../b/index.html"><a href="./index.html#c"><a href="../d/index.html?e=f:g"><a href="h.json">',
    );
    expect(named('<a href="https://a.example/">')).toBe('<a href="https://a.example/">');
  });

  it('start at the root of the site where a page stands anywhere', () => {
    expect(rooted('<img src="/mark.svg">', '/sub')).toBe('<img src="/sub/mark.svg">');
    expect(rooted('<img src="/mark.svg">', '')).toBe('<img src="/mark.svg">');
  });
});
