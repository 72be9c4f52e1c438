/**
 * The one stylesheet, within every page: no second request on a slow line. System fonts, targets of 44 px or more,
 * contrasts of WCAG AA.
 */
export const STYLESHEET = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#f4f6f4;color:#1b2420;font:17px/1.65 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","WenQuanYi Zen Hei",sans-serif;overflow-wrap:break-word;word-wrap:break-word}
header{background:#11573c;color:#fff}
.band,main,footer>div{max-width:44rem;margin:0 auto;padding:0 16px}
.band{padding-top:14px;padding-bottom:14px}
.band a{color:#fff;text-decoration:none}
.office{font-weight:700;font-size:1.1em}
.motto{display:block;font-size:.85em;color:#d8eadf}
nav ul{list-style:none;margin:6px 0 0;padding:0}
nav li{display:inline-block;margin-right:18px}
nav a{display:inline-block;padding:9px 0;min-height:44px}
nav a[aria-current]{border-bottom:3px solid #fff;font-weight:700}
main{padding-top:8px;padding-bottom:32px}
h1{font-size:1.5em;line-height:1.3;margin:.7em 0 .4em}
h2{font-size:1.15em;margin:1.4em 0 .4em}
p,ul,ol{margin:.5em 0}
ul,ol{padding-left:1.4em}
a{color:#0b5a8a}
.card,fieldset{background:#fff;border:1px solid #c9d3cc;border-radius:8px;padding:14px 16px;margin:16px 0;min-width:0}
h1+p,.card>h2:first-child,.summary>h2{margin-top:.1em}
legend{font-weight:700;font-size:1.08em;padding:0 6px}
.field{margin:14px 0}
label{display:block;font-weight:600}
summary{min-height:44px;padding:8px 0;font-weight:600;cursor:pointer}
.hint{display:block;color:#4a5851;font-size:.9em;font-weight:400}
input,select,textarea{font:inherit;color:inherit;width:100%;max-width:100%;min-height:46px;padding:9px 10px;margin-top:4px;border:1px solid #6b7a72;border-radius:6px;background:#fff}
input[type=file]{padding:8px}
textarea{min-height:9em;resize:vertical}
.pair .field{margin:10px 0}
.choice{position:relative}
.choice input{position:absolute;left:2px;top:10px;width:26px;height:26px;min-height:0;margin:0}
.choice label{padding:10px 0 8px 40px;min-height:46px}
.choice .hint{padding-left:40px}
button,.button{font:inherit;font-weight:700;display:inline-block;min-height:48px;padding:10px 22px;border:0;border-radius:6px;background:#11573c;color:#fff;cursor:pointer;text-decoration:none;-webkit-appearance:none;appearance:none}
button+button{margin-left:10px}
button.wide{width:100%}
button.second{background:#fff;color:#11573c;border:2px solid #11573c}
button[disabled]{background:#5c6963}
:focus{outline:3px solid #1769aa;outline-offset:2px}
.error{color:#a3160c;font-weight:600}
.wrong input,.wrong textarea,.wrong select{border:2px solid #a3160c}
.summary{border:3px solid #a3160c;background:#fff;border-radius:8px;padding:10px 16px;margin:16px 0}
.summary h2{color:#a3160c}
.summary ul{list-style:none;padding:0}
.summary a{color:#a3160c;display:inline-block;min-height:44px;padding:8px 0}
.note{border-left:5px solid #11573c;background:#e6f1ea;padding:10px 14px;margin:16px 0}
.keep{text-align:center;border:3px solid #11573c}
.keep dt{font-size:1em;color:#37453e}
.keep dd{margin:0 0 10px;font:700 1.65em/1.4 Consolas,Menlo,"Courier New",monospace;letter-spacing:.04em}
.timeline{list-style:none;padding:0}
.timeline li{border-left:4px solid #11573c;padding:2px 0 12px 14px;margin-left:4px}
.timeline time,.when{display:block;color:#4a5851;font-size:.9em}
.answer{white-space:pre-wrap}
.away{position:absolute;left:-6000px;width:1px;height:1px;overflow:hidden}
footer{border-top:1px solid #c9d3cc;font-size:.9em;color:#37453e;padding:12px 0 28px}
footer a{display:inline-block;padding:9px 0;min-height:44px}
.skip{position:absolute;left:-6000px}
.skip:focus{position:static;display:block;padding:10px 16px;background:#fff;color:#0b5a8a}
[hidden]{display:none}
@media (min-width:560px){.pair:after{content:"";display:table;clear:both}.pair .field{float:left;width:48%}.pair .field+.field{margin-left:4%}}
@media print{header,footer,nav,form,.noprint{display:none}.notice{break-inside:avoid}body{background:#fff;font-size:12pt}.card{border:0;padding:0}.keep{border:2pt solid #000}}
`.trim();
