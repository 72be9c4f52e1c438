import { partnerCallbacks } from '../../../adapters/callbacks/callbacks.ts';
import { memorySecretEntries } from '../../../adapters/memory/secret-entries.ts';
import { type Behaviour, httpPeer, type Peer } from './peer.ts';

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** The system of a partner. */
export async function callbackPeer(behaviour: Behaviour): Promise<Peer> {
  const status = { takes: 204, silent: 204, away: 204, refuses: 410, busy: 503 }[behaviour];
  const { base, taken, patience } = await httpPeer(behaviour, () => ({ taken: status === 204, status, body: '' }));
  const send = partnerCallbacks({
    addressOf: (partner) => (partner === 'hotline-12345' ? `${base}huiyin?token=in-the-address` : undefined),
    secrets: memorySecretEntries({ 'hotline-12345': { secrets: [SECRET] } }),
    now: () => new Date('2026-10-08T01:00:00Z'),
    ...{ isLocal: true, patience },
  });
  const secrets = [SECRET, 'in-the-address'];
  return { send, to: 'hotline-12345', nobody: 'no-such-partner', taken, mostBytes: 200_000, secrets };
}
