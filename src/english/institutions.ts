// Words in the names of bodies, buildings and events by which a place in them is told from what only looks so, data only.

import { wordSet } from '../base/word-list.ts'

/** Only a place has these: "Athens Area Chamber of Commerce", "Knox County Food Pantry". */
export const civicHeads =
  wordSet(`police sheriff sheriff's sheriff’s constabulary county city town township borough parish village district council
  commission commissioners board court courts legislature senate assembly parliament government ministry department dept
  authority agency bureau secretariat schools isd libraries jail prison penitentiary courthouse chamber patrol fire rescue
  ambulance ems mayor governor port transit housing utilities zoning elections supervisors selectmen aldermen republican
  republicans democrat democrats conservatives coroner attorney prosecutor treasurer auditor assessor guard embassy
  consulate residents metropolitan municipal statehouse lottery turnpike tourism visitors independent volunteer elementary`)

/** Of these, what is called after who is its head: "the Warren Commission". */
export const inquiries = wordSet('commission bureau agency')

/** A town has these, and hardly a person: "Phoenix Airport", "Houston Chronicle", "Boston Marathon". */
export const townHeads =
  wordSet(`airport airfield port harbour station terminal marathon arena stadium symphony philharmonic opera zoo times post herald
  tribune gazette chronicle news star sun examiner observer dispatch courier press telegraph globe inquirer register sentinel mail
  fc united rovers wanderers athletic albion rangers railway railways railroad airlines diocese archdiocese expo exhibition derby
  olympics games summit conference agreement accord accords treaty convention protocol declaration pact bombing bombings attacks
  state`)

/** A place or a person has these: "Boston University", "Duke University". */
export const learnedHeads =
  wordSet(`university college academy institute school hospital clinic medical health healthcare center centre museum gallery orchestra
  ballet theatre theater cathedral church mosque synagogue bank exchange festival fair cup championship championships open
  foundation trust fund union party army navy journal record echo today radio television tv electric power gas water energy`)

/** A hill, a street or a house of this name does not lie in the place of the name: "Turkey Hill", "Memphis Street". */
export const landscapeHeads =
  wordSet(`hill hills mountain mountains mount peak ridge bluff bluffs cliff cliffs rock rocks valley canyon creek river brook
  run branch fork lake lakes pond pool cove beach island islands isle point cape spring springs falls wood woods forest grove glen
  meadow meadows field fields farm farms orchard heights terrace manor estate estates garden gardens park square street st st. road rd
  rd. avenue ave ave. lane ln drive dr dr. place boulevard blvd blvd. way highway hwy parkway pike trail bridge crossing corner
  corners junction gate gates hall house houses lodge inn tavern cottage tower towers plaza apartments mill pass swamp marsh
  quarter shepherd toast fries`)
/** Of these, what whole lands have. */
export const bodiesOfLands = wordSet('house forest park parks farm highway')

/** A club has its town behind these, and a body the land of which it has a part: "Borussia Dortmund", "Northeast Georgia Medical Center". */
export const beforeTowns =
  wordSet(`greater metro metropolitan royal real inter fc ac afc bayern borussia olympique sporting dynamo dinamo spartak lokomotiv
  atletico atlético racing deportivo club old historic downtown central east west north south eastern western northern southern
  northeast northwest southeast southwest northeastern northwestern southeastern southwestern upper lower
  baseball football basketball hockey soccer cricket rugby netball lacrosse`)

/** What stands before a place inside of a name: "University of Texas at Austin". */
export const insidePrepositions = wordSet('of at in for')
/** Before these and a preposition, any town has its name: "City of Canton". */
export const beforeOf = wordSet(
  'city town village borough county port diocese archdiocese bishop township parish university',
)

/** Words of two equals in a name: "Washington and Lee University", "Jordan & Sons". */
export const insideConjunctions = wordSet('and & or')

/** Words that stand in many a name for what they mean, though towns are called so: "Federal", "Commerce". */
export const wordsLikeTowns =
  wordSet(`federal national native supreme superior justice commerce march general central international united global royal
  states college police high middle public private american liberty independence enterprise early home normal best first second
  third north south east west northern southern eastern western media young stone industry economy human story gulf earth
  mars moon sun republic democratic social civil emirates`)

/** Makers, saints, and those after whom bodies are called, that are towns as well: without the place in the story they are none. */
export const namesakes =
  wordSet(`lincoln jefferson madison jackson monroe adams cleveland wilson kennedy roosevelt johnson franklin hamilton marshall
  mayo clinton harrison howard duke brown rice emory harvard yale cornell stanford carnegie mellon drexel vanderbilt tufts
  fordham stetson baylor furman wesley wesleyan lawrence douglas henry grant lee victoria florence jordan chad israel san santa
  francis lloyd barnes norton warren hudson montgomery newton morgan tyler mason carter taylor nelson sterling columbus
  pasteur bradford stanley ashley morrison fisher burger sears dell ford hershey heinz dow polo powell russell bell scott
  murray butler foley cooper parker wright clark davis allen baker hill king martin moore white austin
  concord concordia delta honda anthem columbia hope faith mission providence trinity loyola bethel eden salem zion pacific
  atlantic progress union eagle centennial victory bath reading nice mobile orange split bar man dover cook wells metro star
  galaxy paradise opportunity advance defiance friendship harmony freedom surprise phoenix titan emerald summit sharp philip`)
