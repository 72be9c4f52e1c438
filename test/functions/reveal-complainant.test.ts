import { describe, expect, it } from 'vitest';
import { consoleOf } from '../support/messages.ts';
import { CLAIMS, COMMAND, COMPLAINANT, EVENTS, office } from '../support/office.ts';

const handler = { ...CLAIMS, sub: 'u-handler', role: 'handler' };
const ask = { reason: 'facts' };

describe('an officer who must reach the complainant', () => {
  it('sees who they are for five minutes, never from a cache', async () => {
    const { receipt, call } = await office();
    const { status, headers, json } = await call(COMPLAINANT, { id: receipt, claims: handler, body: ask });
    expect([status, headers]).toEqual([200, expect.objectContaining({ 'cache-control': 'no-store' })]);
    expect(json).toEqual({
      receipt,
      channel: 'web',
      anonymous: false,
      contact: { name: '钱测试', phone: '13911112222', email: 'qian@citizen.example' },
      expiresAt: '2026-06-02T02:05:00.000Z',
    });
  });

  it('is on record with the reason, each time, and the contact is not', async () => {
    const { receipt, call } = await office();
    for (const reason of ['facts', 'call-back'])
      await call(COMPLAINANT, { id: receipt, claims: handler, body: { reason } });
    const { json, text } = await call(EVENTS, { id: receipt });
    const looks = json.events.filter(({ type }: { type: string }) => type === 'contact-revealed');
    expect(looks).toMatchObject([
      { reason: 'facts', receipt, actor: { sub: 'u-handler' } },
      { reason: 'call-back', receipt, actor: { sub: 'u-handler' } },
    ]);
    for (const personal of ['钱测试', '13911112222', 'qian@']) expect(text).not.toContain(personal);
  });

  it('leaves ids in the log, and nothing of the person', async () => {
    const { receipt, call } = await office();
    const text = await consoleOf(() => call(COMPLAINANT, { id: receipt, claims: handler, body: ask }));
    expect(text).toContain('contact-revealed');
    for (const personal of ['钱测试', '13911112222', 'qian@']) expect(text).not.toContain(personal);
  });

  it('learns of an anonymous sender that they are anonymous, whatever they left', async () => {
    const { receipt, call } = await office({ anonymous: true });
    const { json, text } = await call(COMPLAINANT, { id: receipt, claims: handler, body: ask });
    expect(json).toMatchObject({ anonymous: true });
    expect(text).not.toContain('13911');
  });

  it('must say why, from the list', async () => {
    const { receipt, call } = await office();
    for (const body of [{}, { reason: 'curious' }]) {
      const { status, json } = await call(COMPLAINANT, { id: receipt, claims: handler, body });
      expect([status, json.errors[0].pointer]).toEqual([400, '/reason']);
    }
  });

  it('sees nobody of another case', async () => {
    const { world, receipt, call } = await office();
    const other = await world.complain('2026-06-01 11:00', { sourceId: 'other' });
    const body = { ...ask, receipt: other.receipt };
    const { status, text } = await call(COMPLAINANT, { id: receipt, claims: handler, body });
    expect(status).toBe(422);
    expect(text).not.toContain('13911');
  });

  it('leaves no record without a look: the act is no command', async () => {
    const { receipt, call } = await office();
    const body = { type: 'reveal-contact', reason: 'facts', expectedVersion: 1 };
    expect((await call(COMMAND, { id: receipt, body })).json.errors[0].pointer).toBe('/type');
  });
});
