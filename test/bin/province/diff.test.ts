import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diff } from '../../../bin/province/diff.ts';
import { differencesOf } from '../../../bin/province/template-diff.ts';

const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'cases', BillingMode: 'PAY_PER_REQUEST' } };
const worker = { Type: 'AWS::Lambda::Function', Properties: { Timeout: 30, Code: { S3Key: 'a.zip' } } };

it('a deploy that changes nothing shows nothing', () => {
  expect(differencesOf({ Resources: { table } }, { Resources: { table: structuredClone(table) } })).toEqual([]);
});

it('whoever deploys sees what comes, what changes in which property, and what goes', () => {
  const before = { Resources: { table, worker } };
  const after = {
    Resources: { worker: { ...worker, Properties: { Timeout: 60, Code: { S3Key: 'b.zip' } } }, other: worker },
  };
  expect(differencesOf(before, after)).toEqual([
    '+ AWS::Lambda::Function other',
    '- AWS::DynamoDB::Table table   HOLDS DATA',
    '~ AWS::Lambda::Function worker: Timeout, Code',
  ]);
});

it('whoever deploys sees that a table would no longer be kept', () => {
  const kept = { Resources: { table: { ...table, DeletionPolicy: 'Retain' } } };
  expect(differencesOf(kept, { Resources: { table } })).toEqual(['~ AWS::DynamoDB::Table table: DeletionPolicy']);
});

it('a file that is no template is named, and nothing is synthesised for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-diff-'));
  const against = join(folder, 'deployed.json');
  writeFileSync(against, 'Resources:\n');
  const { failed, lines } = await diff({ name: 'yunnan', config: 'config', against: [against] });
  rmSync(folder, { recursive: true });
  expect([failed, lines]).toEqual([true, [`${against} is no template in JSON`]]);
});
