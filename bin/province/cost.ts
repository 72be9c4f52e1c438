import { checkConfig } from '../../config/schemas/check.ts';
import { PRICED, type Price, type Priced, pricesSchema, unitsSchema } from '../../config/schemas/prices.ts';
import { readChecked } from '../../config/schemas/read-checked.ts';
import { today } from '../today.ts';
import { countsOf, templateOf } from './assembly.ts';
import { keyUsesIn } from './key-uses.ts';
import { type Command, failure, type Outcome } from './outcome.ts';
import { type Fixtures, quantitiesOf } from './quantities.ts';
import { watchedMetricsIn } from './watched-metrics.ts';

const NAMES: Readonly<Record<Priced, string>> = {
  requests: 'requests to the API',
  functionRuns: 'runs of functions, at most',
  functionGigabyteSeconds: 'gigabyte-seconds of functions',
  tableWrites: 'write units of tables',
  tableReads: 'read units of tables',
  queueRequests: 'requests to queues, at most',
  keyRequests: 'requests to keys, at most',
  letters: 'letters by mail',
  textMessages: 'text messages',
  logGigabytes: 'gigabytes of logs',
  keys: 'keys',
  secrets: 'secrets',
  alarms: 'alarms',
  compositeAlarms: 'composite alarms',
  ownMetrics: 'metrics of our own, at most',
  dashboards: 'dashboards',
};

/** What a month costs from the number of complaints in it: units measured, prices with their day and source. */
export async function cost({ name, config, complaints = '10000' }: Command): Promise<Outcome> {
  const volume = Number(complaints);
  if (!(volume > 0)) return failure(`--complaints ${complaints} is no number of complaints`);
  const settings = checkConfig(config, today()).provinces.find(({ id }) => id === name);
  const prices = readChecked(config, 'prices.json', pricesSchema).whole;
  const units = readChecked(config, 'units.json', unitsSchema).whole;
  if (!settings || !prices || !units) return failure(`${name} has faults: npm run province -- check ${name}`);
  const partition = settings.region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const template = await templateOf(name);
  const secrets = Object.keys(settings.secrets).length;
  const counted = { keyUses: keyUsesIn(template), watchedMetrics: watchedMetricsIn(template) };
  const fixtures = { ...fixturesOf(countsOf(template), secrets), ...counted };
  const listed = prices.partitions[partition]!;
  const lines = PRICED.map((kind) => lineOf(kind, quantitiesOf(volume, units, fixtures)[kind], listed.prices[kind]));
  return {
    lines: [
      `${settings.name}, ${volume} complaints a month, prices of ${listed.region} (${partition}), units measured on ${units.measuredOn}`,
      ...lines.map(({ text }) => text),
      ...totalsOf(lines),
      'Not in it: transfer out, storage, staff who look at cases, deadlines that pass, files, taxes (docs/cost.md)',
    ],
  };
}

const fixturesOf = (
  counts: ReadonlyMap<string, number>,
  secrets: number,
): Omit<Fixtures, 'keyUses' | 'watchedMetrics'> => ({
  alarms: counts.get('AWS::CloudWatch::Alarm') ?? 0,
  compositeAlarms: counts.get('AWS::CloudWatch::CompositeAlarm') ?? 0,
  dashboards: counts.get('AWS::CloudWatch::Dashboard') ?? 0,
  keys: counts.get('AWS::KMS::Key') ?? 0,
  secrets,
  queues: counts.get('AWS::Lambda::EventSourceMapping') ?? 0,
  schedules: counts.get('AWS::Events::Rule') ?? 0,
  gigabytes: 0.5,
});

interface Line {
  readonly text: string;
  readonly currency?: string;
  readonly amount?: number;
}

function lineOf(kind: Priced, quantity: number, price: Price | null | undefined): Line {
  const counted = `${rounded(quantity).padStart(14)}  ${NAMES[kind]}`;
  if (!price) return { text: `${'unknown'.padStart(14)}  ${counted}  (no price found: look it up)` };
  const amount = (quantity / price.per) * price.price;
  const { currency, confidence, readOn, source } = price;
  const text = `${`${amount.toFixed(2)} ${currency}`.padStart(14)}  ${counted}  (${confidence}, read ${readOn}: ${source})`;
  return { text, currency, amount };
}

const rounded = (quantity: number): string => (quantity < 100 ? quantity.toFixed(2) : Math.round(quantity).toString());

/** By currency; with what is missing in it. */
function totalsOf(lines: readonly Line[]): string[] {
  const known = lines.filter(({ amount }) => amount !== undefined);
  const unknown = lines.length - known.length;
  const byCurrency = Map.groupBy(known, ({ currency }) => currency!);
  const totals = [...byCurrency].map(
    ([currency, own]) => `${own.reduce((sum, { amount = 0 }) => sum + amount, 0).toFixed(2)} ${currency}`,
  );
  return [`at least ${totals.join(' and ')}${unknown > 0 ? `, and ${unknown} lines without a price` : ''}`];
}
