/**
 * The small words that sentences of a language hardly do without, and the letters that few languages have: enough to
 * tell the languages of one script apart.
 */
const list = (words: string): readonly string[] => words.split(/\s+/)

export const latinWords: Readonly<Record<string, readonly string[]>> = {
  en: list(
    'the of and to in is that for it with as was on are by be this from at his her they have has had not will who an or a all its their said which when been would were there more than what about such can other one out up into after over also could may these some if our we you your do does how because between through while against without within before under where any no but only new',
  ),
  es: list(
    'el la de que y en del los las se por un una unos unas con para es al lo como más su sus fue ha han este esta estos estas pero sobre entre también sin desde hasta cuando muy ya no o e ser son está están era hay donde todo toda todos todas otro otra otros otras cual según durante contra ante así dos años año hacia quien nos si le les mediante tras cada porque',
  ),
  fr: list(
    "le la les l'on des du et en un une dans que qui pour par sur est au aux avec ce cette ces son ses leur leurs pas plus été sont d'un d'une c'est qu'il qu'elle n'est ont a ou où mais comme il elle ils elles nous vous se s'est ne sans sous entre lors après avant depuis être fait aussi tout tous toute toutes très selon dont ainsi ans deux afin notamment chez contre toutefois d’un d’une c’est qu’il n’est l’on y",
  ),
  de: list(
    'der die das den dem des und in im ins von vom zu zum zur mit sich auf für ist sind nicht ein eine einen einem einer eines als auch es an am war waren werden wird wurde wurden worden aus er hat haben hatte dass sie nach bei über unter durch um oder aber wie vor noch nur mehr kann können soll sollen sein seine ihre ihr wir ich man wenn so bis gegen seit zwischen keine kein diese dieser dieses alle zwei sowie ohne etwa',
  ),
  pt: list(
    'o a de que e do da em um uma para com não os as no na nos nas se por mais dos das como mas ao à aos às ele ela eles elas foi são pelo pela pelos pelas seu sua seus suas ser é está estão tem têm já também só até sobre entre quando muito sem após desde onde isso este esta esse essa ou ter há outro outra outros outras todos todas cada segundo durante contra ainda anos ano lhe nem depois',
  ),
  it: list(
    "il di che è la per un uno una in del della dei delle degli dello dell' con non sono i le gli lo da dal dalla dai al alla alle ai allo nel nella nei nelle sul sulla sui come più anche si ha hanno ed e o ma se questo questa questi queste suo sua suoi essere stato stata stati anni due dopo prima tra fra ogni tutti tutte tutto contro senza quando dove perché ancora molto già cui dall' nell' sull' all' è",
  ),
  nl: list(
    'de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar maar uit werd werden hebben heeft had worden wordt die dit deze over of nog tot dan meer hij zij ze wij we je u kan kunnen zal zullen geen wel onder tegen na al om moet moeten hun haar waar wie wat tussen tijdens sinds volgens omdat andere alle jaar zich zonder',
  ),
  sv: list(
    'och att det som en ett på är av för med den till inte om han har de jag var från vi kan men ska efter när hon sig så eller ut vid nu alla mot också än där mer över in under utan bara blir blev mycket sin sina sitt hur vara hade år två samt inom mellan enligt finns detta dessa andra varje olika',
  ),
  da: list(
    'og at det en et på er af for med den til ikke om han har de jeg var fra vi kan men skal efter når hun sig så eller ud ved nu alle mod også end hvor mere over ind under uden kun bliver blev meget sin sine sit hvordan være havde år to samt inden mellem ifølge findes dette disse andre hver som i der denne blevet deres nogle hvad mange særligt såsom',
  ),
  no: list(
    'og å det en et på er av for med den til ikke om han har de jeg var fra vi kan men skal etter når hun seg så eller ut ved nå alle mot også enn hvor mer over inn under uten bare blir ble mye sin sine sitt hvordan være hadde år to samt innen mellom ifølge finnes dette disse andre hver som i der denne blitt deres noen hva mange særlig enkelt enhver rett',
  ),
  fi: list(
    'ja on ei että se oli hän mutta ovat myös kun joka jotka mukaan sekä niin kuin ole tai vuoden ollut tämä tämän sen ne he hänen heidän kaikki jos vain nyt vielä jo jonka mitä miten siitä näin ennen jälkeen koska olla voi voidaan sitä hänellä jokaisella kanssa vuonna',
  ),
  pl: list(
    'w i na z się że do to nie o jest jak po od za przez dla oraz ale był była było są przy ich tym które który która tego tej tych jego jej co czy tak już tylko może można lub a we ze pod nad między bez także również więc gdy kiedy ma mają jako został roku lat każdy wszystkich ma prawo swoje',
  ),
  cs: list(
    'a se v na že je o s z do i to k ve pro za by ale jsou jako od po který která které byl byla bylo při nebo ze podle také jeho její jejich tak již už až co když má mají být není tím mezi před pod bez však roku let ke než ani jen kde každý má právo byly',
  ),
  sk: list(
    'a sa v na že je o s z do aj to k vo pre za by ale sú ako od po ktorý ktorá ktoré bol bola bolo pri alebo zo podľa tiež jeho jej ich tak už až čo keď má majú byť nie tým medzi pred pod bez však roku rokov ku než ani len kde každý právo boli ktorých',
  ),
  sl: list(
    'in je se v na da so za ki z s po pa kot bi tudi od do ne ni iz pri o ob ali če še več bil bila bilo bili biti njegov njene ter med pred brez lahko kar leta let ima imajo vsakdo vsi vse svoje tem tega pravico ima',
  ),
  hr: list(
    'i je u se na da su za od s sa što koji koja koje ne kao iz o bi po će ali ili pri do te nije bio bila bilo biti više samo može kako nakon prije između protiv bez godine godina svih njegov njihov ima svatko svako svoje pravo prema ovoj tog toga koju',
  ),
  ro: list(
    'și în de la cu a pe că nu din se este mai un o pentru care au prin sau fost al ale lui ei sunt sa să ca dar după între fără cum când unde toate toți acest această aceste ani anul fi are iar nici doar orice către privind împotriva într-o într-un dreptul oricărei ş în fie asupra',
  ),
  hu: list(
    'a az és hogy nem is egy ez meg volt csak de el már mint azt vagy ki még szerint ha kell lehet van vannak volt voltak minden amely ami aki mert után előtt között nélkül által alatt ezt ennek annak több nagyon majd sem pedig illetve valamint joga van ember mindenkinek',
  ),
  tr: list(
    've bir bu da de için ile olarak çok daha olan gibi en sonra kadar ancak ne var olduğu olduğunu ya veya ki her tüm değil göre karşı önce arasında üzerine tarafından şu o hem bütün hakkı vardır haiz yıl iki etti oldu edildi ise mi',
  ),
  id: list(
    'yang dan di untuk dengan dari ini pada dalam itu tidak akan adalah juga oleh ke telah sebagai kami ada atau bisa dapat karena mereka orang saat sudah tersebut lebih setiap berhak harus antara tanpa terhadap tahun bahwa hak para kepada serta secara menjadi',
  ),
  vi: list(
    'và của là có các một cho được không trong với những này người đã khi từ đến ra vào như về để tại trên theo sau trước cũng nhưng hay hoặc mọi quyền năm bị do đó nhiều phải sẽ',
  ),
  sw: list(
    'na ya wa kwa ni za katika la kuwa hii watu kama hiyo lakini au cha vya yake wake zake wao hilo huo hizo kila mtu haki ana kutoka baada pia sana yote wote hivyo ambayo bila',
  ),
  ca: list(
    "el la de que i en els les del dels per un una amb és al als més va són aquest aquesta no es se però sobre entre també sense des fins quan molt ja o ser està ha han hi ho on tot tota tots totes altre altra altres segons durant contra així dos anys any cada perquè d'un d'una l'estat seva seu seus",
  ),
  gl: list(
    'o a de que e do da en un unha para con non os as no na nos nas se por máis dos das como pero ao á aos ás el ela foi son polo pola seu súa seus súas ser é está teñen ten xa tamén só ata sobre entre cando moi sen despois desde onde isto este esta ou hai outro outra todos todas cada segundo durante contra anos toda dereito',
  ),
  sq: list(
    'dhe të në e i që për me nga një është si ka nuk se më u do janë kanë në mbi pas edhe por duke ose çdo gjitha këtë kjo ky tyre tij saj kundër midis pa deri kur ku vetëm drejtë drejta njeriu gëzojë',
  ),
  lt: list(
    'ir yra kad su į iš kaip buvo už bei per jo jos jų tai bet ar taip pat po nuo dėl apie jau gali ne šio metų arba tik visi kiekvienas žmogus turi teisę prieš tarp be kuri kuris kurie',
  ),
  lv: list(
    'un ir ka ar no uz par kā bija viņa arī bet vai tika pēc līdz pie jau var nav šis šī to tas gada gadu vai tikai visi katram cilvēkam tiesības pret starp bez kas kuri kura',
  ),
  et: list(
    'ja on ei et see oli ta kui ka oma mis kes või ning aga selle tema nende kõik veel juba siis nii pärast enne vastu ilma aasta aastal tuleb peab igal inimesel õigus saab olla',
  ),
  tl: list(
    'ang ng sa na at mga ay ni si para hindi ito may kung nang siya sila nila kanyang niya namin tayo dahil o pa rin din lahat bawat tao karapatan isang isa mula upang kanilang',
  ),
  eu: list(
    'eta da du ez bat dira ere egin dute izan zuen baina edo dela beste hori bere guztiak ditu dituzte oso gabe artean arte urte hau horiek baten giza eskubide duten izango',
  ),
  is: list(
    'og að í á er sem til við um það ekki en með af fyrir var hann hún þeir þær þau eða þess hafa verið því svo eftir frá einnig allir hver maður rétt skal án milli ár',
  ),
  af: list(
    'die van en in het is nie dat op te met vir om was aan ook as deur by hulle hy sy ons wat word kan sal moet daar uit maar of na oor teen tussen sonder alle elke reg sy hierdie jaar geen',
  ),
}

