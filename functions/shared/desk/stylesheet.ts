/**
 * The desk's stylesheet: one design for a phone at the factory gate and an old office computer.
 * System fonts, targets of 44 px or more, contrasts of WCAG AA; tables become cards where they would not fit.
 */
export const DESK_STYLESHEET = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#f3f5f7;color:#18222c;font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","WenQuanYi Zen Hei",sans-serif;overflow-wrap:break-word}
header{background:#12405f;color:#fff}
.band{max-width:72rem;margin:0 auto;padding:6px 16px;display:flex;flex-wrap:wrap;align-items:center;gap:0 18px}
.band a{color:#fff;text-decoration:none;display:inline-flex;align-items:center;min-height:44px}
.office{font-weight:700;font-size:1.05em}
nav ul,.tabs{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 12px}
header nav a{min-width:44px;justify-content:center}
header nav a[aria-current]{box-shadow:inset 0 -3px #fff;font-weight:700}
.who{display:flex;align-items:center;gap:10px;margin-left:auto}
.organ{display:block;font-size:.82em;line-height:1.2;color:#d5e3ee}
main{max-width:72rem;margin:0 auto;padding:8px 16px 48px}
.narrow{max-width:34rem;margin:0 auto}
h1{font-size:1.45em;line-height:1.3;margin:.6em 0 .4em}
h2{font-size:1.15em;margin:1.2em 0 .4em}
h3{font-size:1em;margin:1em 0 .2em}
p,ul,ol,dl{margin:.5em 0}
ul,ol{padding-left:1.3em}
a{color:#0b5a8a}
:where(main li>a:only-child,dd>a:only-child,td>a:only-child){display:inline-block;min-width:44px;min-height:44px;padding:9px 0}
.card,fieldset{background:#fff;border:1px solid #cbd3da;border-radius:6px;padding:12px 16px;margin:14px 0;min-width:0}
.card>h2:first-child{margin-top:0}
legend{font-weight:700;padding:0 6px}
.field{margin:12px 0}
label{display:block;font-weight:600}
.hint{display:block;color:#4b5965;font-size:.9em;font-weight:400}
input,select,textarea{font:inherit;color:inherit;width:100%;min-height:44px;padding:8px 10px;margin-top:4px;border:1px solid #66747f;border-radius:4px;background:#fff}
textarea{min-height:7em;resize:vertical}
.choice{position:relative}
.choice input{position:absolute;left:2px;top:8px;width:28px;height:28px;min-height:0;margin:0}
.choice label{padding:9px 0 9px 42px;min-height:44px}
.choice .hint{padding-left:42px}
button,.button{font:inherit;font-weight:700;display:inline-flex;align-items:center;justify-content:center;min-height:46px;padding:8px 20px;border:2px solid #12405f;border-radius:4px;background:#12405f;color:#fff;cursor:pointer;text-decoration:none;-webkit-appearance:none;appearance:none}
.second{background:#fff;color:#12405f}
.wide{width:100%}
.quiet{background:none;border:1px solid #9fb9cc;color:#fff;font-weight:400;min-height:44px;padding:6px 14px}
.row{display:flex;flex-wrap:wrap;gap:10px;align-items:center;margin:12px 0}
button[disabled]{background:#5b6873;border-color:#5b6873}
:focus{outline:3px solid #d97a00;outline-offset:2px}
.error{color:#a3160c;font-weight:600;display:block}
.wrong input,.wrong textarea,.wrong select{border:2px solid #a3160c}
.summary{border:3px solid #a3160c;background:#fff;border-radius:6px;padding:8px 16px;margin:14px 0}
.summary h2{color:#a3160c;margin-top:.2em}
.summary ul{list-style:none;padding:0}
.summary a{color:#a3160c;display:inline-block;min-height:44px;padding:8px 0}
.note{border-left:5px solid #12405f;background:#e5eef5;padding:10px 14px;margin:14px 0}
.done{border-left-color:#1b6b3a;background:#e4f3e9}
.warn{border-left-color:#b35900;background:#fdf1e3}
.tabs{gap:4px;margin:10px 0;border-bottom:2px solid #12405f}
.tabs a{display:flex;align-items:center;min-height:44px;padding:4px 14px;text-decoration:none;background:#e2e9ef;border-radius:6px 6px 0 0}
.tabs a[aria-current]{background:#12405f;color:#fff;font-weight:700}
.scopes{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 6px}
.scopes a{display:inline-flex;align-items:center;min-height:44px;padding:0 10px;text-decoration:none}
.scopes a[aria-current]{font-weight:700;box-shadow:inset 0 -3px #12405f}
.count{margin-left:6px;font-weight:700}
.tick{width:1%}
.tick label{display:flex;align-items:center;justify-content:center;width:44px;height:44px}
.tick input{width:28px;height:28px;min-height:0;margin:0}
.find .field{margin:4px 0}
.grow{flex:1 1 14rem}
.find .row{align-items:flex-end;margin:4px 0}
.tag{display:inline-block;padding:0 8px;border-radius:3px;background:#e2e9ef;font-size:.9em;margin-right:6px;white-space:nowrap}
.late{background:#a3160c;color:#fff}
.soon{background:#8a4500;color:#fff}
.news{background:#0b5a8a;color:#fff}
.calm{background:#dcefe3;color:#124d29}
table{border-collapse:collapse;width:100%;background:#fff;border:1px solid #cbd3da}
caption{text-align:left;font-weight:600;padding:6px 0}
th,td{text-align:left;vertical-align:top;padding:9px 10px;border-bottom:1px solid #dde3e8}
thead th{background:#e9eef2;white-space:nowrap}
small,.sub{display:block;color:#4b5965;font-size:.88em;font-weight:400}
tbody th>a.go,td>a:only-child{margin-top:-9px}
.prose a{display:inline;padding:0}
a.go{display:inline-block;min-height:44px;padding:9px 0;font-weight:600}
.filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:0 14px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}
.facts dt{color:#4b5965}
.facts dd{margin:0}
.top{border-top:5px solid #12405f}
.cols{display:grid;grid-template-columns:minmax(0,1fr) 19rem;grid-template-rows:auto 1fr;gap:0 20px;align-items:start}
.cols>div{grid-column:1;min-width:0}
.cols>aside{grid-column:2;grid-row:1/span 2}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 20px;align-items:start}
.acts{list-style:none;padding:0;margin:0}
.acts a{display:flex;align-items:center;min-height:44px;padding:4px 10px;border:1px solid #9fb2c1;border-radius:4px;margin:6px 0;background:#fff;text-decoration:none;font-weight:600}
.acts .hint{padding:2px 10px 6px}
summary{min-height:44px;padding:9px 0;font-weight:600;cursor:pointer}
.said{white-space:pre-wrap;background:#fbfcfd;border:1px solid #dde3e8;padding:10px 12px;margin:8px 0}
mark{background:#fff0c2;color:inherit;padding:0 1px}
.timeline{list-style:none;padding:0}
.timeline li{border-left:4px solid #12405f;padding:0 0 12px 14px;margin-left:4px}
.when{color:#4b5965;font-size:.9em;display:block}
.hash{font:.85em/1.4 Consolas,Menlo,monospace;overflow-wrap:anywhere}
.pages{display:flex;flex-wrap:wrap;gap:10px;margin:14px 0}
.sheet .qr{float:right;width:7.5rem;height:7.5rem}
.skip{position:absolute;left:-6000px}
.skip:focus{position:static;display:block;padding:10px 16px;background:#fff}
[hidden]{display:none}
@media (max-width:56rem){.cols,.pair{display:block}.cols .acts{display:grid;grid-template-columns:1fr 1fr;gap:0 8px}}
@media (max-width:44rem){
.who{margin-left:0;width:100%;justify-content:space-between}
.wrap table,.wrap caption,.wrap tbody,.wrap tr,.wrap td,.wrap th{display:block;border:0}
.wrap thead{position:absolute;left:-6000px}
.wrap table{background:none;border:0}
.wrap tr{background:#fff;border:1px solid #cbd3da;border-radius:6px;margin:10px 0;padding:8px 12px}
.wrap td,.wrap th{padding:2px 0}
.wrap th>a.go,.wrap td>a:only-child{margin-top:0}
.wrap tr{position:relative}
.wrap .tick{position:absolute;top:6px;right:6px;width:auto}
.tabs a{flex:1 1 30%;border-radius:4px;padding:4px 8px;justify-content:center}
.tabs{border-bottom:0}
.facts{display:block}
.facts dt{margin-top:6px}
.row .button,.row button{flex:1 1 100%}
.walk .button{flex:1 1 auto;padding:8px}
}
@page receipt{size:A5}
@media print{.sheet{page:receipt}header,.noprint,form,nav{display:none}body{background:#fff}.card{border:0;padding:0}}
@media (forced-colors:active){[aria-current],.tag{border:2px solid}}
`.trim();
