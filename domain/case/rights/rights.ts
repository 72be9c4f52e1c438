import { ownProperty } from '../../own-property.ts';
import type { Relation } from './relations.ts';
import type { Role } from './roles.ts';

/** What a right is for, as people read it. Each act has one of these powers, and so has each view. */
export const POWERS = {
  /** The case, its records, and where it stands in a list. */
  see: '查阅事项',
  /** What the complainant wrote and sent along. */
  words: '查阅来信',
  /** What a complaint is about, and that it is taken up. */
  triage: '受理登记',
  /** The work on it, in the name of the organ that has it. */
  handle: '经办',
  /** What ends it without an answer, gives more time or opens it again: what should not be up to one person alone. */
  approve: '审批',
  /** What only the level above may say to a report. */
  review: '审核',
  /** Which organs have it. */
  assign: '交办',
  /** Which person of one's own organ has it. */
  distribute: '分办',
  /** Orders to those who have it: from above, and of a head to their own people. */
  supervise: '督办',
  /** What an emergency asks for within hours. */
  emergency: '应急',
  /** A remark or an answer beside the work of the lead. */
  contribute: '协办',
  /** Who the complainant is. */
  reach: '联系信访人',
} as const;

export type Power = keyof typeof POWERS;

export type Rights = Readonly<Partial<Record<Relation, readonly Power[]>>>;

const READ = ['see', 'words'] as const satisfies readonly Power[];

/** 岗位 × 单位与事项的关系: what is not named here is allowed to nobody. */
const RIGHTS: Readonly<Record<Role, Rights>> = {
  handler: {
    own: [...READ, 'triage', 'handle', 'assign', 'emergency', 'contribute', 'reach'],
    above: [...READ, 'emergency'],
    assigner: READ,
    assisting: [...READ, 'contribute'],
    overseeing: READ,
    province: READ,
  },
  reviewer: {
    own: [...READ, 'approve', 'contribute'],
    above: [...READ, 'approve', 'review', 'supervise', 'contribute'],
    assigner: [...READ, 'assign'],
    assisting: [...READ, 'contribute'],
    overseeing: READ,
    province: READ,
  },
  head: {
    own: [
      ...READ,
      'triage',
      'handle',
      'approve',
      'assign',
      'distribute',
      'supervise',
      'emergency',
      'contribute',
      'reach',
    ],
    above: [...READ, 'triage', 'handle', 'approve', 'review', 'assign', 'supervise', 'emergency', 'contribute'],
    assigner: [...READ, 'assign'],
    assisting: [...READ, 'distribute', 'contribute'],
    overseeing: READ,
    province: READ,
  },
  duty: {
    own: [...READ, 'distribute', 'emergency', 'contribute'],
    above: [...READ, 'emergency'],
    assigner: READ,
    assisting: [...READ, 'distribute', 'contribute'],
    overseeing: READ,
    province: READ,
  },
  petition: {
    own: [...READ, 'triage', 'assign', 'distribute', 'contribute', 'reach'],
    above: [...READ, 'triage', 'review', 'assign', 'supervise', 'contribute'],
    assigner: [...READ, 'assign'],
    assisting: [...READ, 'distribute', 'contribute'],
    overseeing: READ,
    province: READ,
  },
  supervisor: {
    own: READ,
    above: [...READ, 'supervise', 'contribute'],
    assigner: READ,
    assisting: READ,
    overseeing: READ,
    province: READ,
  },
  publicity: { own: READ, above: READ, province: READ },
  auditor: { own: ['see'], above: ['see'], province: ['see'] },
  ops: {},
};

/** What a role may besides while the case is an emergency, for that cannot wait for an office to open. */
const IN_EMERGENCY: Readonly<Partial<Record<Role, Rights>>> = {
  duty: { own: ['triage', 'assign', 'reach'], above: ['triage', 'assign', 'reach'] },
};

/** Who meets the public, and enters what they bring (来信、来访、来电 …). */
export const ENTERING: readonly Role[] = ['handler', 'head', 'duty', 'petition'];

/** Whether that role sees any case at all: whoever only keeps the machines running does not. */
export const seesCases = (role: string): boolean =>
  Object.values(ownProperty(RIGHTS, role) ?? {}).some((powers) => powers.includes('see'));

/**
 * Whether somebody of that role has the power, by any of what their organ is to the case. A role that there is not has
 * none.
 */
export function hasPower(power: Power, role: string, relations: readonly Relation[], isEmergency = false): boolean {
  const tables = isEmergency ? [RIGHTS, IN_EMERGENCY] : [RIGHTS];
  return tables.some((table) => relations.some((relation) => ownProperty(table, role)?.[relation]?.includes(power)));
}
