/** Colours as variables, so that both themes and paper differ in them alone. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#5a5d66;--paper:#fff;--line:#8d919b;--thin:#d5d7dd;--head:#eef0f4;--link:#0b57a4;
--added:#dff2e4;--deleted:#fbe3e0;--changed:#fff4d6;--up:#1f6fb2;--down:#b4541a}
@media (prefers-color-scheme:dark){:root{--ink:#e7e8ec;--soft:#a9adb8;--paper:#17181c;--line:#777c88;--thin:#3a3d45;--head:#24262d;--link:#8fc1ff;
--added:#183d27;--deleted:#4a211d;--changed:#40350f;--up:#6db3f2;--down:#f0a064}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:80rem;background:var(--paper);color:var(--ink);
font:1rem/1.7 "Hiragino Sans","Yu Gothic","Noto Sans CJK JP","Noto Sans JP",sans-serif}
h1{font-size:1.4rem;line-height:1.4;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--line)}
p{margin:0}.files,.legend{color:var(--soft);font-size:.875rem;font-weight:400}.text{margin:.75rem 0}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;width:100%;min-width:36rem}
caption.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{border:1px solid var(--thin);padding:.3rem .5rem;text-align:start;vertical-align:top;font-weight:400;overflow-wrap:break-word}
thead th{background:var(--head);font-weight:600;text-align:center}
thead{border-block:2px solid var(--line)}
tbody th{font-weight:600}
.end{text-align:end;font-variant-numeric:tabular-nums}.center{text-align:center}
.wide th,.wide td{padding-inline:.25rem;font-size:.875rem}
.tall thead th{vertical-align:bottom}.tall thead th.center{padding:.5rem .1rem}.tall thead th.center span{display:inline-block;writing-mode:vertical-rl}
.contrast{table-layout:fixed;border:1px solid var(--line)}
.contrast th,.contrast td,.places td{overflow-wrap:anywhere}
.contrast th,.contrast td{border-inline:1px solid var(--line);border-block:0;padding:.1rem .75rem}
.contrast tbody{border-block:1px solid var(--line)}
.contrast tbody tr:first-child>*{padding-top:.5rem}.contrast tbody tr:last-child>*{padding-bottom:.5rem}
.contrast td p{text-indent:-1em;padding-inline-start:1em}
.contrast td p.i1{padding-inline-start:2em}.contrast td p.i2{padding-inline-start:3em}.contrast td p.i3{padding-inline-start:4em}
.contrast td p.i4{padding-inline-start:5em}.contrast td p.i5{padding-inline-start:6em}
.contrast tbody th{background:var(--head)}
ins,del{text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:var(--weight,1px)}
ins.double,del.double{text-decoration-style:double}
ins.frame,del.frame{text-decoration:none;border:2.5px solid currentcolor;padding-inline:.15em}
ins{background:var(--added)}del{background:var(--deleted)}
.added,.joined{background:var(--added)}.deleted,.left{background:var(--deleted)}.changed{background:var(--changed)}
.up{color:var(--up)}.down{color:var(--down)}
a{color:var(--link);text-decoration:none}a:hover,a:focus-visible{outline:2px solid var(--link);outline-offset:1px}
td a,th a{color:inherit;border-bottom:1px dotted var(--soft)}.contrast td a{border-bottom:0}
figure{margin:.75rem 0}svg{display:block;max-width:100%;height:auto}svg text{fill:var(--ink);font-size:13px}
svg .axis{stroke:var(--line)}svg .bar-up{fill:var(--up)}svg .bar-down{fill:var(--down)}svg .soft{fill:var(--soft)}
.places td{font-size:.875rem}.places mark{background:var(--changed);color:inherit}:target{outline:2px solid var(--link)}
@page{size:A4 landscape;margin:12mm}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--line:#000;--thin:#777;--head:#eee;--link:#000;
--added:transparent;--deleted:transparent;--changed:transparent;--up:#333;--down:#888}
body{max-width:none;padding:0;font-size:10pt;line-height:1.5}.scroll{overflow:visible}table{min-width:0}
tr,figure{break-inside:avoid}h2,caption{break-after:avoid}thead{display:table-header-group}td a,th a{border:0}.places{display:none}}
`
