import type { Instant } from '../domain/calendar/day.ts';
import { simulatedClock } from './clock.ts';
import { answerControl } from './control.ts';
import { type Credentials, demoCredentials, deskSecretFor, readProvince, staffCredentials } from './credentials.ts';
import { connectEventSources } from './event-sources.ts';
import { listenForHttp, listenForMail } from './front.ts';
import { startFunctions } from './functions.ts';
import { httpApi } from './http.ts';
import { firstOf, type Person, peopleOf } from './login/people.ts';
import { LOGIN_PATH, loginProvider } from './login/provider.ts';
import { staffTokens } from './login/tokens.ts';
import { type LogLine, logBook } from './logs.ts';
import { mailFeedback } from './mail-feedback.ts';
import { relayIntake, sesIntake } from './mail-intake.ts';
import { mailUploads } from './mail-uploads.ts';
import { namesOf } from './names.ts';
import { observeWechat } from './observe-wechat.ts';
import type { Sent } from './outbox.ts';
import { admission } from './rights/admission.ts';
import { rightsBook } from './rights/book.ts';
import type { FunctionRights, Use } from './rights/functions.ts';
import { readRoutes } from './routes.ts';
import { readSchedules } from './scheduled.ts';
import { startSchedules } from './schedules.ts';
import { type Closer, startServices } from './services.ts';
import { signedFiles } from './signed-files.ts';
import { ARCHIVES_PATH, EVIDENCE_PATH } from './signed-requests.ts';
import { type DeadLetter, deadLetters, type StackState, stackState } from './state.ts';
import { synthesise } from './synthesise.ts';
import { readTemplate } from './template.ts';
import type { Trouble } from './trouble.ts';
import { INBOX_PATH, uploadForms } from './upload-forms.ts';
import type { WechatApi } from './wechat-api.ts';

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

