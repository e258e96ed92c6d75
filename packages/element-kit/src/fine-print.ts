/** A line of small words, to be put beside what a build has drawn. */
export function finePrint(words: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'fine';
  line.textContent = words;
  return line;
}
