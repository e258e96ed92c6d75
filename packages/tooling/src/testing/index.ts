export { expectAccessible } from './accessibility.ts';
export { fixture } from './fixture.ts';
export { press } from './keyboard.ts';
export { expectReadable, expectTargets } from './layout.ts';
export { canEmulate, emulate } from './media.ts';
