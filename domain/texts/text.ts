/**
 * 由谁来读: staff, an office outside of the roster, whoever complained; `chat`: whoever writes there; `page`: whoever opens
 * one.
 */
export const READERS = ['staff', 'office', 'complainant', 'chat', 'page'] as const;
export type Reader = (typeof READERS)[number];

/** One text of config/notices, as it travels beside a bundle: words with `${name}` where a value comes. */
export interface Text {
  readonly reader: Reader;
  /** The first twelve digits of the SHA-256 of its file: which wording somebody was told. */
  readonly version: string;
  readonly subject?: string | undefined;
  /** What a text message asks for. */
  readonly sms?: string | undefined;
  readonly body: string;
  /** What stands below the words for whoever wrote in English. */
  readonly english?: string | undefined;
}

/** By their names. A function carries those that it uses. */
export type Texts = Readonly<Record<string, Text>>;

/** Throws where the function carries no such text: a fault of its bundle. */
export function textNamed(name: string, texts: Texts): Text {
  const text = texts[name];
  if (!text) throw new Error(`no text "${name}" travels with this function`);
  return text;
}
