import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { Provider, type RequestContext } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { readBody } from '../read-body.ts';
import type { Person } from './people.ts';
import { peoplePage } from './people-page.ts';

/** Where the provider stands on the runner's public address. */
export const LOGIN_PATH = '/_local/login';

interface ProviderProps {
  readonly url: string;
  readonly deskUrl: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly key: JWK;
  readonly people: readonly Person[];
}

/** Keeps nothing, and is meant to: the provider warns of its own adapter, and of no other. */
class InMemory extends MemoryAdapter {}

/** A real OpenID Connect provider, which asks for no password: whoever is chosen from the roster is logged in. */
export function loginProvider({ url, deskUrl, client, key, people }: ProviderProps) {
  const provider = new Provider(url + LOGIN_PATH, {
    adapter: InMemory,
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [`${deskUrl}/login/callback`] }],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name', 'organ', 'role'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${LOGIN_PATH}/people/${uid}` },
    findAccount: (_: unknown, sub: string) => accountOf(people.find((person) => person.sub === sub)),
    loadExistingGrant: grantAll,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 3600, Session: 600 },
  });
  const answer = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').slice(LOGIN_PATH.length);
    if (path.startsWith('/people/')) return await choose(request, response, provider, people);
    // Each log-in is a new one: nobody is remembered on this machine.
    if (path.startsWith('/auth?')) request.headers.cookie = '';
    Object.assign(request, { originalUrl: request.url, url: path });
    await answer(request, response);
  };
}

async function choose(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  people: readonly Person[],
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(peoplePage(people, request.url ?? ''));
    return;
  }
  const form = new URLSearchParams((await readBody(request, 64 * 1024)).toString());
  const login = { accountId: form.get('sub') ?? '', remember: false };
  await provider.interactionFinished(request, response, { login });
}

const accountOf = (person: Person | undefined) => {
  if (!person) return undefined;
  const { sub, name, organ, role } = person;
  return { accountId: sub, claims: () => ({ sub, name, organ, role }) };
};

/** The desk is no stranger to whom somebody would have to agree. */
async function grantAll({ oidc: { provider, client, session } }: RequestContext) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}
