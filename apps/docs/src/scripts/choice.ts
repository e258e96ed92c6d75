/** More messengers than these nobody compares at once; who wants others chooses them. */
export const most = 8;

/** Something asked for: a question, and the values of which one is enough. */
export interface Wish {
  readonly row: string;
  readonly value: string;
}

/** What a reader chose to compare. */
export interface Choice {
  /** The ids of messengers; `undefined` for all. */
  readonly show: readonly string[] | undefined;
  readonly must: readonly Wish[];
  readonly differences: boolean;
}

/** What there is to choose from. */
export interface Known {
  readonly ids: readonly string[];
  /** Wishes as they are written in an address. */
  readonly wishes: readonly string[];
}

/** A wish as it is written in an address: `forward-secrecy:yes`. */
export const write = ({ row, value }: Wish): string => `${row}:${value}`;

/** Reads a choice from the query of an address. What it does not know it leaves out, and counts. */
export function readChoice(
  query: string,
  { ids, wishes }: Known,
): { choice: Choice; unread: number } {
  // A plus is one here; forms write a blank so.
  const parameters = new URLSearchParams(query.replaceAll('+', '%2B'));
  const split = (name: string) =>
    [...new Set(parameters.getAll(name).flatMap((text) => text.split(',')))].filter(Boolean);
  const asked = split('show');
  const wanted = split('must');
  const show = ids.filter((id) => asked.includes(id));
  const must = wanted.filter((wish) => wishes.includes(wish));
  return {
    choice: {
      show: show.length ? show : undefined,
      must: must.map((wish) => {
        const [row = '', value = ''] = wish.split(':');
        return { row, value };
      }),
      differences: parameters.has('differences'),
    },
    unread: asked.length - show.length + wanted.length - must.length,
  };
}

/** Writes a choice as the query of an address, empty where nothing is chosen. */
export function writeChoice({ show, must, differences }: Choice): string {
  const parts = [
    show && `show=${show.map(encodeURIComponent).join(',')}`,
    must.length > 0 && `must=${must.map((wish) => write(wish)).join(',')}`,
    differences && 'differences',
  ].filter(Boolean);
  return parts.length ? `?${parts.join('&')}` : '';
}

/** Whether an answer, the ids of its values parted by blanks, has what is asked for: one of those parted by `+`. */
export const fulfils = (answer: string, { value }: Wish): boolean =>
  value.split('+').some((one) => answer.split(' ').includes(one));
