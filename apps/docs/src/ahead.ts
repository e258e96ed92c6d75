/** A build that is started ahead: it has loaded what takes long when it is told to begin. */
import { once } from 'node:events';
import '@11ty/eleventy';
import 'lightningcss';
import 'rolldown';

process.once('disconnect', () => process.exit());
await once(process, 'message');
await import('./build.ts');
process.disconnect();
