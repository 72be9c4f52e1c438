/** 常用列表: a list under the name that somebody gave it, as the query of its address: "?tab=overdue". */
export interface SavedList {
  readonly name: string;
  readonly list: string;
}

/** So many a person may keep. */
export const MOST_LISTS = 10;
export const LONGEST_NAME = 20;

type Change =
  | { readonly kind: 'changed'; readonly lists: readonly SavedList[] }
  | { readonly kind: 'refused'; readonly detail: string };

/** With that list under that name, in place of another one of that name. */
export function withList(lists: readonly SavedList[], name: string | undefined, list: string): Change {
  if (!isName(name)) return NO_NAME;
  const at = lists.findIndex((one) => one.name === name);
  if (at >= 0) return { kind: 'changed', lists: lists.with(at, { name, list }) };
  if (lists.length >= MOST_LISTS) return refused(`已经存了${MOST_LISTS}个，请先删除不用的`);
  return { kind: 'changed', lists: [...lists, { name, list }] };
}

/** With that list under another name. */
export function renamed(lists: readonly SavedList[], name: string, to: string | undefined): Change {
  if (!isName(to)) return NO_NAME;
  if (to !== name && lists.some((one) => one.name === to)) return refused(`已经有叫“${to}”的列表`);
  return { kind: 'changed', lists: lists.map((one) => (one.name === name ? { ...one, name: to } : one)) };
}

export const withoutList = (lists: readonly SavedList[], name: string): readonly SavedList[] =>
  lists.filter((one) => one.name !== name);

const refused = (detail: string): Change => ({ kind: 'refused', detail });
const NO_NAME = refused(`请写一个名字，最多${LONGEST_NAME}字`);

const isName = (name: string | undefined): name is string => name !== undefined && name.length <= LONGEST_NAME;
