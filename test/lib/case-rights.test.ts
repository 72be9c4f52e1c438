import { describe, expect, it } from 'vitest';
import { waySlice } from '../../adapters/dynamodb/vault/vault-item.ts';
import { actionsOf, concerning, functionNames, rightsOf, templateOf } from './provinces.ts';

const template = templateOf('jiangsu');
const vaultRightsOf = (name: string) => concerning(rightsOf(template, name), 'FoundationVaultTable');

describe('who may write cases', () => {
  const CASES = 'FoundationCasesTable';
  const writes = (name: string) =>
    actionsOf(concerning(rightsOf(template, name), CASES)).filter((action) => /Put|Update|Delete/.test(action));

  it('are those who register, sweep, recompute, carry out commands, rate, join or record a delivery', () => {
    expect(functionNames(template).filter((name) => writes(name).length > 0)).toEqual([
      'command-case',
      'deliver-notice',
      'desk-acts',
      'desk-pages',
      'rate-answer',
      'recompute-deadlines',
      'record-bounces',
      'register-complaint',
      'relay-events',
      'reveal-complainant',
      'show-cases',
      'sweep-deadlines',
    ]);
  });

  it('and of those for staff the ones that command read no complaint, and those that show change no case', () => {
    expect(['command-case', 'desk-acts', 'export-cases', 'draw-papers'].flatMap(vaultRightsOf)).toEqual([]);
    expect(['open-attachment', 'print-case', 'export-cases', 'draw-papers'].flatMap(writes)).toEqual([]);
    const sights = { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SEEN#*'] } } };
    for (const name of ['show-cases', 'desk-pages']) {
      const rights = concerning(rightsOf(template, name), CASES);
      expect(rights.filter(({ Action }) => Action === 'dynamodb:PutItem')).toMatchObject([sights]);
    }
  });

  it('nobody deletes: what happened to a case stays on record', () => {
    for (const name of functionNames(template)) {
      const rights = rightsOf(template, name);
      const kept = [CASES, 'FoundationVaultTable'].flatMap((table) => concerning(rights, table));
      expect(actionsOf(kept).join()).not.toMatch(/dynamodb:\w*Delete/);
    }
  });

  it('nobody scans but the daily reconciliation, which sees only where each complaint and each event is', () => {
    const scans = (name: string) =>
      rightsOf(template, name).filter((right) => actionsOf([right]).some((action) => /Scan/.test(action)));
    expect(functionNames(template).filter((name) => scans(name).length > 0)).toEqual(['reconcile-day']);
    const seen = scans('reconcile-day').map(({ Condition }) => Condition?.['ForAllValues:StringEquals']);
    expect(seen).toEqual([
      { 'dynamodb:Attributes': Object.keys(waySlice().shape) },
      { 'dynamodb:Attributes': ['pk', 'sk', 'at'] },
    ]);
  });

  it('the sweep may besides put a case off, and by that change nothing else of it', () => {
    const rights = concerning(rightsOf(template, 'sweep-deadlines'), CASES);
    expect(rights.filter(({ Action }) => Action === 'dynamodb:UpdateItem')).toMatchObject([
      {
        Condition: {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'dueAt'] },
          Null: { 'dynamodb:Attributes': 'false' },
        },
      },
    ]);
  });

  it('nobody but relay-events enters under a day what was changed on it', () => {
    const limitsOf = (name: string) =>
      concerning(rightsOf(template, name), CASES)
        .filter(({ Action }) => Action === 'dynamodb:PutItem')
        .map(({ Condition }) => Condition);
    const notEntries = { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['DAY#*'] } };
    const recordsOther = ['deliver-notice', 'record-bounces', 'show-cases', 'desk-pages'];
    const writers = functionNames(template).filter((name) => limitsOf(name).length > 0);
    for (const name of writers.filter((one) => one !== 'relay-events' && !recordsOther.includes(one))) {
      expect([name, limitsOf(name)]).toEqual([name, [notEntries]]);
    }
    expect(limitsOf('relay-events')).toEqual([
      notEntries,
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DAY#*'] } },
    ]);
  });

  it.each(['relay-events', 'deliver-notice'])(
    '%s may besides change what is gathered of incidents, and nothing of a case',
    (name) => {
      const rights = concerning(rightsOf(template, name), CASES);
      expect(rights.filter(({ Action }) => Action === 'dynamodb:UpdateItem')).toMatchObject([
        { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['INCIDENT#*'] } } },
      ]);
    },
  );

  it.each(['deliver-notice', 'record-bounces'])(
    '%s can write nothing that has the shape of a case or an event',
    (name) => {
      const rights = concerning(rightsOf(template, name), CASES).filter(({ Action }) => Action === 'dynamodb:PutItem');
      expect(rights).toHaveLength(1);
      expect(rights[0]).toMatchObject({
        Action: 'dynamodb:PutItem',
        Condition: {
          'ForAllValues:StringEquals': {
            'dynamodb:Attributes': [
              ...['pk', 'sk', 'at', 'subject', 'claimedBy', 'claimedAt', 'state', 'attempts', 'version'],
              ...['waiting', 'duePk', 'dueAt'],
            ],
          },
        },
      });
    },
  );
});
