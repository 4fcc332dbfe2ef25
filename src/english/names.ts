// Names that are known whole, and words by which names are cut and typed, data only.

const list = (text: string): readonly string[] => text.trim().split(/\s+/)
const phrases = (text: string): readonly string[] =>
  text
    .trim()
    .split(',')
    .map((one) => one.trim())

/** Legal forms of firms, in lower case and without full stops. */
export const legalForms: ReadonlySet<string> = new Set(
  list(`inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg kgaa se sa sas sarl srl spa nv bv
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
  ...list(`& and motor motors group groupe holding holdings stores store bank banking airlines airways air electronics
  pharmaceuticals pharmaceutical pharma industries industrial systems technologies technology energy oil petroleum gas
  partners capital media studios records insurance securities telecom telecommunications communications electric foods
  food mining mines steel chemical chemicals international financial finance services retail supermarkets entertainment
  networks network software semiconductor semiconductors brewing breweries beverages cement aerospace aviation automotive
  university platforms resources solutions global worldwide hotels resorts restaurants properties construction
  engineering logistics shipping lines railway railways healthcare labs laboratories therapeutics biotech cosmetics
  apparel sportswear cars trucks computer computers mobile wireless internet online pictures fc`),
])
/** Words that name no firm alone. */
export const genericWords: ReadonlySet<string> = new Set(
  list(`national general central royal american british united first new state federal public world european african
  asian western eastern northern southern royal supreme high great free democratic republican people's the of for`),
)
