import { wordSet } from '../base/word-list.ts'

/**
 * Words of grammar of other languages that are written in Latin letters, without those that are English words too ("die", "was",
 * "pour", "on"). They are often among the words that English news has; without them a text would seem half English.
 */
export const wordsOfOtherLanguages: ReadonlySet<string> = wordSet(
  // German
  `das und ist nicht mit dem ein eine einen einem einer eines auf für sich auch als nach bei wird werden haben aus
  noch über vor zum durch wir ich dass oder aber nur wurde wurden sind vom beim wegen gegen bis ihre ihr seine
  sein seit mehr sagte jahr zwei drei wie wenn sehr schon ohne unter zwischen es er sie` +
    // French
    ` une un dans aux avec qui ne ce cette ces ses leur leurs ils elle elles il nous vous ont été mais sont où selon
  après avant plusieurs contre entre depuis être avoir fait deux trois cinq près très encore aussi même comme
  mardi chez vers hier ans` +
    // Spanish
    ` que por para una como más pero sus este esta estos estas fue ser han también muy hasta desde sobre donde cuando
  todos según nueva nuevo años dos tres cinco se su ni está estaban aunque` +
    // Portuguese
    ` uma não mais os ao aos pelo pela seu sua foi são está até também já entre após segundo novo ano anos três sem
  isso ele ela num numa à às` +
    // Italian
    ` che è gli nel nella nelle nei sono stato stata anche più dopo alla alle agli dal dalla dalle sul sulla delle
  degli dei questo questa suo sua loro ancora tra fra perché anno anni tre nuova nuovo il ed` +
    // Dutch
    ` een het zijn niet voor ook maar deze naar bij werd worden heeft hebben wordt uit aan nog wel geen jaar drie meer
  tegen volgens omdat hij zij ze en dan te er als` +
    // Swedish, Danish, Norwegian
    ` och att det som är av inte har ett med om från efter kan ska skulle hade blev blir enligt han de og ikke på af
  ved bliver er fra jeg vil der også eller når skal mot etter` +
    // Polish
    ` się na nie jest że od po dla przez jako jak oraz przy było był była są co który która które jego ich tym tego
  roku już tylko może bardzo jeszcze czy zostało także` +
    // Czech, Slovak
    ` je že se na si byl byla bylo jsou který která které jako nebo od při za po jeho roku už také však ještě podle
  nie bol bola sú alebo pri ako aj` +
    // Turkish
    ` bir bu için ile da çok daha olarak gibi kadar sonra olan ise değil ama en yeni oldu olduğu yıl önce üç iki ne` +
    // Indonesian, Malay
    ` yang dan di itu dengan untuk dari pada tidak akan ini dalam juga telah oleh mereka ada sudah bahwa karena adalah
  kepada saat atau hari tahun para lebih bisa kami kita setelah sebelum antara orang baru harga naik` +
    // Vietnamese
    ` trong cho theo khi nay hai ba anh lên năm` +
    // Swahili
    ` wa na kwa katika ni la za kuwa huo hii hiyo huu yake baada kabla lakini kama sasa mwaka watu siku hilo ambaye
  alisema` +
    // Romanian
    ` și în nu cu pe din că este sunt mai au fost pentru prin după dar sau lui ei unei unui anul fi la` +
    // Hungarian, Finnish
    ` az és hogy nem egy meg csak már még vagy ezt azt szerint után lesz de ja ei oli myös että hän mutta kun vuoden
  mukaan ovat sekä kuin olla`,
)

/** Words that are in names too: "Charles de Gaulle", "Real Sociedad de San Sebastián". Before a capital they tell nothing. */
export const particlesOfNames: ReadonlySet<string> = wordSet(
  `de del della delle dello di da do dos das du des la le les lo los las el al der den dem von vom van zu zum zur ter te y e et i und og och
  en av of bin ben ibn na`,
)

/** Words that English shares with others, where they are as frequent: they tell nothing. */
export const sharedWords: ReadonlySet<string> = wordSet(
  `a an am as at da de del den der des di die do e el em en es est ha hat i in la le les lo los man me men met na ni no o on or over par
  per plus pour sa so son sur ta te til till to um un va van vi war was we wie y`,
)

/** Words of grammar that no other language has: a sentence of English dishes has them all the same. */
export const wordsOfEnglishAlone: ReadonlySet<string> = wordSet(
  `the and that with from this which his they said have has been their she it were would but not these those who what
  when where while about`,
)
