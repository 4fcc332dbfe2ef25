// Word lists of news English, data only.

import { phrases, words } from '../base/word-list.ts'

/** Words that make a title when they stand before a person's name. */
export const titleWords = new Set(
  words(`President Vice Deputy Prime Foreign Defense Defence Finance Interior Trade Energy Justice Home Health Education
  Environment Oil Economy Economic Commerce Agriculture Transport Minister Ministers Premier Chancellor Secretary Secretary-General Senator Sen Rep
  Representative Congressman Congresswoman Governor Gov Mayor Ambassador Envoy Envoys Special Chief Executive Chairman Chairwoman Chairperson Chair
  Director Director-General General Gen Lieutenant Lt Colonel Col Major Maj Captain Capt Sergeant Sgt Admiral Adm Commander
  Judge Justice Attorney Prosecutor Lord Sir Dame Lady Prince Princess King Queen Emperor Sultan Emir Crown Duke Duchess Pope Cardinal Bishop Archbishop
  Father Sister Reverend Rev Rabbi Imam Ayatollah Mr Mrs Ms Miss Dr Professor Prof Doctor Coach Speaker Spokesman Spokeswoman
  Spokesperson Commissioner Inspector Superintendent Detective Officer Constable Leader Lawmaker Councillor Councilor Councilman MP Acting Former State Senior
  Assistant Under Undersecretary Counselor Counsellor Advisor Adviser National Security Treasury High Party Opposition
  Supt Insp DCI Det Cpl Corporal Pte Pvt Cllr PM Patriarch Brig Brigadier Cmdr Commodore Marshal
  Sheriff Trooper Msgr Monsignor Metropolitan Baroness Baron Viscount Taoiseach Ombudsman`),
)

/** Titles that stand for other things where no name follows, "Washington DC", and what people are before their names: "Striker". */
export const ranks = new Set([
  'DI',
  'DS',
  'DC',
  'PC',
  'Rt',
  'Hon',
  'Honorable',
  'Honourable',
  'CEO',
  'CFO',
  'COO',
  'Chair',
  'Rear',
  'Staff',
  'WPC',
  'Spc',
  'Pfc',
  'Gunnery',
  'Emeritus',
  'Interim',
  'Caretaker',
  ...words(`Manager Boss Headteacher Headmaster Headmistress Treasurer Registrar Coroner Magistrate Founder Swami Maulana Mullah
  Mufti Datuk Dato Alhaji Hajia Otunba Shri Smt Messrs Engr`),
  ...words(`Nurse Striker Winger Midfielder Defender Goalkeeper Substitute Billionaire Millionaire Banker Singer Actor Actress
  Author Lawyer Farmer Teacher Journalist Activist Economist Analyst Businessman Businesswoman Writer Musician Rapper
  Comedian Pilot Surgeon Scientist Engineer Historian Novelist Playwright Photographer Reporter Columnist Broadcaster
  Presenter Campaigner Pensioner Schoolgirl Schoolboy Teenager`),
])

/** Second words of titles, with the first words behind which they are such. */
export const titlesOfTwo: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Con', new Set(['Det'])],
  ['Seri', new Set(['Datuk', 'Dato'])],
  ['Sri', new Set(['Tan', 'Datuk', 'Dato'])],
])

/** Houses of a parliament in the titles of who leads them: "House Speaker", but not "in the House, Speaker …". */
export const chambers: ReadonlySet<string> = new Set(['House', 'Senate', 'Assembly'])

/** What a minister or a ministry is for, where it stands before or inside a longer title: "International Trade Secretary". */
export const portfolios = new Set(
  words(`International Trade Business Culture Media Sport Sports Digital Housing Communities Work Pensions Shadow Labour Labor
  Employment Industry Industries Tourism Planning Security Public Human Services Veterans Affairs Homeland Urban Development
  Social Welfare Children Families Women Gender Science Technology Innovation Higher Rural Water Fisheries Food Local
  Cabinet Civil Press General Permanent Parliamentary Communications Information Railways Railway Petroleum Mines Mining
  Steel Aviation Youth Cultural Equalities Immigration Europe Climate Change Environmental Natural Resources Transport
  Transportation Infrastructure Roads Power Energy Health Education Agriculture Forestry Forests Finance Economy Economic
  Commerce Defence Defense Interior Justice Home Foreign Investment Consumer Protection Nuclear Religious Antiquities
  Reconstruction Emergencies Police Maritime Rail Workers Teachers Nurses Employees Miners Municipal County State Arts
  Heritage Skills Universities Levelling Up Government Cooperation Integration Territorial Innovation Safety Sanitation
  Electricity Irrigation Livestock Lands Land Training Research Marine Ports Telecommunications Post Works Family Disaster
  Policy Associate Surgeon Solicitor Comptroller Governor Management Community Legal Constitutional Electoral Financial Operating Marketing Medical Scientific Commercial District Majority Minority Fire Wing Flight Squadron Air Managing Additional Grand Principal Head Budget Revenue Treasury Statistics Wildlife Conservation Hygiene
  Emergency Rescue Customs Corrections Prisons Sustainability Oceans Ageing Aged Care Population Broadcasting Cyber
  Cybersecurity Recreation Parks Waterways Shipping Refugee Refugees Regional Hydropower`),
)

