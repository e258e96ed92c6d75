import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

addons.setConfig({
  theme: create({
    base: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    brandTitle:
      '<img src="./favicon.svg" alt="" width="20" height="20" style="vertical-align: -4px; margin-inline-end: 6px"> Sealmark',
    brandUrl: './',
    fontBase:
      "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
  }),
});
