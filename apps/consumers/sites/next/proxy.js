import { NextResponse } from 'next/server';

/** Lets the scripts that Next writes into a page run, by a number that is used once, as its documentation has it. */
export function proxy(request) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = [
    "default-src 'none'",
    "connect-src 'self'",
    "img-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Turbopack loads scripts by plain addresses: Trusted Types cannot be required (vercel/next.js#32209).
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}
