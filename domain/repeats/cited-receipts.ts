import { normaliseReceipt } from '../receipt.ts';

const RECEIPT = /(?<![0-9A-Za-z])[A-Za-z]{2}[-—–\s]?(?:[0-9A-Za-z]{4}[-—–\s]?){2}[0-9A-Za-z]{4}(?![0-9A-Za-z])/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;
const MOST = 3;

/** 登记编号 of this province that a text names, each once and at most three; whether they exist is for the store to say. */
export function citedReceipts(text: string, provinceLetters: string): string[] {
  const plain = text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));
  const written = [...plain.matchAll(RECEIPT)].map(([found]) => normaliseReceipt(found.replace(/[—–]/g, '-')));
  const own = written.filter((receipt) => receipt?.startsWith(`${provinceLetters}-`));
  return [...new Set(own)].filter((receipt) => receipt !== undefined).slice(0, MOST);
}
