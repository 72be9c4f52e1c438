import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { LogInDeps } from '../../usecases/desk/log-in.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: () => Promise<string>;
  /** Called for a log-in that the provider or the checks of its answer refuse. */
  readonly onRefused: (error: unknown) => void;
}

/**
 * Any OpenID Connect provider, by the code flow with PKCE, state and nonce. It is asked who it is once for each process.
 * Whoever logs in is always asked for their credentials: office computers are shared.
 */
export function identityProvider({
  issuer,
  clientId,
  clientSecret,
  onRefused,
}: ProviderSettings): LogInDeps['provider'] {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discovered();
    known.catch(() => (known = undefined));
    return known;
  };
  const discovered = async () => {
    const server = new URL(issuer);
    // Only the local runner's provider has no TLS.
    const execute = server.protocol === 'http:' && server.hostname === '127.0.0.1' ? [allowInsecureRequests] : [];
    return await discovery(server, clientId, undefined, ClientSecretBasic(await clientSecret()), { execute });
  };
  return {
    async begin(redirectUri) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const challenge = await calculatePKCECodeChallenge(verifier);
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        prompt: 'login',
        state,
        nonce,
      });
      return { address: address.href, state, nonce, verifier };
    },
    async finish(cameBackBy, { state, nonce, verifier }) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      try {
        return (await authorizationCodeGrant(await configuration(), cameBackBy, checks)).claims();
      } catch (error) {
        onRefused(error);
        return undefined;
      }
    },
  };
}
