import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadAddresses } from '../../../adapters/email/thread-address.ts';
import { receiptFor } from '../../../domain/receipt.ts';
import { sha256 } from '../../../functions/shared/digest.ts';

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';
const addresses = (key = 'k', intake = 'complaints@huiyin.example') => threadAddresses(async () => key, intake);

describe('the address of a complaint', () => {
  it('is one of the intake, leads back to the receipt, and is short enough for any mail host', async () => {
    const anyReceipt = fc.string().map((source) => receiptFor('QH', sha256(source)));
    await fc.assert(
      fc.asyncProperty(anyReceipt, async (receipt) => {
        const address = await addresses().addressOf(receipt);
        expect(address).toMatch(/^complaints\+c[0-9a-z]{14}\.[0-9a-f]{20}@huiyin\.example$/);
        expect(address.indexOf('@')).toBeLessThanOrEqual(64);
        expect(await addresses().receiptIn(address)).toBe(receipt);
      }),
    );
  });

  it('is known whatever a mail host made of its letters', async () => {
    const address = await addresses().addressOf(RECEIPT);
    expect(await addresses().receiptIn(` ${address.toUpperCase()} `)).toBe(RECEIPT);
    expect(await addresses('k', 'Complaints@Huiyin.example').receiptIn(address)).toBe(RECEIPT);
  });

  it('is believed by nobody once a single digit differs, or it was signed by somebody else', async () => {
    const address = await addresses().addressOf(RECEIPT);
    const [local, domain] = address.split('@') as [string, string];
    for (let at = 0; at < local.length; at += 1) {
      const other = local[at] === '0' ? '1' : '0';
      const changed = `${local.slice(0, at)}${other}${local.slice(at + 1)}@${domain}`;
      expect(await addresses().receiptIn(changed)).toBeUndefined();
    }
    expect(await addresses('another key').receiptIn(address)).toBeUndefined();
    expect(await addresses('k', 'complaints@elsewhere.example').receiptIn(address)).toBeUndefined();
  });

  it.each([
    'complaints@huiyin.example',
    '',
    '@',
    'complaints+c@huiyin.example',
    `complaints+c${'i'.repeat(14)}.${'0'.repeat(20)}@huiyin.example`,
  ])('is not %j', async (address) => expect(await addresses().receiptIn(address)).toBeUndefined());
});

describe('the name of a letter', () => {
  it('is always the same for its notice, and another for every other', async () => {
    const name = await addresses().nameOf(`${RECEIPT}#2#complainant`);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(await addresses().nameOf(`${RECEIPT}#2#complainant`)).toBe(name);
    expect(await addresses().nameOf(`${RECEIPT}#3#complainant`)).not.toBe(name);
  });

  it('to staff cannot be made of what its complainant knows: the notice’s id, and the address signed for the case', async () => {
    const notice = `${RECEIPT}#2#催办#city-bureau/handler`;
    const known = [RECEIPT, await addresses().addressOf(RECEIPT), await addresses().nameOf(`${RECEIPT}#2#complainant`)];
    const guesses = known.flatMap((secret) => [
      sha256(`${notice} ${secret}`),
      createHmac('sha256', secret).update(`letter\n${notice}`).digest('hex'),
    ]);
    const name = await addresses().nameOf(notice);
    expect(guesses.map((guess) => guess.slice(0, 32))).not.toContain(name);
    expect(await addresses('another key').nameOf(notice)).not.toBe(name);
  });
});