/** Abbreviations among titles, behind which a full stop is no end. */
export const titleAbbreviations = new Set(
  words(`Sen Rep Gov Gen Lt Col Maj Capt Sgt Adm Rev Mr Mrs Ms Dr Prof Supt Insp Det Cpl Pte Pvt Cllr Brig Cmdr Msgr Fr St
  Hon Spc Pfc Engr Smt`),
)

/** What stands behind the name of who was honoured, studied or elected. */
export const honours = new Set(
  words(`MBE OBE CBE KBE DBE GBE KCB KCMG CMG DSO QC KC SC JP FRS PhD Ph.D Ph.D. MD M.D M.D. DDS DVM Esq MP MSP MEP MLA MPP
  TD JD RN CPA FRCS BSc MSc MBA`),
)

/** Degrees that are written with full stops, here without. */
export const degrees: ReadonlySet<string> = new Set(
  words('MS MA BA BS RD MD JD DDS DVM PhD EdD PsyD MFA MPH LLB LLM RN CPA'),
)

/** Words of which one must stand in a title: "State" alone is none. */
export const titleHeads = new Set(
  words(`President Minister Ministers Premier Chancellor Secretary Secretary-General Senator Sen Rep Representative Congressman Congresswoman
  Governor Gov Mayor Ambassador Envoy Envoys Chairman Chairwoman Chairperson Director Director-General General Gen Lieutenant Lt Colonel Col Major Maj Captain Capt
  Sergeant Sgt Admiral Adm Commander Judge Attorney Prosecutor Lord Sir Dame Lady Prince Princess King Queen Emperor Sultan Emir Duke Duchess Pope
  Cardinal Bishop Archbishop Reverend Rev Rabbi Imam Ayatollah Mr Mrs Ms Miss Dr Professor Prof Doctor Coach Speaker Spokesman Spokeswoman
  Spokesperson Commissioner Inspector Superintendent Detective Officer Constable Leader Lawmaker Councillor Councilor Councilman MP Premier Chief
  Undersecretary Counselor Adviser Advisor Father Sister Justice Supt Insp DCI DI DS DC PC Rt Hon Honorable Honourable CEO CFO COO Chair Det Cpl Corporal Pte Pvt
  Cllr PM Patriarch Brig Brigadier Cmdr Commodore Marshal Sheriff Trooper Msgr Monsignor Metropolitan Baroness Baron
  Viscount Taoiseach Ombudsman Spc Pfc WPC
  Manager Boss Headteacher Headmaster Headmistress Treasurer Registrar Coroner Magistrate Founder Swami Maulana Mullah Mufti
  Datuk Dato Alhaji Hajia Otunba Shri Smt Messrs Engr`),
)

/** Titles that also open a name of their own: nobody calls the Sheikh of "Sheikh Hasina" a title. */
export const particles = new Set(
  words('de del della da dos di du van von der den al el bin ibn bint ben la le abu y e'),
)

export const organizationHeads = new Set(
  words(`Ministry Department Bank University College Institute Party Union Council Committee Commission Agency Association
  Authority Bureau Board Corporation Corp Company Co Inc Ltd LLC Plc Group Holdings Foundation Fund Organization Organisation Federation
  League Court Parliament Congress Senate Assembly Army Navy Force Forces Police Guard Embassy Consulate Church Club United FC
  Airlines Airways Motors Industries Systems Technologies Press Times Post News Journal Tribune Herald Gazette Television Radio Network Service Services
  Office Center Centre Society Trust Alliance Coalition Front Movement Brigade Cabinet Government House Administration Hospital School
  Exchange Treasury Academy Laboratory Team Tribunal Secretariat Chamber Confederation Mission Unit Command Partners Capital Media Studios Records
  Energy Oil Petroleum Electric Telecom Pharmaceuticals Insurance Securities Brigades Watch Office Legislature Taliban`),
)

export const facilityHeads = new Set(
  words(`Airport Stadium Bridge Tower Dam Prison Palace Mosque Cathedral Temple Arena Museum Port Terminal Mall Hotel Plaza Station
  Tunnel Highway Hall Theater Theatre Square Street Avenue Road Boulevard Park Castle Barracks Base Canal`),
)

/** What follows a name in lower case and makes a facility of it: "Rooppur nuclear power plant". */
export const facilityTails = phrases(
  `nuclear power plant, nuclear power station, nuclear plant, power plant, power station, nuclear reactor, airport, international airport, airbase, air base, naval base, military base, refinery, prison, dam, bridge, stadium, border crossing, oil terminal, port, shipyard, railway station`,
)

