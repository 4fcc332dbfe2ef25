import { pageStyle } from '../../output/page/style.ts'

/** The look of the pages: that of a story's page, and what only these have. */
export const archiveStyle = `${pageStyle}
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: .6rem; top: -4rem; z-index: 3; padding: .4rem .8rem; background: var(--page); border: 1px solid var(--line); border-radius: 4px; }
.skip:focus { top: .6rem; }
html { scroll-padding-top: 1rem; }
body { overflow-wrap: break-word; }
.top { border-bottom: 1px solid var(--line); background: var(--panel); }
.top > div { max-width: 74rem; margin: 0 auto; padding: .7rem 1.2rem; display: flex; flex-wrap: wrap; gap: .5rem 1.4rem; align-items: center; }
.top a { text-decoration: none; display: inline-block; line-height: 1.8rem; } .top a:hover { text-decoration: underline; }
.top .home { font-weight: 650; color: var(--ink); max-width: 100%; }
.top nav { display: flex; gap: 0 1.1rem; }
.top nav [aria-current] { color: var(--ink); border-bottom: 2px solid var(--link); }
.top form { flex: 1 1 min(17rem, 100%); min-width: 0; display: flex; gap: .4rem; margin: 0; max-width: 34rem; margin-left: auto; }
.top input { flex: 1; min-width: 0; }
input, select, button { font: inherit; color: inherit; min-height: 2.3rem; border: 1px solid var(--field); border-radius: 6px; background: var(--page); padding: .2rem .6rem; }
button { cursor: pointer; background: var(--link); border-color: var(--link); color: var(--page); font-weight: 600; padding: .2rem 1rem; }
button:hover { filter: brightness(1.1); }
.legend input { min-height: 0; }
.sheet { max-width: 74rem; padding-top: 1.6rem; }
.lead { font-size: 1.05rem; color: var(--quiet); margin: 0 0 1.2rem; }
.none { margin: .4rem 0; }
h2 { margin-top: 1.9rem; } .columns > :first-child > h2, .columns > :first-child > section:first-child > h2 { margin-top: .4rem; }
@media (min-width: 60rem) { .columns > section > h2, .columns > div > section:first-child > h2 { margin-top: .4rem; } }
.period { color: var(--quiet); font-size: .92rem; font-weight: 650; letter-spacing: .01em; margin: 1.4rem 0 .2rem; }
.columns { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); } .columns.of-event { grid-template: "facts map" auto "sources map" 1fr / minmax(0, 1.2fr) minmax(0, 1fr); } .of-event > :nth-child(2) { grid-area: map; } .of-event > :last-child { grid-column: 1; } }
.events, .quotations, .stories, .names, .company, .bars, .topics { list-style: none; margin: 0; padding: 0; }
.events > li + li { border-top: 1px solid var(--line); }
.entry { display: grid; grid-template-columns: 4.6rem minmax(0, 1fr); gap: 0 1rem; padding: .9rem 0; }
.entry :is(h2, h3, h4) { color: inherit; font-size: 1.02rem; font-weight: 650; line-height: 1.45; margin: 0 0 .15rem; letter-spacing: 0; }
.entry :is(h2, h3, h4) a { text-decoration-color: transparent; } .entry :is(h2, h3, h4) a:hover { text-decoration-color: currentcolor; }
.entry p { margin: 0 0 .25rem; }
.leaf { align-self: start; margin: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); text-align: center; line-height: 1.25; font-size: .78rem; color: var(--quiet); overflow: hidden; padding: .35rem .2rem; }
.leaf a { display: block; color: inherit; text-decoration: none; margin: -.35rem -.2rem; padding: .35rem .2rem; } .leaf a:hover { background: var(--line); }
.leaf a:focus-visible { outline-offset: -3px; }
.leaf b, .leaf span:not(.hidden) { display: block; } .leaf b { font-size: 1.5rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; } .leaf b.span { font-size: 1.15rem; line-height: 1.55; }
.entry[data-status=planned] .leaf { border-style: dashed; border-color: var(--event); }
.entry[data-status=cancelled] .leaf b { text-decoration: line-through; }
.badge { display: inline-block; font-size: .76rem; font-weight: 500; line-height: 1.35; padding: .05em .6em; border-radius: 1em; border: 1px solid var(--line); color: var(--quiet); white-space: nowrap; }
.badge[data-status=planned] { border: 1px dashed var(--event); color: var(--event); }
.badge[data-status=ongoing] { border-color: var(--date); color: var(--date); }
.badge[data-status=cancelled], .badge[data-status=refused] { text-decoration: line-through; }
.who { font-weight: 500; }
.short .entry { padding: .65rem 0; } .short .leaf b { font-size: 1.15rem; }
.facts { margin: 0 0 .4rem; } .facts div { display: grid; grid-template-columns: 4.2rem minmax(0, 1fr); gap: .6rem; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; }
main p a, main dd a, :is(.names, .topics, .company, .stories) > li > a { padding-block: .12rem; }
.quotation { margin: .35rem 0 .5rem; padding-left: .8rem; border-left: 3px solid var(--line); }
.quotation blockquote, .quotation p { margin: 0; }
.quotation blockquote p::before { content: "“"; } .quotation blockquote p::after { content: "”"; }
.entry .quotation { font-size: .92rem; }
.quotation figcaption, .more { font-size: .85rem; color: var(--quiet); line-height: 1.75; }
.quotations .quotation { margin: 0 0 1.1rem; }
.stories > li { padding: .5rem 0; } .stories > li + li { border-top: 1px solid var(--line); }
.stories p { margin: 0; font-size: .88rem; } .stories .snippet { font-size: .95rem; }
.hit { background: color-mix(in srgb, var(--date) 22%, transparent); border: 0; border-radius: 2px; }
.names > li, .topics > li { padding: .16rem 0; }
.names { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0 1.4rem; }
.company > li { padding: .3rem 0; }
.company svg { display: block; width: 100%; height: .35rem; background: var(--panel); border-radius: 3px; } .company rect { fill: var(--entity); }
.bars { display: flex; gap: 3px; align-items: end; margin: .3rem 0 .8rem; border-bottom: 1px solid var(--line); }
.bars > li { flex: 1 1 0; max-width: 5rem; min-width: 0; }
.bars a, .bars li > span { display: block; padding: 0; text-align: center; font-size: .76rem; line-height: 1.5rem; color: var(--quiet); text-decoration: none; }
.bars svg { display: block; width: 100%; height: 3.4rem; } .bars rect { fill: var(--event); opacity: .75; } .bars a:hover rect { opacity: 1; } .bars a:hover { color: var(--ink); }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr)); gap: .6rem .9rem; align-items: end; margin: .4rem 0 1rem; padding: .8rem 1rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; }
.filters p { margin: 0; min-width: 0; } .filters label { display: block; font-size: .85rem; color: var(--quiet); } .filters :is(input, select) { width: 100%; min-width: 0; }
.filters .buttons { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: center; }
.choose summary { cursor: pointer; color: var(--link); line-height: 1.9rem; }
.paging { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3rem 1.5rem; margin: .6rem 0 1rem; } .paging a { line-height: 1.9rem; } .paging a[rel=next] { margin-left: auto; }
.saving { font-size: .88rem; }
.map { margin-top: .6rem; }
.fault { max-width: 40rem; } .fault h1 { font-size: 2rem; }
.foot { margin: 0; padding: 0; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; } .foot > div { max-width: 74rem; margin: 0 auto; padding: 1rem 1.2rem 2rem; } .foot a { color: inherit; }
:root { --field: #848d97; } @media screen and (prefers-color-scheme: dark) { :root { --field: #6e7781; } }
@media (max-width: 26rem) { .sheet { padding-inline: 1rem; } .entry { grid-template-columns: 3.9rem minmax(0, 1fr); gap: 0 .8rem; } .filters { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (prefers-reduced-motion: no-preference) { .leaf a, .bars rect { transition: background-color .15s, opacity .15s; } html { scroll-behavior: smooth; } }
@media print { .top form, .top nav, .skip, .filters, .choose, .paging, .saving, .foot, .legend { display: none; } .top, .leaf { background: none; } .top > div { padding: 0; } .columns { display: block; }
  .entry, .quotation, .stories > li { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
`
