import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { type Roster, type RosterContact, superiorsOf } from '../../domain/organs.ts';
import { type NotesRules, notesOn } from '../../domain/roster/notes.ts';
import {
  type Absence,
  backAt,
  type ChosenDigests,
  faultIn,
  isTheirOwn,
  mayChangePeople,
  maySeePeople,
  type NamedPost,
  renamedFrom,
  withAbsence,
  withDigests,
  withPeople,
  withReturn,
} from '../../domain/roster/people.ts';

/** 变更记录: who changed the people of an organ, when and why, and from whom to whom. */
export interface PeopleChange {
  readonly organ: string;
  /** Of the organ's people after it: 1 for the first change. */
  readonly version: number;
  readonly at: Instant;
  readonly by: Pick<Staff, 'organ' | 'role' | 'sub' | 'name'>;
  readonly reason: string;
  readonly before: readonly RosterContact[];
  readonly after: readonly RosterContact[];
}

export interface KeptPeople {
  /** 0 as long as they are those of the province's file. */
  readonly version: number;
  readonly contacts: readonly RosterContact[];
}

export interface ChangePeopleDeps {
  readonly people: {
    read(organ: string): Promise<KeptPeople | undefined>;
    /** Writes the people and the change together; false if the version has moved on. */
    change(change: PeopleChange): Promise<boolean>;
    /** The latest fifty, latest first. */
    changes(organ: string): Promise<readonly PeopleChange[]>;
  };
  readonly context: Roster & NotesRules;
}

export type PeopleAnswer =
  | { readonly kind: 'shown'; readonly people: KeptPeople; readonly notes: readonly string[] }
  | { readonly kind: 'unknown' | 'not-yours' }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'refused'; readonly detail: string };

/** The people of an organ: for everybody in its line. */
export async function showPeople(organ: string, staff: Staff, now: Instant, deps: ChangePeopleDeps) {
  if (!deps.context.organs.has(organ)) return { kind: 'unknown' } as const;
  if (!maySeePeople(staff, organ, deps.context.organs)) return { kind: 'not-yours' } as const;
  return shown(organ, await peopleOf(organ, deps), now, deps);
}

/** What was changed, latest first, then under its former ids: for whoever may change it. */
export async function showChanges(organ: string, staff: Staff, { people, context }: ChangePeopleDeps) {
  if (!context.organs.has(organ)) return { kind: 'unknown' } as const;
  if (!mayChangePeople(staff, organ, context.organs)) return { kind: 'not-yours' } as const;
  const { formerIds = [] } = context.organs.get(organ)!;
  const changes = await Promise.all([organ, ...formerIds].map((id) => people.changes(id)));
  return { kind: 'changes', changes: changes.flat() } as const;
}

/** What somebody wants of an organ's people: the whole of them, or something of one of them. */
export interface WantedPeople {
  readonly organ: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly wanted:
    | { readonly contacts: readonly RosterContact[] }
    | { readonly absence: Absence }
    | { readonly chosen: ChosenDigests }
    /** 返岗: somebody who was to be away is there after all. */
    | { readonly back: NamedPost };
}

/** Changes whom an organ is reached by, from the next minute on. On another version than was seen, nothing is changed. */
export async function changePeople(
  { organ, expectedVersion, reason, wanted }: WantedPeople,
  staff: Staff,
  now: Instant,
  deps: ChangePeopleDeps,
): Promise<PeopleAnswer> {
  const { organs } = deps.context;
  if (!organs.has(organ)) return { kind: 'unknown' };
  const { version, contacts: before } = await peopleOf(organ, deps);
  const own = whoseOwn(wanted);
  const isOwn = own !== undefined && isTheirOwn(staff, organ, before, own);
  if (!isOwn && !mayChangePeople(staff, organ, organs)) return { kind: 'not-yours' };
  if (version !== expectedVersion) return { kind: 'stale', version };
  if ('absence' in wanted && wanted.absence.to <= now)
    return { kind: 'refused', detail: '这段离岗已经过去，请核对日期' };
  const asked = askedFor(wanted, before, isOwn ? staff.sub : undefined);
  if (!asked) return { kind: 'refused', detail: '本单位没有这个岗位的这个人' };
  const after = backAt(asked, now);
  const fault = faultIn(after);
  if (fault !== undefined) return { kind: 'refused', detail: fault };
  const { role, sub, name } = staff;
  const by = { organ: staff.organ, role, sub, name };
  const change = { organ, version: version + 1, at: now, by, reason, before, after };
  if (!(await deps.people.change(change))) return { kind: 'stale', version: (await peopleOf(organ, deps)).version };
  return shown(organ, { version: change.version, contacts: after }, now, deps);
}

/** Of whom it is, where it is of one of them. */
function whoseOwn(wanted: WantedPeople['wanted']): NamedPost | undefined {
  if ('contacts' in wanted) return undefined;
  if ('back' in wanted) return wanted.back;
  return 'absence' in wanted ? wanted.absence : wanted.chosen;
}

function askedFor(wanted: WantedPeople['wanted'], before: readonly RosterContact[], sub: string | undefined) {
  if ('contacts' in wanted) return wanted.contacts;
  if ('back' in wanted) return withReturn(before, wanted.back, sub);
  return 'absence' in wanted ? withAbsence(before, wanted.absence, sub) : withDigests(before, wanted.chosen, sub);
}

/** With notes that go by who is there today, at the organ and above it. */
async function shown(organ: string, people: KeptPeople, now: Instant, deps: ChangePeopleDeps) {
  const { context } = deps;
  const above = superiorsOf(organ, context.organs).map(
    async (id) => [id, (await peopleOf(id, deps)).contacts] as const,
  );
  const organs = withPeople(context.organs, new Map(await Promise.all(above)));
  return { kind: 'shown', people, notes: notesOn(organ, people.contacts, now, { ...context, organs }) } as const;
}

/** The people of an organ as they are today. */
export async function peopleOf(organ: string, { people, context }: ChangePeopleDeps): Promise<KeptPeople> {
  const own = context.organs.get(organ)!;
  const before = renamedFrom(own);
  const kept = await people.read(organ);
  if (kept) return kept;
  const former = before === undefined ? undefined : await people.read(before);
  return { version: 0, contacts: former?.contacts ?? own.contacts };
}
