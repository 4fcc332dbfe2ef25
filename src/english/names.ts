// Names that are known whole, and words by which names are cut and typed, data only.

import { phrases, words } from '../base/word-list.ts'

/** Legal forms of firms, in lower case and without full stops. */
export const legalForms: ReadonlySet<string> = new Set(
  words(`inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg kgaa se sa sas sarl srl spa nv bv
  ab oy oyj asa as pty pte bhd sdn kk jsc ojsc pjsc ooo zao pao`),
)
/** As they are written behind a name, where they end it. */
export const writtenForms: readonly string[] =
  phrases(`Inc., Inc, Incorporated, Corp., Corp, Corporation, Co., Company, Ltd.,
  Ltd, Limited, LLC, L.L.C., LLP, LP, L.P., plc, PLC, Plc, GmbH, AG, KG, KGaA, SE, SA, S.A., SAS, S.A.S., SARL, Srl, S.r.l.,
  SpA, S.p.A., NV, N.V., BV, B.V., AB, Oy, Oyj, ASA, A/S, Pty, Pte, Bhd, Sdn, JSC, OJSC, PJSC, K.K.`)

/** Words in a firm's name that it is called without: "Toyota Motor", "Massy Stores". */
export const businessWords: ReadonlySet<string> = new Set([
  ...legalForms,
  ...words(`& and motor motors group groupe holding holdings stores store bank banking airlines airways air electronics
  pharmaceuticals pharmaceutical pharma industries industrial systems technologies technology energy oil petroleum gas
  partners capital media studios records insurance securities telecom telecommunications communications electric foods
  food mining mines steel chemical chemicals international financial finance services retail supermarkets entertainment
  networks network software semiconductor semiconductors brewing breweries beverages cement aerospace aviation automotive
  university platforms resources solutions global worldwide hotels resorts restaurants properties construction
  engineering logistics shipping games lines railway railways healthcare labs laboratories therapeutics biotech cosmetics
  apparel sportswear cars trucks computer computers mobile wireless internet online pictures fc`),
])
/** Words by which papers of a firm call it, and that are no name: "the Company". */
export const selfNames: ReadonlySet<string> = new Set(words('Company Companies Group Corporation Registrant'))
/** Before "Games" they are contests; a firm is called otherwise: "a dispute with Epic Games". */
export const contests: ReadonlySet<string> = new Set(
  words(`Olympic Paralympic Asian Commonwealth European Mediterranean African Pan American Bolivarian Winter Summer Youth World
  Highland Island Islands Indian National Pacific Invictus Hunger Arctic Gay Maccabiah Goodwill Military Beach Indoor SEA Deaflympic
  Wimbledon Home Ancient Squid Mind X`),
)
/** Awards that look like somebody's first name, and what is said of them. */
export const awards: readonly string[] = words('Oscar Tony Emmy Grammy Hugo Nobel Edgar')
export const ofAwards: readonly string[] = words(
  'winner winners nominee nominees nomination nominations winning nominated ceremony hopeful contender contenders race season buzz',
)
/** Words that name no firm alone. */
export const genericWords: ReadonlySet<string> = new Set(
  words(`national general central royal american british united first new state federal public world european african
  asian western eastern northern southern royal supreme high great free democratic republican people's the of for`),
)

