import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_TYPES } from '../../domain/case/acts.ts';
import { CASE_CONDITIONS, EVENT_CONDITIONS, LASTING_CONDITIONS } from '../../domain/case/clocks/clock-conditions.ts';
import { editedConfig } from '../support/edited-config.ts';

const { edit, faults, folder } = editedConfig();

describe('a clock', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a file as somebody may have edited it.
  const editClock = (name: string, change: (clock: any) => void) =>
    edit('clocks.json', ({ versions }) => change(versions[0].clocks[name]));
  const at = (name: string, more = '') => `config/clocks.json /versions/0/clocks/${name}${more}`;
  const events = `there are ${FACT_TYPES.join(', ')}`;
  const are = (conditions: object) => `there are ${Object.keys(conditions).join(', ')}`;

  it('with a misspelt field is a fault', () => {
    editClock('handle', (clock) => {
      clock.extention = clock.extension;
    });
    expect(faults()).toEqual([`${at('handle')}: Unrecognized key: "extention"`]);
  });

  it('that starts or stops on an event that cannot happen is a fault', () => {
    editClock('tell', (clock) => {
      clock.startsOn = ['registered', 'regsitered'];
      clock.stopsOn = [{ on: 'accept', if: 'by-lead' }];
    });
    expect(faults()).toEqual([
      `${at('tell', '/startsOn')}: "regsitered" is no event of a case; ${events}`,
      `${at('tell', '/stopsOn')}: "accept" is no event of a case; ${events}`,
    ]);
  });

  it('under a condition that there is not is a fault', () => {
    editClock('objection', (clock) => {
      clock.where = ['inspected'];
      clock.while = ['whole'];
      clock.restartsOn = [{ on: 'assigned', if: 'lead-changed' }];
    });
    expect(faults()).toEqual([
      `${at('objection', '/restartsOn')}: "lead-changed" is no condition; ${are(EVENT_CONDITIONS)}`,
      `${at('objection', '/where')}: "inspected" is no condition; ${are(CASE_CONDITIONS)}`,
      `${at('objection', '/while')}: "whole" is no condition; ${are(LASTING_CONDITIONS)}`,
    ]);
  });

  it('that nothing starts or stops is a fault', () => {
    editClock('supplement', (clock) => {
      clock.startsOn = [];
      clock.stopsOn = [];
    });
    expect(faults()).toEqual([
      `${at('supplement', '/startsOn')}: nothing starts this clock`,
      `${at('supplement', '/stopsOn')}: nothing stops this clock`,
    ]);
  });

  it('without a period of its own stands outside the versions, and no other does', () => {
    edit('clocks.json', ({ set, versions }) => {
      versions[1].clocks.instruction = set.instruction;
      set.revue = versions[0].clocks.review;
      set.supervision.since = '2026-12-01';
    });
    expect(faults()).toEqual([
      'config/clocks.json /set/supervision: it has a period or since of its own, so that it stands in a version',
      'config/clocks.json /set/revue: it has a period or since of its own, so that it stands in a version',
      `config/clocks.json /versions/1/clocks/instruction: it has no period of its own, so that it stands in /set, for every version`,
    ]);
  });

  it('of a step holds from a day on which its law is in force, and a newer rule of it from a later day', () => {
    edit('clocks.json', ({ versions }) => {
      const [, { clocks }] = versions;
      const { 'penalty-filing': filing, 'penalty-decision': decision, 'penalty-answer': answer } = clocks;
      filing.since = '2023-06-30';
      const changed = { 'penalty-decision': decision, 'penalty-answer': { ...answer, since: '2027-01-01' } };
      versions.push({ version: '2027-1', clocks: changed });
    });
    expect(faults()).toEqual([
      'config/clocks.json /versions/2/clocks/penalty-decision/since: must be later than 2023-07-01, since when the rule before it holds',
      'config/clocks.json /versions/1/clocks/penalty-filing/since: "penalty-filing" is no law on 2023-06-30',
    ]);
  });

  it('that is owed to the complainant may not be missing', () => {
    editClock('tell', (clock) => {
      clock.owedTo = 'superior';
    });
    expect(faults()).toEqual(
      ['2026-1', '2026-2'].map(
        (version) =>
          `config/clocks.json /versions: in "${version}" no clock that is owed to the complainant starts on "registered"`,
      ),
    );
  });

  it('of a newer version may stand alone: the version holds only what it changes', () => {
    edit('clocks.json', ({ versions }) => {
      const review = { ...versions[0].clocks.tell, name: '复核', owedTo: 'superior', startsOn: ['reported'] };
      versions.push({ version: '2027-1', clocks: { review } });
    });
    expect(faults()).toEqual([]);
  });

  it('is no place for a ladder; a ladder of a clock that there is not, or with a misspelt step, is a fault', () => {
    editClock('tell', (clock) => {
      clock.ladder = [];
    });
    edit('ladders/default.json', ({ clocks }) => {
      clocks.revue = clocks.tell;
      clocks.handle[0].levle = 1;
    });
    writeFileSync(join(folder(), 'ladders/demo.json'), JSON.stringify({ clocks: { hnadle: [] } }));
    expect(faults()).toEqual([
      `${at('tell')}: Unrecognized key: "ladder"`,
      'config/ladders/default.json /clocks/handle/0: Unrecognized key: "levle"',
      'config/ladders/default.json /clocks/revue: "revue" is no clock in config/clocks.json',
      'config/ladders/demo.json /clocks/hnadle: "hnadle" is no clock in config/clocks.json',
    ]);
  });
});

