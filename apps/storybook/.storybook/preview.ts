import { setContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import '@sealmark/theme/tokens.css';
import type { Preview, StoryContext } from '@storybook/web-components-vite';
import { render } from 'lit';
import './stage.css';
import { codeOf } from './code.ts';
import { describe, rows } from './manifest.ts';
import { stage } from './stage.ts';

/** The real cards, each in a file of its own. */
const files = import.meta.glob<CardRecord>('../../../packages/messengers/dist/cards/*.js', {
  import: 'default',
});
const cards = new Map(
  Object.entries(files).map(([file, card]) => [file.replace(/^.*\/|\.js$/g, ''), card]),
);

setContentSource({
  card: async (name) => cards.get(name)?.(),
  href: (destination, id) => `#${[destination, id].filter(Boolean).join('-')}`,
});

const preview: Preview = {
  decorators: [stage],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: {
      extractArgTypes: rows,
      extractComponentDescription: describe,
      source: { transform: code },
    },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: ['Messenger card', 'Downloads dropdown', 'Audit badge', 'Theming', 'Pages'],
      },
    },
  },
  tags: ['autodocs'],
  globalTypes: {
    scheme: choice('Scheme', 'mirror', { light: 'Light', dark: 'Dark', auto: 'As the browser' }),
    // No choice for a page without our tokens: what the elements fall back to is made from the same ones.
    site: choice('Site', 'browser', {
      sealmark: 'Sealmark',
      journal: 'Journal',
      console: 'Console',
      poster: 'Poster',
    }),
    colors: choice('Colors', 'contrast', { own: 'Own colors', forced: 'Forced colors' }),
    language: choice('Language', 'globe', {
      en: 'English',
      de: 'Deutsch',
      es: 'Español',
      fr: 'Français',
      ru: 'Русский',
      'zh-Hans': '简体中文',
      ar: 'العربية',
      fa: 'فارسی',
    }),
    direction: choice('Direction', 'transfer', {
      language: 'As the language',
      ltr: 'Left to right',
      rtl: 'Right to left',
    }),
    width: choice('Width', 'grow', {
      '20rem': '320 px',
      '22.5rem': '360 px',
      '30rem': '480 px',
      '44rem': '704 px',
      none: 'All',
    }),
  },
  initialGlobals: {
    scheme: 'light',
    site: 'sealmark',
    colors: 'own',
    language: 'en',
    direction: 'language',
    width: '44rem',
  },
};

export default preview;

/** What somebody copies: of the story itself, without the stage; the markup that Storybook knows has no properties. */
function code(_: string, context: StoryContext): string {
  const place = document.createElement('div');
  render(context.originalStoryFn(context.args, context), place);
  return codeOf(place, [...cards.keys()]);
}

type Icon = 'mirror' | 'browser' | 'contrast' | 'globe' | 'transfer' | 'grow';

function choice(title: string, icon: Icon, items: Record<string, string>) {
  const list = Object.entries(items).map(([value, name]) => ({ value, title: name }));
  return { description: title, toolbar: { title, icon, items: list, dynamicTitle: true } };
}
