import { exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';
import type { SimulatedClock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { JwtAuthorizer } from '../template/routes.ts';

/** Who issues the tokens, and for whom. */
interface Login {
  readonly issuer: string;
  readonly audience: string;
}

export interface StaffTokens {
  /** The private key that the provider signs with as well. */
  readonly key: JWK;
  issue(login: Login, claims: Readonly<Record<string, string>>): Promise<string>;
  /** What the function sees of a good token; a `Refusal` otherwise. */
  check(
    authorization: string | undefined,
    authorizer: JwtAuthorizer,
  ): Promise<{ jwt: { claims: object; scopes: unknown } }>;
}

/**
 * The bearer tokens of the API, by the key of the local provider. The provider tells the real time, and the stack lives in
 * simulated time: so these are made and checked here. They hold for twenty years of it.
 */
export async function staffTokens(clock: SimulatedClock): Promise<StaffTokens> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = 'local';
  return {
    key: { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' },
    issue: ({ issuer, audience }, claims) => {
      const seconds = Math.floor(clock.milliseconds() / 1000);
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 20 * 365 * 86_400)
        .sign(privateKey);
    },
    async check(authorization, { issuer, audience, scopes }) {
      const token = authorization?.replace(/^Bearer /i, '');
      if (!token) throw new Refusal(401, 'Unauthorized');
      const currentDate = new Date(clock.milliseconds());
      const { payload } = await jwtVerify(token, publicKey, { issuer, audience: [...audience], currentDate }).catch(
        () => {
          throw new Refusal(401, 'Unauthorized');
        },
      );
      const granted = String(payload.scope ?? '').split(' ');
      if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) throw new Refusal(403, 'Forbidden');
      return { jwt: { claims: asText(payload), scopes: scopes.length > 0 ? granted : null } };
    },
  };
}

/** API Gateway hands every claim on as text, lists in brackets. */
function asText(claims: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
}