/** Names that hold an "and" or that nothing in their words tells, by type. */
const known: Readonly<Record<string, string>> = {
  location: `Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia-Herzegovina, Trinidad and Tobago, Trinidad & Tobago, Antigua and Barbuda,
    Antigua & Barbuda, St. Kitts and Nevis, St Kitts and Nevis, Saint Kitts and Nevis, St. Kitts & Nevis,
    São Tomé and Príncipe, Sao Tome and Principe, São Tomé and Principe, Sao Tome & Principe, St. Vincent and the Grenadines,
    St Vincent and the Grenadines, Saint Vincent and the Grenadines, St. Pierre and Miquelon, Saint Pierre and Miquelon,
    Turks and Caicos Islands, Turks and Caicos, Wallis and Futuna,
    Newfoundland and Labrador, Tyne and Wear, Andaman and Nicobar Islands, Brighton and Hove, Dumfries and Galloway,
    Perth and Kinross, Svalbard and Jan Mayen, Serbia and Montenegro, South Georgia and the South Sandwich Islands,
    Hammersmith and Fulham, Kensington and Chelsea, Bath and North East Somerset, Telford and Wrekin,
    Castile and León, Argyll and Bute, Bains and Grants Town`,
  organization: `Marks and Spencer, Procter and Gamble, Johnson and Johnson, Ernst and Young, Smith and Wesson,
    Moody's, Sainsbury's, Sotheby's, Macy's, Lloyd's of London, Standard and Poor's, Standard & Poor's, Barnes and Noble, Black and Decker, Price Waterhouse, Tate and Lyle, Harland and Wolff,
    Crate and Barrel, Abercrombie and Fitch, Abercrombie & Fitch, Bang and Olufsen, Fortnum and Mason, Holland and Barrett,
    Pratt and Whitney, Pratt & Whitney, Simon and Schuster, Dun and Bradstreet, Merck and Co., Ben and Jerry's,
    Ben & Jerry's, Bed Bath and Beyond, Bed Bath & Beyond, Dolce and Gabbana, Legal and General, Arthur Andersen, AT&T, H&M, B&Q, M&S, S&P, P&G, J&J, A&E, T&T,
    Spotify, Netflix, Lidl, Aldi, Tesco, Asda, Waitrose, Ocado, Deliveroo, Ryanair, easyJet, Lufthansa, Airbnb, TikTok, Duolingo,
    Snapchat, WhatsApp, Instagram, Facebook, YouTube, LinkedIn, Pinterest, Reddit, Tinder, Shopify, Etsy, eBay, PayPal, Alibaba, Tencent,
    Huawei, Xiaomi, Foxconn, Samsung, Hyundai, Nissan, Toyota, Volkswagen, Renault, Stellantis, Nvidia, Qualcomm, Vodafone, Telefónica,
    Ericsson, Nokia, Moderna, Pfizer, AstraZeneca, Bayer, Novartis, Glencore, Gazprom, Rosneft, Lukoil, TotalEnergies, ExxonMobil,
    Halliburton, Unilever, Nestlé, Danone, Heineken, Starbucks, Walmart, Ikea, IKEA, Adidas, Zara, Primark, Asos, Boohoo, Zalando, Hachette,
    HarperCollins, Bertelsmann, BlackRock, Barclays, HSBC, UBS, Citigroup, JPMorgan, Santander, Mastercard, Accenture, Deloitte, KPMG,
    Airbus, Boeing, Embraer, Bombardier, Raytheon, Palantir, SpaceX, OpenAI, Nintendo, Siemens, ThyssenKrupp, ArcelorMittal, Petrobras,
    Agence France-Presse, Deutsche Welle, Al Jazeera, Al-Jazeera, Al Arabiya, Al-Arabiya, Reporters Without Borders, Doctors Without Borders, Médecins Sans Frontières,
    Medecins Sans Frontieres, Save the Children, Fridays for Future, Extinction Rebellion, Stop the War Coalition,
    Black Lives Matter, Boy Scouts of America, Girl Scouts of America, Daughters of the American Revolution,
    Food and Drug Administration, Food and Agriculture Organization, Securities and Exchange Commission, Organisation for Economic Co-operation and Development,
    Organization for Economic Cooperation and Development, Organization for Security and Cooperation in Europe,
    Centers for Disease Control and Prevention, Occupational Safety and Health Administration, Department of Health and Human Services`,
  event: `Arab Spring, Prague Spring, Orange Revolution, Velvet Revolution, Boston Tea Party, Great Depression, World War I, World War II,
    First World War, Second World War, Cold War, Euromaidan, Super Bowl, Eurovision,
    Eurovision Song Contest, Tour de France, Giro d'Italia, Industrial Revolution, Cultural Revolution`,
}

/** The phrases of the lists with their types. */
export const knownPhrases: readonly (readonly [phrase: string, type: string])[] = Object.entries(known).flatMap(
  ([type, names]) => phrases(names).map((name) => [name, type] as const),
)

