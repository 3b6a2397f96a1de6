/**
 * Cities that stand in datelines and categories, by country (ISO 3166-1), each with its names in other languages where
 * they differ. Capitals, seats of courts and organisations, and the largest; no name that is also a common word.
 */
export const cities = `
AE Abu Dhabi/Abou Dabi/Абу-Даби/أبو ظبي; Dubai/Dubái/Dubaï/Дубай/دبي
AF Kabul/Kaboul/Кабул/كابول/کابل
AL Tirana/Tiranë/Тирана
AM Yerevan/Ereván/Erevan/Jerewan/Ереван
AR Buenos Aires/Буэнос-Айрес; Rosario; Mendoza
AT Vienna/Wien/Viena/Vienne/Вена/فيينا/ウィーン/维也纳; Graz; Salzburg
AU Sydney/Sídney/Сидней/シドニー/悉尼; Melbourne/Мельбурн; Canberra/Канберра; Brisbane; Perth; Adelaide
AZ Baku/Bakú/Bakou/Баку
BA Sarajevo/Сараево
BD Dhaka/Daca/Dacca/Дакка/ঢাকা
BE Brussels/Bruselas/Bruxelles/Brüssel/Brussel/Bruxelas/Брюссель/بروكسل/ブリュッセル/布鲁塞尔; Antwerp/Antwerpen/Anvers/Amberes; Ghent/Gent/Gand; Liège
BG Sofia/София/София
BO La Paz; Sucre
BR Brasília/Brasilia/Бразилиа; São Paulo/Sao Paulo/San Pablo/Сан-Паулу; Rio de Janeiro/Río de Janeiro/Рио-де-Жанейро; Belo Horizonte; Porto Alegre; Recife; Curitiba
BY Minsk/Мінск/Минск
CA Ottawa/Оттава; Toronto/Торонто; Montreal/Montréal/Монреаль; Vancouver/Ванкувер; Calgary; Edmonton; Winnipeg; Quebec City
CD Kinshasa/Киншаса
CH Bern/Berne/Berna/Берн; Geneva/Genève/Genf/Ginebra/Ginevra/Genebra/Женева/جنيف/ジュネーブ/日内瓦; Zurich/Zürich/Zúrich/Zurigo/Цюрих; Basel/Bâle/Basilea; Lausanne
CI Abidjan/Абиджан
CL Santiago de Chile; Valparaíso; Santiago/Сантьяго
CM Yaoundé/Yaounde/Яунде; Douala
CN Beijing/Pekín/Pékin/Peking/Pequim/Pechino/Пекин/بكين/北京; Shanghai/Shanghái/Шанхай/上海; Guangzhou/广州; Shenzhen/深圳; Wuhan/武汉
CO Bogotá/Bogota/Богота; Medellín/Medellin
CR San José de Costa Rica
CU Havana/La Habana/La Havane/Havanna/Гавана
CY Nicosia/Nikosia/Никосия/Λευκωσία
CZ Prague/Praha/Prag/Praga/Прага; Brno
DE Berlin/Berlín/Berlino/Берлин/برلين/ベルリン/柏林/ברלין; Hamburg/Hamburgo/Hambourg/Гамбург; Munich/München/Múnich/Monaco di Baviera/Мюнхен; Cologne/Köln/Colonia/Кёльн; Frankfurt/Fráncfort/Francfort/Франкфурт; Stuttgart; Leipzig; Dresden/Dresde; Karlsruhe; Düsseldorf; Bremen; Hannover/Hanover; Bonn
DK Copenhagen/København/Kopenhagen/Copenhague/Copenaghen/Köpenhamn/Копенгаген; Aarhus
DO Santo Domingo/Saint-Domingue
DZ Algiers/Alger/Argel/Algeri/Algier/Алжир/الجزائر العاصمة
EC Quito/Кито; Guayaquil
EE Tallinn/Таллин
EG Cairo/El Cairo/Le Caire/Kairo/Il Cairo/Каир/القاهرة/קהיר; Alexandria/Alejandría/الإسكندرية
ES Madrid/Мадрид/مدريد/マドリード; Barcelona/Barcelone/Barcellona/Барселона/برشلونة; Valencia; Seville/Sevilla/Séville/Севилья; Bilbao; Zaragoza; Málaga
ET Addis Ababa/Adís Abeba/Addis-Abeba/Addis Abeba/Аддис-Абеба/أديس أبابا/አዲስ አበባ
FI Helsinki/Helsingfors/Хельсинки
FR Paris/París/Parigi/Париж/باريس/パリ/巴黎/פריז; Marseille/Marsella/Marseilles/Marsiglia/Марсель; Lyon/Лион; Toulouse/Tolosa; Strasbourg/Straßburg/Estrasburgo/Strasburgo/Страсбург; Bordeaux/Burdeos; Lille; Nantes; Nice/Niza/Nizza; Rennes
GB London/Londres/Londra/Londen/Лондон/لندن/ロンドン/伦敦/לונדון; Manchester/Манчестер; Birmingham; Edinburgh/Edimburgo/Édimbourg/Эдинбург; Glasgow; Cardiff; Belfast; Liverpool; Leeds; Bristol; Brighton
GE Tbilisi/Tiflis/Тбилиси/თბილისი
GH Accra/Аккра
GR Athens/Atenas/Athènes/Athen/Atene/Афины/أثينا/Αθήνα; Thessaloniki/Θεσσαλονίκη
GT Ciudad de Guatemala/Guatemala City
HK Hong Kong/Hongkong/Гонконг/هونغ كونغ/香港/香港
HN Tegucigalpa
HR Zagreb/Загреб
HT Port-au-Prince/Puerto Príncipe
HU Budapest/Будапешт/بودابست
ID Jakarta/Yakarta/Djakarta/Джакарта
IE Dublin/Dublín/Dublino/Дублин; Cork
IL Jerusalem/Jerusalén/Jérusalem/Gerusalemme/Иерусалим/القدس/ירושלים; Tel Aviv/Тель-Авив/تل أبيب/תל אביב; Haifa/Хайфа/חיפה
IN New Delhi/Nueva Delhi/Neu-Delhi/Nuova Delhi/Nova Délhi/Нью-Дели/नई दिल्ली/نيودلهي; Delhi/दिल्ली; Mumbai/Bombay/मुंबई; Bengaluru/Bangalore; Chennai; Kolkata/Calcutta
IQ Baghdad/Bagdad/Багдад/بغداد; Erbil/أربيل
IR Tehran/Teherán/Téhéran/Teheran/Тегеран/طهران/تهران
IS Reykjavik/Reykjavík/Рейкьявик
IT Rome/Roma/Rom/Рим/روما/ローマ/罗马/רומא; Milan/Milano/Milán/Mailand/Милан; Naples/Napoli/Nápoles/Neapel; Turin/Torino/Turín; Florence/Firenze/Florencia/Florenz; Venice/Venezia/Venecia/Venise/Venedig; Bologna/Bolonia; Palermo; Genoa/Genova
JM Kingston
JO Amman/Ammán/Амман/عمان الأردن
JP Tokyo/Tokio/Токио/طوكيو/東京/东京/도쿄; Osaka/大阪; Kyoto/京都; Sapporo/札幌
KE Nairobi/Найроби/نيروبي; Mombasa; Kisumu
KG Bishkek/Бишкек
KH Phnom Penh/Пномпень
KR Seoul/Seúl/Séoul/Séul/Сеул/سيول/ソウル/서울/首尔; Busan/부산
KZ Astana/Астана; Almaty/Алматы
LB Beirut/Beyrouth/Бейрут/بيروت/ביירות
LK Colombo/Коломбо
LT Vilnius/Вильнюс
LV Riga/Rīga/Рига
LY Tripoli/Trípoli/طرابلس
MA Rabat/Рабат/الرباط; Casablanca/الدار البيضاء; Marrakesh/Marrakech
MD Chișinău/Chisinau/Kishinev/Кишинёв
MK Skopje/Скопје/Скопье
MM Yangon/Rangún/ရန်ကုန်; Naypyidaw
MT Valletta
MX Mexico City/Ciudad de México/Mexiko-Stadt/Città del Messico/Мехико; Guadalajara; Monterrey; Tijuana
MY Kuala Lumpur/Куала-Лумпур
MZ Maputo
NA Windhoek
NG Abuja/Абуджа; Lagos/Лагос
NI Managua
NL Amsterdam/Ámsterdam/Амстердам/أمستردام; The Hague/Den Haag/La Haya/La Haye/L'Aia/Haia/Гаага/لاهاي; Rotterdam; Utrecht
NO Oslo/Осло; Bergen; Trondheim
NP Kathmandu/Katmandú/Katmandou/Катманду/काठमाडौं
NZ Wellington; Auckland/Окленд; Christchurch
PE Lima/Лима; Arequipa; Cusco
PH Manila/Manille/Манила; Quezon City; Cebu
PK Islamabad/Исламабад/إسلام آباد/اسلام آباد; Karachi/کراچی; Lahore/لاہور
PL Warsaw/Warszawa/Varsovia/Varsovie/Warschau/Varsavia/Варшава; Kraków/Krakow/Cracovia/Cracovie/Krakau/Краков; Gdańsk/Gdansk; Wrocław; Poznań
PR San Juan de Puerto Rico
PS Gaza/Gazastadt/غزة/עזה; Ramallah/رام الله/Рамалла
PT Lisbon/Lisboa/Lisbonne/Lissabon/Lisbona/Лиссабон/لشبونة; Porto/Oporto
PY Asunción
QA Doha/Доха/الدوحة
RO Bucharest/București/Bucarest/Bukarest/Бухарест; Cluj-Napoca
RS Belgrade/Beograd/Belgrado/Belgrad/Белград/Београд
RU Moscow/Moscú/Moscou/Moskau/Mosca/Moskva/Москва/موسكو/モスクワ/莫斯科; St. Petersburg/Saint Petersburg/San Petersburgo/Saint-Pétersbourg/Sankt Petersburg/Санкт-Петербург; Yekaterinburg/Екатеринбург; Novosibirsk/Новосибирск; Kazan/Казань
RW Kigali/Кигали
SA Riyadh/Riad/Эр-Рияд/الرياض; Jeddah/جدة
SD Khartoum/Jartum/Хартум/الخرطوم
SE Stockholm/Estocolmo/Stoccolma/Стокгольм; Gothenburg/Göteborg; Malmö
SG Singapore City
SI Ljubljana/Любляна
SK Bratislava/Братислава; Košice
SN Dakar/Дакар/داكار
SV San Salvador
SY Damascus/Damasco/Damas/Damaskus/Дамаск/دمشق; Aleppo/حلب
TH Bangkok/Банкок/กรุงเทพ/กรุงเทพฯ; Chiang Mai
TN Tunis/Túnez/تونس العاصمة
TR Ankara/Анкара/أنقرة; Istanbul/Estambul/İstanbul/Стамбул/إسطنبول; Izmir/İzmir
TW Taipei/Taipéi/Taipeh/Тайбэй/台北/臺北
TZ Dar es Salaam; Dodoma; Arusha
UA Kyiv/Kiev/Kiew/Київ/Киев/كييف/キーウ/基辅; Lviv/Львів/Львов; Odesa/Odessa/Одеса/Одесса; Kharkiv/Харків/Харьков
UG Kampala/Кампала/كمبالا
US Washington/Вашингтон/واشنطن/ワシントン/华盛顿/וושינגטון; New York/Nueva York/Nova York/Нью-Йорк/نيويورك/ニューヨーク/纽约/ניו יורק; Los Angeles/Лос-Анджелес; San Francisco/Сан-Франциско; Chicago/Чикаго; Boston/Бостон; Atlanta; Miami/Майами; Houston; Dallas; Seattle; Philadelphia; Detroit; Denver; Minneapolis; New Orleans; Portland; San Diego; Austin
UY Montevideo/Монтевидео
UZ Tashkent/Taskent/Ташкент
VE Caracas/Каракас
VN Hanoi/Hanói/Hanoï/Hà Nội/Ханой; Ho Chi Minh City/Thành phố Hồ Chí Minh
YE Sanaa/Saná/صنعاء
ZA Johannesburg/Johannesburgo/Йоханнесбург; Cape Town/Ciudad del Cabo/Kapstadt/Kaapstad/Кейптаун; Pretoria/Претория; Durban
ZM Lusaka/Лусака
ZW Harare/Хараре
`
