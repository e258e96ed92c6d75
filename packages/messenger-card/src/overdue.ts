/** Whether a day is over. */
export const past = (day: string | undefined): boolean =>
  !!day && day < new Date().toISOString().slice(0, 10);
