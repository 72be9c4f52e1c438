import { describe, expect, it } from 'vitest';
import { STAFF_ACTS, type StaffCommand, StaffCommandSchema } from '../../../../domain/case/acts.ts';
import { decide } from '../../../../domain/case/decide.ts';
import { materialKey } from '../../../../domain/case/handling/materials.ts';
import { BODIES } from '../../../support/act-bodies.ts';
import { caseAfter, closedBy, orderedBy, RECEIPT, registeredAt } from '../../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../../support/rules.ts';

const TYPES = Object.keys(STAFF_ACTS) as StaffCommand['type'][];
const NAMING = TYPES.filter((type) => 'files' in STAFF_ACTS[type].command.schema.shape);
const [ADDED, ABSENT] = [materialKey(RECEIPT, 'added'), materialKey(RECEIPT, 'absent')];
const kept = new Map([[ADDED, 'image/jpeg']]);
const now = beijing('2026-06-02 10:00');

const attached = orderedBy('county', now, { type: 'attach', files: [{ key: ADDED, name: '现场.jpg' }] });
const closed = caseAfter(
  registeredAt(beijing('2026-06-01 10:00')),
  orderedBy('county', now, { type: 'accept' }),
  { ...attached, context: { ...attached.context, kept } },
  ...closedBy('county', now, { answer: '经查属实，已依法查处并责令改正。' }),
).state;

/** The act with that file, by its key or, where it adds the file, with a name as well. */
function naming(type: StaffCommand['type'], key: string) {
  const commandWith = (file: unknown) => StaffCommandSchema.safeParse({ type, ...BODIES[type], files: [file] });
  const command = commandWith(key).data ?? commandWith({ key, name: key }).data!;
  const decision = decide(closed, command, { ...contextAt(now, staffOf('county')), kept });
  return decision.kind === 'refused' ? decision.detail : decision.kind;
}

describe.each(NAMING)('%s, which names files', (type) => {
  it.each(['uploads/a', 'mail/1', materialKey('QH-0000-0000-0009', 'added')])(
    'never names what others sent: %s',
    (key) => {
      expect(naming(type, key)).toBe(`“${key}”不是为本件上传的材料`);
    },
  );

  it('says of a file which it is that the case does not have, and takes one that it has', () => {
    expect(naming(type, ABSENT)).toContain(`“${ABSENT}”`);
    expect(naming(type, ADDED)).toBe('decided');
  });
});

it('visits, looking again and adding files are such acts', () => {
  expect(NAMING).toEqual(expect.arrayContaining(['record-visit', 'revisit', 'attach']));
});
