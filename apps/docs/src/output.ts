import { join, resolve } from 'node:path';

/** The folder of the app. */
export const root = join(import.meta.dirname, '..');

/** Whether the site is built to be opened from a folder: `--folder`. */
export const forFolder = process.argv.includes('--folder');

/** The folder that a build ends up in: `dist`, `dist-folder`, or the one that the variable `SITE_OUTPUT` names. */
export const output = resolve(
  root,
  process.env['SITE_OUTPUT'] ?? (forFolder ? 'dist-folder' : 'dist'),
);

/** The address of the site without a slash at its end, where the variable `SITE_URL` has it. */
export const address = process.env['SITE_URL']
  ? new URL(process.env['SITE_URL']).href.replace(/[?#].*$|\/*$/g, '')
  : '';

/** The path of the site as its address has it, without a slash at its end. */
export const base = address ? new URL(address).pathname.replace(/\/*$/, '') : '';

/** Where a build writes until it is whole, so that one that fails leaves the last one as it was. */
export const draft = `${output}.draft`;
