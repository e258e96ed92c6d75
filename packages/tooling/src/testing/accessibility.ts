import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Expects no finding of axe in `element` and its shadow roots: WCAG 2.2 A and AA, and axe's best practices.
 *
 * @param without ids of rules that say something about a whole page and nothing about a part of it.
 */
export async function expectAccessible(
  element: Element,
  without: readonly string[] = ['region'],
): Promise<void> {
  // Half a megabyte, which most tests do without.
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(element, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  });
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n  ${node.target.flat().join(' > ')}\n  ${node.failureSummary ?? ''}`,
    ),
  );
  expect(findings.join('\n'), 'findings of axe').toBe('');
}
