import { base } from '@sealmark/element-kit/draw.js';
import { dropdownStyles } from './downloads-dropdown.styles.ts';
import { downloadsStyles } from './downloads.styles.ts';

/** The styles of `<downloads-dropdown>`. */
export default [base, downloadsStyles, dropdownStyles];
