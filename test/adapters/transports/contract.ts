import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../domain/notices/notice.ts';
import { consoleOf } from '../../support/messages.ts';
import { escalation } from '../../support/notices.ts';
import type { Behaviour, Peer } from '../../support/peers/peer.ts';

export type PeerWho = (behaviour: Behaviour) => Promise<Peer>;

/** Words that only a complainant, or whoever answers them, can have written. */
const PERSONAL = '张三丰住在新河路7号院';
const BEHAVIOURS: readonly Behaviour[] = ['takes', 'refuses', 'busy', 'silent', 'away'];

const letter = (text = `您好：\n\n${PERSONAL}，已办结。`): Notice =>
  escalation({ text, sms: { use: 'complainant', values: { receipt: 'QH-7KX4-M9P2-Q3T8', status: '已办结' } } });

const handedOver = async ({ send, to }: Peer, notice = letter(), address = to) =>
  await send(notice, address, { now: notice.at });

/** What holds of every transport, whatever stands at its other end (docs/adr/0137-one-contract-for-transports.md). */
export function keepsTheContract(name: string, peerWho: PeerWho): void {
  describe(`a notice by ${name}`, () => {
    it('is handed over once, and what took it says under which name', async () => {
      const peer = await peerWho('takes');
      expect(await handedOver(peer)).toEqual({ kind: 'sent', reference: expect.any(String) });
      expect(peer.taken()).toHaveLength(1);
    });

    it('spends the address that is refused for good', async () => {
      const peer = await peerWho('refuses');
      expect(await handedOver(peer)).toEqual({ kind: 'refused', reason: expect.any(String) });
      expect(peer.taken()).toEqual([]);
    });

    it('waits where nothing is taken for now', async () => {
      const peer = await peerWho('busy');
      expect(await handedOver(peer)).toEqual({
        kind: expect.stringMatching(/^(busy|later)$/),
        reason: expect.any(String),
      });
      expect(peer.taken()).toEqual([]);
    });

    it('waits where nobody listens: nothing left this house', async () => {
      const { kind } = await handedOver(await peerWho('away'));
      expect(['busy', 'later']).toContain(kind);
    });

    it('is of unknown outcome once it was given away and nobody answered, and is not given away twice', async () => {
      const peer = await peerWho('silent');
      expect(await handedOver(peer)).toEqual({ kind: 'unknown', reason: expect.any(String) });
      expect(peer.taken()).toHaveLength(1);
    });

    it('spends what is no address, and throws nothing', async () => {
      const peer = await peerWho('takes');
      const { kind } = await handedOver(peer, letter(), peer.nobody);
      expect(['refused', 'no-address']).toContain(kind);
      expect(peer.taken()).toEqual([]);
    });

    it('goes out as long as the other side takes it, or not at all', async () => {
      const peer = await peerWho('takes');
      const { kind } = await handedOver(peer, letter(`${PERSONAL}${'答𠮷'.repeat(10_000)}`));
      expect(['sent', 'refused']).toContain(kind);
      for (const taken of peer.taken()) {
        expect(Buffer.byteLength(taken)).toBeLessThanOrEqual(peer.mostBytes);
        expect(taken.isWellFormed()).toBe(true);
      }
    });

    it.each(BEHAVIOURS)('leaves neither person nor key in result or log (%s)', async (behaviour) => {
      const peer = await peerWho(behaviour);
      const results: unknown[] = [];
      const logged = await consoleOf(async () => {
        for (const address of [peer.to, peer.nobody]) results.push(await handedOver(peer, letter(), address));
      });
      for (const secret of [peer.to, peer.nobody, PERSONAL, ...peer.secrets])
        expect(`${logged} ${JSON.stringify(results)}`).not.toContain(secret);
    });
  });
}
