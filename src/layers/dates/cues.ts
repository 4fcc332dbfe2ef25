import { wordSet } from '../../base/word-list.ts'

/**
 * The words that say on which side of the publication the day of a clause lies. All are data: what they mean together is
 * read in `direction.ts`.
 */
export const cues = {
  /** What they speak of lies ahead. */
  future: wordSet(
    `will shall ll upcoming forthcoming scheduled rescheduled slated due planned plans plan planning expected expects
    expect soon intends intend hopes hope going wants want pending tomorrow deadline awaits await awaiting`,
  ),
  /** It may: what is reported of the past uses them as well. */
  maybe: wordSet('would may might could can must should'),
  /** Verbs of the past that do not end in -ed. */
  past: wordSet(
    `was were had did said told met held went came took made gave saw left began got found kept fell rose hit won lost sent
    spent shot led put became brought flew spoke wrote broke drew drove grew knew ran sat stood sold paid read heard
    thought fought caught bought sought taught swore threw struck stuck quit cut shut built dealt slept hurt sank shook
    wore tore stole froze chose woke rang sang drank swam hid bit ate lay lit wept fled bled sped slid spread burst beat since
    ago yesterday says reported`,
  ),
  /** Of these, those that are their own infinitive: "will cut rates". */
  uninflected: wordSet('cut shut hit put quit hurt read spread burst beat'),
  /** Before an infinitive. */
  beforeInfinitive: wordSet('will shall ll would may might could can must should to not'),
  /** Words in -ed that are no verbs of the past. */
  noParticiple: wordSet('need united indeed hundred embed seed feed speed breed exceed proceed succeed weed bleed'),
  /** Present tense that gives a timetable: "the trial begins Tuesday". */
  scheduled: wordSet(
    `begins starts opens ends closes expires arrives leaves departs flies kicks meets runs resumes convenes reconvenes
    launches premieres debuts airs reopens returns hosts visits travels lands faces heads votes decides marks turns
    celebrates holds takes goes comes continues speaks releases publishes unveils delivers addresses plays gathers tours lapses concludes finishes commences
    retires appears stands falls occurs sets gets hits drops`,
  ),
  /** The same of many: "polls close on Sunday"; it follows a plural. */
  scheduledOfMany: wordSet(
    `begin start open end close expire arrive leave depart fly kick meet clash sit defend compete perform appear choose elect pick sail ballot run resume convene reconvene launch reopen return
    visit travel vote go come gather face head hold take speak play tour finish conclude commence report`,
  ),
  scheduledProgressive: wordSet(
    `meeting visiting starting opening arriving leaving flying holding hosting returning voting travelling traveling
    speaking playing heading launching closing ending coming taking resuming gathering beginning releasing striking
    walking retiring moving performing competing stepping hearing debating electing sailing marrying getting`,
  ),
  /** The same where they come second, after what opens the clause: "The court rules Thursday", not "under tax rules". */
  scheduledAtHead: wordSet(
    `hears rules signs reports docks defends weighs considers debates sits inspects inaugurates welcomes chairs tackles
    swears weds lifts introduces sails elects ballots bids chooses picks crowns awards auctions performs competes fights
    imposes switches quits shuts`,
  ),
  /** Of these, those that are nouns before a preposition: "the police reports on Monday". */
  atHeadWithObject: wordSet('reports signs debates ballots picks crowns awards auctions fights chairs'),
  /** Present tense with its particle: "she steps down in June", "doctors walk out". */
  scheduledPhrases: new Map(
    Object.entries({
      steps: wordSet('down aside'),
      step: wordSet('down aside'),
      go: wordSet('on'),
      walks: wordSet('out'),
      walk: wordSet('out'),
      rolls: wordSet('out'),
      breaks: wordSet('up'),
      winds: wordSet('up'),
    }),
  ),
  /** Verbs of many that are no nouns: "voters in Moldova go to the polls", "Zambia play Ghana". */
  ofManyAlone: wordSet(
    'go begin arrive depart resume convene reconvene reopen gather commence play face meet take clash sit compete strike',
  ),
  /** After these an infinitive has no "to": "helped Ukraine take", "saw Messi play". */
  bareInfinitive: wordSet(
    'help helps helped helping let lets letting see sees saw seeing watch watched watching make makes made making',
  ),
  /** Of these: moved from one day to another. */
  putOff: wordSet('moved move moves moving postponed rescheduled brought pushed shifted switched delayed changed'),
  /** After "had been": it came and went. */
  meant: wordSet('due scheduled expected set planned slated supposed meant'),
  /** Of one body, and yet many: "the couple arrive on Sunday", "we play Leeds". */
  many: wordSet('we they i couple pair team squad crew'),
  /** "A man holds a flag at a rally on Sunday": the present of a caption tells what was seen. */
  seen: wordSet(
    'man woman boy girl child person protester demonstrator supporter resident soldier worker fan voter migrant',
  ),
  /** What is said to come, after "is", "are", "was": "snow is forecast for Thursday". */
  foretold: wordSet('forecast predicted pencilled penciled'),
  /** What "is" before them says has happened: "is accused of robbing a bank in May". */
  answered: wordSet('accused charged suspected convicted blamed believed thought alleged understood known'),
  /** Of the scheduled, those that are no nouns: "opened in January and closes in December". */
  neverNoun: wordSet(
    'begins opens closes expires arrives leaves departs flies resumes convenes reopens goes comes concludes finishes retires',
  ),
  /** "the results of Sunday's vote": it has been held. */
  results: wordSet('results result outcome aftermath footage video images scenes highlights'),
  /** What happens in the halves of a match, and who plays in them. */
  inMatches: wordSet(
    `scored scorer scorers scoreless goalless equalised equalized equaliser equalizer header striker midfielder midfielders
  defender defenders goalkeeper winger wingers quarterback touchdown touchdowns try-scorer referee free-kick three-pointer
  fly-half scrum-half kick-off kickoff half-time halftime matchwinner team-mate team-mates teammate teammates`,
  ),
  /** After these a verb in -s is a noun. */
  nounLead: wordSet(
    `the a an his her its their our my your this these those of in for from with and or by on at new other
    more two three four five six seven eight nine ten several many some all both no any last next previous`,
  ),
  /** Put off or set: what comes after them and "to", "until" or "for" lies ahead, whatever the tense. */
  deferred: wordSet(
    `postponed postpone postpones delayed delay delays moved move moves rescheduled reschedule deferred adjourned adjourn
    pushed brought put scheduled set slated fixed suspended extended prolonged remanded banned barred shifted closed
    switched relegated earmarked pencilled penciled booked planned due ready bound adjourns extends given gave give gives`,
  ),
  /** Of these, those that "to" does not put off: "closed from 8 to 11 a.m." */
  deferredUntil: wordSet('closed suspended banned barred'),
  /** Called off: what was to come. */
  calledOff: wordSet(
    'called cancelled canceled postponed rescheduled scrapped delayed abandoned banned suspended moved',
  ),
  /** A past verb of these with an infinitive: what they meant is still to come. */
  intended: wordSet(
    `agreed planned expected scheduled vowed pledged promised decided intended hoped ordered asked urged invited wanted
    threatened proposed offered set due slated supposed voted sworn determined prepare prepares preparing prepared ready likely poised bound
    warned summoned told advised invites agrees instructed required obliged subpoenaed announced requested suggested confirmed arranged`,
  ),
  /** Nouns of what is on a calendar before it happens. */
  planned: wordSet(
    `vote votes election elections referendum ballot poll polls hearing trial match game final semifinal semi race debate
    summit meeting talks conference deadline launch premiere ceremony funeral wedding inauguration coronation concert
    gala parade rally march strike budget primary primaries caucus caucuses session runoff opener opening auction draw
    marathon show test final playoff screening demonstration exam exams walkout by-election
    derby clash fixture showdown qualifier bout fight anniversary festival referendum election-day speech visit`,
  ),
  /** What these are done to was still to come: "scrapped Friday's show", "withdrew from Sunday's race", "the squad for". */
  toCome: [
    'called off',
    'calls off',
    'call off',
    'calling off',
    'cancelled',
    'canceled',
    'cancel',
    'cancels',
    'scrapped',
    'scrap',
    'postponed',
    'postpone',
    'suspended',
    'suspend',
    'banned',
    'ban',
    'bans',
    'sold out',
    'withdrew from',
    'withdrawn from',
    'pulled out of',
    'pulls out of',
    'dropped out of',
    'ruled out of',
    'ruled out for',
    'team for',
    'squad for',
    'side for',
    'lineup for',
    'doubtful for',
    'doubt for',
    'fit for',
    'suspended for',
    'boycott',
    'boycotting',
    'promoting',
    'promote',
  ],
  /** Nouns of what nobody put on a calendar. */
  unplanned: wordSet(
    `attack attacks assault offensive invasion raid raids crash bombing bombings blast explosion earthquake quake storm
    flood floods fire shooting shootings killing killings massacre coup collapse death deaths arrest arrests`,
  ),
  /** What ends in these words right before a date lies ahead: "ahead of Tuesday's debate". */
  before: [
    'ahead of',
    'prepare for',
    'prepared for',
    'prepares for',
    'preparing for',
    'preparation for',
    'preparations for',
    'braced for',
    'bracing for',
    'brace for',
    'ready for',
    'readied for',
    'gearing up for',
    'geared up for',
    'gear up for',
    'gears up for',
    'building for',
    'tickets for',
    'tickets to',
    'ticket for',
    'ticket to',
    'campaigning for',
    'favourite for',
    'favorite for',
    'run - up to',
    'runup to',
    'build - up to',
    'buildup to',
    'lead - up to',
    'looking to',
    'looking ahead to',
    'look ahead to',
    'in time for',
    'the eve of',
    'waiting for',
    'wait for',
    'date for',
    'date of',
    'deadline of',
    'set for',
    'due on',
    'due in',
    'due',
    'as early as',
    'as soon as',
    'no later than',
    'not later than',
    'starting',
    'beginning',
    'effective',
    'to be held',
  ],
} as const
