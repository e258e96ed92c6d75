export { expectAccessible } from './accessibility.ts';
export { documented, expectParts, expectProperties, mark } from './documented.ts';
export { fixture } from './fixture.ts';
export { expectQuietPage, hostile } from './hostile.ts';
export { press } from './keyboard.ts';
export { expectReadable, expectTargets } from './layout.ts';
export { canEmulate, emulate, printLinks } from './media.ts';
export { adopted, prerendered, ways } from './ways.ts';
export {
  itCanBeReadAndPressed,
  itIsAccessible,
  itIsAtHome,
  itKeepsToPreferences,
  settled,
} from './suites.ts';
