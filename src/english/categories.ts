import type { RuleSet } from '../rules/define.ts'

// IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0), those that agendas need, by code and name;
// the words that tell them are our own. A line: code, name, words and phrases. Where as much speaks for two, the first wins.
const lines = `
20000635|nuclear policy|nuclear program, nuclear programme, nuclear weapon, nuclear test, nuclear arm, nuclear issue, nuclear disarmament, denuclearization, uranium enrichment, enriched uranium, uranium, nuclear ambition, nuclear arsenal, non proliferation, nonproliferation, proliferation, atomic bomb, nuclear facility, nuclear activity, disarmament, nuclear dispute, nuclear nonproliferation, nuclear crisis, nuclear free, nuclear talk, nuclear cooperation, nuclear testing, nuclear agreement, nuclear material
20000265|nuclear power|nuclear energy, nuclear power, nuclear plant, nuclear reactor, reactor, nuclear fuel, spent fuel, atomic energy, atomic power, light water reactor, nuclear technology
20000257|alternative energy|renewable energy, alternative energy, solar, wind power, biofuel, ethanol, clean energy, hydropower
20000263|natural gas|natural gas, gas, gas pipeline, gas supply, gas price, gas import
20000266|oil and gas - downstream activities|refinery, petrol station, oil refinery, fuel supply
20000267|oil and gas - upstream activities|oil, oil exploration, oil field, crude oil, oil project, petroleum, opec
20000387|energy market|oil price, energy price, fuel price, production cut
20000258|coal|coal, coal mine
20000260|electricity production and distribution|electricity, electric, power grid, power plant, electric company, power station, electric power
20000256|energy and resource|energy, energy resource, pipeline
20000437|water|water, water resource, river, drinking water, dam
20000419|global warming|global warming
20000418|climate change|climate, climate change, greenhouse, kyoto, emission, carbon, kyoto protocol, adaptation
20000425|air pollution|air pollution, smog, haze
20000429|water pollution|water pollution, oil spill, river pollution
20000424|environmental pollution|pollution, hazardous, toxic, contamination
20000420|conservation|conservation, wildlife, biodiversity, forest, deforestation
20000423|environmental policy|environmental, environment, sustainable development
20000430|natural resources|natural resource, mineral resource, resource
20000452|aids|aids, hiv, hiv aids
20000449|epidemic|pandemic, epidemic, influenza, outbreak, flu, bird flu, avian flu, avian influenza, sars, covid, ebola
20000477|vaccines|vaccine, vaccination, immunization, flu vaccine, pandemic flu vaccine
20000448|communicable disease|malaria, tuberculosis, infectious, contagious, disease, virus
20000467|medical drugs|drug patent, pharmaceutical, aids drug, medicine, medication
20000494|animal disease|mad cow, foot and mouth, poultry disease, animal disease
20000464|health treatment|drug treatment, treatment method, medical treatment, eye care, medical care, treatment
20000480|government health care|health care, healthcare, hospital, medicare
07000000|health|health, medical, public health
20000374|trade agreements|free trade agreement, trade agreement, free trade zone, free trade area, trade deal, trade pact, free trade pact, free trade deal, customs union, trade treaty
20000384|tariff|tariff, customs duty, import duty, duty, quota
20000376|trade dispute|trade dispute, global trade barrier, subsidy, dumping, anti dumping, trade war
20000375|trade balance|trade balance, trade deficit, trade surplus, trade imbalance, trade gap
20000366|exports|export
20000369|imports|import
20000377|trade policy|market access, trade barrier, trade policy, protectionism, market opening, open up market
20000373|international trade|trade, wto, world trade, world trade organization, doha, doha round, customs, commerce, market economy, global trade, free trade, trading, trading system, trade talk, trade preference
20000354|credit and debt|debt, debt relief, loan, credit, bailout
20000643|foreign aid|aid, economic aid, foreign aid, humanitarian aid, development aid, donor, relief, food aid, development assistance, assistance
20000624|privatisation|privatisation, privatization, privatise, privatize
20000623|nationalisation|nationalise, nationalize, nationalisation, nationalization, expropriation
20000636|regulation of industry|sanitary, phytosanitary, regulation, foreign firm, intellectual property, competition law, competition
20000620|taxation|tax, taxation, double taxation, vat, tax evasion, value added tax, levy
20000607|government budget|budget, spending, rebate, funding, spend, public spending, budget plan, state budget, eu budget
20000368|government debt|government debt, public debt, sovereign debt
20000371|interest rate|interest rate
20000370|inflation|inflation
20000355|currency value|currency, exchange rate, euro, dollar, yuan, yen, monetary union
20000382|prices|price, pricing, price control
20000357|economic growth|economic growth, growth, gdp
20000383|recession|recession, economic crisis, downturn, financial crisis, economic downturn
20000378|investments|investment, investor, investment promotion
20000372|international economic institution|imf, world bank, international monetary fund, asian development bank
20000274|banking|bank, banking, financial system
20000385|market and exchange|financial market, stock market, market regulation, stock exchange
20000353|consumer issue|consumer, consumer protection
20000533|unemployment|unemployment, jobless, job loss
20000520|social security|social security, welfare, social welfare
20000532|pension|pension, retirement
20000518|wage and benefit|wage, pay, salary, bonus, pay rise, minimum wage
20000530|strike|strike, walkout, industrial action
20000536|unions|trade union, union
20000523|labour market|migrant worker, labor, labour, worker, labor contract, labour market
20000509|employment|job, employment, job creation
20000210|agriculture|agriculture, agricultural, agrarian, rural development, agrarian reform, farm, farmer, cotton, crop, wheat, rice, beef, sugar, grain, fertilizer
20000324|food industry|food, food security
20000343|waterway and maritime transport|shipping, port, vessel, maritime, ship, sea lane
20000338|air transport|airline, aviation, overflight, flight, air link, airport, aircraft, air service
20000340|railway transport|railway, rail, train
20000341|road transport|road, highway, bus service
20000337|transport|transport, transit
20000228|satellite technology|satellite
20000231|software|software
20000225|computing and information technology|information technology, computer, internet, biotechnology
20000233|telecommunication service|telecommunication, telecom, telephone, mobile phone, phone company
20000297|defence equipment|defense industry, defence industry, arms sale, arms deal, arms embargo, fighter jet, military equipment, weapon sale, helicopter, warship, submarine, tank, missile sale, spare part
20000295|aerospace|aerospace, space, spacecraft, space launch
20000320|mining|mining, mine, mineral
20000329|textile and clothing|textile, clothing, garment, apparel
20000235|construction and property|construction, housing, building material
20000294|manufacturing and engineering|car, automobile, factory, manufacturing, car assembly
20000564|tourism|tourism, tourist
20000103|terrorism|terrorism, terrorist, counter terrorism, anti terrorism, counterterrorism, terror, al qaida, extremist, extremism, war on terror
20000096|drug trafficking|drug trafficking, narcotic, drug, opium, cocaine, coca, heroin, drug smuggling
20000101|organised crime|organized crime, organised crime, gang, smuggling, trafficking, piracy, pirate
20000093|corruption|corruption, anti corruption, graft, bribery
20000100|kidnapping|kidnapping, abduction, hostage, abductee, captive
20000105|war crime|war crime, crime against humanity, genocide trial
20000128|international court or tribunal|tribunal, international court, extradition
20000137|prison|detainee, prison, detention, jail, prisoner release, guantanamo
20000129|law enforcement|law enforcement, police, crime, border control
20000106|judiciary|judge, court, judiciary, judicial, trial, justice, judicial reform, previous conviction
20000072|genocide|genocide
20000080|prisoners of war|prisoner, prisoner swap, prisoner exchange, exchange of prisoner, prisoner of war
20000077|post-war reconstruction|reconstruction, rebuilding, rebuild, recovery effort
20000059|peacekeeping force|peacekeeper, peacekeeping, u n force, un force, un mission, u n mission, mandate, multinational force, observer mission
20000060|military occupation|settlement activity, settlement freeze, settlement building, jewish settlement, occupied, withdrawal from the gaza strip, west bank, gaza, pullout, handover, checkpoint, crossing, rafah crossing, withdrawal of troop, troop withdrawal, pullback, withdraw troop, withdraw, settler, outpost
20000063|civil war|civil war
20000065|civil unrest|unrest, violence, sectarian, riot, protest, demonstration
20000073|peace process|peace, ceasefire, cease fire, truce, peace process, peace talk, peace plan, road map, peace accord, reconciliation, conflict resolution, permanent status, peace settlement, end of hostility, end to violence
20000062|war|war, war on
20000056|armed conflict|conflict, fighting, insurgency, rebel, hostility, invasion, militant, bloodshed, darfur, military operation
20000592|human rights|human right, abuse, torture, political prisoner, political freedom, freedom of movement
20000591|freedom of the press|press freedom, media freedom, journalist, censorship
20000590|freedom of religion|religious freedom, religious persecution, religion
20000775|discrimination|racism, discrimination, xenophobia, intolerance, minority right
20000648|political dissent|dissident, dissent, opposition leader, pro democracy, activist
20000654|democracy|democracy, democratic, democratic reform, political reform
20000584|referenda|referendum, self determination, independence vote, vote on independence
20000579|national elections|presidential election, parliamentary election, general election, legislative election, national election
20000574|election|election, electoral, vote, poll, ballot, candidate, electoral law, electoral system
20000597|constitution|constitution, constitutional, charter, constitutional amendment
20000611|impeachment|impeachment
20000651|political parties and movements|coalition, coalition government, power sharing, opposition party, party
20000613|ministers|cabinet, minister, cabinet post, prime minister
20000614|national government|unity government, national unity government, national unity, new government, forming a government, interim government
20000593|government|government, governance, administration, public service
20000615|legislative body|parliament, legislation, bill, legislature
20000604|national security|security, national security, regional security, border security, homeland security, security issue, security cooperation, security situation, patrol, joint patrol, infrastructure protection, security force, handing over security
20000605|espionage and intelligence|intelligence, espionage, spy, spying
20000601|military equipment|transport plane, fighter plane, military vehicle
20000602|military weaponry|missile, missile defense, missile defence, weapon, land mine, weapon of mass destruction, arms control
20000599|armed forces|military, troop, army, military presence, gurkha, soldier, armed force, navy, military exercise
20000598|defence|defense, defence, military cooperation, defense cooperation, defence cooperation
20000645|refugees and internally displaced people|refugee, displaced, humanitarian, humanitarian crisis, asylum
20000634|migration of people|immigration, migration, migrant, visa, illegal immigration, border crossing, deportation, repatriation
20000642|economic sanction|sanction, resolution against, embargo, economic sanction, trade embargo
20000641|treaty|treaty, pact, nonaggression, protocol, joint declaration
20000644|international organisation|united nations, security council, un reform, accession, membership, membership talk, eu membership, european union, nato, asean, african union, candidate status, enlargement, osce, mercosur, association of southeast asian nation, chairmanship, multilateral
20000639|diplomacy|diplomatic, diplomacy, diplomatic relation, talk, dialogue, negotiation, meeting, visit, summit, dispute, standoff, row, rift, six party talk, consular, embassy, dialog
20000638|international relations|relation, bilateral, tie, cooperation, one china policy, economic tie, partnership, bilateral relation, international issue, regional issue, foreign policy, friendship, strategic partnership, exchange, counterpart
20000770|demographics|population, aging, ageing, demographic
20000801|poverty|poverty, poor country, poorest, hunger
20000790|children|children, child, youth
20000777|racism|racist
20000795|national or ethnic minority|ethnic, minority, indigenous
20000740|scientific research|scientific research, scientist
13000000|science and technology|science, technology, technology transfer, scientific, high technology, research and development
05000000|education|education, school, university, student, training, teacher
01000000|arts, culture, entertainment and media|culture, cultural, film, museum, heritage, art, media, newspaper
12000000|religion|religious, church, muslim, pope, islamic, faith
03000000|disaster, accident and emergency incident|disaster, earthquake, tsunami, flood, hurricane, accident, crash, drought, famine
15000000|sport|sport, olympic, tennis, soccer, football, world cup
17000000|weather|weather
10000000|lifestyle and leisure|leisure, lifestyle
08000000|human interest|award, ceremony
09000000|labour|working condition, working hour, employer
02000000|crime, law and justice|crime, criminal, law, legal
06000000|environment|nature, ecosystem
14000000|society|society, social, women, gender, family
16000000|conflict, war and peace|hostile, crisis
04000000|economy, business and finance|economic, economy, business, financial, finance, industry, company, commercial, market, development, stake, tie up
11000000|politics|political, politics, reform, president, policy, independence, sovereignty, autonomy, regime
`

let parsed: NonNullable<RuleSet['categories']> | undefined

/** IPTC Media Topics with the words that tell them, as the categories of a rule set. */
export function mediaTopics(): NonNullable<RuleSet['categories']> {
  parsed ??= lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', words = ''] = line.split('|')
      return { code: `medtop:${code}`, name, words: words.split(', ') }
    })
  return parsed
}
