/** Colours that stay apart for the common kinds of colour blindness, each at least 4.5:1 on its paper. */
const LIGHT = `
  --paper: #ffffff; --raised: #f6f7f9; --ink: #1c2330; --quiet: #566070; --rule: #d5dae2; --link: #0a5a9c;
  --agrees: #00639c; --differs: #b3400a; --reopened: #8a2d6b; --unsourced: #6b5900; --accepted: #5c4a86; --ticked: #00604a;
  --mark: #fdf0b8;`;

const DARK = `
  --paper: #15191f; --raised: #1d232b; --ink: #e4e8ee; --quiet: #a3adba; --rule: #38414d; --link: #7cc0f5;
  --agrees: #74bdf0; --differs: #ff9e64; --reopened: #ee9fd0; --unsourced: #dcc457; --accepted: #b9a7e8; --ticked: #6fd3b2;
  --mark: #4d4414;`;

/** For a page of its own: follows the system. */
const PAGE_THEME = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }`;

/** For a view of the editor: follows its theme, which need not be that of the system. */
const EDITOR_THEME = `
body { ${LIGHT} --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground); --link: var(--vscode-textLink-foreground); }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { ${DARK} --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground); --link: var(--vscode-textLink-foreground); }`;

const STATES = ['agrees', 'differs', 'reopened', 'unsourced', 'accepted', 'ticked'] as const;

/** Each state has its own line under the words, so that it can be told without colour. */
const LINE: Readonly<Record<(typeof STATES)[number], string>> = {
  agrees: 'solid 1px',
  differs: 'wavy 2px',
  reopened: 'dashed 2px',
  unsourced: 'dotted 2px',
  accepted: 'dashed 1px',
  ticked: 'double 2px',
};

const stateRules = STATES.map(
  (state) => `
.${state} { --state: var(--${state}); }
mark.${state} { text-decoration: underline ${LINE[state]} var(--${state}); }`,
).join('');

const LAYOUT = `
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 78rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
h1, h2, th, .meta, .key, .note .head, .note footer, nav, .state, .n, caption, .skip { font-family: system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
p { margin: .4rem 0; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }
.note:target, li.line:target { outline: 2px solid var(--link); outline-offset: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.meta { color: var(--quiet); font-size: .85rem; }
.total { font-size: 1.2rem; }
.ended { border: 2px solid var(--differs); padding: .5rem .8rem; font-weight: 600; }
.sum { font-family: ui-monospace, Consolas, monospace; font-size: .75rem; overflow-wrap: anywhere; }
nav ul, .key { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; padding: 0; margin: .75rem 0; font-size: .9rem; }
.bar { display: block; width: 100%; height: 1.1rem; margin: 1rem 0 .5rem; border: 1px solid var(--rule); }
.bar .agrees { fill: var(--agrees); } .bar .differs { fill: var(--differs); } .bar .reopened { fill: var(--reopened); }
.bar .unsourced { fill: var(--unsourced); } .bar .accepted { fill: var(--accepted); } .bar .ticked { fill: var(--ticked); }
.state { color: var(--state); font-weight: 600; white-space: nowrap; }
mark { background: none; color: inherit; text-decoration-skip-ink: none; text-underline-offset: .2em; }
.evidence mark { background: var(--mark); text-decoration: underline 1px; font-weight: 600; }
sup { line-height: 0; font-size: .7em; }
sup a { text-decoration: none; font-family: system-ui, sans-serif; font-weight: 600; color: var(--state); padding: 0 .1em; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { text-align: left; color: var(--quiet); font-size: .85rem; padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--rule); }
th { font-size: .8rem; color: var(--quiet); font-weight: 600; }
th { overflow-wrap: normal; white-space: nowrap; }
ol.draft { list-style: none; margin: 0; padding: 0; }
li.line { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 0 2rem; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
li.line.bare { padding: .3rem 0; border-bottom-style: dotted; }
.text { display: grid; grid-template-columns: 3rem minmax(0, 1fr); align-self: start; font-size: 1.06rem; }
.text p { margin: 0; white-space: pre-wrap; }
.text p mark { padding: 0; }
.n { color: var(--quiet); font-size: .75rem; padding-top: .35rem; }
.notes ul { list-style: none; margin: 0; padding: 0; }
.note { border-left: 4px solid var(--state); padding: .05rem 0 .05rem .7rem; margin: 0 0 .4rem; }
.note .head { margin: 0; font-size: .88rem; }
.note .head b { font-size: 1rem; }
.note .why { margin: .15rem 0; }
.kind { color: var(--quiet); }
.evidence { margin: .35rem 0; padding: .35rem .7rem; background: var(--raised); font-size: .92rem; }
.evidence p { margin: 0; }
.evidence footer { color: var(--quiet); font-size: .8rem; }
.evidence cite { font-style: normal; }
.person, .also { font-size: .85rem; margin: .1rem 0; }
.also { color: var(--quiet); }
@media (min-width: 52.01rem) { .text { position: sticky; top: 1rem; } }
@media (max-width: 40rem) { thead { position: absolute; left: -99rem; } table, tbody, tr, caption { display: block; } tr { padding: .5rem 0; border-bottom: 1px solid var(--rule); } td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .5rem; padding: .1rem 0; border: 0; } td::before { content: attr(data-head); color: var(--quiet); font: .8rem system-ui, sans-serif; padding-top: .2rem; } }
@media (max-width: 52rem) { li.line { grid-template-columns: minmax(0, 1fr); gap: .6rem; } .notes { padding-left: 1rem; } .text { grid-template-columns: 2.2rem minmax(0, 1fr); } }`;

const PRINT = `
@page { margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; } }
@media print {
  :root, body, body.vscode-dark { color-scheme: light; ${LIGHT} }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav, .skip { display: none; }
  .text { position: static; }
  h2 { break-after: avoid; }
  .note, .evidence, tr, .key { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  li.line { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 0 1.2rem; }
  .bar, .evidence, .evidence mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

/** The style sheet of the report, for a page of its own or for a view of the editor. */
export const reportStyle = (place: 'page' | 'editor'): string =>
  `${place === 'page' ? PAGE_THEME : EDITOR_THEME}${stateRules}${LAYOUT}${PRINT}\n`;
