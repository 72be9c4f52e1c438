/** Commands from above, as they may be mutated; `words` are what an officer writes. */
export const oversightCommands = (words: string) => [
  { type: 'mark', add: ['key', 'matter-1'], remove: ['nimby'], reason: words },
];
