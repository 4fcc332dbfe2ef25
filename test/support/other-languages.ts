/** News in other languages than English, written for this test: two paragraphs and four headlines each. */
export const otherLanguages: Readonly<Record<string, { paragraphs: readonly string[]; headlines: readonly string[] }>> =
  {
    German: {
      paragraphs: [
        'Der Bundeskanzler trifft am Montag in Paris den französischen Präsidenten Emmanuel Macron. Bei dem Gespräch soll es um die Energiepreise und um den Haushalt der Europäischen Union gehen.',
        'Die Opposition warf der Regierung vor, zu spät gehandelt zu haben. Ein Sprecher des Ministeriums sagte, man werde noch in diesem Jahr einen neuen Entwurf vorlegen.',
      ],
      headlines: [
        'Kanzler trifft Macron zu Gesprächen über Energiepreise',
        'Bahn streicht wegen des Streiks jeden zweiten Zug',
        'Zahl der Arbeitslosen steigt im Januar leicht an',
        'Gericht weist Klage gegen den Ausbau des Flughafens ab',
      ],
    },
    French: {
      paragraphs: [
        'Le président de la République a reçu mardi à Paris le chancelier allemand. Les deux dirigeants ont évoqué la hausse des prix de l’énergie et la situation au Proche-Orient.',
        'Selon le ministère, aucun accord n’a encore été trouvé avec les syndicats. Une nouvelle réunion est prévue la semaine prochaine, mais les grévistes restent mobilisés.',
      ],
      headlines: [
        'Le gouvernement présente son projet de loi sur les retraites',
        'Trois morts dans un accident de train près de Lyon',
        'La hausse des prix inquiète les ménages français',
        'Les agriculteurs bloquent une autoroute dans le sud du pays',
      ],
    },
    Spanish: {
      paragraphs: [
        'El presidente del Gobierno se reunió el martes en Madrid con los dirigentes de los principales sindicatos. En el encuentro se habló de los salarios y de la reforma de las pensiones.',
        'La oposición criticó que el acuerdo llegara tan tarde. Un portavoz del ministerio dijo que la ley será aprobada antes del verano, aunque todavía faltan detalles.',
      ],
      headlines: [
        'El Gobierno aprueba una nueva ley de vivienda',
        'Tres heridos en un incendio en el centro de Sevilla',
        'Los precios de los alimentos suben por cuarto mes seguido',
        'La policía detiene a cinco personas por el robo de un banco',
      ],
    },
    Portuguese: {
      paragraphs: [
        'O presidente da República recebeu na terça-feira em Brasília os governadores dos estados do Norte. Na reunião foram discutidas as obras contra a seca e o orçamento do próximo ano.',
        'A oposição afirmou que as medidas não são suficientes. Segundo o ministério, uma nova proposta será apresentada ainda este mês ao Congresso.',
      ],
      headlines: [
        'Governo anuncia novo pacote de medidas contra a inflação',
        'Chuva forte deixa centenas de famílias sem casa no sul do país',
        'Polícia prende três suspeitos de assalto a banco',
        'Preço dos combustíveis volta a subir na próxima semana',
      ],
    },
    Italian: {
      paragraphs: [
        'Il presidente del Consiglio ha incontrato martedì a Roma il segretario generale della NATO. Nel colloquio si è parlato della situazione in Ucraina e della spesa per la difesa.',
        'L’opposizione ha chiesto al governo di riferire in aula. Secondo il ministero, la legge sarà approvata entro la fine dell’anno, ma mancano ancora i fondi.',
      ],
      headlines: [
        'Il governo approva la nuova legge sulla casa',
        'Sciopero dei treni, disagi in tutta la penisola',
        'Scontro tra due auto, tre feriti vicino a Bologna',
        'I prezzi degli alimentari salgono per il quarto mese',
      ],
    },
    Dutch: {
      paragraphs: [
        'De minister-president heeft dinsdag in Den Haag overlegd met de vakbonden over de lonen in het onderwijs. Volgens een woordvoerder was het gesprek open, maar werd er nog geen akkoord bereikt.',
        'De oppositie vindt dat het kabinet te laat komt met zijn plannen. Volgende week praten de partijen verder, en dan moet ook duidelijk worden wie de kosten gaat betalen.',
      ],
      headlines: [
        'Kabinet trekt extra geld uit voor het onderwijs',
        'Drie gewonden bij brand in een flat in Rotterdam',
        'Prijzen van boodschappen stijgen voor de vierde maand op rij',
        'Boeren blokkeren snelweg uit protest tegen nieuwe regels',
      ],
    },
    Swedish: {
      paragraphs: [
        'Statsministern träffade på tisdagen den finländska presidenten i Stockholm. De två talade om säkerheten i Östersjön och om hur stödet till Ukraina ska fortsätta.',
        'Oppositionen anser att regeringen har väntat för länge. Enligt en talesperson ska ett nytt förslag läggas fram före sommaren, men det är inte klart vem som ska betala.',
      ],
      headlines: [
        'Regeringen vill höja skatten på bensin',
        'Tre personer skadades i en brand i Malmö',
        'Matpriserna stiger för fjärde månaden i rad',
        'Polisen söker vittnen efter rånet mot en bank',
      ],
    },
    Polish: {
      paragraphs: [
        'Premier spotkał się we wtorek w Warszawie z przedstawicielami związków zawodowych. Rozmowy dotyczyły płac w szkołach oraz budżetu na przyszły rok.',
        'Opozycja zarzuca rządowi, że zbyt długo zwlekał z decyzją. Rzecznik ministerstwa powiedział, że nowa ustawa będzie gotowa jeszcze przed wakacjami.',
      ],
      headlines: [
        'Rząd przyjął projekt nowej ustawy o mieszkaniach',
        'Trzy osoby ranne w pożarze kamienicy w Łodzi',
        'Ceny żywności rosną czwarty miesiąc z rzędu',
        'Policja zatrzymała pięć osób po napadzie na bank',
      ],
    },
    Czech: {
      paragraphs: [
        'Premiér se v úterý v Praze setkal se zástupci odborů. Jednali o platech učitelů a o rozpočtu na příští rok, dohodu však zatím nenašli.',
        'Opozice tvrdí, že vláda jedná příliš pozdě. Mluvčí ministerstva řekl, že nový zákon bude hotov ještě před létem a že peníze jsou připraveny.',
      ],
      headlines: [
        'Vláda schválila nový zákon o bydlení',
        'Při požáru domu v Brně byli zraněni tři lidé',
        'Ceny potravin rostou už čtvrtý měsíc za sebou',
        'Policie hledá svědky přepadení banky v centru města',
      ],
    },
    Turkish: {
      paragraphs: [
        'Cumhurbaşkanı salı günü Ankara’da sendika temsilcileriyle bir araya geldi. Görüşmede öğretmenlerin maaşları ve gelecek yılın bütçesi ele alındı.',
        'Muhalefet, hükümetin çok geç kaldığını söyledi. Bakanlık sözcüsü ise yeni yasanın yaz gelmeden önce hazır olacağını ve paranın ayrıldığını açıkladı.',
      ],
      headlines: [
        'Hükümet yeni konut yasasını onayladı',
        'İzmir’de çıkan yangında üç kişi yaralandı',
        'Gıda fiyatları dördüncü ayda da yükseldi',
        'Polis banka soygunu için tanık arıyor',
      ],
    },
    Indonesian: {
      paragraphs: [
        'Presiden bertemu dengan para pemimpin serikat buruh di Jakarta pada hari Selasa. Pertemuan itu membahas gaji guru dan anggaran untuk tahun depan.',
        'Pihak oposisi mengatakan bahwa pemerintah bertindak terlalu lambat. Juru bicara kementerian mengatakan undang-undang baru akan selesai sebelum akhir tahun ini.',
      ],
      headlines: [
        'Pemerintah setujui undang-undang perumahan yang baru',
        'Tiga orang terluka dalam kebakaran di Surabaya',
        'Harga bahan makanan naik untuk bulan keempat',
        'Polisi mencari saksi perampokan bank di pusat kota',
      ],
    },
    Vietnamese: {
      paragraphs: [
        'Thủ tướng đã gặp đại diện các công đoàn tại Hà Nội vào thứ Ba. Hai bên thảo luận về tiền lương của giáo viên và ngân sách cho năm tới.',
        'Nhiều đại biểu cho rằng chính phủ hành động quá chậm. Người phát ngôn của bộ cho biết luật mới sẽ được thông qua trước cuối năm nay.',
      ],
      headlines: [
        'Chính phủ thông qua luật nhà ở mới',
        'Ba người bị thương trong vụ cháy ở Đà Nẵng',
        'Giá thực phẩm tăng tháng thứ tư liên tiếp',
        'Công an tìm nhân chứng vụ cướp ngân hàng',
      ],
    },
    Russian: {
      paragraphs: [
        'Премьер-министр во вторник встретился в Москве с представителями профсоюзов. На встрече говорили о зарплатах учителей и о бюджете на следующий год.',
        'Оппозиция считает, что правительство действует слишком поздно. Представитель министерства сказал, что новый закон будет готов до лета.',
      ],
      headlines: [
        'Правительство одобрило новый закон о жилье',
        'Три человека пострадали при пожаре в Самаре',
        'Цены на продукты растут четвёртый месяц подряд',
        'Полиция ищет свидетелей ограбления банка',
      ],
    },
    Arabic: {
      paragraphs: [
        'التقى رئيس الوزراء يوم الثلاثاء في القاهرة ممثلي النقابات. وناقش الجانبان رواتب المعلمين وميزانية العام المقبل.',
        'وقالت المعارضة إن الحكومة تحركت بعد فوات الأوان. وأعلن المتحدث باسم الوزارة أن القانون الجديد سيكون جاهزا قبل الصيف.',
      ],
      headlines: [
        'الحكومة توافق على قانون جديد للإسكان',
        'إصابة ثلاثة أشخاص في حريق بالإسكندرية',
        'أسعار المواد الغذائية ترتفع للشهر الرابع',
        'الشرطة تبحث عن شهود على سرقة بنك',
      ],
    },
    Chinese: {
      paragraphs: [
        '总理星期二在北京会见了工会代表。双方讨论了教师的工资和明年的预算，但是没有达成协议。',
        '反对派认为政府行动太晚。部里的发言人说，新的法律将在夏天以前完成，资金已经准备好。',
      ],
      headlines: [
        '政府通过新的住房法',
        '上海一栋公寓起火三人受伤',
        '食品价格连续第四个月上涨',
        '警方寻找银行抢劫案的目击者',
      ],
    },
    Hindi: {
      paragraphs: [
        'प्रधानमंत्री ने मंगलवार को दिल्ली में मज़दूर संघों के नेताओं से मुलाकात की। बैठक में शिक्षकों के वेतन और अगले साल के बजट पर चर्चा हुई।',
        'विपक्ष का कहना है कि सरकार ने बहुत देर कर दी। मंत्रालय के प्रवक्ता ने कहा कि नया कानून गर्मियों से पहले तैयार हो जाएगा।',
      ],
      headlines: [
        'सरकार ने नए आवास कानून को मंज़ूरी दी',
        'मुंबई में आग लगने से तीन लोग घायल',
        'खाने की चीज़ों के दाम चौथे महीने भी बढ़े',
        'पुलिस को बैंक डकैती के गवाहों की तलाश',
      ],
    },
    Swahili: {
      paragraphs: [
        'Waziri mkuu alikutana na viongozi wa vyama vya wafanyakazi mjini Dodoma siku ya Jumanne. Mkutano huo ulijadili mishahara ya walimu na bajeti ya mwaka ujao.',
        'Upinzani ulisema kwamba serikali imechelewa kuchukua hatua. Msemaji wa wizara alisema sheria mpya itakuwa tayari kabla ya mwisho wa mwaka huu.',
      ],
      headlines: [
        'Serikali yapitisha sheria mpya ya nyumba',
        'Watu watatu wajeruhiwa katika moto jijini Mombasa',
        'Bei za vyakula zapanda kwa mwezi wa nne',
        'Polisi watafuta mashahidi wa wizi wa benki',
      ],
    },
    Danish: {
      paragraphs: [
        'Statsministeren mødtes tirsdag med fagforeningerne i København. De talte om lærernes løn og om budgettet for næste år, men de blev ikke enige.',
        'Oppositionen mener, at regeringen har ventet for længe. Ifølge en talsmand bliver et nyt forslag lagt frem før sommeren.',
      ],
      headlines: ['Regeringen vil hæve afgiften på benzin', 'Tre personer kom til skade ved en brand i Aarhus'],
    },
    Romanian: {
      paragraphs: [
        'Premierul s-a întâlnit marți la București cu reprezentanții sindicatelor. Cele două părți au discutat despre salariile profesorilor și despre bugetul pentru anul viitor.',
        'Opoziția spune că guvernul a acționat prea târziu. Un purtător de cuvânt a declarat că noua lege va fi gata înainte de vară.',
      ],
      headlines: [
        'Guvernul a aprobat o nouă lege a locuințelor',
        'Trei oameni au fost răniți într-un incendiu la Cluj',
      ],
    },
    Hungarian: {
      paragraphs: [
        'A miniszterelnök kedden Budapesten találkozott a szakszervezetek képviselőivel. A tanárok béréről és a jövő évi költségvetésről beszéltek, de nem jutottak megegyezésre.',
        'Az ellenzék szerint a kormány túl sokáig várt. A minisztérium szóvivője azt mondta, hogy az új törvény még nyár előtt elkészül.',
      ],
      headlines: ['A kormány elfogadta az új lakástörvényt', 'Hárman megsérültek egy tűzben Szegeden'],
    },
    Finnish: {
      paragraphs: [
        'Pääministeri tapasi tiistaina Helsingissä ammattiliittojen edustajat. He keskustelivat opettajien palkoista ja ensi vuoden talousarviosta, mutta sopua ei vielä löytynyt.',
        'Oppositio sanoo, että hallitus on odottanut liian kauan. Ministeriön mukaan uusi laki valmistuu ennen kesää.',
      ],
      headlines: ['Hallitus hyväksyi uuden asuntolain', 'Kolme ihmistä loukkaantui tulipalossa Turussa'],
    },
    Greek: {
      paragraphs: [
        'Ο πρωθυπουργός συναντήθηκε την Τρίτη στην Αθήνα με εκπροσώπους των συνδικάτων. Συζήτησαν για τους μισθούς των δασκάλων και για τον προϋπολογισμό.',
        'Η αντιπολίτευση λέει ότι η κυβέρνηση άργησε πολύ. Ο νέος νόμος θα είναι έτοιμος πριν από το καλοκαίρι.',
      ],
      headlines: ['Η κυβέρνηση ενέκρινε τον νέο νόμο για τη στέγη', 'Τρεις τραυματίες σε πυρκαγιά στην Πάτρα'],
    },
    Japanese: {
      paragraphs: [
        '首相は火曜日、東京で労働組合の代表と会談した。教員の給与と来年度の予算について話し合ったが、合意には至らなかった。',
        '野党は政府の対応が遅すぎると批判した。省の報道官は、新しい法律は夏までに成立する見込みだと述べた。',
      ],
      headlines: ['政府が新しい住宅法を承認', '大阪のマンションで火事、三人がけが'],
    },
  }
