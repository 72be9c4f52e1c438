/** For A4, with the number of each page at its foot; on a screen it looks like its paper. */
export const STYLE = `
@page { size: A4; margin: 25mm 20mm 22mm 25mm; @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 9pt FangSong, STFangsong, serif; } }
body { font: 11pt/1.6 FangSong, STFangsong, SimSun, serif; color: #000; max-width: 165mm; margin: 0 auto; }
h1 { font: bold 20pt SimHei, STHeiti, sans-serif; text-align: center; margin: 0 0 6mm; }
h2 { font: bold 13pt SimHei, STHeiti, sans-serif; margin: 7mm 0 2mm; break-after: avoid; }
.qr { float: right; width: 30mm; height: 30mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.3mm solid #000; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { white-space: nowrap; font-weight: normal; background: #f0f0f0; }
tr, figure { break-inside: avoid; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 3mm; }
figure { margin: 0 0 4mm; }
img { max-width: 100%; max-height: 200mm; }
.indented { text-indent: 2em; }
.number { text-align: center; }
.signed { text-align: right; margin-top: 12mm; }
ul { margin: 0; padding-left: 5mm; }
`;
