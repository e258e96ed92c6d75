import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';

const packages = fileURLToPath(new URL('../../../packages', import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../../../packages/*/src/*.stories.ts', '../src/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: ['./public'],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  docs: { defaultName: 'Docs' },
  viteFinal(config) {
    // The sources stand in for what is built from them: a change shows at once.
    const sources = [
      {
        find: /^@sealmark\/(audit-badge|downloads-dropdown|element-kit|messenger-card|theme)$/,
        replacement: `${packages}/$1/src/index.ts`,
      },
      {
        find: /^@sealmark\/(audit-badge|downloads-dropdown|messenger-card)\/(define|provide)\.js$/,
        replacement: `${packages}/$1/src/$2.ts`,
      },
    ];
    const alias = config.resolve?.alias ?? [];
    const given = Array.isArray(alias)
      ? alias
      : Object.entries(alias).map(([find, replacement]) => ({ find, replacement }));
    return {
      ...config,
      // The floor of the elements. For older engines Vite would write light-dark() as it is at the root.
      build: { ...config.build, target: ['chrome125', 'firefox128', 'safari17.5'] },
      resolve: { ...config.resolve, alias: [...sources, ...given] },
    };
  },
};

export default config;
