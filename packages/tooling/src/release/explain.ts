/** What registries and npm say when they refuse, and what it means. */
const reasons: [RegExp, string][] = [
  [
    /\b(E401|ENEEDAUTH|EOTP)\b|unauthorized|authorization required|not authorized/i,
    'The registry does not know this token: log in (npm login), or let the workflow publish.',
  ],
  [
    /\bE403\b|forbidden/i,
    'The registry knows you and does not let you publish this: ask for the right in the organization.',
  ],
  [
    /\b(E409|EPUBLISHCONFLICT)\b|previously published|already present/i,
    'This version is there already and stays as it is: write a changeset and make another version (npm run version).',
  ],
  [
    /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EPIPE|E50[0-9]|ERR_SOCKET_TIMEOUT)\b|socket hang up/i,
    'The registry does not answer.',
  ],
];

/** A sentence for people about output that tells of a failure; undefined where there is none. */
export function explain(output: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(output))?.[1];
}
