/**
 * Names of `meta` elements for the day of publication, the surest first, without case and signs: `article:published_time`
 * is `articlepublishedtime`, `DC.date.issued` is `dcdateissued`.
 */
export const metaNames = [
  // Open Graph
  'articlepublishedtime ogarticlepublishedtime ogpublishedtime articlepublished ogarticlepublished articlepublisheddate',
  'articlepublishtime articlepublishdate ogpublishtime ogpubdate articlepublicationdate articlepubdate',
  // schema.org and rNews
  'datepublished schemadatepublished rnewsdatepublished articledatepublished',
  // Systems that newsrooms publish with
  'parselypubdate sailthrudate cxenseparserecspublishtime cxenseparsepublishtime vrpublished shareaholicarticlepublishedtime',
  'publishedat publishedon publishedtime publisheddate published publishdate publishtime publishedtimestamp',
  'publicationdate publicationtime dateofpublication pubdate pubtime articledateoriginal originalpublicationdate',
  'originalpublishdate originaldate firstpublished firstpublishdate firstpublicationdate firstpublishedat displaydate',
  'contentpublishdate contentpublisheddate articledate storydate newsdate postdate releasedate dateposted',
  // Libraries
  'prismpublicationdate prismcoverdate citationpublicationdate citationonlinedate citationdate dcdateissued dctermsissued',
  'dctermsdateissued dcissued dcdatepublished dcdatesubmitted eprintsdate',
  // When it was made, which is seldom another day
  'dctermscreated dcdatecreated dccreated dctermsdatecreated datecreated ogarticlecreated articlecreated createdat',
  'dctermsdate dcdate date pdate bttimestamp timestamp',
].flatMap((line) => line.split(' '))

/** Properties of microdata and RDFa, as above. */
export const propertyNames = ['datepublished', 'schemadatepublished', 'rnewsdatepublished', 'dcissued', 'dctermsissued']

/** Words in the class or id of an element that gives the day of publication. */
export const dayLabels = new Set(
  'date dates datetime dateline datestamp published publish publishdate publisheddate publishtime publication pubdate posted postdate postedon timestamp time created entrydate articledate articlepublishdate storydate newsdate bylinedate submitted released'.split(
    ' ',
  ),
)

/** Words in the class or id of an element that gives another day. */
export const otherDayLabels = new Set(
  'update updated updates modified modification lastmod lastmodified edited revised reviewed event events expires expiry birth died copyright deadline start end until calendar countdown'.split(
    ' ',
  ),
)

/** Words in the class or id of what holds other things than the article. */
export const asideLabels = new Set(
  'comment comments related recommended recommendation recommendations recirc sidebar footer trending popular mostread latest teaser teasers promo newsletter carousel archive archives'.split(
    ' ',
  ),
)
