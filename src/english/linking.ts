// What ties names of several stories together, data only.

import { phrases, wordSet } from '../base/word-list.ts'

/** Given names by which people of another are called: the first of a row is the one that stands for all. */
const nicknameRows = `william bill billy will willy, robert bob bobby rob robbie bert, richard dick rick ricky rich, james jim jimmy jamie,
  edward ed eddie ted teddy ned, anthony tony, john jack johnny jon, joseph joe joey, michael mike mick mickey, thomas tom tommy,
  charles charlie chuck, david dave davey, daniel dan danny, donald don donnie, kenneth ken kenny, ronald ron ronnie, gerald gerry jerry,
  steven stephen steve, christopher chris kit, matthew matt, andrew andy drew, benjamin ben benny, samuel sam sammy, albert al bert,
  alexander alex sasha sandy alec, nicholas nick nicky, peter pete, patrick pat paddy, francis frank frankie, frederick fred freddie,
  gregory greg, jeffrey geoffrey jeff geoff, lawrence larry laurence, leonard len lenny, philip phil, raymond ray, timothy tim,
  vincent vince vinnie, walter walt wally, zachary zach zack, douglas doug, eugene gene, harold harry hal, henry hank harry,
  abraham abe, alfred alf alfie fred, arthur art, clifford cliff, dennis denny, ernest ernie, jacob jake, jonathan jon, joshua josh,
  louis lou louie, martin marty, maxwell max, nathan nathaniel nat nate, oliver ollie, russell russ, stanley stan, theodore ted teddy theo,
  elizabeth liz lizzie beth betty eliza, margaret maggie meg peggy, katherine kate kathy katie kathryn catherine cathy, susan sue susie,
  patricia pat patty tricia, deborah debbie deb, barbara barb, jennifer jen jenny, rebecca becky, victoria vicky, alexandra alex sandra sasha,
  christine chris chrissie, dorothy dot dolly, eleanor ellie nell, judith judy, pamela pam, samantha sam, sandra sandy, teresa theresa terry tess,
  vladimir volodymyr volodya, alexander aleksandr aleksander oleksandr, mikhail mykhailo, yevgeny evgeny evgeni yevgeni, yulia yuliya julia iulia`
export const nicknames: readonly (readonly string[])[] = phrases(nicknameRows).map((row) => row.split(/\s+/))

/** Bodies and what else they are called, in small letters without marks; the first of a row stands for all. */
const bodyRows = `united nations; un; united nations organization
  european union; eu; european community
  european commission; eu commission; european union commission; executive commission of european union
  european parliament; eu parliament; european union parliament
  european court of human rights; echr
  united nations security council; security council
  united nations general assembly; general assembly
  united nations human rights council; human rights council
  international atomic energy agency; iaea; united nations nuclear agency; united nations international atomic energy agency; united nations atomic energy agency; united nations nuclear watchdog
  office of united nations high commissioner for refugees; unhcr; united nations high commissioner for refugees; united nations refugee agency
  united nations childrens fund; unicef
  world food program; wfp; united nations world food program
  world health organization; who; united nations world health organization
  united nations educational scientific and cultural organization; unesco
  international criminal tribunal for former yugoslavia; icty; united nations war crimes tribunal for former yugoslavia; united nations yugoslav tribunal
  international court of justice; icj; world court
  international criminal court; icc
  group of eight; g8; group of 8
  group of seven; g7; group of 7
  group of 20; g20; group of twenty
  north atlantic treaty organization; nato
  world trade organization; wto
  international monetary fund; imf
  world bank; international bank for reconstruction and development
  organization of petroleum exporting countries; opec
  organization for security and cooperation in europe; osce
  association of southeast asian nations; asean
  asia pacific economic cooperation; apec
  south asian association for regional cooperation; saarc
  economic community of west african states; ecowas
  southern african development community; sadc
  african union; au
  arab league; league of arab states
  organization of american states; oas
  organization of islamic cooperation; oic; organization of islamic conference; organization of islamic countries
  commonwealth; commonwealth of nations
  international committee of red cross; icrc; international red cross
  international olympic committee; ioc
  federation internationale de football association; fifa
  union of european football associations; uefa
  palestine liberation organization; plo
  palestinian authority; palestinian national authority
  liberation tigers of tamil eelam; ltte; tamil tigers; tamil tiger; liberation tigers
  revolutionary armed forces of colombia; farc
  national liberation army; eln
  kurdistan workers party; pkk
  al qaida; al qaeda; alqaida; alqaeda; al quaeda; qaida; qaeda; al qaida network; al qaida terror network; al qaida terrorist network
  islamic state; isis; isil; daesh; islamic state of iraq and syria; islamic state of iraq and levant; islamic state in iraq and syria; islamic state group; so called islamic state
  hezbollah; hizbollah; hizbullah; hezbullah
  hamas; islamic resistance movement
  fatah; al fatah; fatah movement; fatah party
  taliban; taleban; afghan taliban; taliban movement
  irish republican army; ira
  african national congress; anc
  movement for democratic change; mdc
  zanu pf; zimbabwe african national union patriotic front
  national league for democracy; nld
  bharatiya janata party; bjp
  justice and development party; akp
  scottish national party; snp
  white house; us white house
  us state department; united states state department; department of state; us department of state
  us defense department; pentagon; us department of defense; us military headquarters
  us homeland security department; homeland security department; homeland security; department of homeland security; us department of homeland security
  us federal reserve; federal reserve; federal reserve board; federal reserve bank; fed; us federal reserve board; us central bank; us fed
  us food and drug administration; food and drug administration; fda
  us environmental protection agency; environmental protection agency; epa
  us securities and exchange commission; securities and exchange commission; sec
  central intelligence agency; cia; us central intelligence agency
  federal bureau of investigation; fbi; us federal bureau of investigation
  national security agency; nsa; us national security agency
  national aeronautics and space administration; nasa; us space agency
  us centers for disease control and prevention; centers for disease control and prevention; cdc; centers for disease control; us centers for disease control
  american federation of labor and congress of industrial organizations; afl cio
  republican party; grand old party; gop; us republican party
  kremlin; russian kremlin
  state duma; duma; russian duma; russian state duma
  european central bank; ecb
  british broadcasting corporation; bbc
  cable news network; cnn
  voice of america; voa
  associated press; ap; associated press news agency
  agence france presse; afp; french news agency; french press agency
  reuters; thomson reuters
  roman catholic church; catholic church
  us joint chiefs of staff; joint chiefs of staff
  al jazeera; aljazeera; al jazeera television; aljazeera television
  new york times; times of new york
  washington post; post of washington
  islamic republic news agency; irna
  xinhua; xinhua news agency; new china news agency
  itar tass; tass; itar tass news agency; tass news agency
  british petroleum; bp
  manchester united; man united; man utd; manchester utd
  manchester city; man city
  paris saint germain; psg; paris st germain
  tottenham hotspur; tottenham; spurs
  general motors; gm; general motors corp
  international business machines; ibm
  united arab emirates cabinet; uae cabinet`
