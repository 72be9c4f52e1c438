import { expect, it } from 'vitest';
import { accusationsIn } from '../../../domain/accused/accusations.ts';
import { accusedIn } from '../../../domain/classification/accused.ts';
import { commandIn } from '../../../domain/conversation/commands.ts';
import { placeHintsIn } from '../../../domain/place/hints.ts';
import { earlierRepliesIn } from '../../../domain/text/earlier-replies.ts';
import { partsOf } from '../../../domain/text/parts.ts';
import { withoutMarkup } from '../../../domain/text/without-markup.ts';

const LENGTH = 60_000;

it.each([
  '“',
  '回复“',
  '1.',
  '一、',
  '。另',
  '厂',
  '（',
  '路',
  '东',
  '化工厂夜里排放废气',
  '12',
  ' ',
  '！',
  '市环保局不作为',
  '<',
])('a text of nothing but %s keeps nobody waiting', (piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  const started = performance.now();
  for (const read of [partsOf, earlierRepliesIn, placeHintsIn, accusedIn, accusationsIn, commandIn]) read(text);
  for (const read of [placeHintsIn, commandIn]) read(`查询a${text}a`);
  for (const begin of ['<p a=', '</p>']) withoutMarkup(`${begin}${text}`);
  expect(performance.now() - started).toBeLessThan(40_000);
});