/** Storms are called by a word of their kind, whatever name they were given. */
export const stormWords: readonly string[] = ['Storm', 'Hurricane', 'Typhoon', 'Cyclone', 'Tropical Storm']
/** What follows these words and names no storm: "Storm Warning". */
export const notStormNames: ReadonlySet<string> = new Set(
  words(
    'season seasons warning warnings watch watches center centre damage surge victims relief hunters shelter clouds',
  ),
)
/** Last words of a firm that end no name of a place. */
export const firmTails: ReadonlySet<string> = new Set(
  words(`foods airlines airways holdings motors pharmaceuticals pharma technologies insurance securities telecom
  telecommunications electronics industries supermarkets brewing breweries beverages aerospace biotech therapeutics software
  semiconductors chemicals`),
)
/** Diseases that look like somebody's name. */
export const diseases: readonly string[] = [
  'COVID',
  'Covid',
  'SARS',
  'MERS',
  'Ebola',
  'Zika',
  'HIV',
  'AIDS',
  'Aids',
  'Omicron',
]
/** What stands before the name of a ship. */
export const shipPrefixes: ReadonlySet<string> = new Set(words('USS HMS HMAS HMCS HMNZS USNS USCGC RFA RMS MV M/V'))
/** Given names that are common words too: "Bill payments". */
export const namesLikeWords: ReadonlySet<string> = new Set(
  words(`Bill Frank Grant Mark Rose Hope Faith Grace Dawn Chase Drew Miles Rich Art Olive Ruby Amber Pearl Joy Summer Autumn
  Ray Chip Dean Earl Cliff Cash Penny Ginger Basil Herb Violet Daisy Lily Jasmine Holly Ivy Heath Brook Glen Dale Forest
  Sandy Guy Sonny Angel Star Storm Melody Charity Patience Mercy Victor Max Rob Sue Pat Jack Christian Crystal Flora Iris`),
)
/** Diseases that are called by the doctors who described them: "Parkinson's". */
export const diseasesOfDoctors: ReadonlySet<string> = new Set(
  words('Alzheimer Parkinson Crohn Huntington Hodgkin Tourette Asperger Kawasaki'),
)
/** Verbs behind "Moody's": where nothing is owned, the "'s" is part of the name of a firm. */
export const behindOwners: readonly string[] =
  words(`said says has had will would could can was were announced declined told opened owns sells employs operates
  expects`)
/** Last words of laws that no body is called by. */
export const statuteHeads: ReadonlySet<string> = new Set(words('Act Bill Treaty Protocol Accords Amendment'))
/** What somebody is called with. */
export const greetings: readonly string[] = ['Hey', 'Hi', 'Hello', 'Dear', 'Oh', 'Goodbye', 'Bye', 'Thanks']
/** Heads of the names of newspapers. */
export const newspaperHeads: readonly string[] = words(
  'Times Post Telegraph Herald Tribune Gazette Chronicle Guardian Observer Examiner Mail Mirror Journal Courier',
)
/** Heads of the names of houses that are bodies too: "St. Mark's Church". */
export const houseHeads: readonly string[] = words(
  'Church Cathedral Hospital School College University Seminary Academy',
)
/** How surnames begin that have a second capital. */
export const surnamePrefixes: readonly string[] = [
  'De',
  'Di',
  'Mc',
  'Mac',
  'Du',
  'La',
  'Le',
  'Van',
  'Fitz',
  "O'",
  'O’',
  "D'",
  'D’',
]
/** Firms that are called so. */
export const firmsLikeSurnames: ReadonlySet<string> = new Set(
  words(`McKinsey McLaren McAfee McDonnell McDonald McDonald's McGraw McCann MacBook LaGuardia LaSalle DuPont LinkedIn DeWalt
  LeEco LeapFrog DiDi McGill McMaster VanEck VanMoof MacOS DeBeers MacDill`),
)

