import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS, examplesOf } from '../../config/schemas/notice-checks.ts';
import { fileOf, type TextFile, textFileOf, textNames } from '../../config/schemas/notice-texts.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { FRAME_TEXTS } from '../../domain/notices/frame-texts.ts';
import { textMessageOf } from '../../domain/notices/text-message.ts';
import { filled } from '../../domain/texts/filled.ts';

/** One text with its examples, as it is read. */
export interface Sample {
  readonly name: string;
  /** When it is sent. */
  readonly about: string;
  readonly subject: string;
  readonly text: string;
  /** The text message to staff; none to an office, and none of a part of a letter. */
  readonly sms?: string | undefined;
}

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';
const CASE = { receipt: RECEIPT, place: '青禾省禾阳市东川区', matter: '建筑施工噪声' };
const NEXT = { due: '11月9日24:00', next: '10月26日09:00再次提醒' };

/** Every text as the province says it, those for staff within a whole letter. */
export function samplesOf(folder: string, settings: ProvinceSettings): readonly Sample[] {
  const read = (name: string): TextFile => {
    const file = textFileOf(readFileSync(join(folder, fileOf(folder, name, settings.id)), 'utf8'));
    if ('length' in file) throw new Error(`config/notices/${name}.md: ${file.join('; ')}`);
    return file;
  };
  const bodyOf = (name: string) => filled(read(name).body, examplesOf(read(name), CONTRACTS[name]!));
  return textNames(folder).map((name) => {
    const file = read(name);
    const values = examplesOf(file, CONTRACTS[name]!);
    const [subject, body] = [filled(file.subject ?? '', values), bodyOf(name)];
    if (name in FRAME_TEXTS || file.reader !== 'staff')
      return { name, about: file.about, subject: subject || name, text: body };
    const frame = { ...examplesOf(read('letter'), CONTRACTS.letter!), opening: body, duties: bodyOf('duty') };
    const duty = file.sms === undefined ? subject : filled(file.sms, values);
    const sms = { use: 'staff', values: { kind: '通知', ...CASE, duty, ...NEXT } } as const;
    return {
      ...{ name, about: file.about, subject: `【通知】${RECEIPT} ${subject}` },
      text: filled(read('letter').body, frame),
      sms: textMessageOf(sms, settings.sms),
    };
  });
}
