const REST = '……（全文较长，可凭登记编号和查询码查询）';

/** A text within so many bytes of UTF-8; a longer one is cut between two characters, and says where the rest is. */
export function shortened(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  let room = bytes - bytesOf(REST);
  let end = 0;
  for (const character of text) {
    room -= bytesOf(character);
    if (room < 0) break;
    end += character.length;
  }
  return text.slice(0, end) + REST;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
