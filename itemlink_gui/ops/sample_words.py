"""The words that sample data is made of; nobody and nothing in particular is meant."""

from __future__ import annotations

# Names and descriptions of items; larger sets repeat them by place and season.
ITEMS: tuple[tuple[str, str], ...] = (
    ("Premium Subscription", "Everything included, billed once a year.\nCan be cancelled at the end of each month."),
    ("Basic Package", "The essentials for one person."),
    ("Photography for Beginners", "Six evenings on light, framing and the three dials that matter."),
    ("Office Licence, 5 seats", "For small teams; moves between computers."),
    ("Team Licence, 25 seats", "Shared templates and an administrator of your own."),
    ("Yoga in the Morning", "Mondays and Thursdays before work. Bring a mat."),
    ("Français – niveau débutant", "Two lessons a week with a native speaker; the textbook is included."),
    ("Deutsch für den Beruf", "Writing letters, leading meetings, making calls."),
    ("Newsletter", ""),
    ("Support Plan Standard", "Answers within one working day."),
    ("Support Plan 24/7", "Answers within one hour, also on Sundays and holidays."),
    ("Car Sharing, small cars", "By the hour or by the day, fuel included."),
    ("Museum Year Card", "Free entry to 40 museums, guided tours at half price."),
    ("Meal Box, vegetarian", "Four recipes a week with all ingredients.\nDelivered on Tuesdays."),
    ("Meal Box, family", "Three large recipes a week for four people."),
    ("Cello Lessons", "45 minutes each week; instruments can be rented."),
    ("Swimming for Children", "From five years on, in groups of eight."),
    ("First Aid Refresher", "One Saturday. The certificate is valid for two years."),
    ("Cloud Backup 1 TB", "Encrypted before it leaves the computer; 90 days of versions."),
    ("Domain and Mail", "A name of your own with five mailboxes."),
    ("Garden Plot", "50 square metres with a shed and water."),
    ("Library Card", ""),
    ("Pottery Workshop", "Clay, glazes and two firings are included. Groups stay small, so places go fast."),
    (
        "Extended Professional Support Plan with On-Site Service, Weekend Coverage and a Review Every Quarter",
        "For those who cannot wait: a named engineer, spare parts on the shelf, and a written report after each visit. "
        "The review looks at every open question, at what was learned, and at what comes next.",
    ),
    ("Bicycle Insurance", "Theft, falls and vandalism, worldwide."),
    ("Choir", "Rehearsals on Wednesdays; three concerts a year."),
    ("Statistics with Spreadsheets", "From averages to forecasts, without formulas nobody remembers."),
    ("Coffee Subscription", "Two bags a month from a roaster around the corner."),
    ("Season Ticket, Theatre", "Eight evenings, same seat.\nTickets can be passed on."),
    ("Climbing Hall, 10 visits", "Valid for one year; shoes can be borrowed."),
    ("Tax Return Service", "Papers in, finished return out."),
    ("Kitchen Knife Sharpening", ""),
    ("Bookkeeping Licence", "Invoices, receipts and reminders for the self-employed."),
    ("Drawing Studio, student licence", "For pupils and students with a valid card."),
    ("Español conversación", "Small groups, no grammar, lots of talking."),
    ("Winter Tyre Storage", "Washed, checked and stored until spring."),
    ("Window Cleaning", "Every six weeks, inside and outside."),
    ("Piano Tuning", "Twice a year, with a reminder."),
    ("Dance Course, Tango", "No partner needed."),
    ("Data Protection Briefing", "What everybody at a desk must know. One hour, online."),
)

SEASONS = ("Spring", "Summer", "Autumn", "Winter")