export const cyrillicWords: Readonly<Record<string, readonly string[]>> = {
  ru: list(
    'и в не на что с по как это из но он его для же от за все так или был была были она бы мы они при после к о у до когда если только ещё уже может который которые которая их этого без между году лет также каждый имеет право человек',
  ),
  uk: list(
    'і в не на що з до як це та для за його від але або був була були про вона ми вони після у й є її їх які який яка також при цього без між року років коли якщо тільки ще вже може кожна людина має право щоб',
  ),
  bg: list(
    'и на да в за се от не са с е че по като до ще но бе към след който която които или при той тя те си ли без между година години всеки има право човек му им това този тази така още само може',
  ),
  sr: list(
    'и у је да се на за од су са не који која које као што али би или из после о по ће при до те није био била било бити више само може како године свих његов има свако право без између',
  ),
  be: list(
    'і ў не на што з да як гэта для за ад але ці быў пра яна мы яны пасля у яго яе іх якія які таксама без паміж год кожны чалавек мае права або калі',
  ),
  kk: list(
    'және мен бір бұл үшін бойынша деп де да болған туралы осы екен бар ол әр адам құқығы бұрын кейін қазақ емес',
  ),
  mk: list(
    'и на да во се за од не со е што како но по до ќе би кој која кои или при тој таа тие без меѓу година секој има право ја го ги',
  ),
}

