import { ARCHIVES_PATH, EVIDENCE_PATH } from './aws/signed-requests.ts';
import { INBOX_PATH } from './aws/upload-forms.ts';
import { simulatedClock } from './clock.ts';
import { openEntrances } from './entrances/entrances.ts';
import { listenForHttp, listenForMail } from './entrances/listeners.ts';
import { connectEventSources } from './events/event-sources.ts';
import { startSchedules } from './events/schedules.ts';
import { startFunctions } from './functions/functions.ts';
import { logBook } from './functions/logs.ts';
import type { LocalStack, LocalStackOptions } from './local-stack.ts';
import { firstOf, peopleOf } from './login/people.ts';
import { LOGIN_PATH } from './login/provider.ts';
import { staffTokens } from './login/tokens.ts';
import { demoCredentials, readProvince, staffCredentials } from './outside/credentials.ts';
import { mailFeedback } from './outside/mail-feedback.ts';
import { rightsBook } from './rights/book.ts';
import { type Closer, startServices } from './services.ts';
import { deadLetters, stackState } from './state.ts';
import { namesOf } from './template/resource-names.ts';
import { readSchedules } from './template/scheduled.ts';
import { synthesise } from './template/synthesise.ts';
import { readTemplate } from './template/template.ts';

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
  const schedules = startSchedules(readSchedules(names, template).filter(isAwake), functions, clock, sources);
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
  openEntrances(
    { front, desk, mail },
    { stack, province, demo, clock, region, names, services, functions, tokens, book, s3Origin },
  );
  return stack;
}

async function synthesised({ province, signal }: LocalStackOptions, onStop: OnStop): Promise<string> {
  const { directory, remove } = await synthesise(province, signal);
  onStop(remove);
  return directory;
}