# For each culture its given names and its family names.
NAMES: tuple[tuple[str, str], ...] = (
    (
        "John,Emma,Oliver,Grace,Samuel,Hannah,Daniel,Chloe,Thomas,Lucy,Isaac,Megan,Henry,Alice,Walter,Ruth",
        "Doe,Smith,Taylor,Baker,Wright,Hughes,Carter,Bennett,Foster,Marsh,Ellis,Palmer,Whitfield,O'Connor,Harper,Lowe",
    ),
    (
        "José,María,Álvaro,Lucía,Íñigo,Inés,Andrés,Sofía,Joaquín,Belén,Raúl,Pilar,Tomás,Rocío,Nicolás,Begoña",
        "García,Núñez,Fernández,Muñoz,Ibáñez,Peña,Álvarez,Castaño,Rincón,Ordóñez,Vázquez,Cañas,Gómez,Yáñez,Soler,Ruiz",
    ),
    (
        "João,Inês,Antônio,Conceição,Luís,Beatriz,Tomé,Lúcia,Gonçalo,Márcia,Simão,Flávia,Sérgio,Helena",
        "Silva,Conceição,Araújo,Gonçalves,Simões,Magalhães,Brandão,de Souza,Leitão,Patrício,Falcão,Pires,Nóbrega",
    ),
    (
        "François,Zoé,Étienne,Hélène,Benoît,Agnès,Rémi,Chloé,Loïc,Maëlle,Gérard,Anaïs,Jérôme,Noémie",
        "Lefèvre,Dubois,Béranger,Châtelain,Desprès,Gauthier,Mérand,Léger,Lemaître,Pélissier,Rivière,Vasseur,Crépin,Noël",
    ),
    (
        "Jürgen,Käthe,Björn,Anneliese,Günter,Frauke,Sören,Dörte,Matthäus,Heike,Götz,Bärbel,Lukas,Änne",
        "Müller,Schröder,Weiß,Jäger,Krämer,Böhm,Groß,Lüdecke,Vögele,Schäfer,Köhler,Strauß,Hübner,von der Mühle",
    ),
    (
        "Łukasz,Małgorzata,Paweł,Elżbieta,Michał,Żaneta,Grzegorz,Agnieszka,Rafał,Bożena,Błażej,Wiesława",
        "Wójcik,Dąbrowski,Zieliński,Głowacki,Kępa,Szczęsny,Żak,Łuczak,Jabłoński,Gołąb,Piątek,Śliwa",
    ),
    (
        "Jiří,Božena,Tomáš,Květa,Ondřej,Zdeňka,Matěj,Šárka,Luboš,Alžběta,Radoš,Věra",
        "Novák,Dvořáček,Černý,Šťastná,Růžička,Kučera,Žižka,Hlaváč,Říha,Kříž,Bárta,Sýkora",
    ),
    (
        "Søren,Åse,Jørgen,Märta,Øyvind,Sølvi,Håkan,Bodil,Eiríkur,Sigríður,Ægir,Þóra,Väinö,Päivi",
        "Ångström,Bjørnson,Sørlie,Östberg,Kjær,Lindqvist,Rønning,Hämäläinen,Nyström,Skårberg,Mäkelä,Åkerlund,Dahl,Thorén",
    ),
    (
        "Zoltán,Ágnes,Ödön,Eszter,Gergő,Réka,Győző,Ildikó,Béla,Zsófia",
        "Szőke,Kovács,Tóth,Fülöp,Erdős,Kőműves,Balázs,Szűcs,Vörös,Halász",
    ),
    (
        "Çağlar,Ayşe,Ömer,Şükran,Yiğit,Gülşen,İlker,Işıl,Uğur,Nazlı,Doğan,Çiğdem",
        "Yıldız,Öztürk,Şahin,Çelik,Güneş,Aydın,Kılıç,Erdoğdu,Tuğrul,Ünal,Özkan,Yalçın",
    ),
    (
        "Hương,Đức,Thảo,Tuấn,Lệ,Phước,Ánh,Dũng,Ngọc,Quý,Mỹ,Vĩnh",
        "Nguyễn,Trần,Lê,Phạm,Đặng,Bùi,Võ,Hoàng,Đỗ,Huỳnh,Lý,Dương",
    ),
    (
        "Arjun,Priya,Rohan,Ananya,Vikram,Lakshmi,Sanjay,Meera,Imran,Divya,Harpreet,Kavitha,Nikhil,Sunita",
        "Sharma,Iyer,Patel,Reddy,Banerjee,Venkataraman,Singh,Nair,Chatterjee,Kulkarni,Joshi,Subramanian,Qureshi,Mehta",
    ),
    (
        "Amina,Yusuf,Layla,Omar,Fatima,Khalid,Nour,Tariq,Salma,Idris,Zaynab,Hamza",
        "Haddad,al-Rashid,Mansour,Nasser,Ben Salah,El Amrani,Khoury,Darwish,Bouzid,Sabbagh,Aziz,Hakim",
    ),
    (
        "Chinwe,Kwame,Adébáyò,Amara,Thabo,Nomvula,Sékou,Aïssata,Tendai,Wanjikũ,Kofi,Zanele",
        "Okafor,Mensah,Diallo,Nkosi,Ọlálékan,Traoré,Mwangi,Achebe,Dlamini,Ouédraogo,Kamau,Ndlovu",
    ),
    (
        "Yūki,Haruka,Kōhei,Ayumi,Shō,Naoko,Wei,Mei-Ling,Jun,Xiù,Min-jun,Seo-yeon,Lì,Kenji",
        "Satō,Tanaka,Ōno,Itō,Chén,Lǐ,Wáng,Zhào,Kim,Park,Choe,Kondō,Lín,Yamaguchi",
    ),
    (
        "Γιώργος,Ελένη,Νίκος,Κατερίνα,Σπύρος,Ζωή,Ηλίας,Δέσποινα",
        "Παππάς,Νικολάου,Γεωργίου,Ιωάννου,Δημητρίου,Οικονόμου,Βλάχος,Καραγιάννη",
    ),
    (
        "Андрей,Олена,Дмитро,Юлия,Сергій,Наталія,Фёдор,Екатерина,Любомир,Жанна",
        "Шевчук,Ковальчук,Бондаренко,Лысенко,Щербак,Мельник,Кравец,Гончар,Ткач,Яременко",
    ),
)