export const arabicWords: Readonly<Record<string, readonly string[]>> = {
  ar: list(
    'في من على أن إلى التي عن هذا مع هذه الذي كان ما لا بعد كما وقد ذلك بين أو لم قد كل عند حتى غير قبل خلال ولا لكل شخص الحق إن هو هي ثم',
  ),
  fa: list(
    'و در به از که این را با است برای آن یک می‌شود شد خود تا کرد های بود هم هر یا نیز باید دارد می شود بین پس آنها بر حق کس',
  ),
  ur: list('کے میں کی ہے اور کو سے کا نے پر یہ ہیں کہ بھی ایک تھا گیا کیا تھے ہو اس کر جو لئے یا ہر شخص حق'),
}

/** Letters, and how often they tell: a language each has nearly for itself counts more. */
export const letters: Readonly<Record<string, string>> = {
  ß: 'de',
  ä: 'de sv fi et sk',
  ö: 'de sv fi et tr hu is',
  ü: 'de tr et hu',
  ñ: 'es gl eu',
  '¿': 'es',
  '¡': 'es',
  ã: 'pt',
  õ: 'pt et',
  ç: 'fr pt tr ca sq',
  œ: 'fr',
  ê: 'fr pt vi',
  è: 'fr it ca',
  ò: 'it ca',
  ì: 'it',
  ù: 'it fr',
  å: 'sv da no',
  æ: 'da no is',
  ø: 'da no',
  ł: 'pl',
  ą: 'pl lt',
  ę: 'pl lt',
  ż: 'pl',
  ś: 'pl',
  ř: 'cs',
  ě: 'cs',
  ů: 'cs',
  ľ: 'sk',
  ĺ: 'sk',
  ŕ: 'sk',
  ô: 'sk fr vi',
  đ: 'hr vi',
  ć: 'hr pl',
  ă: 'ro vi',
  ș: 'ro',
  ț: 'ro',
  ţ: 'ro',
  ő: 'hu',
  ű: 'hu',
  ğ: 'tr',
  ı: 'tr',
  ş: 'tr ro',
  ë: 'sq nl fr',
  ė: 'lt',
  ų: 'lt',
  ū: 'lt lv',
  ā: 'lv',
  ē: 'lv',
  ī: 'lv',
  ņ: 'lv',
  ļ: 'lv',
  þ: 'is',
  ð: 'is',
  ơ: 'vi',
  ư: 'vi',
  ạ: 'vi',
  ế: 'vi',
  ệ: 'vi',
  і: 'uk be kk',
  ї: 'uk',
  є: 'uk',
  ґ: 'uk',
  ў: 'be',
  ы: 'ru be kk',
  э: 'ru be kk',
  ё: 'ru be',
  ъ: 'bg ru',
  ј: 'sr mk',
  љ: 'sr mk',
  њ: 'sr mk',
  ђ: 'sr',
  ћ: 'sr',
  ѓ: 'mk',
  ќ: 'mk',
  ѕ: 'mk',
  қ: 'kk',
  ғ: 'kk',
  ә: 'kk',
  ұ: 'kk',
  پ: 'fa ur',
  چ: 'fa ur',
  ژ: 'fa',
  گ: 'fa ur',
  ک: 'fa ur',
  ی: 'fa ur',
  ے: 'ur',
  ہ: 'ur',
  ں: 'ur',
  ٹ: 'ur',
  ڈ: 'ur',
  ة: 'ar',
  ي: 'ar',
  ك: 'ar',
  أ: 'ar',
}

