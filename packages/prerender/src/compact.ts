/**
 * Strips from rendered templates what only hydration needs: Lit's comments, and the white space by
 * which our templates are laid out. White space with a line break in it is layout where a template
 * has it, and a space where a value has it; white space on one line counts.
 *
 * Lit escapes `<`, `>`, `&` and quotes in all values, so that these delimit nothing but markup.
 */
export function compact(rendered: string): string {
  let result = '';
  let value = false;
  for (const [token] of rendered.matchAll(/<[^>]*>|[^<]+/g)) {
    if (token.startsWith('<!--') || token.startsWith('<?')) {
      value = token === '<!--lit-part-->';
    } else if (token.startsWith('<')) {
      value = false;
      result += token.startsWith('</') ? token.replace(/\s+/, '') : startTag(token);
    } else {
      const text = value ? token : token.replace(/^\s*\n\s*|\s*\n\s*$/g, '');
      result += text.replace(/\s*\n\s*/g, ' ');
    }
  }
  return result;
}

/** White space that a start tag does not need, and values that say nothing. */
const loose = /\s[\s>"]|[\t\r\n]|="(?:"| )/;

/** A start tag without empty attributes and needless white space. */
function startTag(tag: string): string {
  if (!loose.test(tag)) return tag;
  const [name = ''] = /^<[^\s>]+/.exec(tag) ?? [];
  let result = name;
  for (const [, attribute, value = ''] of tag
    .slice(name.length)
    .matchAll(/([^\s=">]+)(?:="([^"]*)")?/g)) {
    const words = attribute === 'class' ? value.trim().replace(/\s+/g, ' ') : value;
    if (words) result += ` ${attribute}="${words}"`;
    else if (attribute !== 'class' && attribute !== 'style') result += ` ${attribute}`;
  }
  return `${result}>`;
}
