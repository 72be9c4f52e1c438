import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS, examplesOf, IN_ENGLISH } from '../../config/schemas/notice-checks.ts';
import { englishOf, fileOf, type TextFile, textFileOf, textNames } from '../../config/schemas/notice-texts.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { WHOLE_LETTERS } from '../../domain/notices/complainants/complainant-texts.ts';
import { FRAME_TEXTS } from '../../domain/notices/frame-texts.ts';
import { listMessage } from '../../domain/notices/list-message.ts';
import { LIST_KINDS, LIST_TEXTS } from '../../domain/notices/lists/list-texts.ts';
import { textMessageOf } from '../../domain/notices/text-message.ts';
import { ENGLISH as ENGLISH_TIMES } from '../../domain/notices/wording.ts';
import { type Filling, filled } from '../../domain/texts/filled.ts';
import type { Reader } from '../../domain/texts/text.ts';

/** One text with its examples, as it is read. */
export interface Sample {
  readonly name: string;
  readonly reader: Reader;
  /** When it is sent. */
  readonly about: string;
  readonly subject: string;
  readonly text: string;
  /** The text message; none to an office, and none of a part of a letter. */
  readonly sms?: string | undefined;
  /** What stands below it for whoever wrote in English. */
  readonly english?: string | undefined;
}

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';
const CASE = { receipt: RECEIPT, place: '青禾省禾阳市东川区', matter: '建筑施工噪声' };
const NEXT = { due: '11月9日24:00', next: '10月26日09:00再次提醒' };

type Read = (name: string) => TextFile;

/**
 * Every text as the province says it, those for staff and for complainants within a whole letter. `absent`: values that
 * are not there, by their names; without it every line is seen, also those of which a letter has only one.
 */
export function samplesOf(
  folder: string,
  settings: ProvinceSettings,
  absent: readonly string[] = [],
): readonly Sample[] {
  const read: Read = (name) => {
    const file = textFileOf(readFileSync(join(folder, fileOf(folder, name, settings.id)), 'utf8'));
    if ('length' in file) throw new Error(`config/notices/${name}.md: ${file.join('; ')}`);
    const there = Object.entries(file.parameters).filter(([parameter]) => !absent.includes(parameter));
    return { ...file, parameters: Object.fromEntries(there) };
  };
  const english = (name: string) => englishWithin(name, folder, read);
  return textNames(folder).map((name) => {
    const file = read(name);
    const said = saidIn(name, read);
    const stands = file.reader === 'office' || name in FRAME_TEXTS || name in LIST_TEXTS;
    if (stands || (file.subject === undefined && file.reader !== 'staff'))
      return {
        name,
        about: file.about,
        reader: file.reader,
        ...asItStands(name, said, file, settings),
        english: english(name),
      };
    const whole = file.reader === 'staff' ? toStaff(said, read) : toComplainant(name, said, read);
    return {
      name,
      about: file.about,
      reader: file.reader,
      ...whole,
      sms: textMessageOf(whole.sms, settings.sms),
      english: english(name),
    };
  });
}

interface Said {
  readonly subject: string;
  readonly text: string;
  readonly values: Filling;
  /** What a text message says of it. */
  readonly short: string;
}

function saidIn(name: string, read: Read): Said {
  const file = read(name);
  const values = examplesOf(file, CONTRACTS[name]!);
  const [subject, text] = [filled(file.subject ?? '', values), filled(file.body, values)];
  return { subject, text, values, short: file.sms === undefined ? subject : filled(file.sms, values) };
}

/** A letter of several matters, a letter to an office, or what stands in one. */
function asItStands(
  name: string,
  { subject, text, short, values }: Said,
  { sms }: TextFile,
  settings: ProvinceSettings,
) {
  const kind = LIST_KINDS[name];
  if (kind === undefined) return { text, subject: subject || name };
  const message = listMessage({ kind, name: kind, of: values.organ ?? '全省', day: '2026-06-08', duty: short });
  return {
    text,
    subject: `【${kind}】${subject}`,
    ...(sms !== undefined && { sms: textMessageOf(message, settings.sms) }),
  };
}

/** A letter that names a duty is about that one. */
function toStaff({ subject, text: opening, short: duty, values }: Said, read: Read) {
  const [letter, about] = [read('letter'), read('duty')];
  const duties = filled(about.body, { ...examplesOf(about, CONTRACTS.duty!), ...values });
  const frame = { ...examplesOf(letter, CONTRACTS.letter!), opening, duties };
  return {
    subject: `【通知】${RECEIPT} ${subject}`,
    text: filled(letter.body, frame),
    sms: { use: 'staff', values: { kind: '通知', ...CASE, duty, ...NEXT } } as const,
  };
}

function toComplainant(name: string, { subject, text, short }: Said, read: Read) {
  const sms = { use: 'complainant', values: { receipt: RECEIPT, status: short } } as const;
  if (WHOLE_LETTERS.includes(name)) return { subject, text, sms };
  const file = read('telling-letter');
  const values = { ...examplesOf(file, CONTRACTS['telling-letter']!), status: subject, words: text, ...ALONE };
  return { subject: filled(file.subject ?? '', values), text: filled(file.body, values), sms };
}

/** The English of a text within that of the letter around it; undefined where it has none. */
function englishWithin(name: string, folder: string, read: Read): string | undefined {
  const inEnglish = (one: string, words?: string): string => {
    const values = { ...examplesOf(read(one), CONTRACTS[one]!, ENGLISH_TIMES), ...(words && { words, ...ALONE }) };
    return filled(englishOf(folder, one) ?? '', values);
  };
  if (!IN_ENGLISH.includes(name)) return undefined;
  return WHOLE_LETTERS.includes(name) || ['chat', 'page'].includes(read(name).reader)
    ? inEnglish(name)
    : inEnglish('telling-letter', inEnglish(name));
}

/** A complaint that came by mail and is handled by itself. */
const ALONE = { joined: undefined, codeless: undefined };
