/** What registries and npm say when they refuse, and what it means. */
const reasons: [RegExp, string][] = [
  [
    /\bEOTP\b|one-time pass/i,
    'The registry wants a one-time password: run the command in a terminal, where npm asks for it, or set NPM_CONFIG_OTP.',
  ],
  [
    /\b(E401|ENEEDAUTH)\b|unauthorized|authorization required|not authorized/i,
    'The registry does not know this token: log in (npm login), or let the workflow publish. What it may publish has to be there already, and to name it as trusted publisher.',
  ],
  [
    /\bE404\b|is not in this registry/i,
    'The registry does not know this package, or not that you may publish it: the first version of a new package is published by hand, see “Release” in CONTRIBUTING.',
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
