import { expect, it } from 'vitest';
import { visible } from '../../../domain/text/visible.ts';

it.each([
  ['a turn of direction', '临禾\u202e区'],
  ['an isolate', '\u2067临禾区\u2069'],
  ['NUL', '临\u0000禾区'],
  ['a mark of byte order', '\ufeff临禾区'],
  ['a blank of no width', '临禾\u200b区'],
  ['an escape of a terminal', '临禾区\u001b'],
  ['a letter mark of Arabic', '临禾\u061c区'],
])('%s is taken out of a text', (_, text) => {
  expect(visible(text)).toBe('临禾区');
});

it('line ends, tabs and joined emoji stay as they are', () => {
  expect(visible('一\r\n二\t三👩\u200d🔧')).toBe('一\r\n二\t三👩\u200d🔧');
});
