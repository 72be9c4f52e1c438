import { ownProperty } from '../own-property.ts';
import { saysNothing } from '../text/null-words.ts';
import type { Deed } from './deeds.ts';
import type { OrderField, PartnerFormat, Source } from './format.ts';
import { instantWritten } from './written-time.ts';

/** An order as it came: JSON, or the row of a list by its headings. */
export type OrderRecord = Readonly<Record<string, unknown>>;

/** Something wrong with an order: which field of theirs, and what, in Chinese. */
export interface OrderFault {
  readonly name: string;
  readonly detail: string;
}

/** An order in our words. */
export interface MappedOrder {
  /** Undefined when it names a kind that the format does not know. */
  readonly deed: Deed | undefined;
  readonly fields: Readonly<Partial<Record<OrderField, string>>>;
  readonly faults: readonly OrderFault[];
  /** What is no reason to refuse the order, and yet could not be used. */
  readonly notes: readonly OrderFault[];
  /** By what name the partner says a field of ours. */
  nameOf(field: OrderField): string;
}

/** What one source says, if anything. */
interface Said {
  readonly name: string;
  readonly label?: string | undefined;
  readonly value?: string | undefined;
  readonly fault?: string;
  readonly note?: string;
}

/**
 * What tells an order from others, and its matter: of these, lists and objects say nothing, with a fault. Elsewhere
 * they stand as their JSON.
 */
const ESSENTIAL: readonly OrderField[] = ['externalId', 'followUpId', 'text', 'batch', 'item'];

/**
 * What an order says, read as its partner's format has it. A time that nobody can read stands as it was written, with a
 * note.
 */
export function mapOrder(record: OrderRecord, format: PartnerFormat): MappedOrder {
  const entries = Object.entries(format.fields) as [OrderField, readonly Source[]][];
  const saidIn = ([field, sources]: (typeof entries)[number]) =>
    sources.map((source) => saidBy(source, record, format, ESSENTIAL.includes(field)));
  const all = new Map(entries.map((entry) => [entry[0], saidIn(entry)]));
  const remarks = (kind: 'fault' | 'note') =>
    [...all.values()].flat().flatMap((said) => (said[kind] ? [{ name: said.name, detail: said[kind] }] : []));
  const texts = [...all].map(([field, said]) => [field, textOf(said)] as const);
  const deed = deedOf(record, format);
  const nameOf = (field: OrderField) => nameAmong(all.get(field) ?? []) ?? field;
  // What is only labelled goes with the matter and is not the matter.
  const isMissing = (field: OrderField) => !all.get(field)?.some(({ value, label }) => value && !label);
  const missing = deed === 'submit' ? format.required.filter(isMissing) : [];
  return {
    deed,
    fields: Object.fromEntries(texts.filter(([, text]) => text !== '')),
    faults: [...remarks('fault'), ...missing.map((field) => ({ name: nameOf(field), detail: '此项必填' }))],
    notes: remarks('note'),
    nameOf,
  };
}

function deedOf(record: OrderRecord, { deed, blank }: PartnerFormat): Deed | undefined {
  const { value } = firstSaid(deed.from, record, { blank, isEssential: true });
  if (value === undefined) return deed.otherwise;
  return ownProperty(deed.values, value);
}

function saidBy(
  { from, label, codes, written }: Source,
  record: OrderRecord,
  format: PartnerFormat,
  isEssential: boolean,
): Said {
  const said = { ...firstSaid(from, record, { blank: format.blank, isEssential }), label };
  if (said.value === undefined) return said;
  if (codes) return decoded(said, said.value, format.codes[codes]!);
  if (!written) return said;
  const value = instantWritten(said.value, written, format.zone);
  return value ? { ...said, value } : { ...said, note: '时间格式无法识别，已按原文保存' };
}

function decoded(said: Said, code: string, { unknown, values }: PartnerFormat['codes'][string]): Said {
  const known = ownProperty(values, code);
  if (known !== undefined) return { ...said, value: known };
  if (unknown === 'keep') return said;
  return { ...said, value: undefined, ...(unknown === 'refuse' && { fault: '代码不在对照表中' }) };
}

/** The first of these names that says anything; else the one that is there without saying anything. */
function firstSaid(
  names: readonly string[],
  record: OrderRecord,
  { blank, isEssential }: { readonly blank: readonly string[]; readonly isEssential: boolean },
): Said {
  for (const name of names) {
    const value = valueAt(record, name) ?? '';
    if (typeof value === 'object' && isEssential) return { name, fault: '类型不正确' };
    const text = typeof value === 'object' ? jsonOf(value) : String(value).trim();
    if (!saysNothing(text) && !blank.includes(text)) return { name, value: text };
  }
  return { name: names.find((name) => valueAt(record, name) !== undefined) ?? names[0]! };
}

/** Empty for what holds nothing. */
const jsonOf = (value: object): string => (Object.keys(value).length > 0 ? JSON.stringify(value) : '');

/** A column may have a dot in its heading, so the whole name goes first. Own properties only. */
function valueAt(record: OrderRecord, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  let value: unknown = record;
  for (const step of name.split('.')) {
    if (!(value instanceof Object) || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The last that says anything and is not only labelled; what comes before it, such as a title, is shorter. */
function nameAmong(said: readonly Said[]): string | undefined {
  const own = said.filter(({ label }) => !label);
  return (own.findLast(({ value }) => value) ?? own.at(-1) ?? said.at(-1))?.name;
}

/** Line by line, each after its label; empty when nothing is said. */
function textOf(said: readonly Said[]): string {
  const lines = said.filter(({ value }) => value !== undefined);
  return lines.map(({ label, value }) => (label ? `${label}：${value}` : value)).join('\n');
}
