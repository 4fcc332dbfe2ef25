/** The look of a page and of what is drawn in it: light and dark, on screens and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --page: #fff; --panel: #f6f7f9; --line: #d5dae0;
  --link: #0a58a8; --entity: #1f6feb; --date: #1a7f37; --location: #b35900; --event: #8250df; --topic: #bf3989;
  --sea: #e3edf5; --land: #fbfaf7; --border: #b9c0c8; --spot: #8a3d00; --wash: 14%; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --quiet: #a1abb6; --page: #14171b; --panel: #1d2126;
  --line: #3a414a; --link: #8ec1ff; --entity: #6ea8fe; --date: #5fce84; --location: #f0a35a; --event: #c39bff;
  --topic: #f58ac6; --sea: #17222c; --land: #2a3037; --border: #56606b; --spot: #ffc48a; --wash: 24%; } }
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
.story { max-width: 46rem; font-size: 1.05rem; line-height: 2.1; overflow-wrap: anywhere; }
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
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .8rem 0 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .2rem 0; }
q { quotes: none; }
.status { font-size: .78rem; font-weight: normal; padding: .05em .5em; border-radius: 1em; border: 1px solid var(--line); white-space: nowrap; }
.cancelled .type, .status.refused { text-decoration: line-through; }
.status.planned { border-style: dashed; }
.plans { columns: 19rem; column-gap: .8rem; }
.plan { break-inside: avoid; margin-bottom: .8rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: .8rem; align-items: start; }
.plan { border: 1px solid var(--line); border-top: 4px solid var(--event); border-radius: 6px; padding: .7rem .9rem .8rem; background: var(--panel);
  font-size: .95rem; line-height: 1.45; overflow-wrap: anywhere; }
.plan.planned { border-top-style: dashed; } .plan.cancelled { border-top-color: var(--line); }
.plan h4 { font-size: 1.05rem; } .plan h4 a { display: inline-block; } .plan h4 a::first-letter { text-transform: uppercase; }
.plan dl { margin: 0 0 .5rem; line-height: 1.55rem; }
.plan dl div { display: grid; grid-template-columns: 3.6rem minmax(0, 1fr); gap: .4rem; }
.plan dt { color: var(--quiet); } .plan dd { margin: 0; } .plan ul { margin: 0; padding-left: 1.1rem; }
.plan q, .loose q { display: block; padding-left: .7rem; border-left: 2px solid var(--line); color: var(--quiet); }
.plan q b { color: var(--ink); font-weight: 600; }
.timeline q a { color: inherit; font-weight: 600; }
.save { margin: .6rem 0 0; }
.save a { display: inline-block; padding: .25rem .8rem; border: 1px solid var(--link); border-radius: 4px; text-decoration: none; }
.save a:hover { background: color-mix(in srgb, var(--link) 12%, transparent); }
.loose { padding-left: 1.1rem; } .loose li { margin-bottom: .6rem; overflow-wrap: anywhere; }
.timeline { container-type: inline-size; margin: 0; font-size: .95rem; line-height: 1.5rem; }
.timeline ul { margin: 0; padding: 0; list-style: none; }
.timeline summary { padding: .5rem 0; font-weight: 600; cursor: pointer; }
.timeline .axis, .timeline li { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 18rem) minmax(0, 1fr); gap: 0 1.2rem; margin: 0; }
.timeline li { padding: .45rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.timeline .axis { height: 1.6rem; color: var(--quiet); font-size: .8rem; }
.timeline .axis .track { grid-column: 2; }
.track { position: relative; }
.timeline li .track { background: linear-gradient(var(--border), var(--border)) var(--middle) 0 / 1px 100% no-repeat,
  linear-gradient(var(--line), var(--line)) 0 1.15rem / 100% 1px no-repeat; margin: -.45rem 0; padding: .45rem 0; }
.bar { position: absolute; top: .8rem; height: .7rem; min-width: .5rem; border-radius: .35rem; background: var(--date); transform: translateX(-1px); }
.ahead .bar { background: var(--page); border: 2px solid var(--date); }
.tick { position: absolute; bottom: 0; width: 24%; text-align: center; white-space: nowrap; }
.timeline .what { display: grid; gap: .3rem; align-content: start; }
.published { display: flex; align-items: center; gap: .8rem; margin: .8rem 0; color: var(--date); font-weight: 600; }
.published::before, .published::after { content: ""; flex: 1 0 1.5rem; border-top: 2px solid var(--date); }
.published::before { flex: 0 0 1.5rem; }
@container (max-width: 52rem) { .timeline .axis, .timeline .track { display: none; }
  .timeline li { grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); } }
@container (max-width: 36rem) { .timeline li { grid-template-columns: minmax(0, 1fr); padding-left: .8rem; border-left: 3px solid var(--date); }
  .timeline .ahead li { border-left-style: dotted; } }
.map { container-type: inline-size; max-width: 56rem; margin: 0 0 .8rem; }
.map svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
.map .sea { fill: var(--sea); } .map .land { fill: var(--land); }
.map .border { fill: none; stroke: var(--border); stroke-width: .8; }
.map .few { --shade: 22%; } .map .some { --shade: 42%; } .map .many { --shade: 64%; }
.map .named { fill: color-mix(in srgb, var(--location) var(--shade), var(--land)); }
.map circle { fill: color-mix(in srgb, var(--spot) 85%, transparent); stroke: var(--page); stroke-width: 1; }
.map circle.associative { fill: var(--page); fill-opacity: .6; stroke: var(--spot); stroke-width: 2; }
.map text { font: 12px system-ui, sans-serif; fill: var(--ink); paint-order: stroke; stroke: var(--page); stroke-width: .25em; stroke-opacity: .8; stroke-linejoin: round; }
.map .half text { font-size: 18px; } .map .narrow text { font-size: 30px; }
.map .country { font-weight: 600; }
.map .half, .map .narrow { display: none; }
@container (max-width: 44rem) { .map .wide { display: none; } .map .half { display: inline; } }
@container (max-width: 28rem) { .map .half { display: none; } .map .narrow { display: inline; } }
.map figcaption { font-size: .85rem; line-height: 1.7; }
.key { white-space: nowrap; margin-right: .8em; }
.key::before { content: ""; display: inline-block; width: 1.1em; height: .8em; margin-right: .4em; border: 1px solid var(--border); border-radius: 2px;
  background: color-mix(in srgb, var(--location) var(--shade), var(--land)); }
.key.hollow { white-space: normal; } .key.hollow::before { width: .8em; border: 2px solid var(--spot); border-radius: 50%; background: none; }
.places { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: .25rem 1.2rem; margin: 0; padding: 0; list-style: none;
  font-size: .95rem; line-height: 1.55rem; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: .85rem; }
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
  .save { display: none; }
  .card, .plan, .timeline li, .map { break-inside: avoid; } h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  mark, .bar, .map, .key { print-color-adjust: exact; } a { color: inherit; } }
`.trim()
