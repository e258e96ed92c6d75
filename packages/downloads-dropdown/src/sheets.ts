import { base } from '@sealmark/element-kit';
import { dropdownStyles } from './downloads-dropdown.styles.ts';
import { downloadsStyles } from './downloads.styles.ts';

/** The styles of `<downloads-dropdown>`. */
export default [base, downloadsStyles, dropdownStyles];
