import { REPLIES_IN_ENGLISH, REPLY_TEXTS } from '../../domain/conversation/reply-texts.ts';
import {
  COMPLAINANT_TEXTS,
  SAID_IN_ENGLISH,
  WHOLE_LETTERS,
} from '../../domain/notices/complainants/complainant-texts.ts';
import { FRAME_TEXTS } from '../../domain/notices/frame-texts.ts';
import { LIST_TEXTS } from '../../domain/notices/lists/list-texts.ts';
import { OUTSIDE_TEXTS } from '../../domain/notices/outside/outside-texts.ts';
import { STAFF_TEXTS } from '../../domain/notices/staff/staff-texts.ts';
import { type Times, written } from '../../domain/notices/wording.ts';
import { PAGE_TEXTS, PAGES_IN_ENGLISH } from '../../domain/pages/page-texts.ts';
import { type Filling, filled, parametersIn } from '../../domain/texts/filled.ts';
import { type Contract, OPEN_TYPES, type ParameterType } from '../../domain/texts/parameters.ts';
import type { Fault } from './fault.ts';
import type { TextFile } from './notice-texts.ts';

type Contracts = Readonly<Record<string, Contract>>;

/** All of them. Throws where two have a text of one name: its file could be worded for one alone. */
export function eachOnce(...tables: readonly Contracts[]): Contracts {
  const names = tables.flatMap((table) => Object.keys(table));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`two texts are called "${twice}"`);
  return Object.assign({}, ...tables);
}

/** What the code gives each text. */
export const CONTRACTS = eachOnce(
  STAFF_TEXTS,
  FRAME_TEXTS,
  LIST_TEXTS,
  OUTSIDE_TEXTS,
  COMPLAINANT_TEXTS,
  REPLY_TEXTS,
  PAGE_TEXTS,
);

/** What has an English part besides. */
export const IN_ENGLISH: readonly string[] = [...SAID_IN_ENGLISH, ...REPLIES_IN_ENGLISH, ...PAGES_IN_ENGLISH];

/** The operators cut a value of a text message off, or refuse the message, beyond this. */
const MOST_IN_SMS = 20;

/** What is wrong with a text, beside its shape: with what it is given, and with where it says it. */
export function faultsOfText(file: TextFile, contract: Contract, name: string): readonly Fault[] {
  return [
    ...faultsOfParameters(file, contract),
    ...faultsOfUse(file, contract),
    ...faultsOfSms(file, contract, name),
    ...faultsOfLinks(file),
    ...faultsOfPeriods(file),
  ];
}

/** The parameters are those that the code gives, each with an example of its type. */
function faultsOfParameters({ parameters }: TextFile, contract: Contract): readonly Fault[] {
  const given = Object.entries(contract);
  const names = given.map(([name]) => name).join(', ');
  const unknown = Object.keys(parameters).filter((name) => !(name in contract));
  return [
    ...unknown.map((name): Fault => [`/parameters/${name}`, 'is no parameter of this text', `there are ${names}`]),
    ...given.flatMap(([name, type]): Fault[] => {
      const at = `/parameters/${name}`;
      const declared = parameters[name];
      if (!declared) return [[at, 'is missing', `write ${name}: ${type}, and an example`]];
      if (declared.type !== type) return [[at, `is of type ${type}, not ${declared.type}`, `write ${type}`]];
      const isSound = EXAMPLES[type.replace('?', '') as ParameterType].test(declared.example);
      return isSound ? [] : [[at, `"${declared.example}" is no example of ${type}`, 'write one as the code gives it']];
    }),
  ];
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const EXAMPLES: Readonly<Record<ParameterType, RegExp>> = {
  term: /./,
  receipt: /^[A-Z]{2}(-[0-9A-Z]{4}){3}$/,
  number: /^\d+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  moment: INSTANT,
  deadline: INSTANT,
  person: /./,
  code: /^[0-9A-Z]{8}$/,
  words: /./,
  when: /^$/,
};

/** Nothing unknown is said, nothing given is forgotten, and what may be personal stands in the letter alone. */
function faultsOfUse({ subject = '', sms = '', body }: TextFile, contract: Contract): readonly Fault[] {
  const said = { subject, sms, body };
  const used = new Set(Object.values(said).flatMap(parametersIn));
  const names = Object.keys(contract);
  return [
    ...names
      .filter((name) => !used.has(name))
      .map((name): Fault => ['/body', `never says \${${name}}`, 'say it, or the reader will miss it']),
    ...Object.entries(said).flatMap(([part, words]) =>
      parametersIn(words).flatMap((name): Fault[] => {
        const at = `/${part}`;
        const type = contract[name];
        if (!type) return [[at, `\${${name}} is no parameter of this text`, `there are ${names.join(', ')}`]];
        if (part === 'body') return [];
        if (type.endsWith('?')) return [[at, `\${${name}} may be absent`, 'say it in the body, on a line of its own']];
        const isOpen = OPEN_TYPES.includes(type as ParameterType);
        return isOpen
          ? []
          : [[at, `\${${name}} may hold personal data`, 'say it in the body, which no lock screen shows']];
      }),
    ),
  ];
}

/** What of it a text message says: to a complainant the status, unless the text has other words for that. */
const inTextMessage = ({ reader, subject, sms }: TextFile, name: string): string | undefined =>
  sms ?? (reader === 'complainant' && !WHOLE_LETTERS.includes(name) ? subject : undefined);

function faultsOfSms(file: TextFile, contract: Contract, name: string): readonly Fault[] {
  const shown = inTextMessage(file, name);
  const { length } = filled(shown ?? '', examplesOf(file, contract));
  if (length <= MOST_IN_SMS) return [];
  return [
    [
      file.sms === undefined ? '/subject' : '/sms',
      `has ${length} characters with its examples, more than ${MOST_IN_SMS}`,
      'say it in fewer',
    ],
  ];
}

/** A number of days or hours, as a law or a clock sets it; the day of a month is none. */
const DAYS = /(?<![\d月一二两三四五六七八九十百])(?:\d+|[一二两三四五六七八九十百]+)个?(?:工作日|日|天|月内|小时内)/gu;

/** What a clock or a law says changes with them: a text is given it. */
const faultsOfPeriods = ({ subject = '', sms = '', body }: TextFile): readonly Fault[] =>
  Object.entries({ subject, sms, body }).flatMap(([part, words]) =>
    [...words.matchAll(DAYS)].map(
      ([days]): Fault => [
        `/${part}`,
        `says "${days}"`,
        'let the code give it, as a parameter: a period changes with its law',
      ],
    ),
  );

/** The pages of the site that another may lead to. */
const PAGES = ['/', '/progress', '/privacy'];

function faultsOfLinks({ reader, body }: TextFile): readonly Fault[] {
  const links = reader === 'page' ? [...body.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address!) : [];
  const broken = links.filter((address) => !PAGES.includes(address));
  return broken.map((address) => ['/body', `leads to "${address}", which is no page`, `there are ${PAGES.join(', ')}`]);
}

/** Of each parameter its example, as people read it, in Chinese unless said otherwise. */
export function examplesOf({ parameters }: TextFile, contract: Contract, times?: Times): Filling {
  return written(
    Object.fromEntries(
      Object.entries(parameters).map(([name, { type, example }]) => [name, type === 'when?' || example]),
    ),
    contract,
    times,
  );
}
