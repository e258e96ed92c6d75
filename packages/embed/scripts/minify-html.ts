type Place = 'text' | 'tag' | '"' | "'";

/** White space, the start of a comment, of a tag, or any other character. */
const tokens = /\s+|<!--|<\/?[a-z][\w-]*|[^]/gi;

/**
 * The strings of an `html` template without the white space that says nothing. White space with a line break is layout
 * of the source and goes; white space on one line is text and stays. Attribute values stay as they are.
 *
 * @throws {Error} where that would change what a page shows: a line break between words, a comment, preformatted text.
 */
export function minifyHtml(strings: readonly string[]): string[] {
  let place: Place = 'text';
  return strings.map((string) => {
    let out = '';
    let word = false;
    let broken = false;
    for (const [token] of string.matchAll(tokens)) {
      const space = /^\s/.test(token);
      if (place === '"' || place === "'") {
        if (token === place) place = 'tag';
        out += token;
      } else if (place === 'tag') {
        if (token === '"' || token === "'") place = token;
        if (token === '>') place = 'text';
        out = token === '>' ? out.trimEnd() + token : out + (space ? ' ' : token);
      } else if (/^<[/a-z]/i.test(token)) {
        if (/^<(pre|script|style|textarea)$/i.test(token))
          throw new Error(`${token}> keeps its white space:\n${string}`);
        place = 'tag';
        word = broken = false;
        out += token;
      } else if (token === '<!--') {
        throw new Error(`A template has no comments:\n${string}`);
      } else if (space && token.includes('\n')) {
        broken = word;
      } else {
        if (!space && broken) throw new Error(`A line break stands between words:\n${string}`);
        word ||= !space;
        out += token;
      }
    }
    return out;
  });
}
