// Words of reports of sport, data only.

import { words } from '../base/word-list.ts'

/** Words of sport alone. */
export const sportWords =
  words(`soccer football cricket baseball basketball hockey rugby volleyball handball nba nfl nhl mlb uefa
  innings inning wicket wickets homer homers touchdown touchdowns goalkeeper midfielder batsman bowler pitcher quarterback
  shutout playoff playoffs halftime half-time scorers kickoff semifinal semifinals quarterfinal quarterfinals semi-final
  semi-finals quarter-final quarter-finals relegation winless equaliser equalizer home-run`)

/** Words of sport and of other things: one of them beside one of sport alone, and a story reports sport. */
export const maybeSportWords =
  words(`league standings championship championships cup striker knockout penalties promotion
  unbeaten runner-up`)

/** Who plays or leads for a team whose name stands before: "Surrey captain Chris Lewis". */
export const players =
  words(`captain skipper striker goalkeeper keeper midfielder defender forward winger batsman bowler wicketkeeper
  all-rounder opener pitcher catcher shortstop outfielder infielder quarterback linebacker receiver cornerback
  guard center centre fly-half scrum-half lock prop hooker manager coach player players fans supporters bullpen
  starter reliever rookie star ace`)

/** What one team does to another, before its name. */
export const overTeam =
  words(`v vs versus against beat beats beating defeat defeats defeated defeating down downed edge edged thrash thrashed
  crush crushed rout routed host hosts hosted trounced hammered stunned dismiss dismissed bowling bowled
  eliminated relegated champions leaders rivals neighbours strugglers newcomers`)

/** What a team does, behind its name. */
export const teamDoes =
  words(`beat beats defeated won lost drew scored led leads lead trailed trail hosts hosted needed face faces faced
  routed edged downed thrashed crushed clinched rallied snapped swept equalised equalized`)

/** Verbs by which a sentence with a score tells who won, and nouns. */
export const resultVerbs = words(
  `beat beats beaten wins won loses lost drew defeated thrashed edged downed routed crushed hammered stunned trounced fell
  outclassed overcame`,
)
export const resultNouns = words('win victory defeat loss draw lose rout thrashing')

/** What stands between a score and the other team: "won 2-1 at Derby". */
export const beforeOpponent = words('at to with against by over from past')

/** Who else counts two sides against each other. */
export const countsVotes =
  words(`vote votes voted voting ruled ruling court jury senate congress lawmakers council committee panel justices
  judges mps bill ballot majority`)
