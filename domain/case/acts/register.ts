import * as z from 'zod';
import { type Accused, AccusedSchema, type UnknownOffice, UnknownOfficeSchema } from '../../accused/accused.ts';
import { type Classification, ClassificationSchema } from '../../classification/classification.ts';
import { type Limits, limitsSchema } from '../../clocks/set-limit.ts';
import type { Complaint } from '../../complaint.ts';
import { coveredNumber } from '../../personal-numbers.ts';
import { type Place, PlaceSchema } from '../../place/place.ts';
import { PROCEDURES } from '../../procedure/procedures.ts';
import type { SuggestedProcedure } from '../../procedure/suggest-procedure.ts';
import { type Repeat, RepeatSchema } from '../../repeats/repeat.ts';
import { type Route, RouteSchema } from '../../routing/route.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import { fact, type Recorded } from '../act.ts';
import type { Case } from '../case.ts';
import { withoutReasons } from '../case-schema.ts';
import { PartOfSchema } from '../handling/splitting.ts';
import { ChannelSchema, FlagsSchema, InspectionSchema, OrderSchema } from '../listed-schema.ts';
import { outOfReachOf } from '../people/complainants.ts';

/** What a complaint brings when it becomes a case. */
export interface Registration {
  readonly complaint: Pick<
    Complaint,
    'receipt' | 'channel' | 'receivedAt' | 'flags' | 'acknowledge' | 'inspection' | 'partner' | 'order'
  > &
    Partial<Pick<Complaint, 'anonymous'>>;
  readonly title: string;
  readonly classification: Classification;
  readonly place?: Place | undefined;
  readonly route: Route;
  /** By which procedure the rules would have it handled, and why. */
  readonly procedure?: SuggestedProcedure | undefined;
  readonly repeats?: readonly Repeat[] | undefined;
  /** Whose own conduct it is about; the route goes above them already. */
  readonly accused?: readonly Accused[] | undefined;
  /** Offices that it accuses and that are on no roster. */
  readonly unknownOffices?: readonly UnknownOffice[] | undefined;
  /** Of an emergency: the enterprises that it names, hashed as in a repeat sketch. */
  readonly sites?: readonly string[] | undefined;
  /** What whoever handed it over wants done by when. */
  readonly limits?: Limits | undefined;
  /** 另立自: the case after which this was sent, of another matter. */
  readonly apartFrom?: string | undefined;
  /** 拆分自: the case that it is a part of, and who split that. */
  readonly partOf?: Case['partOf'];
  readonly assignedBy?: string | undefined;
}

interface Register {
  readonly type: 'register';
  readonly registration: Registration;
}

const registered = fact('registered', () => ({
  channel: ChannelSchema,
  receivedAt: InstantSchema,
  title: z.string(),
  classification: ClassificationSchema,
  place: PlaceSchema.optional(),
  route: RouteSchema,
  procedure: stored({ procedure: z.enum(PROCEDURES), why: z.string() }).optional(),
  repeats: listOf(RepeatSchema).optional(),
  accused: listOf(AccusedSchema).optional(),
  unknownOffices: listOf(UnknownOfficeSchema).optional(),
  sites: listOf(z.string()).optional(),
  flags: FlagsSchema,
  acknowledge: z.literal(true).optional(),
  inspection: InspectionSchema.optional(),
  order: OrderSchema.optional(),
  limits: limitsSchema().optional(),
  apartFrom: z.string().optional(),
  partOf: PartOfSchema.optional(),
  assignedBy: z.string().optional(),
  /** Sent without a name, by a partner: here is no way to the sender. */
  outOfReach: z.literal(true).optional(),
}));

type Registered = Readonly<z.infer<typeof registered.schema>>;

/**
 * 登记: opens the case of a complaint. Its clocks run from the receipt of the complaint, however late it is registered.
 */
export const register = {
  name: '登记',
  fact: registered,

  decide({ registration: { complaint, ...rest } }: Register): Registered {
    const { channel, receivedAt, flags, acknowledge, inspection, partner, order: sent } = complaint;
    const order = partner !== undefined && sent ? { partner, number: coveredNumber(sent.number) } : undefined;
    const item = inspection && { ...inspection, item: coveredNumber(inspection.item) };
    const by = { order, inspection: item, outOfReach: outOfReachOf(complaint) };
    return { type: 'registered', channel, receivedAt, flags, acknowledge, ...by, ...rest };
  },

  open(event: Recorded<Registered>): Case {
    const repeats = event.repeats?.map(({ caseId, relation, score }) => ({ caseId, relation, score }));
    return {
      id: event.caseId,
      version: event.seq,
      status: event.partOf ? 'assigned' : 'registered',
      channel: event.channel,
      receivedAt: event.receivedAt,
      title: event.title,
      classification: withoutReasons(event.classification),
      place: event.place,
      flags: event.flags,
      inspection: event.inspection,
      order: event.order,
      limits: event.limits,
      repeats,
      accused: event.accused?.map(({ organ }) => organ),
      apartFrom: event.apartFrom,
      partOf: event.partOf,
      assignedBy: event.assignedBy,
      outOfReach: event.outOfReach,
      procedure: event.procedure?.procedure,
      lead: event.route.lead,
      assisting: event.route.assisting,
      clocks: [],
    };
  },
};
