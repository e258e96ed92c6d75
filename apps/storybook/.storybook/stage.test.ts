import { fixture } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { expect, it } from 'vitest';
import './stage.css';

it('fills the page of a story with its ground, and takes its own height in a page of documentation', async () => {
  const page = await fixture(
    html`<main>${['storybook-root', 'story--inner'].map((id) => html`<div id=${id}><div class="stage"></div></div>`)}</main>`,
  );
  const [story, docs] = [...page.querySelectorAll('.stage')].map((stage) => stage.clientHeight);
  expect(story).toBe(innerHeight);
  expect(docs).toBeLessThan(100);
});
