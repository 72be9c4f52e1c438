import type { PlainTemplate } from '../../local/template/merged-template.ts';

/** What the stack itself sets a limit to. */
export interface StackLimits {
  /** Complaints by the web that the API takes in a second. */
  readonly complaintsASecond: number;
  /** Runs at once that are kept for complaints by the web. */
  readonly accepting: number;
  /** Batches at once that are registered. */
  readonly registering: number;
  /** Notices at once that are handed over. */
  readonly sending: number;
  /** Batches at once of one shard of the case table's stream. */
  readonly relaying: number;
  /** Runs at once that are kept for anybody. */
  readonly reserved: number;
  readonly functions: number;
  readonly keys: number;
}

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: as CloudFormation has it
  readonly Properties?: any;
}

/** Read from the template, so that no figure is written down twice. Throws where a part is no longer there. */
export function limitsOf({ Resources }: PlainTemplate): StackLimits {
  const all = Object.entries(Resources as Readonly<Record<string, Resource>>);
  const ofType = (type: string) => all.filter(([, { Type }]) => Type === type);
  const functions = ofType('AWS::Lambda::Function');
  const mappings = ofType('AWS::Lambda::EventSourceMapping');
  const functionNamed = (name: string) =>
    found(
      functions.find(([, { Properties }]) => String(Properties.FunctionName).endsWith(`-${name}`)),
      name,
    );
  const wakes = (name: string, setting: (properties: Resource['Properties']) => number | undefined): number => {
    const [id] = functionNamed(name);
    const settings = mappings.filter(([, { Properties }]) => Properties.FunctionName.Ref === id);
    return Math.max(...settings.flatMap(([, { Properties }]) => setting(Properties) ?? []));
  };
  const routes = ofType('AWS::ApiGatewayV2::Stage').flatMap(([, { Properties }]) =>
    Object.entries(Properties.RouteSettings ?? {}),
  ) as [string, { ThrottlingRateLimit: number }][];
  const reserved = functions.flatMap(([, { Properties }]) => Properties.ReservedConcurrentExecutions ?? []);
  const atOnce = ({ ScalingConfig }: Resource['Properties']) => ScalingConfig?.MaximumConcurrency;
  return {
    complaintsASecond: found(
      routes.find(([route]) => route === 'POST /v1/complaints'),
      'the route',
    )[1].ThrottlingRateLimit,
    accepting: functionNamed('accept-web-complaint')[1].Properties.ReservedConcurrentExecutions,
    registering: wakes('register-complaint', atOnce),
    sending: wakes('deliver-notice', atOnce),
    relaying: wakes('relay-events', ({ ParallelizationFactor }) => ParallelizationFactor),
    reserved: reserved.reduce((sum: number, one: number) => sum + one, 0),
    functions: functions.length,
    keys: ofType('AWS::KMS::Key').length,
  };
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`the template has no ${name}`);
  return one;
}
