import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { actionsOf, rightsOf, settingsOf, templatesOf } from './provinces.ts';

const streamOf = (table: string) =>
  `arn:aws:dynamodb:ap-southeast-1:111122223333:table/${table}/stream/2026-12-01T00:00:00.000`;

describe('a province whose file names restored tables', () => {
  const own = settingsOf('demo');
  const tables = {
    cases: { name: 'cases-2', stream: streamOf('cases-2') },
    vault: { name: 'vault-2', stream: streamOf('vault-2') },
    roster: { name: 'roster-2' },
  };
  const before = templatesOf(own);
  const { data, service } = templatesOf({ ...own, tables });
  const ofType = (type: string) => Object.values(service.Resources).filter(({ Type }) => Type === type);

  it('keeps what it had as it was: nothing of the data is replaced or dropped', () => {
    expect(data).toEqual(before.data);
  });

  it('has every function told of them, and none of those that they replace', () => {
    const variables = JSON.stringify(ofType('AWS::Lambda::Function'));
    const named = (name: string) => new Set(variables.match(new RegExp(`"${name}":("[^"]*"|{[^}]*})`, 'g')));
    expect(named('CASE_TABLE_NAME')).toEqual(new Set(['"CASE_TABLE_NAME":"cases-2"']));
    expect(named('ROSTER_TABLE_NAME')).toEqual(new Set(['"ROSTER_TABLE_NAME":"roster-2"']));
    expect(named('VAULT_TABLE_NAME')).toEqual(new Set(['"VAULT_TABLE_NAME":"vault-2"']));
    expect([...named('SENDERS_TABLE_NAME')].join()).toContain('Fn::ImportValue');
  });

  it('gives rights to them and to their indexes, and to no case table beside', () => {
    const rights = JSON.stringify(ofType('AWS::IAM::Policy'));
    expect(rights).toContain(':table/cases-2/index/due');
    expect(rights).not.toMatch(/ImportValue":"[^"]*FoundationCasesTable/);
  });

  it('wakes on the streams of the new tables, with the right to decrypt what stands there', () => {
    const streams = ofType('AWS::Lambda::EventSourceMapping').map(
      ({ Properties }) => (Properties as { EventSourceArn: unknown }).EventSourceArn,
    );
    expect(streams.filter((stream) => stream === streamOf('cases-2'))).toHaveLength(1);
    expect(streams.filter((stream) => stream === streamOf('vault-2'))).toHaveLength(2);
    const rights = rightsOf(Template.fromJSON({ ...service }), 'queue-complaints');
    const ofVaultKey = rights.filter(({ Resource }) => JSON.stringify(Resource).includes('VaultKey'));
    expect(actionsOf(ofVaultKey)).toContain('kms:Decrypt');
  });
});
