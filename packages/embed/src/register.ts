import { setContentSource } from '@sealmark/element-kit';
import { bundled } from './bundled.ts';

setContentSource(bundled);
