import type { IncomingMessage, ServerResponse } from 'node:http';
import { signedFiles } from '../aws/signed-files.ts';
import { ARCHIVES_PATH, EVIDENCE_PATH } from '../aws/signed-requests.ts';
import { INBOX_PATH, uploadForms } from '../aws/upload-forms.ts';
import type { SimulatedClock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import { peopleOf } from '../login/people.ts';
import { LOGIN_PATH, loginProvider } from '../login/provider.ts';
import type { StaffTokens } from '../login/tokens.ts';
import { type demoCredentials, deskSecretFor, type readProvince } from '../outside/credentials.ts';
import { relayIntake, sesIntake } from '../outside/mail-intake.ts';
import { mailUploads } from '../outside/mail-uploads.ts';
import { observeWechat } from '../outside/observe-wechat.ts';
import { admission } from '../rights/admission.ts';
import type { RightsBook } from '../rights/book.ts';
import type { Services } from '../services.ts';
import type { Names } from '../template/resource-names.ts';
import { readRoutes } from '../template/routes.ts';
import { answerControl, type ControlStack } from './control.ts';
import { httpApi } from './http.ts';
import type { listenForHttp, listenForMail } from './listeners.ts';

/** Ports that are taken already, and answer once they are opened. */
export interface Entrances {
  readonly front: Awaited<ReturnType<typeof listenForHttp>>;
  readonly desk: Awaited<ReturnType<typeof listenForHttp>>;
  readonly mail: Awaited<ReturnType<typeof listenForMail>>;
}

/** The stack as those see it who come in. */
export interface Inside {
  readonly stack: ControlStack;
  readonly province: ReturnType<typeof readProvince>;
  readonly demo: ReturnType<typeof demoCredentials>;
  readonly clock: SimulatedClock;
  readonly region: string;
  readonly names: Names;
  readonly services: Services;
  readonly functions: Functions;
  readonly tokens: StaffTokens;
  readonly book: RightsBook;
  /** Another host name for the front door, since to a browser S3 is another site. */
  readonly s3Origin: string;
}

/** Lets everybody in: the public and S3's visitors at the front door, staff at the desk's, mail at its own. */
export function openEntrances({ front, desk, mail }: Entrances, inside: Inside): void {
  const { stack, names, functions, tokens, clock, services, demo } = inside;
  const onRequest = observeWechat(services.wechat, demo);
  const api = httpApi({ routes: readRoutes(names, 'public'), functions, tokens, clock, onRequest });
  const logIn = logInOf(inside);
  const storage = storageOf(inside);
  front.open((request, response) => {
    const { url = '' } = request;
    const stored = storage(request);
    if (stored) return stored(request, response);
    if (url.startsWith(LOGIN_PATH)) return logIn(request, response);
    return url.startsWith('/_local') ? answerControl(stack, request, response) : api(request, response);
  });
  desk.open(httpApi({ routes: readRoutes(names, 'desk'), functions, tokens, clock }));
  const viaRelay = relayIntake(() => `${stack.url}/v1/channels/email`, demo.mailRelay.secret, clock);
  mail.open(sesIntake(names, services.s3, clock) ?? viaRelay);
}

function logInOf({ stack: { url, deskUrl }, province, tokens }: Inside) {
  const client = { id: province.staff.clientId, secret: deskSecretFor(province) };
  return loginProvider({ url, deskUrl, client, key: tokens.key, people: peopleOf(province.id) });
}

type Visited = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Who answers a request to S3: files by their signed addresses, mails' files, forms with photos. */
function storageOf({ stack, region, services: { s3 }, functions, clock, book, s3Origin }: Inside) {
  const { EVIDENCE_BUCKET_NAME, ARCHIVES_BUCKET_NAME, INBOX_BUCKET_NAME, AWS_ACCESS_KEY_ID } = stack.environment;
  const admit = admission(functions.rights, book);
  const own = { origin: s3Origin, region, accessKeyId: AWS_ACCESS_KEY_ID!, admit };
  const evidence = { ...own, path: EVIDENCE_PATH, bucket: EVIDENCE_BUCKET_NAME! };
  const archives = { ...own, path: ARCHIVES_PATH, bucket: ARCHIVES_BUCKET_NAME! };
  const takeMail = mailUploads(evidence, s3, clock);
  const giveFile = signedFiles(evidence, s3, clock);
  const giveArchive = signedFiles(archives, s3, clock);
  const takeForm = uploadForms(INBOX_BUCKET_NAME!, s3, clock, admit);
  return ({ url = '', method }: IncomingMessage): Visited | undefined => {
    if (url === INBOX_PATH) return takeForm;
    if (url.startsWith(ARCHIVES_PATH)) return giveArchive;
    if (url.startsWith(EVIDENCE_PATH)) return method === 'GET' ? giveFile : takeMail;
    return undefined;
  };
}
