import { transform } from 'lightningcss';

/** Versions as lightningcss writes them: the floor of the elements. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8);
const targets = {
  chrome: version(125),
  firefox: version(128),
  safari: version(17, 5),
  ios_saf: version(17, 5),
};

/**
 * A style sheet in as few characters as the engines that we support understand.
 *
 * @throws {SyntaxError} where it is not CSS.
 */
export function minifyCss(css: string): string {
  const { code, warnings } = transform({
    filename: 'literal.css',
    code: Buffer.from(css),
    minify: true,
    targets,
  });
  for (const { message, loc } of warnings)
    throw new SyntaxError(`${message}, line ${loc.line}:\n${css}`);
  return code.toString();
}
