import type { TextMessage } from './notice.ts';

/** The operators cut a template's value off, or refuse the message, beyond this. */
const VALUE_LENGTH = 20;

/** The values of a text message as they are sent. */
export function valuesSent({ values }: TextMessage): Readonly<Record<string, string>> {
  // A cut must not leave half a character behind.
  const cut = (value: string) => value.slice(0, VALUE_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)]));
}

/** 短信模板, as a province has it: what stands before each message, and each text with its placeholders as ${name}. */
export interface TextTemplates {
  readonly signName: string;
  readonly templates: readonly { readonly use: TextMessage['use']; readonly text: string }[];
}

/** A text message as it is read. Empty where the province has no template for it: then it cannot be sent either. */
export function textMessageOf(sms: TextMessage, { signName, templates }: TextTemplates): string {
  const template = templates.find(({ use }) => use === sms.use);
  const values = valuesSent(sms);
  const text = template?.text.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return text === undefined ? '' : `【${signName}】${text}`;
}
