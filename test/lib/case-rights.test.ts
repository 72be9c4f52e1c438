import { describe, expect, it } from 'vitest';
import { actionsOf, concerning, functionNames, rightsOf, templateOf } from './provinces.ts';

const jiangsu = templateOf('jiangsu');

describe('who may write cases', () => {
  const CASES = 'FoundationCasesTable';
  const writes = (name: string) =>
    actionsOf(concerning(rightsOf(jiangsu, name), CASES)).filter((action) => /Put|Update|Delete/.test(action));

  it('are those who register, sweep, recompute, serve staff or record a delivery', () => {
    expect(functionNames(jiangsu).filter((name) => writes(name).length > 0)).toEqual([
      'deliver-notice',
      'recompute-deadlines',
      'register-complaint',
      'serve-staff',
      'sweep-deadlines',
    ]);
  });

  it('nobody deletes or scans: what happened to a case stays on record', () => {
    for (const name of functionNames(jiangsu))
      expect(actionsOf(rightsOf(jiangsu, name)).join()).not.toMatch(/dynamodb:\w*(Delete|Scan)/);
  });

  it('deliver-notice can write nothing that has the shape of a case or an event', () => {
    const [right] = concerning(rightsOf(jiangsu, 'deliver-notice'), CASES);
    expect(right).toMatchObject({
      Action: 'dynamodb:PutItem',
      Condition: {
        'ForAllValues:StringEquals': {
          'dynamodb:Attributes': ['pk', 'sk', 'at', 'subject', 'claimedBy', 'state', 'attempts'],
        },
      },
    });
  });
});

it('lets each function read its own secrets and no others', () => {
  const readers = functionNames(jiangsu).filter((name) =>
    actionsOf(rightsOf(jiangsu, name)).includes('secretsmanager:GetSecretValue'),
  );
  expect(readers).toEqual(['accept-mail-relay', 'accept-partner-complaint', 'accept-wechat-message', 'deliver-notice']);
});