/** How words end: a weak sign each, and the only one in a line without small words. */
export const endings: Readonly<Record<string, readonly string[]>> = {
  en: list('ing ted ons ies ble ful ity ess ght ers ngs ally ment tion'),
  es: list('ión ado ada dos das dad nes nte les ico ica ivo iva ción ciones mente'),
  fr: list('ent ant eur eux aux ées ité ons ise que ques ment tion elle oire'),
  de: list('ung gen ten hen ich eit ter ern ert lich isch keit heit ungen'),
  pt: list('ção ões ade nto dos das ção mente ais eis ais ivo iva adas ados ente ões'),
  it: list('ione oni are ere ità ati ate nti ico ica iche zione zioni mente ale ali'),
  nl: list('ing gen den ren lijk heid eren isch ijke ende tie ties sch aar'),
  sv: list('ing nde ade het ska are tet gar rna ning ingar heter arna erna'),
  da: list('hed else ede nde ger der gen ing erne ende eder ning ninger heder elser rede igt skab aber tet'),
  no: list('het else ede nde ger ene ing enne ende eter ning ninger heter elser igt skap aper tet'),
  fi: list('nen sta ssa lla sti een aan iin ista issa uksen ksia mista'),
  pl: list('nie ego ych ach ami iej ość owi owa owy ści enia ania skie'),
  cs: list('ní ých ého ost ová ové ním ích ami ách ský'),
  hu: list('ság ség nak nek ban ben hoz hez tól ről ban'),
  tr: list('lar ler dan den lık lik mak mek nda nde nın nin rın'),
  ro: list('ea ului iei lor rea ări ții ată are ele'),
  id: list('kan nya ang ngan kan asi annya'),
  ca: list('ció ment ats ades itat ions ència'),
  ru: list('ого ого ный ать ить ние ция ости ения ский ская ских'),
  uk: list('ого ний ати ити ння ція ості ський ська ських'),
  bg: list('ата ето ите ане ост ция ски ния'),
}
