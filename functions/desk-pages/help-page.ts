import { type Html, html } from '../shared/pages/html.ts';

/** 帮助: what a new colleague needs on the first morning. */
export const helpPage = (): Html => html`<h1>第一次用？看这一页就够</h1>
<div class="card prose"><h2>一天怎么过</h2>
<ol>
<li>打开<a href="/desk">工作台</a>：最紧的时限排在最前面，红色是已超期，橙色是三日内到期。</li>
<li>点开一件：最上面写着状态、主办单位、下一时限和为什么是这一天。</li>
<li>往下看来信原文和附件，再看分类和地点对不对。</li>
</ol></div>
<div class="card prose"><h2>跟着走一遍</h2>
<p>在演示省里每一步都可以真做，做错了也没关系；在正式环境里，只看不点“确认”。</p>
<ol>
<li><a href="/desk?scope=organ&amp;tab=overdue">看已超期的</a>：超期的原因和下一步写在每一件里。</li>
<li><a href="/desk?scope=organ&amp;tab=open&amp;status=registered">看待受理的</a>：打开最上面一件，点“受理”，先看信访人会收到的原话，再确认。</li>
<li><a href="/desk?scope=organ&amp;tab=open">勾选几件</a>，在列表底部选“分办”，一次分给一位同事，每件都有结果。</li>
<li><a href="/desk?scope=mine&amp;tab=open">看本人经办的</a>：打开一件，点“登记现场核查”，可以先传照片，已写的内容不会丢。</li>
<li><a href="/desk?scope=review&amp;tab=open">看待本单位审核的</a>：打开最上面一件，用“下一件”逐件看；审核一件，自动到下一件。</li>
<li>把常看的条件存成<a href="/desk/lists">常用列表</a>；明天不在，到<a href="/desk/roster">通讯录</a>点一下。</li>
</ol></div>
<div class="card prose"><h2>各页做什么</h2>
<dl class="facts">
<dt>录入</dt><dd>群众来信、来访、来电，代为登记；扫描件、照片可以一起传，打印回执交给来人。</dd>
<dt>接访</dt><dd>领导接访日的安排：几点、哪一件、几个人，打印一张A4带到现场；结果在各件里登记，当天做了什么会显示在表上。</dd>
<dt>通讯录</dt><dd>本单位和上下级的人；明天不在，点一下。哪些<a href="/desk/digests">汇总</a>发给您、用邮件还是短信，也在这里设置。</dd>
<dt>拆分</dt><dd>一封信说了几件事，由几个单位办：打开事项，点“拆分”，先写第几句是哪一部分，再写各由谁办。</dd>
<dt>查阅记录、封存核对</dt><dd>只有审计人员能看：谁看过什么；每天的登记总账有没有被改过。</dd>
</dl></div>
<div class="card"><h2>时限怎么算</h2>
<p>“日”是自然日，节假日也算在内；“个工作日”才跳过节假日。收到当天不算，最后一天到24:00。每件的页面上都写着依据和逐日的算法。</p></div>
<div class="card"><h2>谁看不到信访人是谁</h2>
<p>姓名、电话、微信等只用来送达答复，不显示在这里。来信正文里写到的人和事，只供办理用，请不要外传，更不能转给被反映的单位和个人。</p></div>
<div class="card" id="keys"><h2>键盘</h2>
<p class="hint">正在输入时，这些键就是字。</p>
<dl class="facts"><dt>j　k</dt><dd>列表里到下一行、上一行，回车打开；从列表打开的事项里，到下一件、上一件</dd><dt>/</dt><dd>列表里打开“查找、筛选”，到搜索框</dd><dt>?</dt><dd>打开这里</dd><dt>Tab、回车</dt><dd>没有脚本时，所有操作都可以这样完成</dd></dl></div>`;