export const eventHeads = new Set(
  words(
    'Cup Games Olympics Championship Championships Open Prix War Festival Summit Marathon Revolution Day Awards Tour Conference',
  ),
)
/** Words of which one in a name makes an event of it. */
export const eventWords = new Set([
  ...eventHeads,
  ...words('Olympic Wars Battle Siege Massacre Uprising Hurricane Typhoon Cyclone Christmas Easter Ramadan Holocaust'),
])

export const lawHeads = new Set(
  words(
    'Act Treaty Convention Accord Accords Protocol Constitution Amendment Pact Resolution Declaration Bill Charter Agreement',
  ),
)

/** What a title of a work stands behind: "the film Amour". */
export const workNouns = words(
  'film movie novel book song album single documentary series sitcom musical opera play memoir autobiography programme show',
)

/** What a product is, beside its name: "Scud missiles", "the drug Tamiflu". */
export const productNouns = words(
  'missile rocket rifle jet aircraft plane bomber drone helicopter tank submarine spacecraft satellite probe drug vaccine phone smartphone tablet computer console browser software app car truck airliner',
)

/** Organizations that go by a name without a telling word. */
export const organizations = phrases(
  `United Nations, European Union, European Commission, European Parliament, NATO, Nato, UN, U.N., EU, E.U., OPEC, Opec, ASEAN, Asean, APEC, G7, G8, G20, G-7, G-8, G-20,
  Group of Eight, Group of Seven, Group of 20, BRICS, SAARC, African Union, Arab League, World Bank, IMF, International Monetary Fund, WTO, WHO, World Trade Organization, World Health
  Organization, UNESCO, Unesco, UNICEF, Unicef, UNHCR, IAEA, OSCE, OECD, CIA, FBI, NASA, Nasa, BBC, CNN, Reuters, Associated Press, AP, AFP, Agence France-Presse, Interfax, Xinhua, Itar-Tass, TASS, Tass,
  Al-Jazeera, Al Jazeera, Hamas, Hezbollah, Hizbollah, Fatah, Taliban, Al-Qaida, al-Qaida, al-Qaeda, Al-Qaeda, al Qaeda, Islamic State, Boko Haram, Kremlin, White House, Pentagon, Downing Street,
  State Department, Congress, Senate, House of Representatives, Supreme Court, Security Council, General Assembly, Capitol Hill, Bundestag, Knesset, Duma, Scotland Yard, Interpol, Europol, Mossad, KGB,
  Gazprom, Rosneft, Lukoil, Google, Microsoft, Apple, Facebook, Twitter, Amazon, Toyota, Honda, Sony, Samsung, Boeing, Airbus, Siemens, Volkswagen, BMW, Nokia, Intel, IBM, Exxon, Shell, BP, Chevron, Wal-Mart, Walmart, Ford, General Motors,
  Red Cross, Amnesty International, Human Rights Watch, Greenpeace, FIFA, UEFA, Labour, Tories, Likud, Sinn Fein, Politburo, Federal Reserve, Wall Street Journal, New York Times, Washington Post, Guardian`,
)

/** Religions, parties' adherents and peoples without a country of their own. */
export const groups = phrases(
  `Muslim, Muslims, Islamic, Islamist, Islamists, Christian, Christians, Catholic, Catholics, Roman Catholic, Protestant, Protestants, Jewish, Jew, Jews, Hindu, Hindus, Buddhist, Buddhists, Sikh, Sikhs,
  Sunni, Sunnis, Shiite, Shiites, Shi'ite, Shi'ites, Shia, Orthodox, Republican, Republicans, Democrat, Democrats, Democratic, Communist, Communists, Conservative, Conservatives, Liberal Democrats, Socialist, Socialists, Nazi, Nazis, Kurd, Kurds, Kurdish,
  Arab, Arabs, Arabic, Western, Westerner, Westerners, Soviet, Soviets, Hutu, Tutsi, Roma, Latino, Latinos, Hispanic, Hispanics, Bosniak, Bosniaks, Pashtun, Uyghur, Uighur, Rohingya, Maoist, Maoists, Marxist, Zionist, Native American, Native Americans, Tamil, Tamils, Aboriginal, Maori, Scandinavian`,
)

/** Words that carry a capital without being a name, or only open a sentence. */
export const notNames = new Set(
  words(`i the a an this that these those he she it we they you his her its our their my your in on at by for from with to of as and or but nor so yet if when while
  where why how what which who whom whose there here then thus also after before during since until although though because despite however moreover meanwhile
  not no yes some many most few several all both each every any other another such more less only even just still already now today yesterday tomorrow
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  earlier later last next first second third one two three four five six seven eight nine ten hundreds thousands millions dozens
  additionally notably consequently according amid among under over between against about into through following addressing conveying
  mr mrs ms dr am pm gmt est edt photo video file read also can could would should will shall must might do does did has have had is are was were be been being
  let new president minister prime foreign secretary chairman spokesman officials police government state national international internet web god gov`),
)