export const knownBodies: readonly (readonly string[])[] = bodyRows
  .split('\n')
  .map((row) => row.split(';').map((name) => name.trim()))

/** What may follow the name of a known body: "Reuters News Agency". */
export const bodyTails = wordSet(
  'news agency network group movement organization newspaper magazine television militants party',
)

/** Words that open the name of a part of a body, and its own name. */
export const openings: readonly (readonly [short: string, long: string])[] = [
  ['un', 'united nations'],
  ['eu', 'european union'],
  ['united states', 'us'],
  ['u s', 'us'],
  ['united kingdom', 'uk'],
]

/** Words of a body's name that are spelled in two ways, the second as it is kept. */
export const bodySpellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      defence: 'defense',
      labour: 'labor',
      organisation: 'organization',
      organisations: 'organizations',
      centre: 'center',
    },
    ...{
      programme: 'program',
      centres: 'centers',
      petrol: 'petroleum',
      co: 'company',
      corp: 'corporation',
      inc: 'incorporated',
    },
    ...{
      ltd: 'limited',
      univ: 'university',
      dept: 'department',
      intl: 'international',
      assn: 'association',
      govt: 'government',
    },
  }),
)

/** Of which each land has its own: alone they name none. */
export const landsOwn =
  wordSet(`ministry department parliament senate congress court supreme high constitutional appeal appeals federal
  national assembly council cabinet government army navy air force forces armed military police guard guards central bank
  election elections electoral commission committee party communist socialist labor conservative liberal democratic republican
  nationalist green greens people's peoples peoples' democrats democrat democracy social progressive christian workers union unions trade
  foreign defense interior justice finance health education agriculture transport transportation energy economy economic trade
  commerce culture information labor environment tourism industry state home internal affairs security intelligence service
  services agency office bureau board authority treasury house representatives commons lords lower upper deputies chamber
  presidency presidential president prime minister minister's ministers of and the for human rights statistics statistical
  coast border customs revenue prosecutor prosecutors general attorney attorney's embassy consulate football soccer olympic team
  federation association league cricket reserve stock exchange railways airlines airways broadcasting television radio
  news medical weather meteorological nuclear atomic space research science water oil gas petroleum power electricity
  revolutionary front liberation movement alliance coalition opposition ruling electoral supreme leader legislature
  legislative region regional local city municipal district provincial public workers' red crescent cross main special
  independent higher planning development investigation investigative anti corruption counterterrorism civil aviation`)