/**
 * Starts everything that the template asks for, on embedded services that keep nothing. Several stacks may run at once.
 * If the start fails, nothing is left.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const closers: Closer[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAll(closers);
    return stopping;
  };
  try {
    return { ...(await start(options, (closer) => closers.unshift(closer))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function closeAll(closers: readonly Closer[]): Promise<void> {
  for (const close of closers) await close();
}

type OnStop = (closer: Closer) => void;

async function start(options: LocalStackOptions, onStop: OnStop): Promise<Omit<LocalStack, 'stop'>> {
  const book = rightsBook();
  onStop(book.refuseNothing);
  const province = readProvince(options.province);
  const clock = simulatedClock(options.now ?? new Date().toISOString());
  const front = await listenForHttp(options.port, onStop);
  const desk = await listenForHttp(options.deskPort ?? 0, onStop);
  const mail = await listenForMail(options.smtpPort, onStop);
  const template = readTemplate(options.assembly ?? (await synthesised(options, onStop)));
  options.signal?.throwIfAborted();

  const demo = demoCredentials(province);
  const { region } = template;
  const services = await startServices(
    { region, province, demo, clock, dynamoDb: options.dynamoDb, trouble: options.trouble },
    onStop,
  );
  options.signal?.throwIfAborted();
  const names = namesOf(template, services.broker.queueUrl);
  const logs = logBook(clock, options.onLog);
  const [url, deskUrl] = [front, desk].map(({ port }) => `http://127.0.0.1:${port}`) as [string, string];
  // Another host name for the same listener, since to a browser S3 is another site.
  const s3Origin = `http://localhost:${front.port}`;
  const LOGIN_ISSUER = url + LOGIN_PATH;
  const addresses = {
    LOGIN_ISSUER,
    EVIDENCE_ADDRESS: s3Origin + EVIDENCE_PATH,
    ARCHIVES_ADDRESS: s3Origin + ARCHIVES_PATH,
    INBOX_ADDRESS: s3Origin + INBOX_PATH,
  };
  const functions = startFunctions(template, names, { ...services.environment, ...addresses }, logs, book);
  onStop(functions.stop);
  const sources = await connectEventSources(names, region, clock, services, functions);
  onStop(sources.stop);
  services.ses.onTaken(mailFeedback(names, services.broker, clock));
  const isAwake = ({ logicalId }: { readonly logicalId: string }) =>
    !options.asleep?.some((name) => functions.named(name) === functions.named(logicalId));
  const schedules = startSchedules(readSchedules(names, template).filter(isAwake), functions, clock, sources.settled);
  onStop(schedules.stop);

  const tokens = await staffTokens(clock);
  const { environment } = functions;
  const inspected = { ...services, ...sources, environment };
  const stack: Omit<LocalStack, 'stop'> = {
    url,
    deskUrl,
    smtpPort: mail.port,
    credentials: {
      ...demo,
      staff: await staffCredentials(province, tokens),
      people: firstOf(peopleOf(province.id)),
    },
    tokenOf: (person) => tokens.issue(province.staff, { ...person }),
    environment,
    now: clock.now,
    async advanceTo(instant) {
      // The clock ticks while a request is on its way: what was now when it left is not the past.
      if (!(Date.parse(instant) >= clock.milliseconds() - 1_000)) throw new Error(`${instant} is in the past`);
      const ran = await schedules.advanceTo(Math.max(Date.parse(instant), clock.milliseconds()));
      return { now: instant, ran };
    },
    async drain() {
      await sources.settled();
      book.refuseNothing();
      return { processed: sources.processed(), deadLetters: deadLetters(inspected).length };
    },
    outbox: services.outbox.all,
    wechat: services.wechat,
    state: () => stackState(inspected),
    deadLetters: () => deadLetters(inspected),
    logs: logs.lines,
    rights: () => ({ granted: functions.rights, used: book.used() }),
    invoke: (name, event) => functions.named(name).invoke(event),
    atWork: (name) => functions.named(name).atWork(),
    killWorkers: (name) => functions.named(name).kill(),
    failed: services.failed,
  };
  const onRequest = observeWechat(services.wechat, demo);
  const api = httpApi({ routes: readRoutes(names, 'public'), functions, tokens, clock, onRequest });
  desk.open(httpApi({ routes: readRoutes(names, 'desk'), functions, tokens, clock }));
  const client = { id: province.staff.clientId, secret: deskSecretFor(province) };
  const logIn = loginProvider({ url, deskUrl, client, key: tokens.key, people: peopleOf(province.id) });
  const { EVIDENCE_BUCKET_NAME, ARCHIVES_BUCKET_NAME, AWS_ACCESS_KEY_ID } = environment;
  const admit = admission(functions.rights, book);
  const own = { origin: s3Origin, region, accessKeyId: AWS_ACCESS_KEY_ID!, admit };
  const evidence = { ...own, path: EVIDENCE_PATH, bucket: EVIDENCE_BUCKET_NAME! };
  const archives = { ...own, path: ARCHIVES_PATH, bucket: ARCHIVES_BUCKET_NAME! };
  const takeMail = mailUploads(evidence, services.s3, clock);
  const giveFile = signedFiles(evidence, services.s3, clock);
  const giveArchive = signedFiles(archives, services.s3, clock);
  const uploads = uploadForms(environment.INBOX_BUCKET_NAME!, services.s3, clock, admit);
  front.open((request, response) => {
    if (request.url === INBOX_PATH) return uploads(request, response);
    if (request.url?.startsWith(ARCHIVES_PATH)) return giveArchive(request, response);
    if (request.url?.startsWith(EVIDENCE_PATH))
      return request.method === 'GET' ? giveFile(request, response) : takeMail(request, response);
    if (request.url?.startsWith(LOGIN_PATH)) return logIn(request, response);
    return request.url?.startsWith('/_local') ? answerControl(stack, request, response) : api(request, response);
  });
  const viaRelay = relayIntake(() => `${url}/v1/channels/email`, demo.mailRelay.secret, clock);
  mail.open(sesIntake(names, services.s3, clock) ?? viaRelay);
  return stack;
}

async function synthesised({ province, signal }: LocalStackOptions, onStop: OnStop): Promise<string> {
  const { directory, remove } = await synthesise(province, signal);
  onStop(remove);
  return directory;
}
