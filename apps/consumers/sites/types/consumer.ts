import type { Consumer } from '../../src/consumer.ts';

export default {
  about: 'TypeScript: records, elements and JSX under bundler and nodenext, without skipLibCheck',
} satisfies Consumer;
