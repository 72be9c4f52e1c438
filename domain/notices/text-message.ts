import type { TextMessage } from './notice.ts';

/** 短信模板, as the operators approved it, with its placeholders as ${name}. */
export interface TextTemplate {
  readonly use: TextMessage['use'];
  readonly text: string;
  /** How many characters the operators let a value have, where that is not `VALUE_LENGTH`. */
  readonly lengths?: Readonly<Record<string, number>> | undefined;
}

/** The templates of a province, and what stands before each message. */
export interface TextTemplates {
  readonly signName: string;
  readonly templates: readonly TextTemplate[];
}

/** The operators cut a template's value off, or refuse the message, beyond this. */
const VALUE_LENGTH = 20;

/** A message of up to 70 characters is one; of a longer one each part holds 67, and each is paid for. */
const WHOLE = 70;
const PART = 67;

const PLACEHOLDER = /\$\{(\w*)\}/g;

/** The names of its values, each once, in the order in which the text has them first. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name!)),
];

/** The values of a text message as they are sent, in the order of its text; undefined without a template for it. */
export function valuesSent(
  sms: TextMessage,
  templates: readonly TextTemplate[],
): readonly (readonly [name: string, value: string])[] | undefined {
  const template = templates.find(({ use }) => use === sms.use);
  const values: Readonly<Record<string, string>> = sms.values;
  return (
    template &&
    placeholdersIn(template.text).map((name) => [name, cut(values[name] ?? '', lengthOf(template, name))] as const)
  );
}

/** A text message as it is read. Empty where the province has no template for it: then it cannot be sent either. */
export function textMessageOf(sms: TextMessage, { signName, templates }: TextTemplates): string {
  const template = templates.find(({ use }) => use === sms.use);
  const values = new Map(valuesSent(sms, templates));
  const text = template?.text.replace(PLACEHOLDER, (_, name: string) => values.get(name) ?? '');
  return text === undefined ? '' : `【${signName}】${text}`;
}

/** How many characters a message can have at most, with what stands before it. */
export function longestOf(template: TextTemplate, signName: string): number {
  const lengths = [...template.text.matchAll(PLACEHOLDER)].map(([, name]) => lengthOf(template, name!));
  const words = template.text.replace(PLACEHOLDER, '').length;
  return signName.length + '【】'.length + words + lengths.reduce((sum, length) => sum + length, 0);
}

/** As how many messages one of so many characters is paid for. */
export const segmentsOf = (characters: number): number => (characters <= WHOLE ? 1 : Math.ceil(characters / PART));

const lengthOf = ({ lengths }: TextTemplate, name: string): number => lengths?.[name] ?? VALUE_LENGTH;

/** A cut must not leave half a character behind. */
const cut = (value: string, length: number): string => value.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
