/** The name of a clock: that of its entry in config/clocks.json, and where that runs for each of several, which one. */
export const clockNameOf = (entry: string, item?: number): string => (item === undefined ? entry : `${entry}#${item}`);

/** The entry in config/clocks.json that a clock of that name runs by. */
export const entryOf = (clock: string): string => clock.split('#', 1)[0]!;
