// Words beside places, data only.

import { phraseSet, phrases, wordSet, words } from '../../base/word-list.ts'

/** Who a town has, and a person has not: "Lincoln Mayor", "Oxford residents". */
export const civicNouns =
  wordSet(`mayor mayors alderman councillor councillors councilor councilors councilman councilmen
  councilwoman councilwomen councilmember councilmembers selectman selectmen police policeman policemen firefighter firefighters
  paramedics resident residents townspeople commuters motorists homeowners householders shopkeepers schoolchildren pensioners
  suburb suburbs commissioner commissioners aldermen`)
/** Who a county has besides: "Black Hawk County officials", but not "Ross County players". */
export const countyOffices =
  wordSet(`officials authorities deputies sheriff sheriffs prosecutor prosecutors attorney jail courthouse coroner judge
  judges executive supervisors election clerk`)
/** Who heads a land that is part of another: "former Malaita premier Daniel Suidani". */
export const landHeads = wordSet('premier governor')
/** What may come between a place and its council: "Leeds city council leader". */
export const civicBodies = wordSet('city town borough county village district parish')
export const councils = wordSet('council councils')
/** After an article: "a Swindon man". */
export const locals = wordSet(
  'man men woman women girl girls boy boys teenager teenagers mother father native pensioner schoolgirl schoolboy motorist',
)

/** Towns whose names open sentences without being theirs. */
export const sentenceOpeners = wordSet(
  'most many same nice reading mobile orange bath split march tours bar man enterprise union young',
)

/** What follows a state, and what comes before one. */
export const stateAfter = wordSet(
  `state attorney gov governor lt legislature statehouse senators sen rep legislators congressman congresswoman democrat democrats
  republican republicans`,
)
export const stateBefore = phraseSet(
  'state of, governor of, governors of, legislature of, senator from, senators from, congressman from, congresswoman from, democrat from, republican from, eastern, western, northern, southern, central, upstate, rural, southeastern, southwestern, northeastern, northwestern, southeast, southwest, northeast, northwest',
)
/** What comes before a city. */
export const cityBefore = phraseSet('downtown, midtown, uptown, city of, suburban, inner-city')

/** What people live in, and what a town is divided into: "the village of Troy", "a suburb of Melbourne". */
export const settlementNouns = wordSet(
  'city cities town towns village villages hamlet port capital resort municipality',
)
export const cityParts = wordSet('suburb neighborhood neighbourhood quarter borough')
/** What armies do to a place besides what is done to any. */
export const conquests = wordSet(
  'took taken retake retakes retook retaken recapture recaptured regained shelling bombing',
)
/** A government speaks by its capital's name, unless people are called so: "Kyiv said", "Sofia said". */
export const speaks = wordSet('said says')
export const capitalsLikePeople = wordSet('sofia victoria santiago london paris vienna lima roma male')
/** Before a mountain, and not before a town that is called after one: "on Mount Vernon". */
export const beforeMountains = wordSet(
  'on up down atop climb climbs climbed climbing scale scaled scaling ascend ascended summit summited slopes',
)
/** What is called after the place where it was found: "Lassa fever", "West Nile virus". */
export const diseases = wordSet('virus viruses fever disease syndrome encephalitis flu measles pox')
/** What lands are divided into, as they follow its name: "Zamfara state". */
export const areaNouns =
  wordSet(`state states province provinces region district county governorate prefecture oblast department parish
  territory island`)

/** Prepositions before a place, and those before one that is known well. */
export const placed = wordSet('in at near from outside')
export const maybePlaced = wordSet('to of around inside toward towards through across into for via beyond between')

/** Quarters of the compass, which are no places by themselves: "in the North". */
export const compass = wordSet('north south east west northeast northwest southeast southwest')
/** Bodies of the sky, after which towns are called. */
export const skies = wordSet('earth mars venus jupiter saturn mercury neptune uranus pluto moon sun')

/** Peoples that are called after a land which is not theirs. */
export const peoples = wordSet('native american americans indian indians')
/** After "Indian" they are of America, not of India. */
export const tribal =
  wordSet(`tribe tribes tribal reservation reservations country casino casinos gaming nation nations chief chiefs mound
  mounds burial lands boarding powwow`)
/** Before "Indian" likewise. */
export const beforeTribal = wordSet('american native plains pueblo mission west')

/** What comes before and after a name for a part of what it names: "Northeast Georgia", "Panamá Province". */
export const beforeWhole = [
  '(?:north|south|east|west)(?:ern|east|west|eastern|western)?',
  '(?:north|south)-(?:east|west)',
  ...words(
    `greater metro metropolitan downtown central upper lower mid midtown suburban inner outer mainland continental`,
  ),
]
export const afterWhole = phrases(
  'province, region, state, prefecture, oblast, governorate, metropolitan area, metro area, area, city',
)

/** What comes before "of" and the name of a land: "the Kingdom of Norway"; those of its parts as well: "the State of Texas". */
export const landTitles = phrases(
  'Republic, Kingdom, Sultanate, Emirate, Principality, Grand Duchy, State, Commonwealth, Province',
)
export const partTitles: ReadonlySet<string> = new Set(phrases('State, Commonwealth, Province'))

/** What a street is called. */
export const streets =
  wordSet(`street st road rd avenue ave lane ln drive dr boulevard blvd highway hwy parkway expressway freeway motorway
  turnpike`)
/** What a street, a square or a park is called: it lies in a town, and has no point of its own in the gazetteer. */
export const thoroughfares: ReadonlySet<string> = new Set([
  ...streets,
  ...words('square plaza park terrace crescent quay promenade esplanade alley'),
])
/** What a street's name begins with besides words with a capital: "42nd Street". */
export const ordinal = /^\d{1,3}(?:st|nd|rd|th)$/
/** Words with a capital that stand before a street's name and are no part of it. */
export const beforeStreets = wordSet(
  'the a an on in at of from near to off along and or this that his her its their our',
)
