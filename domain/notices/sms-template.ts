/** 短信模板, as approved by an operator: `text` holds its placeholders as ${name}. */
export interface SmsTemplate {
  readonly use: 'staff' | 'complainant';
  /** By which the operator knows it. */
  readonly code: string;
  readonly text: string;
  /** How many characters the operator lets a value have, where that is not `VALUE_LENGTH`. */
  readonly lengths?: Readonly<Record<string, number>> | undefined;
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

/** The values that a template names, in its order, each as long as the operator takes it at most. */
export function valuesFor(
  template: SmsTemplate,
  values: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return placeholdersIn(template.text).map((name) => [name, cut(values[name] ?? '', lengthOf(template, name))]);
}

/** The message as a person reads it, without the signature. */
export function filled(template: SmsTemplate, values: Readonly<Record<string, string>>): string {
  const known = new Map(valuesFor(template, values));
  return template.text.replace(PLACEHOLDER, (_, name: string) => known.get(name) ?? '');
}

/** How many characters a message can have at most, with its signature in 【】. */
export function longestOf(template: SmsTemplate, signName: string): number {
  const values = [...template.text.matchAll(PLACEHOLDER)].map(([, name]) => lengthOf(template, name!));
  const words = template.text.replace(PLACEHOLDER, '').length;
  return signName.length + '【】'.length + words + values.reduce((sum, length) => sum + length, 0);
}

/** How many messages one of so many characters is paid for as. */
export const segmentsOf = (characters: number): number => (characters <= WHOLE ? 1 : Math.ceil(characters / PART));

const lengthOf = ({ lengths }: SmsTemplate, name: string): number => lengths?.[name] ?? VALUE_LENGTH;

/** A cut must not leave half a character behind. */
const cut = (value: string, length: number): string => value.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
