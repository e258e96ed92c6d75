/** Words that cannot be the name of a variable in a module, and names that the package uses itself. */
const TAKEN = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let meta new null package private ' +
    'protected public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** The name of an entry's export: `session-desktop` is `sessionDesktop`, `2fa` is `_2fa`, `new` is `new_`. */
export function exportName(id: string): string {
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (/^\d/.test(name)) return `_${name}`;
  return TAKEN.has(name) ? `${name}_` : name;
}
