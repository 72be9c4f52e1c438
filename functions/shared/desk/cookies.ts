import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { siteOf } from '../site.ts';

type Name = 'session' | 'login';

/**
 * `__Host-`: no other host, and no page without TLS, can set it. The gateway serves TLS only; the local runner does not,
 * where browsers would refuse the prefix.
 */
const nameOf = (name: Name, event: APIGatewayProxyEventV2): string =>
  isSecure(event) ? `__Host-huiyin-${name}` : `huiyin-${name}`;

const isSecure = (event: APIGatewayProxyEventV2): boolean => siteOf(event).startsWith('https:');

/** What the browser brought; undefined for what cannot be ours. */
export function cookieIn(event: APIGatewayProxyEventV2, name: Name): string | undefined {
  const prefix = `${nameOf(name, event)}=`;
  const value = event.cookies?.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** For as long as the browser is open; no script reads it, and no form of another site brings it. */
export const cookieOf = (event: APIGatewayProxyEventV2, name: Name, value: string): string =>
  `${nameOf(name, event)}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure(event) ? '; Secure' : ''}`;

export const cookieGone = (event: APIGatewayProxyEventV2, name: Name): string =>
  `${cookieOf(event, name, '')}; Max-Age=0`;
