import { filled } from '../texts/filled.ts';
import { type Texts, textNamed } from '../texts/text.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './notice.ts';

/** The words of a letter, and whose they are. */
export interface Spoken {
  readonly subject: string;
  readonly opening: string;
  /** What a text message asks for, where that is no clock's duty. */
  readonly sms?: string | undefined;
  readonly template?: Notice['template'];
}

/** A letter in the words of its text. Throws where the function carries no such text. */
export function spoken({ words: { text: id, values } }: Letter, texts: Texts): Spoken {
  const { subject = '', sms, body, version } = textNamed(id, texts);
  return {
    subject: filled(subject, values),
    opening: filled(body, values),
    sms: sms && filled(sms, values),
    template: { id, version },
  };
}
