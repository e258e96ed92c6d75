import { itCanBeReadAndPressed, itIsAccessible } from '@sealmark/tooling/testing';
import './define.ts';
import './provide.ts';
import { dropdowns, speaking } from './states.test.data.ts';

const tag = 'downloads-dropdown';
itIsAccessible({ tag, states: dropdowns });
itCanBeReadAndPressed({ tag, states: speaking }, ['15rem', '20rem', '22.5rem', '36rem', '64rem']);
