import { html } from './html.ts';
import type { Page } from './page.ts';

/** 隐私说明: what is kept, who sees it, and for how long as far as the province's settings say. */
export const privacyPage = ({ name, evidenceDays, logDays }: PrivacySettings): Page => ({
  title: '隐私说明',
  path: '/privacy',
  freshSeconds: 3_600,
  main: html`<h1>隐私说明</h1>
<p>这个页面由${name}生态环境投诉受理系统提供。《中华人民共和国环境保护法》第五十七条规定，接受举报的机关应当对举报人的相关信息予以保密，保护举报人的合法权益。</p>
<h2>我们保存什么</h2>
<ul>
<li>您写的投诉内容、地点、投诉对象和时间。</li>
<li>您留下的称呼、电话、邮箱。选择匿名的，一样也不保存，写了也不保存。</li>
<li>您上传的照片。照片里的拍摄地点、手机型号等信息会先去除；拍摄时间作为证据保留。拍摄地点只有您点了“用作投诉地点”才保存。HEIC格式的照片只能去除拍摄地点，其余原样保存。</li>
</ul>
<h2>谁能看到</h2>
<ul>
<li>承办投诉的工作人员能看到投诉内容和照片，看不到您的联系方式；需要联系您时，由系统发送通知。</li>
<li>被投诉的一方和其他人看不到。查询页面要同时输入受理编号和查询码，页面上不显示您的姓名、联系方式和投诉原文。</li>
</ul>
<h2>保存多久</h2>
<ul>
<li>投诉内容和联系方式：随办理档案保存，期限由省级部门规定。</li>
<li>照片等证据：${evidenceDays}天。</li>
<li>没有附到投诉里的上传、去除信息之前的原图：最多3天。</li>
<li>系统运行记录：${logDays}天，其中没有您写的内容、联系方式和网络地址。</li>
</ul>
<h2>这个网页</h2>
<ul>
<li>不使用Cookie，不用别家的统计、地图和字体，不要求注册。</li>
<li>“用我现在的位置”只在您点了以后才取一次位置，可以不用。</li>
<li>为防止恶意刷屏，会按网络地址的一小段摘要计数，几天之内删除；从它认不出您。</li>
</ul>`,
});

export interface PrivacySettings {
  readonly name: string;
  readonly evidenceDays: number;
  readonly logDays: number;
}
