/** Collects what was checked and prints it as it comes. */
export class Report {
  #passed = 0;
  #failed = 0;
  readonly #rounds: { name: string; versions: Map<string, string> }[] = [];

  title(text: string): void {
    console.log(`\n${text}\n${'-'.repeat(text.length)}`);
  }

  say(text: string): void {
    console.log(text);
  }

  /** Notes whether something holds; `detail` is shown where it does not. */
  check(promise: string, holds: boolean, detail = ''): void {
    if (holds) this.#passed += 1;
    else this.#failed += 1;
    console.log(`${holds ? '✓' : '✗'} ${promise}`);
    if (!holds && detail !== '') console.log(detail.trim().replace(/^/gm, '    '));
  }

  equal(promise: string, actual: unknown, expected: unknown): void {
    const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
    this.check(promise, is === should, `is        ${is}\nshould be ${should}`);
  }

  /** A table of what a round moved. */
  versions(name: string, before: Map<string, string>, after: Map<string, string>): void {
    const rows = [...after].map(([pack, version]) => {
      const was = before.get(pack) ?? '';
      return [pack, was, was === version ? '' : version];
    });
    console.log(`\n${table([['package', 'before', 'after'], ...rows])}\n`);
    this.#rounds.push({ name, versions: after });
  }

  /** A table of all rounds: what each package was after each; an empty field where it stayed. */
  rounds(): void {
    const names = [...(this.#rounds.at(-1)?.versions.keys() ?? [])];
    const rows = names.map((pack) => [
      pack,
      ...this.#rounds.map(({ versions }, index) => {
        const version = versions.get(pack) ?? '';
        return version === this.#rounds[index - 1]?.versions.get(pack) ? '' : version;
      }),
    ]);
    console.log(`\n${table([['package', ...this.#rounds.map(({ name }) => name)], ...rows])}`);
  }

  /** Prints the sum. Gives the exit code. */
  end(): number {
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }
}

/** Rows as columns of text, the first row as their heads. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join(
    '\n',
  );
}
