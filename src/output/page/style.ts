/** The look of a page and of what is drawn in it: light and dark, on screens and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --page: #fff; --panel: #f6f7f9; --line: #d5dae0;
  --link: #0a58a8; --entity: #1f6feb; --date: #1a7f37; --location: #b35900; --event: #8250df; --topic: #bf3989;
  --sea: #eaf1f7; --land: #fbfaf7; --border: #b9c0c8; --wash: 14%; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --quiet: #a1abb6; --page: #14171b; --panel: #1d2126;
  --line: #3a414a; --link: #8ec1ff; --entity: #6ea8fe; --date: #5fce84; --location: #f0a35a; --event: #c39bff;
  --topic: #f58ac6; --sea: #17222c; --land: #2a3037; --border: #56606b; --wash: 24%; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.6 system-ui, "Segoe UI", sans-serif; }
a { color: var(--link); text-underline-offset: .15em; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .5rem; }
h4 { font-size: .95rem; line-height: 1.35; margin: 0 0 .3rem; }
.sheet { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.2rem 4rem; }
.quiet, .type, .source, .none { color: var(--quiet); font-weight: normal; }
.type, .source { font-size: .85em; }
.warnings { border-left: 4px solid var(--location); padding-left: .8rem; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .8rem 0; padding: 0; border: 0; }
.legend label { display: inline-flex; align-items: center; gap: .4em; cursor: pointer; }
.story { font-size: 1.05rem; line-height: 2.1; overflow-wrap: anywhere; }
.story p { margin: 0 0 .8rem; }
mark { color: inherit; background: color-mix(in srgb, var(--tone) var(--wash), transparent);
  border-bottom: 2px var(--stroke) var(--tone); padding-bottom: 0; border-radius: 2px 2px 0 0; }
mark.h1 { padding-bottom: 3px; } mark.h2 { padding-bottom: 6px; } mark.h3 { padding-bottom: 9px; } mark.h4 { padding-bottom: 12px; }
mark a { color: inherit; text-decoration: underline 1px var(--tone); text-underline-offset: .2em; }
.entity { --tone: var(--entity); --stroke: solid; } .date { --tone: var(--date); --stroke: dotted; }
.location { --tone: var(--location); --stroke: double; } .event { --tone: var(--event); --stroke: dashed; }
.topic { --tone: var(--topic); --stroke: solid; }
mark.location { border-bottom-width: 3px; }
mark.topic, mark.event { background: none; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.scroll { overflow-x: auto; }
.scroll table { min-width: 42rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem .45rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; font-size: .85rem; }
td ul { margin: 0; padding-left: 1.1rem; }
table.agenda, table.places { table-layout: fixed; }
.agenda th:nth-child(3), .agenda th:nth-child(4) { width: 14%; } .agenda th:nth-child(5) { width: 36%; }
.number { text-align: right; }
.status { font-size: .78rem; font-weight: normal; padding: .05em .5em; border-radius: 1em; border: 1px solid var(--line); white-space: nowrap; }
.cancelled, .refused { text-decoration: line-through; }
.planned { border-style: dashed; }
.timeline .track { position: relative; width: 45%; min-width: 14rem; padding: 0; }
.timeline .track + * { padding-left: 1rem; }
.timeline th[scope=row] { white-space: nowrap; font-variant-numeric: tabular-nums; }
.timeline thead .quiet { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
.timeline td.track { background: linear-gradient(var(--border), var(--border)) var(--middle) 0 / 1px 100% no-repeat,
  linear-gradient(var(--line), var(--line)) 0 50% / 100% 1px no-repeat; }
.bar { position: absolute; top: calc(50% - .35rem); height: .7rem; min-width: .45rem; border-radius: .35rem; background: var(--date); }
.tick { position: absolute; bottom: .45rem; transform: translateX(-50%); white-space: nowrap; font-weight: normal; }
.tick.low { transform: none; } .tick.high { transform: translateX(-100%); }
.map { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; margin-bottom: .8rem; }
.map .sea { fill: var(--sea); } .map .land { fill: var(--land); } .map .grid { fill: none; stroke: var(--line); stroke-width: .5; }
.map .border { fill: none; stroke: var(--border); stroke-width: .7; }
.map .named { fill: color-mix(in srgb, var(--location) 30%, var(--land)); }
.map circle { fill: color-mix(in srgb, var(--location) 75%, transparent); stroke: var(--page); stroke-width: 1; }
.map circle.associative { fill: none; stroke: var(--location); stroke-width: 2; }
.map text { font: 11px system-ui, sans-serif; fill: var(--ink); paint-order: stroke; stroke: var(--page); stroke-width: 2.5px; stroke-opacity: .75; }
.map .country { font-weight: 600; letter-spacing: .02em; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .7rem; align-items: start; }
.cards h3 { grid-column: 1 / -1; margin: 1rem 0 0; }
.card { border: 1px solid var(--line); border-left: 4px var(--stroke) var(--tone); border-radius: 4px; padding: .6rem .8rem;
  background: var(--panel); font-size: .88rem; line-height: 1.45; overflow-wrap: anywhere; scroll-margin-top: 1rem; }
.card:target { outline: 3px solid var(--tone); }
.card dl, .card ul { margin: 0; }
.card dl { line-height: 1.5rem; }
.card dl div { display: grid; grid-template-columns: 6.2rem 1fr; gap: .4rem; }
.card dt { color: var(--quiet); } .card dd { margin: 0; }
.card ul, .card details { margin-top: .3rem; }
.card ul { padding-left: 1.1rem; }
.card summary { color: var(--quiet); cursor: pointer; line-height: 1.5rem; }
#at-hand { position: absolute; z-index: 2; width: min(23rem, calc(100vw - 16px)); max-height: 60vh; overflow: auto; display: grid; gap: .3rem;
  padding: .3rem; background: var(--page); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 6px 24px #0004; }
#at-hand[hidden] { display: none; }
${['entity', 'date', 'location', 'event', 'topic'].map((layer) => `.legend:has(#show-${layer}:not(:checked)) ~ .story mark.${layer}`).join(',\n')} {
  background: none; border-color: transparent; }
@media print { .sheet { max-width: none; padding: 0; } .legend input, #at-hand { display: none; }
  .scroll { overflow: visible; }
  .card, tr, .map { break-inside: avoid; } h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  mark, .bar, .map { print-color-adjust: exact; } a { color: inherit; } }
`.trim()
