/** Whether there is no page to draw in, as where a build renders elements. */
export const isServer = typeof document === 'undefined';
