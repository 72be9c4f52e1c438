import { createHmac, timingSafeEqual } from 'node:crypto';
import { normaliseReceipt } from '../../domain/receipt.ts';

/** 80 bits: nobody guesses them, and the local part stays within the 64 characters that mail allows. */
const MAC_DIGITS = 20;
const NAME_DIGITS = 32;

/**
 * The address under which a complainant adds to their complaint: the intake's own, with the receipt and its signature
 * after a plus sign (complaints+cqh7kx4m9p2q3t8.<mac>@…). Who has it was sent it, or was handed it on. Lower case,
 * because mail hosts may make it so.
 */
export function threadAddresses(key: () => Promise<string>, intake: string) {
  const at = intake.lastIndexOf('@');
  const [local, domain] = [intake.slice(0, at).toLowerCase(), intake.slice(at + 1).toLowerCase()];

  const signatureOf = async (purpose: 'thread' | 'letter', text: string) =>
    createHmac('sha256', await key())
      .update(`${purpose}\n${text}`)
      .digest('hex');
  const macOf = async (receipt: string) => (await signatureOf('thread', receipt)).slice(0, MAC_DIGITS);

  return {
    async addressOf(receipt: string): Promise<string> {
      const plain = receipt.replaceAll('-', '').toLowerCase();
      return `${local}+c${plain}.${await macOf(receipt)}@${domain}`;
    },

    /** What the letter that carries this notice is called: always the same, and known to nobody who was not sent it. */
    nameOf: async (noticeId: string): Promise<string> => (await signatureOf('letter', noticeId)).slice(0, NAME_DIGITS),

    /** Undefined for any address that is not exactly one of ours, the plain intake included. */
    async receiptIn(address: string): Promise<string | undefined> {
      const found = /^(.+)\+c([0-9a-z]{14})\.([0-9a-f]{20})@(.+)$/.exec(address.trim().toLowerCase());
      if (!found || found[1] !== local || found[4] !== domain) return undefined;
      const receipt = normaliseReceipt(found[2]!);
      if (!receipt) return undefined;
      return timingSafeEqual(Buffer.from(found[3]!), Buffer.from(await macOf(receipt))) ? receipt : undefined;
    },
  };
}
