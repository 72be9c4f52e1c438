import { readMail } from '../../adapters/mime/read-mail.ts';
import { letter, part } from './letters.ts';

export const WORDS = '南门外的水泥厂白天黑夜冒灰，窗台一天一层。';
export const TEXT = 'Content-Type: text/plain; charset=utf-8';

export const textOf = async (raw: Uint8Array) => (await readMail(raw)).text.replace(/\s+/g, ' ');
export const encodedAs = (encoding: string, body: string | Uint8Array, type = TEXT) =>
  letter(part([type, `Content-Transfer-Encoding: ${encoding}`], body));
