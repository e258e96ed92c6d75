import type { Consumer } from '../../src/consumer.ts';

export default { about: 'a program that reads the data' } satisfies Consumer;