# How folded letters of other scripts are written in a username; those not named here are left out.
LATIN = str.maketrans(
    dict(zip("αβγδεζηικλμνξοπρςστυφω", "avgdeziiklmnxoprsstyfo", strict=True))
    | dict(zip("абвгґдезиіклмнопрстуфыэ", "abvggdeziiklmnoprstufye", strict=True))
    | {"θ": "th", "χ": "ch", "ψ": "ps"}
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye"}
)

STREETS = (
    "Linden Street", "Mill Lane", "Harbour Road", "Station Square", "Rua das Flores", "Calle Mayor",
    "Rue du Moulin", "Königsallee", "Rosenweg", "Am Alten Markt", "Ulica Lipowa", "Via del Porto", "Storgatan",
    "Kirkegårdsveien", "Orchard Close", "Church Hill", "Elm Grove", "Upper Quay", "Via dei Mulini",
    "Piazza Nuova", "Rose Court", "Kossuth utca", "Palm Avenue", "Lotus Road", "Garden Terrace",
    "Old Post Road", "River Walk", "Victoria Parade", "Sunset Boulevard", "Market Street",
)  # fmt: skip

PLACES = (
    "Riverton", "Lindenau", "Ostermark", "Porto Claro", "Santa Aurea", "Vieux-Moulin", "Bad Lauterbrunn",
    "Żabinek", "Lower Lhota", "Sandvik", "Northbridge", "Easterhill", "Kingsmead", "Montclair", "Villanueva",
    "Altenfeld", "Brookhaven", "Castelverde", "Dunmore", "Elmsworth", "Fairwater", "Gölyazı", "Hillcrest",
    "Ironwell", "Jasmin Bay", "Kirkfell", "Lakeside", "Millbrook", "Newhaven", "Oakvale", "Pinewood",
    "Queensport", "Rosendal", "Stonebury", "Thornfield", "Underwood", "Valhermoso", "Westmarch", "Yarrow",
    "Zelena",
)  # fmt: skip

NOTES = (
    "Prefers e-mail.",
    "Call after 6 p.m.",
    "Invoice goes to the head office.",
    "Pays by bank transfer.",
    "Moved last spring; old address still on some letters.",
    "Wants the newsletter in French.",
    "Asked for a quiet place near the window.",
    "Allergic to nuts.",
    "Referred by a friend.",
    "Interested in the autumn courses.",
    "Do not ring the bell; the dog wakes the baby.",
    "Discount of 10 % agreed until the end of the year.",
    "Order number needed on every invoice.\nContact in accounting: see the last letter.",
    "Spoke on the phone about a larger licence.\nWill decide after the summer.\nCall again in September.",
)

DOMAINS = ("example.org", "example.com", "example.net")
