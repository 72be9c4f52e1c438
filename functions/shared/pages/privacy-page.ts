import type { LawOfDay } from '../../../domain/law/cite.ts';
import { sayPage } from '../../../domain/pages/page-texts.ts';
import { html } from './html.ts';
import type { Page, Site } from './page.ts';
import { said } from './prose.ts';

/** What the privacy page says of one province. */
export interface PrivacySettings {
  readonly contact: {
    readonly office: string;
    readonly telephone: string;
    readonly address: string;
    readonly email?: string | undefined;
  };
  readonly records: { readonly years: number; readonly basis: string };
  readonly evidenceDays: number;
  /** So long what nobody has named in a complaint lies in the inbox. */
  readonly uploadDays: number;
  readonly logDays: number;
  /** Whose computers hold the data. */
  readonly cloud: string;
  /** Who sends text messages. */
  readonly textedBy: readonly string[];
  /** Which ways in there are beside this page, mail and WeChat. */
  readonly channels: { readonly wecom: boolean; readonly partners: boolean };
}

/**
 * 隐私说明: who handles what of whom, why, for how long, who gets it, and what people can ask for; the law as of its day.
 */
export const privacyPage = (site: Site, settings: PrivacySettings, law: LawOfDay): Page => ({
  title: '隐私说明',
  path: '/privacy',
  freshSeconds: 3_600,
  main: html`<h1>隐私说明</h1>
${said(sayPage('page-privacy', { ...ownerOf(site), ...toldOf(settings), ...lawsOf(law) }), site.texts)}`,
});

const ownerOf = ({ organiser: { name: organiser, telephone } }: Site) => ({ organiser, telephone });

const toldOf = ({
  contact,
  records,
  channels,
  textedBy,
  cloud,
  evidenceDays,
  uploadDays,
  logDays,
}: PrivacySettings) => ({
  ...{ office: contact.office, officeTelephone: contact.telephone, address: contact.address, email: contact.email },
  chats: channels.wecom ? '微信、企业微信' : '微信',
  texting: textedBy.join('或者'),
  partners: channels.partners,
  ...{ cloud, years: records.years, basis: records.basis, evidenceDays, uploadDays, logDays },
});

const lawsOf = (law: LawOfDay) => ({
  lawful: law.cite('matter:pollution'),
  secret: law.cite('confidentiality'),
  unharmed: law.cite('no-retaliation'),
});
