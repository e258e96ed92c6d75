/** In the page: shows a thousand records as cards, or as the static HTML that says the same. */
const records = await (await fetch('/records.json')).json();
const frame = () => new Promise((next) => requestAnimationFrame(next));
const main = document.querySelector('main');

async function cards() {
  const fragment = document.createDocumentFragment();
  for (const record of records) {
    const card = document.createElement('messenger-card');
    card.messenger = record;
    fragment.append(card);
  }
  main.append(fragment);
  while (!main.lastElementChild.matches(':state(ready)')) await frame();
}

async function markup(text) {
  main.innerHTML = text;
}

async function start() {
  if (location.pathname !== '/cards') {
    const text = await (await fetch('/static.txt')).text();
    return () => markup(text);
  }
  await import('/elements.js');
  // The first card brings what all cards need.
  const first = document.createElement('messenger-card');
  first.messenger = records[0];
  main.append(first);
  while (!first.matches(':state(ready)')) await frame();
  first.remove();
  return cards;
}

const run = await start();
window.show = async () => {
  await frame();
  const before = performance.now();
  await run();
  await frame();
  await frame();
  return performance.now() - before;
};
window.ready = true;
