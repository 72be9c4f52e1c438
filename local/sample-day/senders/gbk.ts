const LEAD = [0x81, 0xfe] as const;
const TRAIL = [0x40, 0xfe] as const;

/** Bytes of each two-byte character: Node decodes GBK but does not write it. */
const CODES: ReadonlyMap<string, readonly [number, number]> = new Map(
  range(LEAD).flatMap((lead) =>
    range(TRAIL).map((trail) => [new TextDecoder('gbk').decode(Uint8Array.of(lead, trail)), [lead, trail]] as const),
  ),
);

/** The text in GBK. A character that GBK does not know is an error. */
export function gbk(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((character) => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const code = CODES.get(character);
      if (!code) throw new Error(`GBK has no ${character}`);
      return code;
    }),
  );
}

function range([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