/** Words for offices, each with the kind of life that it belongs to: a king is no striker. */
export const callings: Readonly<Record<string, ReadonlySet<string>>> = {
  politics: wordSet(`president premier minister chancellor secretary senator governor mayor ambassador envoy congressman
    congresswoman representative lawmaker councillor councilman speaker mp politician diplomat candidate commissioner
    secretary-general leader taoiseach spokesman spokeswoman chairman`),
  crown: wordSet('king queen prince princess emperor sultan emir duke duchess sheikh'),
  church: wordSet(
    'pope cardinal bishop archbishop priest prophet rabbi imam ayatollah patriarch cleric reverend pastor monk nun',
  ),
  arms: wordSet(
    'general colonel major captain lieutenant sergeant admiral commander brigadier marshal corporal private soldier',
  ),
  law: wordSet('judge justice prosecutor attorney lawyer detective sheriff inspector'),
  sport:
    wordSet(`coach manager striker midfielder defender goalkeeper footballer player pitcher quarterback batsman bowler golfer
    boxer sprinter swimmer skier cyclist driver skipper forward winger cricketer racer skater runner wrestler jockey slugger`),
  arts: wordSet(`actor actress singer writer author novelist poet director filmmaker musician guitarist drummer rapper composer
    pianist painter artist comedian playwright screenwriter photographer model conductor sculptor dancer`),
  science: wordSet(
    'professor scientist physicist economist historian researcher biologist chemist astronomer analyst doctor',
  ),
  business: wordSet(
    'ceo executive entrepreneur investor billionaire banker businessman businesswoman magnate founder financier',
  ),
  crime: wordSet('gunman suspect murderer killer rapist robber burglar drug-dealer'),
}

/** Few who are known for these hold an office. */
export const farCallings = wordSet('sport arts crime science')

/** Offices that one person of a land has at a time, as they are written in titles. */
export const soleOffices = wordSet(
  'president premier chancellor king queen emperor sultan emir pope prophet taoiseach secretary-general',
)

/** Titles that say nothing of an office. */
export const courtesies = wordSet('mr mrs ms miss sir dame lord lady dr')
/** An office that somebody had, or will have. */
export const noMore = wordSet('former ex late ousted deposed one-time onetime then')

/** Words between a land and a person or body that belongs to it: "Iran's ruling", "the Russian deputy". */
export const betweenLandAndName =
  wordSet(`the a an former ex late ousted deposed then new interim acting outgoing incoming caretaker
  transitional ruling top senior chief first main elected president-elect designate deputy vice assistant under prime supreme
  spiritual religious political military rebel opposition party leader lawmaker of for and to on leading veteran young star
  international striker superstar national coach official capital's billionaire tycoon dissident activist nobel laureate
  conservative liberal socialist communist hard-line reformist moderate radical shi'ite sunni democrat republican's`)

/** Words that a sentence has whatever it tells. */
export const commonWords =
  wordSet(`the a an and or but of in on at to for from by with as is are was were be been being has have had will would
  could should may might can do does did not no it its he his she her they their them this that these those who whom which
  what when where there here than then so if into over under about after before between during against among through
  says said say told tells tell officials official also more most some any all other another one two three four five
  first second last next new mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february
  march april may june july august september october november december today yesterday tomorrow week month year day
  days weeks months years meanwhile however because while since until such own out up down off just only very many
  much several both each earlier later now still expected scheduled reports reported according government country president
  minister prime foreign leader leaders talks meeting meet met visit visited visiting meetings summit conference election elections vote call`)

/** Kinds of votes, by words of their names: two of other kinds are two. */
export const voteKinds: Readonly<Record<string, ReadonlySet<string>>> = {
  presidential: wordSet('presidential presidency president'),
  parliamentary: wordSet('parliamentary legislative general congressional assembly senate midterm'),
  local: wordSet('local municipal mayoral regional provincial gubernatorial'),
  referendum: wordSet('referendum plebiscite'),
  primary: wordSet('primary primaries caucus caucuses'),
  leadership: wordSet('leadership'),
}
/** Votes of a people, and words beside those of a body. */
export const popularVotes = wordSet(
  'election elections poll polls ballot ballots balloting referendum plebiscite runoff run-off primary primaries caucus caucuses',
)
export const lawmaking =
  wordSet(`parliament senat hous hou committe council lawmaker deputi bill resolution legislation budget
  measur law amendment congres assembly sanction senator cabinet`)
export const runoffs = wordSet('runoff run-off second-round')

/** Words that stand in names of many events: what else a name has tells which it is. */
export const eventNouns =
  wordSet(`visit trip tour journey stopover meeting meetings talks talk negotiations negotiation discussions
  dialogue session sessions summit summits conference forum call phone telephone conversation signing agreement vote votes voting election
  elections ballot ballots poll polls polling referendum runoff statement news briefing peace official annual regular bilateral
  emergency special high-level to of in on the a an and with for first second third next last landmark general presidential parliamentary
  legislative gathering lunch dinner assembly`)
