import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHandler as acceptOrder } from '../../functions/accept-partner-complaint/handler.ts';
import { createHandler as acceptProgram } from '../../functions/accept-web-complaint/handler.ts';
import { intake, send } from '../support/intake.ts';
import { hotline, partnerIntake } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';

const MOST_BYTES = 256 * 1024;
const MOST_CHARACTERS = 20_000;

/** Characters that cannot be packed well: each of `size` kinds as often as any other, from `first` on. */
function random(count: number, first: number, size: number): string {
  const bytes = randomBytes(3 * count);
  const codes = Array.from({ length: count }, (_, n) => first + (bytes.readUIntBE(3 * n, 3) % size));
  return codes.map((code) => String.fromCodePoint(code)).join('');
}

const ALPHABETS = {
  // Without what may by chance be a tag, or an entity.
  'printable ASCII': (count: number) => random(count, 0x21, 94).replaceAll(/["\\<&]/g, 'x'),
  'Chinese characters': (count: number) => random(count, 0x4e00, 20_000),
  'characters of four bytes': (count: number) => random(Math.floor(count / 2), 0x20000, 40_000),
};

/** Every field beside the matter says something that cannot be used, and the address fills what the body may hold. */
function largest(words: (count: number) => string) {
  const odd = () => `无法识别${words(1_200)}`;
  const contact = { name: odd(), phone: odd(), email: odd() };
  const beside = { division: odd(), location: odd(), target: odd(), occurredAt: odd(), contact };
  const form = { externalId: 'E-1', text: words(MOST_CHARACTERS), ...beside, address: '' };
  const left = MOST_BYTES - 400 - Buffer.byteLength(JSON.stringify(form));
  const each = Buffer.byteLength(words(2_000)) / words(2_000).length;
  return { ...form, address: words(Math.floor(left / each)) };
}

describe('the longest complaint that a request may hold, all of it strange', () => {
  it.each(Object.entries(ALPHABETS))(
    'is taken from a program in %s: nothing beside the matter refuses it',
    async (_, words) => {
      const world = intake();
      const body = JSON.stringify(largest(words));
      expect(Buffer.byteLength(body) / MOST_BYTES).toBeGreaterThan(0.99);
      const { status } = await send(acceptProgram(world), { body, headers: { 'content-type': 'application/json' } });
      expect(status).toBe(202);
      expect(world.vault.all()[0]).toMatchObject({
        sideRemarks: { length: 5 },
        contact: { sideRemarks: { length: 3 } },
      });
    },
  );

  it.each(Object.entries(ALPHABETS))('is taken from a partner in %s', async (_, words) => {
    const world = partnerIntake(hotline({}));
    const body = JSON.stringify({
      type: 'complaint.submitted',
      timestamp: '2026-11-20T21:03:00+08:00',
      data: largest(words),
    });
    const { status } = await send(acceptOrder(world), {
      body,
      headers: signedHeaders(body),
      path: { partner: 'hotline' },
    });
    expect([status, world.vault.all()[0]?.text.length]).toEqual([202, MOST_CHARACTERS]);
  });
});
