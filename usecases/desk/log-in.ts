import type { Instant } from '../../domain/calendar/day.ts';

/** What must be known when somebody comes back from the identity provider; none of it leaves this service but `state`. */
export interface LogIn {
  readonly state: string;
  readonly nonce: string;
  /** PKCE. */
  readonly verifier: string;
  /** The page that they wanted. */
  readonly to: string;
}

export interface LogInDeps {
  /** The province's identity provider. */
  readonly provider: {
    /** Where a browser is sent to log in. */
    begin(redirectUri: string): Promise<{ readonly address: string } & Omit<LogIn, 'to'>>;
    /**
     * The claims of whoever logged in there; undefined where the address that they came back by does not belong to that
     * log-in, or the provider refuses it.
     */
    finish(cameBackBy: URL, logIn: LogIn): Promise<Readonly<Record<string, unknown>> | undefined>;
  };
  readonly logIns: {
    /** For ten minutes. */
    keep(key: string, logIn: LogIn, now: Instant): Promise<void>;
    /** Once: whoever comes back a second time has no log-in any more. */
    take(key: string, now: Instant): Promise<LogIn | undefined>;
  };
  readonly sha256: (text: string) => string;
}

/**
 * Where the browser goes to log in; `id` is what it must bring back in its cookie. It may have several log-ins under
 * way, each known by its state: people press twice, and open letters in several tabs.
 */
export async function beginLogIn(
  {
    id,
    to,
    redirectUri,
    now,
  }: { readonly id: string; readonly to: string; readonly redirectUri: string; readonly now: Instant },
  { provider, logIns, sha256 }: LogInDeps,
): Promise<string> {
  const { address, ...begun } = await provider.begin(redirectUri);
  await logIns.keep(sha256(`${id} ${begun.state}`), { ...begun, to }, now);
  return address;
}

/** The claims of whoever came back, and where they wanted to go; undefined for a log-in that is not this browser's. */
export async function finishLogIn(
  id: string | undefined,
  cameBackBy: URL,
  now: Instant,
  { provider, logIns, sha256 }: LogInDeps,
): Promise<{ readonly claims: Readonly<Record<string, unknown>>; readonly to: string } | undefined> {
  const state = cameBackBy.searchParams.get('state');
  const logIn = id === undefined || state === null ? undefined : await logIns.take(sha256(`${id} ${state}`), now);
  const claims = logIn && (await provider.finish(cameBackBy, logIn));
  return claims && { claims, to: logIn.to };
}
