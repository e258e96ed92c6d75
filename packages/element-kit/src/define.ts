import { warn } from './report.ts';

/**
 * Registers an element unless its name is taken. A name that is taken by an element of the same
 * kind (a second copy of the script) is fine; one that is taken by a stranger is reported.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const taken = customElements.get(name);
  if (!taken) customElements.define(name, element);
  else if (!('sealmark' in taken)) warn(`<${name}> is defined by somebody else on this page`);
}
