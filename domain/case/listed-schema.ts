import * as z from 'zod';
import { CHANNELS, FLAGS } from '../complaint.ts';
import { PlaceSchema } from '../place/place.ts';
import { holders } from '../routing/route.ts';
import { listOf, stored } from '../stored.ts';
import { WayRecordSchema } from './outside/sent-ways.ts';
import { OfficerSchema } from './people/officers.ts';
import { CASE_STATUSES } from './status.ts';

export const ChannelSchema = z.enum(CHANNELS);
export const FlagsSchema = listOf(z.enum(FLAGS));
export const InspectionSchema = stored({ batch: z.string(), item: z.string() });
/** 来件单位的件: who handed it over, and under what number of its own. */
export const OrderSchema = stored({ partner: z.string(), number: z.string() });
export const SuggestionSchema = stored(holders);

/** What of a case its lists hold as well: they are read without the rest. */
export const LISTED_PARTS = {
  status: z.enum(CASE_STATUSES),
  channel: ChannelSchema,
  place: PlaceSchema.optional(),
  flags: FlagsSchema,
  inspection: InspectionSchema.optional(),
  order: OrderSchema.optional(),
  /** 责任人: at most one of each organ that leads or assists. */
  officers: listOf(OfficerSchema).optional(),
  /** 被反映单位: whose own conduct it is about. They and all below them stay away from it. */
  accused: listOf(z.string()).optional(),
  /** 六种办理方式: what was sent by which, to whom, and what became of it. */
  waysSent: listOf(WayRecordSchema).optional(),
  /** The last event that was no mere reminder, and the `sub` of who caused it: what is news to others. None: the first. */
  news: stored({ seq: z.int(), by: z.string().optional() }).optional(),
};
