/**
 * Has done together what many ask for: whatever is asked for while a call is under way goes with the next one, at most
 * so many at a time, and nobody waits for company. `doAll` answers in the order of what it is given; where it throws,
 * all that went with that call fail.
 */
export function batched<Item, Result>(
  most: number,
  doAll: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: { readonly item: Item; readonly done: PromiseWithResolvers<Result> }[] = [];
  let isUnderWay = false;
  const work = async () => {
    isUnderWay = true;
    // Whoever asks at the same moment goes with the first.
    await Promise.resolve();
    while (waiting.length > 0) {
      const some = waiting.splice(0, most);
      try {
        const results = await doAll(some.map(({ item }) => item));
        for (const [index, { done }] of some.entries()) done.resolve(results[index]!);
      } catch (error) {
        for (const { done } of some) done.reject(error);
      }
    }
    isUnderWay = false;
  };
  return (item) => {
    const done = Promise.withResolvers<Result>();
    waiting.push({ item, done });
    if (!isUnderWay) void work();
    return done.promise;
  };
}
