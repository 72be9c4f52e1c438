const REST = '……（全文较长，可凭受理编号和查询码查询）';

/** A text within so many bytes of UTF-8; a longer one is cut between two characters, and says where the rest is. */
export function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let room = bytes - Buffer.byteLength(REST);
  let end = 0;
  for (const character of text) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    end += character.length;
  }
  return text.slice(0, end) + REST;
}
