import type { LawOfDay } from '../../../domain/law/cite.ts';
import { type Html, html } from './html.ts';
import type { Page, Site } from './page.ts';

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
export const privacyPage = ({ organiser }: Site, settings: PrivacySettings, law: LawOfDay): Page => ({
  title: '隐私说明',
  path: '/privacy',
  freshSeconds: 3_600,
  main: html`<h1>隐私说明</h1>
<p>处理您个人信息的是<strong>${organiser.name}</strong>，电话${organiser.telephone}。</p>
${purpose(law)}
${kept(settings)}
${recipients(settings)}
${period(settings)}
${rights(settings)}
${CHILDREN}
${THIS_SITE}`,
});

const purpose = (law: LawOfDay): Html => html`<h2>为什么可以处理，用来做什么</h2>
<p>公民有权举报污染环境、破坏生态的行为，受理和办理举报是有关部门的法定职责（${law.cite('matter:pollution')}）。为履行这项职责所必需的个人信息，依法不需要另外征得您的同意。</p>
<p>只用来受理、办理、答复您的投诉，以及检查和改进这项工作。接受举报的机关应当对举报人的相关信息予以保密（${law.cite('confidentiality')}）。</p>`;

const kept = ({ channels }: PrivacySettings): Html => html`<h2>我们保存什么</h2>
<ul>
<li>您写的投诉内容、地点、投诉对象和时间，以及办理过程。</li>
<li>您留下的称呼、电话、邮箱；写信或者当面反映的，还有您留下的通讯地址。在网页上选择匿名的，一样也不保存，写了也不保存。不留也可以投诉，只是我们无法通知您。</li>
<li>您发来的照片、视频和其他文件，不论是上传的，还是用邮件、微信发来的。照片里的拍摄地点、手机型号等信息会先去除，录像里的拍摄地点也会去除；拍摄时间作为证据保留。拍摄地点只有您点了“用作投诉地点”才保存。HEIC格式的照片只能去除拍摄地点，其余原样保存。</li>
<li>发来的邮件原件和发件地址；在微信${channels.wecom && '、企业微信'}里投诉的，您在我们账号下的编号，不是微信号。</li>
<li>用本省保管的密钥算出的电话、邮箱、账号编号的摘要：只用来让承办人知道同一信访人近一年提交过几件、几件不满意，保存到投诉删除为止；从摘要认不出您，匿名的不算。</li>
</ul>`;

const recipients = ({ channels, cloud, textedBy }: PrivacySettings): Html => html`<h2>谁能看到，会交给谁</h2>
<ul>
<li>承办单位的工作人员，包括依法负责这件事的其他部门：能看到投诉内容和照片，平时看不到您填写的联系方式；要告诉您的，由系统发送通知。确需与您联系的（核实情况、约定现场核查、送达、回访、应急处置），承办单位指定的人员说明事由后才能查看称呼、电话和邮箱，每次查看都有记录。选择匿名的，谁也看不到。您写在正文里的姓名、住址他们看得到。</li>
<li>发送通知的：短信由${textedBy.join('或者')}发送，得到您的手机号和通知文字；微信${channels.wecom && '、企业微信'}通知经腾讯公司发送，得到您的编号和通知文字；邮件经邮件服务器发送。</li>
<li>存放数据的：${cloud}，加密保存。</li>
${channels.partners && html`<li>12345等单位转来的投诉：登记编号和查询码会告诉转来的单位。</li>`}
<li>被投诉的企业、商户和其他人在这里看不到。查询页面要同时输入登记编号和查询码，页面上不显示您的姓名、联系方式和投诉原文。</li>
</ul>`;

const period = ({ records, evidenceDays, logDays }: PrivacySettings): Html => html`<h2>保存多久</h2>
<ul>
<li>投诉内容、联系方式和办理记录：办结后${records.years}年，依据是${records.basis}；期满由管理员删除。</li>
<li>照片等证据：${evidenceDays}天。</li>
<li>没有附到投诉里的上传、去除信息之前的原图：最多3天。</li>
<li>系统运行记录：${logDays}天，其中没有您写的内容、联系方式和网络地址。</li>
</ul>`;

const rights = ({ contact }: PrivacySettings): Html => html`<h2>您可以要求什么，怎样办理</h2>
<ul>
<li>查阅、复制您的信息；更正写错的、补充不全的；删除不该保存或者保存期满的；要我们解释这份说明。</li>
<li>进展、答复和补充，在<a href="/progress">查询进展</a>页面自己就能办。其他的，请凭登记编号和查询码找${contact.office}：电话${contact.telephone}，地址${contact.address}${contact.email !== undefined && `，邮箱${contact.email}`}。</li>
<li>正在办理的和依法归档的，期满以前不能删除。不能照办的，我们会说明理由；您可以依法向人民法院起诉，也可以向履行个人信息保护职责的部门投诉。</li>
</ul>`;

const CHILDREN = html`<h2>未满14周岁的孩子</h2>
<p>请由父母或者其他监护人提交，或者经他们同意后提交。我们不询问年龄；监护人发现孩子自行提交的，可以按上面的办法要求删除。</p>`;

const THIS_SITE = html`<h2>这个网页</h2>
<ul>
<li>不使用Cookie，不用别家的统计、地图和字体，不要求注册。</li>
<li>“用我现在的位置”只在您点了以后才取一次位置，可以不用。</li>
<li>为防止恶意刷屏，会按网络地址的一小段摘要计数，几天之内删除；从它认不出您。</li>
</ul>`;
