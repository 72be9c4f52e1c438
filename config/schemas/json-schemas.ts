import * as z from 'zod';
import { CalendarFile } from './calendar.ts';
import { campaignSchema } from './campaign.ts';
import { ClocksFile, LaddersFile, LocalPolicyFile, ProvinceLaddersFile } from './clocks.ts';
import { gazetteerSchema } from './gazetteer.ts';
import { handlingWaysSchema } from './handling-ways.ts';
import { HINTS } from './hints.ts';
import { letterElementsSchema } from './letter-elements.ts';
import { lexiconSchema } from './lexicon.ts';
import { MarksFile } from './marks.ts';
import { mattersSchema } from './matters.ts';
import { modelSchema } from './model.ts';
import { NoticeHoursFile } from './notice-hours.ts';
import { organsSchema } from './organs.ts';
import { partnerFormatSchema } from './partner-format.ts';
import { pricesSchema, unitsSchema } from './prices.ts';
import { ProvinceFile } from './province.ts';
import { quotasSchema } from './quotas.ts';
import { regionsSchema } from './regions.ts';
import { repeatsSchema } from './repeats.ts';
import { retentionSchema } from './retention.ts';
import { routingSchema } from './routing.ts';
import { statutesSchema } from './statutes.ts';
import { taxonomySchema } from './taxonomy.ts';

/** By the name of its JSON Schema: every kind of file in config/, with the kind of its hints. */
const KINDS: Readonly<Record<string, readonly [schema: z.ZodType, hints?: string]>> = {
  province: [ProvinceFile, 'provinces'],
  organs: [organsSchema, 'organs'],
  routing: [routingSchema, 'routing'],
  gazetteer: [gazetteerSchema],
  ladders: [z.union([LaddersFile, ProvinceLaddersFile])],
  policy: [LocalPolicyFile],
  partner: [partnerFormatSchema],
  campaign: [campaignSchema],
  clocks: [ClocksFile],
  calendar: [CalendarFile],
  statutes: [statutesSchema],
  marks: [MarksFile],
  matters: [mattersSchema],
  'handling-ways': [handlingWaysSchema],
  'notice-hours': [NoticeHoursFile],
  taxonomy: [taxonomySchema],
  'letter-elements': [letterElementsSchema],
  lexicon: [lexiconSchema],
  model: [modelSchema],
  repeats: [repeatsSchema],
  prices: [pricesSchema],
  units: [unitsSchema],
  quotas: [quotasSchema],
  regions: [regionsSchema],
  retention: [retentionSchema],
};

/**
 * config/schemas/json/<name>.json for each kind of file: shapes, for editors. What one file says of another is checked
 * by `npm run province -- check` alone.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(KINDS).map(([name, [schema, hints]]) => {
      const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
      if (hints) describe(made as Node, HINTS[hints]!);
      return [`${name}.json`, `${JSON.stringify(made, null, 1)}\n`];
    }),
  );
}

interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  description?: string;
}

/** Writes each hint at its place. */
function describe(root: Node, hints: Readonly<Record<string, string>>): void {
  for (const [place, hint] of Object.entries(hints)) {
    const parts = place.slice(1).split('/');
    const nodes = parts.reduce<Node[]>((at, part) => at.flatMap((node) => below(node, part)), [root]);
    for (const node of nodes) node.description = hint;
  }
}

const below = ({ properties = {}, items }: Node, part: string): Node[] =>
  part === '*' ? (items ? [items] : Object.values(properties)) : [properties[part] ?? []].flat();
