import { TOKENS } from './colours';

const variables = Object.entries(TOKENS)
  .map(([name, value]) => `--${name}:${value}`)
  .join(';');

const PAGE = `
*{box-sizing:border-box}
html{background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif;color-scheme:light;overflow-wrap:anywhere}
body{max-width:1040px;margin:0 auto;padding:48px 56px;background:var(--surface)}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
h1{margin:0;font-size:32px;letter-spacing:-.01em}
h2{margin:56px 0 16px;padding-top:12px;border-top:3px solid var(--accent);font-size:22px}
h3{margin:32px 0 10px;font-size:17px}
h4{margin:22px 0 8px;font-size:15px}
p{margin:0 0 12px;max-width:76ch}
ul{margin:0 0 12px;padding-left:20px}
li{margin:0 0 4px}
a{color:var(--accent)}
code{display:block;color:var(--muted);font:11px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;word-break:break-all}
mark{padding:1px 5px;border-radius:4px;background:var(--warn-soft);color:var(--warn);font-size:.92em}
footer{margin-top:48px;padding-top:12px;border-top:1px solid var(--line);color:var(--muted);font-size:13px}
.kind{margin:0 0 6px;color:var(--accent);font-size:13px;font-weight:600;letter-spacing:.08em;text-transform:uppercase}
.lead{margin-top:10px;color:var(--muted);font-size:17px}
.partial{padding:10px 14px;border-left:4px solid var(--warn);background:var(--warn-soft);color:var(--warn)}
.question{padding:14px 18px;border-left:4px solid var(--accent);background:var(--accent-soft);font-size:18px;max-width:none}
.answers{padding:0;list-style:none}
.answers li{margin-bottom:8px}
.note,figcaption{color:var(--muted);font-size:13px}
.small{font-size:13px}
.words{display:block;color:var(--muted);font-size:12px;font-weight:400;line-height:1.35}
nav ol{display:flex;flex-wrap:wrap;gap:4px 18px;margin:22px 0 0;padding:12px 0 0;border-top:1px solid var(--line);list-style:none;font-size:14px}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
`;

const TABLES = `
.scroll{margin:0 0 20px;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13.5px;line-height:1.4}
caption{padding:0 0 6px;font-weight:600;text-align:left}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}
thead th{border-bottom:2px solid var(--line-strong);color:var(--muted);font-weight:600;font-size:12.5px;vertical-align:bottom}
tbody th{min-width:11ch;font-weight:500;overflow-wrap:break-word}
td:last-child,th:last-child{padding-right:0}
.number{text-align:right}
.number + td:not(.number),.number + th:not(.number){padding-left:10px}
.named{display:inline-flex;align-items:baseline;gap:4px}
.pen{flex:none}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}
.change{display:block}
.change .n{font-weight:600}
.change .words{min-width:13ch}
.change.better .n{color:var(--accent)}
.change.worse .n{color:var(--bad)}
.change.same .n{color:var(--muted);font-weight:400}
dl{display:grid;grid-template-columns:1fr 1fr;gap:10px 32px;margin:0 0 20px}
dl div{padding-bottom:8px;border-bottom:1px solid var(--line)}
dt{color:var(--muted);font-size:13px}
dd{margin:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 32px;align-items:start}
`;

const PICTURES = `
figure{margin:0 0 20px}
figcaption{margin-top:6px}
svg{display:inline-block;vertical-align:-1px}
.maps{display:grid;grid-template-columns:1fr 1fr;gap:20px}
.maps figure:only-child{grid-column:1/-1}
.map{display:block;width:100%;border:1px solid var(--line);border-radius:6px}
.chart,.bar{display:block;width:100%}
.bar{height:22px;margin-bottom:10px;border-radius:4px}
svg text{font-family:inherit;fill:var(--text)}
.axis{font-size:11px;fill:var(--muted)}
.limit{font-size:11px;fill:var(--bad);paint-order:stroke;stroke:var(--surface);stroke-width:2.5px}
.scale{font-size:17px}
.casing{stroke:var(--casing)}
.station{stroke:var(--casing);stroke-width:2}
.station-name{font-size:19px;font-weight:600;paint-order:stroke;stroke:var(--surface);stroke-width:5px;stroke-linejoin:round}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 10px;padding:0;list-style:none;font-size:13px}
.legend li{margin:0}
.swatch{margin-right:6px;vertical-align:-2px}
.pen{margin-right:2px;vertical-align:1px}
`;

const OTHER_MEDIA = `
@media screen and (max-width:720px){body{padding:24px 18px}.maps,.pair,dl{grid-template-columns:1fr}}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) ' / ' counter(pages);color:${TOKENS.muted};font:9pt system-ui,sans-serif}}
@media print{
html{background:none;font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:none;padding:0}
h1{font-size:22pt}
h2{margin-top:26pt;font-size:15pt}
h3{font-size:11.5pt}
h4{font-size:10pt}
nav{display:none}
a{color:inherit}
.lead,.question{font-size:11.5pt}
table{font-size:8pt}
thead th,.words,.note,figcaption,.small,.legend,dt,footer{font-size:7.5pt}
code{font-size:6.5pt}
.scroll{overflow:visible}
h2,h3,h4,caption{break-after:avoid}
figure,tr,dl div,.explained .bar{break-inside:avoid}
thead{display:table-header-group}
p,li{orphans:3;widows:3}
}
`;

/** Screen first, then paper; in the app's own colours. */
export const styleSheet = (): string => `:root{${variables}}${PAGE}${TABLES}${PICTURES}${OTHER_MEDIA}`;
