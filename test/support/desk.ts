import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { memoryAccessRecord } from '../../adapters/memory/access-record.ts';
import {
  memoryDrafts,
  memoryLogIns,
  memoryReceptions,
  memorySavedLists,
  memorySessions,
} from '../../adapters/memory/desk.ts';
import { memoryLedgers } from '../../adapters/memory/ledgers.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { Roster } from '../../domain/organs.ts';
import { createHandler as deskLogin } from '../../functions/desk-login/handler.ts';
import { deskSite } from '../../functions/shared/desk/site.ts';
import { sha256 } from '../../functions/shared/digest.ts';
import type { Answer } from '../../functions/shared/http/http.ts';
import type { LogInDeps } from '../../usecases/desk/log-in.ts';
import { openSession } from '../../usecases/desk/sessions.ts';
import { NOW, requestEvent } from './intake.ts';
import { organs } from './rules.ts';

const DESK_HOST = 'https://huiyin.example';
export const CLAIMS = { sub: 'county-handler', organ: 'county', role: 'handler', name: '孔经办' };

export const idNamed = (name: string): string => name.padEnd(43, '-');
const cookieNamed = (name: 'session' | 'login', id: string): string => `__Host-huiyin-${name}=${id}`;
export const asStaff = (changes: Partial<Staff> = {}): Staff => ({ kind: 'staff', ...CLAIMS, ...changes });

/** A provider that lets in whoever comes back with its code and the state it gave. */
const provider: LogInDeps['provider'] = {
  begin: async (redirectUri) => {
    const query = new URLSearchParams({ redirect_uri: redirectUri, state: 'its-state' });
    return { address: `https://login.example/auth?${query}`, state: 'its-state', nonce: 'n', verifier: 'v' };
  },
  finish: async ({ searchParams }, { state }) =>
    searchParams.get('state') === state && searchParams.get('code') === 'good' ? CLAIMS : undefined,
};

/** What every function of the desk needs, in memory. */
export function deskMemory() {
  let ids = 0;
  const computer = { at: NOW };
  return {
    computer,
    clock: () => new Date(computer.at).toISOString(),
    site: deskSite('青禾省', organs),
    sessions: memorySessions(),
    drafts: memoryDrafts(),
    savedLists: memorySavedLists(),
    receptions: memoryReceptions(),
    ledgers: memoryLedgers(),
    access: memoryAccessRecord(),
    logIns: memoryLogIns(),
    context: { organs } as Pick<Roster, 'organs'>,
    provider,
    newId: () => {
      ids += 1;
      return idNamed(`id-${ids}`);
    },
    sha256,
  };
}

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Answer>;

interface Ask {
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly at?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  /** A form, as a browser sends it. */
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
}

/** What the browser gets for `GET /desk` or the like. */
export async function ask(handler: Handler, route: string, { query, cookies, form, headers, path, ...rest }: Ask = {}) {
  const [method = '', pattern = ''] = route.split(' ');
  const rawPath = pattern.replace(/\{(\w+)\}/g, (_, name) => path?.[name] ?? '');
  const type = form && { 'content-type': 'application/x-www-form-urlencoded', origin: DESK_HOST };
  const body = form && Buffer.from(new URLSearchParams(form as Record<string, string>).toString());
  const request = { method, rawPath, body, headers: { ...type, ...headers }, ...rest };
  const event = requestEvent({ ...request, ...(query && { query }), ...(path && { path }) });
  const rawQueryString = new URLSearchParams(query).toString();
  const answer = await handler(
    { ...event, routeKey: route, rawQueryString, cookies: [...(cookies ?? [])] },
    {} as Context,
  );
  return {
    status: answer.statusCode,
    location: answer.headers?.location,
    headers: answer.headers ?? {},
    cookies: answer.cookies ?? [],
    text: answer.body ?? '',
  };
}

/** Logs somebody in; gives the cookie that their browser then has. */
export async function logIn(deps: ReturnType<typeof deskMemory>, staff: Staff = asStaff()): Promise<string[]> {
  const id = deps.newId();
  await openSession(id, staff, deps.clock(), deps);
  return [cookieNamed('session', id)];
}

/** The hidden fields of the form on a page that is sent to that path. */
export function hiddenOf(page: string, action: string): Record<string, string> {
  const form = page.slice(page.indexOf(`action="${action}"`)).split('</form>')[0]!;
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!.replaceAll('&amp;', '&'),
    ]),
  );
}

export const loginOf = (deps: ReturnType<typeof deskMemory>): Handler => deskLogin(deps);

/** What the address of the next page tells of what was done. */
export const doneIn = ({ location }: { readonly location?: unknown }): string =>
  new URL(String(location), DESK_HOST).searchParams.get('done') ?? '';