describe('a ladder for matters that are complained of again', () => {
  it('that there is not, or for fewer times than the one before it, is a fault', () => {
    edit('ladders/default.json', (file) => {
      file.repeated = [
        { times: 3, ladder: 'presed' },
        { times: 3, ladder: 'pressed' },
      ];
    });
    expect(faults()).toEqual([
      'config/ladders/default.json /repeated/0/ladder: "presed" is not among the stricter ladders',
      'config/ladders/default.json /repeated/1/times: must be more than in the entry before it',
    ]);
  });

  it('of a province may be its own', () => {
    const own = { stricter: { soft: [] }, repeated: [{ times: 5, ladder: 'soft' }] };
    writeFileSync(join(folder(), 'ladders/demo.json'), JSON.stringify(own));
    expect(faults()).toEqual([]);
  });

  it('names whom each step tells: nobody is nobody', () => {
    edit('ladders/default.json', ({ clocks }) => {
      clocks.tell[0].tell = {};
      clocks.tell[1].tell = { boss: ['email'] };
    });
    expect(faults().every((fault) => fault.includes('/clocks/tell/'))).toBe(true);
    expect(faults()).toHaveLength(3);
  });
});

describe('the hours of notices', () => {
  it('hold together: a list in the night, and a rung in quiet hours, are faults', () => {
    edit('notice-hours.json', (hours) => {
      hours.lists = ['07:30', '13:30'];
    });
    edit('ladders/default.json', ({ clocks }) => {
      clocks.tell[0].when.at = '19:00';
    });
    expect(faults()).toEqual([
      'config/notice-hours.json /lists: 07:30 lies outside working hours, or in quiet ones',
      'config/ladders/default.json /clocks/tell/0/when/at: 19:00 lies in the quiet hours',
    ]);
  });

  it('of a province are held against what it leaves as it is', () => {
    edit('provinces/demo.json', (province) => {
      province.noticeHours = { from: '09:00', quiet: { from: '17:00', to: '08:20' } };
    });
    writeFileSync(join(folder(), 'ladders/demo.json'), JSON.stringify({ clocks: { tell: [DAWN] } }));
    expect(faults()).toEqual([
      'config/provinces/demo.json /noticeHours/lists: 08:30 lies outside working hours, or in quiet ones',
      'config/provinces/demo.json /noticeHours/lists: 17:00 lies outside working hours, or in quiet ones',
      'config/ladders/demo.json /clocks/tell/0/when/at: 08:15 lies in the quiet hours',
    ]);
  });
});

const DAWN = {
  ...{ step: 'due', kind: 'due', level: 0, tell: { handler: ['email'] } },
  when: { days: 0, at: '08:15', move: 'none' },
};

it('the calendar takes no misspelt field', () => {
  edit('calendar.json', ({ years }) => {
    years['2026'].holydays = [];
  });
  expect(faults()).toEqual(['config/calendar.json /years/2026: Unrecognized key: "holydays"']);
});

describe('a mark', () => {
  it('that names a ladder that there is not is a fault, told with those there are', () => {
    edit('marks.json', ({ marks }) => {
      marks.key.ladder = 'presed';
    });
    edit('provinces/demo.json', ({ keyMatters }) => {
      keyMatters['matter-2'].ladder = 'fast';
    });
    const why = 'is not among the stricter ladders of config/ladders/default.json';
    expect(faults()).toEqual([
      `config/marks.json /marks/key/ladder: "presed" ${why}`,
      `config/provinces/demo.json /keyMatters/matter-2/ladder: "fast" ${why}`,
    ]);
  });

  it('that is none of the seven of a province is a fault', () => {
    edit('provinces/demo.json', ({ keyMatters }) => {
      keyMatters['matter-8'] = { name: '第八类' };
    });
    expect(faults()).toHaveLength(1);
  });
});
