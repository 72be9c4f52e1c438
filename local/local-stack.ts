import type { Instant } from '../domain/calendar/day.ts';
import type { LogLine } from './functions/logs.ts';
import type { Person } from './login/people.ts';
import type { Credentials } from './outside/credentials.ts';
import type { Sent } from './outside/outbox.ts';
import type { Trouble } from './outside/transport-faults.ts';
import type { WechatApi } from './outside/wechat-api.ts';
import type { FunctionRights, Use } from './rights/functions.ts';
import type { DeadLetter, StackState } from './state.ts';

export interface LocalStackOptions {
  /** A file name in config/provinces. */
  readonly province: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where mail to the province is taken in; 0: any free port. */
  readonly smtpPort: number;
  /** Where the staff's desk is; any free port if none is named. */
  readonly deskPort?: number;
  /** A cloud assembly to run, already synthesised; without it, the CDK app of this repository. */
  readonly assembly?: string | undefined;
  /**
   * Where a DynamoDB Local listens that the stack may use beside others; without it, the stack starts one of its own.
   */
  readonly dynamoDb?: string;
  /** Functions that the clock does not wake: days then pass without their runs. */
  readonly asleep?: readonly string[];
  /** When the simulated time begins; without it, now. */
  readonly now?: Instant;
  /** What goes wrong with mail and text messages; without it, nothing does. */
  readonly trouble?: Trouble;
  /** Gets each line that a function prints. */
  readonly onLog?: (line: LogLine) => void;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

/** A whole province on this machine. */
export interface LocalStack {
  readonly url: string;
  readonly deskUrl: string;
  readonly smtpPort: number;
  readonly credentials: Credentials;
  /** A bearer token of anybody, by the claims of the province's provider. */
  tokenOf(person: Omit<Person, 'organName'>): Promise<string>;
  /**
   * The functions' variables together: names of tables, addresses of queues and of the embedded services, for a look
   * inside.
   */
  readonly environment: Readonly<Record<string, string>>;
  /** Simulated time. */
  now(): Instant;
  /** Runs every schedule until then, in order, each at its time; `ran` counts the runs. Backwards is an error. */
  advanceTo(instant: Instant): Promise<{ now: Instant; ran: number }>;
  /**
   * Resolves once all queues and streams are empty and no function runs; `processed` counts messages and stream records
   * since the start. Rejects where a function did what its role does not allow.
   */
  drain(): Promise<{ processed: number; deadLetters: number }>;
  outbox(): readonly Sent[];
  /** The local WeChat: what it was asked, and refusals on demand. */
  readonly wechat: Pick<WechatApi, 'calls' | 'refuse'>;
  state(): Promise<StackState>;
  deadLetters(): readonly DeadLetter[];
  logs(): readonly LogLine[];
  /** What each function's role allows, and what of it was used so far. */
  rights(): { readonly granted: readonly FunctionRights[]; readonly used: Readonly<Record<string, readonly Use[]>> };
  /** Invokes a function by hand, by its folder name or its name in the template. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Resolves when a worker of that function is next given an event. */
  atWork(functionName: string): Promise<void>;
  /**
   * Ends a function's workers at once, in the middle of whatever they do, as when Lambda dies. What they worked on
   * comes again.
   */
  killWorkers(functionName: string): Promise<void>;
  /** Rejects if a service that the stack stands on ends by itself. Safe to leave alone. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}