/** Phrases before a firm or body. */
export const beforeOrganizations: readonly string[] =
  phrases(`head of, chief executive of, CEO of, chairman of, chairwoman of, founder of, co-founder of,
  boss of, managing director of, shares in, shares of, stake in, stakes in, acquisition of, takeover of, merger with, subsidiary of,
  headquarters of, shareholders of, shareholders in, employees of, employees at, executive at, executives at, engineer at, engineers at, analyst at, analysts at,
  economist at, strategist at, researcher at, researchers at, manager at, works at, worked at, working at, employed by, founded,
  co-founded, customers of, investor in, investors in,
  airline, carmaker, automaker, chipmaker, drugmaker, planemaker, retailer, brewer, lender, insurer, bookmaker,
  conglomerate, consultancy, charity, start-up, startup, supermarket, supermarket chain, restaurant chain, hotel chain,
  retail chain, think tank, think-tank, law firm, oil firm, tech firm, technology firm, security firm, energy firm,
  consulting firm, accounting firm, investment firm, insurance firm, software firm, mining firm, tech company, oil company,
  gas company, energy company, mining company, insurance company, parent company, shipping company, software company,
  pharmaceutical company, pharma company, media company, technology company, tech giant, oil giant, retail giant,
  mining giant, energy giant, campaign group, rebel group, militant group, rights group, lobby group, armed group,
  drug cartel, news agency, news website, trade union, the union, the militia,
  pilots' union, teachers' union, doctors' union, nurses' union, drivers' union, workers' union, farmers' union, students' union, players' union,
  pilots’ union, teachers’ union, doctors’ union, nurses’ union, drivers’ union, workers’ union, farmers’ union, students’ union, players’ union,
  rail union, teaching union, transport union, health union, services union, public sector union, labour union, labor union`)
/** What a firm is, before its name at the head of a sentence: "Carmaker Skoda". */
export const firmNouns: ReadonlySet<string> = new Set(
  words(`Airline Carmaker Automaker Chipmaker Drugmaker Planemaker Retailer Brewer Lender Insurer Bookmaker
  Conglomerate Consultancy Charity Start-up Startup Supermarket Housebuilder Pubco`),
)
/** Phrases behind one. */
export const behindOrganizations: readonly string[] =
  phrases(`a rival of, a unit of, a subsidiary of, a division of, an arm of, a maker of, a provider of, shares, stock, shareholders, executives, subsidiary, which owns, which makes, which runs,
  which operates, which employs, which sells, app, apps, 's shares, 's shareholders, 's headquarters, 's board, 's chief executive,
  's CEO, 's stock, 's customers, ’s shares, ’s shareholders, ’s headquarters, ’s board, ’s chief executive, ’s CEO, ’s stock`)

/** First names that open a question as often as a sentence. */
export const namesLikeVerbs: ReadonlySet<string> = new Set(['Will'])

/** Months by which people are called. */
export const monthsAsSurnames: ReadonlySet<string> = new Set(['May', 'March', 'June', 'August', 'April'])
export const monthsAsGivenNames: ReadonlySet<string> = new Set(['April', 'May', 'June', 'August', 'January'])
/** Words before a month that is one. */
export const beforeMonths: ReadonlySet<string> = new Set(
  words(`in since by until till of last next this each every early late mid from to on during before after through between for
  around about and or ago - the that one`),
)
/** Of these the words that people stand behind more often. */
export const beforePeople: ReadonlySet<string> = new Set(words('to for about and that'))

/** What stands between a given name and a surname, or before one. */
export const nameParticles: readonly string[] = phrases(
  'do, dos, da, das, de, del, della, di, du, la, de la, van, van de, van der, van den, ten, ter, von, von der, bin, bint, ibn, al, el',
)
/** Heads of bodies that are called by what they are for: "Department of Health". */
export const bodyHeads: readonly string[] =
  words(`Ministry Department Union Office Committee Commission Association Federation Institute Council Bureau Secretariat
  Agency Board Directorate Academy Society Brotherhood Congress Center Centre Faculty School Subcommittee`)
/** Words with a capital that open a sentence and no name of a facility. */
export const facilityOpeners: ReadonlySet<string> = new Set(
  words('The A An This That Its Their Our His Her In At On Of For From And But Two One Many Some Any New'),
)
