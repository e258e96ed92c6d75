const said = new Set<string>();

/** Tells the page's author in the console, once for each message. */
export function warn(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`Sealmark: ${message}`);
}
