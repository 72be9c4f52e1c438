type Item = Readonly<Record<string, unknown>>;

/** Is told of an item that this release cannot read, by its key. It throws where nothing may be left out. */
export type TellUnread = (item: string, error: unknown) => void;

/** Leaves nothing out: the first item that cannot be read is an error. */
export const refuseUnread: TellUnread = (_, error) => {
  throw error;
};

/** What can be read of those items. One that a newer release wrote is told, and keeps none of the others back. */
export function legible<Read>(items: readonly Item[], read: (item: Item) => Read, tellUnread: TellUnread): Read[] {
  return items.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error) {
      tellUnread([item.pk, item.sk, item.receipt].filter(Boolean).join(' '), error);
      return [];
    }
  });
}
