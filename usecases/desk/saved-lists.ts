import { renamed, type SavedList, withList, withoutList } from '../../domain/desk/saved-lists.ts';

/** 常用列表 of a person, in the order in which they were saved. */
export interface SavedLists {
  of(sub: string): Promise<{ readonly lists: readonly SavedList[]; readonly version: number }>;
  /** False if they were changed since that version. */
  put(sub: string, lists: readonly SavedList[], version: number): Promise<boolean>;
}

export type ListOrder =
  | { readonly do: 'save'; readonly name: string | undefined; readonly list: string }
  | { readonly do: 'rename'; readonly name: string; readonly to: string | undefined }
  | { readonly do: 'delete'; readonly name: string };

/** Saves, renames or forgets a list of that person; says why not where it cannot. */
export async function changeLists(
  order: ListOrder,
  sub: string,
  saved: SavedLists,
): Promise<{ readonly refused?: string | undefined }> {
  const { lists, version } = await saved.of(sub);
  const change = changed(lists, order);
  if (change.kind === 'refused') return { refused: change.detail };
  const isPut = await saved.put(sub, change.lists, version);
  return isPut ? {} : { refused: '另一个窗口里刚刚改过，请核对后再试一次' };
}

function changed(lists: readonly SavedList[], order: ListOrder) {
  if (order.do === 'save') return withList(lists, order.name, order.list);
  if (order.do === 'rename') return renamed(lists, order.name, order.to);
  return { kind: 'changed', lists: withoutList(lists, order.name) } as const;
}
