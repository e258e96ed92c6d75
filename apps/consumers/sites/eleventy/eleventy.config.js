import sealmark from '@sealmark/prerender/eleventy';

export default function (eleventy) {
  eleventy.addPlugin(sealmark, { content: '@sealmark/messengers', assets: 'assets', strict: true });
  eleventy.addPassthroughCopy({
    'node_modules/@sealmark/embed/dist': 'sealmark',
    'src/heard.js': 'heard.js',
  });
}

export const config = { dir: { input: 'src', output: 'dist' } };
