import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import type { RosterContact } from '../../../domain/organs.ts';
import { changePeople } from '../../../usecases/roster/change-people.ts';
import { importPeople, previewImport } from '../../../usecases/roster/import-people.ts';
import { beijing, staffOf } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const now = beijing('2026-06-01 10:00');
const ops = { ...staffOf('county'), role: 'ops', sub: 'ops:li', name: 'li' };
const office = () => ({ people: memoryPeople(), context: rules() });
const own = () => rules().organs.get('county')!.contacts;
const other: RosterContact = { role: 'handler', name: '新人', email: 'new@county.example', phone: '13900000999' };

describe('a list of people', () => {
  it('is shown by what it would change, and changes nothing until it is taken', async () => {
    const deps = office();
    const people = new Map([['county', [...own(), other]]]);
    expect(await previewImport(people, now, deps)).toMatchObject([
      { organ: 'county', version: 0, added: ['handler'], removed: [], changed: [], fault: undefined },
    ]);
    expect(await deps.people.version()).toBe(0);
  });

  it('is taken with the reason on record, and taken again it changes nothing', async () => {
    const deps = office();
    const people = new Map([['county', [...own(), other]]]);
    expect(await importPeople(await previewImport(people, now, deps), '人员调整', ops, now, deps)).toEqual([]);
    expect(await deps.people.changes('county')).toMatchObject([
      { reason: '人员调整', by: { sub: 'ops:li', role: 'ops' } },
    ]);
    expect(await previewImport(people, now, deps)).toEqual([]);
  });

  it('leaves their absences and accounts to those who stay', async () => {
    const deps = office();
    const absent = [{ from: beijing('2026-05-01 00:00'), to: beijing('2026-07-01 00:00') }];
    const contacts = own().map((one) => (one.role === 'handler' ? { ...one, sub: 'county-handler', absent } : one));
    const wanted = { organ: 'county', expectedVersion: 0, reason: '休假', wanted: { contacts } };
    await changePeople(wanted, ops, now, deps);
    await importPeople(
      await previewImport(new Map([['county', [...own(), other]]]), now, deps),
      '调整',
      ops,
      now,
      deps,
    );
    const { contacts: after } = (await deps.people.read('county'))!;
    expect(after.find(({ sub }) => sub === 'county-handler')).toMatchObject({ absent });
  });

  it('that leaves an organ without a handler is told so before anything is taken', async () => {
    const people = new Map([['county', own().filter(({ role }) => role !== 'handler')]]);
    const [previewed] = await previewImport(people, now, office());
    expect(previewed?.fault).toContain('经办人');
  });

  it('does not overwrite what somebody changed after it was shown', async () => {
    const deps = office();
    const previewed = await previewImport(new Map([['county', [...own(), other]]]), now, deps);
    const wanted = { organ: 'county', expectedVersion: 0, reason: '先到', wanted: { contacts: own() } };
    await changePeople(wanted, ops, now, deps);
    expect(await importPeople(previewed, '调整', ops, now, deps)).toEqual(['county']);
  });
});
