import { join } from 'node:path';
import { expect, it } from 'vitest';
import { samplesOf } from '../../bin/notices/samples.ts';
import { checkConfig } from '../../config/schemas/check.ts';
import { longestOf, segmentsOf } from '../../domain/notices/text-message.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { provinces } = checkConfig(join(ROOT, 'config'), '2026-11-26');
const settings = provinces.find(({ id }) => id === 'demo')!;

const lengthOf = (text: string): string => `${text.length} | ${segmentsOf(text.length)}`;

it('every text message stands in docs/text-messages.md with its length and what it is paid for', async () => {
  const messages = samplesOf(join(ROOT, 'config'), settings).flatMap(({ name, sms }) => (sms ? [[name, sms]] : []));
  const rows = messages.map(
    ([name, sms]) => `| [${name}](../config/notices/${name}.md) | ${sms} | ${lengthOf(sms!)} |`,
  );
  const longest = provinces.flatMap(({ id, sms: { signName, templates } }) =>
    templates.map((one) => {
      const length = longestOf(one, signName);
      return `| ${id} | ${one.use} | ${length} | ${segmentsOf(length)} |`;
    }),
  );
  const page = [
    '# Text messages',
    'Written and checked by [text-messages.test.ts](../test/generated-docs/text-messages.test.ts): edit the texts in `config/notices` or the template in the province file, then `npm run docs`. A message of up to 70 characters is one; of a longer one each part holds 67, and each is paid for.',
    '## The longest of each province',
    `| province | to | characters | messages |\n|---|---|---|---|\n${longest.join('\n')}`,
    '## All of them, with their examples, as the demonstration province sends them',
    `| text | message | characters | messages |\n|---|---|---|---|\n${rows.join('\n')}`,
  ];
  await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(join(ROOT, 'docs', 'text-messages.md'));
});
