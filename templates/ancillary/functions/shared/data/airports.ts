// Made by scripts/generate-airports.mjs from airport-data-js (https://github.com/aashishvanand/airport-data-js),
// licensed CC BY 4.0; cut down to code, country, position, time zone, size, scheduled service and name. Not for editing.

/** IANA time zones, one a line, by the number the airports give. */
export const ZONES = `
Africa/Abidjan
Africa/Accra
Africa/Addis_Ababa
Africa/Algiers
Africa/Asmara
Africa/Bamako
Africa/Bangui
Africa/Banjul
Africa/Bissau
Africa/Blantyre
Africa/Brazzaville
Africa/Bujumbura
Africa/Cairo
Africa/Casablanca
Africa/Conakry
Africa/Dakar
Africa/Dar_es_Salaam
Africa/Djibouti
Africa/Douala
Africa/Freetown
Africa/Gaborone
Africa/Harare
Africa/Johannesburg
Africa/Juba
Africa/Kampala
Africa/Khartoum
Africa/Kigali
Africa/Kinshasa
Africa/Lagos
Africa/Libreville
Africa/Lome
Africa/Luanda
Africa/Lubumbashi
Africa/Lusaka
Africa/Malabo
Africa/Maputo
Africa/Maseru
Africa/Mbabane
Africa/Mogadishu
Africa/Monrovia
Africa/Nairobi
Africa/Ndjamena
Africa/Niamey
Africa/Nouakchott
Africa/Ouagadougou
Africa/Porto-Novo
Africa/Sao_Tome
Africa/Tripoli
Africa/Tunis
Africa/Windhoek
America/Adak
America/Anchorage
America/Anguilla
America/Antigua
America/Argentina/Buenos_Aires
America/Argentina/Catamarca
America/Argentina/Cordoba
America/Argentina/Jujuy
America/Argentina/Rio_Gallegos
America/Argentina/Salta
America/Argentina/Ushuaia
America/Aruba
America/Asuncion
America/Atikokan
America/Bahia
America/Barbados
America/Belem
America/Belize
America/Blanc-Sablon
America/Boa_Vista
America/Bogota
America/Boise
America/Cambridge_Bay
America/Campo_Grande
America/Cancun
America/Caracas
America/Cayenne
America/Cayman
America/Chicago
America/Ciudad_Juarez
America/Costa_Rica
America/Creston
America/Cuiaba
America/Curacao
America/Dawson_Creek
America/Denver
America/Detroit
America/Dominica
America/Edmonton
America/Eirunepe
America/El_Salvador
America/Fort_Nelson
America/Fortaleza
America/Godthab
America/Goose_Bay
America/Grand_Turk
America/Grenada
America/Guadeloupe
America/Guatemala
America/Guayaquil
America/Guyana
America/Halifax
America/Havana
America/Hermosillo
America/Indiana/Indianapolis
America/Inuvik
America/Iqaluit
America/Jamaica
America/Juneau
America/Kentucky/Louisville
America/La_Paz
America/Lima
America/Los_Angeles
America/Managua
America/Manaus
America/Marigot
America/Martinique
America/Matamoros
America/Mazatlan
America/Menominee
America/Merida
America/Metlakatla
America/Mexico_City
America/Miquelon
America/Moncton
America/Monterrey
America/Montevideo
America/Montserrat
America/Nassau
America/New_York
America/Noronha
America/Nuuk
America/Panama
America/Pangnirtung
America/Paramaribo
America/Phoenix
America/Port-au-Prince
America/Port_of_Spain
America/Porto_Velho
America/Puerto_Rico
America/Punta_Arenas
America/Rankin_Inlet
America/Recife
America/Regina
America/Resolute
America/Rio_Branco
America/Santarem
America/Santiago
America/Santo_Domingo
America/Sao_Paulo
America/Scoresbysund
America/Sitka
America/St_Johns
America/St_Kitts
America/St_Lucia
America/St_Thomas
America/St_Vincent
America/Tegucigalpa
America/Thule
America/Thunder_Bay
America/Tijuana
America/Toronto
America/Tortola
America/Vancouver
America/Whitehorse
America/Winnipeg
America/Yellowknife
Antarctica/Casey
Antarctica/Davis
Antarctica/McMurdo
Antarctica/Palmer
Antarctica/Rothera
Antarctica/Syowa
Antarctica/Troll
Arctic/Longyearbyen
Asia/Aden
Asia/Almaty
Asia/Amman
Asia/Anadyr
Asia/Aqtobe
Asia/Ashgabat
Asia/Atyrau
Asia/Baghdad
Asia/Bahrain
Asia/Baku
Asia/Bangkok
Asia/Beirut
Asia/Bishkek
Asia/Brunei
Asia/Chita
Asia/Colombo
Asia/Damascus
Asia/Dhaka
Asia/Dili
Asia/Dubai
Asia/Dushanbe
Asia/Famagusta
Asia/Gaza
Asia/Ho_Chi_Minh
Asia/Hong_Kong
Asia/Irkutsk
Asia/Jakarta
Asia/Jayapura
Asia/Jerusalem
Asia/Kabul
Asia/Kamchatka
Asia/Karachi
Asia/Kathmandu
Asia/Kolkata
Asia/Krasnoyarsk
Asia/Kuala_Lumpur
Asia/Kuwait
Asia/Macau
Asia/Magadan
Asia/Makassar
Asia/Manila
Asia/Muscat
Asia/Nicosia
Asia/Novokuznetsk
Asia/Novosibirsk
Asia/Omsk
Asia/Oral
Asia/Phnom_Penh
Asia/Pontianak
Asia/Pyongyang
Asia/Qatar
Asia/Qostanay
Asia/Qyzylorda
Asia/Riyadh
Asia/Sakhalin
Asia/Samarkand
Asia/Seoul
Asia/Shanghai
Asia/Singapore
Asia/Srednekolymsk
Asia/Taipei
Asia/Tashkent
Asia/Tbilisi
Asia/Tehran
Asia/Thimphu
Asia/Tokyo
Asia/Ulaanbaatar
Asia/Urumqi
Asia/Vientiane
Asia/Vladivostok
Asia/Yakutsk
Asia/Yangon
Asia/Yekaterinburg
Asia/Yerevan
Atlantic/Azores
Atlantic/Bermuda
Atlantic/Canary
Atlantic/Cape_Verde
Atlantic/Faroe
Atlantic/Madeira
Atlantic/Reykjavik
Atlantic/St_Helena
Atlantic/Stanley
Australia/Adelaide
Australia/Brisbane
Australia/Broken_Hill
Australia/Darwin
Australia/Eucla
Australia/Hobart
Australia/Lindeman
Australia/Lord_Howe
Australia/Melbourne
Australia/Perth
Australia/Sydney
Etc/UTC
Europe/Amsterdam
Europe/Andorra
Europe/Athens
Europe/Belgrade
Europe/Berlin
Europe/Bratislava
Europe/Brussels
Europe/Bucharest
Europe/Budapest
Europe/Chisinau
Europe/Copenhagen
Europe/Dublin
Europe/Gibraltar
Europe/Guernsey
Europe/Helsinki
Europe/Isle_of_Man
Europe/Istanbul
Europe/Jersey
Europe/Kaliningrad
Europe/Kiev
Europe/Kyiv
Europe/Lisbon
Europe/Ljubljana
Europe/London
Europe/Luxembourg
Europe/Madrid
Europe/Malta
Europe/Mariehamn
Europe/Minsk
Europe/Monaco
Europe/Moscow
Europe/Oslo
Europe/Paris
Europe/Podgorica
Europe/Prague
Europe/Riga
Europe/Rome
Europe/Samara
Europe/Sarajevo
Europe/Saratov
Europe/Skopje
Europe/Sofia
Europe/Stockholm
Europe/Tallinn
Europe/Tirane
Europe/Vienna
Europe/Vilnius
Europe/Warsaw
Europe/Zagreb
Europe/Zurich
Indian/Antananarivo
Indian/Chagos
Indian/Christmas
Indian/Cocos
Indian/Comoro
Indian/Mahe
Indian/Maldives
Indian/Mauritius
Indian/Mayotte
Indian/Reunion
Pacific/Apia
Pacific/Auckland
Pacific/Bougainville
Pacific/Chatham
Pacific/Chuuk
Pacific/Easter
Pacific/Efate
Pacific/Fiji
Pacific/Funafuti
Pacific/Galapagos
Pacific/Gambier
Pacific/Guadalcanal
Pacific/Guam
Pacific/Honolulu
Pacific/Kanton
Pacific/Kiritimati
Pacific/Kosrae
Pacific/Kwajalein
Pacific/Majuro
Pacific/Marquesas
Pacific/Midway
Pacific/Nauru
Pacific/Niue
Pacific/Norfolk
Pacific/Noumea
Pacific/Pago_Pago
Pacific/Palau
Pacific/Pohnpei
Pacific/Port_Moresby
Pacific/Rarotonga
Pacific/Saipan
Pacific/Tahiti
Pacific/Tarawa
Pacific/Tongatapu
Pacific/Wake
Pacific/Wallis
`;

/** A line per airport in order of its code: IATA|country|latitude|longitude|zone|size and scheduled service|name. */
export const AIRPORTS = `
AAA|PF|-17.356|-145.509|361|M1|Anaa Airport
AAB|AU|-26.691|141.048|259|S0|Arrabury Airport
AAC|EG|31.076|33.832|12|M1|El Arish International Airport
AAD|SO|6.096|46.638|38|S0|Adado Airport
AAE|DZ|36.821|7.812|3|M1|Annaba Rabah Bitat Airport
AAF|US|29.733|-84.983|129|S0|Apalachicola Regional Airport
AAG|BR|-24.142|-49.856|149|M1|Arapoti
AAH|DE|50.75|6.133|274|S0|Aachen/Merzbruck Airport
AAI|BR|-12.917|-46.933|66|M1|Arraias Airport
AAJ|SR|3.9|-55.367|134|S0|Cayana Airstrip
AAK|KI|0.167|173.583|362|S1|Aranuka Airport
AAL|DK|57.087|9.872|280|L1|Aalborg Airport
AAM|ZA|-24.8|31.533|22|M0|Mala Mala Airport
AAN|AE|24.26|55.617|194|M1|Al Ain Airport
AAO|VE|9.432|-64.464|75|M0|Anaco Airport
AAP|ID|-0.374|117.256|214|M1|Aji Pangeran Tumenggung Pranoto International Airport
AAQ|RU|45.002|37.347|300|M1|Anapa Airport
AAR|DK|56.308|10.626|280|M1|Aarhus Airport
AAS|ID|-3.917|139.25|202|S0|Apalapsili Airport
AAT|CN|47.75|88.084|242|M1|Altay Airport
AAU|WS|-13.458|-172.6|330|S0|Asau Airport
AAV|PH|6.347|124.75|215|M0|Allah Valley
AAW|PK|34.2|73.25|206|S0|Abbottabad Airport
AAX|BR|-19.568|-46.929|149|M1|Araxa Airport
AAY|YE|16.196|52.173|175|M1|Al Ghaydah Airport
AAZ|GT|14.865|-91.503|98|S1|Los Altos Airport
ABA|RU|53.717|91.5|209|M1|Abakan Airport
ABB|NG|6.203|6.667|28|M0|Asaba International Airport
ABC|ES|39.085|-1.982|295|M0|Albacete Airport
ABD|IR|30.364|48.227|238|M1|Abadan Airport
ABE|US|40.652|-75.434|129|L1|Lehigh Valley International Airport
ABF|KI|1.671|173.304|362|S0|Abaiang Airport
ABG|AU|-17.667|143.2|259|S0|Abingdon Downs Airport
ABH|AU|-23.65|146.633|259|S0|Alpha Airport
ABI|US|32.413|-99.68|78|M1|Abilene Regional Airport
ABJ|CI|5.255|-3.933|0|M1|Felix Houphouet Boigny Airport
ABK|ET|6.733|44.25|2|M1|Kabri Dar Airport
ABL|US|67.088|-157.846|51|M1|Ambler Airport
ABM|AU|-10.943|142.45|259|S1|Northern Peninsula Airport
ABN|SR|5.5|-54.083|134|S0|Albina Airport
ABO|CI|5.433|-3.217|0|S0|Aboisso Airport
ABP|PG|-6.067|141.1|358|M0|Atkamba Airport
ABQ|US|35.05|-106.617|85|L1|Albuquerque International Sunport
ABR|US|45.453|-98.426|78|M1|Aberdeen Regional Airport
ABS|EG|22.368|31.61|12|M1|Abu Simbel Airport
ABT|SA|20.294|41.64|228|M1|Al-Aqiq Airport
ABU|ID|-9.075|124.907|214|S1|A.A. Bere Tallo Airport
ABV|NG|9.005|7.27|28|L1|Nnamdi Azikiwe International Airport
ABW|PG|-10.183|148.7|358|S0|Abau Airport
ABX|AU|-36.07|146.955|268|M1|Albury Airport
ABY|US|31.532|-84.196|129|M1|Southwest Georgia Regional Airport
ABZ|GB|57.2|-2.204|293|L1|Aberdeen International Airport
ACA|MX|16.762|-99.755|122|M1|Acapulco International Airport
ACB|US|44.983|-85.217|86|S0|Antrim County Airport
ACC|GH|5.607|-0.172|1|L1|Kotoka International Airport
ACD|CO|8.517|-77.3|70|S0|Acandi Airport
ACE|ES|28.951|-13.609|251|L1|Lanzarote Airport
ACF|CN|40.464|81.247|232|S1|Alaer Talimu Airport
ACH|CH|47.483|9.567|319|M1|Altenrhein Airport
ACI|GG|49.707|-2.215|283|M1|Alderney Airport
ACJ|LK|8.35|80.383|190|M0|Anuradhapura Airport
ACK|US|41.257|-70.06|129|L1|Nantucket Memorial Airport
ACL|CO|4.75|-73|70|S0|Aguaclara Airport
ACM|CO|-2|-71.833|70|M1|Arica Airport
ACN|MX|29.3|-100.917|117|S0|Ciudad Acuna International Airport
ACO|CH|46.159|8.783|319|S0|Ascona Airport
ACP|IR|37.481|46.281|238|S0|Sahand
ACR|CO|-0.6|-72.399|70|S0|Araracuara Airport
ACS|RU|56.267|90.567|209|M0|Achinsk Airport
ACT|US|31.609|-97.223|78|M1|Waco Regional Airport
ACU|PA|9.576|-79.724|132|S0|Achutupo Airport
ACV|US|40.971|-124.107|112|M1|California Redwood Coast-Humboldt County Airport
ACX|CN|25.086|104.959|232|M1|Xingyi Wanfenglin Airport
ACY|US|39.451|-74.572|129|M1|Atlantic City International Airport
ACZ|IR|31.088|61.542|238|M0|Zabol Airport
ADA|TR|36.985|35.297|286|M1|Adana Sakirpasa Airport
ADB|TR|38.294|27.148|286|L1|Izmir Adnan Menderes Airport
ADC|PG|-7.137|145.745|358|S0|Andakombe Airport
ADD|ET|8.984|38.796|2|L1|Addis Ababa Bole International Airport
ADE|YE|12.826|45.038|175|M1|Aden International Airport
ADF|TR|37.75|38.267|286|M1|Adiyaman Airport
ADG|US|41.9|-84.033|86|S0|Lenawee County Airport
ADH|RU|58.601|125.406|245|S0|Aldan Airport
ADI|NA|-22.4|15|49|M0|Arandis Airport
ADJ|JO|31.975|35.983|177|M1|Marka International Airport
ADK|US|51.883|-176.645|50|M1|Adak Island Naval Station
ADL|AU|-34.938|138.537|258|L1|Adelaide Airport
ADM|US|34.303|-97.019|78|S0|Ardmore Municipal
ADN|CO|5.667|-75.933|70|S0|Andes Airport
ADO|AU|-31.017|137.15|258|S0|Andamooka Airport
ADP|LK|7.338|81.627|190|M0|Ampara Airport
ADQ|US|57.754|-152.514|51|L1|Kodiak Airport
ADR|US|33.45|-79.567|129|S0|Andrews Airport
ADS|US|32.967|-96.833|78|L0|Addison Airport
ADT|US|34.8|-96.667|78|M0|Ada Municipal Airport
ADU|IR|38.324|48.421|238|M1|Ardabil Airport
ADV|SD|11.402|26.119|25|S0|Ed Daein Airport
ADW|US|38.817|-76.867|129|L0|Andrews Air Force Base
ADX|GB|56.367|-2.867|293|M0|Leuchars Station (Army)
ADY|ZA|-22.667|29.05|22|S0|Alldays Airport
ADZ|CO|12.586|-81.702|70|M1|Gustavo Rojas Pinilla International Airport
AEA|KI|0.483|173.85|362|S0|Abemama Atoll Airport
AEB|CN|23.719|106.968|232|M1|Baise Bama Airport
AED|US|58.033|-152.9|51|M1|Aleneva Airport
AEE|SS|10.054|32.959|23|S0|Adareil Airport
AEG|ID|1.4|99.43|201|M0|Aek Godang Airport
AEH|TD|13.851|20.851|41|M1|Abeche Airport
AEK|PG|-7.367|146.283|358|S0|Aseki Airport
AEL|US|43.65|-93.367|78|S0|Albert Lea Municipal Airport
AEM|RU|45.841|137.674|244|S0|Amgu Airport
AEO|MR|16.709|-9.636|43|S0|Aioun El Atrouss Airport
AEP|AR|-34.556|-58.417|54|L1|Aeroparque Internacional Jorge Newbery
AEQ|CN|43.87|120.16|232|S0|Ar Horqin Airport
AER|RU|43.449|39.941|300|L1|Sochi International Airport
AES|NO|62.56|6.117|301|M1|Vigra Alesund Airport
AET|US|66.554|-152.611|51|S1|Allakaket Airport
AEU|IR|25.875|55.034|238|M1|Abu Musa Airport
AEX|US|31.323|-92.543|78|M1|Alexandria International Airport (Louisiana)
AEY|IS|65.655|-18.075|255|M1|Akureyri Airport
AFA|AR|-34.589|-68.401|54|M1|San Rafael Airport
AFC|PH|15.254|120.678|215|S0|Angeles City Flying Club
AFD|ZA|-33.583|26.883|22|S0|Port Alfred Airport
AFF|US|39.01|-104.89|85|S0|United States Air Force Academy Airport
AFI|CO|6.917|-75.067|70|S0|Amalfi Airport
AFK|LK|7.283|81.667|190|S0|Kondavattavan Tank SPB
AFL|BR|-9.872|-56.105|73|M1|Alta Floresta Airport
AFN|US|42.833|-72.067|129|S0|Jaffrey Airport–Silver Ranch
AFO|US|42.733|-110.933|85|S0|Afton Municipal Airport
AFR|PG|-9.133|148.383|358|S0|Afore Airport
AFS|UZ|41.614|64.233|236|S1|Zarafshan Airport
AFT|SB|-9.2|160.85|341|S0|Afutara Aerodrome
AFW|US|32.986|-97.315|78|L0|Perot Field Fort Worth Alliance Airport
AFY|TR|38.733|30.6|286|M0|Afyon Airport
AFZ|IR|36.172|57.603|238|M1|Sabzevar Airport
AGA|MA|30.329|-9.411|13|L1|Agadir Al Massira Airport
AGB|DE|48.425|10.932|274|M0|Augsburg Airport
AGC|US|40.355|-79.93|129|M0|Allegheny County Airport
AGD|ID|-1.383|133.867|202|S0|Anggi Airport
AGE|DE|53.783|7.917|274|S1|Wangerooge Airport
AGF|FR|44.174|0.599|302|M0|La Garenne Airport
AGG|PG|-4.169|144.074|358|S0|Angoram Airport
AGH|SE|56.287|12.867|312|M1|Angelholm Helsingborg Airport
AGI|SR|5.833|-56.833|134|S1|Wageningen Airport
AGJ|JP|26.59|127.238|240|S1|Aguni Airport
AGK|PG|-6.403|143.847|358|S0|Kagua Airport
AGL|PG|-9.34|149.155|358|S0|Wanigela Airport
AGM|GL|65.613|-37.618|93|S1|Tasiilaq Heliport
AGN|US|57.497|-134.569|108|S1|Angoon Seaplane Base
AGO|US|33.267|-93.233|78|S0|Magnolia Municipal Airport
AGP|ES|36.675|-4.49|295|L1|Malaga Airport
AGQ|GR|38.604|21.352|272|S0|Agrinion Airport
AGR|IN|27.158|77.963|208|M1|Agra Airport
AGS|US|33.374|-81.973|129|M1|Augusta Regional Airport
AGT|PY|-25.5|-54.833|62|L1|Alejo Garcia Airport
AGU|MX|21.701|-102.314|122|M1|International Airport of Aguascalientes
AGV|VE|9.552|-69.233|75|M0|Acarigua Airport
AGW|AU|-12.15|142.15|259|S0|Agnew Airport
AGX|IN|10.829|72.18|208|M1|Agatti Island Airport
AGZ|ZA|-29.05|18.85|22|M0|Aggeneys Airport
AHA|IN|22.987|83.196|208|S1|Maa Mahamaya Ambikapur Airport
AHB|SA|18.234|42.658|228|L1|Abha Regional Airport
AHC|US|40.15|-120.133|112|S0|Amedee Army Air Field
AHD|US|34.167|-97.133|78|S0|Ardmore Downtown Airport
AHE|PF|-14.531|-146.319|361|M1|Ahe
AHF|US|40.3|-99.9|78|S0|Arapahoe Municipal Airport
AHH|US|45.3|-92.35|78|S0|Amery Municipal Airport
AHI|ID|-3.333|128.917|202|S0|Amahai Airport
AHJ|CN|32.527|102.357|232|M0|Hongyuan Airport
AHL|GY|2.483|-59.317|100|S0|Aishalton Airport
AHM|US|39.745|-100.154|78|S0|Lenora Municipal
AHN|US|33.952|-83.325|129|M0|Athens-Ben Epps Airport
AHO|IT|40.63|8.296|306|M1|Alghero-Fertilia Airport
AHS|HN|15.442|-84.425|157|S0|Ahuas Airport
AHT|US|51.5|179|50|M1|Amchitka Airport
AHU|MA|35.18|-3.837|13|M0|Charif Al Idrissi Airport
AHW|OM|21.343|56.766|216|S0|Saih Rawl Airport
AHY|MG|-20.017|45.533|320|S0|Ambatolahy Airport
AHZ|FR|45.133|6.097|302|S0|L'Alpe D'Huez
AIA|US|42.052|-102.807|85|M1|Alliance Municipal Airport
AIB|US|56.233|-132.383|108|M1|Anita Bay Airport
AIC|MH|7.279|168.826|348|S0|Airok Airport
AID|US|40.167|-85.683|104|S0|Anderson Municipal Airport
AIE|PG|-5.167|144.667|358|S0|Aiome Airport
AIF|BR|-22.667|-50.417|149|S0|Assis Airport
AIG|CF|6.517|23.25|6|S0|Yalinga Airport
AIH|PG|-7.349|141.266|358|S0|Aiambak Airport
AII|DJ|11.15|42.717|17|S0|Ali-Sabieh Airport
AIK|US|33.649|-81.684|129|S0|Aiken Regional Airport
AIL|PA|9.25|-78.083|132|S0|Ailigandi Airport
AIM|MH|10.2|169.983|348|S0|Ailuk Island Airport
AIN|US|70.633|-160.033|51|M1|Wainwright Airport
AIO|US|41.4|-95.017|78|S0|Atlantic Municipal Airport (Iowa)
AIP|IN|31.433|75.761|208|S1|Adampur Airport
AIR|BR|-10.25|-59.383|82|S0|Aripuana Airport
AIS|KI|-2.65|176.833|362|S0|Arorae Island Airport
AIT|CK|-18.829|-159.767|359|S1|Aitutaki Airport
AIU|CK|-20.033|-158.1|359|S1|Atiu Island Airport
AIV|US|33.133|-88.15|78|S0|George Downer Airport
AIW|NA|-27.983|17.583|49|S0|Ai-Ais Airport
AIZ|US|38.098|-92.547|78|S0|Lee C Fine Memorial Airport
AJA|FR|41.92|8.794|302|M1|Ajaccio Napoleon Bonaparte Airport
AJF|SA|29.789|40.101|228|M1|Jouf Airport
AJI|TR|39.65|43.025|286|M1|Agri Airport
AJJ|MR|19.731|-14.374|43|S0|Akjoujt Airport
AJK|IR|34.135|49.842|238|S0|Arak Airport
AJL|IN|23.839|92.625|208|M1|Aizawl Airport
AJN|KM|-12.131|44.43|324|M1|Ouani Airport
AJR|SE|65.591|19.286|312|M1|Arvidsjaur Airport
AJS|MX|26.833|-113.667|160|S0|Abreojos Airport
AJU|BR|-10.987|-37.073|66|M1|Santa Maria Airport
AJY|NE|16.964|7.993|42|M1|Manu Dayak International Airport
AKA|CN|32.757|108.875|232|S1|Ankang Fuqiang Airport
AKB|US|52.217|-174.201|50|S1|Atka Airport
AKC|US|41.036|-81.468|129|M0|Akron Executive Airport
AKD|IN|20.667|77.083|208|M0|Akola Airport
AKE|GA|-1.172|13.917|29|S0|Akieni Airport
AKF|LY|24.184|23.321|47|M1|Kufra Airport
AKG|PG|-3.633|142.017|358|S0|Anguganak Airport
AKH|SA|24.063|47.581|228|M0|Prince Sultan Air Base
AKI|US|60.906|-161.223|51|S1|Akiak Airport
AKJ|JP|43.671|142.455|240|M1|Asahikawa Airport
AKK|US|56.944|-154.167|51|S1|Akhiok Sea Plane Base
AKL|NZ|-37.005|174.784|331|L1|Auckland Airport
AKM|TD|10.883|19.817|41|S0|Zakouma Airport
AKN|US|58.683|-156.669|51|M1|King Salmon Airport
AKO|US|40.167|-103.217|85|S0|Colorado Plains Regional Airport
AKP|US|68.138|-151.74|51|M1|Anaktuvuk Airport
AKQ|ID|-4.617|105.233|201|S0|Gunung Batin Airport
AKR|NG|7.25|5.3|28|M1|Akure Airport
AKS|SB|-8.704|160.681|341|S1|Gwaunaru'u Airport
AKT|CY|34.583|32.983|217|M0|Akrotiri Royal Air Force
AKU|CN|41.26|80.293|232|M1|Aksu Airport
AKV|CA|60.733|-78.583|161|S1|Akulivik Airport
AKW|IR|30.75|49.683|238|M0|Aghajari Airport
AKX|KZ|50.249|57.211|179|M1|Aktobe International Airport
AKY|MM|20.13|92.88|246|M1|Sittwe Airport
ALA|KZ|43.347|77.011|176|L1|Almaty International Airport
ALB|US|42.745|-73.81|129|L1|Albany International Airport
ALC|ES|38.287|-0.557|295|L1|Alicante-Elche Airport
ALD|PE|-11.683|-69.333|111|S0|Alerta Airport
ALE|US|30.387|-103.681|78|S0|Alpine-Casparis Municipal Airport
ALF|NO|69.977|23.356|301|M1|Alta Airport
ALG|DZ|36.698|3.207|3|L1|Houari Boumediene Airport
ALH|AU|-34.945|117.804|267|M1|Albany Airport
ALI|US|27.75|-98.067|78|M0|Alice International Airport
ALJ|ZA|-28.575|16.533|22|M0|Alexander Bay Airport
ALK|ET|7.967|39.117|2|S0|Asela Airport
ALL|IT|44.05|8.217|306|S0|Albenga Airport
ALM|US|32.846|-105.985|85|M0|Alamogordo Municipal Airport
ALN|US|38.892|-90.048|78|M0|St. Louis Regional Airport
ALO|US|42.556|-92.4|78|M1|Waterloo Regional Airport
ALP|SY|36.185|37.227|191|M1|Aleppo International Airport
ALQ|BR|-29.813|-55.893|149|S0|Alegrete Airport
ALR|NZ|-45.214|169.369|331|M0|Alexandra Airport
ALS|US|37.437|-105.867|85|M1|San Luis Valley Regional Airport
ALT|BR|-1.933|-54.767|138|S0|Alenquer Airport
ALU|SO|11.967|50.8|38|S0|Alula Airport
ALV|AD|42.5|1.517|271|M1|Andorra La Vella Heliport
ALW|US|46.095|-118.291|112|M1|Walla Walla Regional Airport
ALX|US|32.933|-85.95|78|S0|Thomas C Russell Field
ALY|EG|31.184|29.949|12|L1|El Nouzha Airport
ALZ|US|56.898|-154.248|51|S1|Alitak Sea Plane Base
AMA|US|35.218|-101.705|78|L1|Rick Husband Amarillo International Airport
AMB|MG|-13.183|48.983|320|S0|Ambilobe Airport
AMC|TD|11.033|20.283|41|S0|Am Timan Airport
AMD|IN|23.066|72.624|208|L1|Sardar Vallabhbhai Patel International Airport
AME|MZ|-15.833|37.583|35|S0|Alto Molocue Airport
AMF|PG|-4.167|141.667|358|S0|Ama Airport
AMG|PG|-4.617|143.7|358|S0|Amboin Airport
AMH|ET|6.036|37.577|2|M1|Arba Mintch Airport
AMI|ID|-8.561|116.094|214|S0|Selaparang Airport
AMJ|BR|-16.183|-40.683|149|S0|Almenara Airport
AMK|US|37.206|-107.864|85|S0|Animas Air Park
AML|PA|8.267|-82.867|132|S0|Puerto Armuelles Airport
AMM|JO|31.723|35.989|177|L1|Queen Alia International Airport
AMN|US|43.383|-84.65|86|S0|Gratiot Community Airport
AMO|TD|14.117|15.317|41|S0|Mao Airport
AMP|MG|-24.7|44.733|320|S0|Ampanihy Airport
AMQ|ID|-3.705|128.089|202|M1|Pattimura International Airport
AMS|NL|52.309|4.763|270|L1|Amsterdam Airport Schiphol
AMT|AU|-26.767|132.033|261|S0|Amata Airport
AMU|PG|-3.517|141.15|358|S0|Amanab Airport
AMV|RU|69.762|61.574|300|M1|Amderma Airport
AMW|US|41.994|-93.618|78|S0|James Herman Banning Ames Municipal Airport
AMX|AU|-21.74|135.24|261|S0|Ammaroo Airport
AMY|MG|-17.683|45.667|320|S0|Ambatomainty Airport
AMZ|NZ|-37.03|174.975|331|M0|Ardmore Airport
ANA|KE|-1.272|34.961|40|S0|Angama Mara Airport
ANB|US|33.59|-85.856|78|M0|Anniston Regional Airport
ANC|US|61.174|-149.996|51|L1|Ted Stevens Anchorage International Airport
AND|US|34.494|-82.71|129|M0|Anderson Regional Airport
ANE|FR|47.56|-0.312|302|M0|Angers-Marce Airport
ANF|CL|-23.449|-70.441|147|L1|Andres Sabella Galvez International Airport
ANG|FR|45.727|0.219|302|M0|Brie-Champniers Airport
ANH|SB|-8.983|160.5|341|M1|Anuha Island Resort Airport
ANI|US|61.574|-159.537|51|M1|Aniak Airport
ANJ|CG|-2.85|13.833|10|S0|Zanaga Airport
ANK|TR|39.95|32.689|286|M0|Etimesgut Airport
ANL|AO|-11.25|17.25|31|S0|Andulo Airport
ANM|MG|-15|50.317|320|M0|Antsirabato
ANN|US|55.037|-131.571|121|M0|Annette Island Airport
ANO|MZ|-16.178|39.937|35|S0|Angoche Airport
ANP|US|38.983|-76.5|129|S0|Lee Airport
ANQ|US|41.64|-85.084|104|S0|Tri-State Steuben County Airport
ANR|BE|51.189|4.451|276|M1|Antwerp International Airport
ANS|PE|-13.717|-73.356|111|S1|Andahuaylas Airport
ANT|AT|47.15|10.283|315|M1|St. Anton Airport
ANU|AG|17.139|-61.792|53|L1|V.C. Bird International Airport
ANV|US|62.648|-160.189|51|M1|Anvik Airport
ANW|US|42.55|-99.867|78|S0|Ainsworth Regional Airport
ANX|NO|69.305|16.133|301|M1|Andenes Airport
ANY|US|37.15|-98.033|78|S0|Anthony Municipal Airport
ANZ|AU|-25.083|132.167|261|S0|Angas Downs Airport
AOA|PG|-9.05|146.8|358|S0|Aroa Airport
AOB|PG|-4.917|144.65|358|S0|Annanberg Airport
AOC|DE|50.982|12.506|274|M0|Altenburg Nobitz Airport
AOD|TD|11.475|19.289|41|S0|Abou Deia Airport
AOE|TR|39.81|30.519|286|M1|Anadolu Airport
AOG|CN|41.104|123.858|232|M1|Anshan Teng'ao Airport
AOH|US|40.767|-84.1|129|S0|Allen County Airport
AOI|IT|43.607|13.356|306|M1|Ancona Falconara Airport
AOJ|JP|40.739|140.689|240|M1|Aomori Airport
AOK|GR|35.421|27.147|272|M1|Karpathos Airport
AOL|AR|-29.683|-57.15|54|M0|Paso de los Libres Airport
AOM|OM|22.493|57.382|216|S0|Adam Airport
AON|PG|-6.333|146|358|S0|Arona Airport
AOO|US|40.297|-78.32|129|M1|Altoona Airport
AOP|PE|-2.951|-76.503|111|S0|Alfredo Vladimir Sara Bauer Airport
AOQ|GL|72.887|-55.596|93|M1|Aappilattoq Heliport (Upernavik)
AOR|MY|6.191|100.397|210|M1|Sultan Abdul Halim Airport
AOS|US|57.471|-153.816|51|S1|Amook Bay Seaplane Base
AOT|IT|45.739|7.362|306|M0|Corrado Gex Airport
AOU|LA|14.8|106.833|243|S0|Attopeu Airport
APA|US|39.572|-104.849|85|M0|Centennial Airport
APB|BO|-14.717|-68.517|110|S0|Apolo Airport
APC|US|38.212|-122.28|112|S0|Napa County Airport
APD|ID|-4.46|120.31|214|S0|Arung Palakka Airport
APE|PE|-15.354|-75.167|111|S0|San Juan Aposento Airport
APF|US|26.153|-81.775|129|M0|Naples Airport
APG|US|39.5|-76.167|129|M0|Phillips Army Air Field
APH|US|38.05|-77.35|129|S0|Mary Walker Landing Zone (mil)
API|CO|4.076|-73.563|70|M0|Luis F. Gomez Nino AB
APJ|CN|30.398|81.139|232|S0|Ali Pulan Airport
APK|PF|-15.573|-146.414|361|S1|Apataki Airport
APL|MZ|-15.102|39.287|35|M1|Nampula Airport
APN|US|45.082|-83.556|86|M1|Alpena County Regional Airport
APO|CO|7.818|-76.718|70|M1|Apartado Airport
APP|PG|-8.983|148.133|358|S0|Asapa Airport
APQ|BR|-9.75|-36.65|66|S0|Arapiraca Airport
APR|PG|-8.5|145|358|S0|April River Airport
APS|BR|-16.361|-48.924|149|S0|Anapolis Airport
APT|US|35.067|-85.5|78|S0|Marion County Airport (Tennessee)
APU|BR|-23.55|-51.483|149|S0|Apucarana Airport
APV|US|34.526|-117.213|112|S0|Apple Valley Airport
APW|WS|-13.833|-171.997|330|M1|Faleolo Airport
APX|BR|-23.483|-51.467|149|S0|Arapongas Airport
APY|BR|-9.133|-45.933|66|M1|Alto Parnaiba Airport
APZ|AR|-38.917|-70.083|54|M0|Zapala Airport
AQA|BR|-21.807|-48.137|149|M1|Araraquara Airport
AQB|GT|15.012|-91.151|98|S0|Quiche Airport
AQG|CN|30.582|117.051|232|M1|Anqing Tianzhushan Airport
AQI|SA|28.334|46.121|228|M1|Qaisumah Airport
AQJ|JO|29.61|35.022|177|M1|King Hussein International Airport
AQM|BR|-9.933|-63.067|138|S0|Ariquemes Airport
AQP|PE|-16.345|-71.568|111|L1|Rodriguez Ballon International Airport
AQS|FJ|-16.449|179.74|337|S0|Saqani Airport
AQX|US|32.995|-81.27|129|S0|Allendale County Airport
AQY|US|60.967|-149.117|51|S0|Girdwood Airport
ARA|US|30.038|-91.884|78|M0|Acadiana Regional Airport
ARB|US|42.225|-83.746|86|S0|Ann Arbor Municipal Airport
ARC|US|68.138|-145.524|51|M1|Arctic Village Airport
ARD|ID|-8.133|124.598|214|S1|Alor Island Airport
ARE|PR|18.45|-66.676|139|M0|Arecibo Airport
ARF|CO|0.533|-70.133|70|S0|Acaricuara Airport
ARG|US|36.067|-90.95|78|S0|Walnut Ridge Airport
ARH|RU|64.598|40.714|300|M1|Talagi Airport
ARI|CL|-18.35|-70.336|147|M1|Chacalluta Airport
ARJ|ID|-2.933|140.783|202|S0|Arso Airport
ARK|TZ|-3.367|36.683|16|M1|Arusha Airport
ARL|BF|11.597|1.482|44|S0|Arly Airport
ARM|AU|-30.532|151.615|268|M1|Armidale Airport
ARN|SE|59.65|17.93|312|L1|Stockholm Arlanda Airport
ARO|CO|8.85|-76.433|70|S0|Arboletas Airport
ARP|PG|-9.8|149.5|358|S0|Aragip Airport
ARQ|CO|7.033|-71.432|70|S0|Arauquita Airport
ARR|AR|-45.033|-70.833|54|S0|Alto Rio Senguerr Airport
ARS|BR|-15.9|-52.233|149|S0|Aragarcas Airport
ART|US|43.991|-76.021|129|M1|Watertown International Airport
ARU|BR|-21.144|-50.426|149|M1|Aracatuba Airport
ARV|US|45.924|-89.732|78|S0|Noble F. Lee Memorial Field
ARW|RO|46.172|21.276|277|M1|Arad International Airport
ARX|BR|-4.569|-37.805|92|M0|Dragao do Mar Regional Airport
ARY|AU|-37.317|143|266|M0|Ararat Airport
ARZ|AO|-7.5|13.5|31|S0|N'Zeto Airport
ASA|ER|13.07|42.638|4|M1|Assab Airport
ASB|TM|37.984|58.367|180|L1|Ashgabat International Airport
ASC|BO|-15.742|-63.172|110|S0|Ascencion De Guarayos
ASD|BS|24.698|-77.796|128|M0|Andros Town Airport
ASE|US|39.22|-106.865|85|M1|Aspen/Pitkin County Airport
ASF|RU|46.288|48|307|M1|Astrakhan Airport
ASG|NZ|-43.9|171.783|331|S0|Ashburton Airport
ASH|US|42.779|-71.509|129|S0|Nashua Airport
ASI|SH|-7.967|-14.4|256|M1|Wideawake Field
ASJ|JP|28.432|129.708|240|M1|Amami Airport
ASK|CI|6.817|-5.283|0|M0|Yamoussoukro Airport
ASL|US|32.55|-94.383|78|S0|Harrison County Airport
ASM|ER|15.291|38.91|4|M1|Asmara International Airport
ASN|US|33.571|-86.052|78|S0|Talladega Municipal Airport
ASO|ET|10.047|34.537|2|M1|Asosa Airport
ASP|AU|-23.801|133.903|261|M1|Alice Springs Airport
ASQ|US|39.467|-117.167|112|S0|Austin Airport
ASR|TR|38.77|35.495|286|M1|Kayseri Erkilet Airport
ASS|ZA|-24.736|31.514|22|S0|Arathusa Safari Lodge Airport
AST|US|46.16|-123.88|112|M0|Astoria Regional Airport
ASU|PY|-25.242|-57.514|62|L1|Silvio Pettirossi International Airport
ASV|KE|-2.633|37.25|40|M1|Amboseli Airport
ASW|EG|23.968|32.825|12|M1|Aswan Airport
ASX|US|46.55|-90.917|78|S0|John F. Kennedy Memorial Airport
ASY|US|46.033|-99.367|78|S0|Ashley Airport
ASZ|PG|-5.867|150.367|358|S0|Asirim Airport
ATA|PE|-9.347|-77.6|111|M0|Comandante FAP German Arias Graziani Airport
ATB|SD|17.717|34.017|25|S0|Atbara Airport
ATC|BS|24.629|-75.671|128|M1|Arthur's Town Airport
ATD|SB|-8.867|161.033|341|S0|Atoifi Airport
ATE|US|34.233|-95.617|78|S0|Antlers Airport
ATF|EC|-1.083|-78.7|99|M0|Chachoan Airport
ATG|PK|33.9|72.25|206|M0|Attock Airport
ATH|GR|37.936|23.946|272|L1|Athens International Airport
ATI|UY|-30.4|-56.508|126|S0|Artigas Airport
ATJ|MG|-19.835|47.067|320|S0|Antsirabe Airport
ATK|US|70.5|-157.333|51|M1|Atqasuk Airport
ATL|US|33.64|-84.444|129|L1|Hartsfield-Jackson Atlanta International Airport
ATM|BR|-3.2|-52.217|66|M1|Altamira Airport
ATN|PG|-3.667|152.467|358|S0|Namatanai Airport
ATO|US|39.333|-82.1|129|S0|Ohio University Airport
ATP|PG|-3.167|142.283|358|S0|Aitape Airstrip
ATQ|IN|31.705|74.807|208|M1|Sri Guru Ram Dass Jee International Airport
ATR|MR|20.499|-13.046|43|M0|Atar International Airport
ATS|US|32.848|-104.467|85|S0|Artesia Municipal Airport
ATT|US|60.867|-162.274|51|S1|Atmautluak Airport
ATU|US|52.826|173.173|50|S0|Casco Cove Airport
ATV|TD|13.242|18.308|41|S0|Ati Airport
ATW|US|44.26|-88.51|78|L1|Appleton International Airport
ATX|KZ|51.883|68.4|176|S0|Atbasar Airport
ATY|US|44.909|-97.154|78|M1|Watertown Regional Airport
ATZ|EG|27.053|31.011|12|M1|Assiut Airport
AUA|AW|12.502|-70.014|61|L1|Reina Beatrix International Airport
AUB|BR|-5.767|-63.35|73|M1|Itauba Airport
AUC|CO|7.072|-70.743|70|M1|Arauca Airport
AUD|AU|-18.507|139.882|259|S0|Augustus Downs Airport
AUE|EG|28.9|33.183|12|S0|Abu Rudeis Airport
AUF|FR|47.85|3.5|302|M0|Aeroport Auxerre Branches
AUG|US|44.318|-69.797|129|M1|Augusta State Airport
AUH|AE|24.427|54.646|194|L1|Abu Dhabi International Airport
AUI|PG|-1.458|143.075|358|S0|Aua Island Airport
AUJ|PG|-4.25|142.85|358|S0|Ambunti Airport
AUK|US|62.689|-164.611|51|S1|Alakanuk Airport
AUL|MH|8.133|171.167|348|S1|Aur Island Airport
AUM|US|43.667|-92.983|78|S0|Austin Municipal Airport
AUN|US|38.9|-121.067|112|S0|Auburn Municipal Airport
AUO|US|32.615|-85.434|78|S0|Auburn University Regional Airport
AUP|PG|-9.925|149.392|358|S0|Agaun Airport
AUQ|PF|-9.769|-139.01|349|M1|Hiva Oa Airport
AUR|FR|44.898|2.418|302|M1|Aurillac Airport
AUS|US|30.203|-97.667|78|L1|Austin-Bergstrom International Airport
AUT|TL|-8.217|125.583|193|S0|Atauro Airport
AUU|AU|-13.356|141.722|259|S1|Aurukun Airport
AUV|PG|-5.717|148.433|358|S0|Aumo Airport
AUW|US|44.923|-89.623|78|M0|Wausau Downtown Airport
AUX|BR|-7.2|-48.2|66|M1|Araguaina Airport
AUY|VU|-20.333|169.667|336|S0|Aneityum Airport
AUZ|US|41.77|-88.471|78|S0|Aurora Municipal Airport (Illinois)
AVA|CN|26.26|105.873|232|M1|An Shun/Huang Guo Shu Airport
AVB|IT|46.033|12.6|306|M0|Aviano Air Base
AVF|FR|46.2|6.767|302|M1|Avoriaz Airport
AVG|AU|-15.65|130.017|261|S0|Auvergne Station Airport
AVI|CU|22.025|-78.791|102|M0|Maximo Gomez Airport
AVK|MN|46.267|102.783|241|M1|Arvaikheer Airport
AVL|US|35.435|-82.537|129|L1|Asheville Regional Airport
AVN|FR|43.907|4.902|302|M1|Avignon-Caumont Airport
AVO|US|27.6|-81.517|129|S0|Avon Park Municipal Airport
AVP|US|41.337|-75.731|129|M1|Wilkes-Barre/Scranton International Airport
AVR|PT|38.885|-9.033|291|S0|Alverca Airport
AVU|SB|-9.833|160.383|341|S0|Avu Avu Airport
AVV|AU|-38.026|144.473|268|M1|Avalon Airport
AVW|US|32.408|-111.216|135|S0|Avra Valley Airport
AVX|US|33.342|-118.315|112|S0|Catalina Airport
AWA|ET|7.063|38.491|2|M1|Awasa Airport
AWB|PG|-8.017|142.75|358|S0|Awaba Airport
AWD|VU|-19.25|169.5|336|S0|Aniwa Airport
AWE|GA|-0.75|9.45|29|S0|Alowe Airport
AWH|ET|8.267|44.183|2|M1|Awareh Airport
AWK|UM|19.283|166.633|364|M1|Wake Island Airport
AWM|US|35.138|-90.232|78|S0|West Memphis Municipal Airport
AWN|AU|-26.25|138.667|258|S0|Alton Downs Airport
AWP|AU|-20.5|137.75|261|S0|Austral Downs Airport
AWR|PG|-4.124|144.87|358|S0|Awar Airport
AWZ|IR|31.343|48.747|238|M1|Ahwaz International Airport
AXA|AI|18.206|-63.052|52|M1|Clayton J. Lloyd International Airport
AXB|US|44.252|-75.901|129|S0|Alexandria Bay Airport
AXC|AU|-22.958|145.243|259|S0|Aramac Airport
AXD|GR|40.857|25.945|272|M1|Demokritos Airport
AXE|BR|-26.883|-52.383|149|S0|Xanxere Airport
AXF|CN|38.823|105.631|232|M1|Alxa Left Banner Bayanhot Airport
AXG|US|43.067|-94.233|78|S0|Algona Airport
AXJ|JP|32.483|130.156|240|S1|Amakusa Airport
AXK|YE|13.867|46.3|175|M0|Ataq Airport
AXL|AU|-19.083|136.667|261|S0|Alexandria Station Airport
AXM|CO|4.453|-75.768|70|M1|El Eden Airport
AXN|US|45.867|-95.394|78|M0|Alexandria Municipal Airport
AXO|ID|-8.246|124.22|214|S0|Pantar
AXP|BS|22.45|-73.967|128|M1|Springpoint Airport
AXR|PF|-15.25|-146.75|361|M1|Arutua Airport
AXS|US|34.697|-99.338|78|S0|Altus/Quartz Mountain Regional Airport
AXT|JP|39.612|140.22|240|L1|Akita Airport
AXU|ET|14.121|38.717|2|M1|Axum Airport
AXV|US|40.567|-84.2|129|S0|Neil Armstrong Airport
AXX|US|36.42|-105.29|85|S0|Angel Fire Airport
AYA|CO|8.317|-75.15|70|S0|Ayapel Airport
AYC|CO|8.6|-73.617|70|S0|Ayacucho Airport
AYD|AU|-19.3|135.95|261|S0|Alroy Downs Airport
AYG|CO|1.533|-73.933|70|S0|Yaguara Airport
AYH|GB|52.363|-0.223|293|S0|RAF Alconbury
AYI|CO|-0.333|-72.333|70|S0|Yari Airport
AYJ|IN|26.748|82.151|208|S1|Ayodhya Airport
AYK|KZ|50.317|66.967|226|S0|Arkalyk Airport
AYL|AU|-18.033|135.533|261|S0|Anthony Lagoon Airport
AYM|AE|24.467|54.61|194|S0|Yas Island SPB
AYN|CN|36.1|114.35|232|S0|Anyang Airport
AYO|PY|-27.367|-56.85|62|M0|Juan de Ayolas Airport
AYP|PE|-13.197|-74.247|111|M1|Ayacucho Airport
AYQ|AU|-25.191|130.977|261|M1|Connellan Airport
AYR|AU|-19.597|147.324|259|S0|Ayr Airport
AYS|US|31.249|-82.397|129|S0|Waycross–Ware County Airport
AYT|TR|36.899|30.801|286|L1|Antalya Airport
AYU|PG|-6.333|145.9|358|S0|Aiyura Airport
AYW|ID|-1.2|132.5|202|S0|Ayawasi Airport
AYX|PE|-10.733|-73.75|111|M0|Gerardo Perez Pinedo Airport
AYY|LK|6.86|81.824|190|S0|Arugam Bay SPB
AYZ|US|40.667|-73.417|129|M1|Zahns Airport
AZA|US|33.308|-111.656|135|M1|Phoenix-Mesa Gateway Airport
AZB|PG|-10.15|148.817|358|S0|Amazon Bay Airport
AZD|IR|31.904|54.283|238|M1|Yazd Airport
AZG|MX|19.068|-102.353|122|S0|Apatzingan Airport
AZH|IN|26.153|83.118|208|S0|Azamgarh Airport
AZI|AE|24.428|54.46|194|M0|Bateen Airport
AZJ|CN|32.236|119.719|232|S0|Zhenjiang Dalu General Airport
AZL|BR|-13.466|-58.867|82|S0|Fazenda Tucunaré Airport
AZN|UZ|40.733|72.3|236|M1|Andizhan Airport
AZO|US|42.24|-85.557|86|M1|Kalamazoo Battle Creek International Airport
AZP|MX|19.574|-99.289|122|S0|Atizapan Airport
AZR|DZ|27.883|-0.283|3|M1|Adrar Airport
AZS|DO|19.271|-69.737|148|M1|Samana El Catey Airport
AZT|CO|6.867|-73.25|70|S0|Zapatoca Airport
AZZ|AO|-7.883|13.15|31|S0|Ambriz Airport
BAA|PG|-5.317|151.033|358|S0|Bialla Airport
BAB|US|39.15|-121.583|112|M0|Beale Air Force Base
BAC|CO|4.583|-72.967|70|S0|Barranca De Upia Airport
BAD|US|32.5|-93.667|78|M0|Barksdale Air Force Base
BAE|FR|44.383|6.667|302|S0|Barcelonnette Airport
BAF|US|42.158|-72.716|129|M0|Westfield-Barnes Regional Airport
BAG|PH|16.377|120.618|215|M1|Loakan Airport
BAH|BH|26.269|50.626|183|L1|Bahrain International Airport
BAI|CR|9.167|-83.333|80|M0|Buenos Aires Airport
BAJ|PG|-4.833|149.133|358|S0|Bali Airport
BAK|AZ|40.5|49.833|184|M1|Metropolitan Area
BAL|TR|37.917|41.083|286|M1|Batman Airport
BAM|US|40.633|-116.933|112|S0|Lander County Airport
BAN|CD|-4.313|20.428|32|S0|Basongo Airport
BAP|PG|-10.333|149.75|358|S0|Baibara Airport
BAQ|CO|10.886|-74.776|70|L1|Ernesto Cortissoz International Airport
BAR|CN|19.139|110.457|232|M1|Qionghai Bo'ao Airport
BAS|SB|-6.993|155.883|341|S1|Balalae Airport
BAT|BR|-20.55|-48.55|149|M0|Barretos Airport
BAU|IT|41.118|16.869|306|S0|Bari Central Railway Station
BAV|CN|40.563|109.998|232|L1|Baotou Erliban Airport
BAW|GA|-0.667|146.35|29|S0|Biawonque Airport
BAX|RU|53.361|83.548|220|M1|Barnaul Airport
BAY|RO|47.66|23.467|277|M1|Baia Mare Airport
BAZ|BR|-0.967|-62.934|69|S1|Barcelos Airport
BBA|CL|-45.917|-71.695|147|M1|Balmaceda Airport
BBB|US|45.317|-95.6|78|S0|Benson Municipal Airport
BBC|US|28.983|-95.967|78|S0|Bay City Airport
BBD|US|31.133|-99.333|78|M0|Curtis Field
BBG|KI|3.167|172.75|362|S1|Butaritari Airport
BBH|DE|54.34|12.712|274|S0|Stralsund–Barth Airport
BBI|IN|20.253|85.817|208|M1|Biju Patnaik International Airport
BBJ|DE|49.945|6.565|274|S0|Bitburg Airport
BBK|BW|-17.831|25.164|20|M1|Kasane Airport
BBL|AU|-27.405|141.81|259|S0|Ballera Airport
BBM|KH|13.117|103.2|222|M1|Battambang Airport
BBN|MY|3.683|115.467|210|M1|Bario Airport
BBO|SO|10.391|44.944|38|M1|Berbera International Airport
BBP|GB|50.683|-1.083|293|S0|Bembridge Airport
BBQ|AG|17.636|-61.827|53|M1|Barbuda Codrington Airport
BBR|GP|16.016|-61.739|97|S1|Baillif Airport
BBS|GB|51.333|-0.85|293|M0|Blackbushe Airport
BBT|CF|4.219|15.788|6|M0|Berberati Airport
BBU|RO|44.496|26.081|277|M1|Bucharest Baneasa-Aurel Vlaicu International Airport
BBV|CI|4.667|-6.95|0|S0|Bereby Airport
BBW|US|41.432|-99.638|78|S0|Broken Bow Municipal Airport
BBX|US|40.137|-75.267|129|S0|Wings Field
BBY|CF|5.846|20.65|6|S0|Bambari Airport
BBZ|ZM|-13.537|23.11|33|S0|Zambezi Airport
BCA|CU|20.35|-74.5|102|M1|Baracoa Airport
BCB|US|37.233|-80.417|129|S0|Virginia Tech Airport
BCC|US|63.572|-156.144|51|S0|Bear Creek 3 Airport
BCD|PH|10.777|123.013|215|L1|Bacolod-Silay International Airport
BCE|US|37.701|-112.135|85|M0|Bryce Canyon Airport
BCF|CF|6.75|18.417|6|S0|Bouca Airport
BCG|GY|6.55|-58.55|100|S0|Bemichi Airport
BCH|TL|-8.48|126.396|193|M0|Baucau Airport
BCI|AU|-23.559|145.302|259|M1|Barcaldine Airport
BCJ|CN|31.581|104.46|232|S0|Beichuan Yongchang Airport
BCK|AU|-17.4|144.167|259|S0|Bolwarra Airport
BCL|CR|10.772|-83.587|80|M0|Barra del Colorado Airport
BCM|RO|46.599|26.882|277|M1|Bacau Airport
BCN|ES|41.303|2.076|295|L1|Josep Tarradellas Barcelona-El Prat Airport
BCO|ET|5.783|36.55|2|S0|Jinka Airport
BCP|PG|-5.85|146.483|358|S0|Bambu Airport
BCQ|LY|27.683|14.217|47|M0|Brack Airport
BCR|BR|-8.75|-67.383|114|S0|Boca Do Acre Airport
BCS|US|29.866|-90.02|78|S0|Southern Seaplane Airport
BCT|US|26.379|-80.108|129|M0|Boca Raton Airport
BCU|NG|10.299|9.818|28|M1|Bauchi Airport
BCV|BZ|17.27|-88.779|67|S0|Belmopan-Hector Silva Aerodrom
BCW|MZ|-21.885|35.425|35|M0|Benguerra Island Airport
BCX|RU|53.933|58.333|247|S0|Beloretsk Airport
BCY|ET|6.217|36.667|2|S0|Bulchi Airport
BCZ|AU|-13.783|137.8|261|S0|Bickerton Island Airport
BDA|BM|32.36|-64.701|250|M1|L.F. Wade International Airport
BDB|AU|-24.899|152.322|259|M1|Bundaberg Airport
BDC|BR|-5.467|-45.267|66|S0|Barra Do Corda Airport
BDD|AU|-10.149|142.172|259|S1|Badu Island Airport
BDE|US|48.723|-94.607|78|M0|Baudette Airport
BDF|US|41.183|-89.65|78|S0|Rinkenberger Airport
BDG|US|37.617|-109.483|85|S0|Blanding Airport
BDH|IR|26.529|54.829|238|M1|Bandar Lengeh International Airport
BDI|SC|-3.717|55.217|325|S0|Bird Island Airport
BDJ|ID|-3.438|114.754|214|L1|Syamsudin Noor International Airport
BDK|CI|8.033|-2.8|0|S0|Bondoukou Airport
BDL|US|41.93|-72.685|129|L1|Bradley International Airport
BDM|TR|40.318|27.977|286|M0|Bandirma Airport
BDN|PK|24.633|68.9|206|S0|Talhar Airport
BDO|ID|-6.905|107.582|201|L1|Husein Sastranegara International Airport
BDP|NP|26.533|88.083|207|S1|Bhadrapur Airport
BDQ|IN|22.329|73.216|208|M1|Vadodara Airport
BDR|US|41.164|-73.124|129|M0|Bridgeport Igor I. Sikorsky Memorial Airport
BDS|IT|40.658|17.939|306|L1|Brindisi - Salento Airport
BDT|CD|4.083|22.45|27|M1|Gbadolite Airport
BDU|NO|69.056|18.54|301|M1|Bardufoss Airport
BDV|CD|-7|29.8|32|S0|Moba Airport
BDW|AU|-17.3|127.467|267|S0|Bedford Downs Airport
BDX|US|45.467|-105.367|85|S0|Broadus Airport
BDY|US|43.117|-124.417|112|S0|Bandon State Airport
BDZ|PG|-6.333|146.95|358|S0|Baindoung Airport
BEA|PG|-8.65|146.483|358|S0|Bereina Airport
BEB|GB|57.473|-7.376|293|M1|Benbecula Airport
BEC|US|37.683|-97.333|78|S0|Beech Factory Airport
BED|US|42.471|-71.29|129|M1|Laurence G. Hanscom Field
BEE|AU|-16.967|122.667|267|S0|Beagle Bay Airport
BEF|NI|11.997|-83.769|113|M1|Bluefields Airport
BEG|RS|44.819|20.307|273|L1|Belgrad Nikola Tesla Airport
BEH|US|42.128|-86.428|86|S0|Southwest Michigan Regional Airport
BEI|ET|9.392|34.533|2|S0|Beica Airport
BEJ|ID|2.155|117.433|214|S1|Kalimarau Airport
BEK|IN|28.467|79.45|208|M1|Bareilly Airport
BEL|BR|-1.39|-48.48|66|L1|Val De Cans International Airport
BEM|MA|32.396|-6.327|13|S0|Beni Mellal Airport
BEN|LY|32.085|20.265|47|M1|Benina International Airport
BEO|AU|-33.033|151.667|268|S0|Lake Macquarie Airport
BEP|IN|15.183|76.9|208|M0|Bellary Airport
BEQ|GB|52.35|0.767|293|M0|RAF Honington
BER|DE|52.364|13.51|274|L1|Berlin Brandenburg Airport
BES|FR|48.443|-4.42|302|M1|Brest Bretagne Airport
BET|US|60.784|-161.831|51|L1|Bethel Airport
BEU|AU|-24.23|139.445|259|M1|Bedourie Airport
BEV|IL|31.25|34.8|203|S0|Beer Sheba Airport
BEW|MZ|-19.799|34.902|35|M1|Beira International Airport
BEX|GB|51.633|-1.083|293|M0|RAF Benson
BEY|LB|33.826|35.493|186|L1|Beirut-Rafic Hariri International Airport
BEZ|KI|-1.333|176|362|S0|Beru Airport
BFA|PY|-20.233|-58.17|62|S0|Bahia Negra Airport
BFC|AU|-15.871|145.327|259|S0|Bloomfield River Airport
BFD|US|41.802|-78.639|129|M1|Bradford Regional Airport
BFE|DE|52.017|8.55|274|S0|Bielefeld Airport
BFF|US|41.868|-103.591|85|M1|Western Nebraska Regional Airport
BFG|US|37.546|-110.713|85|S0|Bullfrog Basin Airport
BFH|BR|-25.402|-49.234|149|M0|Bacacheri Airport
BFI|US|47.53|-122.302|112|L1|King County International Airport
BFJ|CN|27.267|105.471|232|M1|Bijie Feixiong Airport
BFK|US|39.707|-104.766|85|M0|Buckley Space Force Base
BFL|US|35.437|-119.055|112|M1|Meadows Field Airport
BFM|US|30.637|-88.075|78|M0|Mobile Downtown Airport
BFN|ZA|-29.096|26.298|22|M1|Bram Fischer International Airport
BFO|ZW|-21.009|31.579|21|M0|Buffalo Range Airport
BFP|US|40.767|-80.4|129|M0|Beaver Falls Airport
BFQ|PA|7.583|-78.167|132|S1|Bahia Pinas Airport
BFR|US|38.867|-86.483|104|S0|Virgil I Grissom Municipal Airport
BFS|GB|54.662|-6.218|293|L1|Belfast International Airport
BFT|US|32.411|-80.635|129|S0|Beaufort Executive Airport
BFU|CN|32.847|117.32|232|M0|Bengbu Airport
BFV|TH|15.319|103.303|185|M1|Buriram Airport
BFW|DZ|35.172|-0.589|3|S0|Sidi Belabbes Airport
BFX|CM|5.531|10.356|18|M0|Bafoussam Airport
BGA|CO|7.128|-73.181|70|M1|Palonegro International Airport
BGB|GA|-0.107|11.939|29|S0|Booue Airport
BGC|PT|41.856|-6.706|291|M1|Braganca Airport
BGD|US|35.65|-101.4|78|S0|Hutchinson County Airport
BGE|US|30.917|-84.583|129|S0|Decatur County Airport
BGF|CF|4.396|18.52|6|M1|Bangui-M'poko International Airport
BGG|TR|38.86|40.594|286|S1|Bingol Airport
BGH|MR|16.633|-14.2|43|S0|Abbaye Airport
BGI|BB|13.081|-59.488|65|L1|Grantley Adams International Airport
BGJ|IS|65.516|-13.805|255|S0|Borgarfjordur Eystri Airport
BGK|BZ|16.517|-88.4|67|M1|Big Creek Airport
BGL|NP|28.215|83.683|207|S0|Baglung Airport
BGM|US|42.209|-75.983|129|M1|Greater Binghamton Airport
BGN|RU|68.556|146.23|213|M0|Belaya Gora Airport
BGO|NO|60.289|5.228|301|L1|Bergen Airport
BGP|GA|-1.647|13.863|29|S0|Bongo Airport
BGQ|US|31.2|-101.467|51|S0|Big Lake Airport
BGR|US|44.809|-68.818|129|M1|Bangor International Airport
BGS|RU|58.38|97.473|209|S0|Boguchany Airport
BGT|US|34.594|-113.169|135|S0|Bagdad Airport
BGU|CF|4.787|22.784|6|S0|Bangassou Airport
BGV|BR|-29.167|-51.517|149|S0|Bento Goncalves Airport
BGW|IQ|33.256|44.232|182|L1|Baghdad International Airport
BGX|BR|-31.399|-54.112|149|M0|Bage Airport
BGY|IT|45.665|9.699|306|L1|Orio al Serio International Airport
BGZ|PT|41.55|-8.433|291|S0|Braga Airport
BHA|EC|-0.6|-80.417|99|S0|Bahia De Caraquez Airport
BHB|US|44.449|-68.362|129|M1|Hancock County-Bar Harbor Airport
BHC|PK|33.925|73.433|206|M1|Bhurban Heliport
BHD|GB|54.615|-5.87|293|L1|George Best Belfast City Airport
BHE|NZ|-41.518|173.871|331|M1|Woodbourne Airport
BHF|CO|6.695|-77.493|70|S0|Cupica
BHG|HN|15.735|-84.543|157|S0|Brus Laguna Airport
BHH|SA|19.995|42.618|228|M1|Bisha Domestic Airport
BHI|AR|-38.731|-62.151|54|M1|Comandante Espora Airport
BHJ|IN|23.288|69.671|208|M1|Shyamji Krishna Verma Airport
BHK|UZ|39.76|64.475|236|M1|Bukhara Airport
BHL|MX|28.95|-113.55|160|S0|Bahia de los Angeles Airport
BHM|US|33.561|-86.752|78|L1|Birmingham-Shuttlesworth International Airport
BHN|YE|14.783|45.733|175|S0|Beihan Airport
BHO|IN|23.291|77.336|208|M1|Raja Bhoj Airport
BHP|NP|27.183|87.05|207|S0|Bhojpur Airport
BHQ|AU|-32.001|141.469|260|M1|Broken Hill Airport
BHR|NP|27.676|84.433|207|S1|Bharatpur Airport
BHS|AU|-33.414|149.655|268|M1|Bathurst Airport (New South Wales)
BHT|AU|-23.367|141.567|259|S0|Brighton Downs Airport
BHU|IN|21.755|72.184|208|M1|Bhavnagar Airport
BHV|PK|29.4|71.683|206|M1|Bahawalpur Airport
BHW|PK|32.057|72.95|206|S0|Bhagatanwala Airport
BHX|GB|52.453|-1.733|293|L1|Birmingham Airport
BHY|CN|21.543|109.289|232|M1|Beihai Fucheng Airport
BIA|FR|42.548|9.48|302|M1|Airport of Bastia Poretta
BIB|SO|3.105|43.631|38|S0|Baidoa Airport
BIC|FR|47.417|-3.335|302|S1|Belle Ile
BID|US|41.169|-71.58|129|S1|Block Island State Airport
BIE|US|40.3|-96.75|78|S0|Beatrice Municipal Airport
BIF|US|31.854|-106.376|85|M0|Biggs Army Air Field
BIG|US|63.995|-145.719|51|M0|Allen Army Airfield
BIH|US|37.373|-118.365|112|M1|Bishop Airport
BII|MH|11.525|165.565|347|S1|Enyu Airfield
BIJ|PG|-5.583|146.2|358|S0|Biliau Airport
BIK|ID|-1.192|136.106|202|M1|Frans Kaisiepo International Airport
BIL|US|45.803|-108.537|85|L1|Billings Logan International Airport
BIM|BS|25.7|-79.264|128|M1|Bimini International Airport
BIN|AF|34.813|67.831|204|S0|Bamiyan Airport
BIO|ES|43.306|-2.906|295|L1|Bilbao Airport
BIP|AU|-16.15|143.75|259|S0|Bulimba Airport
BIQ|FR|43.472|-1.531|302|M1|Biarritz - Anglet - Bayonne Airport
BIR|NP|26.483|87.266|207|M1|Biratnagar Airport
BIS|US|46.774|-100.758|78|M1|Bismarck Airport
BIT|NP|29|80.5|207|S0|Baitadi Airport
BIU|IS|65.833|-23.983|255|S0|Bildudalur Airport
BIV|CF|6.533|21.983|6|S0|Bria Airport
BIW|AU|-19.567|127.167|267|S0|Billiluna Airport
BIX|US|30.4|-88.883|78|M0|Keesler Air Force Base
BIY|ZA|-32.897|27.279|22|M0|Bhisho Airport
BIZ|PG|-5.283|142.017|358|S0|Bimin Airport
BJA|DZ|36.75|5.083|3|M1|Soummam – Abane Ramdane Airport
BJB|IR|37.49|57.309|238|M1|Bojnurd International Airport
BJC|US|39.91|-105.117|85|M1|Rocky Mountain Metropolitan Airport
BJD|IS|66.067|-14.75|255|S0|Bakkafjordur Airport
BJE|SD|11.199|28.523|25|S0|Baleela Airport
BJF|NO|70.6|29.667|301|M1|Batsfjord Airport
BJG|ID|-0.974|122.132|214|S0|Bolaang Airport
BJH|NP|29.55|81.25|207|S0|Bajhang Airport
BJI|US|47.51|-94.935|78|M0|Bemidji Regional Airport
BJJ|US|40.8|-81.933|129|S0|Wayne County Airport (Ohio)
BJK|ID|-6.083|134.25|202|S0|Benjina Airport
BJL|GM|13.344|-16.652|7|L1|Yundum International Airport
BJM|BI|-3.321|29.32|11|M1|Bujumbura International Airport
BJN|MZ|-17.183|38.083|35|S0|Bajone Airport
BJO|BO|-22.867|-64.333|110|M0|Bermejo Airport
BJP|BR|-22.975|-46.522|149|S0|Arthur Siqueira State Airport
BJQ|OM|19.873|56.068|216|S0|Bahja Airport
BJR|ET|11.603|37.323|2|M1|Bahir Dar Airport
BJT|LK|6.429|79.995|190|S1|Bentota River Seaplane Base
BJU|NP|29.367|81.333|207|S0|Bajura Airport
BJV|TR|37.244|27.673|286|L1|Milas-Bodrum Airport
BJW|ID|-8.813|120.999|214|S0|Bajawa Soa Airport
BJX|MX|20.986|-101.479|122|L1|Guanajuato International Airport
BJY|RS|44.935|20.258|273|M0|Batajnica Airbase
BJZ|ES|38.893|-6.82|295|M1|Badajoz Airport
BKA|RU|61.677|96.355|209|L0|Baykit Airport
BKB|IN|28.017|73.3|208|M0|Bikaner Airport
BKC|US|65.979|-161.127|51|S1|Buckland Airport
BKD|US|32.75|-98.9|78|S0|Stephens County Airport
BKE|US|44.838|-117.81|112|M0|Baker City Municipal Airport
BKF|US|58.6|-156.233|51|S1|Lake Brooks Seaplane Base
BKG|US|36.532|-93.201|78|M1|Branson Airport
BKH|US|22.018|-159.765|343|M0|Barking Sands Airport
BKI|MY|5.924|116.051|210|L1|Kota Kinabalu International Airport
BKJ|GN|10.967|-14.283|14|S0|Boke Airport
BKK|TH|13.693|100.752|185|L1|Suvarnabhumi Airport
BKL|US|41.517|-81.683|129|M0|Cleveland Burke Lakefront Airport
BKM|MY|3.967|115.617|210|S1|Bakelalan Airport
BKN|TM|39.481|54.367|180|S0|Balkanabat Airport
BKO|ML|12.541|-7.948|5|L1|Bamako-Senou International Airport
BKP|AU|-20.5|138.5|259|S0|Barkly Downs Airport
BKQ|AU|-24.434|145.428|259|M1|Blackall Airport
BKR|TD|12.417|17.233|41|S0|Bokoro Airport
BKS|ID|-3.861|102.338|201|M1|Fatmawati Soekarno Airport
BKT|US|37.067|-78|129|S0|Blackstone Army Air Field
BKU|MG|-23.732|44.391|320|S0|Betioky Airport
BKV|CN|41.657|110.313|232|M1|Bailing Airport
BKW|US|37.782|-81.124|129|M1|Raleigh County Memorial Airport
BKX|US|44.303|-96.811|78|S0|Brookings Regional Airport
BKY|CD|-2.309|28.809|32|M0|Kavumu Airport
BKZ|TZ|-1.332|31.823|16|S1|Bukoba Airport
BLA|VE|10.108|-64.686|75|L1|General Jose Antonio Anzoategui International Airport
BLB|PA|8.914|-79.598|132|S1|Panama Pacifico Airport
BLC|CM|5.897|10.032|18|S0|Bali Airport
BLD|US|35.947|-114.856|112|M0|Boulder City Municipal Airport
BLE|SE|60.43|15.508|312|M1|Dala Airport
BLF|US|37.296|-81.208|129|M0|Mercer County Airport (West Virginia)
BLG|MY|2.7|113.783|210|S0|Belaga Airport
BLH|US|33.621|-114.719|112|M0|Blythe Airport
BLI|US|48.796|-122.533|112|M1|Bellingham International Airport
BLJ|DZ|35.567|6.183|3|M1|Batna Airport
BLK|GB|53.778|-3.042|293|M0|Blackpool Airport
BLL|DK|55.747|9.148|280|L1|Billund Airport
BLM|US|40.185|-74.122|129|S0|Monmouth Jet Center
BLN|AU|-36.55|145.983|266|M0|Benalla Airport
BLO|IS|65.667|-20.3|255|S0|Blonduos Airport
BLP|PE|-16.583|-69.417|111|M1|Huallaga Airport
BLQ|IT|44.529|11.293|306|L1|Guglielmo Marconi Airport
BLR|IN|13.201|77.71|208|L1|Kempegowda International Airport
BLS|AU|-28.05|147.483|259|S0|Bollon Airport
BLT|AU|-23.602|148.808|259|M0|Blackwater Airport
BLU|US|39.25|-120.717|112|S0|Blue Canyon-Nyack Airport
BLV|US|38.547|-89.816|78|M1|MidAmerica St. Louis Airport / Scott AFB
BLW|SO|4.698|45.217|38|S1|Beledweyne Airport
BLX|IT|46.15|12.217|306|S0|Belluno Airport
BLY|IE|54.233|-10|281|S0|Belmullet Airport
BLZ|MW|-15.675|34.971|9|M1|Chileka International Airport
BMA|SE|59.356|17.946|312|L1|Bromma Stockholm Airport
BMB|CD|2.183|22.482|32|S0|Bumba Airport
BMC|US|41.549|-112.062|85|S0|Brigham City Airport
BMD|MG|-19.689|44.545|320|S0|Belo sur Tsiribihina Airport
BME|AU|-17.953|122.234|267|M1|Broome International Airport
BMF|CF|5.733|22.8|6|S0|Bakouma Airport
BMG|US|39.14|-86.615|104|M0|Monroe County Airport (Indiana)
BMH|PG|-6.417|144.583|358|S0|Bomai Airport
BMI|US|40.484|-88.915|78|M1|Central Illinois Regional Airport
BMJ|GY|6.75|-60|100|S0|Baramita Airport
BMK|DE|53.6|6.7|274|S1|Borkum Airport
BML|US|44.575|-71.176|129|S0|Berlin Regional Airport
BMM|GA|2.076|11.491|29|M0|Bitam Airport
BMN|IQ|37.1|43.267|182|S0|Bamarni Airport
BMO|MM|24.268|97.249|246|S1|Banmaw Airport
BMP|AU|-20.783|149.233|259|S0|Brampton Island Airport
BMQ|KE|-4.5|39.833|40|S1|Bamburi Airport
BMR|DE|53.717|7.4|274|S1|Baltrum Airport
BMS|BR|-14.233|-41.633|66|M1|Brumado Airport
BMT|US|30.083|-94.1|78|S0|Beaumont Municipal Airport
BMU|ID|-8.543|118.692|214|S1|Sultan Muhammad Salahuddin Airport
BMV|VN|12.667|108.05|198|M1|Phung-Duc Airport
BMW|DZ|21.376|0.926|3|S1|Bordj Badji Mokhtar Airport
BMX|US|59.362|-155.257|51|S0|Big Mountain Airport
BMY|NC|-19.75|163.667|354|S1|Belep Island Airport
BMZ|PG|-7.833|143.233|358|S0|Bamu Airport
BNA|US|36.132|-86.669|78|L1|Nashville International Airport
BNB|CD|-0.287|20.884|27|S1|Boende Airport
BNC|CD|0.577|29.47|32|S0|Beni Airport
BND|IR|27.211|56.368|238|M1|Bandar Abbas International Airport
BNE|AU|-27.403|153.109|259|L1|Brisbane Airport
BNF|US|57|-135|151|S0|Warm Spring Bay Sea Plane Base
BNG|US|33.933|-116.867|112|S0|Banning Airport
BNH|US|42.352|-71.025|129|S0|Boston Harbor SPB
BNI|NG|6.317|5.604|28|M1|Benin City Airport
BNK|AU|-28.838|153.556|268|M1|Ballina Byron Gateway Airport
BNL|US|33.25|-81.383|129|S0|Barnwell Regional Airport
BNM|PG|-9.117|147.617|358|S0|Bodinumu Airport
BNN|NO|65.459|12.21|301|M1|Bronnoysund Airport, Bronnoy
BNO|US|43.591|-118.955|112|M0|Burns Municipal Airport
BNP|PK|33|70.667|206|S0|Bannu Airport
BNQ|PH|13.25|121.05|215|S0|Baganga Airport
BNR|BF|10.667|-4.667|44|S0|Banfora Airport
BNS|VE|8.618|-70.221|75|M1|Barinas Airport
BNT|PG|-5.75|145.45|358|S0|Bundi Airport
BNU|BR|-27|-49|149|S0|Blumenau Airport
BNV|PG|-6.425|146.817|358|S0|Boana Airport
BNW|US|42.067|-93.883|78|S0|Boone Municipal Airport
BNX|BA|44.933|17.3|308|M1|Banja Luka International Airport
BNY|SB|-11.3|159.817|341|S1|Bellona Airport
BNZ|PG|-5.808|144.611|358|S0|Banz Airport
BOA|CD|-5.867|13.067|27|S0|Boma Airport
BOB|PF|-16.446|-151.754|361|M1|Bora Bora Airport
BOC|PA|9.34|-82.252|132|M1|Bocas Del Toro Airport
BOD|FR|44.831|-0.702|302|L1|Bordeaux Airport
BOE|CG|-1.033|15.383|10|S0|Boundji Airport
BOF|US|38.852|-77.013|129|M1|Bolling AFB Heliport
BOG|CO|4.699|-74.143|70|L1|El Dorado International Airport
BOH|GB|50.778|-1.832|293|M1|Bournemouth International Airport
BOI|US|43.569|-116.222|71|L1|Boise Airport
BOJ|BG|42.567|27.516|311|L1|Bourgas Airport
BOK|US|42.05|-124.283|112|S0|Brookings State Airport
BOL|GB|55.054|-7.02|293|S0|Berim
BOM|IN|19.09|72.868|208|L1|Chhatrapati Shivaji Maharaj International Airport
BON|BQ|12.133|-68.277|83|L1|Flamingo International Airport
BOO|NO|67.273|14.368|301|L1|Bodo Airport
BOP|CF|6|15.667|6|S0|Bouar Airport
BOQ|PG|-6.533|155.35|358|S0|Boku Airport
BOR|FR|47.656|7.012|302|S0|Fontaine Airport
BOS|US|42.366|-71.02|129|L1|Logan International Airport
BOT|PG|-7.233|141.083|358|S1|Boset Airport
BOU|FR|47.15|2.417|302|M0|Bourges Airport
BOV|PG|-3.367|153.333|358|S0|Boang Airport
BOW|US|27.9|-81.833|129|S0|Bartow Executive Airport
BOX|AU|-16.067|136.283|261|S0|Borroloola Airport
BOY|BF|11.164|-4.324|44|M1|Bobo Dioulasso Airport
BOZ|CF|6.417|16.583|6|S0|Bozoum Airport
BPA|PH|11.674|125.468|215|S0|Borongan Airport
BPB|PG|-9.133|147.533|358|S0|Boridi Airport
BPC|CM|5.917|10.15|18|M0|Bamenda Airport
BPD|PG|-7.75|147.017|358|S0|Bapi Airport
BPE|CN|39.666|119.06|232|M1|Qinhuangdao Beidaihe Airport
BPF|SB|-8.55|158.117|341|S0|Batuna Airport
BPG|BR|-15.861|-52.389|73|M0|Barra Do Garcas Airport
BPH|PH|8.197|126.321|215|M0|Bislig Airport
BPI|US|42.533|-110.117|85|M0|Big Piney-Marbleton Airport
BPK|PG|-5.53|141.75|358|S0|Biangabip Airport
BPL|CN|44.904|82.024|232|M1|Bole Alashankou Airport
BPM|IN|17.453|78.47|208|M0|Hyderabad Begumpet Airport
BPN|ID|-1.261|116.901|214|L1|Sultan Aji Muhammad International Airport
BPS|BR|-16.441|-39.081|66|L1|Porto Seguro International Airport
BPT|US|29.951|-94.02|78|M1|Jack Brooks Regional Airport
BPX|CN|30.556|97.107|232|M1|Changdu Bangda Airport
BPY|MG|-16.75|44.483|320|M1|Besalampy Airport
BQA|PH|15.732|121.503|215|M0|Baler Airport
BQB|AU|-33.687|115.402|267|S1|Busselton Margaret River Airport
BQE|GW|11.3|-15.85|8|S0|Bubaque Airport
BQG|RU|52.378|140.448|244|S1|Bogorodskoye Airport
BQH|GB|51.333|0.033|293|M0|London Biggin Hill Airport
BQI|NA|-18.118|21.63|49|S0|Bagani Airport
BQJ|RU|67.649|134.695|244|S1|Batagay Airport
BQK|US|31.167|-81.483|129|M1|Brunswick Golden Isles Airport
BQL|AU|-22.9|139.9|259|M1|Boulia Airport
BQN|PR|18.495|-67.134|139|M1|Rafael Hernández International Airport
BQO|CI|9.267|-3|0|S0|Bouna Airport
BQQ|BR|-11.083|-43.133|66|S0|Barra Airport
BQS|RU|50.417|127.4|245|M1|Ignatievo Airport
BQT|BY|52.11|23.898|298|M1|Brest Airport
BQU|VC|13.019|-61.394|156|M1|J.F. Mitchell
BQV|US|58.417|-135.733|51|S0|Bartlett Sea Plane Base
BQW|AU|-20.183|127.8|267|S0|Balgo Hills Airport
BRA|BR|-12.073|-45.008|66|S1|Barreiras Airport
BRB|BR|-2.756|-42.817|92|S1|Barreirinhas Airport
BRC|AR|-41.146|-71.161|54|M1|San Carlos de Bariloche International Airport
BRD|US|46.397|-94.138|78|M1|Brainerd Lakes Regional Airport
BRE|DE|53.053|8.785|274|L1|Bremen Airport
BRG|ID|2.649|125.423|214|S0|Taman Bung Karno Airport
BRH|PG|-5.7|145.367|358|S0|Braham Airport
BRI|IT|41.134|16.764|306|L1|Bari International Airport-Karol Wojtyla
BRJ|AU|-36.7|146.933|266|S0|Bright Airport
BRK|AU|-30.083|145.933|268|M1|Bourke Airport
BRL|US|40.786|-91.123|78|M1|Southeast Iowa Regional Airport
BRM|VE|10.046|-69.36|75|M1|Barquisimeto Airport
BRN|CH|46.912|7.504|319|M1|Bern Airport
BRO|US|25.909|-97.423|78|M1|Brownsville/South Padre Island International Airport
BRP|PG|-7.533|146.7|358|S0|Biaru Airport
BRQ|CZ|49.15|16.7|304|M1|Turany Airport
BRR|GB|57.025|-7.449|293|M1|Barra Eoligarry Airport
BRS|GB|51.387|-2.711|293|L1|Bristol Airport
BRT|AU|-11.767|130.633|261|M0|Bathurst Island Airport
BRU|BE|50.897|4.484|276|L1|Brussels Airport
BRV|DE|53.507|8.573|274|L0|Bremerhaven Airport
BRW|US|71.287|-156.77|51|M1|Wiley Post-Will Rogers Memorial Airport
BRX|DO|18.217|-71.117|148|M1|Barahona Airport
BRY|US|37.822|-85.484|129|S0|Samuels Field
BSA|SO|11.283|49.15|38|S1|Bosaso International Airport
BSB|BR|-15.87|-47.921|149|L1|International Airport of Brasilia
BSC|CO|6.183|-77.4|70|M1|Bahia Solano Airport
BSD|CN|25.055|99.161|232|M1|Baoshan Airport
BSE|MY|1.814|109.763|210|S0|Sematan Airport
BSF|US|19.758|-155.549|343|S0|Bradshaw Army Air Field
BSG|GQ|1.907|9.802|34|M1|Bata Airport
BSI|PH|14.419|122.039|215|S0|Balesin Island Airport
BSJ|AU|-37.833|147.633|266|M0|Bairnsdale Airport
BSK|DZ|34.793|5.738|3|M1|Biskra Airport
BSL|FR|47.599|7.533|302|L1|EuroAirport Basel-Mulhouse-Freiburg - French
BSM|IR|36.656|52.35|238|S0|Bishe Kola Air Base
BSN|CF|6.583|17.5|6|S0|Bossangoa Airport
BSO|PH|20.453|121.978|215|M1|Basco Airport
BSP|PG|-8.333|141.083|358|S0|Bensbach Airport
BSQ|US|31.364|-109.881|135|S0|Bisbee Municipal Airport
BSR|IQ|30.553|47.667|182|M1|Basra International Airport
BSS|BR|-7.517|-46.05|66|S0|Balsas Airport
BST|AF|31.55|64.367|204|S0|Bost Airport
BSU|CD|1.222|19.789|27|S0|Basankusu Airport
BSV|MG|-15.667|47.067|320|S0|Besakoa Airport
BSW|US|60.4|-146.133|51|S0|Boswell Bay Airport
BSX|MM|16.812|94.775|246|S1|Pathein Airport
BSY|SO|2.35|42.333|38|S0|Bardera Airport
BSZ|KG|43.054|74.469|187|L1|Manas International Airport
BTA|CM|4.541|13.727|18|S0|Bertoua Airport
BTB|CG|3.05|18.5|10|S0|Betou Airport
BTC|LK|7.705|81.679|190|M1|Batticaloa Airport
BTD|AU|-18.667|135.917|261|S0|Brunette Downs Airport
BTE|SL|7.532|-12.519|19|M0|Sherbro International Airport
BTF|US|40.869|-111.926|85|S0|Salt Lake Skypark
BTG|CF|7.417|18.333|6|S0|Batangafo Airport
BTH|ID|1.124|104.115|201|L1|Hang Nadim Airport
BTI|US|70.135|-143.578|51|M1|Barter Island Airport
BTJ|ID|5.518|95.418|201|M1|Sultan Iskandar Muda International Airport
BTK|RU|56.367|101.817|200|M1|Bratsk Airport
BTL|US|42.305|-85.253|86|M0|Battle Creek Executive Airport
BTM|US|45.951|-112.494|85|M1|Bert Mooney Airport
BTN|US|34.617|-79.683|129|S0|Marlboro County Jetport
BTO|SR|4.25|-55.45|134|S1|Botopasi Airport
BTP|US|40.85|-79.917|129|S0|Pittsburgh-Butler Regional
BTQ|RW|-2.6|29.733|26|S0|Butare Airport
BTR|US|30.533|-91.157|78|M1|Baton Rouge Metropolitan Airport
BTS|SK|48.17|17.2|275|L1|Bratislava Airport
BTT|US|66.915|-151.526|51|S1|Bettles Airport
BTU|MY|3.124|113.023|210|M1|Bintulu Airport
BTV|US|44.469|-73.155|129|L1|Burlington International Airport
BTW|ID|-3.412|116|214|S1|Batulicin Airport
BTX|AU|-25.7|140.733|259|S0|Betoota Airport
BTY|US|36.9|-116.767|112|S0|Beatty Airport
BTZ|TH|5.786|101.148|185|S0|Betong International Airport
BUA|PG|-5.422|154.673|332|M1|Buka Airport
BUB|US|41.776|-99.147|78|S0|Cram Field
BUC|AU|-17.75|139.533|259|S1|Burketown Airport
BUD|HU|47.433|19.262|278|L1|Budapest Airport
BUF|US|42.934|-78.732|129|L1|Buffalo Niagara International Airport
BUG|AO|-12.606|13.402|31|M0|Benguela - 17 de Setembro Airport
BUI|ID|-3.685|138.68|202|S1|Bokondini Airport
BUJ|DZ|35.167|4.15|3|M0|Bou Saada Airport
BUK|YE|15.833|43.767|175|S0|Albuq Airport
BUL|PG|-7.19|146.648|358|S0|Bulolo Airport
BUM|US|38.267|-94.333|78|S0|Butler Memorial Airport
BUN|CO|3.825|-76.996|70|M1|Buenaventura Airport
BUO|SO|9.523|45.554|38|S0|Burao Airport
BUP|IN|30.265|74.768|208|M0|Bhatinda Airport
BUQ|ZW|-20.015|28.623|21|M1|Bulawayo Joshua Mqabuko Nkomo International Airport
BUR|US|34.196|-118.354|112|L1|Hollywood Burbank Airport
BUS|GE|41.611|41.601|237|M1|Batumi Airport
BUT|BT|27.563|90.746|239|S1|Bathpalathang Airport
BUU|ID|-1.542|102.183|201|S1|Muara Bungo Airport
BUV|UY|-30.333|-57.083|126|S0|Placeres Airport
BUW|ID|-5.467|122.633|214|S0|Baubau Airport
BUX|CD|1.566|30.221|32|M1|Bunia Airport
BUY|AU|-33.317|115.633|267|S0|Bunbury Airport
BUZ|IR|28.958|50.825|238|M1|Bushehr Airport
BVA|FR|49.459|2.111|302|L1|Paris Beauvais Airport
BVB|BR|2.833|-60.667|138|M1|Boa Vista Airport
BVC|CV|16.083|-22.833|252|M1|Aristides Pereira International Airport
BVE|FR|45.04|1.486|302|M1|Brive–Souillac Airport
BVF|FJ|-17|178.5|337|S0|Dama Airport
BVG|NO|70.867|29|301|M1|Berlevag Airport
BVH|BR|-12.717|-60.117|138|M1|Vilhena Airport
BVI|AU|-25.898|139.343|259|M1|Birdsville Airport
BVJ|RU|70.315|68.334|247|M1|Bovanenkovo Airport
BVK|BO|-13.55|-63.75|110|S0|Huacaraje Airport
BVL|BO|-13.583|-63.583|110|S0|Baures Airport
BVM|BR|-15.833|-38.917|66|S0|Belmonte Airport
BVO|US|36.763|-96.011|78|S0|Bartlesville Municipal Airport
BVP|PG|-5.383|141.7|358|S0|Bolovip Airport
BVS|BR|-1.667|-50.467|66|S1|Breves Airport
BVU|US|61.169|-151.036|51|S0|Beluga Airport
BVV|RU|44.929|147.613|229|S0|Burevestnik Airport
BVW|AU|-12.65|143.217|259|S0|Batavia Downs Airport
BVX|US|35.767|-91.65|78|S0|Batesville Regional Airport
BVY|US|42.585|-70.915|129|M0|Beverly Regional Airport
BVZ|AU|-16.733|125.433|267|S0|Beverley Springs
BWA|NP|27.504|83.42|207|M1|Gautam Buddha International Airport
BWB|AU|-20.783|115.417|267|S0|Barrow Island Airport
BWC|US|32.993|-115.517|112|S0|Brawley Municipal Airport
BWD|US|31.795|-98.957|78|S0|Brownwood Regional Airport
BWE|DE|52.318|10.557|274|M0|Braunschweig-Wolfsburg Airport
BWF|GB|54.117|-3.233|293|M0|Walney Island Airport
BWG|US|36.962|-86.422|78|M0|Warren County Regional Airport
BWH|MY|5.467|100.392|210|M0|Butterworth Airport
BWI|US|39.18|-76.669|129|L1|Baltimore/Washington International Thurgood Marshall Airport
BWJ|PG|-6.4|146.9|358|S0|Bawan Airport
BWK|HR|43.283|16.683|318|M1|Bol Airport
BWL|US|36.8|-97.283|78|S0|Blackwell–Tonkawa Municipal
BWM|US|46.183|-103.4|85|S0|Bowman Municipal Airport
BWN|BN|4.945|114.934|188|L1|Brunei International Airport
BWO|RU|51.862|47.746|309|M1|Balakovo Airport
BWP|PG|-3.017|141.15|358|S0|Bewani Airport
BWQ|AU|-29.95|146.867|268|M0|Brewarrina Airport
BWT|AU|-40.999|145.731|259|M1|Burnie Wynyard Airport
BWU|AU|-33.917|151.033|268|M0|Bankstown Airport
BWW|CU|22.621|-79.147|102|S0|Las Brujas Airport
BWX|ID|-8.31|114.34|201|S1|Banyuwangi International Airport
BWY|GB|52.128|1.435|293|S0|RAF Bentwaters
BXA|US|30.933|-89.883|78|S0|George R. Carr Airport
BXB|ID|-2.532|133.441|202|M0|Babo Airport
BXD|ID|-7.167|139.5|202|S0|Bade Airport
BXE|SN|14.842|-12.468|15|M0|Bakel Airport
BXF|AU|-17.546|128.308|267|S0|Bellburn Airport
BXG|AU|-36.738|144.327|266|S1|Bendigo Airport
BXH|KZ|46.894|75.004|176|M1|Balkhash Airport
BXI|CI|8.75|-6.5|0|S0|Boundiali Airport
BXJ|KZ|43.5|76.95|176|S0|Borolday Airport
BXK|US|33.367|-112.583|135|S0|Buckeye Airport
BXL|FJ|-16.75|179|337|S0|Blue Lagoon Airport
BXM|ID|-4.117|140.85|202|S0|Batom Airport
BXN|TR|37.138|27.665|286|S0|Imsik Airport
BXO|CH|46.967|8.383|319|S0|Buochs Airport
BXP|PL|52.003|23.144|317|M0|Biala Podlaska Airport
BXR|IR|29.08|58.449|238|M1|Bam Airport
BXS|US|33.343|-116.328|112|S0|Borrego Springs Airport
BXT|ID|0.167|117.5|214|S1|Bontang Airport
BXU|PH|8.948|125.481|215|M1|Butuan Airport
BXV|IS|64.767|-14|255|S0|Breiddalsvik Airport
BXW|ID|-5.724|112.679|201|S0|Bawean Airport
BXX|SO|9.967|43.117|38|S0|Borama Airport
BXY|KZ|45.624|63.214|227|M0|Baikonur Krayniy Airport
BXZ|PG|-5.717|147.867|358|S0|Bunsil Airport
BYA|US|64.076|-141.114|51|S0|Boundary Airport
BYB|OM|25.583|56.25|216|S0|Diba al Bayah Airport
BYC|BO|-21.95|-63.65|110|M0|Yacuiba Airport
BYD|YE|14.133|46.55|175|S0|Beidah Airport
BYF|FR|49.97|2.699|302|S0|Albert Bray Airport
BYG|US|44.35|-106.7|85|S0|Johnson County Airport
BYH|US|35.961|-89.945|78|M0|Arkansas International Airport
BYI|US|42.541|-113.774|71|M0|Burley Municipal Airport
BYJ|PT|38.09|-7.927|291|M0|Beja International Airport
BYK|CI|7.737|-5.069|0|M1|Bouake Airport
BYL|LR|7.367|-10|39|S0|Bella Yella Airport
BYM|CU|20.383|-76.65|102|M1|C.M. de Cespedes Airport
BYN|MN|46.1|100.683|241|M1|Bayankhongor Airport
BYO|BR|-21.244|-56.451|73|S1|Bonito Airport
BYP|AU|-22.674|119.166|267|S0|Barimunya Airport
BYQ|ID|3.583|117.833|214|S0|Bunyu Airport
BYR|DK|57.278|11.005|280|S1|Laeso Airport
BYS|US|35.267|-116.567|112|M0|Bicycle Lake Army Air Field
BYT|IE|51.683|-9.45|281|S0|Bantry Airport
BYU|DE|49.986|11.64|274|M0|Bindlacher-Berg Airport
BYV|LK|6.929|79.854|190|S0|Beira Lake SPB
BYW|US|48.5|-123|112|S1|Blakely Island Airport
BYX|AU|-13.2|136.233|261|S0|Baniyala Airport
BZA|NI|13.95|-84.6|113|S0|San Pedro Airport
BZB|MZ|-21.535|35.492|35|M0|Bazaruto Island Airport
BZC|BR|-22.769|-41.964|149|M0|Buzios Airport
BZD|AU|-34.617|143.617|268|M0|Balranald Airport
BZE|BZ|17.539|-88.308|67|L1|Philip S.W. Goldson International Airport
BZF|US|40.574|-122.407|112|S0|Benton Field
BZG|PL|53.097|17.979|317|M1|Bydgoszcz Ignacy Jan Paderewski Airport
BZH|ZW|-16.817|28.35|21|S0|Bumi Hills Airport
BZI|TR|39.617|27.928|286|M1|Balikesir Airport
BZK|RU|53.214|34.176|300|M1|Bryansk International Airport
BZL|BD|22.799|90.301|192|M1|Barisal Airport
BZM|MG|-17.692|45.089|320|S0|Bemolanga Airport
BZN|US|45.778|-111.16|85|L1|Bozeman Yellowstone International Airport
BZO|IT|46.462|11.331|306|M1|Bolzano Airport
BZP|AU|-15.217|144.633|259|S0|Bizant Airport
BZR|FR|43.321|3.353|302|M1|Beziers Vias Airport
BZT|US|29.05|-95.567|78|S0|Brazoria Airport
BZU|CD|2.8|24.733|32|M0|Buta Airport
BZV|CG|-4.259|15.251|10|L1|Maya Maya Airport
BZX|CN|31.738|106.645|232|L1|Bazhong Enyang Airport
BZY|MD|47.75|27.933|279|M0|Beltsy Airport
BZZ|GB|51.75|-1.587|293|M0|RAF Brize Norton
CAA|HN|14.831|-85.894|157|M1|Catacamas Airport
CAB|AO|-5.583|12.2|31|M1|Cabinda Airport
CAC|BR|-25.002|-53.502|149|M1|Cascavel Airport
CAD|US|44.276|-85.422|86|S0|Wexford County Airport
CAE|US|33.947|-81.125|129|L1|Columbia Metropolitan Airport
CAF|BR|-4.9|-66.917|114|S1|Carauari Airport
CAG|IT|39.254|9.061|306|L1|Cagliari Elmas Airport
CAH|VN|9.176|105.179|198|M1|Ca Mau Airport
CAI|EG|30.12|31.406|12|L1|Cairo International Airport
CAJ|VE|6.241|-62.854|75|M1|Canaima Airport
CAK|US|40.915|-81.436|129|L1|Akron-Canton Regional Airport
CAL|GB|55.436|-5.687|293|M1|Campbeltown Airport
CAM|BO|-20.011|-63.561|110|S0|Camiri Airport
CAN|CN|23.392|113.299|232|L1|Guangzhou Baiyun International Airport
CAO|US|36.446|-103.154|85|S0|Clayton Municipal Airpark
CAP|HT|19.733|-72.195|136|M1|Cap Haitien Airport
CAQ|CO|7.968|-75.197|70|M0|Caucasia Airport
CAR|US|46.867|-68.017|129|M0|Caribou Municipal Airport
CAS|MA|33.553|-7.661|13|S0|Anfa Airport
CAT|PT|38.726|-9.355|291|M1|Cascais Municipal Aerodrome
CAU|BR|-8.25|-35.917|66|S1|Caruaru Airport
CAV|AO|-11.9|22.867|31|S0|Cazombo Airport
CAW|BR|-21.7|-41.303|149|M1|Bartolomeu Lisandro Airport
CAX|GB|54.937|-2.809|293|M0|Carlisle Airport
CAY|GF|4.817|-52.367|76|L1|Felix Eboue Airport
CAZ|AU|-31.537|145.797|268|M1|Cobar Airport
CBB|BO|-17.414|-66.179|110|L1|Jorge Wilstermann International Airport
CBC|AU|-18.917|125.55|267|S0|Cherrabun Airport
CBD|IN|9.156|92.821|208|M0|Car Nicobar Air Force Base
CBE|US|39.614|-78.766|129|S0|Greater Cumberland Regional Airport
CBF|US|41.26|-95.758|78|S0|Council Bluffs Municipal Airport
CBG|GB|52.208|0.178|293|M0|Cambridge City Airport
CBH|DZ|31.648|-2.26|3|M1|Boudghene Ben Ali Lotfi Airport
CBI|AU|-40.388|148.013|263|S0|Cape Barren Island Airport
CBJ|DO|17.933|-71.65|148|M0|Cabo Rojo Airport
CBK|US|39.426|-101.05|78|S0|Colby Municipal Airport
CBL|VE|8.122|-63.535|75|M0|Tomas de Heres Airport
CBM|US|33.5|-88.417|78|M0|Columbus Air Force Base
CBN|ID|-6.75|108.533|201|S0|Penggung Airport
CBO|PH|7.161|124.215|215|M1|Awang Airport
CBP|PT|40.2|-8.417|291|S0|Coimbra Airport
CBQ|NG|4.969|8.347|28|M1|Calabar Airport
CBR|AU|-35.307|149.191|268|L1|Canberra Airport
CBS|VE|10.383|-71.417|75|S0|Oro Negro Airport
CBT|AO|-12.483|13.483|31|M1|Catumbela Airport
CBU|DE|51.77|14.299|274|M0|Cottbus Airport
CBV|GT|15.472|-90.409|98|M0|Coban Airport
CBW|BR|-24.002|-52.356|149|S0|Campo Mourao Airport
CBX|AU|-33.867|148.25|268|S0|Condobolin Airport
CBY|AU|-19.479|140.926|259|S0|Canobie Airport
CBZ|CN|37.611|117.886|232|M1|Binzhou Dagao General Airport
CCA|BO|-16.99|-65.141|110|S1|Chimore Airport
CCB|US|34.112|-117.688|112|S0|Cable Airport
CCC|CU|22.461|-78.329|102|M1|Jardines del Rey Airport
CCD|US|34.061|-118.418|112|M1|Century City Heliport
CCE|EG|30.076|31.833|12|M0|Cairo Capital International Airport
CCF|FR|43.215|2.309|302|M1|Carcassonne Airport
CCG|US|31.4|-102.35|78|S0|Crane County Airport
CCH|CL|-46.55|-71.7|147|M0|Chile Chico Airport
CCI|BR|-27.181|-52.051|149|S0|Concordia Airport
CCJ|IN|11.139|75.95|208|L1|Kozhikode Calicut International Airport
CCK|CC|-12.167|96.917|323|M1|Cocos Islands Airport
CCL|AU|-26.75|150.633|259|M0|Chinchilla Airport
CCM|BR|-28.7|-49.367|149|M1|Criciuma Airport
CCN|AF|34.525|65.266|204|S0|Chaghcharan Airport
CCO|CO|4.567|-71.333|70|S0|Carimagua Airport
CCP|CL|-36.777|-73.059|147|M1|Carriel Sur Airport
CCR|US|37.989|-122.056|112|M1|Buchanan Field
CCS|VE|10.597|-67.006|75|L1|Simon Bolivar International Airport
CCT|AR|-39.5|-68.917|54|S0|Colonia Catriel Airport
CCU|IN|22.645|88.439|208|L1|Netaji Subhas Chandra Bose Airport
CCV|VU|-16.2|167.5|336|S1|Craig Cove Airport
CCW|AU|-33.633|136.833|258|S0|Cowell Airport
CCX|BR|-16.067|-57.7|73|S0|Caceres Airport
CCY|US|43.067|-92.683|78|M0|Northeast Iowa Regional Airport
CCZ|BS|25.418|-77.881|128|M1|Chub Cay Airport
CDA|AU|-12.905|132.523|261|S0|Cooinda Airport
CDB|US|55.199|-162.721|51|M1|Cold Bay Airport
CDC|US|37.703|-113.096|85|M1|Cedar City Regional Airport
CDD|HN|15.322|-83.603|157|S0|Cauquira Airport
CDE|CN|41.123|118.074|232|M1|Chengde Puning Airport
CDG|FR|49.003|2.567|302|L1|Paris-Charles De Gaulle Airport
CDH|US|33.583|-92.833|78|S0|Harrell Field
CDI|BR|-20.836|-41.187|149|S0|Cachoeiro de Itapemirim Airport
CDJ|BR|-8.233|-49.283|66|M0|Conceicao Do Araguaia Airport
CDK|US|29.133|-83.033|129|S0|Lewis Airport
CDL|US|65.908|-161.938|51|S0|Candle Airport
CDN|US|34.267|-80.6|129|S0|Woodward Field
CDO|ZA|-32.133|25.6|22|S0|Cradock Airport
CDP|IN|14.515|78.765|208|M1|Kadapa Airport
CDQ|AU|-18.3|142.25|259|S0|Croydon Airport
CDR|US|42.835|-103.098|85|M1|Chadron Airport
CDS|US|37.417|-100.217|78|M0|Childress Airport
CDT|ES|40.214|0.073|295|M1|Castellon-Costa Azahar Airport
CDU|AU|-34.038|150.687|268|M0|Camden Airport
CDV|US|60.493|-145.47|51|M1|Mudhole Smith Airport
CDW|US|40.875|-74.28|129|S0|Essex County Airport
CDY|PH|7.014|118.495|215|S0|Cagayan De Sulu Airport
CEA|US|37.7|-97.333|78|S0|Cessna Aircraft Field
CEB|PH|10.313|123.983|215|L1|Mactan-Cebu International Airport
CEC|US|41.78|-124.236|112|M1|Del Norte County Regional Airport
CED|AU|-32.124|133.701|258|M1|Ceduna Airport
CEE|RU|59.283|38.067|300|M1|Cherepovets Airport
CEF|US|42.183|-72.554|129|M0|Westover Metropolitan Airport
CEG|GB|53.179|-2.971|293|M0|Hawarden Airport
CEH|MW|-10.55|33.8|9|S0|Chelinda Airport
CEI|TH|19.955|99.879|185|M1|Chiang Rai International Airport
CEJ|ES|40.035|-2.145|295|S0|Cuenca – Fernando Zóbel Railway Station
CEK|RU|55.298|61.512|247|M1|Chelyabinsk International Airport
CEL|BR|-29.497|-50.922|149|S1|Canela
CEM|US|65.575|-144.782|51|S1|Central Airport
CEN|MX|27.392|-109.839|103|M1|Ciudad Obregon Airport
CEO|AO|-11.426|15.101|31|S0|Waku-Kungo Airport
CEP|BO|-16.233|-62.083|110|S0|Concepcion Airport
CEQ|FR|43.546|6.954|302|M0|Mandelieu Airport
CER|FR|49.651|-1.475|302|M0|Cherbourg-Maupertus Airport
CES|AU|-32.833|151.35|268|S0|Cessnock Airport
CET|FR|47.067|-0.867|302|S0|Le Pontreau Airport
CEU|US|34.671|-82.885|129|S0|Oconee County Regional Airport
CEV|US|39.65|-85.133|104|S0|Mettel Field
CEW|US|30.777|-86.523|129|M0|Bob Sikes Airport
CEX|US|65.05|-146.167|51|S0|Chena Hot Springs Airport
CEY|US|36.617|-88.317|78|S0|Murray-Calloway County Airport
CEZ|US|37.303|-108.627|85|M1|Montezuma County Airport
CFB|BR|-22.925|-42.079|149|S1|Cabo Frio International Airport
CFC|BR|-26.791|-50.941|149|S0|Cacador Airport
CFD|US|30.667|-96.367|78|S0|Coulter Field
CFE|FR|45.789|3.159|302|M1|Clermont-Ferrand Auvergne Airport
CFF|AO|-8.767|18|31|S0|Cafunfo Airport
CFG|CU|22.15|-80.414|102|M1|Jaime Gonzalez Airport
CFH|AU|-27|139|258|S0|Clifton Hills Airport
CFI|AU|-17.033|131.283|261|S0|Camfield Airport
CFK|DZ|36.212|1.332|3|M1|Chlef International Airport
CFM|CA|55.696|-111.281|88|S0|Conklin (Leismer) Airport
CFN|IE|55.042|-8.34|281|M1|Donegal Airport
CFO|BR|-10.633|-51.567|73|S0|Confreza Airport
CFP|AU|-18.783|144.35|259|S0|Carpentaria Downs Airport
CFQ|CA|49.037|-116.498|81|S0|Creston Airport
CFR|FR|49.183|-0.459|302|M1|Carpiquet Airport
CFS|AU|-30.323|153.115|268|M1|Coffs Harbour Airport
CFT|US|33.05|-109.3|135|S0|Greenlee County Airport
CFU|GR|39.608|19.915|272|M1|Ioannis Kapodistrias Airport
CFV|US|37.033|-95.617|78|S0|Coffeyville Municipal Airport
CGA|US|55.478|-133.146|108|S1|Craig Seaplane Base
CGB|BR|-15.652|-56.12|73|L1|Marechal Rondon International Airport
CGC|PG|-5.459|148.516|358|S0|Cape Gloucester Airport
CGD|CN|28.924|111.639|232|M1|Changde Airport
CGE|US|38.567|-76.083|129|S0|Cambridge–Dorchester Regional Airport
CGF|US|41.565|-81.488|129|M0|Cuyahoga County Airport
CGG|PH|16.083|122.017|215|S0|Casiguran Airport
CGH|BR|-23.627|-46.66|149|L1|Sao Paulo Congonhas Airport
CGI|US|37.224|-89.572|78|M1|Cape Girardeau Regional Airport
CGJ|ZM|-12.517|27.883|33|M0|Chingola Airport
CGK|ID|-6.131|106.656|201|L1|Soekarno-Hatta International Airport
CGM|PH|9.254|124.707|215|M1|Camiguin Airport
CGN|DE|50.878|7.122|274|L1|Cologne Bonn Airport
CGO|CN|34.528|113.84|232|L1|Zhengzhou Xinzheng International Airport
CGP|BD|22.245|91.815|192|L1|Shah Amanat International Airport
CGQ|CN|43.995|125.697|232|L1|Changchun Longjia International Airport
CGR|BR|-20.457|-54.669|73|L1|Campo Grande International Airport
CGS|US|38.98|-76.922|129|S0|College Park Airport
CGT|MR|20.45|-12.367|43|S0|Chinguitti Airport
CGV|AU|-32.267|125.467|267|S0|Caiguna Airport
CGX|ZM|-15.054|25.986|22|S0|Chunga Airstrip
CGY|PH|8.613|124.457|215|M1|Laguindingan Airport
CGZ|US|32.883|-111.75|135|S0|Casa Grande Municipal Airport
CHA|US|35.037|-85.198|129|L1|Chattanooga Metropolitan Airport
CHB|PK|35.417|74.083|206|S0|Chilas Airport
CHC|NZ|-43.489|172.539|331|L1|Christchurch International Airport
CHD|BR|-13.032|-41.444|64|M1|Mucuge Airport
CHF|KR|35.138|128.698|231|S0|Jinhae Airport
CHG|CN|41.545|120.437|232|M1|Chaoyang Airport
CHH|PE|-6.217|-77.85|111|M1|Chachapoyas Airport
CHJ|ZW|-20.2|32.65|21|S0|Chipinge Airport
CHK|US|35.05|-97.967|78|S0|Chickasha Municipal Airport
CHL|US|44.5|-114.25|71|S0|Challis Airport
CHM|PE|-9.151|-78.531|111|M1|Chimbote Airport
CHN|KR|35.983|127.117|231|S0|Jhunju
CHO|US|38.139|-78.449|129|L1|Charlottesville Albemarle Airport
CHP|US|65.467|-144.583|51|S0|Circle Hot Springs Airport
CHQ|GR|35.54|24.14|272|M1|Chania International Airport
CHR|FR|46.862|1.728|302|M0|Chateauroux Airport
CHS|US|32.884|-80.037|129|L1|Charleston International Airport
CHT|NZ|-43.8|-176.35|333|M1|Chatham Islands / Tuuta Airport
CHU|US|61.583|-159.239|51|S1|Chuathbaluk Airport
CHV|PT|41.733|-7.467|291|S0|Chaves Airport
CHX|PA|9.45|-82.45|132|M1|Changuinola Airport
CHY|SB|-6.714|156.399|341|S1|Choiseul Bay Airport
CHZ|US|42.583|-121.867|112|S0|Chiloquin State Airport
CIA|IT|41.799|12.591|306|L1|Rome Ciampino Giovan Battista Pastine Airport
CIC|US|39.798|-121.856|112|S0|Chico Regional Airport
CID|US|41.889|-91.7|78|L1|Eastern Iowa Airport
CIE|AU|-33.367|116.133|267|S0|Collie Airport
CIF|CN|42.155|118.833|232|M1|Chifeng Yulong Airport
CIG|US|40.496|-107.525|85|S0|Craig-Moffat Airport
CIH|CN|36.246|113.122|232|S1|Changzhi Wangcun Airport
CII|TR|37.95|28.003|286|S0|Cildir
CIJ|BO|-11.026|-68.753|110|M1|Capitan Anibal Arab Airport
CIK|US|66.648|-143.729|51|S1|Chalkyitsik Airport
CIL|US|64.908|-163.733|51|S0|Council Airport
CIM|CO|6.483|-74.117|70|S0|Cimitarra Airport
CIN|US|42.067|-94.867|78|S0|Carroll Airport
CIO|PY|-23.5|-57.517|62|M0|Ten. Crl. Carmelo Peralta
CIP|ZM|-13.557|32.587|33|S0|Chipata Airport
CIQ|GT|14.85|-89.617|98|S0|Chiquimula Airport
CIR|US|37.064|-89.219|78|S0|Cairo Regional Airport
CIS|KI|-2.833|-171.667|344|M0|Canton Island Airport
CIT|KZ|42.365|69.493|176|M1|Shymkent International Airport
CIU|US|46.251|-84.458|86|M1|Chippewa County International Airport
CIW|VC|12.7|-61.317|156|M1|Canouan Island Airport
CIX|PE|-6.79|-79.832|111|M1|J.A. Quinones Gonzalez Airport
CIY|IT|36.996|14.609|306|M1|Comiso Airport
CIZ|BR|-4.083|-63.133|114|S0|Coari Airport
CJA|PE|-7.133|-78.5|111|M1|Cajamarca Airport
CJB|IN|11.031|77.039|208|M1|Coimbatore International Airport
CJC|CL|-22.495|-68.908|147|M1|El Loa Airport
CJD|CO|1.333|-74.267|70|S0|Candilejas Airport
CJF|AU|-22.967|118.813|267|S0|Coondewanna Airport
CJH|CA|51.333|-124.083|163|S0|Chilko Lake Airport
CJJ|KR|36.722|127.495|231|M1|Cheongju International Airport
CJL|PK|35.886|71.794|206|M1|Chitral Airport
CJM|TH|10.711|99.361|185|M1|Chumphon Airport
CJN|ID|-7.72|108.489|201|S1|Cijulang Nusawiru Airport
CJS|MX|31.636|-106.436|79|M1|Abraham Gonzalez International Airport
CJT|MX|16.167|-92.05|122|S0|Copalar Airport
CJU|KR|33.507|126.493|231|L1|Jeju International Airport
CJZ|BR|-6.883|-38.616|92|S1|Cajazeiras Airport
CKA|US|36.75|-98.35|78|S0|Kegelman Air Force Auxiliary Field
CKB|US|39.296|-80.229|129|M1|North Central West Virginia Airport
CKC|UA|49.417|32|290|M0|Cherkassy Airport
CKD|US|61.871|-158.101|51|S1|Crooked Creek Airport
CKE|US|38.935|-122.622|112|S0|Lampson Field
CKG|CN|29.72|106.634|232|L1|Chongqing Jiangbei International Airport
CKH|RU|70.633|147.883|213|M1|Chokurdah Airport
CKI|AU|-11.2|132.533|261|S0|Croker Island Airport
CKK|US|36.399|-91.676|78|S0|Sharp County Regional Airport
CKL|RU|55.883|38.06|300|M0|Chkalovsky Airport
CKM|US|34.2|-90.583|78|S0|Fletcher Field
CKN|US|47.783|-96.617|78|S0|Crookston Municipal Airport
CKO|BR|-23.117|-50.667|149|S0|Cornelio Procopio Airport
CKR|US|48.6|-123|112|S0|Crane Island Airport
CKS|BR|-6.115|-50.002|66|M1|Carajas Airport
CKT|IR|36.488|61.07|238|M0|Sarakhs Airport
CKU|US|60.55|-145.75|51|S0|Cordova Municipal Airport
CKV|US|36.621|-87.414|78|S0|Clarksville–Montgomery County Regional
CKW|AU|-22.352|119.639|267|S1|Christmas Creek Mine Airport
CKX|US|64.068|-141.949|51|S1|Chicken Airport
CKY|GN|9.576|-13.62|14|M1|Conakry International Airport
CKZ|TR|40.137|26.427|286|M1|Canakkale Airport
CLA|BD|23.438|91.192|192|S0|Comilla Airport
CLD|US|33.127|-117.279|112|M1|McClellan-Palomar Airport
CLE|US|41.411|-81.838|129|L1|Cleveland Hopkins International Airport
CLG|US|36.163|-120.294|112|S0|New Coalinga Municipal Airport
CLH|AU|-31.833|149.7|268|S0|Coolah Airport
CLI|US|42.567|-88.867|78|S0|Clintonville Municipal Airport
CLJ|RO|46.782|23.687|277|M1|Avram Iancu Cluj International Airport
CLK|US|35.538|-98.933|78|S0|Clinton Regional Airport
CLL|US|30.594|-96.367|78|M1|Easterwood Airport
CLM|US|48.119|-123.497|112|M0|William R. Fairchild International Airport
CLN|BR|-7.333|-47.45|66|M0|Carolina Airport
CLO|CO|3.543|-76.381|70|L1|Alfonso Bonilla Aragon International Airport
CLP|US|58.837|-158.528|51|S1|Clarks Point Airport
CLQ|MX|19.3|-103.65|122|M1|Colima Airport
CLR|US|33.133|-115.517|112|S0|Cliff Hatfield Memorial Airport
CLS|US|46.674|-122.981|112|S0|Chehalis–Centralia Airport
CLT|US|35.219|-80.936|129|L1|Charlotte Douglas International Airport
CLU|US|39.217|-85.917|104|M0|Columbus Municipal Airport (Indiana)
CLV|BR|-17.726|-48.607|149|S1|Nelson Ribeiro Guimaraes Airport
CLW|US|27.977|-82.759|129|S0|Clearwater Air Park
CLX|AR|-25.333|-57.667|54|S0|Clorinda Airport
CLY|FR|42.528|8.792|302|M1|Sainte Catherine Airport
CLZ|VE|8.933|-67.433|75|M0|Calabozo Airport
CMA|AU|-28.031|145.616|259|M1|Cunnamulla Airport
CMB|LK|7.174|79.886|190|L1|Bandaranaike International Airport
CMC|BR|-2.917|-40.833|66|S0|Camocim Airport
CMD|AU|-34.628|148.043|268|M0|Cootamundra Airport
CME|MX|18.651|-91.803|120|M1|Ciudad del Carmen International Airport
CMF|FR|45.638|5.884|302|M1|Chambery Airport
CMG|BR|-19.011|-57.672|73|M1|Corumba Internacional Airport
CMH|US|39.998|-82.885|129|L1|John Glenn Columbus International Airport
CMI|US|40.04|-88.269|78|M1|University of Illinois Willard Airport
CMJ|TW|23.211|119.418|235|S0|Qimei Airport
CMK|MW|-14.3|35.05|9|S0|Club Makokola Airport
CML|AU|-19.933|138.117|259|S0|Camooweal Airport
CMM|GT|17.458|-90.053|98|S0|Carmelita Airport
CMN|MA|33.367|-7.587|13|L1|Mohammed V International Airport
CMO|SO|5.367|48.517|38|S0|Obbia Airport
CMP|BR|-9.8|-36.35|66|M1|Campo Alegre Airport
CMQ|AU|-22.772|147.622|259|M0|Clermont Airport
CMR|FR|48.083|7.367|302|M0|Colmar-Houssen Airport
CMS|SO|10.3|50.233|38|S0|Iskushuban Airport
CMT|BR|-2.2|-49.5|66|S0|Cameta Airport
CMU|PG|-6.021|144.973|358|M1|Chimbu Airport
CMV|NZ|-36.791|175.508|331|S0|Coromandel Airport
CMW|CU|21.419|-77.85|102|M1|Ign Agramonte International Airport
CMX|US|47.168|-88.486|86|M1|Houghton County Memorial Airport
CMY|US|44.033|-90.779|78|S0|Sparta/Fort McCoy Airport
CMZ|MZ|-17.85|35.4|35|S0|Caia Airport
CNA|MX|31|-110.333|103|S0|Cananea Airport
CNB|AU|-30.981|148.378|268|M1|Coonamble Airport
CNC|AU|-10.05|143.067|259|S1|Coconut Island Airport
CND|RO|44.35|28.483|277|M1|Kogalniceanu Airport
CNE|US|38.45|-105.233|85|S0|Fremont County Airport
CNF|BR|-19.632|-43.963|149|L1|Tancredo Neves International Airport
CNG|FR|45.683|-0.333|302|M0|Parvaud Airport
CNH|US|43.383|-72.333|129|S0|Claremont Municipal Airport
CNI|CN|39.267|122.664|232|M1|Changhai Airport
CNJ|AU|-20.669|140.509|259|M1|Cloncurry Airport
CNK|US|39.567|-97.667|78|S0|Blosser Municipal Airport
CNL|DK|57.483|10.217|280|M0|Sindal Airport
CNM|US|32.337|-104.263|85|M1|Cavern City Air Terminal
CNN|IN|11.92|75.55|208|M1|Kannur International Airport
CNO|US|33.981|-117.639|112|S0|Chino Airport
CNP|GL|70.743|-22.658|150|S1|Neerlerit Inaat Airport
CNQ|AR|-27.45|-58.762|54|M1|Camba Punta Airport
CNR|CL|-26.329|-70.604|147|M0|Chanaral Airport
CNS|AU|-16.877|145.754|259|L1|Cairns Airport
CNT|AR|-27.217|-61.233|54|S0|Charata Airport
CNU|US|37.683|-95.45|78|M0|Chanute Martin Johnson Airport
CNV|BR|-15.667|-38.983|66|S0|Canavieiras Airport
CNW|US|31.638|-97.073|78|S0|TSTC Waco Airport
CNX|TH|18.77|98.968|185|L1|Chiang Mai International Airport
CNY|US|38.759|-109.746|85|M1|Canyonlands Regional Airport, Moab
CNZ|AO|-11.5|19|31|S0|Cangamba Airport
COA|US|38.029|-120.413|112|S0|Columbia Airport
COB|AU|-15.55|130.933|261|S0|Coolibah Airport
COC|AR|-31.297|-57.996|54|M0|Concordia Airport
COD|US|44.516|-109.028|85|M1|Yellowstone Regional Airport
COE|US|47.774|-116.824|112|M0|Coeur D'Alene Airport
COF|US|28.242|-80.609|129|M0|Patrick Air Force Base
COG|CO|5.072|-76.677|70|S0|Mandinga Airport
COH|IN|26.333|89.467|208|S0|Cooch Behar Airport
COI|US|28.317|-80.6|129|S0|Merritt Island Airport
COJ|AU|-31.337|149.272|268|M0|Coonabarabran Airport
COK|IN|10.156|76.391|208|L1|Cochin International Airport
COL|GB|56.617|-6.617|293|S1|Coll Island Airport
COM|US|31.833|-99.433|78|S0|Coleman Municipal Airport
CON|US|43.205|-71.502|129|M0|Concord Municipal Airport
COO|BJ|6.354|2.384|45|M1|Cotonou Airport
COP|US|42.7|-74.933|129|S0|Cooperstown-Westville Airport
COQ|MN|48.133|114.9|241|M0|Choibalsan Airport
COR|AR|-31.316|-64.212|54|L1|Ingeniero Aeronautico Ambrosio L.V. Taravella International Airport
COS|US|38.797|-104.701|85|L1|Colorado Springs Airport
COT|US|28.433|-99.233|78|S0|Cotulla–La Salle County Airport
COU|US|38.814|-92.219|78|M1|Columbia Regional Airport
COV|TR|36.897|35.068|286|L1|Çukurova International Airport
COW|CL|-30.199|-71.247|147|S0|Tambillos Airport
COY|AU|-21.85|117.75|267|S0|Coolawanyah Station Airport
COZ|DO|18.9|-70.717|148|S0|Constanza Airport
CPA|LR|4.377|-7.696|39|S0|Cape Palmas Airport
CPB|CO|8.633|-77.333|70|S0|Capurgana Airport
CPC|AR|-40.067|-71.133|59|M1|Aviador Carlos Campos Airport
CPD|AU|-29.044|134.753|258|M1|Coober Pedy Airport
CPE|MX|19.835|-90.509|120|M1|Campeche International Airport
CPF|ID|-7.15|111.583|201|S0|Cepu Airport
CPG|AR|-40.783|-62.98|54|S0|Carmen De Patagones Airport
CPH|DK|55.629|12.648|280|L1|Copenhagen Airport
CPI|PG|-5.433|152.083|358|S0|Cape Orford Airport
CPL|CO|3.717|-75.467|70|S0|Chaparral Airport
CPM|US|33.894|-118.248|112|S0|Compton Airport
CPN|PG|-10.183|148.367|358|S0|Cape Rodney Airport
CPO|CL|-27.299|-70.414|147|M1|Chamonate Airport
CPP|CL|-20.75|-68.683|147|S0|Coposa Airport
CPQ|BR|-22.858|-47.109|149|S0|Amarais Airport
CPR|US|42.909|-106.463|85|M1|Casper/Natrona County International Airport
CPS|US|38.575|-90.156|78|S0|St. Louis Downtown Airport
CPT|ZA|-33.969|18.596|22|L1|Cape Town International Airport
CPU|BR|-1.8|-44.867|66|S0|Cururupu Airport
CPV|BR|-7.267|-35.9|66|M1|Joao Suassuna Airport
CPX|PR|18.312|-65.302|139|M1|Benjamin Rivera Noriega Airport
CQA|BR|-13.574|-52.27|73|S0|Canarana Airport
CQD|IR|32.294|50.838|238|M0|Shahre-Kord Airport
CQF|FR|50.95|1.933|302|M0|Calais Airport
CQM|ES|38.856|-3.97|295|M0|Ciudad Real International Airport
CQP|AU|-18.2|147.5|259|S0|Cape Flattery Airport
CQS|BR|-12.417|-64.25|138|S0|Costa Marques Airport
CQT|CO|1.617|-74.167|70|S0|Caquetania Airport
CQW|CN|29.466|107.692|232|M1|Chongqing Xiannyushan Airport
CRA|RO|44.319|23.886|277|M1|Craiova Airport
CRB|AU|-29.55|148.583|268|S0|Collarenebri Airport
CRC|CO|4.761|-75.955|70|M0|Santa Ana Airport
CRD|AR|-45.789|-67.47|54|M1|General E. Mosconi International Airport
CRE|US|33.811|-78.724|129|M0|Grand Strand Airport
CRF|CF|4.983|15.933|6|S0|Carnot Airport
CRG|US|30.336|-81.512|129|M0|Jacksonville Executive at Craig Airport
CRH|AU|-28|152.167|259|S0|Cherribah Airport
CRI|BS|22.75|-74.15|128|M1|Crooked Island Airport
CRJ|AU|-31.9|132.3|258|S0|Coorabie Airport
CRK|PH|15.188|120.55|215|M1|Clark International Airport
CRL|BE|50.457|4.452|276|L1|Brussels South Charleroi Airport
CRM|PH|12.483|124.583|215|M1|Catarman National Airport
CRO|US|36.1|-119.55|112|S0|Corcoran Airport
CRP|US|27.775|-97.502|78|L1|Corpus Christi International Airport
CRQ|BR|-17.75|-39.25|66|M0|Caravelas Airport
CRR|AR|-29.917|-61.833|54|S0|Ceres Airport
CRS|US|32.1|-96.467|78|S0|C. David Campbell Field
CRT|US|33.133|-91.967|78|S0|Crossett Municipal Airport
CRU|GD|12.475|-61.472|96|S1|Carriacou Island Airport
CRV|IT|38.996|17.081|306|M1|Crotone Airport
CRW|US|38.37|-81.597|129|L1|Yeager Airport
CRX|US|34.9|-88.6|78|S0|Roscoe Turner Airport
CRY|AU|-15.467|128.617|267|S0|Carlton Hill Airport
CRZ|TM|39.093|63.601|180|M1|Turkmenabat Airport
CSA|GB|56.083|-6.2|293|S0|Colonsay Island Airport
CSB|RO|45.417|22.217|277|M0|Caransebes Airport
CSC|CR|10.767|-85.483|80|S0|Canas Airport
CSD|AU|-17.967|135.917|261|S0|Cresswell Downs Airport
CSE|US|38.867|-106.983|85|S0|Crested Butte Airport
CSF|FR|49.25|2.483|302|M0|Creil Airport
CSG|US|32.513|-84.941|129|M1|Columbus Airport (Georgia)
CSH|RU|65.029|35.733|300|S1|Solovky Airport
CSI|AU|-28.883|153.058|268|S0|Casino Airport
CSK|SN|12.392|-16.744|15|M1|Cap Skirring Airport
CSL|US|35.326|-120.743|112|S1|O'Sullivan Army Heliport
CSM|US|35.34|-99.201|78|S0|Clinton-Sherman Industrial Airpark
CSN|US|39.192|-119.735|112|S0|Carson City Airport
CSO|DE|51.858|11.427|274|S0|Magdeburg–Cochstedt Airport
CSP|US|58.199|-136.64|108|M1|Cape Spencer Coast Guard Heliport
CSQ|US|41.067|-94.367|78|S0|Creston Municipal Airport
CSR|CO|5.833|-68.133|70|S0|Casuarito Airport
CSS|BR|-18.983|-51.983|73|S0|Cassilandia Airport
CST|FJ|-17.5|177.5|337|S0|Castaway Airport
CSU|BR|-29.683|-52.417|149|S0|Santa Cruz Do Sul Airport
CSV|US|35.951|-85.085|78|M0|Crossville Memorial Airport
CSX|CN|28.193|113.215|232|L1|Changsha Huanghua International Airport
CSY|RU|56.133|47.267|300|M1|Cheboksary Airport
CSZ|AR|-37.433|-61.883|54|S0|Brigadier Hector Ruiz
CTA|IT|37.471|15.066|306|L1|Catania-Fontanarossa Airport
CTB|US|48.609|-112.378|85|M0|Cut Bank Municipal Airport
CTC|AR|-28.448|-65.78|54|M1|Catamarca Airport
CTD|PA|7.982|-80.411|132|M1|Chitre Alonso Valderrama Airport
CTE|PA|8.833|-80.833|132|S0|Carti Airport
CTF|GT|14.695|-91.88|98|S0|Coatepeque Airport
CTG|CO|10.446|-75.517|70|L1|Rafael Nunez International Airport
CTH|US|39.98|-75.863|129|S0|Chester County G. O. Carlson Airport
CTI|AO|-15.167|19.167|31|S0|Cuito Cuanavale Airport
CTK|US|43.3|-96.583|78|S0|Canton Municipal Airport
CTL|AU|-26.413|146.258|259|M1|Charleville Airport
CTM|MX|18.482|-88.333|74|M1|Chetumal Airport
CTN|AU|-15.443|145.183|259|M1|Cooktown Airport
CTO|US|38.633|-77.683|129|S0|Calverton Executive Airpark
CTP|BR|-1.25|-46.017|66|M1|Carutapera Airport
CTQ|BR|-18.85|-50.1|149|M1|Do Palmar Airport
CTR|AU|-17.583|131|261|S0|Cattle Creek Airport
CTS|JP|42.787|141.681|240|L1|New Chitose Airport
CTT|FR|43.25|5.783|302|M0|Le Castellet Airport
CTU|CN|30.581|103.957|232|L1|Chengdu Shuangliu International Airport
CTV|AO|-9.429|20.311|31|S0|Catoca Airport
CTW|US|34.733|-112.033|135|S0|Cottonwood Airport
CTX|US|42.6|-76.183|129|S0|Cortland County Airport
CTY|US|29.633|-83.117|129|S0|Cross City Airport
CTZ|US|35|-78.367|129|S0|Clinton–Sampson County Airport
CUA|MX|25.05|-111.613|118|S1|Ciudad Constitucion Airport
CUB|US|33.971|-80.995|129|M0|Owens Field
CUC|CO|7.927|-72.508|70|M1|Camilo Daza International Airport
CUD|AU|-26.8|153.15|259|S0|Caloundra Airport
CUE|EC|-2.889|-78.987|99|M1|Mariscal Lamar International Airport
CUF|IT|44.535|7.617|306|M1|Levaldigi Airport
CUG|AU|-33.378|148.881|259|S0|Cudal
CUH|US|35.983|-96.767|78|S0|Cushing Municipal Airport
CUI|CO|4.667|-72|70|S0|Currillo Airport
CUJ|PH|11.833|120|215|S0|Culion Airport
CUK|BZ|17.736|-88.03|67|L1|Caye Caulker Airport
CUL|MX|24.766|-107.47|118|L1|Culiacan International Airport
CUM|VE|10.45|-64.132|75|M1|Antonio Jose de Sucre Airport
CUN|MX|21.04|-86.874|74|L1|Cancun International Airport
CUO|CO|1.033|-71.233|70|S0|Caruru Airport
CUP|VE|10.659|-63.263|75|M1|Carupano Airport
CUQ|AU|-13.765|143.119|259|M1|Coen Airport
CUR|CW|12.185|-68.957|83|L1|Curacao International Airport
CUS|US|31.833|-107.633|85|S0|Columbus Municipal Airport (New Mexico)
CUT|AR|-38.94|-69.265|59|M0|Cutral Có Airport
CUU|MX|28.704|-105.97|118|L1|Gen Fierro Villalobos International Airport
CUV|VE|11.067|-70.95|75|S0|Casigua Airport
CUX|US|27.75|-97.336|78|S0|Cuddihy Field
CUY|AU|-27.45|117.917|267|S0|Cue Airport
CUZ|PE|-13.538|-71.944|111|L1|Alejandro Velasco Astete International Airport
CVA|US|40.44|-79.989|129|M1|Civic Ar Heliport
CVB|PG|-4.8|144.7|358|S0|Chungribu Airport
CVC|AU|-33.7|136.5|258|M0|Cleve Airport
CVE|CO|9.4|-75.733|70|M0|Covenas Airport
CVF|FR|45.397|6.635|302|S0|Courchevel Airport
CVG|US|39.056|-84.661|129|L1|Cincinnati/Northern Kentucky International Airport
CVH|AR|-37.851|-71.008|54|S0|Caviahue Airport
CVI|AR|-46.417|-67.417|54|S0|Caleta Olivia Airport
CVJ|MX|18.832|-99.261|122|M0|General Mariano Matamoros Airport
CVL|PG|-9.665|150.024|358|S0|Cape Vogel Airport
CVM|MX|23.714|-98.965|125|M1|Ciudad Victoria Airport
CVN|US|34.427|-103.079|85|M1|Clovis Regional Airport
CVO|US|44.501|-123.286|112|M0|Corvallis Municipal Airport
CVQ|AU|-24.883|113.664|267|M1|Carnarvon Airport
CVS|US|34.384|-103.317|85|M0|Cannon Air Force Base
CVT|GB|52.369|-1.479|293|M0|Coventry Airport
CVU|PT|39.7|-31.1|249|S1|Corvo Island (Azores) Airport
CWA|US|44.784|-89.672|78|M1|Central Wisconsin Airport
CWB|BR|-25.536|-49.173|149|L1|Afonso Pena International Airport
CWC|UA|48.267|25.97|290|M1|Chernivtsi International Airport
CWE|EG|30.121|30.934|12|S0|Cairo West Air Base
CWF|US|30.221|-93.153|78|S0|Chennault International Airport
CWI|US|41.829|-90.332|78|S0|Clinton Municipal Airport (Iowa)
CWJ|CN|23.275|99.371|232|M1|Cangyuan Washan Airport
CWK|IN|25.168|80.936|208|S0|Chitrakoot Airport
CWL|GB|51.399|-3.339|293|M1|Cardiff Airport
CWR|AU|-27.717|138.333|258|S0|Cowarie Airport
CWS|US|47.485|-122.831|112|S1|Center Island Airport
CWT|AU|-33.855|148.647|268|M0|Cowra Airport
CWW|AU|-35.967|146.35|268|M0|Corowa Airport
CWX|US|32.246|-109.895|135|S0|Cochise County Airport
CXA|VE|7.617|-66.167|75|M0|Caicara De Orinoco
CXB|BD|21.45|91.967|192|M1|Coxs Bazar Airport
CXC|US|61.583|-144.428|51|S0|Chitina Airport
CXF|US|67.254|-150.202|51|S0|Coldfoot Airport
CXH|CA|49.291|-123.118|163|S1|Vancouver Harbour Flight Centre Seaplane Terminal
CXI|KI|1.967|-157.45|345|M1|Christmas Island Airport
CXJ|BR|-29.195|-51.187|149|M1|Hugo Cantergiani Regional Airport
CXL|US|32.667|-115.517|112|S0|Calexico International Airport
CXN|SO|11.5|49.917|38|S0|Candala Airport
CXO|US|30.353|-95.417|78|M0|Conroe-North Houston Regional Airport
CXP|ID|-7.733|109|201|M1|Tunggul Wulung Airport
CXQ|AU|-18.867|125.917|267|S0|Christmas Creek Airport
CXR|VN|12.007|109.217|198|M1|Cam Ranh International Airport
CXT|AU|-20.047|146.269|259|S0|Charters Towers Airport
CXY|BS|25.417|-77.817|128|S0|Cat Cays Airport
CYA|HT|18.27|-73.788|136|M1|Les Cayes Airport
CYB|KY|19.69|-79.879|77|M1|Charles Kirkconnel International Airport
CYC|BZ|17.688|-88.045|67|M1|Caye Chapel Airport
CYD|BZ|17.104|-89.104|67|S0|San Ignacio Town Airstrip
CYF|US|60.217|-164.2|51|S1|Chefornak Sea Plane Base
CYG|AU|-36.25|147.9|266|M0|Corryong Airport
CYI|TW|23.454|120.398|235|M1|Chiayi Airport
CYL|HN|15|-86.5|157|S0|Coyoles Airport
CYM|US|57.5|-135|151|S0|Chatham Sea Plane Base
CYO|CU|21.617|-81.517|102|M1|Cayo Largo Del Sur Airport
CYP|PH|12.076|124.543|215|M1|Calbayog Airport
CYR|UY|-34.455|-57.768|126|S0|Laguna de los Patos International Airport
CYS|US|41.156|-104.817|85|M1|Cheyenne Regional Airport
CYT|US|60.08|-142.494|51|S1|Yakataga Intermediate Airport
CYU|PH|10.883|121|215|S1|Cuyo Airport
CYW|MX|20.55|-100.9|122|M0|Celaya
CYX|RU|68.75|161.35|213|M1|Cherskiy Airport
CYZ|PH|16.93|121.756|215|M1|Cauayan Airport
CZA|MX|20.641|-88.444|120|S0|Chichen Itza Airport
CZB|BR|-28.642|-53.558|149|S0|Carlos Ruhl Airport
CZC|US|61.967|-145.3|51|S0|Copper Centre Airport
CZE|VE|11.416|-69.682|75|M1|Coro Airport
CZF|US|61.781|-166.036|51|M0|Cape Romanzof Airport
CZH|BZ|18.382|-88.411|67|M1|Corozal Airport
CZJ|PA|9.447|-78.572|132|S0|Corazon De Jesus Airport
CZK|US|45.667|-121.9|112|S0|Cascade Locks State Airport
CZL|DZ|36.286|6.618|3|M1|Mohamed Boudiaf International Airport
CZM|MX|20.511|-86.93|74|L1|Cozumel Airport
CZN|US|62.071|-142.05|51|S0|Chisana Field
CZO|US|62.567|-144.667|51|S0|Chistochina Airport
CZP|US|55.967|-133.785|121|S0|Cape Pole Airport
CZR|RU|56.915|118.271|189|S0|Chara Airport
CZS|BR|-7.583|-72.783|89|M1|Cruzeiro do Sul International Airport
CZT|US|28.517|-99.867|78|S0|Carrizo Springs Airport
CZU|CO|9.338|-75.283|70|M1|Corozal Airport
CZW|PL|50.817|19.1|317|S0|Czestochowa Airport
CZX|CN|31.914|119.78|232|L1|Changzhou Airport
CZY|AU|-24.517|139.533|259|S0|Cluny Airport
DAA|US|37.5|-78.75|129|M0|Davison Army Air Field
DAB|US|29.185|-81.061|129|M1|Daytona Beach International Airport
DAC|BD|23.849|90.406|192|L1|Hazrat Shahjalal International Airport
DAD|VN|16.053|108.203|198|L1|Da Nang International Airport
DAF|PG|-4.733|144.95|358|S0|Daup Airport
DAG|US|34.25|-117.333|112|M0|Barstow-Daggett Airport
DAH|YE|13.867|46.133|175|S0|Dathina Airport
DAK|EG|25.415|28.999|12|S0|Dakhla Airport
DAL|US|32.844|-96.85|78|L1|Dallas Love Field
DAM|SY|33.411|36.512|191|L1|Damascus International Airport
DAN|US|36.577|-79.339|129|M0|Danville Regional Airport
DAO|PG|-8.433|147.849|358|S0|Dabo Airport
DAP|NP|29.667|80.5|207|S0|Darchula Airport
DAR|TZ|-6.874|39.202|16|L1|Julius Nyerere International Airport
DAS|CA|66.703|-119.713|166|S0|Great Bear Lake Airport
DAT|CN|40.056|113.481|232|S1|Datong Yungang Airport
DAU|PG|-9.084|143.206|358|M1|Daru Airport
DAV|PA|8.383|-82.433|132|M1|Enrique Malek Airport
DAX|CN|31.132|107.428|232|S1|Dazhou Heshi Airport
DAY|US|39.898|-84.221|129|L1|James M. Cox Dayton International Airport
DAZ|AF|38.467|70.883|204|S0|Darwaz Airport
DBA|PK|28.875|64.403|206|S1|Dalbandin Airport
DBB|EG|30.924|28.461|12|M1|Al Alamain International Airport
DBC|CN|45.505|123.019|232|M1|Baicheng Chang'an Airport
DBD|IN|23.783|86.45|208|M0|Dhanbad Airport
DBK|LK|8.273|79.756|190|S0|Dutch Bay SPB
DBM|ET|10.319|37.743|2|S0|Debre Marcos Airport
DBN|US|32.562|-82.986|129|S0|W.H. Bud Barron Airport
DBO|AU|-32.219|148.57|268|M1|Dubbo City Regional Airport
DBP|PG|-6.283|141.9|358|S0|Debepare Airport
DBQ|US|42.41|-90.711|78|M1|Dubuque Regional Airport
DBR|IN|26.195|85.918|208|M1|Darbhanga Airport
DBS|US|44.167|-112.233|71|S0|Dubois Municipal Airport (Idaho)
DBT|ET|11.968|38.025|2|S0|Debre Tabor Airport
DBU|LK|7.86|80.652|190|S0|Dambula Oya Tank Airport
DBV|HR|42.561|18.261|318|M1|Dubrovnik Airport
DBY|AU|-27.15|151.267|259|S0|Dalby Airport
DCA|US|38.853|-77.043|129|L1|Ronald Reagan National Airport
DCF|DM|15.339|-61.392|87|M1|Canefield Airport
DCG|AE|25.242|55.331|194|S0|Dubai Creek SPB
DCI|IT|39.35|8.967|306|M0|Rafsu Decimomannu Airport
DCK|US|66.95|-156.9|51|S0|Dahl Creek Airport
DCM|FR|43.556|2.284|302|M1|Mazamet Airport
DCN|AU|-17.581|123.829|267|M0|RAAF Base Curtin
DCP|CA|59.234|-121.691|91|M1|Cabin Plant Heliport
DCT|BS|22.25|-75.75|128|M0|Duncan Town Airport
DCU|US|34.6|-86.983|78|S0|Pryor Field Regional Airport
DCY|CN|29.323|100.053|232|M1|Daocheng Yading Airport
DDC|US|37.762|-99.965|78|M1|Dodge City Municipal Airport
DDD|MV|2.667|72.893|326|S0|Dhaalu Atoll Airport
DDG|CN|40.032|124.281|232|M1|Dandong Langtou Airport
DDI|AU|-20.26|148.814|259|M1|Daydream Island Heliport
DDM|PG|-8.483|145.167|358|S0|Dodoima Airport
DDN|AU|-16.917|141.3|259|S0|Delta Downs Airport
DDR|CN|28.602|86.81|232|S1|Xigaze Dingri Airport
DDU|PK|26.738|67.668|206|S0|Dadu Airport
DEA|PK|29.961|70.488|206|M1|Dera Ghazi Khan Airport
DEB|HU|47.55|21.7|278|M1|Debrecen Airport
DEC|US|39.834|-88.877|78|M1|Decatur Airport
DED|IN|30.317|78.033|208|M1|Dehra Dun Airport
DEE|RU|43.958|145.683|244|S1|Mendeleyevo Airport
DEF|IR|32.439|48.385|238|M1|Dezful Airport
DEH|US|43.3|-91.8|78|S0|Decorah Municipal Airport
DEI|SC|-3.8|55.667|325|S0|Denis Island Airport
DEL|IN|28.557|77.101|208|L1|Indira Gandhi International Airport
DEM|ET|8.549|34.86|2|S1|Dembidolo Airport
DEN|US|39.851|-104.673|85|L1|Denver International Airport
DEO|US|42.3|-83.167|86|M1|Hyatt Regency Heliport
DEP|IN|27.983|94.217|208|S0|Deparijo Airport
DEQ|CN|30.504|120.107|232|S0|Deqing Moganshan General Airport
DER|PG|-6.1|147.083|358|S0|Derim Airport
DES|SC|-5.683|53.683|325|S0|Desroches Airport
DET|US|42.409|-83.005|129|M0|Coleman A. Young Municipal Airport
DEX|ID|-4.856|139.482|202|S1|Nop Goliath Airport
DEZ|SY|35.288|40.187|191|M0|Al Jafrah Airport
DFA|CN|33.708|110.249|232|M1|Danfeng Shangzhen General Airport
DFI|US|41.283|-84.367|129|S0|Defiance Memorial Airport
DFP|AU|-16|143.333|259|S0|Drumduff Airport
DFW|US|32.897|-97.036|78|L1|Dallas/Fort Worth International Airport
DGA|BZ|16.982|-88.229|67|L1|Dangriga Airport
DGC|ET|8.233|43.583|2|S0|Degahbur Airport
DGD|AU|-27.818|117.301|267|S0|Dalgaranga Gold Mine Airport
DGE|AU|-32.564|149.615|268|M0|Mudgee Airport
DGF|CA|50.167|-120.183|163|S0|Douglas Lake Airport
DGG|PG|-9.515|147.048|358|M1|Fishermans Heliport
DGH|IN|24.445|86.703|208|S1|Deoghar Airport
DGK|MZ|-22.134|35.444|35|S0|Dugong Beach Lodge Airstrip
DGL|US|31.35|-109.567|135|S0|Douglas Municipal Airport (Arizona)
DGM|LK|7.108|79.87|190|S0|Dandugama Seaplane Base
DGN|US|38.2|-88.683|129|S0|Naval Air Field
DGO|MX|24.125|-104.525|125|L1|Durango International Airport
DGP|LV|55.945|26.665|305|M0|Daugavpils Intl.
DGR|NZ|-35.939|173.893|331|S0|Dargaville Aerodrome
DGT|PH|9.333|123.296|215|M1|Dumaguete Airport
DGU|BF|12.467|-3.483|44|S0|Dedougou Airport
DGW|US|42.75|-105.4|85|S0|Converse County Airport
DGX|GB|51.448|-3.461|293|S0|Bro Tathan airfield
DHA|SA|26.269|50.182|228|L0|King Abdulaziz Air Base
DHB|US|48.618|-123.006|112|S1|Deer Harbor Seaplane Airport
DHD|AU|-26.1|149.083|259|S0|Durham Downs Airport
DHF|AE|24.25|54.55|194|M0|Al Dhafra Air Base
DHG|RU|44.559|135.49|244|M1|Dalnegorsk Airport
DHI|NP|28.683|80.633|207|S0|Dhangarhi Airport
DHL|YE|13.738|44.729|175|S0|Dhala Airport
DHM|IN|32.165|76.261|208|M1|Gaggal Airport
DHN|US|31.318|-85.45|78|M1|Dothan Regional Airport
DHO|CA|59.461|-122.258|163|M1|Horn River Heliport
DHR|NL|52.95|4.75|270|M0|De Kooy Airport
DHT|US|36.067|-102.517|78|M0|Dalhart Airport
DHX|ID|-7.827|112.011|201|S0|Dhoho International Airport
DIA|QA|25.261|51.565|225|M0|Doha International Airport
DIB|IN|27.483|95.016|208|M1|Dibrugarh Airport
DIE|MG|-12.346|49.292|320|M1|Antsiranana/Arrachart Airport
DIG|CN|27.796|99.681|232|M1|Diqing Shangri-La Airport
DIJ|FR|47.271|5.089|302|M1|Dijon Airport
DIK|US|46.801|-102.793|85|M1|Dickinson Regional Airport
DIL|TL|-8.55|125.525|193|M1|Presidente Nicolau Lobato International Airport
DIM|CI|6.75|-4.767|0|S0|Dimbokro Airport
DIN|VN|21.383|103|198|M1|Dien Bien Airport
DIO|US|65.758|-168.953|51|S0|Diomede Island Heliport
DIP|BF|12.033|2.033|44|S0|Diapaga Airport
DIQ|BR|-20.174|-44.873|149|S0|Divinopolis Airport
DIR|ET|9.613|41.858|2|M1|Aba Tenna D Yilma Airport
DIS|CG|-4.211|12.667|10|M1|Dolisie Airport
DIU|IN|20.717|70.917|208|S1|Diu Airport
DIV|CI|5.8|-5.25|0|S0|Divo Airport
DIW|LK|5.991|80.733|190|S0|Mawella Lagoon Airport
DIY|TR|37.911|40.197|286|M1|Diyarbakir Airport
DJA|BJ|9.7|1.667|45|S0|Djougou Airport
DJB|ID|-1.632|103.639|201|S1|Sultan Thaha Syaifuddin Airport
DJE|TN|33.871|10.775|48|M1|Djerba–Zarzis International Airport
DJG|DZ|24.465|9.489|3|M1|Tiska Djanet Airport
DJH|AE|24.989|55.024|194|S0|Jebel Ali SPB
DJJ|ID|-2.57|140.513|202|L1|Sentani Airport
DJM|CG|-2.533|14.75|10|S0|Djambala Airport
DJN|US|64.05|-145.726|51|S0|Delta Junction Airport
DJO|CI|6.867|-6.467|0|M0|Daloa Airport
DJU|IS|64.65|-14.268|255|S0|Djupivogur Airport
DKA|NG|13.004|7.661|28|S0|Katsina Airport
DKI|AU|-17.942|146.137|264|S0|Dunk Island Airport
DKK|US|42.483|-79.333|129|S0|Dunkirk Airport
DKL|CA|59.242|-122.922|91|M1|Kiwigana Lodge Heliport
DKR|SN|14.745|-17.49|15|M0|Leopold Sedar Senghor International Airport
DKS|RU|73.516|80.383|209|M0|Dikson Airport
DKV|AU|-24.867|129.083|261|S0|Docker River Airport
DLA|CM|4.013|9.717|18|L1|Douala International Airport
DLB|PG|-8.225|142.111|358|S0|D'Albertis Airport
DLC|CN|38.961|121.54|232|L1|Dalian International Airport
DLD|NO|60.467|8.483|301|S0|Geilo Airport, Dagali
DLE|FR|47.038|5.429|302|M1|Dole-Jura Airport
DLF|US|29.359|-100.779|78|M0|Laughlin Air Force Base
DLG|US|59.043|-158.511|51|M1|Dillingham Airport
DLH|US|46.839|-92.18|78|M1|Duluth International Airport
DLI|VN|11.75|108.376|198|M1|Lien Khuong Airport
DLK|AU|-29.017|139.467|258|S0|Dulkaninna Airport
DLL|US|34.417|-79.367|129|S0|Dillon County Airport
DLM|TR|36.717|28.787|286|L1|Dalaman Airport
DLN|US|45.217|-112.633|85|S0|Dillon Airport
DLR|RU|45.878|133.736|244|M1|Dalnerechensk Airport
DLS|US|45.6|-121.167|112|M0|The Dalles Airport
DLU|CN|25.651|100.323|232|M1|Dali Airport
DLV|AU|-12.567|130.633|261|S0|Delissaville Airport
DLY|VU|-18.7|169.15|336|S0|Dillons Bay Airport
DLZ|MN|43.606|104.37|241|M1|Gurvan Saikhan Airport
DMA|US|32.167|-110.883|135|M0|Davis Monthan Air Force Base
DMB|KZ|42.855|71.305|176|M1|Taraz Airport
DMD|AU|-17.939|138.822|259|S1|Doomadgee Airport
DME|RU|55.415|37.899|300|L1|Moscow Domodedovo Airport
DMK|TH|13.912|100.607|185|L1|Don Mueang International Airport
DMM|SA|26.471|49.798|228|L1|King Fahd International Airport
DMN|US|32.267|-107.75|85|M0|Deming Airport
DMO|US|38.704|-93.181|78|S0|Sedalia Airport
DMR|YE|14.533|44.433|175|S0|Dhamar Airport
DMT|BR|-14.5|-56.5|73|S0|Diamantino Airport
DMU|IN|25.88|93.773|208|M1|Dimapur Airport
DNA|JP|26.35|127.767|240|L0|Kadena Air Force Base
DNB|AU|-16.011|142.391|259|S0|Dunbar Airport
DND|GB|56.454|-3.015|293|M1|Dundee Airport
DNF|LY|32.55|22.767|47|S0|Martuba Airport
DNG|AU|-15.383|126.3|267|S0|Doongan Airport
DNH|CN|40.2|94.683|232|M1|Dunhuang Airport
DNI|SD|14.384|33.526|25|S0|Wad Madani Airport
DNK|UA|48.369|35.094|290|M1|Dnepropetrovsk International Airport
DNL|US|33.468|-82.039|129|M0|Daniel Field
DNM|GB|51.588|-0.513|293|S0|Denham
DNN|US|34.767|-84.967|129|S0|Dalton Municipal Airport
DNO|BR|-11.617|-46.85|66|S0|Dianopolis Airport
DNP|NP|28.117|82.317|207|S0|Dang Airport
DNQ|AU|-35.56|144.952|268|M0|Deniliquin Airport
DNR|FR|48.588|-2.084|302|M1|Pleurtuit Airport
DNS|US|42.017|-95.35|78|S0|Denison Municipal Airport
DNU|PG|-6.15|146.667|358|S0|Dinangat Airport
DNV|US|40.197|-87.597|78|S0|Vermilion Regional Airport
DNX|SD|14.1|33.067|25|S0|Galegu Airport
DNZ|TR|37.787|29.703|286|M1|Cardak Airport
DOA|MG|-14.367|49.5|320|S0|Doany Airport
DOB|ID|-5.774|134.209|202|S0|Rar Gwamar Airport
DOC|GB|57.867|-4.033|293|S0|Dornoch Airport
DOD|TZ|-6.17|35.753|16|M1|Dodoma Airport
DOE|SR|4.017|-55.483|134|S1|Djoemoe Airport
DOF|US|55.212|-132.267|108|M1|Dora Bay Airport
DOG|SD|19.152|30.432|25|M1|Dongola Airport
DOH|QA|25.261|51.614|225|L1|Hamad International Airport
DOI|PG|-10.717|150.717|358|S0|Doini Airport
DOK|UA|48.074|37.74|289|L0|Donetsk Sergey Prokofiev International Airport
DOL|FR|49.363|0.164|302|M1|Saint Gatien Airport
DOM|DM|15.546|-61.301|87|M1|Douglas-Charles Airport
DON|GT|17.633|-89.667|98|S0|Dos Lagunas Airport
DOO|PG|-9.267|147.55|358|S0|Dorobisoro Airport
DOP|NP|29|82.817|207|S1|Dolpa Airport
DOR|BF|14.033|-0.033|44|S0|Dori Airport
DOS|PG|-5.533|154.833|358|S0|Dios Airport
DOU|BR|-22.203|-54.926|73|S0|Francisco de Matos Pereira Airport
DOV|US|39.129|-75.464|129|M0|Dover Air Force Base
DOX|AU|-29.25|114.933|267|S0|Dongara Airport
DOY|CN|37.518|118.788|232|M1|Dongying Airport
DPA|US|41.907|-88.254|78|M0|DuPage Airport
DPB|CL|-54.05|-68.808|140|S0|Pampa Guanaco Airport
DPE|FR|49.961|1.241|302|S0|Dieppe Airport
DPG|US|40.233|-112.75|85|S0|Michael Army Air Field
DPL|PH|8.6|123.344|215|M1|Dipolog Airport
DPO|AU|-41.172|146.428|263|M1|Devonport Airport
DPP|IN|25.654|78.507|208|S0|Datia Airport
DPS|ID|-8.748|115.168|214|L1|Ngurah Rai International Airport
DPT|RU|69.393|139.895|244|S1|Deputatskiy Airport
DPU|PG|-5.883|145.75|358|S0|Dumpu Airport
DQA|CN|46.747|125.134|232|S1|Daqing Sartu Airport
DQH|US|70.443|-151.047|51|S0|Alpine Airstrip
DQM|OM|19.502|57.638|216|L1|Duqm International Airport
DRA|US|36.667|-115.967|112|M0|Desert Rock Airport
DRB|AU|-17.37|123.663|267|M0|Derby Airport
DRC|AO|-17.833|20.7|31|S0|Dirico Airport
DRD|AU|-16.5|142.333|259|S0|Dorunda Station Airport
DRE|US|46.017|-83.75|86|S0|Drummond Island Airport
DRF|US|60.583|-152.15|51|S0|Drift River Airport
DRG|US|66.071|-162.76|51|M1|Deering Airport
DRH|ID|-3.25|138.567|202|S0|Dabra Airport
DRI|US|30.85|-93.283|78|M0|Beauregard Parish Airport
DRJ|SR|4.117|-54.667|134|S1|Drietabbetje Airport
DRK|CR|8.72|-83.645|80|S0|Drake Bay Airport
DRN|AU|-28.587|148.215|259|M0|Dirranbandi Airport
DRO|US|37.16|-107.751|85|M1|Durango-La Plata County Airport
DRP|PH|13.112|123.677|215|M1|Bicol International Airport
DRR|AU|-25.617|140.217|259|S0|Durrie Airport
DRS|DE|51.124|13.766|274|L1|Dresden International Airport
DRT|US|29.333|-100.978|78|M0|Del Rio International Airport
DRU|US|46.667|-113.15|85|S0|Drummond Airport
DRV|MV|5.156|73.13|326|S1|Dharavandhoo AIrport
DRW|AU|-12.408|130.878|261|L1|Darwin International Airport
DRY|AU|-15.667|126.417|267|S0|Drysdale River Airport
DSA|GB|53.475|-1.004|293|L0|Doncaster Sheffield Airport
DSC|CM|5.833|10.092|18|S0|Dschang Airport
DSD|GP|16.333|-61.017|97|S1|La Desirade Airport
DSE|ET|11.111|39.726|2|S1|Kombolcha Airport
DSG|PH|14|120|215|S0|Dilasag Airport
DSI|US|30.4|-86.471|78|M1|Destin Executive Airport
DSK|PK|31.917|70.9|206|M0|Dera Ismail Khan Airport
DSM|US|41.532|-93.648|78|L1|Des Moines International Airport
DSN|CN|39.497|109.861|232|L1|Ordos Ejin Horo International Airport
DSO|KP|39.747|127.475|224|M1|Sondok Airport
DSS|SN|14.671|-17.07|15|L1|Blaise Diagne International Airport
DST|AE|25.26|55.272|194|M1|Dubai Seaplane Terminal
DSV|US|42.567|-77.7|129|S0|Dansville Airport
DSX|TW|20.705|116.727|235|S0|Dongsha Island Airport
DSY|KH|10.915|103.224|222|S0|Dara Sakor International Airport
DTA|US|39.383|-112.5|85|S0|Delta Airport
DTB|ID|2.26|98.995|201|S1|Silangit Airport
DTD|ID|0.81|114.53|214|S1|Datadawai Airport
DTE|PH|14.133|122.983|215|M0|Bagasbas Airport
DTH|US|36.5|-117|112|S0|Death Valley Airport
DTI|BR|-18.231|-43.648|66|S0|Diamantina Airport
DTL|US|46.826|-95.886|78|S0|Detroit Lakes Airport
DTM|DE|51.515|7.613|274|M1|Dortmund Airport
DTN|US|32.54|-93.744|78|S0|Shreveport Downtown Airport
DTR|US|48.517|-122.833|112|S1|Decatur Island Airport
DTU|CN|48.445|126.133|232|M1|Wudalianchi Dedu Airport
DTW|US|42.208|-83.356|129|L1|Detroit Metropolitan Wayne County Airport
DUA|US|33.983|-96.417|78|M0|Eaker Airport
DUB|IE|53.427|-6.244|281|L1|Dublin International Airport
DUC|US|34.472|-97.96|78|S0|Halliburton Airport
DUD|NZ|-45.924|170.199|331|M1|Dunedin International Airport
DUE|AO|-7.4|20.817|31|M1|Dundo Airport
DUF|US|36.258|-75.789|129|S0|Pine Island Airport
DUG|US|31.469|-109.604|135|M0|Bisbee-Douglas International Airport
DUJ|US|41.178|-78.899|129|M1|DuBois Regional Airport
DUK|ZA|-28.367|32.234|22|S0|Dukuduku Airport
DUM|ID|1.612|101.434|201|M1|Pinang Kampai Airport
DUQ|CA|48.783|-123.7|163|S0|Duncan
DUR|ZA|-29.614|31.116|22|L1|King Shaka International Airport
DUS|DE|51.278|6.766|274|L1|Dusseldorf International Airport
DUT|US|53.894|-166.542|51|M1|Unalaska Airport
DVD|MG|-22.078|43.259|320|S0|Andavadoaka Airport
DVK|CA|64.511|-110.289|88|S0|Diavik Airport
DVL|US|48.113|-98.907|78|M1|Devils Lake Airport
DVN|US|41.611|-90.589|78|S0|Davenport Airport
DVO|PH|7.131|125.645|215|L1|Francisco Bangoy Intl Airport
DVP|AU|-24.133|141.117|259|S0|Davenport Downs Airport
DVR|AU|-13.75|130.683|261|S0|Daly River Mission Airport
DVT|US|33.684|-112.083|135|S0|Phoenix-Deer Valley Airport
DWA|MW|-13|34.133|9|M0|Dwangwa Airport
DWB|MG|-16.1|45.367|320|S1|Soalala Airport
DWC|AE|24.893|55.162|194|L1|Al Maktoum International Airport
DWD|SA|24.446|44.129|228|M1|Dawadmi Airport
DWH|US|30.06|-95.551|78|S0|David Wayne Hooks Memorial Airport
DWO|LK|6.905|79.91|190|S1|Diyawanna Oya Seaplane Base
DWR|AF|31.092|64.067|204|S0|Dwyer Airport
DWS|CN|48.387|124.431|232|M1|Morin Dawa Banner Airport
DXB|AE|25.249|55.353|194|L1|Dubai International Airport
DXD|AU|-15.167|143.667|266|S0|Dixie Airport
DXE|US|32.441|-90.104|78|S0|Bruce Campbell Field
DXJ|CN|28.497|109.522|232|S1|Xiangxi Biancheng Airport
DXN|IN|28.17|77.61|208|M0|Noida International Airport
DXR|US|41.383|-73.45|129|M0|Danbury Airport
DYA|AU|-23.5|148|259|M0|Dysart Airport
DYG|CN|29.107|110.446|232|S1|Zhangjiajie Hehua Airport
DYL|US|40.317|-75.133|129|S0|Doylestown Airport
DYM|AU|-26.75|139.167|259|S0|Diamantina Lakes Airport
DYR|RU|64.733|177.75|178|M1|Anadyr Airport
DYS|US|32.42|-99.849|78|M0|Dyess Air Force Base
DYU|TJ|38.549|68.817|195|M1|Dushanbe Airport
DYW|AU|-16.25|133.4|261|S0|Daly Waters Airport
DZA|YT|-12.805|45.282|328|M1|Dzaoudzi–Pamandzi International Airport
DZH|CN|31.04|107.44|232|M1|Dazhou Jinya Airport
DZI|CO|10.017|-73.25|70|S0|Agustin Codazzi Airport
DZN|KZ|47.7|67.733|176|M1|Zhezkazgan Airport
DZO|UY|-33.417|-56.517|126|M0|Durazno Airport
DZU|CN|29.7|105.717|232|S0|Dazu Airport
EAA|US|64.777|-141.149|51|S1|Eagle Airport
EAB|YE|16.011|43.178|175|S0|Abbs Airport
EAE|VU|-17.167|168.417|336|S0|Emae Airport
EAL|MH|9.333|166.847|347|S0|Elenak Airport
EAM|SA|17.613|44.415|228|M1|Nejran Airport
EAN|US|42.05|-104.967|85|S0|Phifer Field
EAR|US|40.728|-99.008|78|M1|Kearney Regional Airport
EAS|ES|43.356|-1.794|295|M1|San Sebastian Airport
EAT|US|47.4|-120.208|112|M1|Pangborn Memorial Airport
EAU|US|44.864|-91.487|78|M1|Chippewa Valley Regional Airport
EAX|SR|5.863|-55.19|134|S1|Paramaribo Eduard Alexander Gummels Airport
EBA|IT|42.763|10.24|306|M1|Marina Di Campo Airport
EBB|UG|0.045|32.443|24|L1|Entebbe International Airport
EBD|SD|13.16|30.234|25|M1|El Obeid Airport
EBG|CO|7.617|-74.817|70|M0|El Bagre Airport
EBH|DZ|33.718|1.094|3|S0|El Bayadh Airport
EBJ|DK|55.521|8.549|280|M1|Esbjerg Airport
EBL|IQ|36.237|43.963|182|L1|Erbil International Airport
EBM|TN|31.717|9.267|48|M0|El Borma Airport
EBN|MH|9.333|166.8|347|S0|Ebadon Airport
EBO|MH|4.6|168.75|348|S0|Ebon Airport
EBS|US|42.467|-93.817|78|S0|Webster City Municipal Airport
EBU|FR|45.541|4.297|302|M0|Boutheon Airport
EBW|CM|2.917|11.167|18|S0|Ebolowa Airport
ECA|US|44.312|-83.422|86|S0|Iosco County Airport
ECG|US|36.259|-76.173|129|M0|Elizabeth City Airport
ECH|AU|-36.15|144.75|268|M0|Echuca Airport
ECI|NI|11.524|-85.701|113|S0|Ometepe Airport
ECN|CY|35.158|33.503|196|M1|Ercan Airport
ECO|CO|-1.617|-73.233|70|S0|El Encanto Airport
ECP|US|30.356|-85.799|78|L1|Northwest Florida Beaches International Airport
ECR|CO|2.5|-78|70|S0|El Charco Airport
ECS|US|43.833|-104.183|85|S0|Mondell Airport
EDA|US|55.95|-133.667|151|S1|Edna Bay Airport
EDB|SD|18.283|30.833|25|S0|Eldebba Airport
EDC|US|30.4|-97.573|78|S0|Austin Executive Airport
EDD|AU|-25.25|133.2|261|S0|Erldunda Airport
EDE|US|36.021|-76.569|129|S0|Northeastern Regional Airport
EDF|US|61.25|-149.803|51|M0|Elmendorf Air Force Base
EDG|US|39.466|-76.361|129|M1|Weide Army Air Field
EDI|GB|55.948|-3.364|293|L1|Edinburgh Airport
EDK|US|37.817|-96.867|78|S0|El Dorado Airport
EDL|KE|0.405|35.224|40|M1|Eldoret Airport
EDM|FR|46.7|-1.383|302|M0|Les Ajoncs Airport
EDN|RU|47.18|138.648|244|S0|Yedinka Airport
EDO|TR|39.549|27.011|286|M1|Balikesir Koca Seyit Airport
EDQ|HN|14.233|-88.417|157|S0|Erandique Airport
EDR|AU|-14.9|141.617|259|S1|Edward River Airport
EDW|US|34.909|-117.881|112|M0|Edwards Air Force Base
EEA|BR|-27.634|-50.358|149|M0|Planalto Serrano Regional Airport
EED|US|34.85|-114.617|112|M0|Needles Airport
EEK|US|60.217|-162.017|51|S1|Eek Airport
EEN|US|42.901|-72.271|129|M0|Dillant-Hopkins Airport
EES|EG|23.989|35.465|12|S0|Berenice International Airport
EFD|US|29.61|-95.16|78|M0|Ellington Airport (Texas)
EFG|PG|-9.15|147.667|358|S0|Efogi Airport
EFK|US|44.889|-72.23|129|S0|Newport Airport
EFL|GR|38.118|20.506|272|M1|Kefallinia Airport
EFW|US|42.017|-94.383|78|S0|Jefferson Municipal Airport
EGA|PG|-6.917|146.1|358|S0|Engati Airport
EGC|FR|44.85|0.483|302|M1|Roumanieres Airport
EGE|US|39.64|-106.913|85|M1|Eagle County Airport
EGH|EG|31.133|34.294|12|S0|El Gora
EGI|US|30.483|-86.5|78|M0|Duke Field
EGL|ET|5.283|39.717|2|S0|Neghelle Airport
EGM|SB|-8.578|157.875|341|S0|Seghe Airport
EGN|SD|13.488|22.469|25|S0|Geneina Airport
EGO|RU|50.645|36.582|300|M1|Belgorod International Airport
EGP|US|28.702|-100.481|78|S0|Maverick County Airport
EGS|IS|65.278|-14.403|255|M1|Egilsstadir Airport
EGV|US|45.929|-89.266|78|S0|Eagle River Airport
EGX|US|58.208|-157.37|51|M1|Egegik Airport
EHL|AR|-42|-71.75|54|M0|El Bolson Airport
EHM|US|58.647|-162.061|51|M0|Cape Newenham Airport
EHU|CN|30.343|115.03|232|L1|Ezhou Huahu Airport
EIA|PG|-8.117|147.633|358|S0|Popondetta Airport
EIB|DE|50.983|10.483|274|M0|Eisenach Airport
EIE|RU|58.467|92.117|209|M1|Eniseysk Airport
EIH|AU|-18.5|144.1|259|S0|Einasleigh Airport
EIK|RU|46.684|38.215|300|M1|Yeysk Airport
EIL|US|64.663|-147.086|51|M0|Eielson Air Force Base
EIN|NL|51.458|5.392|270|L1|Eindhoven Airport
EIS|VG|18.444|-64.537|162|L1|Terrance B. Lettsome International Airport
EIY|IL|30.633|35.183|203|S0|Ein Yahav Airport
EJA|CO|7.016|-73.799|70|M1|Yariguies Airport
EJH|SA|26.208|36.475|228|M1|Wedjh Airport
EJN|CN|42.016|101.001|232|S1|Ejin Banner Taolai Airport
EJT|MH|6.083|171.95|348|S1|Enejit Airport
EKA|US|40.805|-124.115|112|M0|Murray Field
EKB|KZ|51.583|75.217|176|M0|Ekibastuz Airport
EKD|AU|-21.15|135.55|261|S0|Elkedra Airport
EKE|GY|5.917|-59.883|100|S0|Ekereku Airport
EKI|US|41.722|-85.992|104|S0|Elkhart Municipal Airport
EKN|US|38.889|-79.858|129|M0|Elkins Airport
EKO|US|40.824|-115.79|112|M1|Elko Airport
EKS|RU|49.19|142.085|244|S1|Shakhtyorsk Airport
EKT|SE|59.367|16.533|312|M0|Eskilstuna Airport
EKX|US|37.689|-85.928|129|S0|Elizabethtown Regional Airport
ELA|US|29.583|-96.333|78|S0|Eagle Lake Airport
ELB|CO|9.049|-73.974|70|M0|El Banco Airport
ELC|AU|-12.02|135.57|261|M1|Elcho Island Airport
ELD|US|33.218|-92.811|78|M1|South Arkansas Regional Airport
ELE|PA|8.109|-77.73|132|S0|El Real Airport
ELF|SD|13.617|25.317|25|M1|El Fasher Airport
ELG|DZ|30.567|2.865|3|M1|El Golea Airport
ELH|BS|25.477|-76.682|128|M1|North Eleuthera International Airport
ELI|US|64.614|-162.27|51|S1|Elim Airport
ELJ|CO|2|-73.833|70|M1|El Recreo Airport
ELK|US|35.417|-99.417|78|S0|Elk City Municipal Airport
ELL|ZA|-23.726|27.688|22|S0|Ellisras Matimba Airport
ELM|US|42.163|-76.896|129|M1|Elmira Corning Regional Airport
ELN|US|46.983|-120.567|112|S0|Bowers Field
ELO|AR|-26.5|-54.733|54|S0|Eldorado Airport
ELP|US|31.799|-106.396|85|L1|El Paso International Airport
ELQ|SA|26.305|43.768|228|M1|Prince Nayef bin Abdulaziz Regional Airport
ELR|ID|-3.817|140.067|202|S0|Elelim, Irian Jaya Airport
ELS|ZA|-33.038|27.829|22|M1|King Phalo Airport
ELT|EG|28.217|33.633|12|S0|El Tor Airport
ELU|DZ|33.509|6.785|3|M1|Guemar Airport
ELV|US|58.195|-136.347|108|S1|Elfin Cove Sea Plane Base
ELW|US|60.9|-146.233|51|S0|Ellamar Airport
ELX|VE|8.883|-64.267|75|S0|El Tigre Airport
ELY|US|39.302|-114.842|112|M0|Yelland Airport
ELZ|US|42.117|-77.95|129|S0|Wellsville Municipal Airport
EMA|GB|52.826|-1.331|293|L1|East Midlands Airport
EMD|AU|-23.569|148.174|259|M1|Emerald Airport
EME|DE|53.389|7.228|274|S1|Emden Airport
EMG|ZA|-28.75|31.9|22|S0|Empangeni Airport
EMI|PG|-1.65|149.983|358|S0|Emirau Airport
EMK|US|62.785|-164.491|51|M1|Emmonak Airport
EML|CH|47.093|8.305|319|M0|Emmen Airport
EMM|US|41.783|-110.55|85|S0|Kemmerer Airport
EMN|MR|16.622|-7.316|43|S0|Nema Airport
EMO|PG|-9.15|147.95|358|S0|Emo Airport
EMP|US|38.333|-96.191|78|S0|Emporia Airport
EMR|GT|17.752|-89.925|98|M1|El Mirador Heliport
EMS|PG|-9.45|148.867|358|S0|Embessa Airport
EMT|US|34.083|-118.033|112|S0|El Monte Airport
EMX|AR|-42.033|-71.15|54|S0|El Maiten Airport
EMY|EG|28.1|30.75|12|S0|El Minya Airport
ENA|US|60.565|-151.246|51|L1|Kenai Municipal Airport
ENB|AU|-30.083|114.983|267|S0|Eneabba Airport
ENC|FR|48.692|6.232|302|M0|Essey Airport
END|US|36.4|-97.883|78|M0|Vance Air Force Base
ENE|ID|-8.848|121.665|214|S1|H. Hasan Aroeboesman Airport
ENF|FI|68.36|23.421|284|M1|Enontekio Airport
ENG|ID|-5.306|102.19|201|S0|Enggano Airport
ENH|CN|30.322|109.482|232|M1|Xujiaping Airport
ENI|PH|11.203|119.414|215|S1|El Nido Airport
ENJ|GT|17.333|-90.167|98|S0|El Naranjo Airport
ENK|GB|54.35|-7.633|293|M0|Enniskillen/St Angelo Airport
ENL|US|38.517|-89.133|78|S0|Centralia Municipal Airport
ENN|US|64.567|-149.117|51|M0|Nenana Municipal Airport
ENO|PY|-27.221|-55.834|62|L1|Teniente Amin Ayub Gonzalez Airport
ENS|NL|52.272|6.878|270|M0|Enschede Airport Twente
ENT|MH|11.5|162.25|348|S1|Enewetak Island Airport
ENU|NG|6.472|7.568|28|M1|Enugu Airport
ENV|US|40.733|-114.033|85|M0|Wendover Airport
ENW|US|42.583|-87.817|78|M0|Kenosha Municipal Airport
ENY|CN|36.476|109.465|232|M1|Yan'an Nanniwan Airport
EOH|CO|6.219|-75.586|70|L1|Olaya Herrera International Airport
EOI|GB|59.191|-2.772|293|M1|Eday Airport
EOK|US|40.458|-91.43|78|S0|Keokuk Airport
EOR|VE|6.733|-61.883|75|M0|El Dorado Airporr
EOS|US|36.867|-94.367|78|S0|Neosho Airport
EOZ|VE|7.167|-69.533|75|M0|Elorza Airport
EPA|AR|-34.608|-58.612|54|M0|El Palomar Airport
EPG|US|40.867|-96.133|78|S0|Browns Airport
EPH|US|47.304|-119.513|112|S0|Ephrata Airport
EPL|FR|48.326|6.069|302|M0|Mirecourt Airport
EPN|CG|1.367|17.533|10|S0|Epena Airport
EPR|AU|-33.682|121.83|267|M1|Esperance Airport
EPT|PG|-5.033|141.667|358|S0|Eliptamin Airport
EPU|EE|58.419|24.473|313|M1|Parnu Airport
EQS|AR|-42.91|-71.142|54|M1|Esquel Airport
ERA|SO|10.617|47.4|38|S0|Erigavo Airport
ERB|AU|-26.283|132.117|258|S0|Ernabella Airport
ERC|TR|39.712|39.517|286|M1|Erzincan Airport
ERD|UA|46.733|36.783|290|M0|Berdyansk Airport
ERE|PG|-6.633|143.9|358|S0|Erave Airport
ERF|DE|50.975|10.961|274|M1|Erfurt–Weimar Airport
ERG|RU|61.275|108.03|200|S0|Erbogachen Airport
ERH|MA|31.947|-4.4|13|M1|Moulay Ali Cherif Airport
ERI|US|42.083|-80.182|129|M1|Erie International Airport
ERL|CN|43.427|112.098|232|M1|Erenhot Saiwusu International Airport
ERM|BR|-27.642|-52.276|149|S0|Erechim Airport
ERN|BR|-6.583|-69.883|138|S0|Eirunepe Airport
ERO|US|58.971|-135.237|108|M1|Eldred Rock Coast Guard Heliport
ERQ|AU|-20.977|141.009|259|S0|Elrose Mine Airport
ERR|US|44.783|-71.133|129|S0|Errol Airport
ERS|NA|-22.617|17.083|49|M1|Eros Airport
ERT|MN|49.067|104.15|241|S0|Erdenet Airport
ERU|PG|-8.417|147.083|358|S0|Erume Airport
ERV|US|30.05|-99.133|78|S0|Kerrville Airport
ERZ|TR|39.961|41.179|286|M1|Erzurum Airport
ESA|PG|-9.733|150.817|358|S0|Esa'Ala Airport
ESB|TR|40.115|32.993|286|L1|Ankara Esenboga Airport
ESC|US|45.721|-87.087|86|M1|Delta County Airport
ESD|US|48.708|-122.912|112|M1|Orcas Island Airport
ESE|MX|31.867|-116.617|160|S0|Ensenada Airport
ESF|US|31.395|-92.297|78|M0|Esler Field
ESG|PY|-22.033|-60.617|62|L0|Mariscal Estigarribia Airport
ESH|GB|50.833|-0.3|293|M0|Shoreham Airport
ESI|BR|-15|-44|149|S0|Espinosa Airport
ESK|TR|39.784|30.582|286|M0|Eskisehir Airport
ESL|RU|46.371|44.333|300|M1|Elista Airport
ESM|EC|0.978|-79.627|99|M1|Colonel Carlos Concha Torres Airport
ESN|US|38.803|-76.068|129|S0|Easton Airport
ESO|US|36.1|-106.033|85|S0|Ohkay Owingeh Airport
ESP|US|41.036|-75.161|129|S0|Stroudsburg Pocono Airport
ESR|CL|-26.315|-69.765|147|M1|El Salvador Airport
ESS|DE|51.404|6.942|274|S0|Essen/Mülheim Airport
EST|US|43.4|-94.833|78|S0|Estherville Municipal Airport
ESU|MA|31.398|-9.682|13|M1|Essaouira Mogador Airport
ESW|US|47.233|-121.183|112|S0|Easton State Airport
ETB|US|43.417|-88.183|78|S0|West Bend Airport
ETD|AU|-27.5|138|258|S0|Etadunna Airport
ETE|ET|12.933|36.167|2|S0|Genda Wuha Airport
ETH|IL|29.561|34.96|203|L0|Eilat Airport
ETL|RU|46.541|138.318|244|S0|Svetlaya Airport
ETM|IL|29.726|35.003|203|L1|Eilat-Ramon Airport
ETN|US|32.383|-98.833|78|S0|Eastland Municipal Airport
ETR|EC|-3.452|-79.962|99|M1|Coronel Artilleria Victor Larrea Airport
ETS|US|31.317|-85.85|78|S0|Enterprise Municipal Airport
ETZ|FR|48.982|6.243|302|M1|Metz-Nancy-Lorraine Airport
EUA|TO|-21.377|-174.957|363|S1|Kaufana Airport
EUC|AU|-31.717|128.867|262|S0|Eucla Airport
EUE|US|39.5|-115.917|112|S0|Eureka Airport
EUF|US|31.9|-85.15|78|S0|Weedon Field
EUG|US|44.119|-123.212|112|L1|Eugene Airport
EUM|DE|54.067|9.967|274|S0|Neumuenster Airport
EUN|MA|27.133|-13.217|13|M1|Hassan I Airport
EUO|CO|4.383|-73.2|70|S0|Paratebueno Airport
EUQ|PH|10.768|121.933|215|M0|Evelio Javier Airport
EUX|BQ|17.493|-62.978|83|M1|F D Roosevelt Airport
EVA|US|30.35|-94.067|78|S0|Evadale Landing Strip
EVD|AU|-18.017|134.867|261|S0|Eva Downs Airport
EVE|NO|68.49|16.683|301|M1|Harstad/Narvik Airport, Evenes
EVG|SE|62.047|14.42|312|S1|Sveg Airport
EVH|AU|-29.183|153.453|259|S0|Evans Head
EVM|US|47.426|-92.496|78|S0|Eveleth Airport
EVN|AM|40.153|44.398|248|L1|Zvartnots International Airport
EVV|US|38.046|-87.528|78|M1|Evansville Regional Airport
EVW|US|41.267|-110.967|85|M0|Evanston Airport
EVX|FR|49.017|1.15|302|M0|Evreux Airport
EWB|US|41.677|-70.959|129|M1|New Bedford Airport
EWE|ID|-5.483|138.083|202|S0|Ewer Airport
EWI|ID|-3.967|136.333|202|S0|Enarotali Airport
EWK|US|38.033|-97.367|78|S0|Newton City-County Airport
EWN|US|35.078|-77.035|129|M1|Coastal Carolina Regional Airport
EWO|CG|-0.883|14.8|10|S0|Ewo Airport
EWR|US|40.689|-74.179|129|L1|Newark Liberty International Airport
EXI|US|58.421|-135.447|108|S1|Excursion Inlet Sea Plane Base
EXM|AU|-22.25|114.25|267|S0|Exmouth Airport
EXT|GB|50.731|-3.411|293|M1|Exeter Airport
EYA|RU|53.691|127.094|245|S0|Zeya Airport
EYK|RU|63.697|66.701|247|M1|Beloyarsky Airport
EYL|ML|15.133|-10.567|5|S0|Yelimane Airport
EYP|CO|5.321|-72.386|70|M1|El Yopal Airport
EYR|US|39|-119.25|112|S0|Yerington Municipal Airport
EYS|KE|3.25|35.967|40|S0|Eliye Springs Airport
EYW|US|24.554|-81.755|129|L1|Key West International Airport
EZE|AR|-34.813|-58.54|54|L1|Ezeiza/Ministro Pistarini International Airport
EZS|TR|38.599|39.268|286|M1|Elazig Airport
EZV|RU|63.925|65.045|247|M0|Beryozovo Airport
FAA|GN|10.033|-10.75|14|S0|Faranah Airport
FAB|GB|51.279|-0.771|293|M0|Farnborough Airport
FAC|PF|-16.687|-145.333|361|S0|Faaite Airport
FAE|FO|62.067|-7.267|253|M1|Vagar Airport
FAF|US|37.167|-76.6|129|M0|Felker Army Air Field
FAG|IS|63.883|-16.65|255|S0|Fagurholsmyri Airport
FAH|AF|32.369|62.164|204|S0|Farah Airport
FAI|US|64.818|-147.867|51|L1|Fairbanks International Airport
FAJ|PR|18.309|-65.662|139|M0|Diego Jimenez Torres Airport
FAK|US|57.531|-135.217|151|S0|False Island Seaplane Base
FAM|US|37.781|-90.422|78|S0|Farmington Regional Airport
FAN|NO|58.1|6.625|301|S0|Farsund Airport, Lista
FAO|PT|37.021|-7.969|291|L1|Faro Airport
FAQ|PG|-4.617|141.958|358|S0|Freida River Airport
FAR|US|46.92|-96.826|78|L1|Hector International Airport
FAS|IS|64.95|-14.017|255|S0|Faskrudsfjordur Airport
FAT|US|36.77|-119.72|112|L1|Fresno Yosemite International Airport
FAU|OM|22.349|56.489|216|S0|Fahud Airport
FAV|PF|-16.053|-145.652|361|M1|Fakarava Airport
FAY|US|34.991|-78.887|129|M1|Fayetteville Regional Airport
FAZ|IR|28.933|53.7|238|M0|Fasa Airport
FBA|BR|-2.531|-66.085|114|S0|Fonte Boa Airport
FBD|AF|37.121|70.518|204|S1|Faizabad Airport
FBE|BR|-26.083|-53.067|149|S1|Francisco Beltrao Airport
FBG|US|35.132|-78.936|129|M0|Simmons Army Airfield
FBK|US|64.834|-147.612|51|M0|Fort Wainwright Airport
FBL|US|44.3|-93.267|78|S0|Faribault Municipal Airport
FBM|CD|-11.59|27.528|32|M1|Lubumbashi International Airport
FBR|US|41.317|-110.383|85|S0|Fort Bridger Airport
FBS|US|48.537|-123.01|112|S0|Friday Harbor Seaplane Base
FBY|US|40.133|-97.183|78|S0|Fairbury Municipal Airport
FCA|US|48.307|-114.253|85|M1|Glacier Park International Airport
FCB|ZA|-28.825|27.908|22|M0|Ficksburg Sentra Oes Airport
FCH|US|36.733|-119.783|112|S0|Fresno-Chandler Airport
FCM|US|44.827|-93.457|78|S0|Flying Cloud Airport
FCN|DE|53.769|8.666|274|M1|Cuxhaven/Nordholz Airport
FCO|IT|41.795|12.25|306|L1|Leonardo da Vinci-Fiumicino Airport
FCS|US|38.833|-104.817|85|M0|Butts Army Air Field
FCT|US|46.6|-120.517|112|M1|Vagabond Heliport
FCY|US|34.95|-90.767|78|S0|Forrest City Municipal Airport
FDE|NO|61.392|5.762|301|S1|Bringeland Airport
FDF|MQ|14.596|-61|116|L1|Martinique Aime Cesaire International Airport
FDH|DE|47.673|9.523|274|M1|Bodensee Airport Friedrichshafen
FDK|US|39.417|-77.417|129|S0|Frederick Municipal Airport
FDR|US|34.383|-99.017|78|S0|Frederick Municipal Airport
FDU|CD|-3.306|17.383|27|M1|Bandundu Airport
FDY|US|41.033|-84.533|129|M0|Findlay Airport
FEA|GB|60.603|-0.87|293|S0|Fetlar Airport
FEB|NP|29.233|81.217|207|S0|Sanfebagar Airport
FEC|BR|-12.203|-38.906|64|S1|Joao Durval Carneiro Airport
FEG|UZ|40.35|71.734|236|M1|Fergana Airport
FEJ|BR|-8.141|-70.341|145|S0|Feijo Airport
FEK|CI|9.6|-5.2|0|S0|Ferkessedougou Airport
FEL|DE|48.206|11.267|274|M0|Fürstenfeldbruck Airport
FEN|BR|-3.85|-32.417|130|M1|Fernando De Noronha Airport
FEP|US|42.283|-89.6|78|S0|Albertus Airport
FES|ES|36.467|-6.183|295|M1|San Fernando Airport
FET|US|41.45|-96.52|78|S0|Fremont Municipal Airport
FEW|US|41.133|-104.817|85|M1|Warren Air Force Base
FEZ|MA|33.931|-4.982|13|L1|Fes-Saiss Airport
FFA|US|36.017|-75.667|129|S0|First Flight Airport
FFD|GB|51.733|-1.783|293|M0|RAF Fairford
FFL|US|40.933|-91.95|78|S0|Fairfield Municipal (Iowa)
FFM|US|46.286|-96.151|78|S0|Fergus Falls Municipal Airport
FFO|US|39.823|-84.049|129|M0|Wright-Patterson Air Force Base
FFT|US|38.182|-84.905|129|S0|Capital City Airport (Kentucky)
FFU|CL|-43.2|-71.817|147|S0|Futaleufu Airport
FGD|MR|22.675|-12.732|43|S0|Fderik Airport
FGI|WS|-13.833|-171.733|330|S0|Fagali'i Airport
FGL|NZ|-43.467|170.017|331|S0|Fox Glacier Airport
FGR|ES|36.533|-4.633|295|M1|Fuengirola Airport
FGU|PF|-16.05|-141.833|361|M1|Fangatau Airport
FHU|US|31.589|-110.343|135|M0|Sierra Vista Municipal Airport/Libby Army Airfield
FHZ|PF|-15.991|-140.164|361|S1|Fakahina Airport
FIC|US|55.778|-131.537|151|M1|Fire Cove Airport
FID|US|41|-72|129|S0|Elizabeth Field
FIE|GB|59.534|-1.629|293|S1|Fair Isle Airport
FIG|GN|10.35|-13.567|14|S0|Fria Airport
FIH|CD|-4.387|15.442|27|L1|N'djili International Airport
FIK|AU|-25.567|134.583|261|S0|Finke Airport
FIL|US|38.958|-112.362|85|S0|Fillmore Municipal Airport
FIN|PG|-6.628|147.864|358|S0|Finschhafen Airport
FIV|US|57.267|-133.633|108|M1|Five Finger Heliport
FIZ|AU|-18.181|125.561|267|M1|Fitzroy Crossing Airport
FJR|AE|25.109|56.331|194|M1|Fujairah International Airport
FKB|DE|48.781|8.09|274|M1|Baden-Airpark
FKH|GB|52.833|0.85|293|M1|Sculthorp Royal Air Force
FKI|CD|0.482|25.338|32|M1|Kisangani Bangoka International Airport
FKJ|JP|36.14|136.227|240|M0|Fukui Airport
FKL|US|41.379|-79.86|129|M0|Venango Regional Airport
FKN|US|36.683|-76.933|129|S0|Franklin Municipal Airport
FKQ|ID|-2.917|132.3|202|M1|Fak Fak Airport
FKS|JP|37.227|140.433|240|M1|Fukushima Airport
FLA|CO|1.589|-75.559|70|M1|Florencia Airport
FLB|BR|-6.8|-43.033|66|S0|Cangapara Airport
FLC|AU|-36.833|143.283|268|M1|Falls Creek Airport
FLD|US|43.772|-88.484|78|S0|Fond Du Lac Airport
FLF|DE|54.772|9.383|274|S0|Schaferhaus Airport
FLG|US|35.138|-111.672|135|M1|Flagstaff Pulliam Airport
FLH|GB|58.5|-3|293|S0|Flotta Airport
FLI|IS|65.983|-23.7|255|S0|Flateyri Airport
FLJ|US|60.032|-148.008|51|M1|Falls Bay Airport
FLL|US|26.071|-80.145|129|L1|Fort Lauderdale-Hollywood International Airport
FLM|PY|-22.35|-60.033|62|S0|Filadelfia Airport
FLN|BR|-27.664|-48.545|149|L1|Floripa Airport
FLO|US|34.189|-79.724|129|M1|Florence Airport
FLP|US|36.3|-92.583|78|S0|Flippin Airport
FLR|IT|43.802|11.202|306|L1|Florence Airport, Peretola
FLS|AU|-40.095|147.997|263|S1|Flinders Island Airport
FLT|US|62.454|-157.987|51|S0|Flat Airport
FLV|US|39.367|-94.917|78|S0|Sherman Army Air Field
FLW|PT|39.467|-31.15|249|M1|Flores Island Airport
FLX|US|39.501|-118.746|112|S0|Fallon Municipal Airport
FLY|AU|-35.65|145.583|268|S0|Finley Airport
FLZ|ID|1.556|98.889|201|M1|Ferdinand Lumban Tobing Airport
FMA|AR|-26.213|-58.235|56|M1|Formosa Airport
FMC|US|66.917|-149.842|51|M1|Five Mile Airport
FME|US|39.088|-76.754|129|M0|Tipton Airport
FMG|CR|10.417|-85.783|80|M1|Flamingo Airport
FMH|US|41.667|-70.55|129|S0|Otis Air Force Base
FMI|CD|-5.876|29.25|32|M1|Kalemie Airport
FMM|DE|47.989|10.239|274|M1|Memmingen Allgau Airport
FMN|US|36.741|-108.229|85|M0|Four Corners Regional Airport
FMO|DE|52.13|7.695|274|M1|Munster Osnabruck International Airport
FMS|US|40.659|-91.328|78|S0|Fort Madison Municipal Airport
FMT|MV|0.192|73.196|326|S1|Faresmaathodaa Airport
FMU|US|43.983|-124.111|112|S0|Florence Municipal
FMY|US|26.588|-81.861|129|M0|Page Field
FNA|SL|8.616|-13.199|19|L1|Freetown International Airport
FNB|DE|53.603|13.307|274|M0|Neubrandenburg Airport
FNC|PT|32.693|-16.776|254|L1|Madeira Airport
FND|MV|6.161|73.287|326|S0|Funadhoo Airport
FNE|PG|-8.6|147.233|358|S0|Fane Airport
FNG|BF|12.067|0.35|44|S0|Fada Ngourma Airport
FNH|ET|9.583|37.433|2|S0|Fincha Airport
FNI|FR|43.75|4.417|302|M1|Garons Airport
FNJ|KP|39.201|125.675|224|L1|Pyongyang Sunan International Airport
FNK|US|69.5|-147.583|51|M1|Fin Creek Airport
FNL|US|40.448|-105.008|85|M0|Northern Colorado Regional Airport
FNR|US|58.333|-134.583|108|S1|Funter Bay Sea Plane Base
FNT|US|42.974|-83.739|86|M1|Bishop International Airport
FNU|IT|39.895|8.643|306|S0|Oristano-Fenosu Airport
FOA|GB|60.123|-2.053|293|S1|Foula Airport
FOB|US|39.474|-123.794|112|S0|Fort Bragg Airport
FOC|CN|25.931|119.669|232|L1|Changle International Airport
FOD|US|42.553|-94.19|78|M1|Fort Dodge Airport
FOE|US|38.953|-95.662|78|M0|Topeka Regional Airport
FOG|IT|41.434|15.544|306|M1|Gino Lisa Airport
FOK|US|40.842|-72.632|129|S0|Francis S. Gabreski Airport
FOM|CM|5.75|10.833|18|M0|Foumban Airport
FON|CR|10.4|-84.483|80|S0|Fortuna Airport
FOO|ID|-0.936|134.865|202|S0|Kornasoren Airfield
FOP|US|33.617|-84.367|129|M1|Morris Army Air Field
FOR|BR|-3.779|-38.541|66|L1|Pinto Martins – Fortaleza International Airport
FOS|AU|-30.817|128.05|267|M0|Forrest Airport
FOT|AU|-32.183|151.517|268|S0|Forster Airport
FOU|GA|-1.2|10.783|29|S0|Fougamou Airport
FOX|US|64|-147|51|M1|Fox Airport
FOY|LR|8.367|-10.217|39|S0|Foya Airport
FPO|BS|26.547|-78.705|128|M1|Grand Bahama International Airport
FPR|US|27.45|-80.333|129|M0|Treasure Coast International Airport
FPY|US|30.117|-83.583|129|S0|Perry-Foley Airport
FRA|DE|50.049|8.574|274|L1|Frankfurt Airport
FRB|AU|-33.4|148.05|268|M0|Forbes Airport
FRC|BR|-20.552|-47.438|149|S0|Franca–Tenente Lund Presotto State Airport
FRD|US|48.525|-123.026|112|M1|Friday Harbor Airport
FRE|SB|-8.1|159.583|341|S1|Fera Island Airport
FRF|DE|52.103|11.228|274|S0|Oschersleben
FRG|US|40.733|-73.417|129|M0|Farmingdale Republic Airport
FRH|US|38.55|-86.617|104|S0|French Lick Municipal Airport
FRI|US|39.083|-96.783|78|M0|Marshall Army Air Field
FRK|SC|-4.583|55.967|325|S0|Fregate Island Airport
FRL|IT|44.199|12.071|306|M1|Luigi Ridolfi Airport
FRM|US|43.647|-94.424|78|S0|Fairmont Airport
FRN|US|61.27|-149.649|51|S0|Bryant Army Air Field
FRO|NO|61.585|5.024|301|M1|Floro Airport
FRQ|PG|-5.417|141.7|358|S0|Feramin Airport
FRR|US|38.918|-78.254|129|S0|Front Royal-Warren County Airport
FRS|GT|16.917|-89.883|98|M1|Santa Elena Airport
FRT|CL|-41.125|-73.065|147|S0|Frutillar Airport
FRW|BW|-21.16|27.483|20|M1|Phillip Gaonwe Matante International Airport
FRY|US|44.017|-70.983|129|S0|Fryeburg Airport
FRZ|DE|51.117|9.267|274|M0|Fritzlar Air Base
FSC|FR|41.499|9.098|302|M1|Sud Corse Airport
FSD|US|43.58|-96.731|78|L1|Sioux Falls Regional Airport
FSI|US|34.651|-98.42|78|M0|Post Aaf
FSK|US|37.833|-94.7|78|S0|Fort Scott Municipal Airport
FSL|AU|-18.2|125.8|267|S0|Fossil Downs Station Airport
FSM|US|35.341|-94.359|78|M1|Fort Smith Regional Airport
FSP|PM|46.917|-56.167|123|M1|Saint Pierre Airport
FSS|GB|57.649|-3.561|293|M0|RAF Kinloss
FST|US|30.894|-102.879|78|M0|Pecos County Airport
FSU|US|34.467|-104.25|85|S0|Fort Sumner Airport
FSZ|JP|34.796|138.189|240|M1|Shizuoka Airport
FTA|VU|-19.417|170.25|336|S1|Futuna Airport
FTE|AR|-50.284|-72.054|54|M1|Comandante Armando Tola International Airport
FTI|AS|-14.215|-169.426|355|S1|Fitiuta Airport
FTK|US|37.928|-85.949|78|M0|Godman Army Air Field
FTL|US|61.883|-162.083|51|M1|Fortuna Ledge Airport
FTU|MG|-25.038|46.956|320|M1|Marillac Airport
FTW|US|32.817|-97.357|78|M0|Fort Worth Meacham International Airport
FTX|CG|-0.983|16.008|10|M0|Owando Airport
FTY|US|33.777|-84.521|129|M0|Fulton County Airport (Georgia)
FUB|PG|-6.067|150.65|358|S0|Fulleborn Airport
FUE|ES|28.451|-13.87|251|L1|Fuerteventura Airport
FUG|CN|32.867|115.7|232|M1|Fuyang Airport
FUJ|JP|32.668|128.838|240|M1|Fukue Airport
FUK|JP|33.584|130.444|240|L1|Fukuoka Airport
FUL|US|33.867|-117.975|112|S0|Fullerton Municipal Airport
FUM|PG|-6.383|142.433|358|S0|Fuma Airport
FUN|TV|-8.517|179.208|338|M1|Funafuti Atol International Airport
FUO|CN|23.081|113.071|232|M1|Fuoshan Airport
FUT|WF|-14.25|-178.15|365|S1|Futuna Island Airport
FVL|AU|-18.283|128.417|267|S0|Flora Valley Airport
FVM|MV|-0.309|73.433|326|S0|Fuvahmulaku Island Airport
FVR|AU|-15.253|127.833|267|S0|Forrest River Mission Airport
FWA|US|40.987|-85.188|104|L1|Fort Wayne International Airport
FWB|US|36.699|-93.402|78|S0|Branson West Airport
FWH|US|32.771|-97.428|78|M0|Fort Worth Naval Air Station Joint Reserve Base
FWL|US|62.51|-153.889|51|S0|Farewell Airport
FWM|GB|56.817|-5.117|293|M1|Fort WilliamHeliport
FXE|US|26.197|-80.172|129|M0|Fort Lauderdale Executive Airport
FXM|US|70.2|-146|51|M1|Flaxman Island Airport
FXO|MZ|-14.805|36.527|35|S0|Cuamba Airport
FXY|US|43.267|-93.65|78|S0|Forest City Municipal Airport
FYG|CN|22.778|113.613|232|S0|Fuyong Ferry Port
FYJ|CN|48.197|134.363|232|M1|Fuyuan Dongji Airport
FYM|US|35.15|-86.567|78|S0|Fayetteville Municipal Airport
FYN|CN|46.801|89.538|232|M1|Fuyun Koktokay Airport
FYT|TD|17.917|19.117|41|M0|Faya-Largeau Airport
FYU|US|66.568|-145.258|51|M1|Fort Yukon Airport
FYV|US|36.004|-94.17|78|M0|Fayetteville Executive Airport (Drake Field)
FZL|AZ|39.594|47.197|184|S0|Fuzuli International Airport
FZO|GB|51.519|-2.594|293|L0|Filton Airport
GAA|CO|9.15|-74.233|70|S0|Guamal Airport
GAB|US|38.867|-117.917|112|S0|Gabbs Airport
GAC|HN|14.597|-88.594|157|S0|Gracias Airport
GAD|US|33.974|-86.087|78|S0|Gadsden Municipal Airport
GAE|TN|33.736|9.919|48|M1|Gabes - Matmata International Airport
GAF|TN|34.417|8.817|48|M1|Gafsa – Ksar International Airport
GAG|US|36.35|-99.883|78|S0|Gage Airport
GAH|AU|-25.433|151.483|259|S0|Gayndah Airport
GAI|US|39.15|-77.2|129|S0|Montgomery County Airport
GAJ|JP|38.411|140.366|240|M1|Yamagata Airport
GAL|US|64.736|-156.936|51|M1|Edward G. Pitka Sr. Airport
GAM|US|63.777|-171.714|51|M1|Gambell Airport
GAN|MV|-0.69|73.157|326|M1|Gan International Airport
GAO|CU|20.085|-75.159|102|M0|Mariana Grajales Airport
GAP|PG|-6.5|146.333|358|S0|Gusap Airport
GAQ|ML|16.249|-0.001|5|M1|Gao Airport
GAR|PG|-7.873|147.137|358|S0|Garaina Airport
GAS|KE|-0.45|39.65|40|S0|Garissa Airport
GAT|FR|44.55|6.083|302|S0|Tallard Airport
GAU|IN|26.105|91.588|208|L1|Lokpriya Gopinath Bordoloi International Airport
GAV|ID|-0.401|129.895|202|S0|Gag Island Airport
GAW|MM|22.167|94.133|246|S0|Gangaw Airport
GAX|GA|-2.767|9.983|29|S1|Gamba Airport
GAY|IN|24.747|84.946|208|M1|Gaya Airport
GAZ|PG|-9.2|152.933|358|S0|Guasopa Airport
GBA|GB|51.668|-2.057|293|S0|Cotswold Airport
GBB|AZ|40.821|47.719|184|M1|Gabala International Airport
GBC|PG|-6.1|141.733|358|S0|Gasuke Airport
GBD|US|38.347|-98.864|78|S0|Great Bend Airport
GBE|BW|-24.558|25.925|20|L1|Sir Seretse Khama International Airport
GBF|PG|-6.583|144.667|358|S0|Negarbo Airport
GBG|US|40.939|-90.429|78|S0|Galesburg Airport
GBH|US|68.467|-149.483|51|S0|Galbraith Lake Airport
GBI|IN|17.308|76.958|208|S1|Kalaburagi Airport
GBJ|GP|15.869|-61.272|97|M1|Marie-Galante Airport
GBK|SL|7.8|-12.367|19|S0|Gbangbatok Airport
GBL|AU|-11.65|133.382|267|S0|South Goulburn Island Airport
GBM|SO|3.333|42.183|38|S0|Garbaharey Airport
GBO|US|39.011|-76.91|129|M1|Baltimore Greenbelt T Station
GBP|AU|-16.55|143.667|259|S0|Gamboola Airport
GBR|US|42.2|-73.367|129|S0|Great Barrington Airport
GBS|NZ|-36.165|175.361|331|M1|Port Fitzroy Seaplane Base
GBT|IR|36.909|54.411|238|M0|Gorgon Airport
GBU|SD|14.926|35.889|25|S0|Khashm El Girba Airport
GBV|AU|-15.65|126.633|267|S0|Gibb River Airport
GBW|AU|-23.405|120.14|267|S0|Ginbata Airport
GBZ|NZ|-36.24|175.469|331|S0|Great Barrier Aerodrome
GCA|CO|2.317|-75.5|70|S0|Guacamaya Airport
GCC|US|44.346|-105.533|85|M1|Campbell County Airport
GCD|US|47.922|-119.083|112|S0|Grand Coulee Dam Airport
GCH|IR|30.336|50.832|238|M1|Gachsaran Airport
GCI|GG|49.433|-2.595|283|M1|Guernsey Airport
GCJ|ZA|-25.987|28.144|22|M0|Johannesburg-Grand Central Airport
GCK|US|37.929|-100.73|78|M1|Garden City Regional Airport
GCM|KY|19.296|-81.358|77|L1|Owen Roberts International Airport
GCN|US|35.952|-112.147|135|M1|Grand Canyon National Park Airport
GCT|US|36.258|-113.231|135|S0|Grand Canyon Bar 10
GCV|BR|-29.942|-50.994|149|M1|Gravatai Airport
GCW|US|35.989|-113.816|135|S0|Grand Canyon West Airport
GCY|US|36.217|-82.85|78|S0|Greeneville–Greene County Municipal Airport
GDA|CF|9.333|21.167|6|S0|Gounda Airport
GDB|IN|21.522|80.01|208|M1|Gondia Airport
GDC|US|34.757|-82.374|129|S0|Donaldson Field
GDD|AU|-18.717|128.55|267|S0|Gordon Downs Airport
GDE|ET|5.902|43.628|2|M1|Gode Airport
GDG|RU|53.467|125.8|245|S0|Magdagachi Airport
GDH|US|59.717|-158.167|51|S0|Gold Horn SPB
GDI|CF|9.733|21.583|6|S0|Gordil Airport
GDJ|CD|-6.733|23.95|32|S0|Gandajika Airport
GDL|MX|20.526|-103.304|122|L1|Don Miguel Hidal Y Costilla International Airport
GDM|US|42.567|-71.983|129|S0|Gardner Municipal Airport
GDN|PL|54.381|18.469|317|L1|Gdansk Lech Walesa Airport
GDO|VE|7.233|-70.8|75|M0|Guasdualito Airport
GDP|BR|-6.782|-43.582|66|S0|Guadalupe Airport
GDQ|ET|12.514|37.446|2|M1|Gondar Airport
GDR|BR|-23.053|-44.372|149|S0|Angra Dos Reis
GDT|TC|21.445|-71.144|95|M1|JAGS McCartney International Airport
GDV|US|47.139|-104.807|85|M1|Dawson Community Airport
GDW|US|43.983|-84.483|86|S0|Gladwin Airport
GDX|RU|59.917|150.717|213|M1|Magadan Airport
GDZ|RU|44.567|38.017|300|M1|Gelendzhik Airport
GEA|NC|-22.261|166.471|354|M1|Noumea Magenta Airport
GEB|ID|0.083|129.417|202|S0|Gebe Airport
GEC|CY|35.234|33.733|196|M1|Gecitkale Airport
GED|US|38.688|-75.358|129|S0|Delaware Coastal Airport
GEE|AU|-18.283|143.55|263|S0|George Town Airport
GEF|SB|-7.578|156.598|341|S0|Geva Airstrip
GEG|US|47.625|-117.538|112|L1|Spokane International Airport
GEI|PG|-4.5|154.167|358|M1|Green Islands Airport
GEK|US|63.1|-156.433|51|M1|Ganes Creek Airport
GEL|BR|-28.281|-54.168|149|M1|Sepe Tiaraju Airport
GEM|GQ|1.69|11.024|34|S0|President Obiang Nguema International Airport
GEN|ES|37.383|-4.767|295|M1|Puente Genil Airport
GEO|GY|6.504|-58.253|100|M1|Cheddi Jagan International Airport
GER|CU|21.837|-82.78|102|M1|Rafael Cabrera Airport
GES|PH|6.058|125.096|215|M1|General Santos International Airport
GET|AU|-28.796|114.702|267|M1|Geraldton Airport
GEV|SE|67.134|20.817|312|M1|Gallivare Airport
GEW|PG|-9.3|148.467|358|S0|Gewoia Airport
GEX|AU|-38.133|144.35|266|S0|Geelong Airport
GEY|US|44.5|-108.05|85|S0|South Big Horn County Airport
GFA|US|47.5|-111.283|85|S0|Malmstrom Air Force Base
GFD|US|39.783|-85.767|104|S0|Pope Field
GFE|AU|-33.9|148.183|268|S0|Grenfell Airport
GFF|AU|-34.255|146.063|268|M1|Griffith Airport
GFK|US|47.95|-97.177|78|L1|Grand Forks International Airport
GFL|US|43.341|-73.609|129|M0|Floyd Bennett Memorial Airport
GFN|AU|-29.76|153.028|268|M0|Grafton Airport
GFO|GY|6.417|-58.583|100|S0|Bartica Airport
GFR|FR|48.883|-1.567|302|M0|Granville Airport
GFY|NA|-19.6|18.133|49|M0|Grootfontein Airbase
GGB|BR|-14.02|-52.152|82|S0|Agua Boa Airport
GGC|AO|-12.65|22.567|31|S0|Lumbala Airport
GGD|AU|-18.633|139.233|259|S0|Gregory Downs Airport
GGE|US|33.383|-79.283|129|S0|Georgetown County Airport
GGF|BR|-1.479|-52.578|146|S1|Almeirim Airport
GGG|US|32.387|-94.715|78|M1|Gregg County Airport
GGH|BR|-23.692|-52.642|149|S0|Cianorte Airport
GGJ|BR|-24.197|-54.231|149|S1|Guaira Airport
GGL|CO|8.333|-77.083|70|S0|Gilgal Airport
GGM|KE|0.271|34.785|40|S0|Kakamega Airport
GGN|CI|6.133|-5.933|0|S0|Gagnoa Airport
GGO|CI|6.333|-7.75|0|S0|Guilo Airport
GGR|SO|8.461|48.572|38|S1|Garowe Airport
GGS|AR|-48.767|-70.25|54|S1|Gobernador Gregores Airport
GGT|BS|23.564|-75.872|128|M1|Exuma International Airport
GGW|US|48.213|-106.616|85|M1|Glasgow International Airport
GHA|DZ|32.382|3.801|3|M1|Noumerate Airport
GHB|BS|25.277|-76.327|128|M1|Governor's Harbour Airport
GHC|BS|25.738|-77.84|128|M0|Great Harbour Cay
GHD|ET|9.167|35.817|2|M1|Ghimbi Airport
GHE|PA|8.033|-78.25|132|S0|Garachine Airport
GHF|DE|49.65|9.967|274|S0|Giebelstadt Airport
GHK|CA|63.435|-109.145|166|S0|Gahcho Kue
GHM|US|35.836|-87.444|78|S0|Centerville Municipal (Tennessee)
GHN|CN|30.467|106.65|232|S0|Guanghan Airport
GHS|ID|-0.204|115.76|214|S0|West Kutai Melalan Airport
GHT|LY|25.135|10.148|47|M1|Ghat Airport
GHU|AR|-33.004|-58.612|54|M0|Gualeguaychu Airport
GHV|RO|45.702|25.52|277|M1|Brașov-Ghimbav International Airport
GIB|GI|36.154|-5.349|282|L1|North Front Airport
GIC|AU|-9.233|142.217|259|S1|Boigu Island Airport
GID|BI|-3.417|29.911|11|S0|Gitega Airport
GIF|US|28.067|-81.75|129|S0|Gilbert Field Airport
GIG|BR|-22.815|-43.247|149|L1|RIOgaleao International Airport
GII|GN|11.517|-9.167|14|S0|Siguiri Airport
GIL|PK|35.92|74.332|206|M1|Gilgit Airport
GIM|GA|-0.017|11.4|29|S0|Miele Mimbale Airport
GIR|CO|4.3|-74.8|70|M0|Girardot Airport
GIS|NZ|-38.662|177.982|331|M1|Gisborne Airport
GIT|TZ|-2.814|32.172|16|M1|Geita Airport
GIU|LK|7.955|80.729|190|S0|Sigiriya Slaf Base
GIY|ZA|-23.283|30.667|22|S0|Giyani Airport
GIZ|SA|16.899|42.582|228|M1|Jazan Regional Airport
GJA|HN|16.445|-85.906|157|M1|Guanaja Airport
GJL|DZ|36.794|5.876|3|M1|Jijel Ferhat Abbas Airport
GJM|BR|-10.783|-65.367|138|M0|Guajara-Mirim Airport
GJR|IS|65.983|-21.35|255|S0|Gjogur Airport
GJT|US|39.123|-108.528|85|L1|Grand Junction Regional Airport
GKA|PG|-6.075|145.393|358|M1|Goroka Airport
GKD|TR|40.201|25.882|286|S0|Gokceada Airport
GKE|DE|50.975|6.077|274|M0|Geilenkirchen Air Base
GKH|NP|28.038|84.466|207|S0|Palungtar Airport
GKK|MV|0.731|73.433|326|S1|Kooddoo Island Airport
GKL|AU|-23.183|150.942|259|S0|Great Keppel Island Airport
GKN|US|62.155|-145.452|51|M1|Gulkana Airport
GKO|GA|-0.083|11.467|29|S0|Kongoboumba Airport
GKT|US|35.851|-83.519|129|S0|Gatlinburg Airport
GLA|GB|55.864|-4.432|293|L1|Glasgow Airport
GLB|US|33.353|-110.667|135|S0|San Carlos Apache
GLC|ET|6.967|46.417|2|S0|Geladi Airport
GLD|US|39.37|-101.699|85|M0|Goodland Municipal Airport
GLE|US|33.633|-97.133|78|S0|Gainesville Municipal Airport
GLF|CR|8.651|-83.181|80|M1|Golfito Airport
GLG|AU|-24.817|139.6|259|S0|Glengyle Airport
GLH|US|33.484|-90.985|78|M1|Greenville Mid-Delta Airport
GLI|AU|-29.677|151.691|268|M0|Glen Innes Airport
GLK|SO|6.767|47.433|38|S1|Abdullahi Yusuf Airport
GLL|NO|60.7|8.95|301|S0|Gol Airport, Klanten
GLM|AU|-22.917|138.833|259|S0|Glenormiston Airport
GLN|MA|29.017|-10.067|13|S0|Guelmime Airport
GLO|GB|51.894|-2.166|293|M0|Gloucestershire Airport
GLP|PG|-5.283|141.517|358|S0|Gulgubip Airport
GLQ|US|62.117|-145.55|51|M1|Glennallen Airport
GLR|US|45.015|-84.701|86|S0|Gaylord Regional Airport
GLS|US|29.267|-94.86|78|M0|Scholes Field
GLT|AU|-23.871|151.224|259|M1|Gladstone Airport
GLU|BT|26.883|90.466|239|M0|Gelephu Airport
GLV|US|64.544|-163.037|51|S1|Golovin Airport
GLW|US|37|-85.917|78|S0|Glasgow Municipal Airport
GLX|ID|1.838|127.787|202|S0|Gamar Malamo Airport
GLY|AU|-20.083|119.667|267|S0|Mount Goldsworthy Airport
GLZ|NL|51.583|4.75|270|M0|Gilze-Rijen Air Base
GMA|CD|3.235|19.771|27|M1|Gemena Airport
GMB|ET|8.283|34.583|2|M1|Gambela Airport
GMC|CO|49.433|-2.6|70|S0|Guerima Airport
GMD|MA|33.656|-7.221|13|S0|Ben Slimane Airport
GME|BY|52.526|31.018|298|M1|Gomel Airport
GMI|PG|-6.3|150.333|358|S1|Gasmata Island Airport
GML|UA|50.733|30.317|290|S0|Gostomel
GMM|CG|-1.933|15.867|10|S0|Gamboma Airport
GMN|NZ|-42.45|171.2|331|S0|Greymouth Airport
GMO|NG|10.298|10.899|28|M1|Gombe Lawanti International Airport
GMP|KR|37.559|126.804|231|L1|Gimpo International Airport
GMQ|CN|34.416|100.311|232|M1|Golog Maqin Airport
GMR|PF|-23.084|-134.888|340|M1|Gambier Island Airport
GMS|BR|-2.15|-44.7|66|M1|Guimaraes Airport
GMT|US|65.406|-161.278|51|S0|Granite Mountain Airport
GMU|US|34.85|-82.383|129|M0|Greenville Downtown Airport
GMV|US|37.002|-110.203|85|S0|Monument Valley Airport
GMY|DE|51.167|6.367|274|M1|Rheindahlen Airport
GMZ|ES|28.017|-17.2|251|S1|La Gomera Airport
GNA|BY|53.606|24.054|298|M0|Grodno Airport
GNB|FR|45.36|5.332|302|M1|Grenoble-Isere Airport
GND|GD|12.004|-61.786|96|M1|Maurice Bishop International Airport
GNE|BE|51.05|3.717|276|M1|Ghent Airport
GNF|US|39.944|-120.945|112|S0|Gansner Field
GNG|US|42.933|-114.717|71|S0|Gooding Municipal
GNI|TW|23.1|121.467|235|S0|Lyudao (Green Island) Airport
GNJ|AZ|40.733|46.317|184|M1|Gyandzha Airport
GNM|BR|-14.3|-42.783|66|S0|Guanambi Airport
GNN|ET|7.15|40.717|2|S0|Ghinnir Airport
GNR|AR|-39.002|-67.616|54|S0|General Roca Airport
GNS|ID|1.25|97.5|201|M1|Gunungsitoli Airport
GNT|US|35.15|-107.867|85|S0|Milan Airport
GNU|US|59.112|-161.581|51|S1|Goodnews Bay Airport
GNV|US|29.686|-82.277|129|M1|Gainesville Regional Airport
GNY|TR|37.447|38.9|286|M1|Sanliurfa GAP Airport
GNZ|BW|-21.7|21.667|20|S0|Ghanzi Airport
GOA|IT|44.415|8.851|306|L1|Genoa Cristoforo Colombo Airport
GOB|ET|7.118|40.044|2|S0|Robe Airport
GOC|PG|-9.167|148.817|358|S0|Gora Airport
GOE|PG|-5.367|151.85|358|S0|Gonaili Airport
GOF|US|31.467|-100.433|78|M1|Goodfellow Air Force Base
GOG|NA|-22.505|18.975|49|S0|Gobabis Airport
GOH|GL|64.182|-51.725|93|M1|Nuuk Airport
GOI|IN|15.385|73.84|208|L1|Dabolim International Airport
GOJ|RU|56.219|43.79|300|M1|Strigino International Airport
GOK|US|35.883|-97.417|78|S0|Guthrie Airport
GOL|US|42.417|-124.417|112|S0|State Airport
GOM|CD|-1.67|29.238|32|M1|Goma Airport
GON|US|41.329|-72.046|129|M0|Groton-New London Airport
GOO|AU|-28.524|150.319|259|S0|Goondiwindi Airport
GOP|IN|26.747|83.444|208|M1|Gorakhpur Airport
GOQ|CN|36.405|94.789|232|M1|Golmud Airport
GOR|ET|8.156|35.538|2|S0|Gore Airport
GOS|AU|-33.433|151.35|268|S0|Gosford Airport
GOT|SE|57.667|12.295|312|L1|Goteborg Landvetter Airport
GOU|CM|9.336|13.376|18|M1|Garoua Airport
GOV|AU|-12.27|136.823|261|M1|Nhulunbuy Airport
GOX|IN|15.73|73.863|208|L1|Manohar International Airport
GOY|RU|64.333|100.433|209|M1|Tura Gornij Airport
GOZ|BG|43.117|25.667|311|M0|Gorna Orechovitsa Airport
GPA|GR|38.25|21.733|272|M1|Araxos Airport
GPB|BR|-25.333|-51.5|149|S1|Tancredo Thomaz Faria Airport
GPC|US|39.632|-86.814|104|S0|Putnam County Regional Airport
GPD|AU|-19.999|139.918|259|S0|Mount Gordon Mine Airport
GPI|CO|2.5|-78.342|70|M1|Guapi Airport
GPL|CR|10.2|-83.8|80|M0|Guapiles Airport
GPN|AU|-11.767|130.017|261|M0|Garden Point Airport
GPO|AR|-35.633|-63.767|54|M0|General Pico Airport
GPS|EC|-0.435|-90.283|339|S1|Baltra Airport
GPT|US|30.413|-89.072|78|M1|Gulfport-Biloxi International Airport
GPZ|US|47.214|-93.511|78|S0|Grand Rapids - Itsaca County Airport
GQQ|US|40.737|-82.757|129|S0|Galion Airport
GRA|CO|8.333|-73.7|70|S0|Gamarra Airport
GRB|US|44.493|-88.122|78|L1|Austin Straubel International Airport
GRC|LR|4.6|-8.167|39|S0|Grand Cess Airport
GRD|US|34.251|-82.158|129|S0|Greenwood Airport
GRE|US|38.842|-89.365|78|S0|Greenville Municipal Airport
GRF|US|47.083|-122.579|112|M0|Gray Army Air Field
GRG|AF|33.617|69.117|204|S0|Gardez Airport
GRH|PG|-10.225|150.55|358|S0|Garuahi Airport
GRI|US|40.967|-98.307|78|M1|Grand Island Airport
GRJ|ZA|-34.001|22.382|22|M1|George Airport
GRK|US|31.062|-97.821|78|M1|Killeen Regional Airport
GRL|PG|-7.95|147.183|358|S0|Garasa Airport
GRM|US|47.838|-90.383|78|S0|Grand Marais/Cook County Airport
GRN|US|42.802|-102.179|85|S0|Gordon Airport
GRO|ES|41.898|2.766|295|M1|Girona-Costa Brava Airport
GRP|BR|-11.667|-49.217|66|S0|Gurupi Airport
GRQ|NL|53.12|6.576|270|M1|Groningen Airport Eelde
GRR|US|42.885|-85.53|86|L1|Gerald R. Ford International Airport
GRS|IT|42.762|11.071|306|M0|Baccarini Airport
GRT|PK|32.667|74.033|206|S0|Gujrat Airport
GRU|BR|-23.426|-46.482|149|L1|Sao Paulo-Guarulhos International Airport
GRV|RU|43.333|45.75|300|M1|Groznyy Airport
GRW|PT|39.091|-28.028|249|M1|Graciosa Island Airport
GRX|ES|37.185|-3.777|295|M1|Granada Airport
GRY|IS|66.548|-18.02|255|S1|Grimsey Airport
GRZ|AT|46.996|15.443|315|L1|Graz Airport
GSA|MY|4.417|115.767|210|S0|Long Pasia Airport
GSB|US|35.339|-77.954|129|M0|Seymour Johnson Air Force Base
GSC|AU|-25.167|115.25|267|S0|Gascoyne Junction Airport
GSE|SE|57.778|11.865|312|M0|Goteborg City Airport
GSH|US|41.583|-85.833|104|S0|Goshen Airport
GSI|GF|4.285|-54.378|76|S0|Grand-Santi Airport
GSJ|GT|13.95|-90.867|98|M0|San Jose
GSL|CA|62.597|-111.544|166|S0|Taltheilei Narrows Airport
GSM|IR|26.758|55.905|238|S1|Dayrestan Airport
GSN|AU|-31.667|137.767|258|S0|Mount Gunson Airport
GSO|US|36.105|-79.937|129|L1|Piedmont Triad International Airport
GSP|US|34.891|-82.217|129|L1|Greenville-Spartanburg International Airport
GSQ|EG|22.583|28.717|12|S0|Sharq El Owainat Airport
GSR|SO|9.543|49.118|38|S0|Gardo Airport
GSS|ZA|-24.947|31.449|22|S0|Sabi Sabi Airport
GST|US|58.423|-135.704|108|M1|Gustavus Airport
GSU|SD|14.033|35.467|25|S0|Gedaref Airport
GSV|RU|51.718|46.168|309|L1|Gagarin International Airport
GTA|SB|-8.767|158.183|341|S1|Gatokae Aerodrom
GTB|MY|2.117|111.7|210|S0|Genting Airport
GTC|TZ|-2.741|31.708|16|S0|Geita Chato Airport
GTE|AU|-13.974|136.46|261|M1|Groote Eylandt Airport
GTF|US|47.482|-111.356|85|M1|Great Falls International Airport
GTG|US|45.783|-92.683|78|S0|Grantsburg Municipal Airport
GTI|DE|54.384|13.325|274|S0|Rugen Airport
GTK|MY|2.6|102.917|210|M1|Sungei Tekai Airport
GTN|NZ|-43.909|170.129|331|M0|Glentanner Airport
GTO|ID|0.639|122.851|214|S1|Tolotio Airport
GTP|US|42.509|-123.389|112|S0|Grants Pass Airport
GTR|US|33.45|-88.6|78|M1|Golden Triangle Regional Airport
GTS|AU|-20.549|130.347|261|S0|The Granites Airport
GTT|AU|-18.417|143.783|259|S0|Georgetown Airport
GTW|CZ|49.314|17.569|304|S0|Holesov
GTY|US|39.833|-77.233|129|S0|Gettysburg Regional Airport
GTZ|TZ|-2.161|34.226|16|S0|Kirawira B Aerodrome
GUA|GT|14.588|-90.531|98|L1|La Aurora International Airport
GUB|MX|28.026|-114.024|160|S1|Guerrero Negro Airport
GUC|US|38.534|-106.939|85|M1|Gunnison–Crested Butte Regional Airport
GUD|ML|16.358|-3.61|5|S0|Goundam Airport
GUE|PG|-3.583|141.583|358|S0|Guriaso Airport
GUF|US|30.29|-87.673|78|S0|Gulf Shores International Airport
GUG|PG|-8.517|146.9|358|S0|Guari Airport
GUH|AU|-30.95|150.233|268|M0|Gunnedah Airport
GUI|VE|10.567|-62.3|75|M0|Guiria Airport
GUJ|BR|-22.817|-45.217|149|M0|Guaratingueta Airport
GUL|AU|-34.75|149.717|268|M0|Goulburn Airport
GUM|GU|13.493|144.805|342|L1|A.B. Won Pat International Airport
GUO|SO|5.318|45.986|38|M1|Guriel Airport
GUP|US|35.511|-108.787|85|M1|Gallup Municipal Airport
GUQ|VE|9.025|-69.75|75|M0|Guanare Airport
GUR|PG|-10.311|150.339|358|M1|Gurney Airport
GUS|US|40.75|-86.067|104|M0|Grissom Air Force Base
GUT|DE|51.923|8.306|274|S0|Guetersloh Airport
GUU|IS|64.967|-23.167|255|S0|Grundarf Jordur Airport
GUV|PG|-6.283|142.417|358|S0|Mougulu Airport
GUW|KZ|47.123|51.83|181|M1|Atyrau Airport
GUX|IN|24.667|77.317|208|S0|Guna Airport
GUY|US|36.683|-101.508|78|M0|Guymon Municipal Airport
GUZ|BR|-20.65|-40.492|149|S1|Guarapari Airport
GVA|CH|46.23|6.106|319|L1|Geneve Airport
GVE|US|38.133|-78.2|129|S0|Gordonsville Municipal Airport
GVI|PG|-3.967|141.15|358|S0|Green River Airport
GVL|US|34.3|-83.833|129|S0|Lee Gilmer Memorial Airport
GVN|RU|48.927|140.034|244|M0|May-Gatka Airport
GVP|AU|-15.783|144.617|266|S0|Greenvale Airport
GVR|BR|-18.85|-41.933|149|M1|Governador Valadares Airport
GVT|US|33.067|-96.062|78|S0|Majors Field
GVW|US|38.883|-94.533|78|M1|Richards-Gebaur Airport
GVX|SE|60.594|16.955|312|M0|Gestrike Airport
GWA|MM|21|94|246|S0|Gwa Airport
GWD|PK|25.231|62.339|206|M1|Gwadar International Airport
GWE|ZW|-19.436|29.861|21|M0|Gweru-Thornhill Air Base
GWI|NG|6.936|3.7|28|S0|Iperu Gateway International Airport
GWL|IN|26.294|78.23|208|M1|Gwalior Airport
GWN|PG|-6.567|146.25|358|S0|Gnarowein Airport
GWO|US|33.495|-90.089|78|M0|Leflore Airport
GWS|US|39.583|-107.414|85|S0|Glenwood Springs Municipal
GWT|DE|54.915|8.343|274|M1|Westerland - Sylt Airport
GWV|US|39.949|-80.759|129|S0|Glendale Fokker Airport
GWY|IE|53.3|-8.941|281|S0|Galway Airport
GXA|ID|-0.943|114.894|223|S0|Beringin Airport
GXF|YE|15.962|48.787|175|M1|Seiyun Airport
GXG|AO|-7.783|15.45|31|M1|Negage Airport
GXH|CN|34.811|102.645|232|M1|Gannan Xiahe Airport
GXQ|CL|-45.589|-72.099|147|M0|Ten. Vidal Airport
GXX|CM|10.358|15.238|18|S0|Yagoua Airport
GXY|US|40.428|-104.637|85|S0|Greeley-Weld County Airport
GYA|BO|-10.83|-65.362|110|S1|Guayaramerin Airport
GYB|AU|-21.14|118.693|267|S0|Wodgina Airport
GYD|AZ|40.462|50.05|184|L1|Heydar Aliyev International Airport
GYE|EC|-2.143|-79.88|99|L1|Jose Joaquin de Olmedo Airport
GYG|RU|62.107|129.543|245|M0|Magan Airport
GYI|RW|-1.678|29.259|26|M0|Gisenyi Airport
GYL|AU|-16.639|128.45|267|S0|Argyle Airport
GYM|MX|27.97|-110.922|103|M1|Gen Jose Maria Yanez International Airport
GYN|BR|-16.633|-49.227|149|L1|Goiania Santa Genoveva Airport
GYO|ID|3.946|97.359|201|S0|Blangkejeren Airport
GYP|AU|-26.183|152.633|259|S0|Gympie Airport
GYR|US|33.427|-112.367|135|S0|Phoenix Goodyear Airport
GYS|CN|32.395|105.7|232|M1|Guang Yuan Airport
GYU|CN|36.075|106.218|232|M1|Guyuan Liupanshan Airport
GYY|US|41.617|-87.417|78|S0|Gary/Chicago International Airport
GYZ|AU|-28.034|123.814|267|S1|Gruyere Mine Airport
GZA|PS|31.246|34.276|197|S0|Yasser Arafat Intl
GZG|CN|31.758|99.554|232|S1|Garze (Ganzi) Gesar Airport
GZI|AF|33|68.417|204|S0|Ghazni Airport
GZL|US|35.288|-95.094|78|S0|Stigler Regional Airport
GZM|MT|36.042|14.208|296|M1|Gozo Airport
GZN|US|32.361|-99.024|78|S0|Gregory M Simmons Memorial Airport
GZO|SB|-8.117|156.833|341|S1|Nusatupe Airport
GZP|TR|36.299|32.301|286|M1|Gazipasa Airport
GZT|TR|36.945|37.474|286|M1|Gaziantep Airport
GZW|IR|36.233|50.033|238|M0|Ghazvin Airport
HAA|NO|70.467|22.15|301|S1|Hasvik Airport
HAB|US|34.15|-88.1|78|S0|Marion County Airport
HAC|JP|33.118|139.781|240|M1|Hachijo Jima Airport
HAD|SE|56.681|12.815|312|M1|Halmstad Airport
HAF|US|37.467|-122.433|112|S0|Half Moon Bay Airport
HAH|KM|-11.535|43.274|324|M1|Prince Said Ibrahim International Airport
HAI|US|41.95|-85.633|86|S0|Dr. Haines Airport
HAJ|DE|52.459|9.695|274|L1|Hannover Airport
HAK|CN|19.942|110.457|232|L1|Haikou Meilan International Airport
HAL|NA|-19.031|16.458|49|S1|Halali Airport
HAM|DE|53.631|10.006|274|L1|Hamburg Airport
HAN|VN|21.214|105.803|198|L1|Noi Bai International Airport
HAO|US|39.361|-84.518|129|S0|Butler County Regional Airport
HAP|AU|-20.335|148.847|259|M1|Long Island Seaplane Base
HAQ|MV|6.748|73.168|326|M1|Hanimaadhoo Airport
HAR|US|40.219|-76.852|129|S0|Capital City Airport (Pennsylvania)
HAS|SA|27.438|41.69|228|M1|Hail Airport
HAT|AU|-19.721|140.583|259|S0|Heathlands Airport
HAU|NO|59.345|5.216|301|M1|Haugesund Airport
HAV|CU|22.998|-82.408|102|L1|Jose Marti International Airport
HAW|GB|51.8|-4.967|293|M0|Haverfordwest Airport
HAX|US|35.75|-95.417|78|M1|Hatbox Field
HAY|CO|8.3|-73.756|70|S0|Hacaritama Airport
HAZ|PG|-4.433|145.183|358|S0|Hatzfeldthaven Airport
HBA|AU|-42.837|147.505|263|L1|Hobart International Airport
HBB|US|32.7|-103.133|85|S0|Industrial Airpark
HBC|US|57.5|-135.917|151|M1|Hanus Bay Airport
HBD|PG|-6.333|142.498|358|S0|Habi Airport
HBE|EG|30.932|29.696|12|M1|Borg El Arab Airport
HBG|US|31.317|-89.267|78|M0|Bobby L. Chain Municipal Airport
HBH|US|57.408|-133.467|108|S0|Hobart Bay Airport
HBI|BS|25.517|-76.6|128|M1|Harbour Island Airport
HBK|US|34.941|-110.139|135|S0|Holbrook Municipal
HBN|VN|12|106|198|M1|Phu-bon Airport
HBO|US|40.167|-95.95|78|M1|Humboldt Municipal Airport
HBQ|CN|38.012|100.644|232|S1|Haibei Qilian Airport
HBR|US|35.017|-99.1|78|M0|Hobart Airport
HBT|LK|6.124|81.103|190|S1|Hambantota Seaplane Base
HBU|MN|46.102|91.586|241|S0|Bulgan Airport, Khovd
HBX|IN|15.36|75.086|208|M1|Hubli Airport
HCA|US|32.304|-101.434|78|S0|Big Spring McMahon–Wrinkle Airport
HCB|US|55.45|-131.283|151|M1|Shoal Cove Airport
HCC|US|42.293|-73.711|129|S0|Columbia County Airport
HCJ|CN|24.784|107.7|232|M1|Hechi Jinchengjiang Airport
HCM|SO|8.104|49.82|38|S0|Eyl Airport
HCN|TW|21.04|120.733|235|M0|Hengchun Airport
HCQ|AU|-18.232|127.669|267|M0|Halls Creek Airport
HCR|US|62.191|-159.773|51|M1|Holy Cross Airport
HCW|US|34.7|-79.883|129|S0|Cheraw Municipal Airport
HCZ|CN|25.751|112.846|232|M1|Chenzhou Beihu Airport
HDA|US|57.2|-134.85|151|M1|Hidden Falls Airport
HDB|DE|49.417|8.7|274|L0|Heidelberg Airport
HDD|PK|25.322|68.364|206|S1|Hyderabad Airport
HDE|US|40.433|-99.383|78|S0|Brewster Field
HDF|DE|53.878|14.138|274|M1|Heringsdorf Airport
HDG|CN|36.526|114.425|232|M1|Handan Airport
HDH|US|21.577|-158.191|343|S0|Dillingham Airfield
HDK|MV|6.631|73.067|326|S1|Kulhudhuffushi Airport
HDM|IR|34.867|48.537|238|M1|Hamadan Airport
HDN|US|40.485|-107.221|85|M1|Yampa Valley Airport
HDO|IN|28.706|77.342|208|S1|Hindon Airport
HDR|IR|27.05|56.167|238|S0|Havadarya Airport
HDS|ZA|-24.35|30.95|22|S1|Hoedspruit Airport
HDY|TH|6.937|100.394|185|L1|Hat Yai International Airport
HEA|AF|34.213|62.226|204|M1|Herat International Airport
HEB|MM|17.633|95.467|246|S0|Hinthada Airport
HED|US|55.833|-160.833|51|S0|Herendeen Airport
HEE|US|34.533|-90.6|78|S0|Thompson-Robbins Airport
HEH|MM|20.744|96.793|246|S1|Heho Airport
HEI|DE|54.156|8.903|274|S1|Heide-Buesum Airport
HEK|CN|50.217|127.433|232|M1|Heihe Aihui Airport
HEL|FI|60.318|24.966|284|L1|Helsinki-Vantaa Airport
HEM|FI|60.255|25.043|284|M0|Helsinki Malmi Airport
HEN|FI|60.148|24.924|284|M1|Hernesaari Heliport
HEO|PG|-9.133|147.583|358|S0|Haelogo Airport
HER|GR|35.337|25.174|272|L1|Heraklion Airport N. Kazantzakis
HES|US|45.85|-119.283|112|S0|State Airport
HET|CN|40.855|111.814|232|L1|Hohhot Baita International Airport
HEV|ES|37.267|-6.95|295|M1|Huelva Airport
HEW|CN|29.126|120.243|232|S0|Dongyang Hengdian General Airport
HEY|US|31.346|-85.654|78|M1|Hanchey Army Heliport
HEZ|US|31.615|-91.296|78|S0|Hardy-Anders Airport
HFA|IL|32.811|35.045|203|M1|Haifa Airport
HFD|US|41.733|-72.65|129|M0|Hartford–Brainard Airport
HFE|CN|31.987|116.973|232|L1|Hefei Xinqiao International Airport
HFF|US|35.033|-79.567|129|S0|Mackall Army Air Field
HFN|IS|64.283|-15.267|255|M1|Hornafjordur Airport
HFS|SE|60.017|13.569|312|S1|Hagfors Airport
HFT|NO|70.68|23.676|301|M1|Hammerfest Airport
HGA|SO|9.516|44.092|38|M1|Hargeisa Airport
HGD|AU|-20.819|144.224|259|S1|Hughenden Airport
HGE|VE|10.464|-66.095|75|S0|Higuerote Airport
HGH|CN|30.237|120.432|232|L1|Hangzhou Xiaoshan International Airport
HGI|IN|26.97|93.665|208|S1|Itanagar Hollongi Airport
HGL|DE|54.187|7.917|274|S1|Helgoland Airport
HGN|TH|19.3|97.975|185|M1|Mae Hong Son Airport
HGO|CI|9.389|-5.554|0|M1|Korhogo Airport
HGR|US|39.708|-77.73|129|M1|Hagerstown Regional Airport
HGS|SL|8.393|-13.13|19|S0|Hastings Airport (Sierra Leone)
HGT|US|35.967|-121.15|112|M1|Hunter Army Air Field
HGU|PG|-5.829|144.297|358|M1|Mount Hagen Airport
HGZ|US|66.192|-155.669|51|S0|Hogatza Airport
HHE|JP|40.549|141.471|240|M0|Hachinohe Airport
HHH|US|32.223|-80.697|129|M1|Hilton Head Airport
HHI|US|21.48|-158.036|343|S0|Wheeler Air Force Base
HHN|DE|49.948|7.264|274|L1|Frankfurt - Hahn Airport
HHP|HK|22.291|114.149|199|M1|Sheung Wan Heliport
HHQ|TH|12.627|99.951|185|M1|Hua Hin Airport
HHR|US|33.922|-118.335|112|M1|Hawthorne Municipal Airport
HHZ|PF|-17.548|-142.613|361|S1|Hikueru
HIA|CN|33.788|119.128|232|M1|Huai'an Lianshui Airport
HIB|US|47.389|-92.839|78|M1|Chisholm Airport
HID|AU|-10.583|142.283|259|M1|Horn Island Airport
HIE|US|44.366|-71.549|129|S0|Whitefield Regional Airport
HIF|US|41.217|-111.967|85|M0|Hill Air Force Base
HIG|AU|-16.417|143.15|259|S0|Highbury Airport
HIH|AU|-20.167|148.95|259|M1|Hook Island Airport
HII|US|34.57|-114.36|135|M0|Lake Havasu City Municipal Airport
HIJ|JP|34.436|132.919|240|L1|Hiroshima Airport
HIK|US|21.329|-157.938|343|S0|Hickam Air Force Base
HIL|ET|6.083|44.767|2|S1|Shillavo Airport
HIM|LK|8.05|80.971|190|M0|Hingurakgoda Airport
HIN|KR|35.093|128.087|231|M1|Sacheon Airport
HIO|US|45.517|-122.983|112|M0|Portland Hillsboro Airport
HIP|AU|-21.317|138.283|259|S0|Headingly Airport
HIR|SB|-9.429|160.048|341|L1|Honiara International Airport
HIS|AU|-20.067|148.867|264|M1|Hayman Island Airport
HIT|PG|-6.933|143.067|358|S0|Haivaro Airport
HIW|JP|34.367|132.414|240|S0|Hiroshimanishi Airport
HJB|CN|42.977|83.973|232|S1|Hejing Bayinbuluke Airport
HJJ|CN|27.441|109.7|232|M1|Zhijiang Airport
HJR|IN|24.819|79.916|208|M1|Khajuraho Airport
HJT|MN|46.9|102.767|241|S0|Khujirt Airport
HKA|US|35.933|-89.917|78|S0|Blytheville Municipal Airport
HKB|US|63.867|-148.967|51|S0|Healy Lake Airport
HKD|JP|41.776|140.816|240|M1|Hakodate Airport
HKG|HK|22.308|113.918|199|L1|Hong Kong International Airport
HKK|NZ|-42.715|170.983|331|M1|Hokitika Airport
HKN|PG|-5.457|150.403|358|M1|Hoskins Airport
HKR|KE|-1.145|35.124|40|S0|Mara North Airport
HKS|US|32.334|-90.222|78|S0|Hawkins Field
HKT|TH|8.108|98.306|185|L1|Phuket International Airport
HKV|BG|41.933|25.55|311|S0|Haskovo Airport
HKY|US|35.739|-81.392|129|M0|Hickory Airport
HLA|ZA|-25.936|27.926|22|M1|Lanseria International Airport
HLB|US|39.3|-85.217|104|S0|Hillenbrand Airport
HLC|US|39.367|-99.85|78|S0|Hill City Airport
HLD|CN|49.21|119.818|232|M1|Hulunbuir Hailar Airport
HLE|SH|-15.959|-5.646|256|S1|Saint Helena Airport
HLF|SE|57.526|15.828|312|S0|Hultsfred Airport
HLG|US|40.183|-80.65|129|M0|Ohio County Airport
HLH|CN|46.193|122.001|232|S1|Ulanhot Airport
HLI|US|36.85|-121.4|112|S0|Hollister Municipal Airport
HLJ|LT|56.071|23.558|316|S0|Barysiai Airport
HLL|AU|-21.783|119.333|267|S0|Hillside Airport
HLM|US|42.783|-86.117|86|S0|Park Township Airport
HLN|US|46.611|-111.99|85|M1|Helena Regional Airport
HLP|ID|-6.268|106.89|201|M1|Halim Perdanakusuma Airport
HLR|US|31.117|-97.733|78|S0|Fort Hood Army Airfield
HLS|AU|-41.267|148.25|263|S0|St. Helens Airport
HLT|AU|-37.65|142.061|266|M0|Hamilton Airport
HLU|NC|-21.033|166.067|354|M1|Houailou Airport
HLV|AU|-15.683|145.2|259|S0|Helenvale Airport
HLW|ZA|-28.017|32.25|22|S0|Hluhluwe Airport
HLY|GB|53.3|-4.633|293|M1|Holyhead Airport
HLZ|NZ|-37.866|175.336|331|M1|Hamilton International Airport
HMA|RU|61.026|69.097|247|M1|Khanty-Mansiysk Airport
HMB|EG|26.339|31.737|12|M1|Sohag International Airport
HME|DZ|31.675|6.145|3|M1|Oued Irara Airport
HMG|AU|-23.95|132.75|261|S0|Hermannsburg Airport
HMI|CN|42.917|93.417|232|M1|Hami Airport
HMJ|UA|49.417|27|290|M0|Khmelnitskiy Airport
HMN|US|32.9|-105.95|85|M0|Holloman Air Force Base
HMO|MX|29.09|-111.052|103|L1|General Ignacio Pesqueira García International Airport
HMR|NO|60.8|11.117|301|S0|Hamar Airport
HMS|ID|-1.025|114.928|223|S1|Haji Muhammad Sidik Airport
HMT|US|33.733|-117.025|112|S0|Ryan Field
HMV|SE|65.728|15.273|312|S1|Hemavan Tarnaby Airport
HMY|KR|36.717|126.567|231|S0|Seosan
HNA|JP|39.427|141.131|240|M1|Hanamaki Airport
HNB|US|38.3|-86.95|104|S0|Huntingburg Municipal Airport
HNC|US|35.217|-75.7|129|S0|Hatteras Airport
HND|JP|35.549|139.785|240|L1|Haneda Airport
HNG|NC|-20.667|164.9|354|M1|Hienghene Airport
HNH|US|58.099|-135.412|108|S1|Hoonah Airport
HNI|PG|-7.4|146.467|358|S0|Heiweni Airport
HNL|US|21.326|-157.922|343|L1|Daniel K. Inouye International Airport
HNM|US|20.796|-156.019|343|M1|Hana Airport
HNN|PG|-6.247|142.176|358|S0|Honinabi Airport
HNS|US|59.246|-135.529|108|M1|Haines Municipal Airport
HNX|US|41.833|-106.5|85|M1|Hanna Airport
HNY|CN|26.724|112.618|232|S1|Hengyang Nanyue Airport
HOA|KE|-1.52|40.004|40|S0|Hola Airport
HOB|US|32.689|-103.217|85|M1|Lea County Airport
HOC|PG|-7.398|145.883|358|S0|Komako Airport
HOD|YE|14.756|42.97|175|S1|Hodeidah Airport
HOE|LA|20.261|100.437|243|S0|Ban Houeisay Airport
HOF|SA|25.295|49.487|228|M1|Al-Ahsa Airport
HOG|CU|20.785|-76.315|102|M1|Frank Pais Airport
HOH|AT|47.383|9.7|315|S0|Hohenems Airport
HOI|PF|-18.062|-140.965|361|M1|Hao Island Airport
HOK|AU|-18.335|130.632|261|S1|Hooker Creek Airport
HOL|US|62.867|-159.65|51|M1|Holikachu Airport
HOM|US|59.643|-151.493|51|M1|Homer Airport
HON|US|44.384|-98.226|78|M0|Howes Airport
HOO|VN|12.01|107.688|198|S0|Nhon Co Airport
HOP|US|36.672|-87.489|78|M0|Campbell Army Airfield
HOQ|DE|50.289|11.862|274|M0|Hof–Plauen Airport
HOR|PT|38.52|-28.717|249|M1|Horta Airport
HOS|AR|-37.445|-70.222|59|S0|Chos Malal Airport
HOT|US|34.479|-93.096|78|M1|Memorial Field
HOU|US|29.655|-95.277|78|L1|William P. Hobby Airport
HOV|NO|62.18|6.079|301|M1|Orsta–Volda Airport
HOX|MM|24.899|94.915|246|S0|Homalin Airport
HOY|GB|58.833|-3.3|293|S0|Hoy Island Airport
HPA|TO|-19.779|-174.341|363|M1|Salote Pilolevu Airport
HPB|US|61.525|-166.146|51|S1|Hooper Bay Airport
HPE|AU|-14.667|144.917|259|S0|Hope Vale Airport
HPG|CN|31.633|110.338|232|M1|Shennongjia Hongping Airport
HPH|VN|20.823|106.727|198|M1|Cat Bi International Airport
HPN|US|41.069|-73.704|129|L1|Westchester County Airport
HPR|ZA|-25.655|28.216|22|M1|Pretoria Central Heliport
HPT|US|42.75|-93.2|78|S0|Hampton Municipal Airport
HPV|US|22.21|-159.445|343|S0|Princeville Airport
HPY|US|29.774|-94.959|78|S0|Baytown Airport
HQL|CN|37.663|75.292|242|S1|Tashkurgan Khunjerab Airport
HQM|US|46.971|-123.936|112|M0|Bowerman Airport
HQQ|CN|35.871|114.462|232|S1|Anyang Hongqiqu Airport
HRA|PK|34.333|73.2|206|S0|Mansehra Airport
HRB|CN|45.621|126.236|232|L1|Harbin Taiping International Airport
HRC|KZ|48.467|70.467|176|S0|Zhairem Airport
HRE|ZW|-17.919|31.099|21|L1|Robert Gabriel Mugabe International Airport
HRF|MV|6.981|72.896|326|S1|Hoarafushi Airport
HRG|EG|27.189|33.806|12|L1|Hurghada International Airport
HRH|IN|27.859|78.149|208|S1|Aligarh Airport
HRI|LK|6.284|81.124|190|L1|Mattala Rajapaksa International Airport
HRK|UA|49.921|36.281|290|M1|International Airport Kharkiv
HRL|US|26.223|-97.662|78|M1|Valley International Airport
HRM|DZ|33.934|3.301|3|M0|Tilrempt Airport
HRN|AU|-23.433|151.917|259|M1|Heron Island Heliport
HRO|US|36.264|-93.154|78|M1|Boone County Airport
HRR|CO|3.217|-75.85|70|S0|Herrera Airport
HRS|ZA|-26.233|29.1|22|M0|Harrismith Airport
HRT|GB|54.049|-1.253|293|L0|RAF Linton-On-Ouse
HRY|AU|-24.583|133.25|261|S0|Henbury Airport
HRZ|BR|-27.638|-54.341|149|S0|Horizontina Airport
HSA|KZ|43.311|68.55|176|M1|Hazrat Sultan International Airport (HSIA)
HSB|US|37.733|-88.533|78|S0|Raleigh Airport
HSC|CN|24.979|113.421|232|M1|Shaoguan Danxia Airport
HSF|CN|44.454|130.843|232|S0|Suifenhe Dongning Airport
HSG|JP|33.154|130.303|240|M1|Saga Airport
HSH|US|35.973|-115.134|112|S0|Henderson Executive Airport
HSI|US|40.606|-98.427|78|S0|Hastings Airport
HSJ|CN|34.842|113.274|232|S0|Zhengzhou Shangjie Airport
HSK|ES|42.081|-0.323|295|S0|Huesca-Pirineos Airport
HSL|US|65.703|-156.375|51|M1|Huslia Airport
HSM|AU|-36.667|142.167|266|M0|Horsham Airport
HSN|CN|29.935|122.357|232|M1|Zhoushan Airport
HSP|US|37.951|-79.834|129|S0|Ingalls Field
HSR|IN|22.388|71.028|208|L0|Hirasar Airport
HSS|IN|29.167|75.8|208|M1|Maharaja Agrasen International Airport
HST|US|25.483|-80.483|129|M0|Homestead Air Force Base
HSV|US|34.649|-86.775|78|L1|Huntsville International Airport
HSZ|TW|24.817|120.933|235|M0|Hsinchu Airport
HTA|RU|52.033|113.3|245|M1|Chita Airport
HTB|GP|15.717|-61.633|97|M1|Terre-de-Bas Airport
HTF|US|42.382|-77.682|129|S0|Hornell Municipal Airport
HTG|RU|71.976|102.478|209|M1|Hatanga Airport
HTH|US|38.533|-118.633|112|S0|Hawthorne Airport
HTI|AU|-20.352|148.948|264|M1|Hamilton Island Airport
HTL|US|44.448|-84.711|86|S0|Roscommon County–Blodgett Memorial Airport
HTM|MN|50.45|100.167|241|S0|Khatgal Airport
HTN|CN|37.04|79.872|232|M1|Hotan Airport
HTO|US|40.96|-72.252|129|S0|East Hampton
HTR|JP|24.05|123.8|240|S0|Hateruma Airport
HTS|US|38.367|-82.556|129|M1|Huntington Tri-State Airport
HTT|CN|38.256|90.83|232|M1|Huatugou Airport
HTU|AU|-35.7|142.367|266|M0|Hopetoun Airport
HTV|US|30.717|-95.55|78|M0|Bruce Brothers Regional
HTW|US|38.419|-82.494|129|S0|Lawrence County Airpark
HTY|TR|36.365|36.281|286|M1|Hatay Airport
HTZ|CO|6.033|-72.633|70|S0|Hato Corozal Airport
HUA|US|34.733|-86.583|78|M0|Redstone Army Air Field
HUB|AU|-16.5|130.75|261|S0|Humbert River Airport
HUC|PR|18.135|-65.798|139|S0|Humacao Airport
HUD|US|42.733|-94.217|78|S0|Humboldt Municipal Airport (Iowa)
HUE|ET|13.836|36.881|2|S0|Humera Airport
HUF|US|39.454|-87.308|104|M0|Hulman Field
HUG|GT|15.333|-91.467|98|S1|Huehuetenango Airport
HUH|PF|-16.69|-151.028|361|M1|Huahine Airport
HUI|VN|16.398|107.701|198|M1|Phu Bai Airport
HUJ|US|34.017|-95.517|78|S0|Hugo Airport
HUK|BW|-23.983|21.75|20|S0|Hukuntsi Airport
HUL|US|46.133|-67.8|129|M0|Houlton International Airport
HUM|US|29.567|-90.661|78|S0|Houma-Terrebonne Airport
HUN|TW|24.026|121.613|235|M1|Hualien Airport
HUO|CN|45.487|119.407|232|M1|Holingol Huolinhe Airport
HUQ|LY|29.5|15.5|47|S0|Hon Airport
HUS|US|66.041|-154.263|51|S1|Hughes Municipal Airport
HUT|US|38.068|-97.861|78|M0|Hutchinson Municipal Airport (Kansas)
HUU|PE|-9.867|-76.217|111|M1|Huanuco Airport
HUV|SE|61.767|17.084|312|L0|Hudiksvall Airport
HUW|BR|-7.538|-63.07|138|S0|Humaita Airport
HUX|MX|15.768|-96.236|122|M1|Bahias De Huatulco International Airport
HUY|GB|53.583|-0.349|293|M1|Humberside Airport
HUZ|CN|23.05|114.597|232|M1|Huizhou Airport
HVA|MG|-14.633|47.767|320|M0|Analalava Airport
HVB|AU|-25.32|152.885|259|M1|Hervey Bay Airport
HVD|MN|48.017|91.65|241|M1|Khovd Airport
HVE|US|38.367|-110.717|85|S0|Hanksville Intermediate Airport
HVG|NO|70.983|25.833|301|M1|Honningsvag Airport, Valan
HVK|IS|65.7|-22.467|255|S0|Holmavik Airport
HVM|IS|65.417|-21|255|M1|Hvammstangi Airport
HVN|US|41.265|-72.888|129|M1|Tweed–New Haven Regional Airport
HVR|US|48.544|-109.761|85|M1|Havre City County Airport
HVS|US|34.383|-80.067|129|S0|Hartsville Municipal Airport
HWA|PG|-7.433|145.967|358|S0|Hawabango Airport
HWD|US|37.654|-122.113|112|S0|Hayward Executive Airport
HWI|US|58.118|-134.754|108|S0|Hawk Inlet Sea Plane Base
HWK|AU|-31.717|138.417|258|S0|Hawker Wilpena Pound Airport
HWN|ZW|-19.363|26.518|21|M0|Hwange National Park Airport
HWO|US|26.002|-80.239|129|S0|North Perry Airport
HWR|IN|30.747|75.632|208|S0|Ludhiana Halwara International Airport
HXD|CN|37.125|97.269|232|S1|Delingha Airport
HXX|AU|-34.517|144.833|268|M0|Hay Airport
HYA|US|41.666|-70.281|129|L1|Cape Cod Gateway Airport
HYC|GB|51.617|-0.75|293|S0|Wycombe Air Park
HYD|IN|17.234|78.43|208|L1|Rajiv Gandhi International Airport
HYF|PG|-3.633|143.05|358|S0|Hayfields Airport
HYG|US|55.207|-132.827|121|S1|Hydaburg Sea Plane Base
HYI|US|29.986|-97.997|78|S0|San Marcos Municipal
HYL|US|55.491|-132.622|151|S1|Hollis Seaplane Base
HYN|CN|28.558|121.417|232|M1|Luqiao Airport
HYR|US|46.024|-91.444|78|M0|Hayward Municipal Airport
HYS|US|38.846|-99.274|78|M1|Hays Municipal Airport
HYV|FI|60.654|24.884|284|S0|Hyvinkaa Airport
HZA|CN|35.213|115.737|232|M1|Heze Mudan Airport
HZB|FR|50.617|2.65|302|M0|Merville/Calonne Airport
HZG|CN|33.063|107.008|232|S1|Hanzhong Airport
HZH|CN|26.32|109.154|232|M1|Liping Airport
HZK|IS|65.956|-17.42|255|M1|Husavik Airport
HZL|US|40.986|-75.991|129|S0|Hazleton Airport
HZP|CA|57.382|-111.701|88|S0|Fort MacKay/Horizon Airport
HZU|CN|30.677|104.529|232|M0|Chengdu Huaizhou Airport
HZV|ZA|-25.067|31.131|22|S0|Hazyview Airport
IAA|RU|67.433|86.633|209|M1|Igarka Airport
IAB|US|37.681|-97.276|78|M0|McConnell Air Force Base
IAD|US|38.953|-77.448|129|L1|Washington Dulles International Airport
IAG|US|43.1|-78.95|129|M1|Niagara Falls International Airport
IAH|US|29.983|-95.34|78|L1|George Bush Intercontinental Airport
IAL|BR|-16.278|-42.372|149|S0|Aeroporto Municipal de Salinas
IAM|DZ|28.051|9.638|3|M1|In Amenas Airport
IAN|US|66.975|-160.441|51|M1|Bob Baker Memorial Airport
IAO|PH|9.859|126.014|215|S1|Sayak Airport
IAQ|IR|28.933|50.833|238|S0|Bahregan Airport
IAR|RU|57.56|40.161|300|S0|Tunoshna Airport
IAS|RO|47.177|27.617|277|M1|Iasi Airport
IAU|PG|-9.783|148.1|358|S0|Iaura Airport
IBA|NG|7.36|3.976|28|M1|Ibadan Airport
IBB|EC|-0.943|-90.953|99|S1|General Villamil Airport
IBE|CO|4.424|-75.139|70|M1|Ibague Airport
IBI|PG|-5.553|149.19|358|S0|Iboki Airport
IBL|MZ|-21.707|35.452|35|M0|Indigo Bay Lodge
IBM|AU|-21.288|118.883|267|S0|Iron Bridge Airport
IBO|MZ|-12.333|40.583|35|S0|Ibo Airport
IBP|PE|-11.367|-69.583|111|M0|Iberia Airport
IBR|JP|36.182|140.415|240|M1|Ibaraki Airport
IBZ|ES|38.877|1.368|295|L1|Ibiza Airport
ICA|VE|4.333|-61.733|75|S0|Icabaru Airport
ICC|VE|10.8|-64.033|75|S1|A.M. Salazar Marcano
ICI|FJ|-17.744|-179.342|337|S1|Cicia Airport
ICK|SR|6.003|-57.111|134|S0|M. Henk Fernandes Airport
ICL|US|40.733|-95.033|78|S0|Clarinda Municipal Airport
ICN|KR|37.449|126.451|231|L1|Incheon International Airport
ICO|PH|11.46|123.25|215|S0|Sicogon Island Airport
ICS|US|44.494|-116.016|71|S0|Cascade
ICT|US|37.653|-97.429|78|L1|Wichita Dwight D. Eisenhower National Airport
ICY|US|60|-141.25|51|S0|Icy Bay Airport
IDA|US|43.515|-112.068|71|M1|Idaho Falls Regional Airport
IDB|SE|61.867|12.683|312|S0|Idre Airport
IDC|MZ|-22.181|35.522|35|S0|Chilonzuine Island
IDF|CD|-5.033|19.6|27|S0|Idiofa Airport
IDG|US|42.35|-95.467|78|S0|Ida Grove Municipal Airport
IDH|US|45.943|-116.123|112|S0|Idaho Co
IDI|US|40.617|-79.15|129|S0|Indiana Airport
IDK|AU|-26.967|133.325|258|S0|Indulkana Airport
IDN|PG|-6.2|147.25|358|S0|Indagen Airport
IDO|BR|-11.567|-50.667|66|S0|Santa Isabel do Morro Airport
IDP|US|37.233|-95.7|78|S0|Independence Municipal Airport (Kansas)
IDR|IN|22.727|75.808|208|M1|Devi Ahilya Bai Holkar Airport
IDY|FR|46.718|-2.389|302|S1|Ile 'd' Yeu Airport
IEG|PL|51.137|15.78|317|M1|Zielona Gora-Babimost Airport
IEJ|JP|26.724|127.789|240|M0|Iejima Airport
IES|DE|51.3|13.283|274|S0|Riesa Airport
IEV|UA|50.402|30.451|290|M1|Kyiv International Airport
IFA|US|42.517|-93.267|78|S0|Iowa Falls Airport
IFF|AU|-18.9|141.217|259|S0|Iffley Airport
IFH|IR|33.042|51.669|238|S0|Hesa AFB
IFJ|IS|66.06|-23.133|255|M1|Isafjordur Airport
IFL|AU|-17.55|146.017|259|S0|Innisfail Airport
IFN|IR|32.746|51.876|238|M1|Isfahan International Airport
IFO|UA|48.888|24.708|290|M1|Ivano-Frankovsk Airport
IFP|US|35.158|-114.558|135|M0|Laughlin Bullhead International Airport
IFU|MV|5.708|73.025|326|S0|Ifuru Airport
IGA|BS|20.983|-73.667|128|M1|Inagua Airport
IGB|AR|-41.3|-69.583|54|S0|Ingeniero Jacobacci Airport
IGD|TR|39.974|43.88|286|M1|Igdir Airport
IGE|GA|-1.917|9.317|29|S0|Iguela Airport
IGG|US|59.317|-155.9|51|S1|Igiugig Airport
IGH|AU|-18.717|146.167|259|S0|Ingham Airport
IGL|TR|38.319|27.159|286|M0|Cigli Military Airport
IGM|US|35.257|-113.94|135|M0|Kingman Airport
IGN|PH|8.131|124.214|215|S0|Maria Cristina Airport
IGO|CO|7.682|-76.687|70|S0|Chigorodo Airport
IGR|AR|-25.732|-54.476|54|M1|Cataratas del Iguazu International Airport
IGS|DE|48.722|11.537|274|M0|Ingolstadt Manching Airport
IGT|RU|43.322|45.013|300|M1|Magas Airport
IGU|BR|-25.598|-54.489|149|M1|Cataratas International Airport
IHA|JP|33.917|133.267|240|M1|Niihama Airport
IHC|MZ|-26|32.933|35|S0|Inhaca Airport
IHN|YE|15.05|50.05|175|S0|Qishn Airport
IHO|MG|-22.417|46.117|320|S0|Ihosy Airport
IHR|IR|27.228|60.718|238|M0|Iran Shahr Airport
IHU|PG|-7.9|145.383|358|S1|Ihu Airport
IIA|IE|53.083|-9.533|281|S1|Inishmaan Airport
IIL|IR|33.617|46.444|238|M0|Ilam
IIN|JP|30.717|130.983|240|M1|Nishinoomote Airport
IIS|PG|-4.333|154.342|358|S0|Nissan Island Airport
IJK|RU|56.83|53.457|307|M1|Izhevsk Airport
IJU|BR|-28.417|-53.917|149|S0|J. Batista Bos Filho Airport
IJX|US|39.774|-90.237|78|S0|Jacksonville Municipal Airport
IKA|IR|35.409|51.155|238|L1|Imam Khomeini International Airport
IKB|US|36.15|-81.15|129|S0|Wilkes County Airport
IKE|GL|70.498|-51.303|93|M1|Ikerasak Heliport
IKG|KG|42.508|78.408|187|S1|Karakol International Airport
IKI|JP|33.746|129.788|240|M1|Iki Airport
IKK|US|41.383|-88.25|78|M0|Greater Kankakee Airport
IKL|CD|-1.667|23.667|27|S0|Ikela Airport
IKO|US|52.942|-168.85|51|S1|Nikolski Air Force Station
IKP|AU|-16.25|141.5|259|S0|Inkerman Airport
IKS|RU|71.7|128.9|245|M1|Tiksi Airport
IKT|RU|52.273|104.356|200|L1|Irkutsk International Airport
IKU|KG|42.588|76.713|187|M1|Issyk-Kul International Airport
IKW|US|43.663|-84.261|86|S0|Jack Barstow Municipal Airport
ILA|ID|-3.833|137.583|202|S0|Illaga Airport
ILB|BR|-20.333|-51.333|73|M1|Ilha Solteira Airport
ILD|ES|41.727|0.539|295|M1|Lleida-Alguaire Airport
ILE|US|31.086|-97.687|78|S0|Killeen Municipal Airport
ILF|CA|56.067|-95.617|165|S1|Ilford Airport
ILG|US|39.678|-75.608|129|M1|New Castle Airport
ILH|DE|49.474|10.388|274|S0|Illesheim
ILI|US|59.756|-154.909|51|M1|Iliamna Airport
ILK|MG|-20.333|47.167|320|S0|Ilaka Airport
ILL|US|45.118|-95.131|78|S0|Willmar Municipal Airport
ILM|US|34.267|-77.911|129|L1|Wilmington International Airport
ILN|US|39.433|-83.791|129|M0|Wilmington Airpark
ILO|PH|10.833|122.493|215|L1|Iloilo International Airport
ILP|NC|-22.59|167.447|354|M1|Ile Des Pins Airport
ILQ|PE|-17.695|-71.344|111|M1|Ilo Airport
ILR|NG|8.436|4.494|28|M1|Ilorin International Airport
ILS|SV|13.767|-89.206|90|M1|Ilopango International Airport
ILU|KE|-2.906|38.072|40|S0|Kilaguni Airport
ILX|PG|-5.492|145.802|358|S0|Ileg Airport
ILY|GB|55.682|-6.254|293|M1|Islay Airport
ILZ|SK|49.233|18.767|275|M0|Zilina Airport
IMA|PG|-9.504|150.528|358|S0|Iamalele Airport
IMB|GY|5.717|-60.283|100|S0|Imbaimadai Airport
IMD|PG|-3.433|141.2|358|S0|Imonda Airport
IMF|IN|24.765|93.897|208|M1|Imphal Airport
IMG|MZ|-18.433|35|35|S0|Inhaminga Airport
IMI|MH|6.983|171.617|348|S0|Ine Island Airport
IMK|NP|29.967|81.817|207|S1|Simikot Airport
IML|US|40.517|-101.65|85|S0|Imperial Airport
IMM|US|26.417|-81.417|129|S0|Immokalee Airport
IMN|PG|-6.7|146.083|358|S0|Imane Airport
IMO|CF|5.033|25.083|6|S0|Zemio Airport
IMP|BR|-5.532|-47.481|66|M1|Imperatriz Airport
IMQ|IR|39.193|44.925|238|M0|Maku International Airport
IMT|US|45.816|-88.114|119|M1|Ford Airport
IMZ|AF|31.1|62.933|204|M1|Nimroz Airport
INA|RU|66.056|60.111|300|M0|Inta Airport
INB|BZ|16.536|-88.438|67|S0|Independence Airport
INC|CN|38.323|106.388|232|L1|Yinchuan Hedong International Airport
IND|US|39.716|-86.293|104|L1|Indianapolis International Airport
INE|MZ|-18.617|36.4|35|S0|Chinde Airport
INF|DZ|19.617|5.867|3|S0|In Guezzam Airport
INH|MZ|-23.874|35.408|35|M1|Inhambane Airport
INI|RS|43.337|21.865|273|M1|Nis Constantine the Great Airport
INJ|AU|-25.883|148.533|259|S0|Injune Airport
INK|US|31.75|-103.15|78|M0|Wink Airport
INL|US|48.563|-93.404|78|M1|Falls International Airport
INM|AU|-27.75|140.733|258|S0|Innamincka Airport
INN|AT|47.257|11.351|315|M1|Innsbruck Airport
INO|CD|-1.95|18.279|27|S1|Inongo Airport
INQ|IE|53.033|-9.433|281|S1|Inisheer Airport
INS|US|36.583|-115.667|112|S0|Creech AFB
INT|US|36.135|-80.226|129|M0|Smith Reynolds Airport
INU|NR|-0.533|166.917|351|M1|Nauru Island International Airport
INV|GB|57.539|-4.064|293|M1|Inverness Airport
INW|US|35.024|-110.725|135|M0|Winslow Airport
INX|ID|-2.167|132.233|202|S0|Inanwatan Airport
INY|ZA|-24.783|31.383|22|S0|Inyati Airport
INZ|DZ|27.251|2.512|3|M1|In Salah Airport
IOA|GR|39.697|20.826|272|M1|Ioannina Airport
IOK|PG|-8.4|146.267|358|S0|Iokea Airport
IOM|IM|54.087|-4.633|285|M1|Isle of Man Airport
ION|CG|1.613|18.062|10|S0|Impfondo Airport
IOP|PG|-8.35|147.75|358|S0|Ioma Airport
IOQ|GL|65.548|-38.977|93|M1|Isortoq Heliport
IOR|IE|53.117|-9.75|281|S1|Kilronan Airport
IOS|BR|-14.816|-39.033|66|M1|Ilheus/Bahia-Jorge Amado Airport
IOT|GL|71.242|-53.563|93|S1|Illorsuit Heliport
IOU|NC|-22.464|166.783|354|M1|Ile Ouen Airport
IOW|US|41.667|-91.533|78|S0|Iowa City Airport
IPA|VU|-18.75|169.183|336|S0|Ipota Airport
IPC|CL|-27.117|-109.367|335|M1|Mataveri International Airport
IPE|PH|7.783|122.583|215|S0|Ipil Airport
IPG|BR|-3.217|-65.95|138|S0|Ipiranga Airport
IPH|MY|4.567|101.096|210|M1|Ipoh Airport
IPI|CO|0.858|-77.676|70|M1|San Luis Airport
IPL|US|32.835|-115.574|112|M1|Imperial County Airport
IPN|BR|-19.5|-42.533|149|M1|Vale do Aço Regional Airport
IPT|US|41.242|-76.921|129|M1|Williamsport Regional Airport
IPU|BR|-14.133|-39.733|66|S0|Ipiau Airport
IPW|GB|52.067|1.167|293|S0|Ipswich
IPZ|CR|9.349|-83.713|80|S0|San Isidro de El General
IQA|IQ|33.786|42.441|182|M0|Al Asad Airbase
IQM|CN|38.234|85.466|242|M1|Qiemo Yudu Airport
IQN|CN|35.8|107.604|232|M1|Qingyang Airport
IQQ|CL|-20.548|-70.178|147|M1|Diego Aracena International Airport
IQT|PE|-3.785|-73.303|111|M1|Coronel FAP Francisco Secada Vignetta International Airport
IRA|SB|-10.5|161.833|341|S1|Kirakira Airport
IRB|US|30.7|-101.933|78|S0|Iraan Municipal Airport
IRC|US|65.829|-144.064|51|S1|Circle City Airport
IRD|BD|24.153|89.049|192|M0|Ishurdi Airport
IRE|BR|-11.3|-41.867|66|S0|Irece Airport
IRG|AU|-12.786|143.306|259|M1|Lockhart River Airport
IRI|TZ|-7.676|35.752|16|M0|Iringa / Nduli Airport
IRJ|AR|-29.383|-66.783|54|M1|La Rioja Airport
IRK|US|40.093|-92.544|78|M1|Kirksville Municipal Airport
IRM|RU|63.2|64.436|247|S0|Igrim Airport
IRN|HN|15.95|-85.183|157|S0|Iriona Airport
IRO|CF|10.186|22.714|6|S0|Birao Airport
IRP|CD|2.828|27.588|32|M1|Matari Airport
IRS|US|41.817|-85.435|86|S0|Kirsch Municipal
IRU|LK|9.3|80.449|190|S0|Iranamadu SPB
IRZ|BR|-0.38|-64.996|114|S1|Santa Isabel Rio Negro Airport
ISA|AU|-20.668|139.492|259|M1|Mount Isa Airport
ISB|PK|33.549|72.826|206|L1|Islamabad International Airport
ISC|GB|49.913|-6.292|293|S1|Isles of Scilly Airport
ISD|CO|2.467|-77.983|70|S0|Iscuande Airport
ISE|TR|37.866|30.382|286|M1|Isparta Suleyman Demirel Airport
ISG|JP|24.39|124.246|240|L1|Painushima Ishigaki Airport
ISH|IT|40.733|13.95|306|M1|Ischia Airport
ISI|AU|-24.263|144.423|259|S0|Isisford Airport
ISJ|MX|21.247|-86.741|122|S0|Isla Mujeres Airport
ISK|IN|20.117|73.917|208|M1|Nashik International Airport
ISL|TR|40.977|28.815|286|M0|Istanbul Ataturk Airport
ISM|US|28.291|-81.435|129|M0|Kissimmee Gateway Airport
ISN|US|48.178|-103.642|78|L0|Sloulin Field Intl. Airport
ISO|US|35.327|-77.617|129|M0|Kinston Regional Jetport
ISP|US|40.789|-73.098|129|L1|Long Island MacArthur Airport
ISQ|US|45.95|-86.25|86|S0|Schoolcraft County Airport
ISS|US|44|-69.667|129|S0|Wiscasset Airport
IST|TR|41.26|28.743|286|L1|Istanbul Airport
ISU|IQ|35.572|45.302|182|M1|Sulaimaniyah International Airport
ISW|US|44.36|-89.839|78|S0|Alexander Field
ITA|BR|-3.133|-58.417|114|M0|Itacoatiara Airport
ITB|BR|-4.283|-55.983|66|M1|Itaituba Airport
ITE|BR|-13.7|-39.2|66|S0|Itubera Airport
ITH|US|42.49|-76.464|129|M1|Ithaca Tompkins Regional Airport
ITI|BR|-18|-41.5|149|M1|Itambacuri Airport
ITK|PG|-9.3|148.2|358|S0|Itokama Airport
ITM|JP|34.791|135.442|240|L1|Osaka International Airport
ITN|BR|-14.8|-39.3|66|M1|Itabuna Airport
ITO|US|19.715|-155.04|343|L1|Hilo International Airport
ITP|BR|-21.219|-41.875|149|S0|Itaperuna Airport
ITQ|BR|-29.133|-56.55|149|S0|Itaqui Airport
ITR|BR|-18.445|-49.214|149|S0|Itumbiara Airport
ITU|RU|45.259|147.954|229|S1|Iturup Airport
IUA|US|42.907|-77.322|129|S0|Canandaigua Airport
IUE|NU|-19.083|-169.933|352|M1|Hanan Airport
IUI|GL|73.2|-56.011|93|M1|Innarsuit Heliport
IUL|ID|-3.733|138.167|202|S0|Ilu Airport
IUM|CA|54.333|-122.667|163|M1|Summit Lake Airport
IUP|BR|-7.369|-60.439|114|S0|Prainha
IUS|PG|-5.817|155.167|358|S0|Inus Airport
IVA|MG|-13.642|48.458|320|S0|Ambanja Airport
IVC|NZ|-46.415|168.322|331|M1|Invercargill Airport
IVG|ME|42.839|19.862|303|S0|Berane Airport
IVI|PA|8.469|-79.002|132|S0|Viveros Island
IVL|FI|68.611|27.416|284|M1|Ivalo Airport
IVO|CO|9.517|-74.533|70|S0|Chivolo Airport
IVR|AU|-29.884|151.141|268|M0|Inverell Airport
IVW|AU|-17.833|129.633|261|S0|Inverway Airport
IWA|RU|56.943|40.945|300|M1|Ivanovo Yuzhny Airport
IWD|US|46.526|-90.132|119|S1|Gogebic–Iron County Airport
IWJ|JP|34.676|131.79|240|M1|Hagi-Iwami Airport
IWK|JP|34.135|132.236|240|M1|Iwakuni Kintaikyo Airport
IWO|JP|24.783|141.317|240|M0|Iwo Jima Air Base
IWS|US|29.817|-95.667|78|S0|West Houston Airport
IXA|IN|23.893|91.245|208|M1|Maharaja Bir Bikram Singh Airport
IXB|IN|26.685|88.325|208|M1|Bagdogra Airport
IXC|IN|30.677|76.788|208|M1|Shaheed Bhagat Singh International Airport
IXD|IN|25.44|81.736|208|M1|Allahabad Airport
IXE|IN|12.964|74.89|208|M1|Mangalore International Airport
IXG|IN|15.859|74.618|208|M1|Belgaum Airport
IXH|IN|24.307|92.009|208|M0|Kailashahar Airport
IXI|IN|27.288|94.092|208|M1|Lilabari Airport
IXJ|IN|32.681|74.843|208|M1|Satwari Airport
IXK|IN|21.319|70.271|208|M1|Keshod Airport
IXL|IN|34.14|77.547|208|M1|Kushok Bakula Rimpoche Airport
IXM|IN|9.839|78.089|208|M1|Madurai Airport
IXN|IN|24.064|91.603|208|S0|Khowai Airport
IXP|IN|32.217|75.633|208|M1|Pathankot Airport
IXQ|IN|24.133|91.816|208|S0|Kamalpur Airport
IXR|IN|23.318|85.323|208|M1|Birsa Munda Airport
IXS|IN|24.916|92.979|208|M1|Kumbhirgram Airport
IXT|IN|28.017|95.333|208|S0|Pasighat Airport
IXU|IN|19.866|75.397|208|M1|Aurangabad Airport
IXV|IN|28.2|94.817|208|M0|Along Airport
IXW|IN|22.813|86.169|208|M0|Sonari Airport
IXX|IN|17.9|77.47|208|M0|Bidar Airport
IXY|IN|23.111|70.104|208|M1|Kandla Airport
IXZ|IN|11.65|92.732|208|M1|Veer Savarkar International Airport
IYK|US|35.657|-117.829|112|S0|Kern County Airport
IZA|BR|-21.513|-43.173|149|M1|Presidente Itamar Franco Airport
IZE|DE|53.991|9.574|274|S0|Itzehoe/Hungriger Wolf Airfield
IZO|JP|35.415|132.886|240|M1|Izumo Airport
IZT|MX|16.569|-95.108|122|M1|Ixtepec Airport
JAA|AF|34.401|70.497|204|M0|Jalalabad Airport
JAB|AU|-12.66|132.892|261|S0|Jabiru Airport
JAC|US|43.603|-110.736|85|M1|Jackson Hole Airport
JAD|AU|-32.083|115.883|267|M0|Jandakot Airport
JAE|PE|-5.594|-78.774|111|M1|Shumba Airport
JAF|LK|9.792|80.075|190|M1|Kankesanturai Airport
JAG|PK|28.3|68.45|206|M0|Jacobabad Airport
JAH|FR|43.283|5.6|302|M1|Agora Helipad
JAI|IN|26.822|75.801|208|L1|Jaipur International Airport
JAJ|US|33.925|-84.342|129|M1|Perimeter Mall Heliport
JAK|HT|18.241|-72.519|136|M0|Jacmel Airport
JAL|MX|19.475|-96.791|122|M0|El Lencero Airport
JAM|BG|42.517|26.483|311|M0|Jambol Airport
JAN|US|32.31|-90.075|78|L1|Jackson-Evers International Airport
JAO|US|33.955|-84.137|129|M1|Beaver Ruin Heliport
JAP|CR|9.983|-84.783|80|S0|Chacarita Airport
JAQ|PG|-5.6|151.517|358|S1|Jacquinot Bay Airport
JAR|IR|28.517|53.55|238|S0|Jahrom Airport
JAS|US|30.933|-94.017|78|S0|Jasper County-Bell Field
JAT|MH|7.75|168.967|348|S0|Jabot Airport
JAU|PE|-11.75|-75.25|111|M1|Jauja Airport
JAV|GL|69.242|-51.06|93|M1|Ilulissat Airport
JAW|BR|-7.586|-40.535|92|S0|Araripina Airport
JAX|US|30.491|-81.683|129|L1|Jacksonville International Airport
JBB|ID|-8.242|113.695|201|S1|Noto Hadinegoro Airport
JBC|US|42.344|-71.049|129|M1|Boston City Heliport
JBK|CN|44.183|89.594|232|S1|Qitai Jiangbulake Airport
JBP|US|33.987|-118.16|112|M1|Commerce Bus Plaza Heliport
JBQ|DO|18.576|-69.981|148|M1|La Isabela International Airport
JBR|US|35.83|-90.648|78|M1|Jonesboro Airport
JBS|BR|-28.681|-56.178|73|S0|Joao Manoel Airport
JBT|US|60.8|-161.75|51|S0|Bethel City Landing
JCA|FR|43.535|7.038|302|S0|Croisette Heliport
JCB|BR|-27.167|-51.517|149|S0|Joacaba Airport
JCC|US|37.775|-122.404|112|M1|China Basin Heliport
JCD|VI|17.7|-64.783|155|M1|St. Croix Downtown Heliport
JCE|US|37.802|-122.274|112|M1|Convention Center Heliport
JCH|GL|68.815|-51.201|93|S1|Qasigiannguit Airport
JCI|US|38.834|-94.892|78|S0|New Century Aircenter
JCJ|KR|33.944|126.328|231|M1|Chuja Heliport
JCK|AU|-20.583|141.7|259|S1|Julia Creek Airport
JCL|CZ|48.946|14.428|304|S0|Ceske Budejovice Airport
JCM|BR|-11.183|-40.517|66|S0|Jacobina Airport
JCN|KR|37.467|126.6|231|M1|Incheon Heliport
JCO|MT|36.017|14.333|296|M1|Comino Heliport
JCR|BR|-5.983|-57.533|138|M0|Jacareacanga Airport
JCS|BR|-5.311|-40.742|92|S0|Crateus Airport
JCT|US|30.483|-99.767|78|M0|Kimble County Airport
JCU|ES|35.899|-5.338|295|S1|Ceuta Heliport
JCY|US|30.283|-98.417|78|S0|Johnson Airport
JDA|US|44.417|-118.95|112|S0|John Day Airport
JDB|US|32.772|-97.801|78|M1|Dallas Downtown Heliport
JDE|CN|29.354|119.186|232|M1|Jiande Qiandaohu Airport
JDF|BR|-21.75|-43.333|149|M1|Francisco De Assis Airport
JDG|KR|33.397|126.713|231|M0|Jeongseok Airport
JDH|IN|26.264|73.051|208|M1|Jodhpur Airport
JDM|US|25.786|-80.177|129|M1|Miami Downtown Heliport
JDN|US|47.317|-106.883|85|S0|Jordan Airport
JDO|BR|-7.216|-39.272|66|S1|Orlando Bezerra de Menezes Airport
JDP|FR|48.817|2.283|302|M1|Heliport De Paris
JDR|BR|-21.088|-44.23|149|S0|Sao Joao Del Rei Airport
JDT|US|44.983|-93.267|78|M1|Minneapolis Downtown Heliport
JDX|US|29.767|-95.333|78|M1|Central Business District Heliport
JDY|US|33.933|-118.117|112|M1|Downey Heliport
JDZ|CN|29.335|117.179|232|M1|Jingdezhen Airport
JED|SA|21.664|39.174|228|L1|King Abdulaziz International Airport
JEE|HT|18.662|-74.17|136|M1|Jeremie Airport
JEF|US|38.592|-92.156|78|S0|Jefferson City Memorial Airport
JEG|GL|68.7|-52.75|93|M1|Aasiaat Airport
JEJ|MH|7.57|168.965|348|S1|Jeh Airport
JEK|ZM|-15.633|29.604|33|S0|Jeki Airstrip
JEM|US|37.836|-122.267|112|M1|Emeryville Heliport
JEQ|BR|-13.85|-40.083|66|S0|Jequie Airport
JER|JE|49.205|-2.194|287|M1|Jersey Airport
JEV|FR|48.617|2.417|302|M1|Evry Heliport
JFK|US|40.642|-73.788|129|L1|John F. Kennedy International Airport
JFM|AU|-32.05|115.75|267|M1|Fremantle Heliport
JFN|US|41.733|-80.767|129|M0|Ashtabula Airport
JFR|GL|62|-49.7|93|S1|Paamiut Airport
JGA|IN|22.463|70.012|208|M1|Govardhanpur Airport
JGB|IN|19.067|82.033|208|S1|Jagdalpur Airport
JGC|US|35.961|-112.131|135|M1|Grand Canyon Heliport
JGD|CN|50.371|124.117|232|M1|Daxing'anling Elunchun Airport
JGE|KR|34.9|128.683|231|M1|Geoje Heliport
JGL|US|33.886|-84.467|129|M1|Galleria Heliport
JGN|CN|39.857|98.341|232|S1|Jiayuguan Jiuquan Airport
JGO|GL|69.25|-53.567|93|M1|Qeqertarsuaq Airport
JGP|US|29.732|-95.431|78|M1|Greenway Plaza Heliport
JGQ|US|29.767|-95.467|78|M1|Transco Tower Galleria Heliport
JGR|GL|61.233|-48.1|93|M1|Gronnedal Heliport
JGS|CN|26.9|114.737|232|M1|Ji'An/Jing Gang Shan Airport
JGX|US|34.167|-118.283|112|M1|Glendale Heliport
JHB|MY|1.637|103.668|210|L1|Senai International Airport
JHC|US|40.783|-74.1|129|M1|Island Heliport
JHE|SE|56.033|12.7|312|M1|Helsingborg Heliport
JHF|BR|-23.427|-47.166|149|M0|São Paulo Catarina International Executive Airport
JHG|CN|21.973|100.766|232|L1|Xishuangbanna Gasa Airport
JHL|CA|57.224|-111.419|88|S0|Albian Aerodrome
JHM|US|20.962|-156.676|343|M1|Kapalua Airport
JHN|ID|0.948|99.533|201|S0|Jenderal Besar Abdul Haris Nasution Airport
JHS|GL|66.937|-53.704|93|M1|Sisimiut Airport
JHW|US|42.151|-79.258|129|M0|Chautauqua County/Jamestown Airport
JIA|BR|-11.418|-58.71|73|S0|Juina Airport
JIB|DJ|11.552|43.15|17|L1|Djibouti-Ambouli International Airport
JIC|CN|38.542|102.349|232|S1|Jinchang Jinchuan Airport
JID|US|34|-118|112|M1|City of Industry Heliport
JIJ|ET|9.367|42.767|2|M1|Jigiga Airport
JIK|GR|37.667|26.333|272|S1|Ikaria Airport
JIL|CN|43.867|126.65|232|S0|Jilin Airport
JIM|ET|7.654|36.821|2|M1|Jimma Airport
JIN|UG|0.456|33.192|24|S0|Jinja Airport
JIO|US|34.067|-117.65|112|S1|Ontario International Heliport
JIP|EC|-1|-80.667|99|S0|Jipijapa Airport
JIQ|CN|29.518|108.829|232|M1|Qianjiang Wulingshan Airport
JIR|NP|27.633|86.233|207|S0|Jiri Airport
JIU|CN|29.7|115.967|232|S1|Jiujiang Airport
JIW|PK|25.083|61.817|206|S1|Jiwani Airport
JJA|SB|-8.217|159.267|341|S0|Jajao Airport
JJD|BR|-2.907|-40.358|92|M1|Comte. Ariston Pessoa Regional Airport
JJG|BR|-28.675|-49.06|149|S1|Humberto Bortoluzzi Regional Airport
JJI|PE|-7.15|-76.717|111|M0|Juanjui Airport
JJM|KE|0.165|38.195|40|S1|Mulika Lodge Airport
JJN|CN|24.803|118.587|232|L1|Quanzhou Jinjiang International Airport
JJU|GL|60.717|-46.033|93|M1|Qaqortoq Heliport
JKG|SE|57.75|14.07|312|M1|Jonkoping Airport
JKH|GR|38.346|26.142|272|M1|Chios Airport
JKL|GR|36.963|26.941|272|S1|Kalymnos Island National Airport
JKR|NP|26.708|85.924|207|M1|Janakpur Airport
JKV|US|31.967|-95.333|78|S0|Jacksonville Airport
JLA|US|60.483|-149.85|51|S0|Quart Creek Airport
JLB|US|33.808|-118.147|112|M1|Long Beach Heliport
JLG|IN|20.962|75.627|208|S1|Jalgaon Airport
JLH|US|42.083|-87.983|78|M1|United States Army Heliport
JLN|US|37.15|-94.498|78|M1|Joplin Airport
JLO|IT|45.533|12.717|306|M1|Jesolo Airport
JLP|FR|43.65|7.1|302|M1|Juan Les Pins Airport
JLR|IN|22.667|79.925|208|M1|Jabalpur Airport
JLS|BR|-20.167|-50.55|149|S0|Jales Airport
JLX|US|34.167|-118.333|112|M1|Union Station Heliport
JMA|BR|-20.26|-42.184|149|S0|Elias Breder Airport
JMB|AO|-14.7|16.083|31|S0|Jamba Airport
JMC|US|37.879|-122.51|112|M1|Marin County Airport
JMD|US|32.8|-97.333|78|M1|Market Centre Heliport
JMH|US|42.033|-88.083|78|M1|Schaumburg Marriott Heliport
JMJ|CN|22.416|99.786|232|M1|Lancang Jingmai Airport
JMK|GR|37.436|25.344|272|M1|Mikonos Airport
JMM|SE|55.62|12.984|312|M1|Malmo Harbour Heliport
JMN|US|44.167|-94.017|78|M1|Mankato Municipal Heliport
JMO|NP|28.781|83.723|207|S1|Jomsom Airport
JMR|BR|-22.917|-42.831|149|S0|Marica Airport
JMS|US|46.93|-98.678|78|M1|Jamestown Regional Airport
JMU|CN|46.845|130.455|232|M1|Jiamusi Dongjiao Airport
JMY|SL|8.483|-13.267|19|M1|Mammy Yoko Heliport
JNA|BR|-15.474|-44.386|149|S0|Januaria Airport
JNB|ZA|-26.139|28.246|22|L1|O.R. Tambo International Airport
JNG|CN|35.647|116.744|232|M1|Jining Da'an Airport
JNH|US|32.817|-97.35|78|M1|North Park Inn Heliport
JNI|AR|-34.546|-60.931|54|M0|Junin Airport
JNJ|OM|19.485|57.314|216|S0|Duqm Jaaluni Airport
JNN|GL|60.142|-45.233|93|M1|Nanortalik Heliport
JNP|US|33.617|-117.933|112|M1|Newport Beach Heliport
JNS|GL|60.917|-46.05|93|M1|Narsaq Heliport
JNU|US|58.359|-134.583|108|L1|Juneau International Airport
JNX|GR|37.1|25.383|272|S1|Naxos Airport
JNZ|CN|41.117|121.017|232|M1|Liaoning Province Airport
JOC|US|33.67|-117.858|112|M1|Centerport Heliport
JOE|FI|62.657|29.614|284|M1|Joensuu Airport
JOG|ID|-7.786|110.437|201|M1|Adisutjipto International Airport
JOH|ZA|-31.617|29.533|22|M0|Port St. Johns Airport
JOI|BR|-26.224|-48.801|149|M1|Joinville-Lauro Carneiro de Loyola Airport
JOJ|CA|68.125|-106.585|72|S0|Doris Lake Aerodrome
JOK|RU|56.701|47.904|300|M0|Yoshkar-Ola Airport
JOL|PH|6.054|121.007|215|M1|Jolo Airport
JOM|TZ|-9.354|34.771|16|S0|Njombe Airport
JOP|PG|-4.75|145.017|358|S0|Josephstaal Airport
JOR|US|33.731|-117.847|112|M1|The City Heliport
JOS|NG|9.868|8.893|28|M1|Jos Airport
JOT|US|41.533|-88.083|78|S0|Joliet Municipal Airport
JPA|BR|-7.145|-34.948|66|M1|Presidente Castro Pinto International Airport
JPD|US|34.15|-118.15|112|M1|Pasadena Heliport
JPE|BR|-3.02|-47.316|66|S1|Paragominas Airport
JPN|US|38.875|-77.056|129|M1|Pentagon Army Airport
JPO|BR|-7.078|-37.325|142|S0|Brigadeiro Firmino Ayres Airport
JPR|BR|-10.871|-61.847|138|S1|Ji-Parana Airport
JPT|US|29.786|-95.812|78|M1|Texas Park Ten Heliport
JPU|FR|48.867|2.333|302|M1|La Defense Heliport
JPX|US|40.959|-72.252|129|M1|Town of East Hampton Airport
JPY|BR|-23.224|-44.723|149|S1|Paraty Airport
JQA|GL|70.732|-52.703|93|S1|Qaarsut Airport
JQD|US|37.459|-86.85|78|S0|Ohio County Airport
JQE|PA|7.5|-78.167|132|S0|Jaque Airport
JRA|US|40.755|-74.007|129|S1|Port Authority-West 30Th St. Heliport
JRB|US|40.701|-74.009|129|S0|Downtown Manhattan - Wall St (Heliport)
JRC|US|44.017|-92.467|78|M1|Rochester Municipal Heliport
JRD|US|33.983|-117.376|112|M1|Riverside Heliport
JRE|US|40.754|-73.971|129|M1|East 60th Street Heliport
JRF|US|21.311|-158.08|343|M0|Kalaeloa Airport
JRG|IN|22.042|84.058|208|S1|Veer Surendra Sai Airport
JRH|IN|26.734|94.185|208|M1|Rowriah Airport
JRJ|CN|25.962|116.08|232|S0|Ruijin Ganzhou Airport
JRK|GL|61.167|-48.417|93|M1|Arsuk Heliport
JRN|BR|-10.306|-58.489|73|M1|Juruena Airport
JRO|TZ|-3.425|37.065|16|L1|Kilimanjaro International Airport
JRS|IL|31.865|35.219|203|S0|Francisco Lacerda Jr.
JRT|BR|-2.187|-56.09|146|S0|Juruti Airport
JSA|IN|26.917|70.9|208|M1|Jaisalmer Airport
JSB|BR|-4.05|-40.883|92|S0|Walfrido Salmito de Almeida Airport
JSD|US|41.2|-73.133|129|M1|Sikorsky Heliport
JSG|US|37.967|-122.533|112|M1|San Rafael Heliport
JSH|GR|35.217|26.117|272|M1|Sitia Airport
JSI|GR|39.181|23.506|272|M1|Skiathos Airport
JSJ|CN|47.11|132.66|232|M1|Jiansanjiang Shidi Airport
JSK|US|45.55|-94.167|78|S1|St. Cloud Municipal Heliport
JSL|US|39.333|-74.45|129|M1|Steel Pier Heliport
JSM|AR|-44.067|-70.433|54|S0|Jose San de Martin Airport
JSN|US|34.16|-118.45|112|M1|Sherman Oaks Heliport
JSO|BR|-3.615|-40.232|92|S1|Sobral Regional Airport
JSP|KR|33.239|126.567|231|M1|Seogwipo Heliport
JSR|BD|23.177|89.161|192|M1|Jessore Airport
JST|US|40.317|-78.834|129|M1|Cambria County Airport
JSU|GL|65.412|-52.935|93|S1|Maniitsoq Airport
JSY|GR|37.424|24.95|272|S1|Syros Island Airport
JTA|BR|-5.933|-40.297|92|S0|Pedro Teixeira Castelo Airport
JTC|BR|-22.166|-49.072|149|M1|Bauru-Arealva Airport
JTI|BR|-17.829|-51.775|149|S0|Jatai Airport
JTN|BR|24.165|-46.786|149|S0|Antonio Ribeiro Nogueira Jr. State Airport
JTO|US|34.167|-118.833|112|M1|Thousand Oaks Heliport
JTR|GR|36.404|25.476|272|M1|Santorini International Airport
JTY|GR|36.567|26.367|272|S1|Astypalaia Airport
JUA|BR|-11.333|-57.467|73|S0|Juara Airport
JUB|SS|4.867|31.602|23|L1|Juba International Airport
JUC|US|34.083|-118.267|112|M1|Universal City Heliport
JUH|CN|30.766|117.736|232|S1|Chizhou Jiuhuashan Airport
JUI|DE|53.683|7.067|274|S1|Juist Airport
JUJ|AR|-24.4|-65.083|57|M1|Gobernador H. Guzman Airport
JUK|GL|71.049|-51.89|93|M1|Ukkusissat Heliport
JUL|PE|-15.464|-70.154|111|M1|Juliaca Airport
JUM|NP|29.274|82.192|207|S1|Jumla Airport
JUN|AU|-24.833|143.067|259|S0|Jundah Airport
JUO|CO|7.117|-77.75|70|S0|Jurado Airport
JUP|US|34.1|-117.633|112|M1|Cable Heliport
JUR|AU|-30.267|115.05|267|S0|Jurien Bay Airport
JUT|HN|14.673|-86.293|157|S0|Juticalpa Airport
JUU|GL|71.539|-53.205|93|M1|Nuugaatsiaq Heliport
JUV|GL|72.79|-56.131|93|S1|Upernavik Airport
JUZ|CN|28.967|118.833|232|M1|Quzhou Airport
JVA|MG|-18.8|45.283|320|S0|Ankavandra Airport
JVI|US|42.783|-104.617|129|S0|Central Jersey Regional
JVL|US|42.683|-89.017|78|S0|Rock County Airport
JVW|US|32.304|-90.411|78|S0|John Bell Williams Airport
JWA|BW|-24.6|24.667|20|M0|Jwaneng Airport
JWC|US|34.18|-118.599|112|M1|Warner Center Business Plaza Heliport
JWH|US|29.736|-95.418|78|M1|Westchase Hilton Heliport
JWL|US|30.151|-95.471|78|M1|Woodlawns Heliport
JWN|IR|36.774|48.37|238|M0|Zanjan Airport
JWO|KR|37.03|127.885|231|M0|Jungwon AB
JXA|CN|45.3|131.179|232|M1|Jixi Xingkaihu Airport
JXN|US|42.259|-84.461|86|M0|Jackson County Airport
JYR|IR|28.717|57.667|238|M0|Jiroft Airport
JYV|FI|62.404|25.681|284|M1|Jyvaskyla Airport
JZH|CN|32.857|103.683|232|M1|Jiuzhai Huanglong Airport
JZI|US|32.703|-80.007|129|S0|Charleston Executive Airport
KAA|ZM|-10.216|31.13|33|S1|Kasama Airport
KAB|ZW|-16.518|28.885|21|M0|Kariba Airport
KAC|SY|37.032|41.203|191|M1|Kameshly Airport
KAD|NG|10.596|7.44|28|M1|Kaduna Airport
KAE|US|56.974|-133.948|151|M1|Kake Sea Plane Base
KAF|PG|-6.283|155.35|358|S0|Karato Airport
KAG|KR|37.752|128.95|231|M0|Gangneung Airport
KAH|AU|-37.817|144.967|268|M1|Melbourne City Heliport
KAI|GY|5.17|-59.49|100|M1|Kaieteur Airport
KAJ|FI|64.278|27.689|284|M1|Kajaani Airport
KAK|PG|-4.667|146|358|S0|Kar Airport
KAL|US|64.322|-158.736|51|S1|Kaltag Airport
KAM|YE|15.35|41.667|175|S0|Kamaran Island Airport
KAN|NG|12.046|8.522|28|M1|Mallam Aminu Kano International Airport
KAO|FI|65.99|29.234|284|M1|Kuusamo Airport
KAP|CD|-8.5|22.667|32|S0|Kapanga Airport
KAQ|PG|-8.133|146.817|358|S0|Kamulai Airport
KAR|GY|5.87|-60.616|100|S0|Kamarang Airport
KAS|NA|-28|18.733|49|S0|Karasburg Airport
KAT|NZ|-35.066|173.285|331|M1|Kaitaia Airport
KAU|FI|63.1|23.083|284|M0|Kauhava Airport
KAV|VE|5.667|-61.767|75|S0|Kavanayen Airport
KAW|MM|10.05|98.517|246|M1|Kawthaung Airport
KAX|AU|-27.692|114.261|267|S1|Kalbarri Airport
KAY|FJ|-17.628|179.01|337|S0|Wakaya Island Airport
KAZ|ID|1.167|127.867|202|S0|Kau Airport
KBA|SL|9.333|-12|19|S0|Kabala Airport
KBB|AU|-17.767|129.217|261|S0|Kirkimbie Airport
KBC|US|66.276|-145.813|51|S1|Birch Creek Airport
KBD|AU|-17.333|124.35|267|S0|Kimberley Downs Station Airport
KBE|US|55.929|-131.57|108|S0|Hot Springs Sea Plane Base
KBF|ID|-3.717|138.45|202|S0|Karubaga Airport
KBG|UG|2.329|31.501|24|S0|Kabalega Falls Airport
KBH|TZ|-3.847|32.687|16|S0|Kahama Buzwagi Airstrip
KBI|CM|2.95|9.917|18|S0|Kribi Airport
KBJ|AU|-24.25|131.494|261|S0|Kings Canyon Airport
KBK|IN|26.77|83.908|208|S0|Kushinagar International Airport
KBL|AF|34.561|69.212|204|M1|Hamid Karzai International Airport
KBM|PG|-6.167|147.167|358|S0|Kabwum Airport
KBN|CD|-6.117|24.533|32|S0|Kabinda Airport
KBO|CD|-6.088|26.917|32|S0|Kabalo Airport
KBP|UA|50.341|30.895|290|L1|Boryspil International Airport
KBQ|MW|-13.017|33.467|9|S0|Kasungu Airport
KBR|MY|6.171|102.291|210|L1|Sultan Ismail Petra Airport
KBS|SL|7.944|-11.762|19|M0|Bo Airport
KBT|MH|9.167|170.917|348|S0|Kaben Airport
KBU|ID|-3.296|116.166|214|S1|Gusti Syamsir Alam Airport
KBV|TH|8.097|98.981|185|M1|Krabi Airport
KBW|US|56.283|-158.383|51|S0|Chignik Bay Airport
KBX|ID|-1|132.25|202|S0|Kambuaya Airport
KBY|AU|-33|134|258|S0|Streaky Bay Airport
KBZ|NZ|-42.426|173.6|331|S0|Kaikoura Airport
KCA|CN|41.167|83.7|242|S1|Kuqa Qiuci Airport
KCB|SR|3.15|-55.717|134|S0|Tepoe Airstrip
KCC|US|55.983|-132.833|151|S1|Coffman Cove Sea Plane Base
KCD|ID|-6.2|138.717|202|S0|Kamur Airport
KCE|AU|-20.55|147.867|259|S0|Collinsville Airport
KCF|PK|27.2|69.153|206|S0|Kadanwari Airport
KCG|US|56.311|-158.373|51|S0|Chignik Airport
KCH|MY|1.484|110.341|210|L1|Kuching International Airport
KCI|AU|-16.126|123.735|267|S0|Koolan Central Airport
KCJ|PG|-7.267|143.6|358|S0|Komaio Airport
KCK|RU|57.77|108.06|200|S0|Kirensk Airport
KCL|US|56.308|-158.532|51|S0|Chignik Lagoon Airport
KCM|TR|37.534|36.951|286|M1|Kahramanmaras Airport
KCN|US|53.4|-167.55|51|S0|Chernofski Sea Plane Base
KCO|TR|40.735|30.083|286|M0|Cengiz Topel Airport
KCP|UA|48.683|26.617|290|S0|Kamenets-Podolskiy Airport
KCQ|US|56.255|-158.775|51|S1|Chignik Lake Airport
KCR|US|63.568|-155.989|51|S0|Colorado Creek
KCS|AU|-24.383|131.683|261|S0|Kings Creek Station Airport
KCT|LK|5.994|80.32|190|M1|Koggala Airport
KCU|UG|1.683|31.717|24|S0|Masindi Airport
KCY|RU|56.176|92.543|209|S1|Krasnoyarsk Cheremshanka Airport
KCZ|JP|33.548|133.675|240|M1|Kochi Ryoma Airport
KDA|SN|12.899|-14.969|15|S0|Kolda North Airport
KDB|AU|-30|120|267|S0|Kambalda Airport
KDC|BJ|11.117|2.917|45|S0|Kandi Airport
KDD|PK|27.781|66.631|206|S1|Khuzdar Airport
KDE|PG|-5.683|142.733|358|S0|Koroba Airport
KDH|AF|31.507|65.847|204|M1|Kandahar Airport
KDI|ID|-4.081|122.419|214|S1|Haluoleo Airport
KDJ|GA|-0.15|10.767|29|S0|Ndjole Airport
KDK|US|57.807|-152.37|51|S0|Kodiak Municipal Airport
KDL|EE|58.995|22.825|313|M1|Kardla Airport
KDM|MV|0.488|72.996|326|M1|Kaadedhdhoo Airport
KDN|GA|-2.5|11.167|29|S0|Ndende Airport
KDO|MV|1.858|73.52|326|M1|Kadhdhoo Airport
KDP|PG|-5.867|143.5|358|S0|Kandep Airport
KDQ|PG|-3.606|141.05|358|S0|Kamberatoro Airport
KDR|PG|-6.283|149.617|358|S0|Kandrian
KDS|AU|-24.333|139.167|259|S0|Kamaran Downs Airport
KDT|TH|14.1|99.917|185|M0|Kamphaeng Saen Airport
KDU|PK|35.333|75.539|206|M1|Skardu Airport
KDV|FJ|-19.054|178.156|337|S1|Kandavu Airport
KDW|LK|7.256|80.786|190|S0|Victoria Reservoir Kandy Seaplane Base
KDX|SD|11.38|29.701|25|S0|Kadugli Airport
KDY|RU|62.471|136.505|244|S0|Teply Klyuch Airport
KDZ|LK|7.325|80.643|190|S1|Polgolla Reservoir Airport
KEA|TM|37.809|65.213|180|S0|Kerki International Airport
KEB|US|59.353|-151.922|51|S1|Nanwalek Airport
KEC|CD|-10.333|28.75|32|S0|Kasenga Airport
KED|MR|16.161|-13.508|43|S0|Kaedi Airport
KEE|CG|-0.083|14.533|10|S0|Kelle Airport
KEF|IS|63.979|-22.635|255|L1|Keflavik International Airport
KEG|PG|-5.8|145.083|358|S0|Keglsugl Airport
KEH|US|47.755|-122.258|112|S1|Kenmore Air Harbor Airport
KEI|ID|-6.567|139.333|202|S0|Kepi Airport
KEJ|RU|55.281|86.116|218|M1|Kemerovo Airport
KEK|US|59.353|-157.477|51|S0|Ekwok Airport
KEL|DE|54.381|10.143|274|M0|Kiel Holtenau Airport
KEM|FI|65.78|24.577|284|M1|Kemi/Tornio Airport
KEN|SL|7.883|-11.183|19|M0|Kenema Airport
KEO|CI|9.538|-7.564|0|S0|Odienne Airport
KEP|NP|28.133|81.576|207|M1|Nepalganj Airport
KEQ|ID|-5.833|134.833|202|S0|Kebar Airport
KER|IR|30.259|56.962|238|M1|Kerman Airport
KES|CA|56.017|-96.5|165|M0|Kelsey Airport
KET|MM|21.3|99.617|246|M1|Keng Tung Airport
KEU|KE|-1.581|35.25|40|S0|Keekorok
KEV|FI|61.583|24.75|284|M0|Halli Airport
KEW|CA|52.992|-92.839|165|S1|Keewaywin Airport
KEX|PG|-7.483|145.917|358|S0|Kanabea Airport
KEY|KE|-0.367|35.283|40|S0|Kericho Airport
KEZ|LK|6.983|79.917|190|S0|Kelani-Peliyagoda SPB
KFA|MR|16.589|-11.405|43|S0|Kiffa Airport
KFE|AU|-22.292|119.437|267|S0|Fortescue Dave Forrest Airport
KFG|AU|-17.433|130.817|261|S1|Kalkurung Airport
KFM|CA|55.356|-110.638|88|S0|Kirby Lake
KFP|US|54.849|-163.409|51|S1|False Pass Airport
KFS|TR|41.306|33.795|286|M0|Kastamonu Airport
KFZ|AL|42.033|20.415|314|M0|Kukes International Airport
KGA|CD|-5.922|22.469|32|M1|Kananga Airport
KGB|PG|-6.133|147.65|358|S0|Konge Airport
KGC|AU|-35.709|137.523|258|M1|Kingscote Airport
KGD|RU|54.883|20.587|288|M1|Khrabrovo
KGE|SB|-8.165|157.586|341|S1|Kagau Airport
KGF|KZ|49.675|73.328|176|M1|Karaganda Airport
KGG|SN|12.571|-12.217|15|M0|Kedougou Airport
KGH|PG|-8.583|147.5|358|S0|Yongai Airport
KGI|AU|-30.785|121.458|267|M1|Kalgoorlie-Boulder Airport
KGJ|MW|-9.958|33.892|9|M0|Karonga Airport
KGK|US|59.727|-157.267|51|S1|Koliganek Airport
KGL|RW|-1.963|30.135|26|L1|Kigali International Airport
KGM|PG|-5.671|141.03|358|S0|Kungim Airport
KGN|CD|-6.583|16.817|27|S0|Kasongo Lunda Airport
KGO|UA|48.55|32.3|290|S0|Kirovograd Airport
KGP|RU|62.196|74.534|247|M1|Kogalym International Airport
KGQ|GL|72.381|-55.537|93|M1|Kangersuatsiaq Heliport
KGR|AU|-25.833|133.033|261|S0|Kulgera Airport
KGS|GR|36.801|27.089|272|M1|Kos Airport
KGT|CN|30.132|101.748|232|M1|Kangding Airport
KGU|MY|5.357|116.162|210|S0|Keningau Airport
KGW|PG|-9.05|146.833|358|S0|Kagi Airport
KGX|US|62.895|-160.063|51|S1|Grayling Airport
KGY|AU|-26.55|151.833|259|M0|Kingaroy Airport
KGZ|US|61.45|-142.383|51|S0|Glacier Creek Airport
KHA|IR|36.733|45.15|238|S0|Khaneh Airport
KHB|BH|26.035|50.524|225|S0|Awali Sakhir Air Base
KHC|UA|45.367|36.45|290|S0|Kerch Airport
KHD|IR|33.439|48.281|238|M1|Khorramabad Airport
KHE|UA|46.672|32.508|290|M1|Kherson International Airport
KHG|CN|39.537|76.01|232|M1|Kashi Laining International Airport
KHH|TW|22.573|120.345|235|L1|Kaohsiung International Airport
KHI|PK|24.9|67.168|206|L1|Jinnah International Airport
KHJ|FI|62.463|22.395|284|M0|Kauhajoki Airport
KHK|IR|29.262|50.324|238|M1|Khark Airport
KHL|BD|22.8|89.55|192|M1|Khulna Airport
KHM|MM|25.992|95.677|246|S1|Khamti Airport
KHN|CN|28.86|115.908|232|L1|Nanchang Changbei International Airport
KHO|ZA|-24.583|31.417|22|S0|Khoka Moya Airport
KHQ|GL|74.579|-57.235|93|M1|Kullorsuaq Heliport
KHR|MN|46.783|102.85|241|S0|Kharkhorin Airport
KHS|OM|26.164|56.235|216|M1|Khasab Airport
KHT|AF|33.337|69.96|204|M0|Khost Airport
KHU|UA|49.1|33.45|290|S0|Kremenchug Airport
KHV|RU|48.525|135.169|244|M1|Khabarovsk Airport
KHW|BW|-19|23.5|20|S0|Khwai River Lodge Airport
KHX|UG|-0.719|29.698|24|S0|Kihihi Airport
KHY|IR|38.422|44.974|238|S0|Khoy Airport
KHZ|PF|-15.781|-145.124|361|S1|Kauehi Airport
KIA|PG|-6.267|146.25|358|S0|Kaiapit Airport
KIB|US|55.894|-159.567|51|S0|Ivanof Bay Sea Plane Base
KIC|US|36.217|-121.133|112|S0|Mesa Del Rey Airport
KID|SE|55.919|14.089|312|M0|Kristianstad Airport
KIE|PG|-6.304|155.726|358|S1|Aropa Airport
KIF|CA|53.014|-89.85|165|S1|Kingfisher Lake Airport
KIG|ZA|-30.2|17.267|22|S0|Koingnaas Airport
KIH|IR|26.532|53.972|238|M1|Kish International Airport
KII|PG|-9.016|142.695|358|S0|Kibuli Airport
KIJ|JP|37.952|139.113|240|L1|Niigata Airport
KIK|IQ|35.517|44.283|182|M0|Kirkuk Airport
KIL|CD|-8.4|28.05|27|S0|Kilwa Airport
KIM|ZA|-28.806|24.766|22|M1|Kimberley Airport
KIN|JM|17.938|-76.778|107|L1|Norman Manley International Airport
KIO|MH|5.65|169.2|348|S1|Kili Island Airport
KIP|US|33.9|-98.5|78|S0|Kickapoo Downtown Airport
KIQ|PG|-8.117|147.35|358|S0|Kira Airport
KIR|IE|52.181|-9.536|281|M1|Kerry County Airport
KIS|KE|-0.085|34.737|40|M1|Kisumu International Airport
KIT|GR|36.292|23.025|272|S1|Kithira Airport
KIU|KE|-1.733|41.517|40|M1|Kiunga Airport
KIW|ZM|-12.898|28.148|33|M0|Southdowns Airport
KIX|JP|34.435|135.244|240|L1|Kansai International Airport
KIY|TZ|-8.911|39.509|16|S0|Kilwa Masoko Airport
KIZ|PG|-8.65|147.917|358|S0|Kikinonda Airport
KJA|RU|56.181|92.483|209|L1|Krasnoyarsk International Airport
KJB|IN|15.706|78.161|208|M1|Kurnool Airport
KJH|CN|26.972|107.987|232|M1|Kaili Huangping Airport
KJI|CN|48.222|86.996|242|M1|Burqin Kanas Airport
KJJ|UG|0.2|32.55|24|M1|Kajjansi Airfield
KJK|BE|50.817|3.202|276|M0|Kortrijk Airport
KJP|JP|26.168|127.294|240|S0|Kerama Airport
KJT|ID|-6.669|108.191|201|M1|Kertajati International Airport
KJU|PG|-2.883|151.25|358|S0|Kamiraba Airport
KJX|ID|3.734|96.791|201|S0|Blangpidie Kuala Batee Airport
KKA|US|64.939|-161.15|51|S1|Koyuk Airport
KKB|US|58.191|-152.371|51|S1|Kitoi Bay Sea Plane Base
KKC|TH|16.465|102.787|185|M1|Khon Kaen Airport
KKD|PG|-8.886|147.731|358|S0|Kokoda Airport
KKE|NZ|-35.263|173.912|331|M1|Kerikeri Airport
KKF|US|67.6|-163.5|51|M1|Kagvik Creek Airport
KKG|GY|5.267|-59.817|100|S0|Konawaruk Airport
KKH|US|59.967|-162.75|51|S1|Kongiganak Airport
KKI|US|60.907|-161.422|51|S0|Akiachak Sea Plane Base
KKJ|JP|33.846|131.035|240|L1|Kitakyushu Airport
KKK|US|64.425|-156.841|51|S0|Kalakaket Air Force Station
KKL|US|57.367|-154.028|51|S0|Karluk Lake Sea Plane Base
KKM|TH|14.875|100.663|185|M1|Khok Kathiam AFB
KKN|NO|69.724|29.891|301|M1|Kirkenes Airport, Hoeybuktmoen
KKO|NZ|-35.453|173.817|331|S0|Kaikohe Airport
KKP|AU|-15.583|143.95|259|S0|Koolburra Airport
KKQ|RU|65.708|82.456|247|S0|Krasnosel'Kup Airport
KKR|PF|-15.783|-146.667|361|M1|Kaukura Atoll Airport
KKS|IR|33.895|51.577|238|M1|Kashan Airport
KKT|US|40.767|-87.45|78|S0|Kentland Airport
KKU|US|58.813|-158.561|51|S0|Ekuk Airport
KKW|CD|-5.036|18.78|27|M1|Kikwit Airport
KKX|JP|28.321|129.928|240|M1|Kikaiga Shima Airport
KKY|IE|52.65|-7.25|281|S0|Kilkenny Airport
KKZ|KH|11.633|102.967|222|S0|Koh Kong Airport
KLB|ZM|-14.999|22.647|33|S0|Kalabo Airport
KLC|SN|14.083|-16.5|15|M0|Kaolack Airport
KLD|RU|56.9|35.85|300|M0|Migalovo
KLE|CM|10.117|14.45|18|S0|Kaele Airport
KLF|RU|54.548|36.368|300|M0|Grabtsevo Airport
KLG|US|61.533|-160.347|51|S1|Kalskag Municipal Airport
KLH|IN|16.667|74.333|208|M1|Kolhapur Airport
KLI|CD|-4.167|21.75|27|S0|Kota Koli Airport
KLK|KE|3.491|35.838|40|S0|Kalokol Airport
KLL|US|59.119|-156.863|51|S0|Levelock Airport
KLM|IR|37.367|55.45|238|S0|Kalaleh Airport
KLN|US|57.533|-154|51|S1|Larsen Sea Plane Base
KLO|PH|11.687|122.382|215|L1|Kalibo International Airport
KLP|ID|-3.376|112.537|223|S1|Seruyan Kuala Pembuang Airport
KLQ|ID|-2.683|103.9|201|S0|Keluang Airport
KLR|SE|56.685|16.287|312|M1|Kalmar Oland Airport
KLS|US|46.15|-122.9|112|M0|Longview Airport
KLT|DE|49.433|7.75|274|M1|Kaiserslautern Airport
KLU|AT|46.65|14.324|315|M1|Klagenfurt Airport
KLV|CZ|50.2|12.917|304|M1|Karlovy Vary Airport
KLW|US|55.555|-133.1|108|M1|Klawock Airport
KLX|GR|37.069|22.028|272|M1|Kalamata Airport
KLY|CD|-2.55|26.533|32|S0|Kalima Airport
KLZ|ZA|-29.683|17.067|22|M0|Kleinzee Airport
KMA|PG|-7.962|145.772|358|M1|Kerema Airport
KMB|PG|-5.5|144.633|358|S0|Koinambe Airport
KMC|SA|27.911|45.523|228|M1|Hafar Al-Batin Domestic Airport
KMD|GA|-1.7|10.383|29|M1|Mandji Airport
KME|RW|-2.459|28.909|26|M1|Kamembe Airport
KMF|PG|-7.617|145.996|358|S0|Kamina Airport
KMG|CN|25.102|102.929|232|L1|Kunming Changshui International Airport
KMH|ZA|-27.467|23.467|22|M0|Kuruman Airport
KMI|JP|31.872|131.441|240|L1|Miyazaki Airport
KMJ|JP|32.834|130.858|240|L1|Kumamoto Airport
KMK|CG|-3.482|12.596|10|S0|Makabana Airport
KML|AU|-19.367|140.05|259|S0|Kamileroi Airport
KMM|ID|-3.667|136.167|202|S0|Kiman Airport
KMN|CD|-8.641|25.25|32|S1|Kamina Airport
KMO|US|58.989|-159.049|51|S1|Manokotak Airport
KMP|NA|-26.534|18.1|49|M0|Keetmanshoop Airport
KMQ|JP|36.402|136.413|240|L1|Komatsu Airport
KMR|PG|-6.5|144.867|358|S0|Karimui Airport
KMS|GH|6.713|-1.591|1|M1|Kumasi Airport
KMT|KH|10.6|104.167|222|S0|Kampot Airport
KMU|SO|-0.377|42.462|38|M0|Kismayu Airport
KMV|MM|23.183|94.05|246|S0|Kalemyo Airport
KMW|RU|57.75|40.933|300|M1|Kostroma Airport
KMX|SA|18.3|42.717|228|M0|Khamis Mushait Airport
KMY|US|57.026|-154.145|51|S1|Moser Bay Seaplane Base
KMZ|ZM|-14.799|24.803|33|S0|Kaoma Airport
KNA|CL|-33.033|-71.567|147|M0|Vina del Mar Airport
KNB|US|37.05|-112.533|85|S0|Kanab Airport
KND|CD|-2.919|25.915|32|M1|Kindu Airport
KNE|PG|-5.283|144.7|358|S0|Kanainj Airport
KNF|GB|52.75|0.4|293|M0|Marham Royal Air Force
KNG|ID|-3.65|133.75|202|M1|Kaimana Airport
KNH|TW|24.435|118.369|235|M1|Kinmen Airport
KNI|AU|-33.7|117.55|267|S0|Katanning Airport
KNJ|CG|-3.95|14.517|10|S0|Kindamba Airport
KNK|US|59.435|-154.798|51|S1|Kokhanok Airport
KNL|PG|-6|147.5|358|S0|Kelanoa Airport
KNM|CD|-7.517|24.183|32|S0|Kaniama Airport
KNN|GN|10.449|-9.225|14|S0|Kankan Airport
KNO|ID|3.635|98.879|201|L1|Kuala Namu International Airport
KNP|AO|-9.767|15.45|31|S0|Capanda Airport
KNQ|NC|-21.053|164.838|354|M1|Kone Airport
KNR|IR|27.818|52.351|238|M0|Jam Airport
KNS|AU|-39.88|143.882|263|M1|King Island Airport
KNT|US|36.231|-90.035|78|S0|Kennett Municipal Airport
KNU|IN|26.404|80.41|208|M1|Kanpur Airport
KNV|CA|50.683|-125.833|163|M1|Knights Inlet Airport
KNW|US|59.456|-157.374|51|S1|New Stuyahok Airport
KNX|AU|-15.784|128.713|267|M1|Kununurra Airport
KNY|RU|58.48|99.096|209|M1|Kodinsk Airport
KNZ|ML|12.843|-11.252|5|S0|Kenieba Airport
KOA|US|19.736|-156.041|343|L1|Kona International Airport at Keahole
KOC|NC|-20.5|164.417|354|S1|Koumac Airport
KOD|ID|-0.267|116.583|214|S0|Kotabangun Airport
KOE|ID|-10.169|123.667|214|S1|El Tari Kupang International Airport
KOF|ZA|-25.433|31.933|22|S0|Komatipoort Airport
KOG|LA|15.567|105.817|243|S0|Khong Airport
KOH|AU|-15.967|142.417|259|S0|Koolatah Airport
KOI|GB|58.958|-2.901|293|M1|Kirkwall Airport
KOJ|JP|31.801|130.716|240|L1|Kagoshima Airport
KOK|FI|63.719|23.133|284|M1|Kokkola-Pietarsaari Airport
KOL|CF|8.5|21.25|6|S0|Koumala Airport
KOM|PG|-6.068|142.86|358|S0|Komo Airport
KON|VN|14.354|108.021|198|S0|Kontum Airport
KOO|CD|-5.394|26.991|32|S0|Kongolo Airport
KOP|TH|17.4|104.75|185|M1|Nakhon Phanom Airport
KOQ|DE|51.717|11.95|274|S0|Koethen Airport
KOR|PG|-7.808|146.55|358|S0|Kokoro Airport
KOS|KH|10.581|103.639|222|S1|Sihanouk International Airport
KOT|US|63.031|-163.532|51|S1|Kotlik Airport
KOU|GA|-1.185|12.441|29|M0|Koulamoutou Airport
KOV|KZ|53.317|69.4|176|M1|Kokshetau Airport
KOW|CN|25.852|114.777|232|S1|Ganzhou Huangjin Airport
KOX|ID|-4.717|136.417|202|S0|Kokonao Airport
KOY|US|57.162|-154.227|51|S1|Olga Bay Sea Plane Base
KOZ|US|57.917|-152.5|51|S0|Ouzinkie Sea Plane Base
KPA|PG|-5.383|142.55|358|S0|Kopiago Airport
KPB|US|56.333|-133.583|121|S1|Point Baker Sea Plane Base
KPC|US|65.254|-166.856|51|M0|Port Clarence Airport
KPE|PG|-4.05|141.167|358|S0|Yapsiei Airport
KPF|PG|-8.533|142.512|358|S0|Kondubol Airport
KPG|GY|6.467|-59.167|100|S0|Kurupung Airport
KPI|MY|2.011|112.929|210|S0|Kapit Airport
KPL|PG|-8.633|142.824|358|S0|Kapal Airport
KPM|PG|-5.383|143.933|358|S0|Kompiam Airport
KPN|US|59.933|-164.05|51|S1|Kipnuk Sea Plane Base
KPO|KR|35.984|129.434|231|M1|Pohang Airport
KPP|AU|-19.967|143.933|259|S0|Kalpowar Airport
KPR|US|58.49|-152.583|51|S1|Port Williams Sea Plane Base
KPS|AU|-31.083|152.767|268|M0|Kempsey Airport
KPT|US|41.983|-114.667|112|S0|Jackpot Airport
KPV|US|55.909|-159.159|51|S1|Perryville Airport
KPW|RU|67.847|166.139|178|M1|Keperveyem Airport
KPY|US|57.931|-153.04|51|S1|Port Bailey Sea Plane Base
KQA|US|54.133|-165.783|51|S1|Akutan Airport
KQB|AU|-31.9|133.417|258|M1|Koonibba Airport
KQH|IN|26.601|74.814|208|M1|Kishangarh Airport
KQL|PG|-5.65|144.867|358|S0|Kol Airport
KQR|AU|-29.217|116.687|267|S1|Karara Airport
KQT|TJ|37.866|68.865|195|M1|Bokhtar International Airport
KRA|AU|-35.667|143.917|266|M0|Kerang Airport
KRB|AU|-17.455|140.832|259|S1|Karumba Airport
KRC|ID|-1.717|101.25|201|S1|Kerinci Airport
KRD|AU|-20.517|134.667|261|S0|Kurundi Station Airport
KRE|BI|-2.544|30.094|11|S1|Kirundo Airport
KRF|SE|63.049|17.773|312|M1|Kramfors/Solleftea Airport
KRG|GY|4.017|-59.517|100|S0|Karasabai Airport
KRH|GB|51.336|-0.186|293|S0|Redhill
KRI|PG|-7.483|144.267|358|S1|Kikori Airport
KRJ|PG|-4.617|143.517|358|S0|Karawari Airport
KRK|PL|50.075|19.794|317|L1|John Paul II Kraków-Balice International Airport
KRL|CN|41.616|86.143|232|M1|Korla Licheng Airport
KRM|GY|3.75|-59.317|100|S0|Karanambo Airport
KRN|SE|67.822|20.346|312|M1|Kiruna Airport
KRO|RU|55.474|65.413|247|M1|Kurgan Airport
KRP|DK|56.3|9.117|280|M1|Midtjyllands Airport
KRQ|UA|48.717|37.617|290|S0|Kramatorsk Airport
KRR|RU|45.034|39.139|300|L1|Krasnodar International Airport
KRS|NO|58.203|8.074|301|L1|Kristiansand Airport
KRT|SD|15.592|32.55|25|L1|Khartoum International Airport
KRU|PG|-8.3|147.083|358|S0|Kerau Airport
KRV|KE|2.983|36.117|40|S0|Kerio Valley Airport
KRW|TM|40.056|53.013|180|M1|Turkmenbashi Airport
KRX|PG|-4.5|145.967|358|S0|Kar Kar Airport
KRY|CN|45.617|84.883|232|S1|Karamay Guhai Airport
KRZ|CD|-1.5|18.928|27|S0|Basango Mboliasa Airport
KSA|FM|5.352|162.957|346|M1|Kosrae Airport
KSB|PG|-6.383|147.017|358|S0|Kasanombe Airport
KSC|SK|48.667|21.25|275|M1|Barca Airport
KSD|SE|59.36|13.472|312|M1|Karlstad Airport
KSE|UG|0.186|30.101|24|S0|Kasese Airport
KSF|DE|51.406|9.377|274|M1|Kassel-Calden Airport
KSG|PG|-6.35|146.717|358|S0|Kisengan Airport
KSH|IR|34.356|47.145|238|M1|Kermanshah Airport
KSI|GN|9.183|-10.1|14|S0|Kissidougou Airport
KSJ|GR|35.421|26.911|272|S1|Kasos Island Airport
KSK|SE|59.317|14.55|312|M0|Karlskoga Airport
KSL|SD|15.39|36.342|25|M1|Kassala Airport
KSM|US|62.059|-163.295|51|S1|Saint Mary's Airport
KSN|KZ|53.2|63.55|226|M1|Kostanay Airport
KSO|GR|40.451|21.273|272|S1|Aristoteles Airport
KSP|PG|-8.55|147.467|358|S0|Kosipe Airport
KSQ|UZ|38.835|65.912|230|S1|Karshi-Khanabad AB
KSR|ID|-6.179|120.437|214|S1|H. Aroeppala Airport
KSS|ML|11.3|-5.583|5|S0|Sikasso Airport
KST|SD|13.183|32.733|25|S0|Rabak
KSU|NO|63.113|7.826|301|M1|Kristiansund Airport, Kvernberget
KSV|AU|-23.55|140.683|259|S0|Springvale Airport
KSW|IL|33.217|35.567|203|S0|Kiryat Shmona Airport
KSX|PG|-6.6|146.183|358|S0|Yasuru Airport
KSY|TR|40.552|43.086|286|M1|Kars Airport
KSZ|RU|61.236|46.698|300|M1|Kotlas Airport
KTA|AU|-20.708|116.77|267|M1|Karratha Airport
KTB|US|55.687|-132.532|51|S1|Thorne Bay Seaplane Base
KTC|CI|8.167|-5.167|0|S0|Katiola Airport
KTD|JP|25.944|131.325|240|M1|Kitadaito Airport
KTE|MY|4.538|103.428|210|M0|Kerteh Airport
KTF|NZ|-40.815|172.775|331|S0|Takaka Airport
KTG|ID|-1.833|109.983|201|M1|Ketapang Airport
KTH|US|59.967|-158.333|51|S0|Tikchik Sea Plane Base
KTI|KH|12.5|106.05|222|S1|Kratie Airport
KTJ|KE|-1.264|35.023|40|S0|Kichwa Tembo Airport
KTK|PG|-5.339|154.75|358|S0|Kanua Airport
KTL|KE|0.974|34.959|40|M0|Kitale Airport
KTM|NP|27.7|85.357|207|L1|Tribhuvan International Airport
KTN|US|55.357|-131.709|151|L1|Ketchikan International Airport
KTO|GY|4.65|-59.817|100|S0|Kato Airport
KTP|JM|17.988|-76.823|107|M1|Tinson Airport
KTQ|FI|62.166|30.077|284|M0|Kitee Airport
KTR|AU|-14.512|132.372|261|M0|RAAF Base Tindal
KTS|US|65.329|-166.472|51|S1|Brevig Mission Airport
KTT|FI|67.696|24.859|284|M1|Kittila Airport
KTU|IN|25|76.5|208|M0|Kota Airport
KTV|VE|5.75|-62.417|75|S0|Kamarata Airport
KTW|PL|50.471|19.074|317|L1|Katowice Airport
KTX|ML|12.417|-5.383|5|S0|Koutiala Airport
KTY|LK|6.552|79.979|190|S0|Katukurunda Airport
KUA|MY|3.781|103.215|210|M1|Sultan Haji Ahmad Shah Airport
KUC|KI|0.233|173.383|362|S0|Kuria Airport
KUD|MY|6.925|116.834|210|S1|Kudat Airport
KUE|SB|-8.017|156|341|S0|Kukundu Airport
KUF|RU|53.508|50.147|307|L1|Kurumoch Samara International Airport
KUG|AU|-10.233|142.3|259|S1|Kubin Island Airport
KUH|JP|43.046|144.197|240|M1|Kushiro Airport
KUI|NZ|-36.429|174.819|331|M1|Kawau Island Seaplane Base
KUJ|JP|33.433|135.783|240|M1|Kushimoto Airport
KUK|US|60.876|-162.521|51|S1|Kasigluk Airport
KUL|MY|2.744|101.717|210|L1|Kuala Lumpur International Airport
KUM|JP|30.386|130.659|240|M1|Yakushima Airport
KUN|LT|54.9|23.917|316|M1|Kaunas Airport
KUO|FI|63.009|27.789|284|M1|Kuopio Airport
KUP|PG|-10.092|148.167|358|S0|Kupiano Airport
KUQ|PG|-7.133|143.267|358|S0|Kuri Airport
KUR|AF|38.4|71.117|204|S0|Kuran-O-Munjan Airport
KUS|GL|65.567|-37.117|93|M1|Kulusuk Airport
KUT|GE|42.176|42.483|237|M1|Kutaisi International Airport
KUU|IN|31.983|77.1|208|M1|Bhuntar Airport
KUV|KR|35.983|126.75|231|M1|Gunsan Airport
KUW|US|67.967|-161.983|51|M1|Kugururok River Airport
KUX|PG|-5.378|141.631|358|S0|Kuyol Airport
KUY|PG|-7.428|143.124|358|S1|Kamusi Airport
KUZ|GL|65.864|-36.998|93|M1|Kuummiit Heliport
KVA|GR|40.913|24.62|272|M1|Kavala International Airport
KVB|SE|58.45|13.967|312|M0|Skovde Airport
KVC|US|55.055|-162.313|51|S1|King Cove Airport
KVE|PG|-8.667|151.333|358|S0|Kitava Airport
KVG|PG|-2.581|150.807|358|M1|Kavieng Airport
KVK|RU|67.583|33.583|300|S0|Kirovsk Airport
KVL|US|67.732|-164.547|51|S1|Kivalina Airport
KVM|RU|64.665|170.414|178|S1|Markovo Airport
KVO|RS|43.819|20.585|273|M1|Morava Airport
KVR|RU|44.267|135.036|244|S0|Kavalerovo Airport
KVU|FJ|-18.216|177.73|337|S0|SPB
KVX|RU|58.5|49.35|300|M1|Kirov Airport
KWA|MH|8.721|167.722|347|M1|Kwajalein Airport
KWB|ID|-5.802|110.478|201|S1|Dewadaru Airport
KWD|CF|-1.95|124.967|6|S0|Kawadja
KWE|CN|26.544|106.796|232|L1|Guiyang Longdongbao International Airport
KWF|US|55.296|-133.244|108|S0|Waterfall Sea Plane Base
KWG|UA|48.05|33.217|290|M1|Krivoy Rog Airport
KWH|AF|33.917|66.333|204|S0|Khwahan Airport
KWI|KW|29.24|47.971|211|L1|Kuwait International Airport
KWJ|KR|35.14|126.81|231|M1|Gwangju Airport
KWK|US|59.833|-163.133|51|S1|Kwigillingok Airport
KWL|CN|25.218|110.047|232|L1|Guilin Liangjiang International Airport
KWM|AU|-15.488|141.748|259|M1|Kowanyama Airport
KWN|US|59.751|-161.841|51|S1|Kwinhagak Airport
KWO|PG|-7.983|142.817|358|S0|Kawito Airport
KWP|US|57.77|-153.545|51|S1|West Point Village Sea Plane Base
KWR|SB|-8.567|160.733|341|S0|Kwai Harbour Airport
KWS|SB|-8.361|160.775|341|S0|Kwailibesi
KWT|US|60.809|-161.438|51|S1|Kwethluk Airport
KWV|PG|-6.183|155.333|358|S0|Kurwina Airport
KWX|PG|-8.583|143.417|358|S0|Kiwai Island Airport
KWY|KE|-2.017|41.267|40|M0|Kiwayu Airport
KWZ|CD|-10.767|25.507|32|M1|Kolwezi Airport
KXA|US|55.538|-132.396|108|S1|Kasaan Sea Plane Base
KXB|ID|-4.341|121.524|214|M1|Sangia Nibandera Airport
KXD|RU|59.65|67.433|247|S0|Kondinskoye
KXE|ZA|-26.867|26.717|22|M0|Klerksdorp Airport
KXF|FJ|-17.344|179.419|337|S1|Koro Island Airport
KXK|RU|50.403|136.934|244|M1|Khurba Airport
KXO|UG|-1.283|29.719|24|S1|Kisoro Airport
KXR|PG|-5.15|154.583|358|S0|Karoola Airport
KXU|PF|-16.339|-144.403|361|S0|Katiu Airport
KYA|TR|37.979|32.562|286|M1|Konya Airport
KYB|AU|-22.159|116.159|267|S0|Ken's Bore
KYD|TW|22.083|121.5|235|M1|Orchid Island Airport
KYE|LB|34.586|36.003|186|M0|Rene Mouawad Air Base
KYF|AU|-27.278|120.075|267|S0|Yeelirrie Airport
KYI|AU|-31.483|131.867|258|S0|Yalata Mission Airport
KYK|US|57.566|-154.45|51|S1|Karluk Airport
KYL|US|25.067|-80.467|129|M1|Port Largo Airport
KYO|US|28.217|-82.367|129|S0|Topp of Tampa Airport
KYP|MM|19.429|93.535|246|M1|Kyaukpyu Airport
KYS|ML|14.432|-11.439|5|M0|Kayes Airport
KYT|MM|21.415|94.144|246|S0|Kyaukhtu Airport
KYU|US|64.878|-157.713|51|S1|Koyukuk Airport
KYX|PG|-6.183|147.017|358|S0|Yalumet Airport
KYZ|RU|51.673|94.408|209|M1|Kyzyl Airport
KZB|US|57.553|-153.747|51|S1|Zachar Bay Sea Plane Base
KZC|KH|12.333|104.583|222|M0|Kompong-Chhnang Airport
KZD|KH|12.533|104.2|222|S0|Krakor Airport
KZF|PG|-7.467|146|358|S0|Kaintiba Airport
KZG|DE|49.733|10.15|274|S0|Kitzingen Airport
KZH|US|57.583|-153.15|51|M1|Kizhuyak Airport
KZI|GR|40.289|21.842|272|M1|Philippos Airport
KZK|KH|12.583|104.85|222|M1|Kompong Thom Airport
KZN|RU|55.608|49.298|300|L1|Kazan International Airport
KZO|KZ|44.712|65.593|227|S1|Kzyl-Orda Airport
KZR|TR|39.12|30.117|286|S1|Zafer Airport
KZS|GR|36.142|29.576|272|S1|Kastellorizo Airport
LAA|US|38.069|-102.69|85|M0|Southeast Colorado Regional Airport
LAB|PG|-5.633|148.067|358|S0|Lablab Airport
LAC|MY|7.4|113.85|210|S0|Layang-Layang Airstrip
LAD|AO|-8.848|13.235|31|L1|4 de Fevereiro International Airport
LAE|PG|-6.566|146.728|358|M1|Nadzab Airport
LAF|US|40.412|-86.934|104|M1|Purdue University Airport
LAG|VE|10.6|-66.933|75|M1|La Guaira Airport
LAH|ID|-0.637|127.5|202|S0|Oesman Sadik Airport
LAI|FR|48.754|-3.482|302|M0|Servel Airport
LAJ|BR|-27.782|-50.28|149|M1|Correia Pinto Airport
LAK|CA|68.222|-134.986|166|S1|Aklavik Airport
LAL|US|27.989|-82.015|129|M1|Lakeland Linder International Airport
LAM|US|35.88|-106.269|85|S0|Los Alamos Airport
LAN|US|42.776|-84.589|86|L1|Capital Region International Airport
LAO|PH|18.182|120.534|215|M1|Laoag Airport
LAP|MX|24.076|-110.368|118|M1|Leon Airport
LAQ|LY|32.789|21.964|47|M1|La Braq Airport
LAR|US|41.314|-105.673|85|M1|General Brees Field
LAS|US|36.081|-115.148|112|L1|Harry Reid International Airport
LAU|KE|-2.25|40.912|40|M1|Lamu Airport
LAW|US|34.57|-98.416|78|M1|Lawton-Fort Sill Regional Airport
LAX|US|33.943|-118.408|112|L1|Los Angeles International Airport
LAY|ZA|-28.567|29.75|22|M0|Ladysmith Airport
LAZ|BR|-13.257|-43.413|66|M0|Bom Jesus Da Lapa Airport
LBA|GB|53.869|-1.66|293|L1|Leeds Bradford Airport
LBB|US|33.656|-101.822|78|L1|Lubbock Preston Smith International Airport
LBC|DE|53.805|10.701|274|M1|Luebeck-Blankensee Airport
LBD|TJ|40.22|69.697|195|M1|Khujand Airport
LBE|US|40.273|-79.409|129|M1|Arnold Palmer Regional Airport
LBF|US|41.128|-100.697|78|M1|Lee Bird Field
LBG|FR|48.964|2.442|302|M0|Le Bourget Airport
LBH|AU|-33.587|151.324|268|S1|Palm Beach Sea Plane Base
LBI|FR|43.933|2.15|302|M0|Le Sequestre Airport
LBJ|ID|-8.486|119.889|214|S1|Komodo Airport
LBK|KE|0.383|40.967|40|S0|Liboi Airport
LBL|US|37.044|-100.961|78|M1|Liberal Municipal Airport
LBM|MZ|-18.5|36.167|35|S0|Luabo Airport
LBN|KE|0.669|36.103|40|S0|Lake Baringo Airport
LBO|CD|-4.967|23.45|32|S0|Lusambo Airport
LBP|MY|3.2|115.4|210|M1|Long Banga Airfield
LBQ|GA|-0.715|10.239|29|M0|Lambarene Airport
LBR|BR|-7.25|-64.85|114|S1|Labrea Airport
LBS|FJ|-16.466|179.338|337|M1|Labasa Airport
LBT|US|34.614|-79.06|129|M0|Lumberton Airport
LBU|MY|5.294|115.249|210|M1|Labuan Airport
LBV|GA|0.457|9.41|29|L1|Libreville International Airport
LBW|ID|3.903|115.692|214|S1|Juvai Semaring Airport
LBX|PH|13.866|120.105|215|M0|Lubang Airport
LBY|FR|47.289|-2.346|302|M0|Montoir Airport
LBZ|AO|-8.383|20.667|31|S0|Lukapa Airport
LCA|CY|34.871|33.608|217|L1|Larnaca International Airport
LCB|BR|-13.013|-59.999|73|S1|Pontes-e-Lacerda Airport
LCC|IT|40.243|18.133|306|M0|Galatina Airport
LCD|ZA|-23.017|29.717|22|S0|Louis Trichardt Airport
LCE|HN|15.741|-86.857|157|M1|Goloson International Airport
LCF|GT|15.668|-88.948|98|S0|Las Vegas Airport
LCG|ES|43.302|-8.382|295|M1|A Coruna Airport
LCH|US|30.123|-93.221|78|M1|Lake Charles Regional Airport
LCI|US|43.571|-71.421|129|S0|Laconia Municipal Airport
LCJ|PL|51.722|19.398|317|M1|Lodz Wladyslaw Reymont Airport
LCK|US|39.818|-82.936|129|L1|Rickenbacker International Airport
LCL|CU|22.337|-83.64|102|M0|La Coloma Airport
LCM|AR|-30.967|-64.5|54|S0|La Cumbre Airport
LCN|AU|-30.517|139.35|258|S0|Balcanoona Airport
LCO|CG|-2.45|14.533|10|S0|Lague Airport
LCP|AR|-38.083|-70.667|54|S0|Loncopue Airport
LCQ|US|30.182|-82.575|129|S0|Lake City Gateway Airport
LCR|CO|-1.458|-72.802|70|S1|La Chorrera Airport
LCS|CN|24.267|97.905|232|M1|Longchuan Guangsong Airport
LCT|CN|37.913|114.592|232|S0|Shijiazhuang Luancheng Airport
LCV|IT|43.833|10.583|306|S0|Lucca Airport
LCX|CN|25.676|116.746|232|M1|Longyan Guanzhishan Airport
LCY|GB|51.504|0.049|293|L1|London City Airport
LDA|IN|25.033|88.15|208|S0|Malda Airport
LDB|BR|-23.328|-51.138|149|M1|Londrina Airport
LDC|AU|-21|149|264|S0|Lindeman Island Airport
LDE|FR|43.187|0.003|302|M1|Tarbes Ossun Lourdes Airport
LDG|RU|64.9|45.75|300|S1|Leshukonskoye Airport
LDH|AU|-31.541|159.078|265|S1|Lord Howe Island Airport
LDI|TZ|-9.846|39.759|16|S0|Lindi Airport
LDJ|US|40.617|-74.25|129|S0|Linden Airport
LDK|SE|58.5|13.167|312|S0|Hovby Airport
LDM|US|44.075|-86.479|129|S0|Mason County
LDN|NP|27.25|86.717|207|S0|Lamidanda Airport
LDO|SR|4.217|-55.233|134|S0|Laduani Airstrip
LDR|YE|13.9|45.867|175|S0|Lodar Airport
LDS|CN|47.752|129.019|232|M1|Yichun Lindu Airport
LDU|MY|5.035|118.326|210|M1|Lahad Datu Airport
LDV|FR|48.5|-4.1|302|M0|Landivisiau Airport
LDW|AU|-17.883|126.65|267|S0|Lansdowne Station Airport
LDX|GF|5.483|-54.05|76|S1|Saint Laurent du Maroni Airport
LDY|GB|55.041|-7.157|293|M1|City of Derry Airport
LDZ|ZA|-24.81|31.505|22|S0|Londolozi Airport
LEA|AU|-22.24|114.094|267|M1|Learmonth Airport
LEB|US|43.629|-72.31|129|M1|Lebanon Municipal Airport
LEC|BR|-12.486|-41.274|66|S1|Coronel Horacio de Mattos Airport
LED|RU|59.8|30.271|300|L1|Pulkovo Airport
LEE|US|28.833|-81.817|129|M0|Leesburg International Airport
LEF|LS|-29.783|28.583|36|S0|Lebakeng Airport
LEG|MR|17.167|-13.95|43|S0|Aleg Airport
LEH|FR|49.539|0.089|302|M0|Octeville Airport
LEI|ES|36.848|-2.372|295|M1|Almeria Airport
LEJ|DE|51.42|12.221|274|L1|Leipzig/Halle Airport
LEK|GN|11.333|-12.297|14|S0|Labe Airport
LEL|AU|-12.508|135.8|261|S1|Lake Evella Airport
LEM|US|45.941|-102.159|85|S0|Lemmon Airport
LEN|ES|42.591|-5.646|295|M1|Leon Airport
LEO|GA|-1.567|14.217|29|S0|Leconi Airport
LEP|BR|-21.467|-42.667|149|M1|Leopoldina Airport
LEQ|GB|50.103|-5.67|293|S1|Lands End Airport
LER|AU|-27.839|120.704|267|M1|Leinster Airport
LES|LS|-29.756|28.357|36|S0|Lesobeng Airport
LET|CO|-4.196|-69.939|70|M1|Gen. A.V. Cobo Airport
LEU|ES|42.417|1.467|295|S1|Andorra–La Seu d'Urgell Airport
LEV|FJ|-17.683|178.833|337|S1|Levuka Airfield
LEW|US|44.1|-70.233|129|S0|Lewiston/Auburn Municipal Airport
LEX|US|38.038|-84.598|129|L1|Blue Grass Airport
LEY|NL|52.467|5.533|270|M0|Lelystad Airport
LEZ|HN|14.25|-88.167|157|S0|La Esperanza Airport
LFB|MZ|-15.032|40.672|35|S0|Lumbo Airport
LFH|CN|26.656|99.54|232|M1|Lanping Fenghua General Airport
LFI|US|37.079|-76.361|129|M0|Langley Field
LFK|US|31.234|-94.75|78|M0|Lufkin Angelina County Airport
LFM|IR|27.369|53.195|238|M1|Lamerd Airport
LFN|US|36.025|-78.325|129|S0|Triangle North Executive Airport
LFO|ET|5.667|44.333|2|S0|Kelafo Airport
LFP|AU|-14.922|144.2|259|S0|Lakefield Airport
LFQ|CN|36.044|111.495|232|M1|Linfen Yaodu Airport
LFR|VE|8.241|-72.272|75|M0|La Fria Airport
LFT|US|30.209|-91.993|78|M1|Lafayette Regional Airport
LFW|TG|6.167|1.25|30|M1|Lome–Tokoin International Airport
LGA|US|40.774|-73.872|129|L1|LaGuardia Airport
LGB|US|33.818|-118.144|112|L1|Long Beach Airport
LGC|US|33.008|-85.071|129|S0|LaGrange Callaway Airport
LGD|US|45.29|-118.005|112|S0|La Grande/Union County Airport
LGE|AU|-20.133|127.567|267|S0|Lake Gregory Airport
LGF|US|32.717|-114.617|135|S0|Laguna Army Air Field
LGG|BE|50.643|5.46|276|M1|Liege Airport
LGH|AU|-30.467|138.417|258|M0|Leigh Creek Airport
LGI|BS|23.179|-75.091|128|M1|Deadmans Cay Airport
LGK|MY|6.342|99.731|210|L1|Langkawi International Airport
LGL|MY|4.183|114.25|210|S1|Long Lellang Airport
LGM|PG|-4.333|145.417|358|S0|Laiagam Airport
LGN|PG|-5.683|149.417|358|S0|Linga Linga Airport
LGO|DE|53.767|7.533|274|S0|Langeoog Airport
LGP|PH|13.158|123.735|215|L0|Legazpi Airport
LGQ|EC|0.1|-76.883|99|S0|Lago Agrio Airport
LGR|CL|-47.167|-72|147|M0|Cochrane Airport
LGS|AR|-35.493|-69.575|54|M0|Malargue Airport
LGT|CO|4.55|-70.926|70|S0|Las Gaviotas Airport
LGU|US|41.788|-111.855|85|M0|Cache Airport
LGW|GB|51.151|-0.177|293|L1|London Gatwick Airport
LGX|SO|3.813|42.546|38|S0|Lugh Ganane Airport
LGY|VE|8.517|-71.4|75|S0|Lagunillas Airport
LGZ|CN|28.422|92.344|232|S1|Shannan Longzi (Lhünzê) Airport
LHA|DE|48.333|7.883|274|M0|Lahr Airport
LHB|US|54.233|-165.6|51|M1|Lost Harbor Sea Port
LHE|PK|31.521|74.403|206|L1|Allama Iqbal International Airport
LHG|AU|-29.458|147.983|268|M1|Lightning Ridge Airport
LHI|ID|-3.133|139.9|202|S0|Lereh Airport
LHK|CN|32.267|111.633|232|M0|Guanghua Airport
LHL|AZ|39.879|46.368|184|S0|Lachin International Airport
LHN|BR|-19.394|-40.089|64|S0|Linhares Regional Airport
LHP|PG|-6.5|155.7|358|S0|Lehu Airport
LHR|GB|51.47|-0.454|293|L1|London Heathrow Airport
LHS|AR|-32.85|-68.817|54|M1|Las Heras Airport
LHU|NA|-18.116|23.392|49|S0|Lianshulu Airport
LHV|US|41.133|-77.45|129|S0|W T Piper Memorial Airport
LHW|CN|36.509|103.618|232|L1|Lanzhou Zhongchuan Airport
LIA|CN|30.817|107.7|232|S0|Liangping Airport
LIB|AU|-17.2|129.8|261|S0|Limbunya Station Airport
LIC|US|39.267|-103.683|85|S0|Limon Municipal Airport
LIE|CD|3.624|18.639|27|S0|Libenge Airport
LIF|NC|-20.767|167.25|354|M1|Lifou Airport
LIG|FR|45.862|1.176|302|M1|Bellegarde Airport
LIH|US|21.978|-159.349|343|L1|Lihue Airport
LII|ID|-3.733|137.967|202|S0|Mulia Airport
LIJ|US|54.929|-132.808|151|S0|Long Island Airport
LIK|MH|9.817|169.317|348|S1|Likiep Airport
LIL|FR|50.572|3.106|302|L1|Lille Airport
LIM|PE|-12.025|-77.109|111|L1|Jorge Chavez International Airport
LIN|IT|45.461|9.279|306|L1|Milano Linate Airport
LIO|CR|9.963|-83.026|80|M1|Limon International Airport
LIP|BR|-21.667|-49.75|149|M0|Lins Airport
LIQ|CD|2.171|21.497|27|M0|Lisala Airport
LIR|CR|10.6|-85.538|80|L1|Liberia Guanacaste Airport
LIS|PT|38.77|-9.128|291|L1|Lisbon Portela Airport
LIT|US|34.727|-92.221|78|L1|Bill and Hillary Clinton National Airport
LIU|IT|35.833|12.083|306|M1|Linosa Heliport
LIV|US|65.517|-148.667|51|S0|Livengood Airport
LIW|MM|19.69|97.214|246|M1|Loikaw Airport
LIX|MW|-12.076|34.737|9|S0|Likoma Island Airport
LIY|US|31.85|-81.6|129|S0|Wright Army Air Field
LIZ|US|42.033|-78.633|129|S0|Loring Air Force Base
LJA|CD|-3.463|23.619|32|S0|Lodja Airport
LJG|CN|26.672|100.245|232|L1|Lijiang Airport
LJN|US|29.038|-95.457|78|M0|Texas Gulf Coast Regional Airport
LJU|SI|46.231|14.455|292|L1|Ljubljana Joze Pucnik Airport
LKA|ID|-8.274|123.001|214|S1|Gewayantana Airport
LKB|FJ|-18.2|179.2|337|S1|Lakeba Airport
LKC|CG|-2.317|14.6|10|S0|Lekana Airport
LKD|AU|-15.817|144.95|259|S0|Lakeland Downs Airport
LKE|US|47.628|-122.339|112|S1|Lake Union Sea Plane Base
LKG|KE|4.204|34.35|40|M0|Lokichogio Airport
LKH|MY|3.313|114.786|210|S0|Long Akah Airport
LKI|ID|2.41|96.326|201|S1|Lasikin Airport
LKK|US|59.817|-158.833|51|S0|Kulik Lake Airport
LKL|NO|70.068|24.974|301|M1|Lakselv Airport
LKM|ID|0.889|124.033|214|S1|Lolak Bolaang Mongondow Airport
LKN|NO|68.154|13.615|301|M1|Leknes Airport
LKO|IN|26.764|80.884|208|L1|Chaudhary Charan Singh International Airport
LKP|US|44.283|-73.983|129|S0|Lake Placid Airport
LKR|SO|11.15|48.2|38|S0|Las Khoreh Airport
LKS|US|30.501|-98.147|78|M1|Lakeside Airport
LKT|CI|5.833|-5.5|0|M1|Lakota Airport
LKU|KE|3.417|35.883|40|S0|Lake Rudolf Airport
LKV|US|42.167|-120.4|112|S0|Lake County Airport
LKW|OM|22.806|55.375|216|S0|Lekhwair Airport
LKY|TZ|-3.375|35.817|16|M0|Lake Manyara Airport
LKZ|GB|52.492|0.676|293|M0|Lakenheath RAF
LLA|SE|65.548|22.122|312|L1|Lulea Airport
LLB|CN|25.452|107.962|232|S1|Libo County Libo City Airport
LLC|PH|18.181|121.745|215|M0|Cagayan North International Airport
LLE|ZA|-25.467|31.567|22|S0|Malelane Airport
LLF|CN|26.346|111.612|232|M1|Yongzhou Lingling Airport
LLG|AU|-17.141|144.528|259|S0|Chillagoe Airport
LLH|HN|15.443|-87.899|157|S0|Las Limas Airport
LLI|ET|12.017|39.067|2|S0|Lalibela Airport
LLJ|ID|-3.284|102.914|201|S0|Silampari Airport
LLK|AZ|38.742|48.824|184|S1|Lankaran International Airport
LLL|AU|-16.567|128.633|267|S0|Lissadell Airport
LLM|SB|-10.298|166.328|341|S0|Lomlom
LLN|ID|-3.75|138.667|202|S0|Kelila Airport
LLO|ID|-3.085|120.245|214|S1|Lagaligo Airport
LLP|AU|-23.167|138.7|259|S0|Linda Downs Airport
LLS|AR|-24.717|-60.583|54|S0|Las Lomitas Airport
LLT|AO|-12.367|13.533|31|S0|Lobito
LLU|GL|60.464|-45.569|93|M1|Alluitsup Paa Airport
LLV|CN|37.683|111.143|232|M1|Luliang Dawu Airport
LLW|MW|-13.78|33.78|9|M1|Kamuzu International Airport
LLX|US|44.5|-72.017|129|S0|Caledonia County Airport
LLY|US|39.917|-74.75|129|S0|South Jersey Regional Airport
LMA|US|63.869|-152.286|51|S1|Minchumina Intermediate Airport
LMB|MW|-13.75|34.583|9|S0|Salima Airport
LMC|CO|2.179|-73.788|70|S1|Lamacarena Airport
LMD|AR|-40.833|-68.133|54|S0|Los Menucos Airport
LME|FR|47.948|0.201|302|M1|Arnage Airport
LMG|PG|-4.7|152.75|358|S0|Lamassa Airport
LMH|HN|15.867|-85.55|157|S0|Limon Airport
LMI|PG|-3.483|142.033|358|S0|Lumi Airport
LML|MH|8.917|166.25|348|S0|Lae Airport
LMM|MX|25.817|-108.983|118|M1|Los Mochis International Airport
LMN|MY|4.667|115|210|M1|Limbang Airport
LMO|GB|57.717|-3.333|293|M0|RAF Lossiemouth
LMP|IT|35.5|12.617|306|M1|Lampedusa Airport
LMQ|LY|30.379|19.579|47|M0|Marsa el Brega Airport
LMR|ZA|-28.367|23.45|22|M0|Lime Acres Airport
LMS|US|33.117|-89.05|78|S0|Winston County Airport
LMT|US|42.163|-121.736|112|M0|Crater Lake Klamath Regional Airport
LMU|ID|2.964|105.754|223|S0|Letung Airport
LMV|MV|5.457|73.37|326|S0|Madivaru
LMX|CO|3.05|-77.55|70|S0|Lopez De Micay Airport
LMY|PG|-6.833|141.367|358|S1|Lake Murray Airport
LMZ|MZ|-10.767|40.483|35|M1|Palma Airport
LNA|US|26.717|-80.05|129|S0|Palm Beach County Airport
LNB|VU|-16.583|168.183|336|S1|Lamen Bay Airport
LNC|PG|-6.367|147.367|358|S0|Lengbati Airport
LND|US|42.833|-108.733|85|M0|Hunt Field
LNE|VU|-15.86|168.17|336|S1|Lonorore Airport
LNF|PG|-4.867|141.217|358|S0|Munbil Airport
LNG|PG|-8.167|146.117|358|S0|Lese Airport
LNH|AU|-20.95|138|261|S0|Lake Nash Airport
LNI|US|70.917|-153.25|51|S0|Point Lonely Short Range Radar Site
LNJ|CN|23.744|100.026|232|M1|Lincang Airport
LNK|US|40.846|-96.755|78|M1|Lincoln Airport
LNL|CN|33.788|105.797|232|M1|Longnan Chengxian Airport
LNM|PG|-7.217|146.217|358|S0|Langimar Airport
LNN|US|41.684|-81.391|129|S0|Lost Nation Airport
LNO|AU|-28.879|121.317|267|M1|Leonora Airport
LNP|US|36.983|-82.567|129|S0|Wise Airport
LNQ|PG|-10.433|150.15|358|S0|Loani Airport
LNR|US|43.212|-90.182|78|S0|Tri County Regional Airport
LNS|US|40.121|-76.3|129|M1|Lancaster Airport (Pennsylvania)
LNU|ID|3.575|116.62|214|S1|Robert Atty Bessing Airport
LNV|PG|-3.043|152.627|358|S1|Lihir Island Airport
LNX|RU|54.8|32.05|300|M1|Smolensk Airport
LNY|US|20.79|-156.95|343|M1|Lanai Airport
LNZ|AT|48.24|14.193|315|M1|Linz Airport
LOA|AU|-19|139.9|259|S0|Lorraine Airport
LOB|CL|-29.967|-71.533|147|S0|Los Andes Airport
LOC|AU|-33.55|135.75|258|S0|Lock Airport
LOD|VU|-15.317|167.967|336|S1|Longana Airport
LOE|TH|17.438|101.722|185|M1|Loei Airport
LOF|MH|7.917|169.917|348|S0|Loen Airport
LOH|EC|-4.108|-79.392|99|S1|Camilo Ponce
LOI|BR|-27.16|-49.543|149|S0|Helmuth Baungartem Airport
LOK|KE|3.122|35.61|40|M0|Lodwar Airport
LOL|US|40.058|-118.567|112|M0|Derby Field
LOM|MX|21.267|-101.933|122|S0|F. Primo de Verdad Airport
LOO|DZ|33.761|2.935|3|M0|L'Mekrareg Airport
LOP|ID|-8.762|116.274|214|L1|Zainuddin Abdul Madjid International Airport
LOQ|BW|-25.19|25.682|20|S0|Lobatse Airport
LOR|US|31.5|-85.433|78|M1|Lowe Army Heliport
LOS|NG|6.577|3.321|28|L1|Murtala Muhammed International Airport
LOT|US|41.607|-88.096|78|S0|Lewis University Airport
LOU|US|38.227|-85.657|109|M0|Bowman Field
LOV|MX|26.955|-101.466|125|M0|Venustiano Carranza International Airport
LOW|US|38|-77.967|129|S0|Louisa Airport
LOX|GT|14.967|-90.167|98|S0|Los Tablones
LOY|KE|2.75|36.717|40|S0|Loyangalani Airport
LOZ|US|37.087|-84.077|129|M0|Corbin-London Airport
LPA|ES|27.932|-15.385|251|L1|Gran Canaria Airport
LPB|BO|-16.509|-68.177|110|L1|El Alto International Airport
LPC|US|34.665|-120.466|112|S0|Lompoc Airport
LPD|CO|-1.3|-69.717|70|S1|La Pedrera Airport
LPE|CO|5.479|-70.421|70|S0|La Primavera Airport
LPF|CN|26.606|104.971|232|M1|Liupanshui Yuezhao Airport
LPG|AR|-34.975|-57.892|54|M0|La Plata Airport
LPH|GB|56.05|-5.433|293|M1|Lochgilphead Heliport
LPI|SE|58.407|15.657|312|M1|Linkoping City Airport
LPJ|VE|7|-67.667|75|S0|Los Pijiguaos Airport
LPK|RU|52.703|39.538|300|M1|Lipetsk Airport
LPL|GB|53.338|-2.855|293|L1|Liverpool John Lennon Airport
LPM|VU|-16.467|167.817|336|S1|Lamap Airport
LPN|PG|-6.583|146.45|358|S0|Leron Plains
LPO|US|41.6|-86.717|78|S0|Laporte Municipal Airport
LPP|FI|61.044|28.155|284|M1|Lappeenranta Airport
LPQ|LA|19.897|102.164|243|M1|Luang Prabang International Airport
LPS|US|48.483|-122.936|112|S1|Lopez Island Airport
LPT|TH|18.274|99.507|185|M1|Lampang Airport
LPU|ID|1.707|114.97|214|S1|Long Apung Airport
LPW|US|56.383|-134.833|151|M1|Little Port Walter Airport
LPX|LV|56.517|21.1|305|M0|Liepaya Airport
LPY|FR|45.083|3.767|302|S1|Loudes Airport
LPZ|CO|6.59|-73.129|70|S0|San Gil Los Pozos Airport
LQK|US|34.883|-82.7|129|S0|Pickens County Airport (South Carolina)
LQM|CO|-0.3|-74.583|70|S1|Puerto Leguizamo Airport
LQN|AF|34.987|63.119|204|S0|Qala i Naw Airport
LRA|GR|39.651|22.464|272|S0|Larisa Airport
LRB|LS|-28.967|28|36|S0|Leribe Airport
LRD|US|27.544|-99.455|78|M1|Laredo International Airport
LRE|AU|-23.439|144.271|259|M1|Longreach Airport
LRF|US|34.917|-92.15|78|M0|Little Rock Air Force Base
LRG|PK|27.85|65.083|206|S0|Lora Lai Airport
LRH|FR|46.181|-1.186|302|M1|Laleu Airport
LRI|CO|9.033|-75.7|70|S0|Lorica Airport
LRJ|US|42.8|-96.167|78|S0|Lemars Municipal Airport
LRL|TG|9.833|1.133|30|M0|Niamtougou Airport
LRM|DO|18.417|-68.9|148|L1|La Romana Airport
LRN|US|47.133|-119.283|112|M1|Larson Air Force Base
LRO|US|39.55|-94.333|112|M1|Sharpe Army Air Field
LRQ|CA|56.217|-101|165|S0|Laurie River
LRR|IR|27.67|54.383|238|M1|Lar Airport
LRS|GR|37.517|26.783|272|S1|Leros Airport
LRT|FR|47.754|-3.436|302|M1|Lann Bihoue Airport
LRU|US|32.291|-106.922|85|M1|Las Cruces Municipal Airport
LRV|VE|11.858|-66.75|75|S1|Los Roques Airport
LSA|PG|-8.364|151.025|358|S1|Losuia Airport
LSB|US|32.417|-108.667|85|S0|Lordsburg Airport
LSC|CL|-29.917|-71.204|147|M1|La Florida Airport
LSD|US|38.082|-84.318|129|M1|Lexington Creech Heliport
LSE|US|43.875|-91.264|78|M1|La Crosse Regional Airport
LSF|US|32.34|-84.986|129|M0|Lawson Army Air Field
LSH|MM|22.967|97.75|246|M1|Lashio Airport
LSI|GB|59.878|-1.287|293|M1|Sumburgh Airport
LSJ|PG|-5.333|147.083|358|S0|Long Island Airport
LSK|US|42.788|-104.446|85|S0|Lusk Municipal
LSL|CR|11.033|-84.7|80|M0|Los Chiles Airport
LSM|MY|4.216|115.583|210|S0|Long Semado Airport
LSN|US|37.067|-120.85|112|S0|Los Banos Airport
LSO|FR|46.5|-1.783|302|S0|Talmont Airport
LSP|VE|11.777|-70.15|75|M1|Josefa Camejo Airport
LSQ|CL|-37.398|-72.423|147|S0|Los Angeles Airport
LSR|ID|3.392|97.864|201|S1|Alas Leuser Airport
LSS|GP|15.867|-61.577|97|S0|Terre-de-Haut Airport
LST|AU|-41.544|147.205|263|L1|Launceston Airport
LSU|MY|4.55|115.5|210|S0|Long Sukang Airport
LSV|US|36.233|-115.036|112|M0|Nellis Air Force Base
LSW|ID|5.227|96.95|201|S1|Malikus Saleh Airport
LSX|ID|5.067|97.317|201|M0|Lhok Sukon Airport
LSY|AU|-28.837|153.263|268|M1|Lismore Airport
LSZ|HR|44.569|14.569|318|S0|Losinj Airport
LTA|ZA|-23.833|30.15|22|M0|Tzaneen Airport
LTB|AU|-41.235|146.396|263|S0|Latrobe Airport
LTC|TD|9.417|16.3|41|S0|Lai Airport
LTD|LY|30.129|9.51|47|M0|Ghadames Airport
LTF|PG|-2.833|141.617|358|S0|Leitre Airport
LTG|NP|28.233|85.6|207|S0|Langtang Airport
LTI|MN|46.376|96.221|241|M1|Altai Airport
LTK|SY|35.407|35.944|191|M0|Bassel al-Assad International Airport
LTL|GA|-0.833|12.717|29|S0|Lastourville Airport
LTM|GY|3.372|-59.79|100|M1|Lethem Airport
LTN|GB|51.88|-0.376|293|L1|London Luton Airport
LTO|MX|25.983|-111.35|118|M1|Loreto Airport
LTP|AU|-19.196|144.371|259|S0|Lyndhurst Airport
LTQ|FR|50.515|1.627|302|M0|Le Touquet Airport
LTR|IE|54.95|-7.733|281|S0|Letterkenny Airport
LTS|US|34.658|-99.269|78|M0|Altus Air Force Base
LTT|FR|43.206|6.483|302|S1|La Mole Airport
LTU|IN|18.41|76.466|208|M1|Latur Airport
LTV|AU|-17.05|141.383|259|S0|Lotus Vale Station Airport
LTW|US|38.25|-76.667|129|S0|Saint Marys County Airport
LTX|EC|-0.918|-78.616|99|M1|Cotopaxi International Airport
LUA|NP|27.688|86.732|207|S1|Tenzing-Hillary Airport
LUB|GY|2.4|-59.433|100|S0|Lumid Pau Airport
LUC|FJ|-16.749|179.667|337|S0|Laucala Island Airport
LUD|NA|-26.686|15.244|49|M1|Luderitz Airport
LUE|SK|48.333|19.667|275|S0|Lucenec Airport
LUF|US|33.536|-112.373|135|M0|Luke Air Force Base
LUG|CH|46.002|8.91|319|M1|Lugano Airport
LUH|IN|30.9|75.85|208|M0|Ludhiana Airport
LUI|HN|13.333|-87.85|157|S0|La Union Airport
LUJ|ZA|-31.367|29.583|22|M1|Lusikisiki Airport
LUK|US|39.103|-84.427|129|M1|Cincinnati Municipal Lunken Airport
LUL|US|31.667|-89.167|78|S0|Hesler-Noble Field
LUM|CN|24.405|98.532|232|M1|Dehong Mangshi Airport
LUN|ZM|-15.326|28.446|33|L1|Kenneth Kaunda International Airport
LUO|AO|-11.5|20.167|31|M0|Luena Airport
LUP|US|21.211|-156.974|343|S1|Kalaupapa Airport
LUQ|AR|-33.274|-66.359|54|M1|D. Cesar Raul Ojeda Airport
LUR|US|68.876|-166.107|51|M1|Cape Lisburne Airport
LUT|AU|-15.433|144.817|259|S0|New Laura Airport
LUU|AU|-15.667|144.167|259|S0|Laura Airport
LUV|ID|-5.667|132.717|202|M1|Langgur Airport
LUW|ID|-1.036|122.777|202|M0|Syukuran Aminuddin Amir Airport
LUX|LU|49.631|6.21|294|L1|Luxembourg Airport
LUZ|PL|51.232|22.69|317|M1|Lublin Airport
LVA|FR|48.067|-0.767|302|M0|Entrammes Airport
LVB|BR|-30.878|-55.533|149|S0|Santana do Livramento
LVD|US|61.35|-155.467|51|S0|Lime Village Airport
LVI|ZM|-17.821|25.822|33|M1|Harry Mwaanga Nkumbula International Airport
LVK|US|37.694|-121.817|112|S0|Livermore Airport
LVL|US|36.75|-77.833|129|S0|Lawrenceville Airport
LVM|US|45.667|-110.567|85|M0|Mission Field
LVO|AU|-28.614|122.423|267|S1|Laverton Airport
LVP|IR|26.81|53.356|238|M0|Lavan Island Airport
LVR|BR|-13.038|-55.95|82|S0|Bom Futuro Municipal
LVS|US|35.6|-105.217|85|M0|Las Vegas Airport
LWA|PH|17.35|121.183|215|S0|Lebak Airport
LWB|US|37.86|-80.399|129|M1|Greenbrier Valley Airport
LWC|US|39.009|-95.218|78|S0|Lawrence Airport
LWD|KE|0.193|38.2|228|S0|Lewa Downs Airstrip
LWE|ID|-8.363|123.438|214|S0|Wunopito Airport
LWH|AU|-18.577|138.584|259|S0|Lawn Hill Airport
LWI|PG|-6.317|146.583|358|S0|Lowai Airport
LWK|GB|60.189|-1.245|293|S1|Lerwick/Tingwall Airport
LWL|US|41.117|-114.967|112|S0|Harriet Field
LWM|US|42.714|-71.12|129|M0|Lawrence Municipal Airport
LWN|AM|40.717|43.833|248|M1|Shirak Airport
LWO|UA|49.812|23.959|290|L1|Lviv International Airport
LWR|NL|53.25|5.8|270|M0|Leeuwarden Air Base
LWS|US|46.375|-117.014|112|M1|Lewiston-Nez Perce County Regional Airport
LWT|US|47.051|-109.471|85|M0|Lewistown Municipal Airport
LWV|US|38.733|-87.683|78|S0|Lawrenceville Municipal Airport
LWY|MY|4.847|115.407|210|S1|Lawas Airport
LXA|CN|29.293|90.901|232|M1|Lhasa Gonggar Airport
LXG|LA|21.05|101.467|243|S1|Luang Namtha Airport
LXI|CN|43.6|118.033|232|M1|Linxi Airport
LXN|US|40.783|-99.75|78|S0|Jim Kelly Field
LXR|EG|25.675|32.7|12|M1|Luxor International Airport
LXS|GR|39.924|25.233|272|S1|Limnos Airport
LXU|ZM|-14.417|23.2|33|S0|Lukulu Airport
LXV|US|39.22|-106.316|85|S0|Leadville Airport
LYA|CN|34.736|112.385|232|M1|Luoyang Beijiao Airport
LYB|KY|19.659|-80.085|77|M0|Little Cayman Airport
LYC|SE|64.551|18.71|312|M1|Lycksele Airport
LYE|GB|51.505|-1.993|293|S0|RAF Station
LYG|CN|34.413|119.177|232|M1|Lianyungang Huaguoshan International Airport
LYH|US|37.327|-79.201|129|M1|Preston-Glenn Field
LYI|CN|35.047|118.407|232|M1|Linyi Qiyang Airport
LYK|ID|-9|117.267|214|S0|Lunyuk Airport
LYN|FR|45.731|4.943|302|M0|Bron Airport
LYO|US|38.35|-98.2|78|S0|Rice County Municipal Airport
LYP|PK|31.363|72.988|206|M1|Faisalabad Airport
LYR|SJ|78.209|15.8|174|M1|Svalbard Airport
LYS|FR|45.721|5.08|302|L1|Lyon Saint-Exupery Airport
LYT|AU|-24.117|152.7|259|S0|Lady Elliot Island Airport
LYU|US|47.824|-91.829|78|M0|Ely Airport
LYX|GB|50.955|0.938|293|M0|Lydd International Airport
LZA|CD|-7.667|22.5|27|S0|Luiza Airport
LZC|MX|18|-102.217|122|M0|Lazaro Cardenas Airport
LZG|CN|31.504|106.035|232|S1|Langzhong Gucheng Airport
LZH|CN|24.206|109.398|232|M1|Liuzhou Airport
LZI|CD|-4.944|14.124|27|S0|Luozi Airport
LZM|AO|-9.05|18.083|31|S0|Luzamba Airport
LZN|TW|26.159|119.958|235|M1|Matsu Nangan Airport
LZO|CN|29.03|105.47|232|M1|Luzhou Yunlong Airport
LZR|AU|-14.67|145.451|259|S0|Lizard Island Airport
LZU|US|33.981|-83.964|129|S0|Gwinnett County Airport at Briscoe Field
LZY|CN|29.309|94.336|232|M1|Nyingchi Mainling Airport
MAA|IN|12.982|80.164|208|L1|Chennai International Airport
MAB|BR|-5.367|-49.167|66|M1|Maraba Airport
MAC|US|32.833|-83.633|129|S0|Macon Downtown Airport
MAD|ES|40.49|-3.564|295|L1|Madrid-Barajas Airport
MAE|US|36.95|-120.067|112|S0|Madera Airport
MAF|US|31.937|-102.208|78|L1|Midland International Airport
MAG|PG|-5.211|145.788|358|M1|Madang Airport
MAH|ES|39.865|4.224|295|L1|Menorca Airport
MAI|MW|-14.5|35.25|9|M0|Mangochi Airport
MAJ|MH|7.069|171.283|348|M1|Amata Kabua International Airport
MAK|SS|9.556|31.644|23|M0|Malakal Airport
MAL|ID|-1.833|125.917|202|S0|Mangole Airport
MAM|MX|25.77|-97.524|117|M1|Matamoros Airport
MAN|GB|53.363|-2.273|293|L1|Manchester Airport
MAO|BR|-3.031|-60.046|114|L1|Manaus International Airport – Eduardo Gomes
MAP|PG|-10.333|149.5|358|S0|Mamai Airport
MAQ|TH|16.701|98.543|185|M1|Mae Sot Airport
MAR|VE|10.556|-71.724|75|M1|La Chinita International Airport
MAS|PG|-2.057|147.424|358|M1|Momote Airport
MAT|CD|-5.798|13.442|27|S0|Matadi Tshimpi Airport
MAU|PF|-16.427|-152.242|361|M1|Maupiti Airport
MAV|MH|8.75|171.1|348|S0|Maloelap Airport
MAW|US|36.606|-89.989|78|S0|Malden Airport
MAX|SN|15.593|-13.324|15|M0|Ouro Sogui Matam Airport
MAY|BS|24.288|-77.678|128|M0|Mangrove Cay Airport
MAZ|PR|18.258|-67.149|139|M1|Eugenio M. De Hostos Airport
MBA|KE|-4.033|39.603|40|L1|Moi International Airport
MBB|AU|-21.25|119.583|267|S0|Marble Bar Airport
MBC|GA|-2|12|29|S0|Mbigou Airport
MBD|ZA|-25.805|25.543|22|M1|Mafikeng Airport
MBE|JP|44.267|143.383|240|M1|Monbetsu Airport
MBF|AU|-36.75|146.75|266|S0|Porepunkah Airport
MBG|US|45.545|-100.407|78|M0|Mobridge Municipal Airport
MBH|AU|-25.517|152.713|259|S0|Maryborough Airport
MBI|TZ|-8.917|33.459|16|M1|Songwe Airport
MBJ|JM|18.498|-77.917|107|L1|Sangster International Airport
MBK|BR|-10.057|-54.933|73|S0|Matupa Airport
MBL|US|44.274|-86.253|86|S1|Blacker Airport
MBM|ZA|-31.283|29.967|22|S0|Mkambati Airport
MBN|AU|-15|125|267|S0|Mt. Barnett Airport
MBO|PH|13.211|120.603|215|M0|Mamburao Airport
MBP|PE|-6.2|-77.167|111|S0|Moyobamba Airport
MBQ|UG|-0.617|30.65|24|S0|Mbarara Airport
MBR|MR|16.033|-12.583|43|S0|Mbout Airport
MBS|US|43.533|-84.091|86|M1|MBS International Airport
MBT|PH|12.367|123.067|215|M1|Masbate Airport
MBU|SB|-9.733|160.75|341|S0|Mbambanakira Airport
MBV|PG|-6.35|147.633|358|S0|Masa Airport
MBW|AU|-37.976|145.102|266|M1|Moorabbin Airport
MBX|SI|46.479|15.687|292|M0|Maribor Edvard Rusjan Airport
MBY|US|39.464|-92.427|78|S0|Moberly Airport
MBZ|BR|-3.4|-57.7|114|S0|Maues Airport
MCA|GN|8.55|-9.467|14|S0|Macenta Airport
MCB|US|31.176|-90.469|78|M0|Pike County Airport
MCC|US|38.663|-121.398|112|M0|McClellan Air Force Base
MCD|US|45.867|-84.633|86|S0|Mackinac Island Airport
MCE|US|37.285|-120.513|112|M1|Merced Municipal Airport
MCF|US|27.848|-82.5|129|M0|MacDill Air Force Base
MCG|US|62.951|-155.602|51|M1|McGrath Airport
MCH|EC|-3.269|-79.962|99|M0|General Manuel Serrano Airport
MCI|US|39.294|-94.72|78|L1|Kansas City International Airport
MCJ|CO|11.389|-72.242|70|M0|Jorge Isaacs Airport
MCK|US|40.264|-100.668|78|M1|Mc Cook Airport
MCL|US|63.876|-149.006|51|S0|Mount Mckinley Airport
MCM|MC|43.726|7.42|299|S1|Monaco Heliport
MCN|US|32.702|-83.649|129|M1|Middle Georgia Regional Airport
MCO|US|28.432|-81.308|129|L1|Orlando International Airport
MCP|BR|0.05|-51.068|66|M1|Macapa International Airport
MCQ|HU|48.117|20.833|278|S0|Miskolc Airport
MCR|GT|17|-92.008|98|M1|Melchor De Menco Airport
MCS|AR|-30.271|-57.641|54|M0|Monte Caseros Airport
MCT|OM|23.601|58.284|216|L1|Muscat International Airport
MCU|FR|46.35|2.6|302|M0|Gueret (Lepaud) Airport
MCV|AU|-16.467|136.095|261|S1|Mcarthur River Airport
MCW|US|43.157|-93.329|78|M1|Mason City Airport
MCX|RU|42.821|47.656|300|M1|Makhachkala Airport
MCY|AU|-26.605|153.088|259|M1|Sunshine Coast Airport
MCZ|BR|-9.514|-35.792|66|L1|Maceio-Zumbi dos Palmares International Airport
MDA|US|29.433|-98.377|78|M1|Martindale Army Air Field
MDB|BZ|16.999|-88.321|67|S0|Melinda Airport
MDC|ID|1.544|124.922|214|L1|Sam Ratulangi International Airport
MDD|US|32.033|-102.099|78|S0|Midland Airpark
MDE|CO|6.171|-75.428|70|L1|Jose Maria Cordova International Airport
MDF|US|45.15|-90.333|78|S0|Taylor County Airport
MDG|CN|44.535|129.584|232|M1|Mudanjiang Hailang International Airport
MDH|US|37.781|-89.247|78|M0|Southern Illinois Airport
MDI|NG|7.75|8.533|28|M1|Makurdi Airport
MDJ|US|44.812|-121.281|112|S0|Madras City-County Airport
MDK|CD|0.022|18.289|27|M1|Mbandaka Airport
MDL|MM|21.705|95.972|246|L1|Mandalay International Airport
MDM|PG|-4.633|143.45|358|S0|Munduku Airport
MDN|US|38.763|-85.457|104|S0|Madison Municipal (Indiana)
MDO|US|59.45|-146.307|51|S0|Middleton Island Airport
MDP|ID|-5.833|140.833|202|S0|Mindiptana Airport
MDQ|AR|-37.935|-57.572|54|M1|Astor Piazzolla International Airport
MDR|US|63.107|-154.717|51|S0|Medfra Airport
MDS|TC|21.783|-71.717|95|S0|Middle Caicos Airport
MDT|US|40.196|-76.756|129|L1|Harrisburg International Airport
MDU|PG|-6.159|143.65|358|M1|Mendi Airport
MDV|GA|0.95|10.783|29|S0|Medouneu Airport
MDW|US|41.788|-87.741|78|L1|Chicago Midway International Airport
MDX|AR|-29.167|-58.076|54|S0|Mercedes Airport
MDY|UM|28.2|-177.383|350|M0|Sand Island Field
MDZ|AR|-32.828|-68.799|54|L1|El Plumerillo International Airport
MEA|BR|-22.342|-41.764|149|M0|Macae Airport
MEB|AU|-37.73|144.901|268|M1|Essendon Airport
MEC|EC|-0.953|-80.684|99|M1|Manta Airport
MED|SA|24.544|39.699|228|L1|Prince Mohammad Bin Abdulaziz International Airport
MEE|NC|-21.482|168.036|354|M1|Mare Airport
MEF|TD|11.05|17.95|41|S0|Melfi Airport
MEG|AO|-9.526|16.319|31|M1|Malanje Airport
MEH|NO|71.033|27.833|301|M1|Mehamn Airport
MEI|US|32.337|-88.749|78|M1|Key Field
MEJ|US|41.633|-80.167|129|S0|Meadville Airport
MEK|MA|33.883|-5.533|13|M0|Bassatine Air Base
MEL|AU|-37.67|144.85|266|L1|Melbourne Airport
MEM|US|35.045|-89.982|78|L1|Memphis International Airport
MEN|FR|44.504|3.528|302|M0|Brenoux Airport
MEO|US|35.919|-75.695|129|S0|Dare County Regional Airport
MEP|MY|2.417|103.833|210|S0|Mersing Airport
MEQ|ID|4.15|96.117|201|M1|Cut Nyak Dhien Airport
MER|US|37.3|-120.483|112|M0|Castle Air Force Base
MES|ID|3.566|98.677|201|M0|Soewondo Air Force Base
MET|AU|-12.75|142.767|259|S0|Moreton Airport
MEU|BR|-0.883|-52.583|66|M0|Monte Dourado Airport
MEV|US|39|-119.75|112|S0|Minden–Tahoe Airport
MEW|CD|-4.85|21.567|32|S0|Mweka Airport
MEX|MX|19.435|-99.073|122|L1|Mexico City International Airport
MEY|NP|27.576|84.231|207|S0|Meghauli Airport
MEZ|ZA|-22.367|29.833|22|S0|Messina Airport
MFA|TZ|-7.918|39.669|16|S1|Mafia Island Airport
MFB|CO|0.617|-69.75|70|S0|Monfort Airport
MFC|LS|-29.75|27.3|36|S0|Mafeteng Airport
MFD|US|40.82|-82.513|129|M0|Lahm Municipal Airport
MFE|US|26.181|-98.24|78|M1|McAllen International Airport
MFF|GA|-1.537|13.271|29|S0|Moanda Airport
MFG|PK|34.367|73.467|206|M0|Muzaffarabad Airport
MFH|US|36.836|-114.059|112|M0|Mesquite Airport
MFI|US|44.634|-90.187|78|S0|Marshfield Municipal Airport
MFJ|FJ|-18.567|179.933|337|S1|Moala Airport
MFK|TW|26.224|120.001|235|M1|Matsu Beigan Airport
MFL|AU|-19.667|144.9|259|S0|Mount Full Stop Airport
MFM|MO|22.157|113.573|212|L1|Macau International Airport
MFN|NZ|-44.669|167.911|331|S0|Milford Sound Airport
MFO|PG|-5.567|151.783|358|S0|Manguna Airport
MFP|AU|-22.1|137.983|261|S0|Manners Creek Airport
MFQ|NE|13.502|7.125|42|M0|Maradi Airport
MFR|US|42.369|-122.873|112|L1|Rogue Valley International-Medford Airport
MFS|CO|5.167|-73.25|70|S0|Miraflores Airport
MFU|ZM|-13.267|31.933|33|M1|Mfuwe Airport
MFV|US|37.633|-75.783|129|S0|Accomack County Airport
MFW|MZ|-21.972|35.592|35|S0|Magaruque Airport
MFX|FR|45.417|6.567|302|S0|Meribel Airport
MFY|YE|13.667|46.008|175|S0|Mayfa'ah Airport
MFZ|PG|-6.133|149.117|358|S0|Mesalia Airport
MGA|NI|12.145|-86.171|113|M1|Augusto C Sandino International Airport
MGB|AU|-37.744|140.783|258|M1|Mount Gambier Airport
MGC|US|41.7|-86.817|78|S0|Michigan City Airport
MGD|BO|-13.325|-64.125|110|S0|Magdalena Airport
MGE|US|33.913|-84.511|129|M0|Dobbins Air Force Base
MGF|BR|-23.479|-52.012|149|M1|Regional De Maringa
MGG|PG|-6.033|143.367|358|S0|Margarima Airport
MGH|ZA|-30.858|30.344|22|M1|Margate Airport
MGI|US|28.25|-96.5|78|S0|Matagorda Air Force Base
MGJ|US|41.517|-74.267|129|S0|Orange County Airport
MGK|MM|20.283|98.9|246|S0|Mong Ton Airport
MGL|DE|51.23|6.511|274|M0|Monchengladbach Airport
MGM|US|32.305|-86.39|78|M1|Montgomery Regional Airport
MGN|CO|9.288|-74.845|70|M0|Baracoa Airport
MGO|GA|-1.733|10.217|29|S0|Manega Airport
MGP|PG|-4.033|152.967|358|S0|Manga Airport
MGQ|SO|2.013|45.313|38|M1|Aden Adde International Airport
MGR|US|31.069|-83.803|129|S0|Thomasville Airport
MGS|CK|-21.933|-157.933|359|S0|Mangaia Island Airport
MGT|AU|-12.094|134.894|261|S1|Milingimbi Airport
MGU|MM|18.845|93.685|246|S0|Manaung Airport
MGV|AU|-18.617|126.867|267|S0|Margaret River Station Airport
MGW|US|39.643|-79.916|129|M1|Morgantown Airport
MGX|GA|-2.25|11|29|S0|Moabi Airport
MGY|US|39.64|-84.299|129|S0|Dayton-Wright Brothers
MGZ|MM|12.45|98.617|246|M1|Myeik Airport
MHA|GY|5.25|-59.15|100|S0|Mahdia Airport
MHB|NZ|-36.847|174.788|331|M1|Mechanics Bay Heliport
MHC|CL|-42.346|-73.714|147|S1|Mocopulli Airport
MHD|IR|36.227|59.642|238|L1|Mashhad International Airport
MHE|US|43.775|-98.038|78|S0|Mitchell Municipal Airport
MHF|CO|2.15|-70.583|70|S0|Morichal Airport
MHG|DE|49.477|8.521|274|M1|Mannheim City Airport
MHH|BS|26.513|-77.077|128|M1|Marsh Harbour International Airport
MHI|DJ|11.717|43.2|17|S0|Moucha Island Airport
MHJ|ET|8.133|45.283|2|M1|Misrak Gashamo Airport
MHK|US|39.142|-96.669|78|M1|Manhattan Regional Airport
MHL|US|39.117|-93.2|78|S0|Marshall Memorial Municipal Airport
MHM|SB|-9.018|160.954|341|S1|Malaita Manaoba Island Baenalu Airport
MHN|US|42.05|-101.017|85|S0|Mullen Airport
MHO|AU|-17.133|125.767|267|S0|Mount House Airport
MHP|BY|53.864|27.54|298|L0|Minsk -1
MHQ|AX|60.123|19.897|297|M1|Mariehamn Airport
MHR|US|38.555|-121.31|112|M0|Mather Airport
MHS|US|41.317|-122.317|112|S0|Rep Airport
MHT|US|42.928|-71.438|129|L1|Manchester Boston Regional Airport
MHU|AU|-37.183|147.342|266|M1|Mount Hotham
MHV|US|35.058|-118.148|112|S0|Mojave Air and Space Port
MHW|BO|-19.832|-63.967|110|S0|Monteagudo Airport
MHX|CK|-10.367|-161|359|S1|Manihiki Island Airport
MHY|PG|-8.7|141.633|358|S0|Morehead Airport
MHZ|GB|52.367|0.483|293|M0|RAF Mildenhall
MIA|US|25.796|-80.278|129|L1|Miami International Airport
MIB|US|48.416|-101.358|78|M0|Minot Air Force Base
MIC|US|45.062|-93.354|78|S0|Crystal Airport
MID|MX|20.934|-89.664|120|L1|Manuel Crescencio Rejon International Airport
MIE|US|40.24|-85.394|104|M0|Delaware County Airport
MIF|US|31.6|-102.9|78|S0|Roy Hurd Memorial Airport
MIG|CN|31.428|104.747|232|M1|Mianyang Nanjiao Airport
MIH|AU|-26.483|147.967|267|S0|Mitchell Plateau Airport
MII|BR|-22.2|-49.933|149|M1|Frank Miloye Milenkovich State Airport
MIJ|MH|6.083|171.75|348|S1|Mili Island Airport
MIK|FI|61.684|27.213|284|M0|Mikkeli Airport
MIM|AU|-36.91|149.902|268|M1|Merimbula Airport
MIN|AU|-32.833|134.833|258|S0|Minnipa Airport
MIO|US|36.883|-94.9|78|S0|Miami Municipal Airport
MIP|IL|30.6|34.8|203|M1|Mitspeh Ramon Airport
MIQ|US|41.195|-96.112|78|S0|Millard Airport
MIR|TN|35.761|10.753|48|M1|Habib Bourguiba International Airport
MIS|PG|-10.5|152.842|358|S1|Misima Island Airport
MIT|US|35.5|-119.267|112|S0|Kern County Airport
MIU|NG|11.855|13.083|28|M1|Maiduguri International Airport
MIV|US|39.4|-75.033|129|M0|Millville Airport
MIW|US|42.167|-92.917|78|S0|Marshalltown Municipal Airport
MIX|CO|-1.133|-70.25|70|S0|Miriti Parana Airport
MIY|AU|-18.809|137.082|261|S0|Mittiebah Airstrip
MIZ|AU|-14|134.1|261|S0|Mainoru Airport
MJA|MG|-21.417|44.317|320|S0|Manja Airport
MJB|MH|10.283|170.883|348|S0|Mejit Island Airport
MJC|CI|7.272|-7.589|0|M0|Man Airport
MJD|PK|27.336|68.142|206|M0|Mohenjo Daro Airport
MJE|MH|9|170|348|S0|Majkin Airport
MJF|NO|65.784|13.218|301|M1|Kjaerstad Airport
MJI|LY|32.897|13.278|47|L1|Mitiga International Airport
MJJ|PG|-5.7|145.25|358|S0|Moki Airport
MJK|AU|-25.888|113.577|267|M1|Shark Bay Airport
MJL|GA|-1.818|10.924|29|M0|Mouila Airport
MJM|CD|-6.15|23.633|32|M1|Mbuji Mayi Airport
MJN|MG|-15.666|46.353|320|M1|Amborovy Airport
MJO|NA|-21.117|16.583|49|S0|Mount Etjo
MJP|AU|-34.233|116.1|267|S0|Manjimup Airport
MJQ|US|43.617|-95.017|78|S0|Jackson Airport
MJR|AR|-38.25|-57.833|54|S0|Miramar Airport
MJS|MZ|-25.35|32.217|35|S0|Maganja da Costa
MJT|GR|39.054|26.603|272|M1|Mytilene International Airport
MJU|ID|-2.587|119.029|202|S0|Tampa Padang Airport
MJV|ES|37.775|-0.812|295|S0|Murcia San Javier Airport
MJW|ZW|-21.233|32.333|21|S0|Mahenye Airfield
MJX|US|39.928|-74.293|129|S0|Robert J. Miller Air Park
MJY|ID|-2.733|103.567|201|S1|Mangunjaya Airport
MJZ|RU|62.533|114.033|245|M1|Mirnyj Airport
MKA|CZ|49.983|12.717|304|S0|Marianske Lazne Airport
MKB|GA|1.05|13.833|29|S0|Mekambo Airport
MKC|US|39.124|-94.592|78|L0|Charles B. Wheeler Downtown Airport
MKE|US|42.948|-87.903|78|L1|Milwaukee Mitchell International Airport
MKG|US|43.171|-86.237|86|M1|Muskegon Airport
MKH|LS|-29.167|29.167|36|S0|Mokhotlong Airport
MKI|CF|5.317|25.95|6|S0|M'boki Airport
MKJ|CG|-0.02|15.577|10|S0|Makoua Airport
MKK|US|21.155|-157.093|343|L1|Molokai Airport
MKL|US|35.601|-88.915|78|M1|McKellar–Sipes Regional Airport
MKM|MY|2.907|112.08|210|M1|Mukah Airport
MKN|PG|-4.017|153.675|358|S0|Malekolon Airport
MKO|US|35.661|-95.367|78|S0|Davis Field
MKP|PF|-16.588|-143.654|361|M1|Makemo Airport
MKQ|ID|-8.52|140.419|202|M1|Mopah Airport
MKR|AU|-26.611|118.546|267|M1|Meekatharra Airport
MKS|ET|11.683|38.15|2|S0|Mekane Selam Airport
MKT|US|44.224|-93.918|78|S0|Mankato Regional Airport
MKU|GA|0.559|12.861|29|M1|Makokou Airport
MKV|AU|-25.967|133.25|261|S0|Mount Cavenagh Airport
MKW|ID|-0.893|134.053|202|M1|Rendani Airport
MKY|AU|-21.176|149.182|259|M1|Mackay Airport
MKZ|MY|2.263|102.252|210|M0|Malacca International Airport
MLA|MT|35.85|14.495|296|L1|Malta International Airport
MLB|US|28.102|-80.63|129|M1|Orlando Melbourne International Airport
MLC|US|34.88|-95.785|78|M0|McAlester Regional Airport
MLD|US|42.2|-112.45|71|S0|Malad City Airport
MLE|MV|4.187|73.531|326|L1|Velana International Airport
MLF|US|38.433|-113.017|85|S0|Milford Airport
MLG|ID|-7.927|112.714|202|M1|Abdul Rachman Saleh Airport
MLI|US|41.454|-90.506|78|L1|Quad City International Airport
MLJ|US|33.083|-83.233|129|S0|Baldwin County Airport
MLK|US|48.494|-107.909|85|S0|Malta
MLL|US|61.864|-162.026|51|S1|Marshall Don Hunter Sr. Airport
MLM|MX|19.844|-101.027|122|M1|Morelia International Airport
MLN|ES|35.277|-2.957|295|M1|Melilla Airport
MLO|GR|36.696|24.475|272|S1|Milos Airport
MLP|PH|7.618|124.058|215|S0|Malabang Airport
MLQ|PG|-7.992|146.085|358|S0|Malalaua Airport
MLR|AU|-37.483|140.017|258|S0|Millicent Airport
MLS|US|46.431|-105.881|85|M0|Miles City Airport
MLT|US|45.65|-68.717|129|S0|Millinocket Airport
MLU|US|32.512|-92.044|78|M1|Monroe Regional Airport
MLV|AU|-13.017|142.983|259|S0|Merluna Airport
MLW|LR|6.289|-10.758|39|M1|Spriggs Payne Airport
MLX|TR|38.354|38.254|286|M1|Malatya Airport
MLY|US|64.997|-150.643|51|S1|Manley Hot Springs Airport
MLZ|UY|-32.333|-54.2|126|S0|Melo Airport
MMB|JP|43.881|144.16|240|M1|Memanbetsu Airport
MMC|MX|22.833|-99|125|S0|Ciudad Mante Airport
MMD|JP|25.846|131.264|240|M1|Minamidaito Airport
MME|GB|54.512|-1.434|293|M1|Teesside International Airport
MMF|CM|5.717|9.3|18|S0|Mamfe Airport
MMG|AU|-28.116|117.843|267|M1|Mount Magnet Airport
MMH|US|37.631|-118.851|112|S1|Mammoth Lakes Airport
MMI|US|35.523|-84.676|129|S0|McMinn County Airport
MMJ|JP|36.233|137.967|240|M1|Matsumoto Airport
MMK|RU|68.785|32.759|300|M1|Murmansk Airport
MML|US|44.447|-95.817|78|S0|Southwest Minnesota Regional Airport
MMM|AU|-22.802|148.707|259|S0|Middlemount Airport
MMN|US|42.462|-71.517|129|S0|Minute Man Airfield
MMO|CV|15.25|-23.167|252|M1|Vila Do Maio Airport
MMP|CO|9.262|-74.436|70|S0|San Bernardo Airport
MMQ|ZM|-8.859|31.336|33|S0|Mbala Airport
MMR|US|30.325|-97.761|78|M1|Camp Maybry Army Heliport
MMS|US|34.267|-90.267|78|S0|Selfs Airport
MMT|US|33.925|-80.806|129|M0|McEntire Joint National Guard Base
MMU|US|40.795|-74.421|129|M0|Morristown Municipal Airport
MMV|PG|-1.394|144.171|358|S0|Mal Island
MMW|MZ|-16.783|39.067|35|M1|Moma Airport
MMX|SE|55.539|13.364|312|L1|Malmo Airport
MMY|JP|24.779|125.298|240|M1|Miyako Airport
MMZ|AF|35.925|64.766|204|M1|Maimana Airport
MNA|ID|4.05|126.7|202|S0|Melangguane Airport
MNB|CD|-5.927|12.353|27|S0|Moanda Airport
MNC|MZ|-14.494|40.708|35|S0|Nacala Airport
MND|CO|4.517|-73.283|70|S0|Medina Airport
MNE|AU|-28|138.6|258|S0|Mungerannie Airport
MNF|FJ|-17.633|177.117|337|S1|Mana Island Airstrip
MNG|AU|-12.055|134.232|261|M1|Maningrida Airport
MNH|OM|23.641|57.486|216|M0|Mussanah Airport
MNI|MS|16.791|-62.193|127|M1|John A. Osborne Airport
MNJ|MG|-21.207|48.357|320|M1|Mananjary Airport
MNK|KI|1|173|362|S0|Maiana Airport
MNL|PH|14.511|121.019|215|L1|Ninoy Aquino International Airport
MNM|US|45.122|-87.636|119|S0|Menominee-Marinette Twin County Airport
MNN|US|40.583|-83.133|129|S0|Marion Municipal (Ohio)
MNO|CD|-7.288|27.394|32|S0|Manono Airport
MNP|PG|-1.55|145.017|358|S0|Maron Island
MNQ|AU|-24.883|151.1|259|S0|Monto Airport
MNR|ZM|-15.255|23.162|33|M0|Mongu Airport
MNS|ZM|-11.125|28.867|33|S0|Mansa Airport
MNT|US|64.895|-149.171|51|S0|Minto Airport
MNU|MM|16.445|97.661|246|S1|Mawlamyine Airport
MNV|AU|-14.117|133.833|261|S0|Mountain Valley Airport
MNW|AU|-22.45|135.217|261|S0|Macdonald Downs Airport
MNX|BR|-5.817|-61.283|114|M1|Manicore Airport
MNY|SB|-7.417|155.565|341|S1|Mono Airport
MNZ|US|38.722|-77.518|129|M0|Manassas Regional Airport
MOA|CU|20.5|-74.883|102|M0|Orestes Acosta Airport
MOB|US|30.681|-88.245|78|L1|Mobile Regional Airport
MOC|BR|-16.708|-43.817|149|M1|Montes Claros Airport
MOD|US|37.627|-120.955|112|M0|Modesto Municipal Airport
MOE|MM|23.1|96.65|246|M0|Momeik Airport
MOF|ID|-8.638|122.238|214|S1|Frans Xavier Seda Airport
MOG|MM|20.519|99.257|246|M1|Mong Hsat Airport
MOH|ID|-2.203|121.66|214|S0|Morowali Airport
MOI|CK|-19.842|-157.711|359|S1|Mitiaro Island Airport
MOJ|SR|5.75|-54.333|134|S1|Moengo Airport
MOK|UZ|43.755|59.031|230|S0|Muynak Airport
MOL|NO|62.746|7.261|301|M1|Molde Airport, Aro
MOM|MR|17.75|-12.5|43|S0|Moudjeria Airport
MON|NZ|-43.765|170.135|331|M0|Mount Cook Airport
MOO|AU|-28.101|140.199|258|S0|Moomba Airport
MOP|US|43.621|-84.738|86|S0|Mount Pleasant Municipal Airport
MOQ|MG|-20.284|44.318|320|M1|Morondava Airport
MOR|US|36.217|-83.3|129|S0|Moore-Murrell Airport
MOS|US|64.696|-162.043|51|S0|Moses Point Intermediate Airport
MOT|US|48.256|-101.292|78|M1|Minot International Airport
MOU|US|62.089|-163.717|51|S1|Mountain Village Airport
MOV|AU|-22.061|148.074|259|M1|Moranbah Airport
MOX|US|45.583|-95.917|78|S0|Morris Municipal Airport
MOY|CO|4.884|-72.895|70|M1|Monterrey Airport
MOZ|PF|-17.49|-149.764|361|M1|Temae Airport
MPA|NA|-17.5|24.267|49|M1|Mpacha Airport
MPB|US|25.783|-80.177|129|S0|Miami Sea Plane Base
MPC|ID|-2.55|101.1|201|S1|Muko-Muko Airport
MPD|PK|25.65|69.033|206|S0|Mirpur Khas Airport
MPF|PG|-7.967|143.167|358|S0|Mapoda Airport
MPG|PG|-6.533|147.717|358|S0|Makini Airport
MPH|PH|11.925|121.952|215|L1|Boracay Airport
MPI|PA|9.185|-77.983|132|S0|Mamitupo Airport
MPJ|US|35.15|-92.733|78|S0|Petit Jean Park Airport
MPL|FR|43.578|3.959|302|L1|Montpellier Mediterranee Airport
MPM|MZ|-25.924|32.574|35|L1|Maputo International Airport
MPN|FK|-51.817|-58.45|257|M1|Mount Pleasant Airport
MPO|US|41.133|-75.367|129|S0|Mount Pocono Airport
MPP|PA|9|-77.867|132|S0|Mulatupo Airport
MPQ|JO|30.167|35.767|177|S0|Maan Airport
MPR|US|38.374|-97.763|78|S0|McPherson Airport
MPS|US|33.167|-94.983|78|S0|Mount Pleasant Airport
MPT|TL|-8.067|125.25|193|S0|Maliana Airport
MPU|PG|-2.9|151.4|358|S0|Mapua Airport
MPV|US|44.203|-72.564|129|M0|Edward F. Knapp State Airport
MPW|UA|47.076|37.45|289|M1|Mariupol International Airport
MPX|PG|-4.9|141.617|358|S0|Miyanmin Airport
MPY|GF|3.667|-54.033|76|S0|Maripasoula Airport
MPZ|US|40.967|-91.55|78|S0|Mount Pleasant Municipal Airport
MQA|AU|-19.75|120.833|267|S0|Mandora Airport
MQB|US|40.453|-90.621|78|S0|Macomb Municipal Airport
MQC|PM|47.05|-56.333|123|S1|Miquelon Airport
MQD|AR|-41.25|-68.733|54|S0|Maquinchao Airport
MQE|AU|-22.817|137.35|261|S0|Marqua Airport
MQF|RU|53.45|59.067|247|M1|Magnitogorsk Airport
MQG|NA|-22.083|17.367|49|S0|Midgard Airport
MQH|BR|-13.55|-48.2|149|M0|Minacu Airport
MQJ|RU|66.456|143.253|234|M1|Moma Airport
MQK|BO|-16.334|-58.386|110|S0|San Matias Airport
MQL|AU|-34.231|142.085|266|M1|Mildura Airport
MQM|TR|37.223|40.632|286|M1|Mardin Airport
MQN|NO|66.365|14.303|301|M1|Mo i Rana Airport
MQO|PG|-8.704|142.651|358|S0|Malam Airport
MQP|ZA|-25.385|31.098|22|M1|Kruger Mpumalanga International Airport
MQQ|TD|8.625|16.073|41|M0|Moundou Airport
MQR|CO|2.5|-78.417|70|S0|Mosquera Airport
MQS|VC|12.888|-61.182|156|M1|Mustique Airport
MQT|US|46.354|-87.395|86|M1|Sawyer International Airport
MQU|CO|5.217|-74.883|70|M0|Mariquita Airport
MQV|DZ|35.9|0.083|3|S0|Mostaganem Airport
MQW|US|32.208|-83|129|S0|Telfair-Wheeler Airport
MQX|ET|13.468|39.526|2|M1|Alula Aba Nega Airport
MQY|US|36.007|-86.511|78|M0|Smyrna Airport
MQZ|AU|-33.928|115.1|267|S0|Margaret River Airport
MRA|LY|32.4|15.067|47|S1|Misurata Airport
MRB|US|39.402|-77.985|129|M0|Martinsburg Airport
MRC|US|35.553|-87.177|78|S0|Maury County Airport
MRD|VE|8.582|-71.161|75|M0|Alberto Carnevalli Airport
MRE|KE|-1.3|35.059|40|M1|Mara Serena Airport
MRF|US|30.3|-104.017|78|S0|Marfa Municipal Airport
MRG|AU|-17|145.467|259|M0|Mareeba Airport
MRH|PG|-8.467|145.333|358|S0|May River Airport
MRI|US|61.222|-149.856|51|M1|Merrill Field
MRJ|HN|14.162|-88.034|157|S0|Marcala Airport
MRK|US|26|-81.674|129|S0|Marco Island Airport
MRL|AU|-20.067|145.583|259|S0|Miners Lake Airport
MRM|PG|-9.167|147.6|358|S0|Manari Airport
MRN|US|35.75|-81.683|129|S0|Lenoir Airport
MRO|NZ|-40.975|175.633|331|M0|Masterton Airport
MRP|AU|-27|135|258|S0|Marla Airport
MRQ|PH|13.363|121.824|215|M0|Marinduque Airport
MRR|EC|-4.383|-79.933|99|M0|Macara Airport
MRS|FR|43.442|5.222|302|L1|Marseille Provence Airport
MRT|AU|-14.483|133.417|261|S0|Moroak Airport
MRU|MU|-20.432|57.677|327|L1|Sir Seewoosagur Ramgoolam International Airport
MRV|RU|44.218|43.088|300|L1|Mineralnye Vody Airport
MRW|DK|54.686|11.435|280|M0|Maribo Airport
MRX|IR|30.554|49.149|238|M1|Mahshahr Airport
MRY|US|36.587|-121.851|112|L1|Monterey Regional Airport
MRZ|AU|-29.496|149.85|268|M1|Moree Airport
MSA|CA|53.817|-91.983|165|S1|Muskrat Dam Airport
MSC|US|33.461|-111.729|135|S0|Falcon Field
MSD|US|39.525|-111.474|85|S0|Mt. Pleasant Airport
MSE|GB|51.342|1.346|293|L0|Kent International
MSF|AU|-22.517|135|261|S0|Mount Swan Airport
MSG|LS|-29.733|28.75|36|S0|Matsaile Airport
MSH|OM|20.669|58.891|216|M0|Masirah Air Force Base
MSI|ID|-5.583|114.433|201|S0|Masalembo Airport
MSJ|JP|40.696|141.387|240|M1|Misawa Airport
MSK|CO|3.75|-71.456|70|S0|Morelia Airport
MSL|US|34.749|-87.616|78|M1|Northwest Alabama Regional Airport
MSM|CD|-4.767|17.917|27|S0|Masi Manimba Airport
MSN|US|43.136|-89.346|78|L1|Dane County Regional Airport
MSO|US|46.919|-114.083|85|M1|Missoula Montana Airport
MSP|US|44.883|-93.211|78|L1|Minneapolis-St. Paul International Airport
MSQ|BY|53.89|28.032|298|L1|Minsk National Airport
MSR|TR|38.725|41.625|286|M1|Mus Airport
MSS|US|44.938|-74.847|129|M1|Massena International Airport
MST|NL|50.916|5.769|270|M1|Maastricht Aachen Airport
MSU|LS|-29.301|27.506|36|M1|Moshoeshoe International Airport
MSV|US|41.701|-74.795|129|S0|Sullivan County International Airport
MSW|ER|15.603|39.441|4|M0|Massawa Airport
MSX|CG|-2.95|12.733|10|S0|Mossendjo Airport
MSY|US|29.985|-90.256|78|L1|Louis Armstrong New Orleans International Airport
MSZ|AO|-15.258|12.151|31|M1|Yuri Gagarin Airport
MTA|NZ|-37.737|175.743|331|S0|Matamata Glider Airport
MTB|CO|7.975|-75.433|70|S0|Montelibano Airport
MTC|US|42.61|-82.836|86|M0|Selfridge Air National Guard Base
MTD|AU|-17|130.567|261|S0|Mount Sanford Airport
MTE|BR|-1.983|-54.067|138|S0|Monte Alegre Airport
MTF|ET|6.967|35.533|2|S1|Mizan Teferi Airport
MTG|BR|-14|-55|73|M1|Mato Grosso Airport
MTH|US|24.726|-81.051|129|M0|Florida Keys Marathon Airport
MTI|CV|15.045|-24.339|252|S0|Mosteiros Airport
MTJ|US|38.51|-107.897|85|M1|Montrose Regional Airport
MTK|KI|3.374|172.992|362|S0|Makin Airport
MTL|AU|-32.733|151.55|268|S0|Maitland Airport
MTM|US|55.133|-131.583|121|S1|Metlakatla Seaplane Base
MTN|US|39.322|-76.412|129|M0|Martin State Airport
MTO|US|39.479|-88.278|78|S0|Coles County Memorial Airport
MTP|US|41.074|-71.924|129|S1|Sky Portal Airport
MTQ|AU|-26.583|147.967|259|S0|Mitchell Airport
MTR|CO|8.825|-75.824|70|M1|Los Garzones International Airport
MTS|SZ|-26.52|31.314|37|M0|Matsapha Airbase
MTT|MX|17.983|-94.517|122|M1|Minatitlan Airport
MTU|MZ|-13.133|38.983|35|S0|Montepuez Airport
MTV|VU|-13.667|167.667|336|S0|Mota Lava Airport
MTW|US|44.13|-87.682|78|S0|Manitowoc Municipal Airport
MTX|US|64.807|-147.76|51|S0|Metro Field
MTY|MX|25.777|-100.114|125|L1|Monterrey International Airport
MTZ|IL|31.417|35.467|203|M0|I.Bar-Yehuda
MUA|SB|-8.328|157.27|341|M1|Munda Airport
MUB|BW|-19.971|23.431|20|M1|Maun Airport
MUC|DE|48.353|11.79|274|L1|Munich International Airport
MUD|MZ|-11.667|39.517|35|M0|Mueda Airport
MUE|US|20.002|-155.651|343|M1|Waimea–Kohala Airport
MUF|ID|-7.5|140.333|202|S0|Muting Airport
MUG|MX|26.917|-111.983|118|S0|Mulege Airport
MUH|EG|31.325|27.222|12|M1|Marsa Matruh International Airport
MUI|US|40.448|-76.597|129|M0|Muir Aaf
MUJ|ET|6.333|35|2|S0|Mui Airport
MUK|CK|-20.137|-157.345|359|S1|Mauke Island Airport
MUL|US|31.183|-83.783|129|S0|Spence Airport
MUM|KE|0.333|34.483|40|S0|Mumias Airport
MUN|VE|9.749|-63.157|75|M1|Jose Tadeo Monagas International Airport
MUO|US|43.047|-115.871|71|M0|Mountain Home Air Force Base
MUP|AU|-31.133|141.05|261|S0|Mulga Park Airport
MUQ|AU|-20.667|120|267|S0|Muccan Station Airport
MUR|MY|4.183|114.317|210|M1|Marudi Airport
MUS|JP|24.334|154.111|240|S0|Minami Torishima
MUT|US|41.367|-91.145|78|S0|Muscatine Airport
MUU|US|40.383|-77.883|129|S1|Mount Union Airport
MUV|US|39.891|-75.162|129|M1|Mustin Airfield
MUW|DZ|35.209|0.148|3|M0|Ghriss Airport
MUX|PK|30.2|71.415|206|M1|Multan Airport
MUY|CG|-4.015|13.966|10|S0|Mouyondzi Airport
MUZ|TZ|-1.497|33.803|16|S1|Musoma Airport
MVA|IS|65.617|-16.967|255|S0|Reykiahlid Airport
MVB|GA|-1.65|13.433|29|M1|M'Vengue El Hadj Omar Bongo Ondimba Intl Airport
MVC|US|31.517|-87.333|78|S0|Monroe County Airport
MVD|UY|-34.841|-56.026|126|L1|Carrasco International Airport
MVE|US|44.95|-95.717|78|S0|Montevideo Municipal Airport
MVF|BR|-5.167|-37.25|66|M1|Dixsept Rosado Airport
MVG|GA|0.117|11.083|29|S0|Mevang Airport
MVH|AU|-30.75|152.9|268|S0|Macksville Airport
MVI|PG|-6|155.333|358|S0|Manetai Airport
MVJ|JM|18.022|-77.495|107|M1|Marlboro Airport
MVK|AU|-27.25|138|258|S0|Mulka Airport
MVL|US|44.537|-72.615|129|S0|Morrisville-Stowe Airport
MVM|US|36.703|-110.233|135|S0|Monument Valley Airport
MVN|US|38.323|-88.859|78|S0|Mount Vernon Airport
MVO|TD|12.2|18.783|41|S0|Mongo Airport
MVP|CO|1.133|-70.05|70|M1|Mitu Airport
MVQ|BY|53.957|30.096|298|M1|Mogilev Airport
MVR|CM|10.452|14.256|18|M1|Salak Airport
MVS|BR|-18.083|-39.567|66|S0|Mucuri Airport
MVT|PF|-14.833|-148.417|361|M1|Mataiva Airport
MVU|AU|-14.167|143.683|259|S0|Musgrave Airport
MVV|FR|45.817|6.65|302|S0|Megeve Airport
MVW|US|48.473|-122.418|112|S0|Skagit Regional Airport
MVX|GA|2.15|12.133|29|S0|Minvoul Airport
MVY|US|41.389|-70.612|129|L1|Martha's Vineyard Airport
MVZ|ZW|-20.054|30.861|21|M0|Masvingo Airport
MWA|US|37.752|-89.016|78|M1|Veterans Airport of Southern Illinois
MWB|AU|-29.204|116.022|267|S0|Morawa Airport
MWC|US|43.111|-88.033|78|S0|Lawrence J. Timmerman Airport
MWD|PK|32.55|71.55|206|M0|Mianwali Airport
MWE|SD|18.442|31.841|25|M0|Merowe Airport
MWF|VU|-15.167|168.167|336|S0|Maewo Airport
MWG|PG|-6.133|146.133|358|S0|Marawaka Airport
MWH|US|47.205|-119.316|112|M0|Grant County International Airport
MWI|PG|-5.15|143.483|358|S0|Maramoni Airport
MWJ|GY|6.55|-59.9|100|S0|Matthews Ridge Airport
MWK|ID|3.349|106.258|201|S0|Matak Airport
MWL|US|32.783|-98.067|78|S0|Mineral Wells Airport
MWM|US|43.917|-95.1|78|S0|Windom Municipal Airport
MWN|TZ|-3.55|33.6|16|S0|Mwadui Airport
MWO|US|39.529|-84.394|129|S0|Middletown Regional Airport
MWP|NP|28|85.333|207|M1|Mountain Airport
MWQ|MM|20.167|94.941|246|S1|Magwe Airport
MWR|ZA|-24.19|31.386|22|S0|Motswari
MWS|US|34.217|-118.067|112|S0|Mount Wilson Airport
MWT|AU|-28.5|138|258|S0|Moolawatana Airport
MWU|PG|-1.5|149.667|358|S0|Mussau Airport
MWV|KH|12.461|107.191|222|S0|Mondulkiri Airport
MWW|BE|50.733|3.2|276|M1|Mouscron Airport
MWX|KR|34.991|126.383|231|L1|Muan International Airport
MWY|AU|-25.783|141.517|259|S0|Miranda Downs Airport
MWZ|TZ|-2.441|32.923|16|M1|Mwanza International Airport
MXA|US|35.883|-90.183|78|S0|Manila Municipal Airport
MXB|ID|-2.557|120.327|202|S1|Andi Jemma Airport
MXC|US|37.932|-109.341|85|S0|Monticello Airport
MXD|AU|-23.333|139.6|259|S0|Marion Downs Airport
MXE|US|34.717|-79.333|129|S0|Maxton Airport
MXF|US|32.381|-86.36|78|M0|Maxwell Air Force Base
MXG|US|42.333|-71.55|129|S0|Marlborough Airport
MXH|PG|-6.353|143.251|358|S1|Moro Airport
MXI|PH|6.917|126.25|215|M0|Mati Airport
MXJ|NG|9.617|6.533|28|M0|Minna Airport
MXK|PG|-6.383|147.617|358|S0|Mindik Airport
MXL|MX|32.628|-115.248|160|M1|Mexicali Airport
MXM|MG|-21.752|43.376|320|M0|Morombe Airport
MXN|FR|48.6|-3.817|302|M0|Morlaix Airport
MXO|US|42.25|-91.2|78|S0|Monticello Regional Airport
MXP|IT|45.627|8.712|306|L1|Milano Malpensa Airport
MXQ|BR|-13.389|-38.91|149|S0|Lorenzo Airport
MXR|UA|49.967|33.6|290|S0|Myrhorod Airport
MXS|WS|-13.717|-172.233|330|S0|Maota Savall Island Airport
MXT|MG|-18.048|44.033|320|S0|Maintirano Airport
MXU|AU|-28.55|115.517|267|S0|Mullewa Airport
MXV|MN|49.663|100.095|241|M1|Murun Airport
MXW|MN|45.767|106.283|241|S1|Mandalgobi Airport
MXX|SE|60.958|14.505|312|M1|Mora–Siljan Airport
MXY|US|61.471|-142.937|51|S0|Mc Carthy Airport
MXZ|CN|24.267|116.104|232|S1|Mei Xian Airport
MYA|AU|-35.903|150.147|268|M1|Moruya Airport
MYB|GA|-3.45|10.683|29|S0|Mayoumba Airport
MYC|VE|10.25|-67.65|75|M0|Mariscal Sucre Ab
MYD|KE|-3.231|40.1|40|M1|Malindi Airport
MYE|JP|34.069|139.563|240|M1|Miyake Jima Airport
MYF|US|32.815|-117.136|112|S0|Montgomery-Gibbs Executive Airport
MYG|BS|22.377|-73.018|128|M1|Mayaguana Airport
MYH|US|36.813|-111.646|135|S0|Marble Canyon Airport
MYI|AU|-9.92|144.065|264|S1|Murray Island Airport
MYJ|JP|33.829|132.704|240|L1|Matsuyama Airport
MYK|US|61.417|-142.917|51|S1|May Creek Airport
MYL|US|44.917|-116.1|71|M1|McCall Municipal
MYM|GY|4.6|-59.633|100|S0|Monkey Mountain Airport
MYN|YE|15.483|45.333|175|S0|Mareb Airport
MYO|AU|-18.117|124.267|267|S0|Myroodah Station Airport
MYP|TM|37.664|61.83|180|M1|Mary Airport
MYQ|IN|12.229|76.658|208|S1|Mysore Airport
MYR|US|33.683|-78.923|129|L1|Myrtle Beach International Airport
MYS|ET|3.467|39.1|2|M1|Moyale Airport
MYT|MM|25.384|97.357|246|M1|Myitkyina Airport
MYU|US|60.373|-166.268|51|M1|Ellis Field
MYV|US|39.098|-121.57|112|M0|Yuba County Airport
MYW|TZ|-10.339|40.194|16|M1|Mtwara Airport
MYX|PG|-7.2|146.017|358|S0|Menyamya Airport
MYY|MY|4.325|113.983|210|L1|Miri Airport
MYZ|MW|-14.1|34.533|9|S0|Monkey Bay Airport
MZB|MZ|-11.36|40.356|35|M0|Mocimboa da Praia Airport
MZC|GA|0.783|11.55|29|S0|Mitzic Airport
MZD|EC|-2.733|-78.317|99|S0|Mendez Airport
MZE|BZ|17.083|-89.6|67|S0|Manatee Airport
MZF|ZA|-32.75|28.5|22|S0|Wild Coast Sun Airport
MZG|TW|23.56|119.629|235|M1|Penghu Airport
MZH|TR|40.883|35.533|286|S1|Merzifon Airport
MZI|ML|14.508|-4.085|5|M1|Mopti Airport
MZJ|US|32.511|-111.322|135|S0|Pinal Airpark
MZK|KI|1.983|173.667|362|S0|Marakei Airport
MZL|CO|5.029|-75.469|70|M1|La Nubia Airport
MZM|FR|49.072|6.134|302|S0|Frescaty Airport
MZN|PG|-5.906|144.677|358|S0|Minj Airport
MZO|CU|20.325|-77.129|102|M1|Sierra Maestra Airport
MZP|NZ|-41.123|172.992|331|S0|Motueka Airport
MZQ|ZA|-27.623|32.046|22|M0|Mkuze Airport
MZR|AF|36.709|67.208|204|M1|Mazar-I-Sharif Airport
MZS|MY|4.617|118.15|210|S1|Mostyn Airport
MZT|MX|23.167|-106.27|118|L1|Mazatlan International Airport
MZU|IN|26.117|85.383|208|M0|Muzaffarpur Airport
MZV|MY|4.033|114.8|210|M1|Mulu Airport
MZW|DZ|33.535|-0.242|3|M0|Mecheria Airport
MZX|ET|6.35|39.717|2|S0|Mena Airport
MZY|ZA|-34.183|22.083|22|S0|Mossel Bay Airport
MZZ|US|40.491|-85.679|104|S0|Marion Municipal (Indiana)
NAA|AU|-30.318|149.829|268|M1|Narrabri Airport
NAB|US|31.583|-84.167|129|M1|Albany Naval Air Station
NAC|AU|-36.979|140.727|258|S0|Naracoorte Airport
NAD|CO|2.567|-67.583|70|S0|Macanal Airport
NAE|BJ|10.383|1.367|45|S0|Natitingou Airport
NAF|ID|2.75|117.05|214|S0|Banaina Airport
NAG|IN|21.09|79.056|208|M1|Dr. Babasaheb Ambedkar International Airport
NAH|ID|3.717|125.367|214|M1|Naha Airport
NAI|GY|3.75|-59|100|S0|Annai Airport
NAJ|AZ|39.19|45.459|184|M1|Nakhichevan Airport
NAK|TH|14.951|102.314|185|M0|Nakhon Ratchasima Airport
NAL|RU|43.533|43.7|300|M1|Nalchik Airport
NAM|ID|-3.3|127.1|202|M1|Namlea Airport
NAN|FJ|-17.753|177.452|337|L1|Nadi International Airport
NAO|CN|30.8|106.067|232|S1|Nanchong Airport
NAP|IT|40.886|14.292|306|L1|Naples International Airport
NAQ|GL|77.489|-69.383|158|S1|Qaanaaq Airport
NAR|CO|6.2|-74.583|70|S0|Puerto Nare Airport
NAS|BS|25.05|-77.466|128|L1|Lynden Pindling International Airport
NAT|BR|-5.763|-35.373|66|L1|Natal International Airport
NAU|PF|-14.167|-141.583|361|S1|Napuka Island Airport
NAV|TR|38.633|34.717|286|S1|Nevsehir Airport
NAW|TH|6.517|101.75|185|M1|Narathiwat Airport
NAY|CN|39.783|116.388|232|M0|Beijing Nanyuan Airport
NAZ|SB|-10.783|162.3|341|S0|Star Harbour Nana Airport
NBA|PG|-6.25|145.233|358|S0|Nambaiyufa Airport
NBB|CO|3.491|-69.81|70|S0|Barranco Minas Airport
NBC|RU|55.566|52.102|300|M1|Begishevo Airport
NBE|TN|36.083|10.439|48|M1|Enfidha - Hammamet International Airport
NBG|US|29.831|-90.023|78|M0|Naval Air Station/Alvin Callendar
NBH|AU|-30.633|152.983|268|S0|Nambucca Heads Airport
NBJ|AO|-9.047|13.507|31|S0|Dr. Antonio Agostinho Neto International Airport
NBL|PA|9.3|-79|132|S0|Wannukandi Airport
NBN|GQ|-1.41|5.622|34|S1|Annobon Airport
NBO|KE|-1.319|36.926|40|L1|Jomo Kenyatta International Airport
NBP|US|40.713|-74.018|129|M1|Battery Park City/North Cove Sea Plane Base
NBR|AU|-26.533|152.967|259|M1|Nambour Airport
NBS|CN|42.083|127.6|232|M1|Changbaishan Airport
NBV|BR|-17.383|-45.867|149|M1|Cana Brava Airport
NBW|CU|19.909|-75.209|102|M0|Guantanamo Naval Air Station
NBX|ID|-3.367|135.433|202|M0|Nabire Airport
NCA|TC|21.933|-71.983|95|M1|North Caicos Airport
NCE|FR|43.66|7.205|302|L1|Nice Cote D'Azur Airport
NCG|MX|30.417|-107.917|122|S0|Nueva Casas Grandes Airport
NCH|TZ|-10.364|38.775|16|S0|Nachingwea Airport
NCI|CO|8.483|-76.75|70|S0|Necocli Airport
NCJ|AR|-30.957|-61.533|56|S0|Sunchales Aeroclub Airport
NCL|GB|55.037|-1.711|293|L1|Newcastle International Airport
NCN|US|60.078|-147.998|51|S1|New Chenega Airport
NCO|US|41.722|-71.522|129|M0|Quonset State
NCQ|US|33.918|-84.521|129|M1|General Lucius D. Clay National Guard Center
NCR|NI|11.25|-84.833|113|S0|San Carlos Airport
NCS|ZA|-27.774|29.99|22|M0|Newcastle Airport
NCT|CR|10.139|-85.445|80|S0|Nicoya Airport
NCU|UZ|42.483|59.633|236|M1|Nukus Airport
NCY|FR|45.931|6.101|302|M1|Annecy-Meythet Airport
NDA|ID|-4.533|129.9|202|S0|Bandanaira Airport
NDB|MR|20.934|-17.028|43|M1|Nouadhibou Airport
NDC|IN|19.183|77.317|208|M1|Shri Guru Gobind Singh Ji Airport, Nanded
NDD|AO|-11.167|13.867|31|M0|Sumbe Airport
NDE|KE|3.933|41.867|40|S0|Mandera Airport
NDF|AO|-9.333|14.833|31|S0|Ndalatandos Airport
NDG|CN|47.317|123.917|232|M1|Qiqihar Sanjiazi Airport
NDI|PG|-9.433|148.267|358|S0|Namudi Airport
NDJ|TD|12.129|15.034|41|L1|N'Djamena International Airport
NDK|MH|5.633|168.117|348|S0|Namdrik Island Airport
NDL|CF|8.417|20.6|6|S0|Ndele Airport
NDM|ET|9.817|35.083|2|S0|Mendi Airport
NDN|PG|-9.133|147.683|358|S0|Nadunumu Airport
NDO|ES|37.383|-6.583|295|M1|La Palma Del Condado Airport
NDP|US|30.528|-87.198|78|S0|Naval Air Station Ellyson Field
NDR|MA|34.993|-3.026|13|M1|Nador El Aroui International Airport
NDS|AU|-27.983|119.3|267|S0|Sandstone Airport
NDU|NA|-17.956|19.724|49|M1|Rundu Airport
NDV|US|38.856|-77.01|129|M1|United States Naval Heliport
NDY|GB|59.25|-2.583|293|S1|Sanday Airport
NEA|US|31.25|-81.467|129|M1|Naval Air Station
NEC|AR|-38.567|-58.75|54|M1|Necochea Airport
NEF|RU|56.1|54.35|247|S0|Neftekamsk Airport
NEG|JM|18.308|-78.333|107|S0|Negril Airport
NEI|RU|45.083|136.591|244|S0|Terney Airport
NEJ|ET|9.5|35.467|2|S0|Nejjo Airport
NEK|ET|9.067|36.5|2|S0|Nekemte Airport
NEL|US|40.017|-74.317|129|M0|Naec Airport
NEN|US|30.317|-81.85|129|S0|Whitehouse NOLF
NER|RU|56.65|124.6|245|M1|Chulman Neryungri Airport
NES|US|40.743|-73.975|129|M1|East 34th Street - Sea Plane Base
NEU|LA|20.419|104.068|243|M0|Sam Neua Airport
NEV|KN|17.205|-62.593|153|M1|Vance W. Amory International Airport
NEW|US|30.039|-90.027|78|M0|Lakefront Airport
NFB|US|42.967|-82.967|129|M1|Detroit Naval Air Field
NFG|RU|61.133|73.05|247|M1|Nefteyugansk Airport
NFL|US|39.467|-118.783|112|M0|Naval Air Station
NFO|TO|-15.6|-175.65|363|S0|Mata'aho Airport
NFR|LY|29.217|21.583|47|S0|Nafoora Airport
NGA|AU|-34.25|148.25|268|M0|Young Airport
NGB|CN|29.82|121.462|232|L1|Ningbo Lishe International Airport
NGC|US|36.39|-112.129|135|M1|North Rim Airport
NGD|VG|18.727|-64.33|162|S0|Auguste George Airport
NGE|CM|7.359|13.562|18|M1|Ngaoundere Airport
NGF|US|21.449|-157.769|343|M0|Kaneohe Bay Marine Corps Air Station
NGI|FJ|-18|179.333|337|S1|Ngau Island Airport
NGK|RU|51.785|143.143|244|S1|Nogliki Airport
NGL|ZA|-24.387|31.324|22|S0|Ngala Airfield
NGM|GU|13.45|144.75|342|M1|Agana Naval Air Station
NGN|PA|9.569|-79.25|132|S0|Nargana Airport
NGO|JP|34.858|136.805|240|L1|Chubu Centrair International Airport
NGP|US|27.7|-97.283|78|M0|Naval Air Station
NGQ|CN|32.104|80.054|232|M1|Ngari Kunsha Airport
NGR|PG|-6.5|141|358|S0|Ningerum Airport
NGS|JP|32.914|129.923|240|L1|Nagasaki Airport
NGU|US|36.941|-76.292|129|M0|Naval Station Norfolk
NGW|US|27.783|-97.4|78|S0|Cabaniss Field
NGX|NP|28.641|84.088|207|S0|Manang Airport
NGZ|US|37.782|-122.309|112|M1|Alameda Naval Air Station
NHA|VN|12.227|109.192|198|L0|Nha Trang Air Base
NHD|AE|25.024|55.374|194|M0|Minhad Military Airport
NHF|SD|15.35|35.733|25|S0|New Halfa Airport
NHK|US|38.3|-76.433|129|M0|Patuxent River NAS (Trapnell Field)
NHS|PK|29.583|66|206|S0|Nushki Airport
NHT|GB|51.547|-0.415|293|M0|RAF Northolt
NHV|PF|-8.795|-140.222|349|M1|Nuku Hiva Airport
NHX|US|30.4|-87.683|78|S0|Barin NOLF
NHZ|US|43.917|-69.967|129|M0|Brunswick Executive Airport
NIA|LR|7.491|-8.592|39|S0|Nimba Airport
NIB|US|63.017|-154.383|51|S1|Nikolai Airport
NIC|CY|35.16|33.275|217|S0|Nicosia Airport
NIE|US|55.067|-132.15|151|M1|Niblack Airport
NIF|AU|-21.671|121.588|267|S0|Nifty Airport
NIG|KI|-1.333|176.417|362|S0|Nikunau Airport
NIK|SN|13.067|-12.717|15|S0|Niokolo Koba Airport
NIM|NE|13.477|2.177|42|L1|Diori Hamani International Airport
NIN|US|60.067|-151.733|51|S0|Ninilchik Airport
NIO|CD|-2.717|17.685|27|S0|Nioki Airport
NIP|US|30.234|-81.676|129|M0|NAS (Towers Field)
NIQ|GL|70.789|-53.656|93|M1|Niaqornat Heliport
NIR|US|28.4|-97.75|78|S0|Chase Field Naval Air Station
NIS|PG|-2.662|151.998|358|S0|Simberi Island Airport
NIT|FR|46.317|-0.45|302|M0|Niort Airport
NIU|PF|-16.122|-146.373|340|S1|Niau Airport
NIX|ML|15.239|-9.577|5|S0|Nioro Airport
NJA|JP|35.417|139.35|240|M0|NAF Atsugi
NJC|RU|60.948|76.491|247|M1|Nizhnevartovsk Airport
NJF|IQ|31.994|44.389|182|M1|Al-Najaf International Airport
NJJ|CN|49.236|125.337|232|S0|Nenjiang Melgen Airport
NJK|US|32.822|-115.661|112|M0|Navy Air Facility El Centro
NKA|GA|0.7|9.983|29|S0|Nkan Airport
NKB|AU|-18.55|124.85|267|S0|Noonkanbah Airport
NKC|MR|18.31|-15.97|43|L1|Nouakchott–Oumtounsy International Airport
NKD|ID|-3.833|137.85|202|S0|Sinak, Irian Jaya Airport
NKG|CN|31.736|118.867|232|L1|Nanjing Lukou International Airport
NKI|US|55.367|-133.217|108|S1|Naukati Airport
NKL|CD|-1.983|16.467|32|S0|Nkolo Fuma Airport
NKM|JP|35.254|136.92|240|M1|Nagoya Airport
NKN|PG|-5.833|143.45|358|S0|Nankina Airport
NKO|MG|-16.583|-44.45|320|S0|Ankokoambo Airport
NKP|PF|-20.7|-143.047|361|S0|Nukutepipi Airport
NKS|CM|4.95|9.95|18|S0|N'Kongsamba
NKT|TR|37.363|42.06|286|M1|Sirnak Airport
NKU|LS|-29.5|28|36|S0|Nkaus Airport
NKW|IO|-7.313|72.411|321|S0|Naval Support Facility Diego Garcia
NKX|US|32.868|-117.134|112|M0|Marine Corps Air Station Miramar
NKY|CG|-4.217|13.3|10|S0|Nkayi Airport
NLA|ZM|-12.962|28.517|33|S1|Simon Mwansa Kapwepwe International Airport
NLC|US|36.3|-119.767|112|M0|Naval Air Station/Reeves Field
NLD|MX|27.435|-99.567|117|M1|Quetzalcoatl International Airport
NLE|US|41.842|-86.225|86|S0|Jerry Tyler Memorial Airport
NLF|AU|-9.585|143.787|259|S1|Darnley Island Airport
NLG|US|56.001|-161.153|51|S1|Nelson Lagoon Airport
NLH|CN|27.543|100.759|232|M1|Ninglang Luguhu Airport
NLI|RU|53.154|140.651|244|M1|Nikolayevsk-na-Amure Airport
NLK|NF|-29.043|167.939|353|M1|Norfolk Island Airport
NLL|AU|-21.75|120.2|267|S0|Nullagine Airport
NLN|US|40.719|-123.927|112|S0|Kneeland
NLO|CD|-4.325|15.326|27|M0|N'Dolo Airport
NLP|ZA|-25.501|30.914|22|S0|Nelspruit Airport
NLS|AU|-18.051|128.896|267|S0|Nicholson Airport
NLT|CN|43.432|83.382|242|M1|Xinyuan Nalati Airport
NLU|MX|19.746|-99.004|122|L1|Felipe Ángeles International Airport
NLV|UA|47.05|31.917|290|M1|Nikolaev Airport
NMA|UZ|40.983|71.6|236|S1|Namangan Airport
NMB|IN|20.417|72.95|208|M0|Daman Airport
NMC|BS|24.594|-76.82|128|M0|Norman's Cay Airport
NME|US|60.471|-164.701|51|S1|Nightmute Airport
NMF|MV|5.822|73.475|326|M1|Maafaru International Airport
NMG|PA|8.367|-78.283|132|S0|San Miguel Airport
NMI|IN|18.994|73.065|208|M1|Navi Mumbai International Airport
NML|CA|57.056|-111.574|88|S0|Mildred Lake
NMN|PG|-16.317|145.067|358|S0|Nomane Airport
NMP|AU|-20.167|143.967|259|S0|New Moon Airport
NMR|AU|-27.6|141.117|259|S0|Nappamerry Airport
NMS|MM|20.891|97.736|246|M0|Namsang Airport
NMT|MM|23.083|97.4|246|S0|Namtu Airport
NMU|MH|8|168.133|348|M1|Namu Airport
NNA|MA|34.267|-6.667|13|M0|Kenitra Air Base
NNB|SB|-10.833|162.5|341|S1|Santa Ana Airport
NND|MZ|-11.083|39.1|35|S0|Nangade Airport
NNG|CN|22.613|108.168|232|L1|Nanning Wuxu International Airport
NNI|NA|-18.817|16.917|49|S0|Namutoni Airport
NNK|US|58.733|-157.017|51|S0|Naknek Airport
NNL|US|59.979|-154.838|51|S0|Nondalton Airport
NNM|RU|67.617|53.15|300|M1|Naryan-Mar Airport
NNR|IE|53.217|-9.467|281|S1|Connemara Airport
NNS|IN|29.593|80.239|208|S0|Pithoragarh Airport
NNT|TH|18.8|100.783|185|M1|Nan Airport
NNU|BR|-17.817|-40.333|149|S0|Nanuque Airport
NNX|ID|4.137|117.667|214|S1|Nunukan Airport
NNY|CN|32.984|112.613|232|S1|Nanyang Jiangying Airport
NOA|AU|-34.951|150.537|268|M0|Nowra Airport
NOB|CR|9.976|-85.653|80|M1|Nosara Beach Airport
NOC|IE|53.914|-8.81|281|M1|Ireland West Airport Knock
NOD|DE|53.583|7.2|274|S1|Norden-Norddeich Airfield
NOG|MX|31.333|-110.933|103|S0|Nogales Airport
NOH|US|42.312|-87.849|78|M1|Naval Air Station Great Lakes
NOI|RU|44.717|37.767|300|S0|Novorossijsk Airport
NOJ|RU|63.177|75.295|247|M1|Noyabrsk Airport
NOK|BR|-14.69|-52.349|73|S0|Nova Xavantina Airport
NOL|US|67.9|-160.717|51|M1|Nakolik River Airport
NOM|PG|-6.3|142.217|358|S0|Nomad River Airport
NON|KI|-0.681|174.35|362|S0|Nonouti Airport
NOO|PG|-9.2|147.533|358|S0|Naoro Airport
NOP|TR|42.017|35.069|286|M1|Sinop Airport
NOR|IS|65.133|-13.742|255|S0|Nordfjordur Airport
NOS|MG|-13.311|48.314|320|M1|Fascene Airport
NOT|US|38.143|-122.556|112|S0|Novato Airport
NOU|NC|-22.016|166.216|354|M1|Tontouta Airport
NOV|AO|-12.806|15.757|31|M1|Albano Machado (Huambo) Airport
NOZ|RU|53.75|87.167|218|M1|Novokuznetsk Airport
NPA|US|30.354|-87.314|78|M0|NAS (F. Sherman Field)
NPE|NZ|-39.467|176.872|331|M1|Hawkes Bay Airport
NPG|PG|-6.133|143.367|358|S0|Nipa Airport
NPH|US|39.739|-111.871|85|S0|Nephi Airport
NPL|NZ|-39.01|174.179|331|M1|New Plymouth Airport
NPO|ID|-0.333|111.733|214|M1|Nangapinoh Airport
NPP|AU|-22.5|132.683|261|S0|Napperby Airport
NPR|BR|-7.126|-55.401|146|S0|Novo Progresso Airport
NPT|US|41.531|-71.282|129|S1|Newport State Airport
NPU|CO|8.855|-76.423|70|S0|San Pedro Uraba Airport
NPY|TZ|-6.35|31.083|16|S0|Mpanda Airport
NQA|US|35.133|-90.05|78|M0|Naval Air Station
NQI|US|27.517|-97.867|78|M0|Naval Air Station
NQL|BR|-14|-48.983|149|S0|Niquelandia Airport
NQN|AR|-38.953|-68.14|54|M1|Presidente Peron International Airport
NQT|GB|52.919|-1.08|293|M0|Nottingham Airport
NQU|CO|5.695|-77.279|70|S1|Nuqui Airport
NQX|US|24.576|-81.688|129|M0|NAS (Boca Chica Field)
NQY|GB|50.437|-4.998|293|M1|Cornwall Airport Newquay
NQZ|KZ|51.028|71.461|176|L1|Nursultan Nazarbayev International Airport
NRA|AU|-34.706|146.512|268|M1|Narrandera Airport
NRB|US|30.392|-81.419|129|M0|Mayport Naval Station
NRC|US|37.411|-121.102|112|S0|NASA Crows Landing Airport
NRD|DE|53.833|7.167|274|S1|Norderney Airport
NRE|ID|-3.854|126.703|202|S0|Namrole Airport
NRG|AU|-32.933|117.167|267|S0|Narrogin Airport
NRI|US|35.167|-99.833|78|S0|Shangri-la Airport
NRK|SE|58.583|16.232|312|M1|Norrkoping Airport
NRL|GB|59.37|-2.433|293|S1|North Ronaldsay Airport
NRM|ML|15.25|-7.283|5|S0|Nara Airport
NRN|DE|51.599|6.15|274|M1|Weeze Airport
NRR|PR|18.25|-65.639|139|M1|Jose Aponte de la Torre Airport
NRS|US|32.564|-117.114|112|S0|NOLF Imperial Beach
NRT|JP|35.773|140.387|240|L1|Narita International Airport
NRV|GU|13.464|144.764|342|M1|United States Coast Guard Shore Station
NRY|AU|-16.017|129.233|261|S0|Newry Airport
NSB|BS|25.727|-79.296|128|S1|Bimini North Seaplane Base
NSE|US|30.785|-87.066|78|M0|Whiting Fld Nas (North)
NSF|US|38.817|-76.833|129|M1|Andrews Navy Air Field
NSH|IR|36.667|51.5|238|M1|Now Shahr Airport
NSI|CM|3.702|11.55|18|M1|Yaounde Nsimalen Airport
NSK|RU|69.323|87.34|209|M1|Noril'sk Airport
NSL|US|43.987|-95.783|78|S0|Slayton Municipal
NSM|AU|-32.2|121.75|267|S0|Norseman Airport
NSN|NZ|-41.299|173.224|331|L1|Nelson Airport
NSO|AU|-32.036|150.833|268|S0|Scone Airport
NSQ|GL|74.11|-57.065|93|M1|Nuussuaq Heliport
NSR|BR|-9.122|-42.689|92|S0|Sao Raimundo Nonato
NST|TH|8.54|99.94|185|M1|Nakhon Si Thammarat International Airport
NSV|AU|-26.422|153.067|259|S0|Noosa Airport
NSX|VG|18.5|-64.367|162|M1|North Sound Virgin Gorda Hovercraft/Launch Point
NSY|IT|37.407|14.915|306|S0|Sigonella Naval Air Field
NTA|FJ|-18.083|177.317|337|S0|Natadola Airport
NTB|NO|59.565|9.216|301|M0|Notodden Airport
NTC|MZ|-21.618|35.342|35|S0|Santa Carolina
NTD|US|34.119|-119.119|112|M0|Naval Base Ventura County
NTE|FR|47.158|-1.601|302|L1|Nantes Atlantique Airport
NTG|CN|32.073|120.976|232|M1|Nantong Xingdong Airport
NTI|ID|-2.333|133.25|202|S0|Bintuni Airport
NTJ|US|39.267|-111.633|85|S0|Manti-Ephraim Airport
NTL|AU|-32.805|151.84|268|L1|Newcastle Airport
NTM|BR|-9.183|-48.5|66|S0|Miracena Do Norte Airport
NTN|AU|-17.685|141.073|259|M1|Normanton Airport
NTO|CV|17.203|-25.091|252|S0|Agostinho Neto Airport
NTQ|JP|37.295|136.957|240|M1|Noto Airport
NTR|MX|25.865|-100.238|122|M0|Del Norte International Airport
NTT|TO|-15.5|-174|363|S1|Kuini Lavenia Airport
NTU|US|36.817|-76.033|129|M0|Naval Air Station
NTX|ID|3.95|108.383|201|M1|Natuna Ranai Airport
NTY|ZA|-25.336|27.171|22|S0|Pilanesberg International Airport
NUA|LK|6.957|80.778|190|S0|Gregory Lake Sea Plane Base
NUB|AU|-14.272|135.716|261|S0|Numbulwar Airport
NUC|US|33.077|-118.635|112|S0|San Clemente I Nalf
NUD|SD|12.75|28.417|25|S0|En Nahud Airport
NUE|DE|49.494|11.077|274|L1|Nuremberg Airport
NUF|LK|6.86|80.584|190|S0|Castlereigh Reservoir Seaplane Base
NUG|PG|-3.467|150.817|358|S0|Nuguria Airport
NUH|CO|5.617|-72.217|70|S0|Nunchia Airport
NUI|US|70.21|-151.006|51|M1|Nuiqsut Airport
NUJ|IR|35.2|48.667|238|M0|Nojeh Airport
NUK|PF|-19.183|-138.7|361|S0|Nukutavake Airport
NUL|US|64.728|-158.077|51|S1|Nulato Airport
NUM|SA|27.925|35.29|228|M1|Neom Bay Airport
NUN|US|30.469|-87.334|78|S0|Saufley Naval Air Station
NUP|US|60.894|-162.467|51|S1|Nunapitchuk Airport
NUQ|US|37.414|-122.049|112|M0|Moffett Federal Field
NUR|AU|-31.433|130.917|258|S0|Nullarbor Airport
NUS|VU|-16.058|167.4|336|S1|Norsup Airport
NUT|PG|-5.633|151.383|358|S0|Nutuve Airport
NUU|KE|-0.298|36.159|40|S0|Nakuru Airport
NUW|US|48.352|-122.656|112|M0|Ault Field
NUX|RU|66.073|76.523|247|M1|Novy Urengoy Airport
NVA|CO|2.947|-75.294|70|M1|Benito Salas Airport
NVD|US|37.851|-94.304|78|S0|Nevada Airport
NVG|NI|11.667|-84.45|113|S0|Nueva Guinea Airport
NVI|UZ|40.115|65.159|236|M1|Navoi Airport
NVK|NO|68.425|17.425|301|L0|Narvik Airport, Framnes
NVM|BR|-13.821|-56.039|82|M1|Nova Mutum Airport
NVN|US|39.819|-120.353|112|S0|Nervino
NVP|BR|-5.133|-60.367|114|S0|Novo Aripuana Airport
NVR|RU|58.493|31.242|300|L0|Novgorod Airport
NVS|FR|47|3.15|302|M0|Nevers Airport
NVT|BR|-26.88|-48.649|149|M1|Navegantes International Airport
NVY|IN|11.6|79.433|208|S0|Neyveli Airport
NWA|KM|-12.299|43.767|324|M0|Bandar Es Eslam Airport
NWH|US|43.367|-72.167|129|S0|Parlin Field Airport
NWI|GB|52.67|1.277|293|M1|Norwich International Airport
NWS|US|40.703|-74.005|129|M1|Pier 11-Wall St Sea Plane Base
NWT|PG|-9.983|149.733|358|S0|Nowata Airport
NWU|BM|32.75|-65|250|M1|Naval Air Station
NXX|US|40.2|-75.133|129|M1|Willow Grove Naval Air Station
NYA|RU|62.101|65.606|247|M1|Nyagan Airport
NYE|KE|-0.417|36.95|40|S0|Nyeri Airport
NYG|US|38.517|-77.283|129|M0|Quantico Naval Air Station
NYI|GH|7.361|-2.329|1|M1|Sunyani Airport
NYK|KE|0.017|37.067|40|M1|Nanyuki Airport
NYM|RU|65.483|72.717|247|M1|Nadym Airport
NYN|AU|-31.567|147.183|268|S0|Nyngan Airport
NYO|SE|58.784|16.923|312|M1|Stockholm Skavsta Airport
NYR|RU|63.297|118.347|245|S0|Nyurba Airport
NYS|US|40.74|-73.968|129|S0|New York Skyports Seaplane Base
NYT|MM|19.622|96.201|246|M1|Nay Pyi Taw Airport
NYU|MM|21.175|94.928|246|S1|Nyaung U Airport
NYW|MM|22.222|95.094|246|S0|Monywa Airport
NZA|AO|-7.717|21.358|31|S0|Nzagi Airport
NZC|PE|-14.855|-74.96|111|M1|Maria Reiche Neuman Airport
NZE|GN|7.808|-8.703|14|S0|Nzerekore Airport
NZG|RU|55.802|109.595|200|S1|Nizhneangarsk Airport
NZH|CN|49.571|117.332|232|M1|Manzhouli Xijiao Airport
NZL|CN|47.72|122.832|232|M1|Zhalantun Chengjisihan Airport
NZY|US|32.701|-117.203|112|M0|North Island Naval Air Station
OAA|AF|33.922|69.077|204|S0|Shank Air Base
OAG|AU|-33.382|149.124|268|M0|Orange Airport
OAH|AF|33.392|62.261|204|S0|Sabzwar Air Base
OAI|AF|34.946|69.265|204|M0|Bagram Airbase
OAJ|US|34.83|-77.606|129|M1|Albert J Ellis Airport
OAK|US|37.712|-122.212|112|L1|Metropolitan Oakland International Airport
OAL|BR|-11.433|-61.477|138|S1|Cacoal Airport
OAM|NZ|-44.97|171.082|331|M0|Oamaru Airport
OAN|HN|15.504|-86.575|157|S0|El Arrayan Airport
OAR|US|36.617|-121.917|112|S0|Fritzche Army Air Field
OAS|AF|33.126|68.839|204|S0|Sharana Airstrip
OAX|MX|17.001|-96.722|122|M1|Oaxaca International Airport
OAZ|AF|31.864|64.225|204|S0|Camp Bastion
OBA|AU|-21|139|259|S0|Oban Airport
OBC|DJ|11.983|43.267|17|S0|Obock Airport
OBD|ID|-3.9|136.2|202|S0|Obano Airport
OBE|US|27.25|-80.833|129|S0|Okeechobee County Airport
OBF|DE|48.083|11.283|274|M0|Oberpfaffenhofen Airport
OBI|BR|-1.917|-55.517|138|S0|Obidos Airport
OBK|US|42.117|-87.817|78|M1|Sky Harbor Airport
OBL|BE|51.267|4.75|276|S0|Zoersel Airport
OBM|PG|-7.75|147.6|358|S0|Morobe Airport
OBN|GB|56.465|-5.396|293|S1|Oban Airport
OBO|JP|42.732|143.212|240|M1|Tokachi-Obihiro Airport
OBS|FR|44.667|4.7|302|M0|Vals-Lanas Airport
OBT|US|39.4|-79.417|129|M1|Oakland/Coliseum Station
OBU|US|66.911|-156.883|51|S1|Kobuk/Wien Airport
OBX|PG|-7.583|141.317|358|S1|Obo Airport
OBY|GL|70.488|-21.972|150|M1|Ittoqqortoormiit Heliport
OCA|US|25.325|-80.275|129|S0|Ocean Reef Airport
OCC|EC|-0.462|-76.986|99|M1|Coca Airport
OCE|US|38.317|-75.117|85|S0|Ocean City Municipal Airport
OCF|US|29.174|-82.222|129|S0|Ocala International Airport
OCH|US|31.583|-94.7|78|S0|Nacogdoches Airport
OCJ|JM|18.401|-76.97|107|M1|Ian Fleming International Airport
OCM|AU|-22.54|117.275|267|S0|Boolgeeda Airport
OCN|US|33.219|-117.353|112|S0|Oceanside Municipal Airport
OCS|GQ|0.917|9.331|34|S0|Corisco Island Airport
OCV|CO|8.25|-73.333|70|M0|Aguasclaras Airport
OCW|US|35.55|-77.05|129|S0|Warren Field
ODA|CF|8.004|22.402|6|S0|Ouadda Airport
ODB|ES|37.841|-4.847|295|M0|Cordoba Airport
ODC|US|37.756|-120.8|112|S0|Oakdale Airport
ODD|AU|-27.55|135.45|258|S0|Oodnadatta Airport
ODE|DK|55.474|10.329|280|M1|Hans Christian Andersen Airport
ODH|GB|51.25|-0.95|293|M0|RAF Odiham
ODJ|CF|8.917|22.883|6|S0|Ouanda Djalle Airport
ODL|AU|-26.717|140.633|258|S0|Cordillo Downs Airport
ODM|US|39.58|-79.339|129|S0|Garrett County Airport
ODN|MY|4.033|115.067|210|S1|Long Seridan Airport
ODO|RU|57.866|114.243|200|S1|Bodaybo Airport
ODR|AU|-17.5|128.8|267|S0|Ord River Airport
ODS|UA|46.441|30.677|290|M1|Odessa International Airport
ODT|US|31.92|-102.391|78|S0|Odessa-Schlemeyer Field
ODW|US|48.251|-122.686|112|S0|Oak Harbor Airport
ODY|LA|20.682|101.993|243|S1|Oudomxay Airport
OEA|US|38.683|-87.533|104|M1|Oneal Airport
OEC|TL|-9.205|124.342|193|M0|Oecusse Airport
OEL|RU|52.983|36.1|300|M0|Orel Airport
OEM|SR|3.35|-55.45|134|S0|Vincent Fayks Airport
OEO|US|45.3|-92.7|78|S0|Osceola Municipal Airport
OER|SE|63.413|18.992|312|M1|Ornskoldsvik Airport
OES|AR|-40.733|-64.95|54|S1|San Antonio Oeste Airport
OFF|US|41.118|-95.913|78|M0|Offutt Air Force Base
OFI|CI|9.6|-4.05|0|S0|Ouango Fitini Airport
OFJ|IS|65.583|-19.833|255|S0|Olafsfjordur Airport
OFK|US|41.984|-97.434|78|M0|Norfolk Regional Airport
OFU|AS|-14.184|-169.669|355|S1|Ofu Airport
OGA|US|41.133|-101.717|85|S0|Searle Field
OGB|US|33.5|-80.867|129|M0|Orangeburg Municipal Airport
OGD|US|41.196|-112.011|85|M1|Ogden Municipal Airport
OGE|PG|-6.467|147.467|358|S0|Ogeranang Airport
OGG|US|20.893|-156.439|343|L1|Kahului Airport
OGL|GY|6.808|-58.105|100|M1|Ogle International Airport
OGM|PA|9.137|-77.933|132|S0|Ogobsucum Airport
OGN|JP|24.466|122.98|240|M1|Yonaguni Airport
OGO|CI|6.7|-3.45|0|S0|Abengourou Airport
OGR|TD|10.289|15.383|41|S0|Bongor Airport
OGS|US|44.682|-75.466|129|M1|Ogdensburg Airport
OGU|TR|40.968|38.081|286|M1|Ordu Giresun Airport
OGV|NA|-22.183|18.533|49|S0|Ongava Game Reserve Airport
OGX|DZ|31.917|5.4|3|M1|Ain Beida Airport
OGZ|RU|43.2|44.6|300|M1|Vladikavkaz Airport
OHA|NZ|-40.208|175.387|331|M0|Royal Air Force Base
OHB|MG|-18.918|48.218|320|S0|Ambohibary Airport
OHC|US|63.326|-168.969|51|M1|Northeast Cape Air Force Station
OHD|MK|41.18|20.743|310|M1|Ohrid Airport
OHE|CN|52.921|122.421|232|M1|Mohe Airport
OHH|RU|53.517|142.883|244|S0|Novostroyka Airport
OHI|NA|-17.797|15.699|49|S0|Oshakati Airport
OHO|RU|59.414|143.064|244|M1|Okhotsk Airport
OHP|GB|56.417|-5.483|293|M1|Oban Heliport
OHR|DE|54.686|8.529|274|S0|Wyk Airport
OHS|OM|24.396|56.617|216|S1|Sohar Airport
OHT|PK|33.583|71.433|206|S0|Kohat Airport
OIA|BR|-6.761|-51.049|66|S0|Ourilandia Airport
OIC|US|42.533|-75.533|129|S0|Eaton Airport
OIL|US|41.433|-79.7|129|M1|Splane Memorial Airport
OIM|JP|34.779|139.365|240|M1|Oshima Airport
OIR|JP|42.072|139.435|240|M1|Okushiri Airport
OIT|JP|33.477|131.732|240|L1|Oita Airport
OJC|US|38.85|-94.733|78|S0|Johnson Executive Airport
OJU|ID|-0.864|121.623|214|S1|Tanjung Api Airport
OKA|JP|26.205|127.646|240|L1|Naha Airport
OKB|AU|-25.25|153.167|259|S0|Fraser Island Airport
OKC|US|35.396|-97.596|78|L1|OKC Will Rogers International Airport
OKD|JP|43.11|141.382|240|M1|Sapporo Okadama Airport (OKD)
OKE|JP|27.432|128.706|240|M1|Okino Erabu Airport
OKF|NA|-19.167|16|49|S0|Okaukuejo Airport
OKG|CG|-1.467|15|10|S0|Okoyo Airport
OKH|GB|52.729|-0.651|293|S0|Cottesmore RAF
OKI|JP|36.167|133.317|240|M1|Oki Island Airport
OKJ|JP|34.76|133.853|240|M1|Okayama Momotaro Airport
OKK|US|40.53|-86.058|104|S0|Kokomo Municipal Airport
OKL|ID|-4.908|140.63|202|M1|Gunung Bintang Airport
OKM|US|35.617|-95.967|78|S0|Okmulgee Airport
OKN|GA|-1|14.008|29|M0|Okondja Airport
OKO|JP|35.75|139.35|240|L0|Yokota Air Force Base
OKP|PG|-5.25|142.083|358|S0|Oksapmin Airport
OKQ|ID|-8.1|139.7|202|S0|Okaba Airport
OKR|AU|-9.752|143.406|259|S1|Yorke Island Airport
OKS|US|41.4|-102.35|85|S0|Oshkosh Airport
OKT|RU|54.433|53.383|247|S0|Oktiabrskij Airport
OKU|NA|-18.808|17.05|49|S0|Mokuti Lodge Airport
OKV|PG|-5.561|141.037|358|S0|Okao Airport
OKY|AU|-27.407|151.735|259|M1|Oakey Airport
OLA|NO|63.7|9.617|301|M1|Orland Airbase
OLB|IT|40.903|9.515|306|M1|Olbia Costa Smeralda Airport
OLC|BR|-3.471|-68.959|114|S0|Sao Paulo De Olivenca Airport
OLD|US|44.933|-68.65|129|S0|Old Town Airport
OLE|US|42.241|-78.377|129|S0|Olean Municipal Airport
OLF|US|48.095|-105.566|85|M1|Wolf Point International Airport
OLG|KE|-1.324|35.247|40|M1|Olare Airport
OLH|US|57.204|-153.3|51|S1|Old Harbor Sea Plane Base
OLI|IS|64.911|-23.817|255|S0|Rif Airport
OLJ|VU|-14.885|166.56|336|S1|West Cost Santo Airport
OLK|PY|-21.997|-57.883|62|S0|Fuerte Olimpo Airport
OLL|CG|-1.222|15.915|10|M0|Oyo Ollombo Airport
OLM|US|46.974|-122.903|112|M1|Olympia Regional Airport
OLN|AR|-45.575|-69.078|55|S0|Lago Musters Airport
OLO|CZ|49.633|17.2|304|S0|Olomouc Airport
OLP|AU|-30.484|136.884|258|S1|Olympic Dam Airport
OLQ|PG|-5.467|141.5|358|S0|Olsobip Airport
OLR|AF|33.364|69.955|204|S0|Salerno Air Base
OLS|US|31.417|-110.85|135|M0|Nogales International Airport
OLU|US|41.447|-97.342|78|M0|Columbus Airport (Nebraska)
OLV|US|34.978|-89.788|78|S0|Olive Branch Airport
OLX|KE|-1.409|35.11|40|S0|Ol Kiombo
OLY|US|38.717|-88.083|78|S0|Olney Airport
OLZ|RU|60.399|120.464|245|M1|Olyokminsk Airport
OMA|US|41.3|-95.9|78|L1|Eppley Airfield
OMB|GA|-1.6|9.267|29|M0|Omboue Airport
OMC|PH|11.055|124.565|215|M0|Ormoc Airport
OMD|NA|-28.583|16.45|49|M1|Oranjemund Airport
OME|US|64.511|-165.431|51|L1|Nome Airport
OMF|JO|32.35|36.25|177|S0|King Hussein Airport
OMG|NA|-18|22.067|49|S0|Omega Airport
OMH|IR|37.665|45.066|238|M1|Urmia Airport
OMI|IR|30.833|49.533|238|S0|Omidiyeh Air Base
OMJ|JP|32.93|129.934|240|S0|Omura Airport
OMK|US|48.462|-119.517|112|S0|Omak Municipal Airport
OML|PG|-6.186|144.958|358|S0|Omkalai Airport
OMM|OM|18.14|55.182|216|S0|Marmul Airport
OMN|UZ|39.969|68.544|230|S0|Zomin Airport
OMO|BA|43.286|17.847|308|M1|Mostar Airport
OMR|RO|47.028|21.903|277|M1|Oradea Airport
OMS|RU|54.957|73.317|220|M1|Omsk Airport
OMY|KH|13.817|104.967|222|S0|Oddor Meanche Airport
ONA|US|44.077|-91.706|78|S0|Winona Municipal Airport
ONB|PG|-8.583|147.2|358|S0|Ononge Airport
OND|NA|-17.885|15.942|49|M1|Andimba Toivo ya Toivo Airport
ONE|SB|-9.167|161.067|341|S0|Onepusu Airport
ONG|AU|-16.663|139.17|259|S1|Mornington Airport
ONH|US|42.483|-75.001|129|S0|Oneonta Municipal Airport
ONI|ID|-3.333|135.5|202|S0|Moanamani Airport
ONJ|JP|40.196|140.374|240|M1|Odate Noshiro Airport
ONK|RU|68.516|112.479|245|S0|Olenyok Airport
ONL|US|42.466|-98.686|78|S0|O'Neill Municipal Airport
ONM|US|34.067|-106.9|85|S0|Socorro Airport
ONN|US|58.233|-152.833|51|M1|Onion Bay Airport
ONO|US|44.023|-117.014|71|M0|Ontario Municipal
ONP|US|44.633|-124.05|112|M0|Newport Municipal Airport
ONQ|TR|41.506|32.09|286|M1|Zonguldak Airport
ONR|AU|-24.817|140.567|259|S0|Monkira Airport
ONS|AU|-21.669|115.112|267|S0|Onslow Airport
ONT|US|34.056|-117.601|112|L1|Ontario International Airport
ONU|FJ|-16.333|179|337|S0|Ono I Lau Airport
ONX|PA|9.35|-79.9|132|M1|Colon Airport
ONY|US|33.367|-98.75|78|S0|Olney Airport
OOA|US|41.3|-92.65|78|S0|Oskaloosa Municipal Airport
OOD|AU|-22.504|119.076|267|S0|Koodaideri Mine Airport
OOK|US|60.532|-165.108|51|S1|Toksook Bay Airport
OOL|AU|-28.166|153.513|259|L1|Gold Coast Airport
OOM|AU|-36.293|148.971|268|M1|Snowy Mountains Airport
OOR|AU|-25.05|141.233|259|S0|Mooraberree Airport
OOT|KI|-1.917|175.567|362|S0|Onotoa Airport
OPA|IS|66.417|-16.483|255|S0|Kopasker Airport
OPB|PG|-4.933|151.667|358|S0|Open Bay Airport
OPF|US|25.909|-80.274|129|M1|Opa-locka Executive Airport
OPI|AU|-12.333|133.067|261|S0|Oenpelli Airport
OPL|US|30.533|-92.083|78|S0|St Landry Parish Airport
OPO|PT|41.238|-8.67|291|L1|Porto Airport
OPP|BR|-0.694|-47.328|66|S1|Salinopolis
OPS|BR|-11.879|-55.582|73|S1|Sinop Airport
OPU|PG|-8.033|142.933|358|M1|Balimo Airport
OPW|NA|-18.067|13.833|49|S0|Opuwo Airport
OQN|UZ|40.448|70.993|236|S0|Kokand Airport
ORA|AR|-23.333|-64.167|54|M0|Oran Airport
ORB|SE|59.226|15.048|312|M1|Orebro-Bofors Airport
ORC|CO|4.9|-71.333|70|S0|Orocue Airport
ORD|US|41.977|-87.905|78|L1|O'Hare International Airport
ORE|FR|47.917|1.9|302|S0|Orleans Airport
ORF|US|36.899|-76.206|129|L1|Norfolk International Airport
ORG|SR|5.809|-55.191|134|S1|Zorg En Hoop Airport
ORH|US|42.269|-71.874|129|M1|Worcester Regional Airport
ORI|US|57.886|-152.844|51|S1|Port Lions Sea Plane Base
ORJ|GY|4.717|-60.033|100|S0|Orinduik Airport
ORK|IE|51.849|-8.49|281|M1|Cork Airport
ORL|US|28.544|-81.336|129|S0|Orlando Executive Airport
ORM|GB|52.233|-0.9|293|S0|Northampton Airport
ORN|DZ|35.62|-0.606|3|M1|Oran International Airport Ahmed Ben Bella
ORO|HN|15.125|-87.134|157|S0|Yoro Airport
ORP|BW|-21|24.5|20|S0|Orapa Airport
ORQ|US|41.117|-73.367|129|M1|Norwalk Heliport
ORR|AU|-35.033|137.583|258|S0|Yorktown Airport
ORS|AU|-18.633|146.483|259|S0|Orpheus Island Waterport SPB
ORT|US|62.962|-141.924|51|M1|Northway Airport
ORU|BO|-17.962|-67.078|110|M0|Juan Mendoza Airport
ORV|US|66.817|-161.029|51|S1|Robert (Bob) Curtis Memorial Airport
ORW|PK|25.3|64.583|206|S0|Ormara Airport
ORX|BR|-1.75|-55.867|138|S0|Oriximina Airport
ORY|FR|48.728|2.36|302|L1|Paris Orly Airport
ORZ|BZ|18.047|-88.584|67|S1|Orange Walk Airport
OSB|US|38.114|-92.682|78|M0|Grand Glaize Airport
OSC|US|44.454|-83.385|86|S0|Wurtsmith Air Force Base
OSD|SE|63.199|14.494|312|M1|Are Ostersund Airport
OSE|PG|-7.833|147.083|358|S0|Omora Airport
OSF|RU|55.508|37.502|300|M0|Ostafyevo International Airport
OSG|PG|-2.967|141.333|358|S0|Ossima Airport
OSH|US|43.984|-88.557|78|M0|Wittman Regional Airport
OSI|HR|45.466|18.807|318|M1|Osijek Airport
OSJ|KE|-1.378|35.378|40|M1|Ol Seki Airstrip
OSK|SE|57.267|16.433|312|S0|Oskarshamn Airport
OSL|NO|60.194|11.1|301|L1|Oslo Airport
OSM|IQ|36.307|43.149|182|M0|Mosul Airport
OSN|KR|37.089|127.03|231|M0|Osan Air Base
OSO|AU|-22.086|140.561|259|S0|Osborne Mine Airport
OSR|CZ|49.696|18.121|304|M1|Mosnov Airport
OSS|KG|40.608|72.786|187|L1|Osh Airport
OST|BE|51.2|2.864|276|M1|Ostend-Bruges International Airport
OSU|US|40.076|-83.075|129|M0|Ohio State University Airport
OSW|RU|51.2|58.567|247|M1|Orsk Airport
OSX|US|33.067|-89.583|78|S0|Attala County Airport
OSY|NO|64.473|11.57|301|S1|Namsos Airport
OSZ|PL|54.125|16.406|317|L0|Koszalin-Zegrze Pomorskie Airport
OTA|ET|11.067|37.883|2|S0|Mota Airport
OTC|TD|13.433|14.733|41|S0|Bol-Berim Airport
OTD|PA|8.667|-79.567|132|S1|Contadora Airport
OTG|US|43.652|-95.584|78|S0|Worthington Airport
OTH|US|43.416|-124.246|112|M1|Southwest Oregon Regional Airport
OTI|ID|2.044|128.321|202|M0|Leo Wattimena Airport
OTJ|NA|-20.431|16.663|49|S0|Otjiwarongo Airport
OTK|US|45.417|-123.815|112|S0|Tillamook Airport
OTL|MR|17.75|-14.667|43|S0|Boutilimit Airport
OTM|US|41.106|-92.449|78|M0|Industrial Airport
OTN|US|38.867|-87.45|104|S0|Green Airport
OTO|CN|39.031|107.989|232|M1|Otog Banner Wulan Airport
OTP|RO|44.571|26.077|277|L1|Bucharest Henri Coanda International Airport
OTQ|CN|38.174|107.39|232|M1|Otog Front Banner Oljoq Airport
OTR|CR|8.567|-82.933|80|M0|Coto 47 Airport
OTS|US|48.499|-122.661|112|S0|Anacortes Airport
OTT|BR|-9.902|-58.581|73|S0|Andre Maggi Airport
OTU|CO|7|-74.717|70|S0|Otu Airport
OTV|SB|-5.514|159.523|341|S0|Ontong Java Airport
OTY|PG|-6.6|155.767|358|S0|Oria Airport
OTZ|US|66.891|-162.603|51|L1|Ralph Wien Memorial Airport
OUA|BF|12.355|-1.514|44|M1|Ouagadougou International Airport
OUD|MA|34.783|-1.933|13|M1|Oujda Angads Airport
OUE|CG|1.617|16.049|10|M0|Ouesso Airport
OUG|BF|13.517|-2.333|44|S0|Ouahigouya Airport
OUH|ZA|-33.603|22.188|22|M0|Oudtshoorn Airport
OUI|FR|48.592|-5.174|302|S1|Ouessant
OUK|GB|60.425|-0.751|293|S0|Outer Skerries Airport
OUL|FI|64.93|25.375|284|M1|Oulu Airport
OUM|TD|13.217|19.617|41|S0|Oum Hadjer Airport
OUN|US|35.217|-97.433|78|S0|Max Westheimer Airport
OUR|CM|4.473|14.364|18|S0|Batouri Airport
OUS|BR|-22.967|-49.917|149|S0|Ourinhos Airport
OUT|TD|10.483|16.717|41|S0|Bousso Airport
OUU|GA|-2.983|10.3|29|S0|Ouanga Airport
OUZ|MR|22.733|-12.35|43|S1|Zouerate Airport
OVA|MG|-24.233|45.305|320|S0|Bekily Airport
OVB|RU|55.009|82.667|219|L1|Novosibirsk International Airport (Tolmachevo)
OVD|ES|43.559|-6.032|295|M1|Asturias Airport
OVE|US|39.5|-121.617|112|S0|Oroville Airport
OVG|ZA|-34.552|20.236|22|S0|Overberg (FAOB)
OVL|CL|-30.56|-71.176|147|S0|El Tuqui Airport
OVR|AR|-36.889|-60.228|54|S0|Olavarria Airport
OVS|RU|61.332|63.602|288|M1|Sovetsky Airport
OWA|US|44.1|-93.167|78|S0|Owatonna Airport
OWB|US|37.741|-87.166|78|M1|Owensboro–Daviess County Airport
OWD|US|42.192|-71.177|129|M0|Norwood Memorial Airport
OWE|GA|0.35|9.483|29|M1|Owendo Airport
OWK|US|44.717|-69.8|129|S0|Central Maine Airport
OXB|GW|11.889|-15.657|8|M1|Osvaldo Vieira Airport
OXC|US|41.479|-73.136|129|S0|Waterbury-Oxford Airport
OXD|US|39.86|-84.761|129|S0|Miami University Airport
OXF|GB|51.837|-1.32|293|M0|London Oxford Airport
OXO|AU|-27.667|141.333|259|S0|Orientos Airport
OXR|US|34.201|-119.206|112|M0|Oxnard Airport
OXY|AU|-25.35|141.367|259|S0|Morney Airport
OYA|AR|-29.103|-59.217|54|M0|Goya Airport
OYC|GF|3.172|-52.336|76|S0|Camopi Airport
OYE|GA|1.537|11.578|29|M1|Oyem Airport
OYG|UG|3.65|31.717|24|S1|Moyo Airport
OYK|BR|3.883|-51.783|66|M0|Oiapoque Airport
OYL|KE|3.472|39.1|40|S0|Moyale Airport
OYN|AU|-35.067|142.333|266|S0|Ouyen Airport
OYO|AR|-38.367|-60.25|54|M0|Tres Arroyos Airport
OYP|GF|3.9|-51.8|76|M0|Saint-Georges-de-l'Oyapock Airport
OYS|US|37.85|-119.55|112|M1|Yosemite National Park Airport
OZA|US|30.717|-101.217|78|S0|Ozona Airport
OZC|PH|8.182|123.845|215|M1|Labo Airport
OZG|MA|30.267|-5.852|13|M0|Zagora Airport
OZH|UA|47.867|35.316|290|M1|Zaporozhye Airport
OZI|ES|37.663|-24.9|295|M1|Bobadilla Airport
OZP|ES|37.17|-5.612|295|M0|Moron Air Base
OZR|US|31.45|-85.667|78|M0|Cairns Army Air Field
OZU|ES|37.6|-4.633|295|M1|Montilla Airport
OZZ|MA|30.917|-6.917|13|M1|Ouarzazate Airport
PAA|MM|16.893|97.678|246|S0|Pa-an Airport
PAB|IN|31.317|76.833|208|M1|Bilaspur Airport
PAC|PA|8.971|-79.556|132|M1|Marcos A. Gelabert International Airport
PAD|DE|51.61|8.62|274|M1|Paderborn Lippstadt Airport
PAE|US|47.91|-122.286|112|M1|Seattle Paine Field International Airport
PAF|UG|2.203|31.554|24|S0|Pakuba Airport
PAG|PH|7.827|123.457|215|M1|Pagadian Airport
PAH|US|37.061|-88.772|78|M1|Barkley Regional Airport
PAI|KH|12.083|102.6|222|M1|Pailin Airport
PAJ|PK|33.9|70.1|206|S0|Para Chinar Airport
PAK|US|21.9|-159.598|343|S0|Port Allen Airport
PAL|CO|5.484|-74.657|70|M0|Palanquero Airport
PAM|US|30.067|-85.576|78|M0|Tyndall Air Force Base
PAN|TH|6.777|101.158|185|M0|Pattani Airport
PAO|US|37.461|-122.115|112|M0|Palo Alto Airport of Santa Clara County
PAP|HT|18.575|-72.295|136|L1|Toussaint Louverture International Airport
PAQ|US|61.601|-149.088|51|M0|Palmer Municipal Airport
PAR|FR|48.833|2.332|302|M1|Paris Metropolitan
PAS|GR|37.021|25.113|272|S1|Paros National Airport
PAT|IN|25.595|85.091|208|M1|Jay Prakash Narayan International Airport
PAU|MM|21.45|94.517|246|S0|Pauk Airport
PAV|BR|-9.401|-38.25|66|M1|Paulo Afonso Airport
PAW|PG|-11.417|154.033|358|S0|Pambwa Airport
PAX|HT|19.933|-72.842|136|M0|Port De Paix Airport
PAY|MY|5.993|117.394|210|S0|Pamol Airport
PAZ|MX|20.6|-97.461|122|M1|El Tajin National Airport
PBA|US|71.341|-156.637|51|S0|Point Barrow Airport
PBB|BR|-19.65|-51.202|73|S0|Paranaiba Airport
PBC|MX|19.135|-98.368|122|M1|Hermanos Serdan International Airport
PBD|IN|21.647|69.657|208|M1|Porbandar Airport
PBE|CO|6.483|-74.483|70|S0|Puerto Berrio Airport
PBF|US|34.176|-91.936|78|M0|Grider Field
PBG|US|44.659|-73.465|129|M1|Plattsburgh International Airport
PBH|BT|27.433|89.417|239|M1|Paro Airport
PBI|US|26.683|-80.096|129|L1|Palm Beach International Airport
PBJ|VU|-16.433|168.217|336|S1|Paama Airport
PBK|US|57.8|-134.7|151|M1|Pack Creek Airport
PBL|VE|10.479|-68.074|75|M0|General Bartolome Salom International Airport
PBM|SR|5.451|-55.191|134|L1|Zanderij International Airport
PBN|AO|-10.7|13.75|31|M0|Porto Amboim Airport
PBO|AU|-23.174|117.748|267|M1|Paraburdoo Airport
PBP|CR|9.859|-85.369|80|S0|Punta Islita Airport
PBQ|BR|-11.7|-61.2|138|S0|Pimenta Bueno Airport
PBR|GT|15.731|-88.584|98|M1|Puerto Barrios Airport
PBS|TH|7.895|98.292|185|M1|Patong Beach Airport
PBT|PY|-20.617|-58.027|62|S0|Puerto Leda Airport
PBU|MM|27.333|97.417|246|M1|Putao Airport
PBV|BR|-11.541|-57.365|73|S0|Porto Dos Gauchos Airport
PBX|BR|-10.861|-51.684|73|S0|Porto Alegre Do Norte Airport
PBZ|ZA|-34.088|23.329|22|M0|Plettenberg Bay Airport
PCA|US|58.901|-157.702|51|S0|Portage Creek Airport
PCB|ID|-6.35|106.767|201|S0|Pondok Cabe Airport
PCC|CO|1.9|-75.15|70|S0|Puerto Rico Airport
PCD|US|43.017|-91.117|78|S0|Prairie Du Chien Municipal Airport
PCE|US|57.164|-157.433|51|M1|Painter Creek Airport
PCF|ZA|-26.681|27.097|22|M0|Potchefstroom
PCG|GT|17.26|-90.247|98|M1|Paso Caballos Airport
PCH|HN|15|-89|157|S0|Palacios Airport
PCJ|PY|-22.269|-57.929|62|S0|Puerto La Victoria Airport
PCL|PE|-8.385|-74.575|111|M1|Capitan Rolden Airport
PCM|MX|20.622|-87.082|122|S0|Playa Del Carmen Airport
PCN|NZ|-41.343|173.96|331|S1|Picton Aerodrome
PCO|MX|23.583|-109.5|118|S0|Punta Colorada Airport
PCP|ST|1.665|7.412|46|M1|Principe Airport
PCQ|LA|21.646|101.9|243|S0|Boun Neua Airport
PCR|CO|6.183|-67.633|70|M1|Puerto Carreno Airport
PCS|BR|-7.083|-41.467|66|S0|Picos Airport
PCT|US|40.35|-74.65|129|S0|Princeton Airport (New Jersey)
PCU|US|30.433|-89.683|78|S0|Pearl River County Airport
PCV|MX|27.083|-112|160|S0|Punta Chivato Airport
PDA|CO|3.883|-67.883|70|M1|Puerto Inirida Airport
PDB|US|59.797|-154.13|51|L1|Pedro Bay Airport
PDC|NC|-21.317|165|354|S0|Mueo Airport
PDD|MZ|-26.783|32.881|35|S0|Ponta De Ouro
PDE|AU|-26|138.667|258|S0|Pandie Pandie Airport
PDF|BR|-17.35|-39.217|66|S0|Prado Airport
PDG|ID|-0.787|100.281|201|L1|Minangkabau International Airport
PDI|PG|-6.5|147.583|358|S0|Pindiu Airport
PDK|US|33.876|-84.302|129|L1|DeKalb Peachtree Airport
PDL|PT|37.744|-25.696|249|L1|Joao Paulo II Airport
PDM|PA|7.553|-80.021|132|S1|Capt. Justiniano Montenegro Airport
PDN|AU|-35.917|138.083|258|S0|Parndana Airport
PDO|ID|-3.283|103.867|201|M1|Pendopo Airport
PDP|UY|-34.857|-55.093|126|M1|Capitan de Corbeta Carlos A. Curbelo International Airport
PDR|BR|-5.311|-44.48|66|S0|Presidente Dutra Municipal Airport
PDS|MX|28.629|-100.536|117|M1|Piedras Negras International Airport
PDT|US|45.693|-118.843|112|M1|Eastern Oregon Regional Airport
PDU|UY|-32.366|-58.064|126|M0|Paysandu Airport
PDV|BG|42.3|24.717|311|M1|Plovdiv Airport
PDX|US|45.589|-122.593|112|L1|Portland International Airport
PDZ|VE|9.967|-62.233|75|S0|Pedernales Airport
PEA|AU|-35.733|137.933|258|S0|Penneshaw Airport
PEB|MZ|-17.167|38.133|35|S0|Pebane Airport
PEC|US|57.96|-136.23|51|S1|Pelican Sea Plane Base
PED|CZ|50.013|15.739|304|M1|Pardubice Airport
PEE|RU|57.92|56.019|247|M1|Perm International Airport
PEF|DE|54.167|13.767|274|S0|Peenemuende Airport
PEG|IT|43.133|12.367|306|M1|Perugia San Francesco d'Assisi – Umbria International Airport
PEH|AR|-35.85|-61.867|54|M0|Pehuajo Airport
PEI|CO|4.816|-75.737|70|M1|Matecana International Airport
PEK|CN|40.079|116.587|232|L1|Beijing Capital International Airport
PEL|LS|-30.55|27.917|36|S0|Pelaneng Airport
PEM|PE|-12.583|-69.233|111|M1|Puerto Maldonado Airport
PEN|MY|5.293|100.265|210|L1|Penang International Airport
PEP|AU|-14.15|130.1|261|S0|Peppimenarti Airport
PEQ|US|31.433|-103.5|78|S0|Pecos City Airport
PER|AU|-31.934|115.96|267|L1|Perth Airport
PES|RU|61.878|34.154|300|M1|Petrozavodsk Airport
PET|BR|-31.718|-52.324|149|M1|Pelotas–João Simões Lopes Neto International Airport
PEU|HN|15.217|-83.767|157|S1|Puerto Lempira Airport
PEV|HU|45.991|18.241|278|M1|Pécs-Pogány Airport
PEW|PK|33.989|71.519|206|M1|Bacha Khan International Airport
PEX|RU|65.117|57.133|300|M1|Pechora Airport
PEY|AU|-31.917|133.017|258|S0|Penong Airport
PEZ|RU|53.119|45.023|300|M1|Penza Airport
PFA|CN|45.599|126.658|232|M1|Harbin Pingfang Airport
PFB|BR|-28.25|-52.333|149|M1|Passo Fundo Airport
PFC|US|45.233|-123.95|112|S0|State Airport
PFD|US|57.95|-135.65|108|M1|Port Frederick Airport
PFJ|IS|65.556|-23.965|255|S0|Patreksfjörður Airport
PFM|CA|55.391|-111.12|88|S0|Primrose
PFN|US|30.207|-85.683|78|L0|Bay County
PFO|CY|34.712|32.489|217|L1|Paphos International Airport
PFQ|IR|39.607|47.878|238|S1|Parsabad Moghan Airport
PFR|CD|-4.317|20.583|32|S1|Ilebo Airport
PGA|US|36.926|-111.447|135|M1|Page Airport
PGB|PG|-7.017|141.55|358|S0|Panaoa Airport
PGC|US|38.995|-79.146|129|S0|Grant County Airport (West Virginia)
PGD|US|26.919|-81.991|129|M1|Charlotte County Airport
PGE|PG|-7.133|146.15|358|S0|Yegepa Airport
PGF|FR|42.741|2.868|302|M1|Llabanere Airport
PGG|BR|-6.954|-55.461|66|M1|Progresso Airport
PGH|IN|29.032|79.474|208|M1|Pantnagar Airport
PGI|AO|-7.333|20.8|31|S0|Chitato Airport
PGK|ID|-2.164|106.137|201|M1|Depati Amir Airport
PGL|US|30.578|-88.642|78|S0|Lott International
PGM|US|59.35|-151.833|51|S1|Port Graham Airport
PGN|PG|-6.3|144.2|358|S0|Pangia Airport
PGO|US|37.269|-107.051|85|S0|Stevens Field
PGQ|ID|0.917|128.383|202|S1|Pekaulang Buli Airport
PGR|US|36.033|-90.5|78|S0|Paragould Municipal Airport
PGS|US|35.533|-113.417|135|S0|Peach Springs Airport
PGU|IR|27.384|52.736|238|M1|Ala'Marvdasht Airport
PGV|US|35.633|-77.385|129|M1|Pitt-Greenville Airport
PGX|FR|45.183|0.717|302|M0|Perigueux Airport
PGZ|BR|-25.186|-50.146|149|M1|Comte Antonio Amilton Beraldo Airport
PHA|VN|11.633|108.95|198|S0|Phan Rang Airport
PHB|BR|-2.894|-41.731|66|M1|Parnaiba-Prefeito Dr. Joao Silva Filho International Airport
PHC|NG|5.007|6.95|28|L1|Port Harcourt International Airport
PHD|US|40.5|-81.45|129|S0|Harry Clever Airport
PHE|AU|-20.378|118.632|267|M1|Port Hedland International Airport
PHF|US|37.13|-76.503|129|M1|Newport News/Williamsburg International Airport
PHG|NG|4.844|7.02|28|S0|Port Harcourt City Airport
PHH|VN|10.9|108.067|198|S1|Phan Thiet Airport
PHI|BR|-2.517|-45.083|66|S0|Pinheiro Airport
PHK|US|26.817|-80.667|129|S0|Palm Beach County Glades Airport
PHL|US|39.876|-75.243|129|L1|Philadelphia International Airport
PHM|DE|48.683|9|274|M1|Boeblingen Airport
PHN|US|42.913|-82.526|86|S0|St Clair County International Airport
PHO|US|68.35|-166.8|51|S1|Point Hope Airport
PHP|US|44.333|-101.667|78|S0|Phillip Airport
PHQ|AU|-21.812|139.923|259|S0|The Monument Airport
PHR|FJ|-18.2|178.05|337|S0|Pacific Harbor Airport
PHS|TH|16.771|100.281|185|M1|Phitsanulok Airport
PHT|US|36.334|-88.383|78|S0|Henry County Airport
PHU|VN|9.95|106.333|198|M1|Phu Vinh Airport
PHW|ZA|-23.934|31.156|22|M1|Phalaborwa Airport
PHX|US|33.435|-112|135|L1|Phoenix Sky Harbor International Airport
PHY|TH|16.682|101.198|185|M1|Phetchabun Airport
PHZ|TH|8.167|98.283|185|M1|Phi Phi Island Airport
PIA|US|40.666|-89.69|78|L1|General Wayne A. Downing Peoria International Airport
PIB|US|31.468|-89.337|78|M1|Hattiesburg-Laurel Regional Airport
PIC|TC|21.883|-72.1|95|S0|Pine Cay Airport
PID|BS|25.083|-77.3|161|S0|Nassau Paradise Island Airport
PIE|US|27.912|-82.695|129|M1|St. Petersburg-Clearwater International Airport
PIF|TW|22.705|120.49|235|M1|Pingtung Airport
PIG|BR|-24.75|-51.717|138|S0|Pitinga Airport
PIH|US|42.91|-112.586|71|M1|Pocatello Regional Airport
PIK|GB|55.508|-4.611|293|M1|Glasgow Prestwick Airport
PIL|PY|-26.867|-58.333|62|M0|Pilar Airport
PIM|US|32.867|-84.833|129|S0|Harris County Airport
PIN|BR|-2.673|-56.777|114|S0|Julio Belem Airport
PIO|PE|-13.737|-76.217|111|M0|Capitan FAP Renan Elias Olivera Airport
PIP|US|57.564|-157.561|51|S1|Pilot Point Airport
PIQ|GY|5.5|-59|100|S0|Pipillipai Airport
PIR|US|44.38|-100.293|78|M1|Pierre Regional Airport
PIS|FR|46.586|0.306|302|M1|Poitiers-Biard Airport
PIT|US|40.496|-80.257|129|L1|Pittsburgh International Airport
PIU|PE|-5.202|-80.616|111|M1|Cap. FAP Guillermo Concha Iberico International Airport
PIV|BR|-17.339|-44.932|149|S0|Pirapora Airport
PIW|CA|55.7|-97.333|165|M0|Pikwitonei Airport
PIX|PT|38.467|-28.3|249|M1|Pico Island Airport
PIZ|US|69.75|-163.167|51|M1|Point Lay LRRS Airport
PJA|SE|67.246|23.069|312|S1|Pajala Airport
PJB|US|34.257|-111.34|135|S0|Payson Airport
PJC|PY|-22.5|-55.667|62|M0|Pedro Juan Caballero Airport
PJG|PK|26.967|64.1|206|M0|Panjgur Airport
PJM|CR|8.583|-83.333|80|M1|Puerto Jimenez Airport
PJS|US|60.049|-148.064|51|M1|Port San Juan Airport
PKA|US|60.711|-161.758|51|S1|Napaskiak Sea Plane Base
PKB|US|39.346|-81.439|129|M1|Wood County Airport
PKC|RU|53.017|158.65|205|M1|Petropavlovsk-Kamchatsky Airport
PKD|US|46.898|-95.072|78|S0|Park Rapids Airport
PKE|AU|-33.138|148.233|268|M1|Parkes Airport
PKF|US|45.933|-90.533|78|S0|Park Falls Airport
PKG|MY|4.246|100.554|210|S1|Pangkor Airport
PKH|GR|37.299|23.149|272|S0|Kanaris
PKJ|GT|15.643|-90.762|98|S0|Playa Grande Airport
PKK|MM|21.343|95.106|246|S0|Pakokku Airport
PKL|NZ|-36.796|175.196|331|M1|Pakatoa Island Airport
PKM|GY|7.733|-59.883|100|S0|Port Kaituma Airport
PKN|ID|-2.704|111.67|201|S1|Iskandar Airport
PKO|BJ|9.35|2.617|45|S0|Parakou Airport
PKP|PF|-14.75|-138.967|361|S1|Puka Puka Airport
PKR|NP|28.19|84.015|207|M1|Pokhara International Airport
PKS|LA|18.367|103.683|243|M1|Paksane Airport
PKT|AU|-14.25|129.533|261|M0|Port Keats Airport
PKU|ID|0.465|101.447|201|L1|Sultan Syarif Kasim II International Airport
PKV|RU|57.791|28.398|300|M1|Pskov Airport
PKW|BW|-22.05|27.817|20|M0|Selebi-Phikwe Airport
PKX|CN|39.51|116.408|232|L1|Beijing Daxing International Airport
PKY|ID|-2.224|113.946|201|M1|Tjilik Riwut Airport
PKZ|LA|15.136|105.781|243|M1|Pakse Airport
PLA|CO|3.3|-75.7|70|S0|Planadas Airport
PLC|CO|8.417|-75.6|70|S0|Planeta Rica Airport
PLD|CR|9.871|-85.48|80|S0|Playa Samara Airport
PLE|PG|-5.383|142.983|358|S0|Paiela Airport
PLF|TD|9.383|14.933|41|S0|Pala Airport
PLH|GB|50.423|-4.106|293|L0|City Airport
PLI|VC|12.35|-61.233|156|S0|Palm Island Airport
PLJ|BZ|16.537|-88.361|67|L1|Placencia Airport
PLK|US|36.65|-93.217|78|S0|M. Graham Clark Downtown Airport
PLL|BR|-3.146|-59.984|114|M0|Manaus AB
PLM|ID|-2.9|104.699|201|L1|Sultan Mahmud Badaruddin II Airport
PLN|US|45.571|-84.793|86|M1|Emmet County Airport
PLO|AU|-34.603|135.875|258|M1|Port Lincoln Airport
PLP|PA|8.333|-78.133|132|S0|La Palma Airport
PLQ|LT|55.95|21.083|316|M1|Palanga International Airport
PLR|US|33.583|-86.283|78|S0|St. Clair County Airport
PLS|TC|21.775|-72.263|95|L1|Providenciales International Airport
PLT|CO|9.783|-74.783|70|S0|Plato Airport
PLU|BR|-19.849|-43.949|149|M0|Pampulha Belo Horizonte Airport
PLV|UA|49.583|34.533|290|S0|Poltava Airport
PLW|ID|-0.919|119.91|214|M1|Mutiara Airport
PLX|KZ|50.333|80.25|176|M1|Semey International Airport
PLY|US|41.365|-86.302|104|S0|Plymouth Airport
PLZ|ZA|-33.984|25.611|22|L1|Chief Dawid Stuurman International Airport
PMA|TZ|-5.259|39.813|16|M0|Wawi Airport
PMB|US|49|-98.083|78|S0|Pembina Intermediate Airport
PMC|CL|-41.434|-73.098|147|M1|El Tepual Airport
PMD|US|34.627|-118.083|112|M0|Palmdale Air Force 42 Base
PME|GB|50.8|-1.083|293|M1|Portsmouth Airport
PMF|IT|44.822|10.295|306|M1|Parma Airport
PMG|BR|-22.55|-55.7|73|M1|Ponta Pora International Airport
PMH|US|38.75|-82.983|129|S0|Portsmouth Regional Airport
PMI|ES|39.548|2.73|295|L1|Palma de Mallorca Airport
PMK|AU|-18.752|146.579|264|S1|Palm Island Airport
PML|US|56.006|-160.558|51|S0|Port Moller Air Force Station
PMM|TH|13.755|101.395|185|M1|Phanom Sarakham Airport
PMN|PG|-9.717|149.4|358|S0|Pumani Airport
PMO|IT|38.187|13.105|306|L1|Palermo-Punta Raisi Airport
PMP|PG|-6.667|143.417|358|S0|Pimaga Airport
PMQ|AR|-46.536|-70.984|54|M1|Perito Moreno Airport
PMR|NZ|-40.324|175.621|331|M1|Palmerston North Airport
PMS|SY|34.6|38.25|191|M0|Palmyra Airport
PMT|GY|4.697|-59.712|100|S0|Paramakotoi Airport
PMU|US|61.983|-160.333|51|M1|Paimiut Sea Plane Base
PMV|VE|10.917|-63.969|75|L1|Santiago Marino International Airport
PMW|BR|-10.295|-48.358|66|M1|Palmas–Brigadeiro Lysias Rodrigues International Airport
PMX|US|42.15|-72.317|129|S0|Palmer Metropolitan Airport
PMY|AR|-42.733|-65.067|54|M1|El Tehuelche Airport
PMZ|CR|8.951|-83.466|80|M0|Palmur'Sur Airport
PNA|ES|42.767|-1.639|295|M1|Pamplona Airport
PNB|BR|-10.7|-48.417|66|M0|Porto Nacional Airport
PNC|US|36.728|-97.099|78|M0|Ponca City Regional Airport
PND|BZ|16.102|-88.808|67|M1|Punta Gorda Airport
PNE|US|40.08|-75.013|129|M0|North Philadelphia Airport
PNF|US|58.683|-156.833|51|M1|Peterson's Point Airport
PNG|BR|-25.517|-48.5|149|S0|Paranagua Municipal Airport
PNH|KH|11.552|104.846|222|L1|Phnom Penh International Airport
PNI|FM|6.981|158.203|357|M1|Pohnpei Airport
PNJ|CN|37.809|120.813|232|S0|Penglai Shahekou Airport
PNK|ID|-0.147|109.405|201|L1|Supadio International Airport
PNL|IT|36.814|11.966|306|M1|Pantelleria Airport
PNM|US|45.649|-93.682|78|S0|Princeton Municipal (Minnesota)
PNN|US|45.233|-67.567|129|S0|Princeton Municipal Airport
PNO|MX|16.343|-98.069|122|S0|Pinotepa Nacional Airport
PNP|PG|-8.807|148.309|358|M1|Girua Airport
PNQ|IN|18.581|73.921|208|L1|Pune International Airport
PNR|CG|-4.816|11.884|10|L1|Pointe Noire Airport
PNS|US|30.476|-87.194|78|L1|Pensacola International Airport
PNT|CL|-51.669|-72.529|147|M1|Teniente J. Gallardo Airport
PNU|US|37.833|-112.383|85|S0|Panguitch Airport
PNV|LT|55.733|24.383|316|M0|Panevezys/Pajuostis Airport
PNX|US|33.639|-96.611|78|M0|Grayson County Airport
PNY|IN|11.969|79.813|208|M1|Puducherry Airport
PNZ|BR|-9.366|-40.566|66|M1|Petrolina International Airport
POA|BR|-29.99|-51.177|149|L1|Porto Alegre International Airport Salgado Filho
POB|US|35.171|-79.014|129|M0|Pope Field
POC|US|34.033|-117.517|112|S0|Brackett Field
POD|SN|16.667|-14.967|15|S0|Podor Airport
POE|US|31.046|-93.192|78|M0|Polk Army Air Field
POF|US|36.711|-90.314|78|S0|Earl Fields Memorial Airport
POG|GA|-0.72|8.754|29|M1|Port Gentil Airport
POH|US|42.742|-94.644|78|S0|Pocahontas Municipal Airport
POI|BO|-19.543|-65.724|110|M0|Captain Nicolas Rojas Airport
POJ|BR|-18.672|-46.491|149|S0|Patos De Minas Airport
POL|MZ|-12.988|40.523|35|M1|Pemba Airport
POM|PG|-9.444|147.214|358|L1|Jacksons International Airport
PON|GT|16.35|-89.433|98|S0|Poptun Airport
POO|BR|-21.841|-46.568|149|M0|Pocos De Caldas Airport
POP|DO|19.755|-70.563|148|M1|Gregorio Luperón International Airport
POQ|US|55.35|-132.5|108|M1|Polk Inlet Airport
POR|FI|61.469|21.791|284|M1|Pori Airport
POS|TT|10.602|-61.339|137|L1|Piarco International Airport
POT|JM|18.198|-76.536|107|M0|Ken Jones Airport
POU|US|41.628|-73.883|129|M0|Dutchess County Airport
POV|SK|49|21.25|275|S0|Presov Airport
POW|SI|45.475|13.616|292|M0|Portoroz Airport
POX|FR|49.097|2.041|302|M0|Pontoise - Cormeilles Aerodrome
POY|US|44.75|-108.767|85|S0|Powell/Lovell Airport
POZ|PL|52.414|16.829|317|L1|Poznan–Lawica Airport
PPA|US|35.533|-100.967|78|S0|Perry Lefors Field
PPB|BR|-22.1|-51.45|149|M1|A. De Barros Airport
PPC|US|66.797|-150.7|51|S0|Prospect Creek Airport
PPD|PR|18.15|-65.833|139|M1|Palmas Del Mar Air Strip
PPE|MX|31.353|-113.519|103|S1|Puerto Penasco Airport
PPF|US|37.332|-95.509|78|S0|Tri-City Airport
PPG|AS|-14.326|-170.696|355|M1|Pago Pago International Airport
PPH|VE|4.583|-61.517|75|S0|Peraitepuy Airport
PPI|AU|-33.233|138|258|M0|Port Pirie Airport
PPJ|ID|-0.633|103.3|201|S0|Pulau Panjang Airport
PPK|KZ|54.783|69.183|176|M1|Petropavlovsk Airport
PPL|NP|27.517|86.6|207|S0|Phaplu Airport
PPM|US|26.25|-80.117|129|S0|Pompano Beach Airport
PPN|CO|2.453|-76.61|70|M1|Guillermo Leon Valencia Airport
PPO|BS|24.84|-76.339|128|M1|Powell Point Seaplane Base
PPP|AU|-20.489|148.552|259|M1|Whitsunday Coast Airport
PPQ|NZ|-40.906|174.991|331|M0|Kapiti Coast Airport
PPR|ID|0.846|100.368|201|S0|Pasir Pangarayan Airport
PPS|PH|9.74|118.757|215|M1|Puerto Princesa International Airport
PPT|PF|-17.56|-149.609|361|L1|Tahiti Faa'a Airport
PPU|MM|18.067|97.45|246|S0|Papun Airport
PPV|US|56.333|-133.667|51|L1|Port Protection Airport
PPW|GB|59.351|-2.899|293|S1|Papa Westray Airport
PPX|PG|-9.996|149.592|358|S0|Param Airport
PPY|BR|-22.288|-45.919|149|S0|Pouso Alegre Airport
PPZ|VE|6.226|-67.447|75|S0|Puerto Paez Airport
PQC|VN|10.163|103.998|198|M1|Phu Quoc Airport
PQD|LK|7.928|81.542|190|S0|Passikudah SPB
PQI|US|46.685|-68.047|129|M1|Presque Isle International Airport
PQM|MX|17.534|-91.989|122|S0|Palenque International Airport
PQQ|AU|-31.431|152.867|268|M1|Port Macquarie Airport
PQS|US|61.935|-162.891|51|S1|Pilot Station Airport
PQT|GL|69.999|-51.304|93|S1|Qeqertaq Heliport
PRA|AR|-31.795|-60.48|54|M1|General Justo Jose de Urquiza Airport
PRB|US|35.671|-120.626|112|M0|Paso Robles Municipal Airport
PRC|US|34.65|-112.424|135|M1|Prescott Airport
PRD|AU|-20.1|119.117|267|S0|Pardoo Airport
PRE|CO|5.7|-71.983|70|S0|Pore Airport
PRF|US|55.133|-132|108|M1|Port Johnson Airport
PRG|CZ|50.106|14.267|304|L1|Vaclav Havel Airport Prague
PRH|TH|18.132|100.164|185|M0|Phrae Airport
PRI|SC|-4.324|55.692|325|M1|Praslin Island Airport
PRJ|IT|40.55|14.233|306|M1|Capri Airport
PRK|ZA|-29.667|22.7|22|S0|Prieska Airport
PRM|PT|37.148|-8.581|291|M1|Portimao Airport
PRN|XK|42.574|21.036|273|M1|Pristina International Airport
PRO|US|41.85|-94.1|78|S0|Perry Municipal Airport
PRP|FR|41.667|8.9|302|S0|Propriano Airport
PRQ|AR|-26.833|-60.667|54|S0|Pres. Roque Saenz Pena Airport
PRR|GY|5.8|-61.05|100|S0|Paruima Airport
PRS|SB|-8.167|158|341|S0|Parasi Airport
PRT|US|58.35|-134.55|108|M1|Point Retreat Coast Guard Heliport
PRU|MM|18.825|95.269|246|S0|Prome Airport
PRV|CZ|49.59|17.208|304|M0|Prerov Airport
PRW|US|45.55|-90.283|78|S0|Prentice Airport
PRX|US|33.637|-95.45|78|M0|Cox Field
PRY|ZA|-25.654|28.221|22|M0|Wonderboom Airport
PRZ|US|44.3|-120.85|112|S0|Prineville Airport
PSA|IT|43.699|10.4|306|L1|Pisa International Airport
PSB|US|40.883|-78.086|129|S0|Mid-State Airport
PSC|US|46.259|-119.115|129|M1|Tri-Cities Airport
PSD|EG|31.267|32.3|12|M0|Port Said Airport
PSE|PR|18.011|-66.564|139|M1|Mercedita Airport
PSF|US|42.427|-73.292|129|S0|Pittsfield Airport
PSG|US|56.804|-132.942|108|M1|Petersburg Municipal Airport
PSH|DE|54.5|8.117|274|S0|Sankt Peter-Ording Airport
PSI|PK|25.3|63.361|206|M0|Pasni Airport
PSJ|ID|-1.417|120.658|202|S0|Kasiguncu Airport
PSK|US|37.137|-80.679|129|S0|New River Valley Airport
PSL|GB|56.233|-3.567|293|S0|Perth Airport
PSM|US|43.18|-70.883|129|M1|Portsmouth International Airport at Pease
PSN|US|31.777|-95.706|78|S0|Palestine Municipal Airport
PSO|CO|1.467|-77.25|70|M1|Antonio Nariño Airport
PSP|US|33.823|-116.508|112|L1|Palm Springs International Airport
PSQ|US|39.859|-75.299|129|S0|Philadelphia Sea Plane Base
PSR|IT|42.437|14.187|306|M1|Abruzzo Airport
PSS|AR|-27.384|-55.968|54|M1|Posadas Airport
PSU|ID|0.833|112.933|214|M1|Putussibau Airport
PSV|GB|60.322|-1.693|293|S0|Papa Stour Airport
PSW|BR|-20.717|-46.617|149|S0|Passos Airport
PSX|US|28.7|-96.25|78|S0|Palacios Airport
PSY|FK|-51.7|-57.85|257|M1|Port Stanley Airport
PSZ|BO|-18.98|-57.824|110|M1|Puerto Suarez Airport
PTA|US|60.203|-154.319|51|S1|Port Alsworth Airport
PTB|US|37.184|-77.506|129|S0|Dinwiddie County Airport
PTC|US|55.784|-133.585|121|S0|Port Alice Airport
PTD|US|56.25|-134.65|151|S1|Port Alexander Airport
PTF|FJ|-17.783|177.217|337|S1|Malololailai Airport
PTG|ZA|-23.845|29.459|22|M1|Polokwane International Airport
PTH|US|56.957|-158.637|51|M1|Port Heiden Airport
PTI|AU|-16.486|145.464|259|M1|Port Douglas Airport
PTJ|AU|-38.319|141.47|266|M1|Portland Airport (Victoria)
PTK|US|42.665|-83.42|86|M0|Oakland County International Airport
PTL|US|56.297|-134.662|151|S0|Port Armstrong Airport
PTM|VE|7.567|-70.183|75|M0|Palmarito Airport
PTN|US|29.708|-91.338|78|S0|Patterson Municipal Heliport
PTO|BR|-26.217|-52.667|149|S1|Juvenal Loureiro Cardoso Airport
PTP|GP|16.27|-61.527|97|L1|Pointe-a-Pitre International Airport
PTQ|BR|-1.739|-52.244|66|S0|Porto de Moz Airport
PTR|US|57.75|-152.833|51|M1|Pleasant Harbor Airport
PTS|US|37.447|-94.731|78|S0|Pittsburg Municipal Airport
PTT|US|37.717|-98.75|78|S0|Pratt Airport
PTU|US|59.011|-161.817|51|M1|Platinum Airport
PTV|US|36.067|-119.017|112|S0|Porterville Airport
PTW|US|40.26|-75.67|129|S0|Pottstown Limerick Airport
PTX|CO|1.856|-76.09|70|M0|Pitalito Airport
PTY|PA|9.067|-79.388|132|L1|Tocumen International Airport
PTZ|EC|-2|-77|99|M1|Pastaza Airport
PUA|PG|-2.4|150.233|358|S0|Puas Airport
PUB|US|38.284|-104.495|85|M1|Pueblo Memorial Airport
PUC|US|39.61|-110.753|85|S0|Carbon County Regional Airport
PUD|AR|-47.75|-65.917|54|M1|Puerto Deseado Airport
PUE|PA|8.667|-77.417|132|S0|Puerto Obaldia Airport
PUF|FR|43.382|-0.414|302|M1|Pau-Pyrenees Airport
PUG|AU|-32.5|137.767|258|M1|Port Augusta Airport
PUH|MX|15.733|-96.467|122|M1|Pochutla Airport
PUI|PG|-5.833|142.833|358|S0|Pureni Airport
PUJ|DO|18.562|-68.364|148|L1|Punta Cana International Airport
PUK|PF|-18.296|-137.018|361|S0|Pukarua Airport
PUL|US|47.733|-122.65|112|S0|Poulsbo Airport
PUM|ID|-4.183|121.617|214|M1|Pomala Airport
PUN|CD|-1.367|26.333|32|S0|Punia Airport
PUP|BF|11.183|-1.167|44|S0|Po Airport
PUQ|CL|-53.005|-70.843|147|M1|Pres Ibanez Airport
PUR|BO|-11.113|-67.52|110|S1|Puerto Rico Airport
PUS|KR|35.179|128.949|231|L1|Gimhae International Airport
PUT|IN|14.133|77.783|208|M0|Puttaprathi Airport
PUU|CO|0.533|-76.533|70|M1|Puerto Asis Airport
PUV|NC|-20.294|164.101|354|S0|Poum Airport
PUW|US|46.745|-117.105|112|M1|Pullman–Moscow Regional Airport
PUX|CL|-40.34|-72.944|147|S0|Puerto Varas Airport
PUY|HR|44.892|13.924|318|M1|Pula Airport
PUZ|NI|14.045|-83.384|113|M1|Puerto Cabezas Airport
PVA|CO|13.35|-81.35|70|M1|Providencia Airport
PVC|US|42.072|-70.222|129|S0|Provincetown Airport
PVD|US|41.726|-71.436|129|L1|T. F. Green Airport
PVE|PA|9.557|-78.946|132|S0|El Porvenir Airport
PVF|US|38.721|-120.757|112|S0|Placerville Airport
PVG|CN|31.152|121.8|232|L1|Shanghai Pudong International Airport
PVH|BR|-8.714|-63.898|138|M1|Porto Velho International Airport
PVI|BR|-23.067|-52.467|149|S0|Paranavai Airport
PVK|GR|38.926|20.766|272|M1|Aktion Airport
PVL|US|37.559|-82.565|129|S0|Pike County Airport
PVN|BG|43.417|24.617|311|M1|Pleven Airport
PVO|EC|-1.042|-80.472|99|M0|Reales Tamarindos Airport
PVR|MX|20.678|-105.249|122|L1|Gustavo Diaz Ordaz International Airport
PVS|RU|64.383|-173.243|205|M0|Provideniya Bay Airport
PVU|US|40.218|-111.722|85|M1|Provo Airport
PVW|US|34.183|-101.717|78|S0|Hale County Airport
PVZ|US|41.717|-81.25|129|M1|Casement Airport
PWA|US|35.535|-97.646|78|S0|Wiley Post Airport
PWD|US|48.783|-104.567|85|S0|Sherwood Airport
PWE|RU|69.783|170.6|178|M1|Pevek Airport
PWI|ET|11.333|36.417|2|S0|Beles Airport
PWK|US|42.114|-87.902|78|M0|Chicago Executive Airport
PWL|ID|-7.467|109.15|201|S0|JB Soedirman Airport
PWM|US|43.647|-70.31|129|L1|Portland International Jetport
PWN|BS|22.833|-74.35|128|S0|Pitts Town Airport
PWO|CD|-8.467|28.9|32|S0|Pweto Airport
PWQ|KZ|52.183|77.067|176|M1|Pavlodar Airport
PWR|US|56.383|-134.65|151|S0|Port Walter Airport
PWT|US|47.485|-122.763|112|M0|Bremerton National Airport
PWY|US|42.796|-109.806|85|M0|Ralph Wenz Field
PXA|ID|-4.022|103.38|201|S0|Pagar Alam Airport
PXH|AU|-29.71|135.527|258|S1|Prominent Hill Airport
PXL|US|35.8|-110.333|135|S0|Polacca Airport
PXM|MX|15.85|-97.083|122|M1|Puerto Escondido Airport
PXN|IN|25.76|87.409|208|S0|Purnea Airport
PXO|PT|33.07|-16.345|254|M1|Porto Santo Airport
PXR|TH|14.867|103.5|185|M1|Surin Airport
PXS|ES|36.6|-6.217|295|M1|Puerto De Santa Maria Airport
PXU|VN|14.006|108.009|198|M1|Pleiku Airport
PYA|CO|5.967|-74.6|70|S0|Puerto Boyaca Airport
PYB|IN|18.833|82.633|208|S0|Jeypore Airport
PYC|PA|9.574|-79.606|132|S0|Playon Chico Airport
PYE|CK|-9.017|-158.033|359|S0|Penrhyn Island Airport
PYG|IN|27.233|88.588|208|S1|Pakyong Airport
PYH|VE|5.6|-67.5|75|M0|Puerto Ayacucho Airport
PYJ|RU|66.417|112.05|245|M1|Polyarnyj Airport
PYK|IR|35.892|50.886|238|M1|Payam
PYL|US|60.685|-147.919|51|S0|Perry Island Sea Plane Base
PYM|US|41.967|-70.683|129|S0|Plymouth Municipal Airport (Massachusetts)
PYN|CO|1.817|-78.133|70|S0|Payan Airport
PYO|EC|0.083|-75.9|99|S0|Putumayo Airport
PYR|GR|37.683|21.467|272|M0|Andravida Airport
PYS|US|39.711|-121.616|112|S0|Paradise Skypark
PYT|BR|-17.331|-47.014|149|S1|Paracatu Airport
PYV|PA|8.153|-77.69|132|S0|Yaviza Airport
PYX|TH|12.95|100.883|185|S0|Pattaya Airport
PYY|TH|19.371|98.436|185|S0|Pai Airport
PZA|CO|5.878|-71.885|70|M0|Paz de Ariporo Airport
PZB|ZA|-29.643|30.397|22|M1|Pietermaritzburg Airport
PZE|GB|50.128|-5.518|293|M1|Penzance Heliport
PZH|PK|31.358|69.464|206|M1|Zhob Airport
PZI|CN|26.539|101.794|232|M1|Pan Zhi Hua Bao An Ying
PZK|CK|-10.911|-165.835|359|S0|Pukapuka Island Airport
PZL|ZA|-27.849|32.31|22|S0|Zulu Inyala Airport
PZO|VE|8.287|-62.759|75|M1|Manuel Carlos Piar Guayana Airport
PZR|CO|4.962|-77.364|70|S0|Pizarro Airport
PZS|CL|-38.77|-72.638|147|M0|Temuco Maquehue Airport
PZU|SD|19.578|37.214|25|M1|Port Sudan New International Airport
PZY|SK|48.624|17.828|275|M0|Piestany Airport
QAA|SJ|78.928|11.875|174|S0|Ny-Alesund Airport
QAB|AQ|-64.217|-56.633|170|S0|Base Marambio
QAC|AU|-31.308|137.443|258|S0|Carrapateena
QAD|AQ|-68.47|78.791|168|S0|Davis Plateau Skiway
QAE|AR|-34.475|-58.633|54|S0|San Fernando International
QAI|AQ|-77.854|166.469|331|S0|McMurdo Ice Runway
QAK|AU|-66.691|111.524|167|S0|Wilkins Aerodrome
QAM|AR|-34.692|-58.739|54|S0|Moron
QAN|AQ|-70.633|-8.263|269|S0|Neumayer III Skiway
QAO|AQ|-70.824|11.629|173|S0|Novo Runway
QAP|AQ|-71.957|23.22|173|S0|Princess Elisabeth Skiway
QAQ|IT|42.367|13.3|306|S0|L'Aquila–Preturo
QAR|NL|51.985|5.899|270|S0|Arnhem Bus Station
QAS|AQ|-71.672|-2.825|22|S0|SANAE IV Skiway
QAT|AQ|-71.955|2.467|172|S0|Troll Airfield
QAW|AQ|-77.868|167.057|331|S0|McMurdo Williams Field
QAX|AQ|-77.956|166.767|169|S0|McMurdo Station Phoenix Airfield
QBA|AU|-27.57|153.012|259|S0|Archerfield Airport
QBB|DE|50.735|7.087|274|S0|Bonn Thomastrasse Bus Stn
QBC|CA|52.333|-126.667|163|M1|Bella Coola Airport
QBD|AU|-16.515|122.923|267|S0|Lombadina Airport
QBE|AU|-20.978|116.272|267|S0|Cape Preston Airport
QBF|AU|-32.578|119.707|267|S0|Forrestania
QBG|AU|-28.764|116.972|267|S0|Golden Grove Airport
QBH|AU|-32.109|119.76|267|S0|Mount Holland Airport
QBI|AU|-30.12|120.571|267|S0|Callion Airport
QBJ|AU|-25.858|127.681|267|S0|Jameson Airport
QBK|AU|-27.602|122.336|267|S0|Duketon Gold Airport
QBL|AU|-22.004|146.364|259|S0|Labona Airport
QBM|IN|19.297|84.877|208|S0|Rangeilunda Airport
QBN|AU|-26.467|120.667|267|S0|Jundee
QBO|DE|51.479|7.223|274|S0|Bochum Hbf Railway Station
QBP|AU|-34.883|138.781|267|S0|Parafield
QBQ|AU|-29.098|122.455|267|S0|Sunrise Dam Airport
QBR|AU|-27.206|153.07|259|S0|Redcliffe Airport
QBS|AU|-11.866|142.01|259|S0|Skardon River Airport
QBT|AU|-29.186|124.55|267|S0|Tropicana Airport
QBU|AU|-27.613|120.594|267|S0|Bellevue Airport
QBV|AU|-26.233|126.583|267|S0|Warburton Range
QBW|AU|-21.037|118.646|267|S0|Wodgina Airport
QBX|AU|-35.289|138.494|258|S0|Aldinga Airfield
QBY|AU|-29.294|116.89|267|S0|Rothsay Mine Airport
QBZ|AU|-33.97|137.66|258|S0|Kadina Copper Triangle Airport
QCA|SA|21.427|39.826|228|S0|Makkah Bus Stn
QCB|DE|49.921|10.914|274|S0|Bamberg-Breitenau
QCC|DE|52.663|10.072|274|S0|Celle Army
QCD|DE|52.605|8.407|274|S0|Diepholz Ab
QCE|US|39.506|-106.142|85|S0|Copper Mountain Bus Stn
QCF|DE|48.064|7.844|274|S0|Freiburg/Breisgau
QCG|NO|58.517|8.7|301|S0|Arendal Airport, Gullknapp
QCH|DE|50.769|7.163|274|S0|Bonn-Hangelar Airport
QCI|DE|50.394|7.625|274|S0|Koblenz-Winningen
QCJ|DE|52.725|11.835|274|S0|Stendal-Borstel
QCK|DE|51.419|14.225|274|S0|Kamenz
QCL|DE|47.939|10.144|274|S0|Unterzeil
QCM|DE|48.088|9.428|274|S0|Mengen-Hohentengen
QCN|DE|54.422|9.582|274|S0|Hohn Ab
QCO|DE|48.036|8.572|274|S0|Donaueschingen-Villingen
QCP|DE|49.131|9.875|274|S0|Adolf Wuerth
QCQ|DE|53.061|8.553|274|S0|Atlas Airfield
QCR|NO|59.398|11.347|301|S0|Rakkestad
QCS|DE|49.348|8.465|274|S0|Speyer
QCT|DE|52.047|7.828|274|S0|Munster-Telgte
QCU|GL|68.75|-52.333|93|M1|Akunnaaq Heliport
QCV|DE|48.652|13.307|274|S0|Vilshofen
QCW|DE|49.664|8.367|274|S0|Worms
QCX|DE|53.227|9.485|274|S0|Rotenburg/Wumme
QCY|GB|53.18|-0.31|293|M0|RAF Coningsby
QCZ|DE|52.205|13.177|274|S0|Schonhagen Airport
QDB|BR|-30.022|-53.003|73|S0|Cachoeira Do Sul
QDC|US|33.632|-83.847|129|S0|Covington Municipal Airport
QDE|EE|59.262|24.219|313|S0|Ämari Air Base
QDH|GB|51.144|0.875|293|S0|Ashford International railway station
QDJ|US|33.76|-85.17|129|S0|West Georgia Regional
QDL|CH|46.005|8.947|319|S0|Lugano railway station
QDM|US|33.39|-84.33|129|S0|Atlanta Speedway Airport
QDN|US|31.88|-106.704|85|S0|Santa Teresa Dona Ana County International Jetport Airport
QDP|US|39.935|-86.046|104|S0|Indianapolis Metropolitan Airport
QDR|US|34.833|-92.252|78|S0|North Little Rock Municipal Airport
QDS|US|38.398|-77.456|129|S0|Stafford Regional Airport
QDV|BR|-23.181|-46.944|149|S0|Jundiai Airport
QDY|US|32.231|-111.229|135|S0|Ryan
QDZ|US|40.802|-80.161|129|S0|Zelienople Municipal Airport
QEA|DK|56.152|10.248|274|S1|Aarhus Sea Airport
QEB|DE|51.286|14.547|274|S0|Bautzen
QEC|DK|55.691|12.6|274|S1|Copenhagen Sea Airport
QED|DE|52.525|8.211|274|S0|Damme
QEE|DE|52.922|13.786|274|S0|Finow
QEF|DE|49.963|8.649|274|S0|Frankfurt Egelsbach Airport
QEG|DE|47.931|7.628|274|S0|Bremgarten
QEH|DE|51.569|12.078|274|S0|Oppin
QEI|SE|58.528|15.578|312|S0|Malmen Ab
QEJ|DE|53.322|7.531|274|S0|Papenburg
QEK|DK|55.464|9.458|280|S0|Vamdrup
QEL|SE|56.103|13.269|312|S0|Ljungbyhed Ab
QEM|SE|59.733|18.7|312|S0|Norrtalje
QEN|DE|48.069|8.953|274|S0|Neuhausen Ob Eck
QEO|DE|52.04|13.108|274|S0|Oehna
QEP|DE|51.764|7.006|274|S0|Schwarze Heide
QEQ|CH|47.521|8.587|319|S0|Embrach-Rorbas railway station
QER|DE|50.358|8.982|274|S0|Reichelsheim
QES|DE|52.583|13.916|274|S0|Strausberg Airport
QET|DE|49.986|6.831|274|S0|Trier-Föhren
QEU|DE|52.632|13.78|274|S0|Werneuchen Airport
QEV|DE|52|6.868|274|S0|Stadtlohn-Vreden Airport
QEW|GB|52.632|-1.124|293|S0|Leicester railway station
QEX|DE|54.232|9.633|274|S0|Schachtholm
QEY|DE|51.67|14.17|274|S0|Welzow
QEZ|DE|49.985|8.28|274|S0|Mainz-Finthen
QFA|FR|45.722|6.447|302|S0|Albertville
QFB|DE|47.998|7.842|274|S0|Freiburg Hauptbahnhof Railway Station
QFC|FR|46.933|4.819|302|S0|Champforgeuil
QFD|FR|43.156|1.808|302|S0|Les Pujols
QFE|FR|47.433|5.678|302|S0|Saint Adrien
QFF|FR|47.481|-1.278|302|S0|Ancenis
QFG|GL|60.62|-45.913|93|S1|Eqalugaarsuit Heliport
QFH|DK|57.433|10.533|280|S0|Frederikshavn Bus Stn
QFI|GL|68.146|-53.169|93|S1|Iginniarfik Heliport
QFJ|FR|49.023|5.877|302|S0|Chambley-Bussieres Air Base
QFK|NO|62.05|5.367|301|S0|Selje Harbour
QFL|FR|46.408|4.91|302|S0|Charnay
QFM|FR|48.605|2.676|302|S0|Villaroche Airport
QFN|GL|60.005|-44.658|93|S1|Narsaq Kujalleq Heliport
QFO|FR|43.639|1.644|302|S0|Lasbordes
QFP|FR|46.994|6.45|302|S0|Pontarlier
QFQ|NO|61.95|5.1|301|S0|Maloy Harbour
QFR|FR|47.517|6.864|302|S0|Courcelles
QFS|FR|44.394|-1.255|302|S0|Parentis
QFT|GL|61.153|-45.519|93|S0|Qassiarsuk Heliport
QFV|NO|60.39|5.333|301|S0|Bergen Railway Station
QFW|FR|44.403|0.859|302|S0|Villeneuve-Sur-Lot
QFX|GL|60.991|-45.421|93|S1|Igaliku Heliport
QFY|FR|49.931|2.418|302|S0|Glisy
QFZ|DE|49.241|6.991|274|S0|Saarbruecken Hbf Railway Station
QGA|GB|54.711|-5.769|293|S0|Newtownards
QGB|GB|52.19|-1.614|293|S0|Wellesbourne Mountford Airfield
QGC|GB|53.47|-2.381|293|S0|Manchester Barton Aerodrome
QGD|GB|51.122|-0.558|293|S0|Dunsfold
QGF|BR|-29.744|-51.544|149|S0|Montenegro
QGG|GB|56.05|-4.045|293|S0|Cumbernauld
QGL|CH|47.423|9.37|319|S0|St. Gallen railway station
QGM|GB|52.942|-1.862|293|S0|Tatenhill
QGO|GB|51.311|-1.719|293|S0|Thruxton
QGP|BR|-8.911|-36.65|142|S0|Garanhuns
QGQ|GL|67.941|-53.623|93|M1|Attu Heliport
QGR|GB|52.042|0.825|293|S0|Earls Colne
QGS|GB|51.654|0.157|293|S0|Stapleford Aerodrome
QGT|GB|52.108|-1.203|293|S0|Turweston
QGU|JP|35.395|136.87|240|S0|Gifu Airport
QGW|GB|50.678|-1.318|293|S0|Isle of Wight/Sandown
QGY|HU|47.627|17.808|278|S1|Gyor-Per International Airport
QHA|BE|51|5.449|276|S0|Hasselt
QHB|NL|51.294|5.609|270|S0|Budel
QHD|DE|49.404|8.675|274|S0|Heidelberg Hbf Railway Station
QHF|HU|47.583|16.846|278|S0|Fertoszentmiklos Meidl Airport
QHI|HU|47.173|19.079|278|S0|Kiskunlachaza Airport
QHK|HU|46.918|19.749|278|S0|Kecskemet Air Base
QHL|HU|47.342|18.985|278|S0|Tokol Airport
QHN|BR|-12.439|-46.406|149|S0|Taguatinga
QHP|HU|47.363|17.501|278|S0|Papa Air Base
QHS|NL|51.597|4.572|270|S0|Breda International Airport
QHT|NL|52.358|6.172|270|S0|Teuge International Airport
QHU|DE|54.6|9.183|274|S0|Husum-Schwesing
QHV|BR|-29.811|-51.217|149|M1|Novo Hamburgo
QIA|IT|45.11|7.638|306|S0|Turin-Aeritalia
QIB|IT|45.541|9.206|306|S0|Bresso Airport
QIC|IT|45.501|8.118|306|S0|Cerrione
QID|BR|-21.856|-45.292|149|S0|Mello Viana
QIE|IT|44.841|10.773|306|S0|Reggio Emilia
QIG|BR|-6.478|-39.436|92|S0|Iguatu
QIH|IE|53.669|-7.758|281|S0|Abbeyshrule
QII|DE|47.545|9.68|274|S0|Lindau Hbf Railway Station
QIJ|ES|43.538|-5.675|295|S0|Gijon railway station
QIK|IT|46.235|13.073|306|S0|Rivoli di Osoppo Airport
QIL|IT|42.573|12.584|306|S0|Terni Alvaro Leonardi Airport
QIM|IT|44.642|10.906|306|S0|Marzaglia
QIN|IE|53.073|-6.04|281|S0|Newcastle Aerodrome
QIO|IT|45.529|11.019|306|S0|Boscomantico
QIP|IT|45.51|11.981|306|S0|Padova
QIQ|BR|-22.561|-47.692|149|S0|Rio Claro
QIR|IT|42.442|12.172|306|S0|Viterbo Mil
QIS|IT|46.155|9.795|306|S0|Sondrio Caiolo Airport
QIT|BR|-15.339|-40.361|149|S0|Itapetinga
QIU|IT|41.971|12.509|306|S0|Urbe
QIV|IT|45.743|8.888|306|S0|Venegono Airport
QIW|IE|53.35|-6.491|281|S0|Weston Airport
QIX|IT|44.122|10.033|306|S0|Luni Mil
QIY|IT|45.961|13.744|306|S0|Gorizia
QIZ|IT|45.533|12.431|306|S0|Venice-Lido
QJB|SA|27.085|49.456|228|S0|Jubail
QJD|DE|48.707|10.769|274|S0|Donauworth Heliport
QJE|GL|68.858|-53.123|93|M1|Kitsissuarsuit Heliport
QJG|GL|66.579|-53.501|131|S0|Itilleq heliport
QJH|DE|49.586|10.936|274|S1|Herzogenaurach
QJI|DE|49.468|10.032|274|S1|Niederstetten Army
QJK|DE|52.939|12.503|274|S0|Kyritz
QJL|DE|50.639|8.653|274|S0|Lutzellinden
QJM|DE|51.77|7.287|274|S0|Loemuhle
QJN|CH|47.025|6.997|319|S0|Neuchatel
QJR|DE|49.22|12.218|274|S0|Regensburg-Oberhub
QJW|DK|56.283|9.433|280|S0|Kjellerup Bus Stn
QJZ|FR|47.217|-1.542|302|S0|Nantes railway station
QKA|GB|50.333|-5.175|293|S0|Perranporth Airfield
QKB|US|39.482|-106.038|85|S0|Breckenridge Bus Stn
QKC|GB|53.142|-4.406|293|S0|Caernarfon
QKD|GB|51.588|-0.513|293|S0|Denham Airport
QKE|GB|51.708|-0.409|293|S0|Elstree
QKF|GB|51.349|-0.555|293|S0|Fairoaks Airport
QKG|GB|54.373|-1.553|293|S0|RAF Leeming
QKH|GB|52.518|-2.264|293|S0|Wolverhampton Halfpenny Green Airport
QKI|PL|50.877|20.62|317|S0|Kielce Bus Stn
QKL|DE|50.943|6.958|274|S0|Cologne Central Rail Station
QKM|GB|53.834|-1.196|293|S0|Leeds East Airport Church Fenton
QKN|GB|51.723|0.155|293|S0|North Weald Airfield
QKO|GB|52.932|-2.681|293|S0|Shawbury Ab
QKP|GB|51.839|-4.423|293|S0|Pembrey
QKQ|GB|52.158|0.269|293|S0|Duxford
QKR|GB|53.406|-0.963|293|S0|Retford Gamston
QKS|US|39.599|-105.987|85|S0|Keystone Bus Stn
QKT|GB|52.122|-0.619|293|S0|Cranfield
QKU|DE|50.933|6.95|274|S0|Messe/Deutz Rail Station
QKV|GB|52.839|-2.819|293|S0|Sleap
QKW|GB|52.742|-3.174|293|S0|Welshpool
QKX|GB|52.725|-0.567|293|S0|RAF Wittering
QKY|GB|53.153|-0.632|293|S0|RAF Cranwell
QKZ|GB|50.112|-5.307|293|S0|Culdrose Navy
QLB|AU|-37.617|143.861|259|S0|Ballarat
QLC|AU|-28.906|136.343|258|S0|William Creek Airport
QLD|US|29.067|-81.291|129|S0|De Land Mun-Taylor
QLF|US|36.288|-78.983|129|S0|Person County Airport
QLL|AU|-37.75|145.383|259|S0|Lilydale
QLO|US|33.729|-118.262|112|S0|Los Angeles Ferry Port
QLP|IT|44.112|9.814|306|S0|La Spezia Centrale railway station
QLQ|ES|41.621|0.633|295|S0|Lleida Pirineus railway station
QLR|PT|39.934|-8.924|291|S0|Monte Real Ab
QLW|AU|-15.128|135.01|261|S0|Sawfish Camp Airport
QLX|AT|47.483|9.733|315|M1|Lauterach Airport
QMA|DK|56.839|11.608|280|S1|Anholt
QMB|SE|57.85|19.034|312|S0|Bunge
QMC|SE|59.908|17.708|312|S0|Uppsala Ab
QMD|SE|56.05|12.7|312|S0|Landskrona Heliport
QME|DE|48.878|10.397|274|S0|Elchingen
QMF|SE|60.808|14.953|312|S0|Siljansnas
QMG|SE|57.806|12.928|312|S0|Viared
QMH|DK|56.197|9.147|280|S0|Herning
QMI|SE|58.438|12.696|312|S0|Satenas Air Base
QMJ|NO|59.994|11.089|301|S0|Kjeller Ab
QMK|GL|68.25|-52.833|93|S0|Niaqornaarsuk Heliport
QML|PL|52.672|19.763|317|S0|Plock
QMM|DE|51.322|8.272|274|S0|Schuren
QMN|FI|60.34|24.321|284|S0|Nummela Airport
QMO|BE|50.454|3.942|276|S0|Mons railway station
QMP|US|32.844|-83.63|129|S0|Macon FlightLink Bus Station
QMQ|DE|48.728|10.861|274|S0|Donauworth-Genderkingen
QMR|FI|60.481|26.593|284|S0|Pyhtää Redstone
QMS|SE|59.456|17.839|312|S0|Ska-Edeby
QMT|DE|48.822|10.025|274|S0|Heubach
QMU|DE|50.889|12.858|274|S0|Chemnitz-Jahnsdorf
QMV|FI|61.141|25.686|284|S0|Lahti Vesivehmaa Airport
QMW|PL|50.147|20.217|317|S0|Pobiednik Wielki
QMX|SE|59.664|16.564|312|S0|Johannisberg
QMY|SE|57.189|13.528|312|S0|Smalandsstenar
QMZ|DE|50.001|8.259|274|S0|Mainz Hbf Railway Station
QNA|US|39.794|-104.55|85|S0|Denver Colorado Air and Space Port Airport
QNB|US|30.527|-98.359|78|S0|Horseshoe Bay Resort Jet Center Airport
QNC|CH|46.997|6.936|319|S1|Neuchatel railway station
QND|US|43.742|-111.097|85|S0|Driggs–Reed Memorial Airport
QNE|US|35.911|-80.338|129|S0|Davidson Co
QNF|US|32.701|-97.381|78|S0|Fort Worth Spinks
QNG|US|32.444|-97.817|78|S0|Granbury Regional Airport
QNH|US|46.255|-114.124|85|S0|Hamilton Ravalli County Airport
QNI|US|43.389|-99.841|78|S0|Winner Regional Airport
QNJ|US|35.618|-97.762|78|S0|Sundance
QNK|US|40.143|-111.665|85|S0|Spanish Fork Municipal Airport
QNL|US|32.897|-79.783|129|S0|Mount Pleasant Regional Airport
QNM|BE|50.469|4.862|276|S0|Namur railway station
QNN|US|33.311|-84.769|129|S0|Newnan-Coweta County Airport
QNO|US|37.746|-97.22|78|S0|Colonel James Jabara Airport
QNP|US|33.598|-83.139|129|S0|Greensboro Greene County Regional Airport
QNQ|NL|51.843|5.853|270|S0|Nijmegen railway station
QNR|US|36.056|-85.524|78|S0|Upper Cumberland Regional Airport
QNS|BR|-30.017|-51.289|149|S0|Canoas Ab
QNT|US|33.438|-88.986|78|S0|Bryan
QNU|US|34.043|-78.15|129|S0|Brunswick Co
QNV|US|36.901|-76.588|129|S0|Hampton Roads
QNW|US|39.683|-77.077|129|S0|Carroll County Regional Airport
QNX|US|35.02|-92.555|78|S0|Conway Municipal
QNY|US|39.629|-86.09|104|S0|Greenwood Municipal Airport
QNZ|US|35.211|-84.8|129|S0|Cleveland Regional Jetport
QOA|BR|-21.528|-47.044|149|S0|Mococa
QOB|DE|49.298|10.578|274|S0|Ansbach Railway Station
QOE|DE|50.855|6.689|274|S0|Norvenich Air Base
QOG|AT|48.567|15.647|315|S0|Langenlois
QOJ|AT|47.561|12.45|315|S0|St Johann
QOK|AT|48.331|13.458|315|S0|Kirchheim
QOL|ES|39.014|-4.387|295|S0|Luciana El Castano Airport
QOM|ES|38.44|-0.474|295|S0|Alicante Mutxamel Airport
QOO|AT|47.592|14.086|315|S0|Niederoblarn
QOP|BE|50.625|6.003|276|S0|La Sauveniere
QOQ|GL|60.538|-46.025|93|M1|Saarloq Heliport
QOS|AT|48.436|13.589|315|S0|Scharding-Suben
QOU|AT|48.494|16.264|315|S0|Stockerau
QOV|AT|47.965|16.261|315|S0|Bad Voslau Airport
QOW|NG|5.428|7.202|28|M1|Sam Mbakwe International Airport
QOX|ES|36.801|-4.136|295|S0|Axarquia Airport
QOZ|AT|47.378|12.831|315|S0|Zell Am See
QPA|PL|54.201|15.687|317|S0|Kolobrzeg-Bagicz
QPB|PL|52.269|20.907|317|S0|Warsaw Babice
QPC|PL|51.082|23.438|317|S0|Chelm Depultycze Krolewskie Airport
QPD|PL|51.564|21.986|317|S0|Deblin Mil
QPE|AU|-34.725|138.658|267|S0|Edinburgh (Military)
QPF|PL|51.85|16.568|317|S0|Leszno
QPG|SG|1.358|103.902|233|M0|Paya Lebar Airport
QPH|PL|54.127|23.041|317|S0|Suwalki
QPI|PL|52.972|17.032|317|S0|Pila Airfield
QPJ|HU|46.083|18.233|278|S0|Pecs Bus Stn
QPK|PL|51.018|20.866|317|S0|Maslow
QPL|RO|44.95|26.017|277|S0|Ploiesti Bus Stn
QPM|PL|50.373|21.571|317|S0|Mielec
QPN|PL|49.576|20.053|317|S0|Nowy Targ
QPO|PL|54.58|18.517|317|S0|Gdynia-Kosakowo
QPP|DE|52.525|13.369|274|S0|Berlin Hauptbahnhof Railway Station
QPQ|PL|54.209|19.483|317|S0|Elblag
QPR|PL|49.831|21.736|317|S0|Krosno
QPS|PT|39.212|-8.058|291|S0|Ponte de Sor Airport
QPT|NL|51.957|5.59|270|S0|Ouwehands Dierenpark Bus Station
QPU|PL|54.409|17.096|317|S0|Slupsk Krepa Airport
QPV|AU|-36.4|148.417|268|S0|Perisher Valley Bus Station
QPW|PL|50.294|18.728|317|S1|Gliwice
QPX|PL|53.829|20.55|317|S0|Dajtki
QPY|PL|53.114|23.207|317|S0|Krywlany
QPZ|PL|54.381|18.733|317|S0|Pruszcz Gdanski Mil
QQA|US|45.25|-93.314|78|S0|Anoka County–Blaine
QQB|US|29.056|-81.946|129|S0|New Smyrna Beach Municipal Airport
QQC|US|34.311|-84.424|129|S0|Cherokee County Regional Airport (Georgia)
QQD|GB|51.126|1.305|293|S0|Dover Priory railway station
QQE|US|40.01|-105.048|85|S0|Erie Municipal Airport
QQF|US|29.468|-81.206|129|S0|Flagler Executive Airport
QQG|US|32.664|-97.093|78|S0|Arlington Municipal Airport (Texas)
QQH|GB|51.944|1.287|293|S0|Harwich Town railway station
QQI|US|41.599|-87.672|78|S0|Lansing Municipal
QQJ|US|42.887|-90.232|78|S0|Iowa County Airport
QQK|GB|51.531|-0.123|293|S0|London King's Cross railway station
QQL|US|38.96|-94.37|78|S0|Lee's Summit Municipal Airport
QQM|GB|53.477|-2.23|293|S0|Manchester Piccadilly railway station
QQN|GB|52.478|-1.899|293|S0|Birmingham New Street railway station
QQO|US|36.335|-119.739|112|S0|Hanford Municipal
QQP|GB|51.517|-0.177|293|S0|London Paddington railway station
QQR|GB|51.341|1.406|293|S0|Ramsgate railway station
QQS|GB|51.53|-0.125|293|S0|London St Pancras railway station
QQT|US|33.177|-95.59|78|S0|McKinney National Airport
QQU|GB|51.528|-0.133|293|S0|London Euston railway station
QQV|US|34.181|-84.987|129|S0|Cartersville
QQW|GB|51.503|-0.115|293|S1|London Waterloo railway station
QQX|GB|51.377|-2.356|293|S0|Bath Spa railway station
QQY|GB|53.958|-1.093|293|S0|York railway station
QQZ|US|29.745|-98.122|78|S0|New Braunfels National
QRA|ZA|-26.243|28.152|22|M0|Rand Airport
QRB|SI|46.356|14.175|273|S0|Lesce Bled Airport
QRC|FR|44.083|5.157|302|S0|Carpentras
QRD|HR|46.297|16.382|273|S0|Varazdin Airport
QRE|BR|-28.364|-52.956|73|M1|Carazinho
QRF|DE|49.989|9.175|274|S0|Aschaffenburg
QRG|RO|46.819|25.41|277|S0|Remetea Airport
QRH|FR|43.719|0.602|302|S0|Lamothe
QRI|DE|52.313|8.033|274|S0|Atterheide
QRJ|DE|51.039|11.825|274|S0|Schongleina
QRK|LT|55.7|21.217|316|S0|Klaipeda Airport
QRL|ES|36.519|-4.892|295|S0|Marbella Bus Stn
QRM|DE|52.137|11.715|274|S0|Magdeburg
QRN|SK|48.997|18.086|275|S0|Trencin
QRO|MX|20.617|-100.186|122|M1|Queretaro Intercontinental Airport
QRP|ES|27.782|-15.508|251|S0|El Berriel Aeroc Airport
QRQ|DE|50.383|11.1|274|S0|Brandensteinsebene
QRR|FR|48.539|1.587|302|S0|Champhol
QRS|RO|45.301|21.889|277|S0|Resita Bus Stn
QRT|FR|43.375|6.222|302|S0|Pierrefeu Navy
QRU|FR|43.397|6.419|302|S0|Le Cannet Army
QRV|PT|41.386|-8.519|291|S0|Maia
QRW|NG|5.594|5.819|28|M1|Osubi Airstrip
QRX|DE|48.628|12.05|274|S0|Landshut
QRY|GL|68.141|-53.441|93|S1|Ikerasaarsuk Heliport
QSA|US|45.371|-122.801|112|S0|Aurora State
QSB|US|30.612|-81.462|129|S0|Fernandina Beach Municipal Airport
QSC|BR|-21.871|-47.904|138|S0|Mario Pereira Lopes State Airport
QSD|US|33.269|-111.811|135|S0|Chandler Municipal
QSE|US|29.806|-95.898|78|S0|Houston Executive Airport
QSF|DZ|36.181|5.331|3|M1|Setif Airport
QSG|DK|54.913|9.779|280|S0|Sonderborg railway station
QSH|US|30.521|-90.417|78|S0|Hammond Northshore Regional Airport
QSI|US|37.465|-77.6|129|S0|Chesterfield Co
QSJ|CN|38.01|114.478|232|S0|Shijiazhuang railway station
QSK|US|28.475|-82.456|129|S0|Brooksville-Tampa Bay Regional Airport
QSL|US|40.397|-83.248|129|S0|Delaware Municipal
QSM|US|35.877|-86.376|78|S0|Murfreesboro Municipal Airport
QSN|US|44.198|-121.206|112|S0|Bend Municipal
QSO|US|39.077|-77.556|129|S0|Leesburg Executive Airport
QSP|US|37.78|-77.46|129|S0|Hanover County Municipal Airport
QSQ|US|35.038|-80.652|129|S0|Charlotte–Monroe Executive
QSR|IT|40.62|14.921|306|M1|Salerno Costa d'Amalfi Airport
QSS|US|30.372|-89.454|78|S0|Stennis International Airport
QST|US|41.415|-96.109|78|S0|Blair Executive
QSU|US|33.531|-112.293|135|S0|Glendale Municipal Airport
QSV|US|38.377|-85.733|104|S0|Clark Regional Airport
QSW|US|41.279|-85.846|104|S0|Warsaw Municipal Airport
QSX|US|36.375|-86.408|78|S0|Gallatin Music City Executive Airport
QSY|US|33.429|-87.009|78|S0|Bessemer
QSZ|CN|38.245|77.06|232|M1|Shache Yeerqiang Airport
QTA|US|29.512|-95.47|78|S0|Houston Southwest Airport
QTB|US|42.744|-86.108|129|S0|West Michigan Regional Airport
QTC|US|34.213|-119.085|112|S0|Camarillo Airport
QTD|US|36.135|-89.461|78|S0|Dyersburg Municipal
QTE|US|45.268|-111.65|85|S0|Big Sky Airport
QTF|US|33.419|-84.617|129|S0|Peachtree City-Falcon
QTG|US|30.788|-97.794|78|S0|Georgetown Municipal
QTH|AU|-36.5|148.317|268|S0|Thredbo Bus Station
QTI|US|42.591|-71.84|129|S0|Fitchburg Municipal
QTJ|US|39.988|-86.911|104|S0|Crawfordsville Regional Airport
QTK|US|27.206|-98.121|78|S0|Brooks County
QTL|US|38.946|-104.571|85|S0|Colorado Springs Meadow Lake Airport
QTM|US|34.861|-86.557|78|S0|Huntsville Executive Airport
QTN|US|33.861|-90.829|78|S0|Cleveland Municipal
QTO|US|40.589|-124.277|112|S0|Rohnerville
QTP|US|32.606|-83.773|129|S0|Perry-Houston Co
QTQ|US|30.467|-87.877|78|S0|H. L. Sonny Callahan Airport
QTR|US|38.488|-121.101|112|S0|Rancho Murieta Airport
QTS|US|32.612|-82.371|129|S0|Emanuel County Airport
QTT|US|35.583|-79.101|129|S0|Raleigh Exec Jetport at Sanford-Lee County
QTU|US|33.254|-97.581|78|S0|Decatur Municipal
QTV|US|36.457|-94.243|78|S0|Bentonville Municipal
QTW|US|31.499|-97.465|78|S0|Mc Gregor Executive
QTX|US|45.348|-85.348|129|S1|Charlevoix Municipal
QTY|US|39.833|-86.292|104|S0|Eagle Creek Airpark
QTZ|US|48.447|-116.648|112|S0|Sandpoint
QUA|GB|51.172|-1.874|293|S0|MoD Boscombe Down
QUB|LY|26.568|12.82|47|S0|Ubari Airport
QUC|PT|39.845|-7.44|291|S0|Castelo Branco Airport
QUD|ES|38.531|-2.837|295|S0|La Cuesta Airport
QUE|NO|60.222|10.389|301|S0|Eggemoen
QUF|EE|59.469|24.822|313|S0|Pirita Harbour Airport
QUG|GB|50.942|-0.842|293|S0|Goodwood
QUH|SE|56.2|12.683|312|S0|Hoganas
QUL|DE|48.4|9.983|274|S0|Ulm Hbf Railway Station
QUM|SE|55.983|13.433|312|S0|Eslov
QUN|DE|52.744|14.344|274|S0|Neuhardenberg
QUO|NG|4.876|8.086|28|M1|Akwa Ibom Airport
QUP|GL|70.05|-52|93|M1|Saqqaq Heliport
QUT|JP|36.632|140.006|240|S0|Utsunomiya Airfield
QUU|DE|53.648|9.709|274|S1|Uetersen Airport
QUV|GL|60.152|-44.288|93|S1|Aappilattoq Heliport (Kujalleq)
QUW|GL|60.596|-45.377|93|M1|Ammassivik Heliport
QUX|DE|48.289|11.642|274|S0|Oberschleissheim
QUY|GB|52.357|-0.108|293|S0|Wyton RAF Station
QUZ|SE|57.439|17.086|312|S0|Olanda
QVE|FI|60.803|23.655|284|S0|Forssa Airport
QVP|BR|-23.181|-48.992|149|S0|Avare-Arandu
QWG|US|35.212|-80.666|129|S0|Wilgrove Air Park
QXB|FR|43.455|5.317|302|S0|Aix-en-Provence TGV rail station
QXC|BR|-4.87|-43.356|66|M1|Caxias
QYA|FR|46.193|6.269|302|S0|Annemasse Airport
QYB|FR|47.253|6.206|302|S0|La Veze
QYC|NL|53.1|6.1|270|S0|Drachten Bus Stn
QYD|FR|47.844|-2.068|302|S0|Bains Sur Oust
QYE|NL|52.222|6.89|270|S0|Enschede Railway Stn
QYF|FR|43.692|1.421|302|S0|Francazal Ab
QYG|CH|47.314|7.564|319|S0|Grenchen
QYH|NL|52.262|6.794|270|S0|Hengelo railway station
QYI|NL|52.226|5.181|270|S0|Hilversum Railway Service
QYJ|SE|56.953|13.967|312|S0|Feringe
QYK|CH|46.514|7.386|319|S0|Saanen
QYL|NL|52.357|6.655|270|S0|Almelo railway station
QYM|NL|52.154|5.374|270|S0|Amersfoort Centraal railway station
QYN|CH|46.499|7.41|319|S0|St. Stephan Airport
QYO|PL|53.786|20.497|317|S0|Olsztyn Glowny Railway Station
QYP|NL|52.209|5.969|270|S0|Apeldoorn railway station
QYQ|DK|57.15|9.967|280|S0|Sulsted Bus Stn
QYR|FR|49.286|4.217|302|S0|Prunay
QYS|ES|41.521|2.108|295|S0|Sabadell Airport
QYT|NL|53.167|6.567|270|S0|Paterswolde Bus Stn
QYU|SE|60.676|17.151|312|S0|Gavle Central Railway Stn
QYV|NL|52.257|6.161|270|S0|Deventer railway station
QYW|FR|43.55|7.017|302|S0|Le Vieux Port Harbour
QYX|SE|59.859|17.646|312|S0|Uppsala Central Railway Station
QYY|PL|53.132|23.136|317|S0|Bialystok Bus Stn
QYZ|NL|52.95|5.933|270|S0|Heerenveen Bus Stn
QZC|AU|-36.394|148.429|268|S0|Smiggin Holes Bus Stn
QZH|CZ|50.286|15.969|304|S0|Hradec Kralove
QZK|CZ|50.122|14.544|304|S0|Prague Kbely Airport
QZL|CZ|50.264|14.606|304|S0|Letnany
QZN|CZ|49.744|13.331|304|S0|Line
QZO|IT|43.503|11.972|306|S0|Arezzo
QZP|CZ|49.75|14.103|304|S0|Pribram
RAA|PG|-4.5|152.167|358|S0|Rakanda Airport
RAB|PG|-4.342|152.376|358|M1|Tokua Airport
RAC|US|42.683|-87.85|78|S0|Horlick Airport
RAD|VG|18.423|-64.613|162|S0|Road Town Seaplane Base
RAE|SA|30.903|41.137|228|M1|Arar Airport
RAF|AR|-31.283|-61.506|56|S0|Rafaela
RAG|NZ|-37.805|174.86|331|S0|Raglan Airfield
RAH|SA|29.623|43.489|228|M1|Rafha Airport
RAI|CV|14.945|-23.487|252|L1|Nelson Mandela International Airport
RAJ|IN|22.309|70.782|208|M1|Rajkot Airport
RAK|MA|31.602|-8.027|13|L1|Marrakech Menara Airport
RAL|US|33.952|-117.442|112|M0|Riverside Municipal Airport
RAM|AU|-12|134.817|261|S1|Ramingining Airport
RAN|IT|44.367|12.223|306|S0|La Spreta Airport
RAO|BR|-21.139|-47.776|149|L1|Dr. Leite Lopes State Airport
RAP|US|44.038|-103.061|85|M1|Rapid City Regional Airport
RAQ|ID|-4.917|122.583|202|S0|Sugimanuru Airport
RAR|CK|-21.2|-159.799|359|M1|Rarotonga Airport
RAS|IR|37.322|49.62|238|M1|Rasht Airport
RAT|RU|62.5|77|247|S0|Raduzhnyi Airport
RAU|BD|25.7|89.367|192|M1|Rangpur Airport
RAV|CO|6.317|-70.183|70|S0|Cravo Norte Airport
RAW|PG|-6.25|155.583|358|S0|Arawa Airport
RAX|PG|-9.672|148.033|358|S0|Oram Airport
RAY|GB|55.833|-3.967|293|M1|Rothsay Heliport
RAZ|PK|33.842|73.833|206|M0|Rawala Kot Airport
RBA|MA|34.036|-6.749|13|L1|Rabat Sale Airport
RBB|BR|-4.4|-59.583|114|S1|Borba Airport
RBC|AU|-34.667|142.75|268|S0|Robinvale Airport
RBD|US|32.681|-96.868|78|S0|Dallas Executive Airport
RBE|KH|13.667|106.983|222|M0|Ratanakiri Airport
RBF|US|34.267|-116.85|112|S0|Big Bear City Airport
RBG|US|43.235|-123.358|112|S0|Roseburg Regional Airport
RBI|FJ|15|-179|337|S0|Rabi Airport
RBJ|JP|45.455|141.039|240|S0|Rebun Airport
RBK|US|33.567|-117.117|112|S0|French Valley Airport
RBL|US|40.155|-122.252|112|M0|Red Bluff Municipal Airport
RBM|DE|48.902|12.516|274|S0|Straubing Wallmuhle Airport
RBN|US|24.617|-82.867|129|M1|Fort Jefferson Airport
RBO|BO|-18.344|-59.755|110|S0|Robore Airport
RBP|PG|-9.973|149.836|358|S0|Raba Raba Airport
RBQ|BO|-14.45|-67.55|110|S1|Rurrenabaque Airport
RBR|BR|-9.967|-67.8|145|M1|Rio Branco-Plácido de Castro International Airport
RBS|AU|-37.7|148.5|266|S0|Orbost Airport
RBT|KE|2.333|37.983|40|S0|Marsabit Airport
RBU|AU|-20.8|117.167|267|S0|Roebourne Airport
RBV|SB|-8.166|157.639|341|S1|Ramata Airport
RBW|US|32.921|-80.641|129|S0|Lowcountry Regional Airport
RBX|SS|6.825|29.67|23|S0|Rumbek Airport
RBY|US|64.73|-155.461|51|M1|Ruby Airport
RBZ|UZ|39.03|66.776|230|S0|Shakhrisabz Airport
RCA|US|44.143|-103.095|85|M0|Ellsworth Air Force Base
RCB|ZA|-28.741|32.093|22|M1|Richards Bay Airport
RCE|US|48.583|-123.167|112|S1|Roche Harbor Airport
RCH|CO|11.529|-72.924|70|M1|Riohacha Airport
RCK|US|30.65|-97|78|S0|Coffield Airport
RCL|VU|-15.472|167.835|336|S0|Redcliffe Airport
RCM|AU|-20.7|143.117|259|S1|Richmond Airport
RCN|AU|-35.833|138|258|S0|American River Airport
RCO|FR|45.891|-0.981|302|M0|Saint Agnant Airport
RCP|US|57.083|-157.806|51|M1|Cinder Park Airport
RCQ|AR|-29.183|-59.7|54|M0|Reconquista Airport
RCR|US|41.067|-86.217|104|S0|Fulton County Airport (Indiana)
RCS|GB|51.35|0.5|293|S0|Rochester Airport
RCT|US|43.883|-85.517|86|S0|Nartron Field
RCU|AR|-33.097|-64.275|54|M0|Las Higueras Airport
RCV|US|37.714|-106.354|85|S0|Astronaut Kent Rominger Airport
RCY|BS|23.684|-74.835|128|S0|New Port Nelson Airport
RDA|AU|-18.95|135.167|261|S0|Rockhampton Downs Airport
RDB|US|67.75|-163.667|51|S0|Red Dog Airport
RDC|BR|-8.03|-49.98|66|S0|Redencao Airport
RDD|US|40.506|-122.3|112|M1|Redding Municipal Airport
RDE|ID|-1.583|133.333|202|S0|Merdey Airport
RDG|US|40.379|-75.964|129|M0|Reading Regional Airport
RDL|EG|30.41|33.152|12|M1|Al Bardawil International Airport
RDM|US|44.252|-121.16|112|L1|Roberts Field Redmond Municipal Airport
RDN|MY|5.765|103.007|210|S0|LTS Pulau Redang Airport
RDO|PL|51.389|21.214|317|M1|Warsaw Radom Airport
RDP|IN|23.621|87.243|208|M1|Kazi Nazrul Islam Airport
RDR|US|46.833|-96.75|78|M0|Grand Forks Air Force Base
RDS|AR|-37.383|-68.9|54|M0|Rincon de Los Sauces Airport
RDT|SN|16.437|-15.657|15|S0|Richard Toll Airport
RDU|US|35.874|-78.791|129|L1|Raleigh-Durham International Airport
RDV|US|61.787|-157.347|51|S1|Red Devil Airport
RDZ|FR|44.411|2.484|302|M1|Marcillac Airport
REA|PF|-18.5|-136.4|361|M0|Reao Airport
REB|DE|53.35|12.717|274|S0|Müritz Airpark
REC|BR|-8.132|-34.918|66|L1|Recife International Airport
RED|US|40.683|-77.617|129|S0|Mifflin County Airport
REE|US|33.583|-101.85|78|S0|Reese Air Force Base
REG|IT|38.075|15.651|306|M1|Tito Menniti Airport
REH|US|38.7|-75.1|129|M1|Rehoboth Beach Airport
REI|GF|4.317|-52.133|76|S0|Regina Airport
REL|AR|-43.233|-65.323|54|M1|Trelew Airport
REN|RU|51.791|55.457|247|M1|Orenburg Airport
REO|US|42.833|-117.617|112|S0|State Airport
REP|KH|13.411|103.813|222|L1|Siem Reap International Airport
REQ|PK|28.971|62.433|206|S0|Reko Diq
RER|GT|14.521|-91.697|98|M1|Retalhuleu Airport
RES|AR|-27.451|-59.051|54|M1|Resistencia Airport
RET|NO|67.483|12.083|301|S1|Rost Airport
REU|ES|41.146|1.153|295|M1|Reus Airport
REW|IN|24.533|81.3|208|M1|Rewa Airport
REX|MX|26.011|-98.228|117|M1|Gen Lucio Blanco International Airport
REY|BO|-14.317|-67.267|110|S0|Reyes Airport
REZ|BR|-22.478|-44.481|149|S0|Resende Airport
RFA|CF|4.983|23.967|6|S0|Rafai Airport
RFD|US|42.202|-89.095|78|M1|Chicago Rockford International Airport
RFG|US|28.333|-97.35|78|S0|Rooke Field
RFK|US|32.967|-90.817|78|S0|Rollang Field
RFN|IS|66.407|-15.925|255|S0|Raufarhofn Airport
RFP|PF|-16.725|-151.467|361|M1|Raiatea Airport
RFR|CR|10.333|-83.883|80|S0|Rio Frio Airport
RFS|NI|13.883|-84.4|113|S0|Rosita Airport
RGA|AR|-53.779|-67.75|60|M1|Hermes Quijada Airport
RGE|PG|-5.417|143.15|358|S0|Porgera Airport
RGH|IN|25.25|88.733|208|S0|Balurghat Airport
RGI|PF|-14.956|-147.659|361|M1|Rangiroa Airport
RGK|RU|51.969|85.836|220|M0|Gorno-Altaysk Airport
RGL|AR|-51.617|-69.283|58|M1|Piloto N. Fernandez Airport
RGN|MM|16.9|96.134|246|L1|Yangon International Airport
RGO|KP|41.428|129.647|224|M1|Chongjin Orang Airport
RGR|US|32.467|-98.683|78|S0|Ranger Municipal Airport
RGS|ES|42.355|-3.623|295|M0|Burgos Airport
RGT|ID|-0.4|102.55|201|M0|Japura Airport
RHA|IS|65.167|-21.417|255|S0|Reykholar Airport
RHD|AR|-27.533|-64.95|54|M1|Termas de Rio Hondo Airport
RHE|FR|49.311|4.051|302|S0|Reims Airport
RHG|RW|-1.5|29.6|26|S0|Ruhengeri Airport
RHI|US|45.626|-89.463|78|M1|Oneida County Airport
RHL|AU|-22.75|120|267|S0|Roy Hill Station Airport
RHN|NA|-27.967|16.7|49|S0|Rosh Pina Airport
RHO|GR|36.402|28.091|272|M1|Rhodes Airport
RHP|NP|27.333|86.083|207|S0|Ramechhap Airport
RHR|AE|25.691|55.78|194|S0|Al Hamra SPB
RHT|CN|39.213|101.644|232|S1|Alxa Right Banner Badanjilin Airport
RHV|US|37.334|-121.818|112|S0|Reid Hillview of Santa Clara County Airport
RIA|BR|-29.711|-53.688|149|M1|Santa Maria Airport
RIB|BO|-11.007|-66.093|110|M1|Riberalta Airport
RIC|US|37.506|-77.323|129|L1|Richmond International Airport (Byrd Field)
RID|US|39.833|-84.9|104|S0|Richmond Municipal Airport
RIE|US|45.416|-91.773|78|S0|Rice Lake Regional Airport
RIF|US|38.741|-112.094|85|S0|Reynolds Airport
RIG|BR|-32.083|-52.167|149|S0|Rio Grande Regional Airport
RIH|PA|8.371|-80.128|132|S1|Scarlett Martinez International Airport
RIJ|PE|-6.065|-77.162|111|M0|Juan Simons Vela Airport
RIL|US|39.526|-107.725|85|M0|Garfield County Airport
RIM|PE|-6|-78|111|S0|Rodriguez De Mendoza Airport
RIN|SB|-8.2|157.033|341|S0|Ringi Cove Airport
RIR|US|33.989|-117.409|112|S0|Riverside Flabob Airport
RIS|JP|45.183|141.25|240|M1|Rishiri Airport
RIT|PA|7.833|-80.8|132|M1|Rio Tigre Airport
RIV|US|33.888|-117.258|112|M0|March Air Reserve Base
RIW|US|43.064|-108.457|85|M1|Riverton Airport
RIX|LV|56.922|23.98|305|L1|Riga International Airport
RIY|YE|14.667|49.374|175|M1|Riyan Airport
RIZ|CN|35.401|119.317|232|M1|Rizhao Shanzihe Airport
RJA|IN|17.11|81.821|208|M1|Rajahmundry Airport
RJB|NP|26.483|86.833|207|S0|Rajbiraj Airport
RJH|BD|24.433|88.617|192|M1|Rajshahi Airport
RJI|IN|33.369|74.302|208|S0|Rajouri Airport
RJK|HR|45.216|14.568|318|M1|Rijeka Airport
RJL|ES|42.457|-2.324|295|M0|Agoncillo Airport
RJM|ID|-0.423|130.773|202|S1|Marinda Airport
RJN|IR|30.297|56.057|238|M1|Rafsanjan Airport
RKA|PF|-15.485|-145.469|340|S0|Aratika-Nord Airport
RKC|US|41.733|-122.633|112|M1|Yreka Airport
RKD|US|44.059|-69.098|129|M1|Knox County Regional Airport
RKE|DK|55.59|12.128|280|M1|Roskilde Airport
RKH|US|34.917|-81.017|129|S0|Rock Hill Airport
RKI|ID|-0.95|100.75|201|S1|Rokot Airport
RKP|US|28.033|-97.05|78|S0|Aransas County Airport
RKR|US|35.05|-94.617|78|S0|Robert S. Kerr Airport
RKS|US|41.598|-109.072|85|M1|Southwest Wyoming Regional Airport
RKT|AE|25.617|55.941|194|M1|Ras Al Khaimah International Airport
RKU|PG|-8.817|146.517|358|S0|Kairuku Airport
RKV|IS|64.131|-21.932|255|M1|Reykjavik Domestic Airport
RKW|US|35.867|-84.683|129|S0|Rockwood Municipal Airport
RKY|AU|-13.167|143.433|259|S0|Rokeby Airport
RKZ|CN|29.352|89.31|232|M1|Shigatse Peace Airport
RLA|US|37.936|-91.813|78|S0|Rolla Downtown Airport
RLD|US|46.308|-119.306|112|S0|Richland Airport
RLG|DE|53.92|12.267|274|M1|Rostock–Laage Airport
RLI|US|33.667|-85.85|78|M1|Reilly Army Heliport
RLK|CN|40.926|107.739|232|M1|Bayannur Tianjitai Airport
RLO|AR|-32.38|-65.18|54|S0|Valle del Conlara Airport
RLP|AU|-18|145|259|S0|Rosella Plains Airport
RLR|MG|-22.645|45.324|320|S0|Relais de la Reine Airport
RLT|NE|18.783|7.367|42|S0|Arlit Airport
RLU|US|67.75|-156|51|M1|Bornite Upper Airport
RMA|AU|-26.544|148.779|259|M1|Roma Airport
RMB|OM|24.25|55.783|216|S0|Buraimi Airport
RMD|IN|18.767|79.4|208|S0|Ramagundam Airport
RME|US|43.217|-75.45|129|M0|Griffiss Air Force Base
RMF|EG|25.556|34.593|12|M1|Marsa Alam International Airport
RMG|US|34.351|-85.159|129|M0|Richard B Russell Airport
RMI|IT|44.023|12.62|306|M1|Federico Fellini International Airport
RMK|AU|-34.2|140.683|258|M0|Renmark Airport
RML|LK|6.819|79.888|190|M1|Ratmalana Airport
RMN|PG|-6.167|141.167|358|S0|Rumginae Airport
RMO|MD|46.935|28.935|279|M1|Chisinau International Airport
RMP|US|65.508|-150.14|51|S1|Rampart Airport
RMQ|TW|24.255|120.601|235|M1|Taichung International Airport
RMS|DE|49.441|7.59|274|M0|Ramstein Air Base
RMT|PF|-22.639|-152.805|340|S1|Rimatara Airport
RMU|ES|37.803|-1.125|295|M1|Murcia-Corvera Airport
RMY|US|37.511|-120.039|112|S0|Mariposa-Yosemite Airport
RMZ|RU|58.058|68.349|247|M1|Tobolsk Remezov Airport
RNA|SB|-9.864|161.983|341|S0|Ulawa Airport
RNB|SE|56.258|15.261|312|M1|Kallinge Airport
RNC|US|35.699|-85.844|78|S0|Warren County Memorial Airport
RND|US|29.528|-98.27|78|M0|Randolph Air Force Base
RNE|FR|46.053|4.001|302|M0|Renaison Airport
RNG|US|40.095|-108.761|85|S0|Rangely Airport
RNH|US|45.133|-92.55|78|M0|New Richmond Municipal Airport
RNI|NI|12.15|-83.067|113|S0|Corn Island Airport
RNJ|JP|27.042|128.406|240|M1|Yoron Airport
RNL|SB|-11.667|160.3|341|S1|Rennell Airport
RNM|OM|21.376|57.055|216|S0|Qarn Alam Airport
RNN|DK|55.064|14.758|280|M1|Bornholm Airport
RNO|US|39.506|-119.776|112|L1|Reno/Tahoe International Airport
RNP|MH|11.15|166.883|348|M1|Rongelap Airport
RNR|PG|-10.133|147.75|358|S0|Robinson River Airport
RNS|FR|48.068|-1.726|302|M1|Airport Rennes Bretagne
RNT|US|47.5|-122.217|112|S0|Renton Airport
RNU|MY|5.95|116.667|210|S0|Ranau Airport
RNZ|US|40.95|-87.15|104|S0|Rensselaer Airport
ROA|US|37.321|-79.97|129|L1|Roanoke-Blacksburg Regional Airport
ROB|LR|6.24|-10.359|39|L1|Roberts International Airport
ROC|US|43.128|-77.665|129|L1|Greater Rochester International Airport
ROD|ZA|-33.817|19.9|22|M0|Robertson Airport
ROF|US|41.73|-122.546|112|S0|Rohrer Field Airport
ROG|US|36.372|-94.107|78|S0|Rogers Municipal Airport
ROH|AU|-18.25|144|259|S0|Robinhood Airport
ROI|TH|16.117|103.774|185|M1|Roi Et Airport
ROK|AU|-23.378|150.478|259|M1|Rockhampton Airport
ROL|US|40.3|-109.983|85|S0|Roosevelt Airport
RON|CO|6.3|-71.083|70|S0|Rondon Airport
ROO|BR|-16.433|-54.717|73|M1|Rondonopolis Airport
ROP|MP|14.172|145.244|360|M1|Rota Airport
ROR|PW|7.364|134.533|356|M1|Airai Airport
ROS|AR|-32.933|-60.783|54|M1|Aeropuerto Internacional de Rosario Islas Malvinas
ROT|NZ|-38.11|176.317|331|M1|Rotorua International Airport
ROU|BG|43.683|26.05|311|S0|Rousse Airport
ROV|RU|47.491|39.929|300|L1|Platov International Airport
ROW|US|33.305|-104.526|85|M1|Roswell International Air Center
ROX|US|48.854|-95.697|78|S0|Roseau Municipal Airport
ROY|AR|-45.667|-70.25|54|S0|Rio Mayo Airport
ROZ|ES|36.645|-6.351|295|M0|Naval Station Rota
RPA|NP|28.267|82.756|207|S0|Rolpa Airport
RPB|AU|-14.733|134.733|261|S0|Roper Bar Airport
RPI|ID|-2.125|120.297|214|S0|Onondowa/Rampi Airport
RPM|AU|-14.933|134|261|M0|Ngukurr Airport
RPN|IL|32.982|35.571|203|M0|Rosh Pina Airport
RPR|IN|21.185|81.74|208|M1|Swami Vivekananda Airport
RPU|BR|-4.883|-65.356|114|S0|Porto Urucu
RPV|AU|-14.967|134.033|261|S0|Roper Valley Airport
RPX|US|46.433|-108.533|85|S0|Roundup Airport
RQA|CN|38.975|88.008|232|M1|Ruoqiang Loulan Airport
RQO|US|35.473|-98.006|78|S0|El Reno Regional Airport
RQW|IQ|35.766|43.122|182|M0|Qayyarah Airfield West
RQY|IN|13.855|75.611|208|S0|Shivamogga Airport
RRA|ES|36.75|-5.167|295|M1|Ronda Airport
RRE|AU|-29.65|138.067|258|S0|Marree Airport
RRG|MU|-19.75|63.35|327|M1|Rodrigues Island Airport
RRI|SB|-7.5|158.267|341|S0|Barora Airport
RRJ|BR|-22.987|-43.37|149|S0|Jacarepagua - Roberto Marinho Airport
RRK|IN|22.257|84.815|208|M0|Rourkela Airport
RRL|US|45.183|-89.683|78|S0|Merrill Municipal Airport
RRM|MZ|-18.333|35.933|35|S0|Marromeu Airport
RRR|PF|-16.045|-142.476|361|S1|Raroia Airport
RRS|NO|62.579|11.346|301|M1|Roros Airport
RRT|US|48.9|-95.3|78|S0|Warroad Airport
RRV|AU|-16.75|136.967|261|S0|Robinson River Airport
RSA|AR|-36.567|-64.267|54|M1|Santa Rosa Airport
RSB|AU|-25.833|139.633|259|S0|Roseberth Airport
RSD|BS|24.892|-76.178|128|M0|Rock Sound International Airport
RSE|AU|-33.8|151.217|268|S0|Au-Rose Bay Airport
RSG|BR|-5.95|-49.65|66|M1|Serra Pelada Airport
RSH|US|61.783|-161.319|51|S1|Russian Mission Airport
RSI|SA|25.63|37.078|228|M1|Red Sea International Airport
RSJ|US|48.646|-122.87|112|L1|Rosario Sea Plane Base
RSK|ID|-1.5|134.183|202|S0|Ransiki Airport
RSL|US|38.883|-98.85|78|M0|Russell Airport
RSN|US|32.517|-92.633|78|S0|Ruston Airport
RSP|US|58.167|-154.833|51|M1|Raspberry Strait Airport
RSS|SD|11.792|34.337|25|S0|Damazin Airport
RST|US|43.911|-92.49|78|L1|Rochester International Airport
RSU|KR|34.842|127.613|231|M1|Yeosu Airport
RSW|US|26.528|-81.755|129|L1|Southwest Florida International Airport
RSX|US|44.985|-73.352|129|S0|Rouses Point Airport
RTA|FJ|-12.482|177.071|337|S1|Rotuma Island Airport
RTB|HN|16.318|-86.527|157|M1|Roatan Airport
RTC|IN|17|73.317|208|M0|Ratnagiri Airport
RTD|US|26.867|-82.267|129|M1|Rotunda Airport
RTE|BR|-23.511|-46.634|149|S0|Campo de Marte Airport
RTG|ID|-8.597|120.478|214|S1|Frans Sales Lega Airport
RTI|ID|-10.768|123.073|214|S0|David C. Saudale Airport
RTL|US|47.95|-116.867|78|S0|Spirit Lake Airport
RTM|NL|51.949|4.434|270|L1|Rotterdam The Hague Airport
RTN|US|36.741|-104.501|85|S0|Crews Field
RTP|AU|-15.6|141.833|259|S0|Rutland Plains Airport
RTS|AU|-32.007|115.537|267|S0|Rottnest Island Airport
RTU|ID|2.198|118.599|214|S0|Berau/Maratua Airport
RTW|RU|51.565|46.047|307|L0|Tsentralny
RTY|AU|-28.25|139|258|S0|Merty Airport
RUA|UG|3.033|30.933|24|M1|Arua Airport
RUD|IR|36.427|55.095|238|S0|Shahroud Airport
RUE|CD|0.117|29.313|32|S0|Butembo Rughenda Airport
RUF|ID|-3.633|140.933|202|S0|Yuruf, Irian Jaya Airport
RUG|CN|32.388|120.555|232|M0|Rugao Airport
RUH|SA|24.959|46.703|228|L1|King Khaled International Airport
RUI|US|33.361|-105.662|85|M0|Ruidoso Municipal Airport
RUK|NP|28.628|82.194|207|S0|Rukumkot Chaurjahari Airport
RUL|MV|0.337|73.511|326|S1|Maavarulu Airport
RUM|NP|27.317|86.533|207|S0|Rumjatar Airport
RUN|RE|-20.892|55.512|329|L1|Reunion Roland Garros Airport
RUP|IN|26.15|89.917|208|S0|Rupsi Airport
RUR|PF|-22.433|-151.333|361|M1|Rurutu Airport
RUS|SB|-8.5|161.25|341|S1|Marau Sound Airport
RUT|US|43.529|-72.948|129|M1|Rutland Airport
RUU|PG|-5.183|144.15|358|S0|Ruti Airport
RUV|GT|15.833|-90.333|98|M0|Rubelsanto Airport
RUY|HN|15|-88|157|S0|Copan Airport
RVA|MG|-22.802|47.819|320|S0|Farafangana Airport
RVC|LR|5.467|-9.583|39|S0|Rivercess Airport
RVD|BR|-17.717|-50.933|149|S0|Rio Verde Airport
RVE|CO|6.917|-71.9|70|S1|Saravena Airport
RVH|RU|59.983|30.6|300|S0|Rzhevka Airport
RVI|RU|47.258|39.818|300|S0|Rostov-on-Don Airport
RVK|NO|64.883|11.233|301|M1|Rorvik Airport, Ryumsjoen
RVN|FI|66.559|25.83|284|M1|Rovaniemi Airport
RVO|ZA|-27.6|24.133|22|S0|Reivilo Airport
RVR|US|38.967|-110.25|85|S0|Green River Municipal Airport
RVS|US|36.039|-95.984|78|M0|Richard Lloyd Jones Jr Airport
RVT|AU|-33.786|120.201|267|S0|Ravensthorpe Airport
RVV|PF|-25.883|-147.65|361|S1|Raivavae Airport
RVY|UY|-30.973|-55.477|126|S0|Rivera Airport
RWB|US|56.75|-134.133|151|M1|Rowan Bay Airport
RWF|US|44.5|-95.1|78|M0|Redwood Falls Municipal Airport
RWI|US|35.854|-77.891|129|M0|Rocky Mount-Wilson Airport
RWL|US|41.804|-107.201|85|M0|Rawlins Municipal Airport
RWN|UA|50.6|26.15|290|M1|Rovno Airport
RWP|PK|33.617|73.099|206|S0|PAF Base Nur Khan
RWS|BR|-22.801|-47.192|149|M1|Sumare Airport
RXA|YE|15.433|44.217|175|S0|Raudha Airport
RXE|US|43.834|-111.805|71|S0|Rexburg-Madison County Airport
RXS|PH|11.601|122.749|215|M1|Roxas City Airport
RYB|RU|58.133|38.867|300|M1|Rybinsk Airport
RYG|NO|59.379|10.785|274|S0|Oslo Moss Rygge Airport
RYK|PK|28.392|70.287|206|M1|Rahim Yar Khan Airport
RYL|ZM|-15.727|29.297|33|S0|Royal Airstrip
RYN|FR|45.617|-1.017|302|M0|Medis Airport
RYO|AR|-51.604|-72.22|54|S1|Rio Turbio Airport
RZA|AR|-50|-68.533|54|M0|Santa Cruz Airport
RZE|PL|50.115|22.031|317|M1|Rzeszow International Airport
RZH|RU|42.922|133.904|244|S0|Preobrazheniye Airport
RZN|RU|54.633|39.583|300|S0|Ryazan Airport
RZP|PH|10.762|119.507|215|S0|Cesar Lim Rodriguez Airport
RZR|IR|36.905|50.682|238|M1|Ramsar Airport
RZS|PK|26.967|68.88|206|S0|Sawan Airport
RZV|TR|41.169|40.829|286|M1|Rize–Artvin Airport
RZZ|US|36.467|-77.667|129|S0|Halifax County Airport
SAA|US|41.445|-106.81|85|S0|Shively Airport
SAB|BQ|17.65|-63.217|83|M1|J. Yrausquin Airport
SAC|US|38.513|-121.494|112|M0|Sacramento Executive Airport
SAD|US|32.853|-109.637|135|S0|Safford Regional Airport
SAE|GL|70.811|-51.632|93|M1|Saattut Heliport
SAF|US|35.617|-106.088|85|M1|Santa Fe Regional Airport
SAG|IN|19.689|74.379|208|M1|Shirdi Airport
SAH|YE|15.474|44.225|175|M1|Sana'a International Airport
SAI|KH|13.376|104.221|222|L1|Siem Reap–Angkor International Airport
SAJ|BD|24.417|89.783|192|M1|Sirajganj Airport
SAK|IS|65.75|-19.65|255|S0|Saudarkrokur Airport
SAL|SV|13.445|-89.057|90|L1|El Salvador International Airport
SAM|PG|-9.65|150.808|358|S0|Salamo Airport
SAN|US|32.732|-117.197|112|L1|San Diego International Airport
SAP|HN|15.456|-87.928|157|L1|Ramon Villeda Morales International Airport
SAQ|BS|25.05|-78.05|128|M1|San Andros Airport
SAR|US|38.133|-89.7|78|S0|Sparta Community Airport
SAS|US|33.317|-115.983|112|S0|Salton City Airport
SAT|US|29.525|-98.473|78|L1|San Antonio International Airport
SAU|ID|-10.483|121.9|214|S0|Sawu Airport
SAV|US|32.136|-81.211|129|L1|Savannah/Hilton Head International Airport
SAW|TR|40.905|29.309|286|L1|Sabiha Gokcen International Airport
SAX|PA|8.033|-78.083|132|S0|Sambu Airport
SAY|IT|43.256|11.255|306|S0|Siena Ampugnano Airport
SAZ|LR|4.667|-8.433|39|S0|Sasstown Airport
SBA|US|34.433|-119.836|112|L1|Santa Barbara Municipal Airport
SBB|VE|7.783|-71.167|75|S0|Santa Barbara Barinas
SBC|PG|-5.317|141.75|358|S0|Selbang Airport
SBD|US|34.098|-117.243|112|M1|San Bernadino International Airport
SBE|PG|-6.1|142.283|358|S0|Suabi Airport
SBF|AF|33.617|68.533|204|S0|Sardeh Band Airport
SBG|ID|5.874|95.342|201|S0|Maimun Saleh Airport
SBH|BL|17.904|-62.844|97|L1|St. Barthelemy Airport
SBI|GN|12.483|-13.3|14|S0|Sambailo Airport
SBJ|BR|-18.583|-39.733|149|S0|Sao Mateus Airport
SBK|FR|48.513|-2.809|302|M0|Tremuson Airport
SBL|BO|-13.717|-65.45|110|M0|Santa Ana del Yacuma Airport
SBM|US|43.765|-87.851|78|S0|Sheboygan County Memorial Airport
SBN|US|41.701|-86.313|104|L1|South Bend International Airport
SBO|US|39.029|-111.838|85|S0|Salina Airport
SBP|US|35.239|-120.641|112|M1|San Luis Obispo County Regional Airport
SBQ|PK|29.55|67.883|206|S0|Sibi Airport
SBR|AU|-9.383|142.633|259|S1|Saibai Island Airport
SBS|US|40.517|-106.862|85|S0|Steamboat Springs Airport
SBT|RU|71.217|72.05|247|M1|Sabetta International Airport
SBU|ZA|-29.689|17.939|22|M0|Springbok Airport
SBV|PG|-5.333|155.017|358|S0|Sabah Airport
SBW|MY|2.255|111.987|210|L1|Sibu Airport
SBX|US|48.5|-111.85|85|S0|Shelby Airport
SBY|US|38.343|-75.517|129|M1|Wicomico Regional Airport
SBZ|RO|45.79|24.094|277|M1|Sibiu Airport
SCA|CO|10.6|-75.283|70|S0|Santa Catalina Airport
SCB|US|41.65|-96.667|78|S0|State Airport
SCC|US|70.197|-148.464|51|M1|Prudhoe Bay/Deadhorse Airport
SCD|HN|14.916|-87.267|157|S0|Sulaco Airport
SCE|US|40.854|-77.848|129|M1|University Park Airport
SCF|US|33.622|-111.909|135|S0|Scottsdale Airport
SCG|AU|-18.633|144.567|259|S0|Spring Creek Airport
SCH|US|42.853|-73.928|129|M0|Schenectady County Airport
SCI|VE|7.8|-72.2|75|M0|Paramillo Airport
SCJ|US|55.417|-132.333|108|M1|Smith Cove Airport
SCK|US|37.894|-121.239|112|M1|Stockton Metropolitan Airport
SCL|CL|-33.397|-70.793|147|L1|Santiago International Airport
SCM|US|61.846|-165.594|51|S1|Scammon Bay Sea Plane Base
SCN|DE|49.22|7.113|274|M1|Saarbruecken Airport
SCO|KZ|43.857|51.089|221|M1|Aktau International Airport
SCP|FR|44.717|6.603|302|S0|Saint Crepin Airport
SCQ|ES|42.897|-8.42|295|L1|Santiago De Compostela Airport
SCR|SE|61.159|12.84|312|M1|Sälen/Scandinavian Mountains Airport
SCS|GB|60.433|-1.296|293|M0|Scatsta Airport
SCT|YE|12.628|53.909|175|M1|Socotra Airport
SCU|CU|19.969|-75.836|102|M1|Antonio Maceo Airport
SCV|RO|47.686|26.352|277|M1|Suceava Airport
SCW|RU|61.667|50.767|300|M1|Syktyvkar Airport
SCX|MX|16.167|-95.2|122|S0|Salina Cruz Airport
SCY|EC|-0.833|-89.433|339|S1|San Cristobal Airport
SCZ|SB|-11.617|166.85|341|S1|Santa Cruz Island Airport
SDB|ZA|-33.067|18|22|M0|AFB Langebaanweg
SDC|GY|3.333|-58.167|100|S0|Sandcreek Airport
SDD|AO|-14.924|13.577|31|M1|Lubango Airport
SDE|AR|-27.765|-64.322|54|M1|Santiago Del Estero Airport
SDF|US|38.186|-85.742|109|L1|Louisville Muhammad Ali International Airport
SDG|IR|35.251|47.014|238|M1|Sanandaj Airport
SDH|HN|14.778|-88.775|157|S0|Santa Rosa de Copan Airport
SDI|PG|-5.55|146.5|358|S0|Saidor Airport
SDJ|JP|38.136|140.924|240|L1|Sendai Airport
SDK|MY|5.897|118.062|210|M1|Sandakan Airport
SDL|SE|62.527|17.439|312|M1|Sundsvall-Timra Airport
SDM|US|32.572|-116.98|112|M0|Brown Field Municipal Airport
SDN|NO|61.767|6.217|301|S1|Sandane Airport
SDO|JP|38.133|138.417|240|M1|Ryotsu Sado Island Airport
SDP|US|55.317|-160.514|51|M1|Sand Point Municipal Airport
SDQ|DO|18.43|-69.677|148|L1|Las Americas International Airport
SDR|ES|43.423|-3.824|295|M1|Santander Airport
SDS|JP|38|138.417|240|M1|Sado Shima Airport
SDT|PK|34.75|72.35|206|M0|Saidu Sharif Airport
SDU|BR|-22.912|-43.167|149|L1|Rio de Janeiro Santos Dumont Airport
SDV|IL|32.105|34.788|203|L0|Sde Dov Airport
SDW|IN|16|73.533|208|M1|Sindhudurg Airport
SDX|US|34.867|-111.767|135|S0|Sedona Airport
SDY|US|47.707|-104.192|85|M1|Richland Municipal Airport
SEA|US|47.444|-122.302|112|L1|Seattle-Tacoma International Airport
SEB|LY|27.001|14.461|47|M1|Sebha Airport
SEC|FR|44.917|6.5|302|M1|Serre Chevalier Airport
SED|IL|31.15|35.383|203|S0|Min'hat Hashnayim Airport
SEE|US|32.826|-116.972|112|S0|Gillespie Field
SEF|US|27.5|-81.417|129|S0|Sebring Air Terminal
SEG|US|40.85|-76.85|129|S0|Penn Valley Airport
SEH|ID|-3.433|140.817|202|S0|Senggeh Airport
SEI|BR|-10.45|-40.183|66|M1|Senhor Do Bonfim Airport
SEK|RU|67.479|153.735|213|M1|Srednekolymsk Airport
SEM|US|32.226|-87.087|78|S0|Craig Air Force Base
SEN|GB|51.573|0.698|293|M1|London Southend Airport
SEO|CI|7.967|-6.667|0|S0|Seguela Airport
SEP|US|32.217|-98.2|78|S0|Clark Field
SEQ|ID|1.37|102.14|201|S0|Sei Pakning Airport
SER|US|38.967|-85.883|104|S0|Freeman Municipal Airport
SES|US|32.726|-87.087|78|M1|Selfield Airport
SET|BR|-8.053|-38.386|142|S1|Santa Magalhaes
SEU|TZ|-2.457|34.822|16|S1|Seronera Airstrip
SEV|UA|48.9|38.55|290|S0|Severodoneck Airport
SEW|EG|29.345|25.506|12|S1|Siwa Oasis North Airport
SEY|MR|15.182|-12.206|43|S0|Selibaby Airport
SEZ|SC|-4.671|55.511|325|L1|Seychelles International Airport
SFA|TN|34.717|10.683|48|M1|Sfax–Thyna International Airport
SFB|US|28.775|-81.243|129|L1|Orlando Sanford International Airport
SFC|GP|16.25|-61.283|97|S1|Saint Francois Airport
SFD|VE|7.884|-67.443|75|M0|Las Flecheras Airport
SFE|PH|16.6|120.3|215|M0|San Fernando Airport
SFF|US|47.683|-117.323|112|M0|Felts Field
SFG|MF|18.101|-63.049|115|M1|Esperance Airport
SFH|MX|30.932|-114.809|160|S0|San Felipe International Airport
SFI|MA|32.273|-9.237|13|S0|Safi Airport
SFJ|GL|67.012|-50.72|93|M1|Kangerlussuaq Airport
SFK|BR|-0.7|-48.522|66|S0|Soure Airport
SFL|CV|14.9|-24.517|252|S1|Sao Filipe Airport
SFM|US|43.433|-70.767|129|S0|Sanford Airport
SFN|AR|-31.717|-60.817|54|M1|Santa Fe Airport
SFO|US|37.615|-122.39|112|L1|San Francisco International Airport
SFQ|TR|37.094|38.847|286|M0|Sanliurfa Airport
SFR|US|34.267|-118.433|112|M1|San Fernando Airport
SFS|PH|14.786|120.267|215|M1|Subic Bay International Airport
SFT|SE|64.623|21.069|312|M1|Skelleftea Airport
SFU|PG|-9.667|148.667|358|S0|Safia Airport
SFV|BR|-19.833|-50.167|149|S0|Santa Fe Do Sul Airport
SFW|PA|8.833|-81.167|132|M1|Santa Fe Airport
SFX|VE|8.217|-62.383|75|S0|San Felix Airport
SFZ|US|41.917|-71.567|129|S0|North Central Airport
SGA|AF|38.033|71.717|204|S0|Sheghnan Airport
SGB|PG|-6.7|147.133|358|S0|Singaua Airport
SGC|RU|61.34|73.41|247|M1|Surgut International Airport
SGD|DK|54.964|9.792|280|M1|Sonderborg Airport
SGE|DE|50.85|8|274|M0|Siegerland Airport
SGF|US|37.239|-93.397|78|L1|Springfield-Branson National Airport
SGG|GL|65.906|-36.378|93|S0|Sermiligaaq Heliport
SGH|US|39.917|-83.8|129|M0|Springfield-Beckley Municipal Airport
SGI|PK|32.047|72.671|206|M0|Sargodha Airport
SGJ|PG|-10.467|150.15|358|S0|Sagarai Airport
SGK|PG|-5.083|144.767|358|S0|Sangapi Airport
SGL|PH|14.496|120.906|215|M0|Danilo Atienza Air Base
SGM|MX|27.45|-113|118|S0|San Ignacio Airport
SGN|VN|10.813|106.662|198|L1|Tan Son Nhat International Airport
SGO|AU|-28.053|148.594|259|S1|St. George Airport
SGP|AU|-20.817|120.233|267|S0|Shay Gap Airport
SGQ|ID|0.5|117.333|214|S0|Sangkimah Airport
SGR|US|29.612|-95.648|78|M0|Sugar Land Municipal Airport
SGT|US|34.5|-91.533|78|S0|Stuttgart Airport
SGU|US|37.033|-113.51|85|M1|St. George Regional Airport
SGV|AR|-41.567|-65.35|54|S0|Sierra Grande Airport
SGW|US|58.478|-134.158|151|S0|Saginaw Bay Airport
SGX|TZ|-10.687|35.578|16|S0|Songea Airport
SGY|US|59.461|-135.316|108|S1|Skagway Airport
SGZ|TH|7.184|100.617|185|M0|Songkhla Airport
SHA|CN|31.198|121.333|232|L1|Shanghai Hongqiao International Airport
SHB|JP|43.572|144.956|240|M1|Nakashibetsu Airport
SHC|ET|14.084|38.268|2|S1|Indaselassie Airport
SHD|US|38.264|-78.897|129|M1|Shenandoah Valley Airport
SHE|CN|41.635|123.486|232|L1|Shenyang Taoxian International Airport
SHF|CN|44.244|85.895|242|S1|Shihezi Huayuan Airport
SHG|US|66.89|-157.158|51|S1|Shungnak Airport
SHH|US|66.257|-166.058|51|S1|Shishmaref Airport
SHI|JP|24.817|125.15|240|M1|Shimojishima Airport
SHJ|AE|25.321|55.52|194|L1|Sharjah International Airport
SHK|LS|-29.475|27.833|36|S0|Sehonghong Airport
SHL|IN|25.705|91.976|208|M1|Shillong Airport
SHM|JP|33.661|135.358|240|M1|Shirahama Airport
SHN|US|47.234|-123.139|112|S0|Sanderson Field
SHO|SZ|-26.349|31.721|37|L1|King Mswati III International Airport
SHQ|AU|-27.952|153.428|259|S0|Southport Airport
SHR|US|44.774|-106.977|85|M1|Sheridan Airport
SHS|CN|30.283|112.45|232|M1|Jingzhou Shashi Airport
SHT|AU|-36.383|145.433|266|M0|Shepparton Airport
SHU|AU|-11.133|132.133|261|S0|Smith Point Airport
SHV|US|32.455|-93.828|78|L1|Shreveport Regional Airport
SHW|SA|17.469|47.112|228|M1|Sharurah Airport
SHX|US|62.696|-159.567|51|S0|Shageluk Airport
SHY|TZ|-3.608|33.504|16|S1|Shinyanga Airport
SHZ|LS|-29.167|28|36|S0|Seshutes Airport
SIA|CN|34.377|109.12|232|M0|Xiguan Airport
SIB|CG|-3.687|13.372|10|S0|Sibiti Airport
SIC|PA|8.263|-79.079|132|S0|San Jose Island Airport
SID|CV|16.735|-22.944|252|L1|Amilcar Cabral International Airport
SIE|PT|37.944|-8.81|291|S0|Sines Airport
SIF|NP|27.164|84.979|207|S1|Simara Airport
SIG|PR|18.456|-66.099|139|M1|Fernando Luis Ribas Dominicci Airport
SIH|NP|29.267|80.975|207|S1|Silgarhi Doti Airport
SII|MA|29.4|-10.2|13|S0|Sidi Ifni Airport
SIJ|IS|66.167|-18.933|255|M0|Siglufjordur Airport
SIK|US|36.867|-89.55|78|S0|Sikeston Memorial Airport
SIL|PG|-8.333|147.5|358|S0|Sila Airport
SIM|PG|-5.25|144.533|358|S0|Simbai Airport
SIN|SG|1.361|103.99|233|L1|Singapore Changi Airport
SIO|AU|-40.836|145.082|263|M0|Smithton Airport
SIP|UA|45.021|33.998|290|M1|Simferopol International Airport
SIQ|ID|-0.5|104.417|201|S0|Dabo Airport
SIR|CH|46.217|7.322|319|M0|Sion Airport
SIS|ZA|-27.649|22.999|22|M1|Sishen Airport
SIT|US|57.049|-135.233|151|M1|Sitka Airport
SIU|NI|13.727|-84.778|113|S0|Siuna Airport
SIV|US|39.1|-87.4|104|S0|Sullivan County Airport
SIW|ID|2.6|98.964|201|S0|Sibisa
SIX|AU|-32.567|151.167|268|S0|Singleton Airport
SIY|US|41.733|-122.533|112|S0|Siskiyou County Airport
SIZ|PG|-3|142.05|358|S0|Sissano Airport
SJA|PE|-15.35|-75.15|111|S0|San Juan Airport
SJB|BO|-13.083|-64.8|110|S0|San Joaquin Airport
SJC|US|37.367|-121.926|112|L1|Norman Y. Mineta San Jose International Airport
SJD|MX|23.162|-109.717|118|L1|Los Cabos International Airport
SJE|CO|2.583|-72.667|70|M1|San Jose del Guaviare Airport
SJF|VI|18.333|-64.75|155|S0|St. John Island Airport
SJG|CO|4.65|-73.333|70|S0|San Pedro Jagua Airport
SJH|CO|10.767|-73.017|70|S0|San Juan Del Cesar Airport
SJI|PH|12.361|121.046|215|M1|San Jose Airport
SJJ|BA|43.827|18.336|308|L1|Sarajevo International Airport
SJK|BR|-23.229|-45.871|149|M1|Professor Urbano Ernesto Stumpf Airport
SJL|BR|-0.148|-66.986|114|M1|Sao Gabriel da Cachoeira Airport
SJM|DO|18.833|-71.233|148|S0|San Juan Airport
SJN|US|34.5|-109.35|135|S0|Saint Johns Municipal Airport
SJO|CR|9.998|-84.204|80|L1|Juan Santamaria International Airport
SJP|BR|-20.815|-49.406|149|M1|Sao Jose do Rio Preto Airport
SJQ|ZM|-17.483|24.283|33|S0|Sesheke Airport
SJR|CO|8.767|-76.533|70|S0|San Juan De Uraba Airport
SJS|BO|-17.827|-60.738|110|S0|San Jose de Chiquitos Airport
SJT|US|31.36|-100.494|78|M1|San Angelo Regional Airport
SJU|PR|18.437|-66.005|139|L1|Luis Munoz Marin International Airport
SJV|BO|-16.233|-62.417|110|S0|San Javier Airport
SJW|CN|38.282|114.692|232|L1|Shijiazhuang Zhengding International Airport
SJX|BZ|18.3|-88.333|67|M0|Sarteneja Airport
SJY|FI|62.693|22.827|284|M0|Seinajoki Airport
SJZ|PT|38.665|-28.168|249|M1|Sao Jorge Island Airport
SKA|US|47.621|-117.645|112|M0|Fairchild Air Force Base
SKB|KN|17.311|-62.714|153|M1|Robert L. Bradshaw International Airport
SKC|PG|-8.083|141.8|358|S0|Suki Airport
SKD|UZ|39.696|66.991|236|M1|Samarkand Airport
SKE|NO|59.183|9.563|301|S0|Skien Airport
SKF|US|29.373|-98.571|78|M0|Lackland AFB-Kelly Field
SKG|GR|40.521|22.972|272|L1|Thessaloniki Airport Makedonia
SKH|NP|28.333|82.508|207|S1|Surkhet Airport
SKI|DZ|36.833|6.967|3|S0|Skikda Airport
SKJ|ID|0.798|108.957|223|S0|Singkawang Airport
SKK|US|64.324|-161.139|51|S1|Shaktoolik Airport
SKL|GB|57.333|-6.25|293|S0|Broadford Airport
SKM|GY|5.878|-57.175|100|S0|Skeldon Airport
SKN|NO|68.579|15.033|301|M1|Stokmarknes Skagen Airport
SKO|NG|13.006|5.242|28|M1|Sokoto Airport
SKP|MK|41.961|21.626|310|L1|Skopje International Airport
SKQ|LS|-29.65|28.167|36|S0|Sekakes Airport
SKR|ET|5.883|38.967|2|S0|Shakiso Airport
SKS|DK|55.222|9.265|280|M0|Vojens Airport
SKT|PK|32.533|74.5|206|M1|Sialkot Airport
SKU|GR|38.917|24.567|272|S1|Skiros Airport
SKV|EG|28.685|34.063|12|M0|St Catherine International Airport
SKW|US|61.966|-151.189|51|S0|Skwentna Intermediate Airport
SKX|RU|54.128|45.216|300|M1|Saransk Airport
SKY|US|41.434|-83.653|129|S0|Griffin Sandusky Airport
SKZ|PK|27.723|68.796|206|M1|Sukkur Airport
SLA|AR|-24.844|-65.478|54|M1|Martin Miguel de Guemes International Airport
SLB|US|42.633|-95.2|78|S0|Storm Lake Municipal Airport
SLC|US|40.786|-111.981|85|L1|Salt Lake City International Airport
SLD|SK|48.638|19.134|275|M1|Sliac Airport
SLE|US|44.995|-123.025|112|M1|McNary Field
SLF|SA|20.467|45.617|228|S0|Sulayel Airport
SLG|US|36.183|-94.533|78|S0|Smith Field
SLH|VU|-13.883|167.55|336|S1|Sola Airport
SLI|ZM|-12.172|26.367|33|S1|Solwezi Airport
SLJ|AU|-22.255|117.762|267|S0|Solomon Airport
SLK|US|44.383|-74.207|129|M1|Adirondack Airport
SLL|OM|17.045|54.089|216|M1|Salalah International Airport
SLM|ES|40.952|-5.502|295|M1|Matacan Airport
SLN|US|38.791|-97.653|78|M1|Salina Regional Airport
SLO|US|38.633|-88.95|78|S0|Salem–Leckrone Airport
SLP|MX|22.255|-100.937|122|M1|San Luis Potosi Airport
SLQ|US|61.705|-157.167|51|S1|Sleetmute Airport
SLR|US|33.16|-95.619|78|S0|Sulphur Springs Airport
SLS|BG|44.056|27.181|311|S0|Silistra Airport
SLT|US|38.533|-106|85|S0|Salida Airport
SLU|LC|14.02|-60.996|154|M1|George F. L. Charles Airport
SLV|IN|31.117|77.15|208|S0|Simla Airport
SLW|MX|25.543|-100.928|125|M0|Plan de Guadalupe International Airport
SLX|TC|21.333|-71.202|95|S1|Salt Cay Airport
SLY|RU|66.59|66.592|247|M1|Salekhard Airport
SLZ|BR|-2.583|-44.237|66|L1|Marechal Cunha Machado International Airport
SMA|PT|36.967|-25.1|249|M1|Vila Do Porto Airport
SMB|CL|-52.738|-69.343|147|S0|Cerro Sombrero Airport
SMC|CO|8.167|-77.05|70|S0|Santa Maria Airport
SMD|US|41.067|-85.15|104|S0|Smith Field
SME|US|37.083|-84.6|129|M0|Pulaski County Airport
SMF|US|38.692|-121.594|112|L1|Sacramento International Airport
SMG|PE|-12.391|-76.756|111|S0|Santa Maria Airport
SMH|PG|-6.083|146.75|358|S0|Sapmanga Airport
SMI|GR|37.691|26.914|272|M1|Samos Airport
SMJ|PG|-7.567|146.983|358|S0|Sim Airport
SMK|US|63.484|-162.112|51|S1|St. Michael Airport
SML|BS|23.583|-75.268|128|M1|Stella Maris Airport
SMM|MY|4.417|118.833|210|S0|Semporna Airport
SMN|US|45.115|-113.886|71|M1|Lemhi County Airport
SMO|US|34.018|-118.45|112|M0|Santa Monica Airport
SMP|PG|-4.567|151.967|358|S0|Stockholm Airport
SMQ|ID|-2.503|112.979|201|S1|H. Asan Airport
SMR|CO|11.117|-74.233|70|M1|Simon Bolivar International Airport
SMS|MG|-17.083|49.817|320|M1|Sainte Marie Airport
SMT|BR|-12.48|-55.675|82|S1|Sorriso Airport
SMU|US|61.8|-147.667|51|S0|Sheep Mountain Airport
SMV|CH|46.535|9.886|319|M0|Samedan Airport
SMW|MA|26.733|-11.683|13|M0|Smara Airport
SMX|US|34.905|-120.458|112|M1|Santa Maria Public Airport
SMY|SN|13.167|-13.167|15|S0|Simenti Airport
SMZ|SR|4.343|-54.4|134|S0|Stoelmanseiland Airport
SNA|US|33.68|-117.861|112|L1|John Wayne Airport
SNB|AU|-11.417|130.667|261|M1|Snake Bay Airport
SNC|EC|-2.203|-80.991|99|M0|General Ulpiano Paez Airport
SND|LA|16.667|105.017|243|M1|Seno Airport
SNE|CV|16.587|-24.289|252|M1|Preguica Airport
SNF|VE|10.28|-68.754|75|M0|San Felipe Airport
SNG|BO|-16.383|-60.976|110|S0|San Ignacio De Velasco Airport
SNH|AU|-28.65|151.95|259|S0|Stanthorpe Airport
SNI|LR|5.033|-9.064|39|S0|R. E. Murray Airport
SNJ|CU|22.083|-84.15|102|M0|San Julian Airport
SNK|US|32.717|-100.9|78|S0|Winston Field
SNL|US|35.333|-96.917|78|S0|Shawnee Municipal Airport
SNM|BO|-14.966|-65.636|110|S0|San Ignacio De Moxos Airport
SNN|IE|52.692|-8.92|281|L1|Shannon Airport
SNO|TH|17.283|104.1|185|M1|Sakon Nakhon Airport
SNP|US|57.152|-170.217|51|M1|Saint Paul Island Airport
SNQ|MX|30.5|-116|160|S0|San Quintin Airport
SNR|FR|47.312|-2.154|302|M1|Montoir Airport
SNS|US|36.665|-121.61|112|M0|Salinas Municipal Airport
SNT|CO|7.667|-73|70|S0|Sabana De Torres Airport
SNU|CU|22.492|-79.942|102|M1|Abel Santamaria Airport
SNV|VE|4.55|-61.117|75|M0|Santa Elena de Uairen Airport
SNW|MM|18.454|94.3|246|M1|Thandwe Airport
SNX|IR|35.595|53.495|238|S1|Semnan Municipal
SNY|US|41.099|-102.983|85|M0|Sidney Municipal Airport
SNZ|BR|-22.933|-43.715|149|M0|Santa Cruz Air Force Base
SOA|VN|9.581|105.96|198|S0|Sóc Trăng Airport
SOB|HU|46.713|17.24|278|M1|Sarmellek/Balaton Airport
SOC|ID|-7.514|110.75|201|M1|Adi Sumarmo International Airport
SOD|BR|-23.476|-47.476|149|S1|Sorocaba Airport
SOE|CG|2|14.167|10|S0|Souanke Airport
SOF|BG|42.688|23.414|311|L1|Sofia International Airport
SOG|NO|61.158|7.137|301|S1|Sogndal Airport
SOH|CO|9.2|-71.767|70|M1|Solita Airport
SOI|AU|-20.75|148.583|264|M1|South Molle Island Airport
SOJ|NO|69.783|20.933|301|M1|Sorkjosen Airport
SOK|LS|-29.833|28.5|36|S0|Semongkong Airport
SOL|US|64.561|-164.44|51|S0|Solomon Airport
SOM|VE|8.946|-64.145|75|M1|San Tome Airport
SON|VU|-15.508|167.219|336|M1|Santo Pekoa International Airport
SOO|SE|61.262|17.098|312|M0|Soderhamn Airport
SOP|US|35.238|-79.389|129|S0|Moore County Airport
SOQ|ID|-0.89|131.291|202|M1|Domine Eduard Osok Airport
SOR|SY|34.4|40.167|191|M1|Al Thaurah Airport
SOT|FI|67.383|26.617|284|M0|Sodankyla Airport
SOU|GB|50.951|-1.361|293|M1|Southampton Airport
SOV|US|59.443|-151.704|51|S1|Seldovia Airport
SOW|US|34.264|-110.004|135|M1|Show Low Airport
SOX|CO|5.717|-72.933|70|S0|Sogamoso Airport
SOY|GB|59.154|-2.64|293|S1|Stronsay Airport
SOZ|FR|41.883|9.383|302|M0|Solenzara Airport
SPA|US|34.95|-81.917|129|S0|Spartanburg Downtown Memorial Airport
SPB|VI|18.338|-64.94|155|M1|Charlotte Amalie Harbor SPB
SPC|ES|28.626|-17.756|251|M1|La Palma Airport
SPD|BD|25.759|88.909|192|M1|Saidpur Airport
SPE|MY|4.712|116.457|210|S0|Sepulot Airport
SPF|US|44.5|-103.867|85|S0|Black Hills Airport
SPG|US|27.767|-82.625|129|S0|Albert Whitted Airport
SPH|PG|-8.304|147.166|358|S0|Sopu Airport
SPI|US|39.844|-89.679|78|M1|Abraham Lincoln Capital Airport
SPJ|GR|36.983|22.533|272|S0|Sparta Airport
SPM|DE|50.065|6.836|274|M0|Spangdahlem Ab
SPN|MP|15.122|145.723|360|M1|Saipan International Airport
SPP|AO|-14.637|17.726|31|M1|Menongue Airport
SPR|BZ|17.917|-87.966|67|L1|San Pedro Airport
SPS|US|33.988|-98.492|78|M1|Sheppard Air Force Base
SPT|MY|5.083|115.55|210|S0|Sipitang Airport
SPU|HR|43.537|16.299|318|M1|Split Airport
SPV|PG|-3.817|144.5|358|S0|Sepik Plains Airport
SPW|US|43.164|-95.201|78|S0|Spencer Municipal Airport
SPX|EG|30.11|30.894|12|M1|Sphinx International Airport
SPY|CI|4.747|-6.659|0|M1|San Pedro Airport
SPZ|US|36.183|-94.167|78|S0|Springdale Municipal Airport
SQA|US|34.067|-118.567|112|S0|Santa Ynez Airport
SQB|CO|9.317|-74.583|70|S0|Santa Ana Airport
SQC|AU|-31.25|119.35|267|S0|Southern Cross Airport
SQD|CN|28.38|117.961|232|M1|Shangrao Sanqingshan Airport
SQE|CO|5.412|-71.723|70|S0|San Luis De Palenque Airport
SQF|CO|2|-66.967|70|M1|Solano Airport
SQG|ID|-0.042|111.457|214|M1|Tebelian Airport
SQH|VN|21.215|104.033|198|S0|Na San Airport
SQI|US|41.74|-89.681|78|S0|Whiteside County Airport
SQJ|CN|26.426|117.839|232|M1|Sanming Shaxian Airport
SQK|EG|31.6|25.933|12|S0|Sidi Barani Airport
SQL|US|37.483|-122.25|112|M1|San Carlos Airport
SQM|BR|-13.317|-50.217|149|S0|Sao Miguel Araguaia Airport
SQN|ID|-2.098|125.965|214|S0|Emalamo Sanana Airport
SQO|SE|64.962|17.8|312|M0|Gunnarn Airport
SQQ|LT|55.895|23.393|316|M0|Siauliai International Airport
SQR|ID|-2.532|121.359|202|S0|Soroako Airport
SQS|BZ|17.183|-89.033|67|S0|Matthew Spain Airport
SQT|PG|-10.55|150.683|358|S0|China Straits Airstrip
SQU|PE|-6.95|-76.75|111|S0|Saposoa Airport
SQV|US|48.098|-123.185|112|S0|Sequim Valley Airport
SQW|DK|56.567|9.033|280|M0|Skive Airport
SQX|BR|-26.781|-53.503|149|S0|Sao Miguel Do Oeste Airport
SQY|BR|-31.383|-52.032|149|S0|Sao Lourenco Do Sul Airport
SQZ|GB|53.308|-0.551|293|M0|RAF Scampton
SRA|BR|-27.867|-54.483|149|S1|Santa Rosa Airport
SRB|BO|-10.6|-67.333|110|S0|Santa Rosa Airport
SRC|US|35.25|-91.733|78|S0|Searcy Airport
SRD|BO|-13.283|-64.717|110|S0|San Ramon Airport
SRE|BO|-19.247|-65.15|110|M1|Alcantari International Airport
SRF|US|38.015|-122.522|112|S0|Hamilton Field
SRG|ID|-6.979|110.379|201|L1|Jenderal Ahmad Yani International Airport
SRH|TD|9.083|18.383|41|S0|Sarh Airport
SRJ|BO|-14.817|-66.833|110|S0|Capitan G Q Guardia Airport
SRK|GL|77.778|-70.827|158|M1|Siorapaluk Heliport
SRL|MX|27.2|-112.25|118|S1|Santa Rosalia Airport
SRM|AU|-24.05|139.067|266|S0|Sandringham Station Airport
SRN|AU|-42.15|145.317|263|S0|Strahan Airport
SRO|CO|2.232|-75.116|70|S0|Santana Ramos Airport
SRP|NO|59.833|5.417|301|M1|Stord Airport
SRQ|US|27.387|-82.553|129|L1|Sarasota Bradenton International Airport
SRR|AU|-27.519|153.429|259|S0|Dunwich Airport
SRS|CO|8.65|-75.133|70|S0|San Marcos Airport
SRT|UG|1.7|33.617|24|M1|Soroti Airport
SRU|MM|22.939|93.615|246|S0|Surbung Airport
SRV|US|61.789|-156.589|51|S1|Stony River Airport
SRW|US|35.667|-80.483|129|S0|Rowan County Airport
SRX|LY|31.06|16.611|47|M0|Gardabya Airport
SRY|IR|36.636|53.197|238|M1|Dashte Naz Airport
SRZ|BO|-17.811|-63.172|110|M1|El Trompillo Airport
SSA|BR|-12.914|-38.335|66|L1|Deputado Luis Eduardo Magalhaes International Airport
SSB|VI|17.747|-64.708|155|S1|Christiansted Harbor Seaplane Base
SSC|US|33.972|-80.471|129|M0|Shaw Air Force Base
SSD|CO|1.917|-67.1|70|S0|San Felipe Airport
SSE|IN|17.633|75.933|208|M0|Sholapur Airport
SSF|US|29.337|-98.469|78|M0|Stinson Municipal Airport
SSG|GQ|3.758|8.716|34|M1|Malabo Airport
SSH|EG|27.979|34.385|12|L1|Sharm El Sheikh International Airport
SSI|US|31.152|-81.39|129|M0|McKinnon St. Simons Island Airport
SSJ|NO|65.96|12.477|301|M1|Sandnessjoen Airport
SSK|AU|-19.2|128.133|267|S0|Sturt Creek Airport
SSL|CO|1.467|-72.233|70|S0|Santa Rosalia Airport
SSM|US|46.48|-84.363|86|S0|Sault Ste Marie Municipal Airport
SSN|KR|37.447|127.113|231|M0|Seoul Air Base
SSO|BR|-22.117|-45.05|149|S0|Sao Lourenzo Airport
SSP|AU|-13.983|143.55|259|S0|Silver Planes Airport
SSQ|CA|48.914|-79.18|161|S0|La Sarre Airport
SSR|VU|-15.473|168.154|336|S1|Sara Airport
SSS|PG|-5.617|147.817|358|S0|Siassi Airport
SST|AR|-33.417|-60.783|54|M1|Santa Teresita Airport
SSV|PH|5.5|120.817|215|S0|Siasi Airport
SSW|US|48.673|-123.176|112|S1|Stuart Island Airport
SSX|ZA|-24.803|31.422|22|S0|Singita Safari Lodge Airport
SSY|AO|-6.274|14.244|31|M1|M'Banza Congo Airport
SSZ|BR|-23.929|-46.301|149|M0|Base Aerea de Santos Airport
STA|DK|55.99|8.355|280|M0|Stauning Vestjylland Airport
STB|VE|9.033|-71.95|75|M0|Santa Barbara Del Zulia Airport
STC|US|45.546|-94.058|78|M1|St. Cloud Municipal Airport
STD|VE|7.57|-72.044|75|M1|Mayor Buenaventura Vivas
STE|US|44.545|-89.531|78|S0|Stevens Point Municipal Airport
STF|AU|-9.5|143.567|259|S0|Stephen Island
STG|US|56.6|-169.553|51|M1|St. George Island Airport
STH|AU|-17.833|142.583|259|S0|Strathmore Airport
STI|DO|19.403|-70.602|148|M1|Cibao International Airport
STJ|US|39.961|-94.925|78|M0|Rosecrans Memorial Airport
STK|US|40.616|-103.267|85|S0|Sterling Municipal (Crosson Field)
STL|US|38.749|-90.379|78|L1|St. Louis Lambert International Airport
STM|BR|-2.425|-54.786|138|M1|Santarem-Maestro Wilson Fonseca Airport
STN|GB|51.889|0.263|293|L1|London Stansted Airport
STP|US|44.933|-93.067|78|M0|St. Paul Downtown Airport
STQ|US|41.433|-78.567|129|S0|St. Marys Airport
STR|DE|48.691|9.194|274|L1|Stuttgart Airport
STS|US|38.51|-122.807|112|M1|Charles M. Schulz–Sonoma County Airport
STT|VI|18.337|-64.969|155|L1|Cyril E. King Airport
STV|IN|21.118|72.745|208|M1|Surat International Airport
STW|RU|45.333|42.008|300|M1|Stavropol Airport
STX|VI|17.702|-64.799|155|L1|Henry E. Rohlsen Airport
STY|UY|-31.437|-57.984|126|M0|Salto Airport
STZ|BR|-10.3|-50.45|82|M1|Santa Terezinha Airport
SUA|US|27.183|-80.222|129|S0|Witham Field
SUB|ID|-7.378|112.794|201|L1|Juanda International Airport
SUC|US|44.4|-104.383|85|M1|Schloredt Airport
SUD|US|35.75|-96.683|78|S0|Stroud Airport
SUE|US|44.844|-87.421|78|S0|Door County Cherryland Airport
SUF|IT|38.91|16.245|306|M1|Lamezia Terme International Airport
SUG|PH|9.759|125.479|215|M1|Surigao Airport
SUH|OM|22.533|59.483|216|S0|Sur Airport
SUI|GE|42.867|41.117|237|M1|Babusheri Airport
SUJ|RO|47.706|22.883|277|M1|Satu Mare International Airport
SUK|RU|67.792|130.391|244|S1|Sakkyryr Airport
SUL|PK|28.649|69.172|206|M0|Sui Airport
SUM|US|33.993|-80.362|129|S0|Sumter Municipal Airport
SUN|US|43.506|-114.301|71|M1|Friedman Memorial Airport
SUO|US|43.917|-121.5|112|S0|Sun River Airport
SUP|ID|-7.067|113.933|201|S0|Trunojoyo Airport
SUQ|EC|-2.467|-78.167|99|S0|Sucua Airport
SUR|CA|52.715|-88.547|161|S1|Summer Beaver Airport
SUS|US|38.663|-90.656|78|L0|Spirit of St. Louis Airport
SUT|TZ|-7.967|31.617|16|S0|Sumbawanga Airport
SUU|US|38.264|-121.937|112|M0|Travis Air Force Base
SUV|FJ|-18.046|178.56|337|M1|Nausori Airport
SUW|US|46.691|-92.103|78|S0|Richard I Bong Airport
SUX|US|42.402|-96.384|78|M1|Sioux Gateway Airport
SUY|RU|62.185|117.636|245|S1|Suntar Airport
SUZ|PG|-9.133|147.6|358|S0|Suria Airport
SVA|US|63.691|-170.487|51|M1|Savoonga Airport
SVB|MG|-14.277|50.175|320|M1|Sambava Airport
SVC|US|32.632|-108.154|85|M1|Grant County Airport (New Mexico)
SVD|VC|13.156|-61.15|156|M1|Argyle International Airport
SVE|US|40.417|-120.65|112|S0|Susanville Airport
SVF|BJ|8.033|2.483|45|S0|Save Airport
SVG|NO|58.882|5.629|301|L1|Stavanger Airport Sola
SVH|US|35.765|-80.951|129|S0|Statesville Municipal Airport
SVI|CO|2.15|-74.767|70|M1|San Vicente del Caguan Airport
SVJ|NO|68.245|14.668|301|M1|Svolvaer Airport, Helle
SVK|BZ|16.728|-88.369|67|S0|Silver Creek Airport
SVL|FI|61.944|28.933|284|M1|Savonlinna Airport
SVM|AU|-10.367|142.117|259|S0|St. Paul's Mission Airport
SVN|US|32.016|-81.143|129|M0|Hunter Air Force Base
SVO|RU|55.966|37.417|300|L1|Sheremetyevo International Airport
SVP|AO|-12.4|16.955|31|M0|Joaquim Kapango Airport
SVQ|ES|37.423|-5.9|295|L1|Seville Airport
SVR|GL|76.019|-65.118|158|M1|Savissivik Heliport
SVS|US|66.009|-149.094|51|S1|Stevens Village Airport
SVT|BW|-18.633|24.083|20|S0|Savuti Airport
SVU|FJ|-16.799|179.339|337|S1|Savusavu Airport
SVV|VE|7|-62|75|M1|San Salvador de Paul Airport
SVW|US|61.097|-155.572|51|M0|Sparrevohn Air Force Station
SVX|RU|56.75|60.804|247|L1|Koltsovo Airport
SVY|SB|-9.133|159.8|341|S0|Savo Airport
SVZ|VE|7.839|-72.44|75|M1|Juan Vicente Gomez International Airport
SWA|CN|23.549|116.51|232|L1|Jieyang Chaoshan Airport
SWB|AU|-21.517|119.367|267|S0|Shaw River Airport
SWC|AU|-37.067|142.767|266|M0|Stawell Airport
SWD|US|60.133|-149.418|51|M0|Seward Airport
SWE|PG|-6.283|147.55|358|S0|Siwea Airport
SWF|US|41.498|-74.101|129|M1|Stewart International Airport
SWG|PG|-6.167|147.3|358|S0|Satwag Airport
SWH|AU|-35.383|143.617|266|M0|Swan Hill Airport
SWJ|VU|-16.25|167.167|336|S0|South West Bay Airport
SWL|PH|10.525|119.274|215|S1|San Vicente
SWM|BR|-11.217|-53.25|73|S0|Suia-Missu Airport
SWN|PK|30.75|73.133|206|S0|Sahiwal Airport
SWO|US|36.159|-97.086|78|M1|Stillwater Regional Airport
SWP|NA|-22.683|14.567|49|S0|Swakopmund Airport
SWQ|ID|-8.489|117.414|214|S1|Sultan Muhammad Kaharuddin III Airport
SWR|PG|-4.533|153.05|358|S0|Silur Airport
SWS|GB|51.602|-4.066|293|M0|Swansea Airport
SWT|RU|60.716|77.653|220|M0|Strezhevoy Airport
SWU|KR|37.283|127.017|231|M0|Suwon Airport
SWV|RU|61.922|159.23|213|M0|Severo-Evensk Airport
SWW|US|32.467|-100.4|78|S0|Sweetwater Airport
SWX|BW|-18.383|21.833|20|S1|Shakawe Airport
SWY|MY|4.221|100.7|210|S0|Sitiawan Airport
SWZ|AU|-33.888|150.722|268|M1|Sydney West Airport
SXA|PG|-6.033|147.617|358|S0|Sialum Airport
SXB|FR|48.545|7.628|302|L1|Strasbourg Airport
SXC|US|33.5|-118.417|112|M1|Avalon Vor/WP Airport
SXD|FR|43.617|7.05|302|M1|Sophia Antipolis Airport
SXE|AU|-38.167|147|266|M0|RAAF Base East Sale
SXG|ZM|-16.119|23.282|33|S0|Senanga Airport
SXH|PG|-9.983|151.183|358|S0|Sehulea Airport
SXI|IR|25.903|54.547|238|M0|Sirri Island Airport
SXJ|CN|42.817|90.233|232|M0|Shanshan Airport
SXK|ID|-7.85|131.334|202|S1|Mathilda Batlayeri Airport
SXL|IE|54.283|-8.467|281|M0|Sligo Airport
SXM|SX|18.041|-63.109|97|L1|Princess Juliana International Airport
SXN|BW|-20.55|26.117|20|M0|Suapan Airport
SXO|BR|-11.6|-50.65|73|S0|Sao Felix Do Araguaia Airport
SXP|US|62.533|-164.833|51|S1|Sheldon Sea Plane Base
SXQ|US|60.476|-151.036|51|M0|Soldotna Airport
SXR|IN|34.002|74.763|208|L1|Sheikh Ul-Alam International Airport Srinagar
SXS|MY|5.09|119.092|210|S0|Sahabat 16 Airport
SXT|MY|4.331|102.397|210|S0|Taman Negara Airport
SXU|ET|6.836|37.775|2|S0|Soddu Airport
SXV|IN|11.65|78.167|208|M0|Salem Airport
SXW|PG|-5.971|148.953|358|S0|Sauren Airport
SXX|BR|-6.633|-51.983|66|S0|Sao Felix Do Xingu Airport
SXY|US|42.317|-75.4|129|S0|Sidney Airport
SXZ|TR|37.979|41.84|286|M0|Siirt Airport
SYA|US|52.718|174.089|50|M0|Shemya Air Force Base
SYB|US|58.369|-152.214|51|S1|Seal Bay Seaplane Base
SYC|PE|-11.9|-69.167|111|S0|Shiringayoc Airport
SYD|AU|-33.933|151.18|268|L1|Sydney Airport
SYE|YE|16.867|43.617|175|S0|Sadah Airport
SYF|CA|49.15|-123.697|163|S1|Silva Bay Airport
SYG|NO|78.237|15.469|301|M1|Spitsberg Airport
SYH|NP|27.811|86.712|207|S0|Syangboche Airport
SYI|US|35.561|-86.442|78|S0|Bomar Field
SYJ|IR|29.551|55.665|238|M0|Sirjan Airport
SYK|IS|65.1|-22.8|255|S0|Stykkisholmur Airport
SYL|US|35.75|-120.7|112|M1|Roberts Air Force Base
SYM|CN|22.797|100.962|232|S1|Pu'er Simao Airport
SYN|US|32.133|-101.8|78|S0|Carleton Airport
SYO|JP|38.809|139.791|240|M1|Shonai Airport
SYP|PA|8.1|-80.983|132|M0|Santiago Airport
SYQ|CR|10.022|-84.228|80|M1|Tobias Bolanos International
SYR|US|43.114|-76.112|129|L1|Hancock International Airport
SYS|RU|71.929|114.082|245|M1|Saskylakh Airport
SYT|FR|46.4|4.033|302|M0|Charolais Bourgogne Sud Airport
SYU|AU|-10.208|142.817|259|S1|Warraber Island Airport
SYV|US|31.517|-83.833|129|S0|Sylvester Airport
SYW|PK|26.417|67.85|206|M0|Sehwen Sharif Airport
SYX|CN|18.305|109.409|232|L1|Sanya Phoenix International Airport
SYY|GB|58.214|-6.322|293|M1|Stornoway Airport
SYZ|IR|29.546|52.59|238|L1|Shahid Dastgheyb International Airport
SZA|AO|-6.141|12.375|31|M1|Soyo Airport
SZB|MY|3.131|101.558|210|L1|Sultan Abdul Aziz Shah Airport
SZE|ET|11.787|40.992|2|S1|Semera Airport
SZF|TR|41.257|36.555|286|M1|Samsun-Carsamba Airport
SZG|AT|47.791|12.997|315|L1|Salzburg Airport
SZH|CN|39.475|112.597|232|S0|Shuozhou Zirun Airport
SZI|KZ|47.487|84.887|176|S1|Zaisan Airport
SZJ|CU|21.643|-82.954|102|M0|Siguanea Airport
SZK|ZA|-24.963|31.59|22|M0|Skukuza Airport
SZL|US|38.767|-93.733|78|M0|Whiteman Air Force Base
SZM|NA|-24.583|15.833|49|S0|Sesriem Airport
SZN|US|34.061|-119.915|112|S0|Santa Cruz Island Airport
SZP|US|34.35|-119.067|112|S0|Santa Paula Airport
SZR|BG|42.433|25.617|311|M1|Stara Zagora Airport
SZS|NZ|-47|167.867|331|S0|Stewart Island Airport
SZT|MX|16.691|-92.544|122|M1|San Cristobal de las Casas Airport
SZU|ML|13.433|-6.283|5|S0|Segou Airport
SZV|CN|31.3|120.633|232|M0|Suzhou Airport
SZW|DE|53.43|11.781|274|M0|Parchim Airport
SZX|CN|22.639|113.811|232|L1|Shenzhen Bao'an International Airport
SZY|PL|53.482|20.938|317|M1|Olsztyn-Mazury Airport
SZZ|PL|53.594|14.895|317|M1|Solidarity Szczecin–Goleniow Airport
TAA|SB|-9.4|161.35|341|S0|Tarapaina Airport
TAB|TT|11.153|-60.84|137|M1|A.N.R. Robinson International Airport
TAC|PH|11.227|125.026|215|M1|D. Z. Romualdez Airport
TAD|US|37.262|-104.337|85|S0|Perry Stokes Municipal Airport
TAE|KR|35.899|128.638|231|M1|Daegu International Airport
TAF|DZ|35.544|-0.533|3|M0|Tafaraoui Airport
TAG|PH|9.567|123.775|215|M1|Bohol–Panglao International Airport
TAH|VU|-19.458|169.228|336|M1|Tanna Airport
TAI|YE|13.686|44.134|175|M1|Al Janad Airport
TAJ|PG|-3.183|142.417|358|S1|Tadji Airport
TAK|JP|34.219|134.018|240|M1|Takamatsu Airport
TAL|US|65.174|-152.11|51|S1|Ralph M Calhoun Airport
TAM|MX|22.289|-97.87|122|M1|Tampico International Airport
TAN|AU|-27.137|153.367|259|S0|Tangalooma Airport
TAO|CN|36.362|120.088|232|L1|Qingdao Jiaodong International Airport
TAP|MX|14.91|-92.253|122|M1|Tapachula International Airport
TAQ|AU|-30.683|134.55|258|S0|Tarcoola Airport
TAR|IT|40.518|17.402|306|M0|Taranto-Grottaglie Airport
TAS|UZ|41.263|69.266|236|L1|Tashkent International Airport
TAT|SK|49.073|20.248|275|M1|Poprad/Tatry Airport
TAU|CO|5|-72.733|70|S0|Tauramena Airport
TAV|AS|-14.229|-169.511|355|S0|Tau Airport
TAW|UY|-31.75|-55.917|126|S0|Tacuarembo Airport
TAX|ID|-1.767|124.8|202|S0|Taliabu Airport
TAY|EE|58.31|26.691|313|M1|Tartu Airport
TAZ|TM|41.764|59.834|180|M1|Dashoguz Airport
TBA|PG|-5.55|144.633|358|S0|Tabibuga Airport
TBB|VN|13.092|109.344|198|M1|Tuy Hoa Airport
TBC|US|36.133|-111.233|135|S0|Tuba City Airport
TBD|CO|2.767|-77.7|70|S0|Timbiqui Airport
TBE|PG|-4.2|143.517|358|S0|Timbunke Airport
TBF|KI|-1.232|174.78|362|M0|Tabiteuea North Airport
TBG|PG|-5.275|141.227|358|S1|Tabubil Airport
TBH|PH|12.316|122.082|215|M1|Tugdan Airport
TBI|BS|24.315|-75.454|128|M1|New Bight Airport
TBJ|TN|36.978|8.876|48|M1|Tabarka-Ain Draham Airport
TBK|AU|-15.65|130.483|261|S0|Timber Creek Airport
TBL|AU|-17.3|126.833|267|S0|Tableland Homestead Airport
TBM|ID|-3.25|112.583|214|S1|Tumbang Samba Airport
TBN|US|37.741|-92.141|78|M1|Forney Army Air Field
TBO|TZ|-5.073|32.835|16|S1|Tabora Airport
TBP|PE|-3.551|-80.384|111|M1|Capitan FAP Pedro Canga Rodriguez Airport
TBQ|PG|-6.467|145.532|358|S0|Tarabo
TBR|US|32.481|-81.741|129|S0|Statesboro-Bulloch County Airport
TBS|GE|41.674|44.959|237|L1|Tbilisi International Airport
TBT|BR|-4.251|-69.94|138|M1|Tabatinga International Airport
TBU|TO|-21.242|-175.142|363|M1|Fua'amotu International Airport
TBV|MH|10.039|169.947|348|S0|Tabal Airport
TBW|RU|52.803|41.489|300|M0|Tambov Donskoye Airport
TBX|ID|0.983|107.567|201|S0|Tambelan Airport
TBY|BW|-26.067|22.467|20|S0|Tsabong Airport
TBZ|IR|38.123|46.244|238|M1|Tabriz Airport
TCA|AU|-19.641|134.184|261|M1|Tennant Creek Airport
TCB|BS|26.735|-77.372|128|M1|Treasure Cay Airport
TCC|US|35.167|-103.733|85|M0|Tucumcari Airport
TCD|CO|-2.894|-69.745|70|S1|Tarapaca Airport
TCE|RO|45.064|28.715|277|M0|Tulcea Airport
TCF|HN|15.659|-85.995|157|S0|Tocoa Airport
TCG|CN|46.671|83.34|242|S1|Tacheng Airport
TCH|GA|-2.817|11|29|S0|Tchibanga Airport
TCJ|PG|-4.017|143.133|358|S0|Torembi Airport
TCK|PG|-4.083|143.383|358|S0|Tinboli Airport
TCL|US|33.221|-87.611|78|M0|Tuscaloosa Regional Airport
TCM|US|47.138|-122.477|112|M0|McChord Air Force Base
TCN|MX|18.5|-97.418|122|S0|Tehuacan Airport
TCO|CO|1.817|-78.767|70|M1|La Florida Airport
TCP|EG|29.594|34.777|12|M1|Taba International Airport
TCQ|PE|-18.063|-70.279|111|M1|Tacna Airport
TCR|IN|8.717|78.033|208|S1|Tuticorin Airport
TCS|US|33.133|-107.25|85|M0|Truth Or Consequences Municipal Airport
TCT|US|62.993|-156.066|51|S1|Takotna Airport
TCU|ZA|-29.283|26.867|22|S0|Thaba Nchu Airport
TCV|MZ|-16.217|33.583|35|M1|Tete Airport
TCW|AU|-35.817|145.6|268|S0|Tocumwal Airport
TCX|IR|33.667|56.896|238|M0|Tabas Airport
TCY|NA|-19.983|13|49|S0|Terrace Bay Airport
TCZ|CN|24.939|98.482|232|M1|Tengchong Tuofeng Airport
TDA|CO|5.423|-71.663|70|S0|Trinidad Airport
TDB|PG|-8.997|148.433|358|S0|Tetabedi Airport
TDD|BO|-14.823|-64.919|110|M0|Teniente Jorge Henrich Arauz Airport
TDG|PH|9.072|126.171|215|M0|Tandag Airport
TDJ|DJ|11.783|42.9|17|S0|Tadjoura Airport
TDK|KZ|45.109|78.441|176|M1|Taldykorgan Airport
TDL|AR|-37.333|-59.083|54|M0|Tandil Airport
TDN|AU|-14.75|126.517|267|S0|Theda Station Airport
TDO|US|46.433|-122.85|112|S0|South Lewis County Airport
TDP|PE|-3.806|-75.039|111|S0|Trompeteros
TDR|AU|-24.983|150.083|259|S0|Theodore Airport
TDS|PG|-7.623|142.869|358|S1|Sasereme
TDT|ZA|-24.533|31.3|22|S0|Tanda Tula Airport
TDV|MG|-21.7|43.733|320|S0|Tanandava Airport
TDW|US|35.217|-101.833|78|S0|Tradewind Airport
TDX|TH|12.274|102.319|185|M1|Trat Airport
TDZ|US|41.565|-83.477|129|S0|Toledo Executive Airport
TEA|HN|15.772|-87.488|157|M0|Tela Airport
TEB|US|40.85|-74.062|129|L1|Teterboro Airport
TEC|BR|-24.316|-50.652|149|M0|Telemaco Borba Airport
TED|DK|57.072|8.703|280|M0|Thisted Airport
TEE|DZ|35.429|8.124|3|M1|Cheikh Larbi Tebessi Airport
TEF|AU|-21.711|122.226|267|M0|Telfer Airport
TEG|BF|11.9|-0.317|44|S0|Tenkodogo Airport
TEH|US|63.133|-142.517|51|S0|Tetlin Airport
TEI|IN|27.95|96.133|208|S0|Tezu Airport
TEK|US|60.872|-146.688|51|S1|Tatitlek Airport
TEL|MY|5.583|117.117|210|S0|Telupid Airport
TEM|AU|-34.417|147.5|268|M0|Temora Airport
TEN|CN|27.884|109.299|232|M1|Tongren Airport
TEO|PG|-8.083|146.067|358|S0|Terapo Airport
TEP|PG|-5.85|146.5|358|S0|Teptep Airport
TEQ|TR|40.967|27.5|286|M1|Corlu Airport
TER|PT|38.754|-27.088|249|M1|Lajes Field
TES|ER|15.117|36.683|4|S0|Tessenei Airport
TET|MZ|-16.103|33.639|35|M1|Matundo Airport
TEU|NZ|-45.533|167.643|331|M0|Manapouri Airport
TEV|ES|40.412|-1.218|295|M0|Teruel
TEX|US|37.954|-107.901|85|M1|Telluride Regional Airport
TEY|IS|65.883|-23.45|255|S0|Thingeyri Airport
TEZ|IN|26.707|92.778|208|M1|Tezpur Airport
TFB|PG|-5.118|141.418|358|S0|Tifalmin Airport
TFF|BR|-3.38|-64.724|114|M1|Tefe Airport
TFI|PG|-9.078|149.317|358|S1|Tufi Airport
TFL|BR|-17.85|-41.5|149|S0|Teofilo Otoni Airport
TFM|PG|-5.183|141.633|358|S0|Telefomin Airport
TFN|ES|28.488|-16.346|251|L1|Tenerife North Airport
TFR|EG|30.048|31.843|12|S0|Wadi al Jandali Airport
TFS|ES|28.044|-16.573|251|L1|Tenerife South Airport
TFT|PK|28.583|61.367|206|S0|Taftan Airport
TFU|CN|30.319|104.445|232|L1|Chengdu Tianfu Airport
TFY|MA|27.917|-12.917|13|S0|Tarfaya Airport
TGA|SG|1.39|103.712|233|M0|Tengah Airport
TGB|PH|1.417|126.783|215|S0|Tagbita Airport
TGC|MY|2.176|111.203|210|S0|Tanjung Manis Airport
TGD|ME|42.368|19.246|303|L1|Podgorica Airport
TGE|US|32.467|-85.683|78|S0|Sharpe Field
TGF|FR|45.483|6.9|302|M1|Tignes Airport
TGG|MY|5.38|103.104|210|M1|Sultan Mahmud Airport
TGH|VU|-16.891|168.551|336|S1|Tongoa Airport
TGI|PE|-9.293|-76.006|111|S0|Tingo Maria Airport
TGJ|NC|-21.098|167.803|354|M1|Tiga Airport
TGK|RU|47.243|38.864|300|M1|Taganrog Yuzhny Airport
TGL|PG|-11.5|153.5|358|S0|Tagula Airport
TGM|RO|46.533|24.533|277|M1|Targu Mures Airport
TGN|AU|-38.2|146.567|266|M0|Latrobe Regional Airport
TGO|CN|43.557|122.205|232|M1|Tongliao Airport
TGP|RU|61.59|89.979|209|M0|Podkamennaya Tunguska Airport
TGQ|BR|-14.656|-57.449|73|S1|Tangara Da Serra Airport
TGR|DZ|33.067|6.089|3|M1|Touggourt Airport
TGS|MZ|-24.617|32.417|35|S0|Chokwe Airport
TGT|TZ|-5.092|39.072|16|M1|Tanga Airport
TGU|HN|14.06|-87.22|157|M1|Toncontin Airport
TGV|BG|42.417|24.5|311|S0|Targovishte Airport
TGX|CI|10.433|-6.333|0|M1|Tingrela Airport
TGZ|MX|16.564|-93.022|122|L1|Angel Albino Corzo International Airport
THA|US|35.367|-86.183|78|S0|Northern Airport
THB|LS|-28.833|29.5|36|S0|Thaba-Tseka Airport
THC|LR|6.067|-8.133|39|S0|Tchien Airport
THD|VN|19.902|105.469|198|S1|Tho Xuan Airport
THE|BR|-5.063|-42.821|66|M1|Teresina Airport
THG|AU|-24.494|150.576|259|M1|Thangool Airport
THH|NZ|-38.181|174.709|331|S0|Taharoa Aerodrome
THI|MR|18.45|-9.5|43|S0|Tichitt Airport
THK|LA|17.4|104.817|243|S0|Thakhek Airport
THL|MM|20.45|99.95|246|M1|Tachilek Airport
THM|US|47.649|-115.293|85|S0|Thompson Falls
THN|SE|58.267|12.3|312|M1|Trollhattan/Vanersborg Airport
THO|IS|66.221|-15.332|255|S1|Thorshofn Airport
THP|US|43.65|-108.217|85|S0|Hot Springs Airport
THQ|CN|34.556|105.865|232|M1|Tianshui Maijishan Airport
THR|IR|35.692|51.322|238|L1|Mehrabad International Airport
THS|TH|17.223|99.822|185|M1|Sukhothai Airport
THT|MR|17.233|-10.817|43|S0|Tamchakett Airport
THU|GL|76.533|-68.7|158|M1|Pituffik Space Base
THV|US|39.95|-76.717|129|S0|York Airport
THW|LK|8.57|81.218|190|S0|Trincomalee Harbour Seaplane Base
THX|RU|65.797|87.935|209|S1|Turukhansk Airport
THY|ZA|-23.169|30.386|22|S0|Thohoyandou Airport
THZ|NE|14.873|5.264|42|M0|Tahoua Airport
TIA|AL|41.419|19.713|314|L1|Tirana International Airport
TIB|CO|8.633|-72.733|70|S0|Tibu Airport
TIC|MH|7.05|171.783|348|S0|Tinak Airport
TID|DZ|35.343|1.469|3|M0|Abdelhafid Boussouf Bou Chekif Airport
TIE|ET|7.202|35.415|2|S1|Tippi Airport
TIF|SA|21.48|40.553|228|M1|Taif Airport
TIG|PG|-2.6|149.783|358|S0|Tingwon Airport
TIH|PF|-15.119|-148.234|361|M1|Tikehau Atoll Airport
TII|AF|32.867|65.633|204|S0|Tereen Airport
TIJ|MX|32.544|-116.976|160|L1|Tijuana International Airport
TIK|US|35.417|-97.383|78|M0|Tinker Air Force Base
TIL|CA|51.057|-113.624|88|S0|Cheadle
TIM|ID|-4.526|136.887|202|M1|Mozes Kilangin Airport
TIN|DZ|27.701|-8.163|3|M1|Tindouf Airport
TIO|MM|20|96|246|S0|Tilin Airport
TIP|LY|32.664|13.159|47|L0|Tripoli International Airport
TIQ|MP|14.994|145.626|360|M1|Tinian International Airport
TIR|IN|13.636|79.543|208|S1|Tirupati Airport
TIS|AU|-10.5|142.05|259|S0|Thursday Island Airport
TIU|NZ|-44.303|171.226|331|M1|Timaru Airport
TIV|ME|42.404|18.726|303|M1|Tivat Airport
TIW|US|47.268|-122.576|112|M1|Tacoma Narrows Airport
TIX|US|28.512|-80.799|129|M0|Space Center Executive Airport
TIY|MR|18.567|-11.417|43|S0|Tidjikja Airport
TIZ|PG|-5.861|142.941|358|S1|Tari Airport
TJA|BO|-21.548|-64.709|110|M1|Capitan Oriel Lea Plaza Airport
TJB|ID|2.917|99.733|201|S0|Tanjung Balai Airport
TJC|PA|9.408|-78.489|132|S0|Ticantiki Airport
TJG|ID|-2.217|115.436|201|M1|Tanjung Warukin Airport
TJH|JP|35.514|134.788|240|M1|Tajima Airport
TJI|HN|15.926|-85.939|157|M0|Capiro Airport
TJK|TR|40.312|36.374|286|M1|Tokat Airport
TJL|BR|-20.754|-51.681|73|S1|Tres Lagoas Airport
TJM|RU|57.182|65.35|247|L1|Roshchino International Airport
TJN|PF|-15.851|-142.267|361|M1|Takume Airport
TJQ|ID|-2.75|107.65|201|S1|H.A.S. Hanandjoeddin Airport
TJS|ID|2.836|117.374|214|S1|Tanjung Harapan Airport
TJU|TJ|37.988|69.807|195|M1|Kulyab Airport
TJV|IN|10.8|79.2|208|S0|Thanjavur Airport
TKA|US|62.322|-150.09|51|M0|Talkeetna Airport
TKB|PG|-7.667|146.55|358|S0|Tekadu Airport
TKC|CM|4.117|9.333|18|M0|Tiko Airport
TKD|GH|4.893|-1.774|1|M1|Takoradi Airport
TKE|US|57.78|-135.218|108|S1|Tenakee Springs Sea Plane Base
TKF|US|39.318|-120.141|112|M1|Truckee Tahoe Airport
TKG|ID|-5.243|105.176|201|M1|Radin Inten II Airport
TKH|TH|15.263|100.313|185|M0|Takhli Airport
TKI|US|55.938|-133.325|121|S0|Tokeen Airport
TKJ|US|63.33|-142.954|51|S1|Tok Junction Airport
TKK|FM|7.457|151.842|334|M1|Chuuk International Airport
TKL|US|58|-134|108|S0|Taku Lodge Sea Plane Base
TKM|GT|17.226|-89.605|98|S1|El Peten Airport
TKN|JP|27.833|128.883|240|M1|Tokunoshima Airport
TKO|LS|-29.233|28.883|36|S0|Tlokoeng Airport
TKP|PF|-15.45|-145.142|361|M1|Takapoto Airport
TKQ|TZ|-4.885|29.67|16|S1|Kigoma Airport
TKR|BD|26.017|88.4|192|S0|Thakurgaon Airport
TKS|JP|34.139|134.595|240|M1|Tokushima Awaodori Airport
TKT|TH|16.878|99.152|185|M0|Tak Airport
TKU|FI|60.512|22.273|284|M1|Turku Airport
TKV|PF|-17.283|-138.333|361|S1|Tatakoto Airport
TKW|PG|-5.25|142.15|358|S0|Tekin Airport
TKX|PF|-14.458|-145.026|361|M1|Takaroa Airport
TKY|AU|-17.067|128.25|267|S0|Turkey Creek Airport
TKZ|NZ|-38.238|175.895|331|S0|Tokoroa Airfield
TLA|US|65.272|-166.355|51|S1|Teller Airport
TLB|PK|34.133|72.817|206|S0|Tarbela Airport
TLC|MX|19.337|-99.566|122|M1|Toluca International Airport
TLD|BW|-22.183|29.117|20|S1|Limpopo Valley Airfield
TLE|MG|-23.389|43.724|320|M1|Toliara Airport
TLF|US|63.667|-152.5|51|S0|Telida Airport
TLG|SB|-9.1|160.15|341|S0|Tulaghi Airport
TLH|US|30.396|-84.344|129|L1|Tallahassee International Airport
TLI|ID|1.122|120.794|214|S1|Sultan Bantilan Airport
TLJ|US|62.885|-155.968|51|M0|Tatalina Air Force Station
TLK|RU|59.823|110.886|245|S0|Talakan Airport
TLL|EE|59.417|24.799|313|L1|Tallinn Airport
TLM|DZ|35.017|-1.45|3|M1|Zenata Airport
TLN|FR|43.093|6.159|302|M1|Hyeres Airport
TLO|PG|-4.983|152.033|358|S0|Tol Airport
TLP|PG|-4.783|141.017|358|S0|Tumolbil Airport
TLQ|CN|43.031|89.101|242|M1|Turpan Jiaohe Airport
TLR|US|36.217|-119.35|112|S0|Tulare Airport
TLS|FR|43.63|1.374|302|L1|Toulouse-Blagnac Airport
TLT|US|61.099|-160.965|51|S1|Tuluksak Airport
TLU|CO|9.517|-75.583|70|S1|Tolu Airport
TLV|IL|32|34.871|203|L1|Ben Gurion Airport
TLW|PG|-5.367|150.017|358|S0|Talasea Airport
TLX|CL|-35.467|-71.667|147|M0|Talca Airport
TLY|RU|44.815|136.289|244|S1|Plastun Airport
TLZ|BR|-18.167|-47.95|149|S0|Catalao Airport
TMA|US|31.433|-83.483|129|S0|Henry Tift Myers Airport
TMB|US|25.65|-80.433|129|M0|Miami Executive Airport
TMC|ID|-9.34|119.183|214|S1|Lede Kalumbang Airport
TMD|MR|16.237|-8.154|43|S0|Timbedra Airport
TME|CO|6.455|-71.752|70|M1|Gabriel Vargas Santos Airport
TMF|MV|2.212|73.149|326|S1|Thimarafushi Airport
TMG|MY|5.4|118.65|210|S1|Tomanggong Airport
TMH|ID|-6.083|140.267|202|M1|Tanahmerah Airport
TMI|NP|27.3|87.2|207|S1|Tumling Tar Airport
TMJ|UZ|37.281|67.319|236|M1|Termez Airport
TMK|VN|15.567|108.483|198|S0|Tam Ky
TML|GH|9.41|-0.877|1|M1|Tamale Airport
TMM|MG|-18.11|49.392|320|M1|Toamasina Ambalamanasy Airport
TMN|KI|-2.483|175.983|362|S0|Tamana Island Airport
TMO|VE|7.3|-61.5|75|M0|Tumeremo Airport
TMP|FI|61.42|23.618|284|M1|Tampere-Pirkkala Airport
TMQ|BF|14.783|0.083|44|S0|Tambao Airport
TMR|DZ|22.813|5.449|3|M1|Aguenar - Hadj Bey Akhamok Airport
TMS|ST|0.378|6.725|46|L1|Sao Tome Island Airport
TMT|BR|-1.49|-56.397|138|M1|Trombetas Airport
TMU|CR|9.733|-85.017|80|S0|Tambor Airport
TMW|AU|-31.084|150.848|268|M1|Tamworth Regional Airport
TMX|DZ|29.242|0.284|3|M1|Timimoun Airport
TMY|ID|-3.95|138.417|202|S0|Tiom Airport
TMZ|NZ|-37.163|175.554|331|S0|Thames Aerodrome
TNA|CN|36.858|117.207|232|L1|Jinan Yaoqiang International Airport
TNB|ID|-1.917|116.2|214|S0|Tanah Grogot Airport
TNC|US|65.564|-167.919|51|S1|Tin City Air Force Station
TND|CU|21.8|-80|102|M1|Trinidad Airport
TNE|JP|30.605|130.993|240|M1|New Tanegashima Airport
TNF|FR|48.751|2.113|302|M0|Toussus-le-Noble Airport
TNG|MA|35.726|-5.913|13|L1|Tangier Ibn Battouta Airport
TNH|CN|42.254|125.704|232|M1|Tonghua Sanyuanpu Airport
TNI|IN|24.564|80.852|208|S0|Satna Airport
TNJ|ID|0.919|104.536|201|S1|Raja Haji Fisabilillah Airport
TNK|US|60.571|-165.267|51|S1|Tununak Airport
TNL|UA|49.567|25.6|290|S0|Ternopol Airport
TNM|AQ|-62.191|-58.986|170|S1|Teniente R. Marsh Airport
TNN|TW|22.949|120.216|235|M1|Tainan Airport
TNO|CR|10.314|-85.815|80|S0|Tamarindo Airport
TNP|US|34.119|-115.935|112|S0|Twentynine Palms Airport
TNQ|KI|4.7|-160.333|345|S0|Washington Island Airport
TNR|MG|-18.8|47.475|320|L1|Ivato International Airport
TNS|CA|62|-127.667|166|S0|Tungsten Airport
TNT|US|25.861|-80.896|129|S0|Dade Collier Training and Transition Airport
TNU|US|41.7|-93.05|78|S0|Newton Municipal Airport
TNV|KI|3.833|-159.35|345|S0|Fanning Island Airport
TNW|EC|-1.062|-77.573|99|M0|Jumandy Airport
TNX|KH|13.533|106.033|222|S0|Stung Treng Airport
TNZ|MN|48.74|98.275|241|S0|Tosontsengel Airport
TOA|US|33.802|-118.342|112|S0|Zamperini Field
TOB|LY|31.854|23.917|47|S1|Tobruk Airport
TOC|US|34.583|-83.317|129|S0|Toccoa Airport
TOD|MY|2.818|104.16|210|M1|Tioman Airport
TOE|TN|33.917|8.133|48|M1|Tozeur–Nefta International Airport
TOF|RU|56.388|85.21|220|M1|Tomsk Airport
TOG|US|59.053|-160.398|51|S1|Togiak Village Airport
TOH|VU|-13.167|166.75|336|S0|Torres Airstrip
TOI|US|31.8|-85.967|78|M0|Troy Municipal Airport
TOJ|ES|40.456|-3.547|295|M0|Torrejon Air Force Base
TOK|PG|-6.233|155.333|358|S0|Torokina Airport
TOL|US|41.592|-83.807|129|M1|Toledo Express Airport
TOM|ML|16.732|-3.005|5|M1|Tombouctou Airport
TON|PG|-6.35|155.592|358|S0|Tonu Airport
TOO|CR|8.833|-82.967|80|S0|San Vito Airport
TOP|US|39.07|-95.623|78|M0|Philip Billard Municipal Airport
TOQ|CL|-22.136|-70.061|147|M0|Barriles Airport
TOR|US|42.067|-104.183|85|S0|Torrington Municipal Airport
TOS|NO|69.68|18.907|301|L1|Tromso Airport
TOT|SR|5.883|-56.317|134|S0|Totness Airstrip
TOU|NC|-20.8|165.25|354|M1|Touho Airport
TOV|VG|18.45|-64.583|162|S0|West End Sea Plane Base
TOW|BR|-24.699|-53.696|149|S1|Luis dal Canalle Filho Airport
TOX|RU|58.133|68.233|247|S0|Tobolsk Airport
TOY|JP|36.642|137.189|240|M1|Toyama Airport
TOZ|CI|8.283|-7.683|0|S0|Touba Airport
TPA|US|27.98|-82.535|129|L1|Tampa International Airport
TPC|EC|-1.417|-76.783|99|M0|Tarapoa Airport
TPE|TW|25.076|121.232|235|L1|Taiwan Taoyuan International Airport
TPF|US|27.916|-82.447|129|S0|Peter O'Knight Airport
TPG|MY|4.85|100.733|210|S0|Taiping Airport
TPH|US|38.067|-117.233|112|M0|Tonopah Airport
TPI|PG|-8.367|146.983|358|S1|Tapini Airport
TPJ|NP|27.35|87.683|207|M1|Taplejung Airport
TPK|ID|3.267|97.183|201|S0|Tapaktuan Airport
TPL|US|31.15|-97.409|78|M0|Draughon-Miller Airport
TPN|EC|-0.767|-75.533|99|S0|Tiputini Airport
TPP|PE|-6.512|-76.37|111|M1|Cad. FAP Guillermo del Castillo Paredes Airport
TPQ|MX|21.5|-104.9|118|M1|Tepic Airport
TPR|AU|-22.75|117.667|267|S0|Tom Price Airport
TPS|IT|37.901|12.496|306|M1|Trapani-Birgi Airport
TPT|LR|6.483|-8.867|39|S0|Tapeta Airport
TPU|NP|28.55|81.192|207|S0|Tikapur Airport
TPX|PF|-16.283|-151.833|361|S0|Tupai Airport
TQA|GL|73.373|-56.06|93|M1|Tasiusaq Heliport (Avannaata)
TQD|IQ|33.338|43.597|182|M0|Al Taqaddum Air Base
TQI|GL|65.892|-37.783|93|M1|Tiniteqilaaq Heliport
TQL|RU|64.922|77.791|247|S0|Tarko-Sale Airport
TQN|AF|36.767|69.533|204|S0|Taluquan Airport
TQO|MX|20.167|-87.667|74|M1|Felipe Carrillo Puerto International Airport
TQP|AU|-21.84|140.894|259|S0|Trepell Airport
TQQ|ID|-5.765|123.917|214|S0|Maranggo
TQR|IT|42.118|15.491|306|S0|San Domino Island Heliport
TQS|CO|0.733|-75.233|70|M0|Tres Esquinas Airport
TRA|JP|24.654|124.677|240|M1|Tarama Airport
TRB|CO|8.078|-76.748|70|S0|Gonzalo Airport
TRC|MX|25.563|-103.399|125|M1|Torreon International Airport
TRD|NO|63.454|10.918|301|L1|Trondheim Airport Vaernes
TRE|GB|56.501|-6.871|293|M1|Tiree Airport
TRF|NO|59.178|10.252|301|L1|Torp Sandefjord Airport
TRG|NZ|-37.671|176.198|331|M1|Tauranga City Airport
TRH|US|35.813|-117.326|112|S0|Trona Airport
TRI|US|36.481|-82.408|129|M1|Tri-Cities Regional Airport
TRJ|PG|-5.617|141.05|358|S0|Tarakbits Airport
TRK|ID|3.326|117.569|214|M1|Juwata International Airport
TRL|US|32.736|-96.275|78|S0|Terrell Field
TRM|US|33.639|-116.159|112|M0|Jacqueline Cochran Regional Airport
TRN|IT|45.191|7.643|306|L1|Turin Airport
TRO|AU|-31.89|152.509|268|M0|Taree Airport
TRQ|BR|-8.1|-70.75|145|M0|Tarauaca Airport
TRR|LK|8.539|81.182|190|M1|China Bay Airport
TRS|IT|45.821|13.486|306|M1|Trieste - Friuli Venezia Giulia Airport
TRT|ID|-3.186|119.918|214|S1|Toraja Airport
TRU|PE|-8.09|-79.115|111|M1|Trujillo Airport
TRV|IN|8.476|76.919|208|L1|Thiruvananthapuram International Airport
TRW|KI|1.358|172.942|362|M1|Bonriki Airport
TRX|US|40.083|-93.617|78|S0|Trenton Municipal Airport
TRY|UG|0.7|34.183|24|S0|Tororo Airport
TRZ|IN|10.762|78.707|208|M1|Tiruchirapalli International Airport
TSA|TW|25.063|121.552|235|L1|Taipei Songshan Airport
TSB|NA|-19.267|17.733|49|M0|Tsumeb Airport
TSC|EC|-2.383|-77.5|99|S0|Taisha Airport
TSD|ZA|-22.617|30.167|22|S0|Tshipise Airport
TSF|IT|45.655|12.204|306|M1|Treviso Airport
TSG|US|63.35|-143.5|51|S0|Tanacross Intermediate Airport
TSH|CD|-6.438|20.794|32|S0|Tshikapa Airport
TSI|PG|-6.85|146.35|358|S0|Tsili Tsili Airport
TSJ|JP|34.286|129.326|240|M1|Tsushima Airport
TSK|PG|-2.567|150.417|358|S0|Taskul Airport
TSL|MX|21.983|-98.75|122|S0|Tamuin Airport
TSM|US|36.459|-105.675|85|M1|Taos Airport
TSN|CN|39.128|117.356|232|L1|Tianjin Binhai International Airport
TSP|US|35.138|-118.442|112|S0|Tehachapi Municipal Airport
TSQ|BR|-29.332|-49.746|149|S0|Torres Airport
TSR|RO|45.81|21.32|277|M1|Timisoara Traian Vuia International Airport
TSS|US|40.742|-73.972|129|M1|East 34th Street Heliport
TST|TH|7.5|99.617|185|M1|Trang Airport
TSU|KI|-1.417|174.833|362|S0|Tabiteuea South Airport
TSV|AU|-19.257|146.771|259|L1|Townsville Airport
TSW|PG|-6.967|146.033|358|S0|Tsewi Airport
TSX|ID|-0.083|117.433|214|M1|Tanjung Santan Airport
TSY|ID|-7.3|108.2|201|S0|Tasikmalaya Airport
TSZ|MN|47.733|101.767|241|S0|Tsetserleg Airport
TTA|MA|28.45|-11.083|13|M1|Tan Tan Airport
TTB|IT|39.917|9.683|306|S0|Arbatax Airport
TTC|CL|-25.518|-70.422|147|M0|Taltal Airport
TTD|US|45.9|-122.65|112|M0|Troutdale Airport
TTE|ID|0.832|127.379|202|M1|Sultan Babullah Airport
TTG|AR|-22.533|-63.833|54|M0|Tartagal Airport
TTH|OM|17.633|54|216|M0|Thumrait Airport
TTI|PF|-17.083|-149.5|361|S0|Tetiaroa Island Airport
TTJ|JP|35.526|134.168|240|M1|Tottori Airport
TTL|FJ|-16.833|179|337|S0|Turtle Island Airport
TTM|CO|5.717|-72.1|70|S0|Tablon De Tamara Airport
TTN|US|40.278|-74.813|129|M1|Trenton-Mercer Airport
TTO|US|45.8|-97.75|78|S0|Britton Municipal Airport
TTQ|CR|10.567|-83.517|80|S0|Barra de Tortuguero Airport
TTR|ID|-3.045|119.822|214|S0|Pongtiku Airport
TTS|MG|-16.733|47.6|320|S1|Tsaratanana Airport
TTT|TW|22.757|121.106|235|M1|Taitung Airport
TTU|MA|35.591|-5.33|13|M1|Sania Ramel Airport
TTW|LK|6.288|81.291|190|S1|Tissa Tank Waterdrome
TTX|AU|-14.147|126.508|267|S0|Truscott-Mungalalu
TUA|EC|0.8|-77.717|99|M1|Tulcan Airport
TUB|PF|-23.35|-149.467|361|M1|Tubuai Island Airport
TUC|AR|-26.836|-65.108|54|M1|Teniente Benjamin Matienzo Airport
TUD|SN|13.736|-13.658|15|M0|Tambacounda Airport
TUE|PA|9.572|-79.487|132|M1|Tupile Airport
TUF|FR|47.432|0.727|302|M1|Val de Loire Airport
TUG|PH|17.641|121.732|215|M1|Tuguegarao Airport
TUH|US|35.367|-86.217|78|M1|Arnold Air Force Base
TUI|SA|31.689|38.734|228|M1|Turaif Airport
TUJ|ET|9.55|38.683|2|M1|Tum
TUK|PK|25.983|63.067|206|M1|Turbat Airport
TUL|US|36.19|-95.89|78|L1|Tulsa International Airport
TUM|AU|-35.3|148.217|268|M0|Tumut Airport
TUN|TN|36.848|10.217|48|L1|Tunis-Carthage International Airport
TUO|NZ|-38.741|176.082|331|M1|Taupo Airport
TUP|US|34.259|-88.767|78|M1|Tupelo Regional Airport
TUQ|BF|13|-3|44|S0|Tougan Airport
TUR|BR|-3.7|-49.733|66|M1|Tucurui Airport
TUS|US|32.121|-110.937|135|L1|Tucson International Airport
TUT|PG|-5.5|145.567|358|S0|Tauta Airport
TUU|SA|28.373|36.599|228|M1|Tabuk Regional Airport
TUV|VE|9.092|-62.05|75|M0|Tucupita Airport
TUW|PA|8.833|-77.667|132|S0|Tubala Airport
TUX|CA|55.1|-121.083|163|S0|Tumbler Ridge Airport
TUY|MX|20.217|-87.467|74|S0|Tulum Airport
TUZ|BR|-6.749|-51.154|66|S0|Tucuma Airport
TVA|MG|-17.849|44.919|320|S0|Morafenobe Airport
TVC|US|44.738|-85.58|86|M1|Cherry Capital Airport
TVF|US|48.066|-96.185|78|M1|Thief River Falls Regional Airport
TVI|US|30.902|-83.881|129|S0|Thomasville Regional Airport
TVL|US|38.894|-119.994|112|M0|South Lake Tahoe Airport
TVS|CN|39.719|117.998|232|S1|Tangshan Sannuhe Airport
TVU|FJ|-16.688|179.87|337|S1|Matei Airport
TVY|MM|14.1|98.2|246|M1|Dawei Airport
TWA|US|59.074|-160.277|51|S1|Twin Hills Airport
TWB|AU|-27.542|151.914|259|S0|Toowoomba Airport
TWC|CN|39.888|79.232|242|S0|Tumxuk (Tumushuke) Tangwangcheng Airport
TWD|US|48.057|-122.809|112|S0|Jefferson County International Airport
TWE|US|65.733|-164.85|51|S0|Taylor Airport
TWF|US|42.482|-114.487|71|M1|Magic Valley Regional Airport
TWH|US|33.425|-118.508|112|M1|Two Harbors Airport
TWN|AU|-26.392|153.045|259|S0|Tewantin Airport
TWP|AU|-17.367|143.75|259|S0|Torwood Airport
TWT|PH|5.044|119.741|215|M1|Sanga Sanga Airport
TWU|MY|4.313|118.121|210|M1|Tawau Airport
TWY|PG|-7.267|146.067|358|S0|Tawa Airport
TWZ|NZ|-44.234|170.117|331|M0|Pukaki/Twizel Airport
TXC|BY|54.44|30.297|298|M0|Orsha Airport
TXE|ID|4.721|96.849|201|M1|Takengon Rembele Airport
TXF|BR|-17.523|-39.67|66|S0|Teixeira de Freitas Airport
TXK|US|33.456|-93.989|78|M1|Texarkana Municipal Airport
TXL|DE|52.56|13.288|274|L0|Berlin Tegel Airport
TXM|ID|-1.433|132.017|202|S0|Teminabuan Airport
TXN|CN|29.731|118.254|232|M1|Huangshan Tunxi International Airport
TXR|AU|-25.85|141.917|259|S0|Tanbar Airport
TXU|CI|4.433|-7.367|0|S0|Tabou Airport
TYA|RU|54.2|37.617|300|S0|Tula Airport
TYB|AU|-29.457|142.062|268|M0|Tibooburra Airport
TYC|CN|37.504|112.424|232|S0|Taiyuan Yaocheng Airport
TYD|RU|55.281|124.771|245|S0|Tynda Airport
TYE|US|61.017|-151.333|51|S0|Tyonek Airport
TYF|SE|60.154|12.997|312|M1|Torsby Airport
TYG|AU|-26.099|143.456|259|S0|Thylungra Airport
TYL|PE|-4.575|-81.254|111|M1|Captain FAP Victor Montes Arias Airport
TYM|BS|24.169|-76.44|128|M0|Staniel Cay Airport
TYN|CN|37.755|112.626|232|L1|Taiyuan Wusu International Airport
TYP|AU|-22.283|137.967|261|S0|Tobermorey Airport
TYQ|JP|35.681|139.767|240|S0|Tokyo Railway Station Marunouchi
TYR|US|32.352|-95.41|78|M1|Tyler Pounds Regional Airport
TYS|US|35.806|-83.99|129|L1|McGhee Tyson Airport
TYT|UY|-33.267|-54.283|126|S0|Treinta-y-Tres Airport
TYZ|US|34.467|-110.083|135|S0|Taylor Airport
TZA|BZ|17.516|-88.194|67|L1|Belize City Municipal Airport
TZC|US|43.459|-83.445|86|S0|Tuscola Area Airport
TZL|BA|44.41|18.709|308|M1|Tuzla International Airport
TZM|MX|21.167|-88.15|120|S0|Tizimin Airport
TZN|BS|24.158|-77.589|128|M1|South Andros Airport
TZO|MG|-18.345|45.016|320|S0|Tsimiroro Airport
TZR|HU|46.393|17.914|278|S0|Taszar
TZX|TR|40.994|39.782|286|L1|Trabzon Airport
UAB|TR|37|35.418|286|M0|Incirlik Air Base
UAC|MX|32.45|-114.8|103|S0|San Luis Rio Colorado Airport
UAE|PG|-6.233|144.65|358|S0|Mount Aue Airport
UAH|PF|-8.933|-139.55|349|S1|Ua Huka Airport
UAI|TL|-9.3|125.283|193|M0|Suai Airport
UAK|GL|61.163|-45.418|93|M1|Narsarsuaq Airport
UAL|AO|-11|22.5|31|S0|Luau Airport
UAM|GU|13.58|144.93|342|M0|Anderson Air Force Base
UAP|PF|-9.343|-140.081|349|S1|Ua Pou Airport
UAQ|AR|-31.55|-68.517|54|M1|San Juan Airport
UAR|MA|32.514|-1.978|13|M0|Bouarfa
UAS|KE|0.467|37.55|40|S0|Samburu Airport
UAX|GT|17.394|-89.633|98|S0|Uaxactun Airport
UBA|BR|-19.776|-47.958|149|M1|Uberaba Airport
UBB|AU|-9.95|142.183|259|S1|Mabuiag Island Airport
UBI|PG|-6.729|155.683|358|S0|Buin Airport
UBJ|JP|33.933|131.275|240|M1|Yamaguchi Ube Airport
UBN|MN|47.652|106.822|241|L1|Chinggis Khaan International Airport
UBP|TH|15.246|104.871|185|M1|Ubon Ratchathani International Airport
UBR|ID|-3.667|140.85|202|S0|Ubrub, Irian Jaya Airport
UBS|US|33.467|-88.383|78|S0|Lowndes County Airport
UBT|BR|-23.433|-45.083|149|S0|Ubatuba Airport
UBU|AU|-14.3|126.65|267|S0|Kalumburu Airport
UCB|CN|41.127|113.11|232|M1|Ulanqab (Wulanchabu) Jining Airport
UCC|US|37|-116.05|112|S0|Yucca Flat Airport
UCE|US|30.5|-92.417|78|S0|Eunice Airport
UCK|UA|50.75|25.333|290|S0|Lutsk Airport
UCN|LR|5.95|-10.033|39|S0|Buchanan Airport
UCT|RU|63.567|53.8|300|M1|Ukhta Airport
UCY|US|36.433|-89.05|78|S0|Everett-Stewart Airport
UDA|AU|-18.183|144.6|259|S0|Undarra Airport
UDD|US|33.746|-116.271|112|S0|Bermuda Dunes Airport
UDE|NL|51.722|5.778|270|M0|Volkel Ab
UDI|BR|-18.889|-48.23|149|M1|Uberlandia Airport
UDJ|UA|48.636|22.271|290|M1|Uzhhorod International Airport
UDN|IT|46.033|13.183|306|S0|Udine Airfield
UDR|IN|24.619|73.891|208|M1|Maharana Pratap Airport
UEE|AU|-42.083|145.55|263|S0|Queenstown Airport
UEL|MZ|-17.858|36.872|35|M1|Quelimane Airport
UEN|RU|65.96|78.437|247|S0|Urengoy Airport
UEO|JP|26.365|126.719|240|M1|Kume-jima Airport
UES|US|43.039|-88.238|78|S0|Waukesha County Airport
UET|PK|30.249|66.949|206|M1|Quetta Airport
UFA|RU|54.565|55.885|247|L1|Ufa International Airport
UGA|MN|48.8|103.55|241|M1|Bulgan Airport
UGB|US|57.425|-157.744|51|S0|Ugashik Bay Airport
UGC|UZ|41.585|60.633|236|M1|Urgench Airport
UGI|US|57.731|-153.321|51|S0|San Juan (Uganik) SPB
UGL|AQ|-79.778|-83.321|171|S0|Union Glacier Blue-Ice Runway
UGN|US|42.421|-87.866|78|S0|Waukegan National Airport
UGO|AO|-7.817|15.15|31|M0|Uige Airport
UGS|US|57.533|-157.417|51|S0|Ugashik Airport
UGT|MN|43.772|104.174|241|S0|Bulagtai Resort
UGU|ID|-3.733|137.033|202|M1|Bilogai-Sugapa Airport
UHE|CZ|49.067|17.45|304|M0|Uherske Hradiste Airport
UHS|RU|50.878|142.175|229|S0|Aleksandrovsk-Sakhalinskiy Airport
UIB|CO|5.691|-76.642|70|M1|El Carano Airport
UIH|VN|13.955|109.042|198|M1|Phu Cat Airport
UII|HN|16.092|-86.888|157|S1|Utila Airport
UIK|RU|58.133|102.55|200|S0|Ust-Ilimsk Airport
UIL|US|47.9|-124.633|112|S0|Quillayute State Airport
UIN|US|39.944|-91.197|78|M1|Quincy Regional Airport
UIO|EC|-0.124|-78.356|99|L1|Mariscal Sucre International Airport
UIP|FR|47.974|-4.171|302|M0|Pluguffan Airport
UIQ|VU|-17.54|168.442|336|S0|Quoin Hill Airfield
UIR|AU|-31.5|150.517|268|S0|Quirindi Airport
UIT|MH|5.833|169.617|348|S1|Jaluit Airport
UJE|MH|9.083|165.667|348|S1|Ujae Island Airport
UJN|KR|36.77|129.465|231|S0|Uljin Airport
UJU|KP|40.152|124.499|224|S0|Uiju Airfield
UKA|KE|-4.3|39.567|40|S0|Ukunda Airport
UKB|JP|34.637|135.228|240|L1|Kobe Airport
UKE|IN|20.098|83.183|208|S1|Utkela Airport
UKG|RU|70.011|135.645|244|S1|Ust-Kuyga Airport
UKH|OM|19.386|56.401|216|S0|Mukhaizna Airport
UKI|US|39.126|-123.202|112|M0|Ukiah Municipal Airport
UKK|KZ|50.026|82.506|176|M1|Ust-Kamenogorsk Airport
UKN|US|43.267|-91.483|78|S0|Waukon Municipal Airport
UKR|YE|13.933|45.683|175|S0|Mukeiras Airport
UKS|UA|44.692|33.577|290|M0|Belbek Airport
UKT|US|40.434|-75.381|129|S0|Upper Bucks Airport
UKU|PG|-3.683|142.467|358|S0|Nuku Airport
UKX|RU|56.85|105.733|200|M1|Ust-Kut Airport
UKY|JP|35|135.751|240|M1|Kyoto Downtown Heliport
ULA|AR|-49.317|-67.667|54|M0|San Julian Airport
ULB|VU|-16.417|168.333|336|S0|Ulei Airport
ULD|ZA|-28.316|31.419|22|M0|Prince Mangosuthu Buthelezi Airport
ULE|PG|-4.933|151.267|358|S0|Sule Airport
ULG|MN|48.992|89.92|241|S1|Olgii Airport
ULH|SA|26.481|38.117|228|M1|Prince Abdul Majeed bin Abdulaziz Airport
ULI|FM|10.017|139.8|334|S0|Ulithi Airport
ULK|RU|60.722|114.832|229|M1|Lensk Airport
ULL|GB|56.45|-6|293|S0|Mull Airport
ULM|US|44.321|-94.501|78|S0|New Ulm Airport
ULN|MN|47.853|106.763|241|M0|Buyant-Ukhaa International Airport
ULO|MN|49.973|92.08|241|S1|Ulaangom Airport
ULP|AU|-26.633|144.3|259|M1|Quilpie Airport
ULQ|CO|4.097|-76.229|70|M0|Farfan Airport
ULS|CO|8.65|-76.75|70|S0|Mulatos Airport
ULU|UG|2.79|32.274|24|M1|Gulu Airport
ULV|RU|54.268|48.227|307|M1|Ulyanovsk Baratayevka Airport
ULX|ZA|-24.782|31.354|22|S0|Ulusaba Airport
ULY|RU|54.399|48.803|307|M1|Ulyanovsk Vostochny Airport
ULZ|MN|47.75|96.85|241|S1|Uliastai Donoi Airport
UMA|CU|20.243|-74.147|102|S0|Punta de Maisi
UMB|US|53.377|-167.887|51|M1|North Shore Airport
UMC|PG|-7.017|145.967|358|S0|Umba Airport
UMD|GL|70.669|-52.118|93|S1|Uummannaq Airport
UME|SE|63.793|20.29|312|L1|Umea Airport
UMI|PE|-13.25|-70.667|111|S0|Quincemil Airport
UMM|US|63.317|-149.317|51|S0|Summit Airport
UMR|AU|-31.15|136.817|258|S0|RAAF Woomera
UMS|RU|60.357|134.437|245|S1|Ust-Maya Airport
UMT|US|69.417|-152.333|51|S0|Umiat Airport
UMU|BR|-23.798|-53.313|149|S1|Umuarama Airport
UMY|UA|50.933|34.783|290|S0|Sumy Airport
UMZ|US|34.545|-94.203|78|S0|Mena Intermountain Municipal Airport
UNA|BR|-15.353|-38.997|66|S1|Una Airport
UNC|CO|8.033|-77.083|70|S0|Unguia Airport
UND|AF|36.665|68.911|204|M0|Kunduz Airport
UNE|LS|-30.167|27.167|36|S0|Qacha's Nek Airport
UNG|PG|-6.126|141.286|358|S1|Kiunga Airport
UNI|VC|13.5|-61|156|M1|Union Island Airport
UNK|US|63.882|-160.799|51|M1|Unalakleet Airport
UNN|TH|9.853|98.629|185|M1|Ranong Airport
UNR|MN|47.317|110.667|241|S0|Underkhaan Airport
UNT|GB|60.749|-0.85|293|M1|Unst Airport
UNU|US|43.426|-88.704|78|S0|Dodge County Airport
UOA|PF|-21.859|-138.82|361|S0|Moruroa Atoll
UOL|ID|1.104|121.416|214|S1|Pogogul Airport
UOS|US|35.183|-85.9|78|S0|Franklin County Airport
UOX|US|34.38|-89.535|78|M0|University-Oxford Airport
UPB|CU|23.033|-82.579|102|M0|Playa Baracoa Airport
UPC|VE|10.217|-64.633|75|M1|Puerto La Cruz Airport
UPF|DE|48.867|8.683|274|M1|Pforheim Airport
UPG|ID|-5.077|119.548|214|L1|Sultan Hasanuddin International Airport
UPK|GL|72.153|-55.531|93|M1|Upernavik Kujalleq Heliport
UPL|CR|10.783|-85.033|80|M0|Upala Airport
UPN|MX|19.402|-102.038|122|M1|Licenciado y General Ignacio Lopez Rayon Airport
UPP|US|20.268|-155.863|343|S0|Upolu Point Airport
UPR|PG|-8.533|142.633|358|S0|Upiara Airport
UPV|GB|51.286|-1.782|293|S0|Upavon Aerodrome
URA|KZ|51.154|51.539|221|M1|Oral Ak Zhol Airport
URB|BR|-20.778|-51.563|149|S0|Ernesto Pochler Airport
URC|CN|43.901|87.475|232|L1|Urumqi Diwopu International Airport
URD|DE|49.8|11.133|274|S0|Burg Feuerstein Airport
URE|EE|58.217|22.5|313|M1|Kuressaare Airport
URG|BR|-29.783|-57.036|149|M1|Ruben Berta Airport
URI|CO|3.217|-74.4|70|S0|Uribe Airport
URJ|RU|60.117|64.833|247|M1|Uraj Airport
URM|VE|5.342|-62.758|75|S0|Uriman Airport
URN|AF|32.95|69.183|204|S0|Urgoon Airport
URO|FR|49.389|1.188|302|M0|Boos Airport
URR|CO|6.333|-76.183|70|S0|Urrao Airport
URS|RU|51.751|36.283|300|M1|Kursk Vostochny Airport
URT|TH|9.134|99.143|185|M1|Surat Thani Airport
URU|PG|-9.5|148.567|358|S0|Uroubi Airport
URY|SA|31.41|37.275|228|M1|Gurayat Airport
URZ|AF|32.9|66.617|204|S0|Uruzgan Airport
USA|US|35.385|-80.711|129|M1|Concord–Padgett Regional Airport
USC|US|34.687|-81.641|129|S0|Troy Shelton Field
USH|AR|-54.839|-68.312|60|M1|Malvinas Argentinas Airport
USI|GY|8.167|-59.833|100|S0|Mabaruma Airport
USJ|KZ|46.19|80.831|176|S1|Usharal Airport
USK|RU|66.002|57.375|300|M1|Usinsk Airport
USL|AU|-25.967|113.117|267|S0|Useless Loop Airport
USM|TH|9.551|100.063|185|L1|Koh Samui Airport
USN|KR|35.594|129.356|231|M1|Ulsan Airport
USO|PG|-5.5|145.433|358|S0|Usino Airport
USQ|TR|38.68|29.482|286|M0|Usak Airport
USR|RU|64.549|143.111|244|M1|Ust-Nera Airport
USS|CU|21.867|-79.55|102|S0|Sancti Spiritus Airport
UST|US|29.959|-81.338|129|M1|St. Augustine Airport
USU|PH|12.12|120.099|215|M1|Busuanga Airport
UTA|ZW|-18.967|32.667|21|S0|Mutare Airport
UTB|AU|-22.587|144.525|259|S0|Muttaburra Airport
UTC|NL|52.127|5.276|270|S0|Soesterberg
UTD|AU|-15.817|134.167|261|S0|Nutwood Downs Airport
UTG|LS|-30.5|27.6|36|S0|Quthing Airport
UTH|TH|17.387|102.775|185|M1|Udon Thani International Airport
UTI|FI|60.9|26.933|284|M0|Utti Airport
UTK|MH|11.233|169.867|348|S1|Utirik Island Airport
UTM|US|34.683|-90.35|78|S0|Tunica Municipal Airport
UTN|ZA|-28.401|21.253|22|M1|Upington Airport
UTO|US|65.993|-153.702|51|M1|Indian Mountain Air Force Station
UTP|TH|12.683|101.017|185|M1|Utapao Airport
UTR|TH|17.669|100.244|185|S0|Uttaradit Airport
UTS|RU|65.433|52.2|300|M0|Ust-Tsylma Airport
UTT|ZA|-31.583|28.783|22|M1|Mthatha Airport
UTU|PA|9.667|-78.833|132|S0|Ustupo Airport
UTW|ZA|-31.867|26.867|22|M0|Queenstown Airport
UUA|RU|54.634|52.791|300|M1|Bugulma Airport
UUD|RU|51.833|107.5|200|M1|Ulan-Ude Airport
UUK|US|70.417|-148.917|51|S0|Kuparuk Airport
UUN|MN|46.683|113.283|241|M0|Baruun-Urt Airport
UUS|RU|46.885|142.722|229|M1|Yuzhno-Sakhalinsk Airport
UUU|PG|-9|147.467|358|S0|Manumu Airport
UVA|US|29.202|-99.735|78|S0|Garner Field
UVE|NC|-20.642|166.572|354|M1|Ouvea Airport
UVF|LC|13.736|-60.952|154|L1|Hewanorra Airport
UVI|BR|-26.367|-51.089|149|S1|Uniao Da Vitoria
UVL|EG|25.475|30.591|12|S0|El Kharga Airport
UVO|PG|-5.975|150.967|358|S0|Uvol Airport
UWA|US|42.267|-72.233|129|S0|Ware Airport
UYL|SD|12.072|24.895|25|M1|Nyala Airport
UYN|CN|38.361|109.596|232|L1|Yulin Yuyang Airport
UYU|BO|-20.446|-66.848|110|S1|Uyuni Airport
UZC|RS|43.899|19.697|273|M0|Ponikve Airport
UZH|SA|26.1|43.933|228|M1|Unayzah Airport
UZM|CA|68.161|-106.616|72|S0|Hope Bay Aerodrome
UZR|KZ|47.092|81.659|176|S1|Urzhar Airport
UZU|AR|-29.779|-58.096|54|M0|Curuzu Cuatia Airport
VAA|FI|63.044|21.76|284|M1|Vaasa Airport
VAB|CO|1.117|-70.75|70|S0|Yavarate Airport
VAC|DE|52.917|8.05|274|S0|Varrelbusch Airport
VAD|US|30.833|-83.283|129|M0|Moody Air Force Base
VAF|FR|44.92|4.97|302|M0|Chabeuil Airport
VAG|BR|-21.586|-45.473|149|M0|Major-Brigadeiro Trompowsky Airport
VAH|BO|-18.483|-64.1|110|S0|Vallegrande Airport
VAI|PG|-2.687|141.299|358|M1|Vanimo Airport
VAK|US|61.529|-165.59|51|S1|Chevak Airport
VAL|BR|-13.303|-38.992|66|S1|Valenca Airport
VAM|MV|3.471|72.836|326|M1|Villa International Airport Maamigili
VAN|TR|38.47|43.337|286|M1|Van Ferit Melen Airport
VAO|SB|-7.586|158.731|341|S1|Suavanao Airport
VAP|CL|-33.033|-71.667|147|S0|Valparaiso Airport
VAQ|RU|60.358|102.315|209|S1|Vanavara Airport
VAR|BG|43.237|27.829|311|L1|Varna Airport
VAS|TR|39.814|36.904|286|S1|Sivas Airport
VAT|MG|-19.283|48.833|320|S0|Vatomandry Airport
VAU|FJ|-17.5|177.867|337|S0|Vatukoula Airport
VAV|TO|-18.586|-173.964|363|M1|Lupepau'u Airport
VAW|NO|70.355|31.046|301|M1|Vardo Airport
VAZ|FR|45.45|6.983|302|M1|Val D'Isere Airport
VBA|MM|19.777|94.028|246|S0|Ann Airport
VBC|MM|21.941|96.09|246|S0|Mandalay Chan Mya Thazi Airport
VBG|US|34.734|-120.575|112|M0|Vandenburg Air Force Base
VBM|US|57.858|-157.087|51|M1|Blue Mountain Airport
VBP|MM|11.267|98.767|246|S0|Bokpyin Airport
VBS|IT|45.425|10.327|306|M1|Montichiari Airport
VBV|FJ|-17.247|-178.956|337|S1|Vanua Balavu Airport
VBW|US|38.367|-79.053|129|S0|Bridgewater
VBY|SE|57.66|18.338|312|M1|Visby Airport
VCA|VN|10.047|105.766|198|M1|Can Tho Airport
VCB|US|38.468|-122.075|112|S0|Nut Tree
VCC|BR|-28.432|-51.023|149|S0|Vacaria Airport
VCD|AU|-16.4|131|261|S0|Victoria River Downs Airport
VCE|IT|45.502|12.338|306|L1|Venice Marco Polo Airport
VCF|AR|-40.7|-66.15|54|S0|Valcheta Airport
VCH|UY|-31.733|-54.25|126|S0|Vichadero Airport
VCL|VN|15.414|108.703|198|S1|Chu Lai International Airport
VCP|BR|-23.01|-47.142|149|L1|Viracopos International Airport
VCR|VE|10.183|-70.083|75|M0|Carora Airport
VCS|VN|8.732|106.629|198|M1|Con Dao Airport
VCT|US|28.851|-96.914|78|M1|Victoria Regional Airport
VCV|US|34.587|-117.378|112|S0|Southern California Logistics Airport
VDA|IL|29.952|34.934|203|S0|Ovda Airport
VDB|NO|61.016|9.288|301|S0|Fagernes Airport
VDC|BR|-14.908|-40.915|66|M1|Glauber Rocha Airport
VDE|ES|27.814|-17.885|251|M1|Hierro Airport
VDF|US|28.011|-82.342|129|S0|Tampa Executive Airport
VDH|VN|17.515|106.591|198|M1|Dong Hoi Airport
VDI|US|32.217|-82.417|129|S0|Vidalia Municipal Airport
VDM|AR|-40.863|-63.005|54|M1|Gobernador Edgardo Castello Airport
VDO|VN|21.118|107.414|198|L1|Van Don International Airport
VDP|VE|9.221|-65.991|75|M0|Valle de la Pascua Airport
VDR|AR|-31.941|-65.142|54|M0|Villa Dolores Airport
VDS|NO|70.065|29.845|301|M1|Vadso Airport
VDU|US|28.3|-97.283|78|M1|Tom O'Connor Oil Field Airport
VDY|IN|15.175|76.634|208|S0|Jindal Vijaynagar Airport
VDZ|US|61.133|-146.239|51|M1|Valdez Municipal Airport
VEE|US|67.023|-146.411|51|S1|Venetie Airport
VEG|GY|5.55|-59.283|100|S0|Maikwak Airport
VEL|US|40.439|-109.51|85|M1|Vernal Regional Airport
VEO|RU|60.374|93.012|209|S1|Severo-Yeniseyskiy Airport
VER|MX|19.142|-96.183|122|L1|Veracruz International Airport
VEV|SB|-7.85|159.55|341|S0|Barakoma Airport
VEX|US|41.917|-77.133|78|S0|Tioga Municipal Airport
VEY|IS|63.426|-20.278|255|M0|Vestmannaeyjar Airport
VFA|ZW|-18.093|25.84|21|M1|Victoria Falls Airport
VGA|IN|16.529|80.797|208|M1|Vijayawada Airport
VGD|RU|59.283|39.95|300|M0|Vologda Airport
VGO|ES|42.225|-8.634|295|M1|Vigo Airport
VGS|AR|-35.083|-63|54|S0|General Villegas Airport
VGT|US|36.21|-115.191|112|M0|North Las Vegas Airport
VGZ|CO|0.982|-76.605|70|S0|Villa Garzon Airport
VHC|AO|-9.75|20.55|31|M0|Saurimo Airport
VHM|SE|64.617|16.65|312|M1|Vilhelmina Airport
VHN|US|31.05|-104.833|78|S0|Culberson County Airport
VHO|MZ|-14.617|34.317|35|M1|Vila Coutinho Airport
VHV|RU|63.459|120.276|245|S1|Verkhnevilyuysk Airport
VHY|FR|46.166|3.41|302|M0|Charmeil Airport
VHZ|PF|-18.583|-138.833|361|S0|Vahitahi Airport
VIA|BR|-27.008|-51.136|149|S0|Videira Airport
VIB|MX|25.058|-111.7|118|S0|Villa Constitucion Airport
VIC|IT|45.573|11.53|306|S0|Vicenza Airport
VIE|AT|48.12|16.564|315|L1|Vienna International Airport
VIF|IT|41.866|16.165|306|M1|Vieste Heliport
VIG|VE|8.633|-71.65|75|M1|El Vigia Airport
VIH|US|38.133|-91.767|78|S0|Rolla National Airport
VII|VN|18.729|105.67|198|M1|Vinh International Airport
VIJ|VG|18.45|-64.428|162|S1|Virgin Gorda Airport
VIL|MA|23.715|-15.929|13|M1|Dakhla Airport
VIN|UA|49.243|28.606|290|M0|Havryshivka Vinnytsia International Airport
VIP|CH|46.958|7.056|319|S0|Payerne Air Base
VIQ|TL|-8.883|126.367|193|S0|Viqueque Airport
VIR|ZA|-29.771|31.058|22|M0|Virginia Airport
VIS|US|36.319|-119.394|112|M0|Visalia Municipal Airport
VIT|ES|42.833|-2.5|295|M1|Vitoria Airport
VIU|SB|-8.5|157.667|341|S0|Viru Harbour Airstrip
VIV|PG|-9.331|150.342|358|S0|Vivigani Airport
VIX|BR|-20.257|-40.29|149|L1|Eurico de Aguiar Salles Airport
VIY|FR|48.774|2.192|302|M0|Villacoublay-Velizy Ab
VIZ|IN|17.976|83.504|208|M1|Alluri Sitarama Raju International Airport
VJB|MZ|-25.033|33.617|35|S1|Xai Xai Airport
VJI|US|36.686|-82.033|129|S0|Virginia Highlands Airport
VJQ|MZ|-15.417|36.967|35|S0|Gurue Airport
VKG|VN|10.083|105.083|198|M1|Rach Gia Airport
VKO|RU|55.603|37.292|300|L1|Vnukovo International Airport
VKS|US|32.35|-90.85|78|S0|Vicksburg Airport
VKT|RU|67.486|63.995|300|M1|Vorkuta Airport
VKV|RU|64.442|40.422|300|S0|Vaskovo Airport
VLA|US|38.967|-89.1|78|S0|Vandalia Airport
VLC|ES|39.492|-0.473|295|L1|Valencia Airport
VLD|US|30.784|-83.272|129|M1|Valdosta Regional Airport
VLE|US|35.65|-112.183|135|S0|J. T. Robidoux Airport
VLG|AR|-37.236|-57.026|54|M0|Villa Gesell Airport
VLI|VU|-17.702|168.32|336|L1|Bauerfield International Airport
VLK|RU|47.683|42.083|300|M0|Volgodonsk Airport
VLL|ES|41.706|-4.845|295|M1|Valladolid Airport
VLM|BO|-21.25|-63.5|110|M0|Villamontes Airport
VLN|VE|10.154|-67.922|75|M1|Arturo Michelena International Airport
VLO|US|38.117|-122.233|112|S0|Stolport Airport
VLP|BR|-10.016|-51.122|73|S0|Vila Rica Municipal Airport
VLR|CL|-28.592|-70.762|147|M0|Vallenar Airport
VLS|VU|-16.8|168.179|336|S1|Valesdir Airport
VLU|RU|56.383|30.617|300|M0|Velikiye Luki Airport
VLV|VE|9.34|-70.586|75|M1|Colonel Antonio Nicolas Briceno Airport
VLY|GB|53.25|-4.529|293|M0|Anglesey Airport
VME|AR|-33.725|-65.378|54|M0|Villa Reynolds Airport
VMI|PY|-22.25|-58|62|M0|Vallemi Airport
VMU|PG|-7.5|144.8|358|M1|Baimuru Airport
VNA|LA|15.693|106.426|243|S0|Saravane Airport
VNC|US|27.078|-82.439|129|S0|Venice Municipal Airport
VND|MG|-23.35|47.567|320|S0|Vangaindrano Airport
VNE|FR|47.65|-2.767|302|M0|Meucon Airport
VNO|LT|54.643|25.28|316|L1|Vilnius International Airport
VNR|AU|-16.867|141.917|259|S0|Vanrook Airport
VNS|IN|25.45|82.854|208|M1|Lal Bahadur Shastri International Airport
VNT|LV|57.358|21.544|305|S0|Ventspils International Airport
VNX|MZ|-22.017|35.283|35|M1|Vilanculos Airport
VNY|US|34.21|-118.49|112|M0|Van Nuys Airport
VOD|CZ|50.217|14.505|304|M0|Vodochody Airport
VOG|RU|48.792|44.355|300|M1|Volgograd International Airport
VOH|MG|-13.367|50|320|M0|Vohemar Airport
VOI|LR|8.417|-9.75|39|S0|Voinjama Airport
VOK|US|43.937|-90.257|78|M0|Volk Field
VOL|GR|39.22|22.793|272|M1|Nea Anchialos Airport
VOT|BR|-20.433|-49.883|149|S0|Votuporanga Airport
VOZ|RU|51.812|39.227|300|M1|Voronezh International Airport
VPE|AO|-17.047|15.69|31|M1|Ongiva Airport
VPG|KE|-3.814|39.797|40|S0|Vipingo Airport
VPN|IS|65.721|-14.851|255|S1|Vopnafjordur Airport
VPS|US|30.496|-86.549|78|M1|Destin Fort Walton Beach Airport
VPY|MZ|-19.149|33.427|35|M1|Chimoio Airport
VPZ|US|41.453|-87.005|78|M0|Porter County Regional Airport
VQQ|US|30.22|-81.874|129|M0|Cecil Airport
VQS|PR|18.134|-65.488|139|L1|Antonio Rivera Rodriguez Airport
VRA|CU|23.04|-81.437|102|L1|Juan Gualberto Gomez Airport
VRB|US|27.652|-80.414|129|M1|Vero Beach Municipal Airport
VRC|PH|13.58|124.212|215|M1|Virac Airport
VRE|ZA|-31.667|18.5|22|M0|Vredendal Airport
VRI|RU|68.848|58.199|300|S0|Varandey Airport
VRK|FI|62.171|27.869|284|M0|Varkaus Airport
VRL|PT|41.276|-7.719|291|M1|Vila Real Airport
VRN|IT|45.402|10.907|306|L1|Valerio Catullo Airport
VRO|CU|23.133|-81.3|102|M0|Kawama Airport
VRS|US|38.433|-92.85|78|S0|Roy Otten Memorial Airport
VRU|ZA|-26.917|24.75|22|M0|Vryburg Airport
VRY|NO|67.654|12.727|301|S1|Tobbisodden Heliport
VRZ|BR|-21.241|-44.964|149|S0|Lavras Airport
VSA|MX|17.992|-92.819|122|L1|Carlos Rovirosa Perez International Airport
VSE|PT|40.723|-7.889|291|M1|Viseu Airport
VSF|US|42.117|-72.583|129|S0|Hartness State Airport
VSG|UA|48.417|39.374|289|L0|Luhansk Intl.
VSO|VN|9.433|105.467|198|M1|Phuoc-long Airport
VST|SE|59.589|16.631|312|M1|Vasteras/Hasslo Airport
VSV|IN|27.5|82.033|208|S1|Shravasti Airport
VTB|BY|55.13|30.355|298|M0|Vitebsk Airport
VTE|LA|17.975|102.568|243|L1|Wattay International Airport
VTF|FJ|-18.55|177.617|337|S0|Vatulele Airport
VTG|VN|10.374|107.091|198|S0|Vung Tau Airport
VTL|FR|48.2|5.95|302|S0|Vittel Airport
VTM|IL|31.208|35.012|203|M0|Nevatim Air Force Base
VTN|US|42.867|-100.55|78|M0|Miller Field
VTU|CU|20.986|-76.94|102|M1|Hermanos Ameijeiras Airport
VTZ|IN|17.724|83.228|208|M1|Visakhapatnam Airport
VUP|CO|10.437|-73.253|70|M1|Valledupar Airport
VUS|RU|60.767|46.317|300|M1|Velikij Ustyug Airport
VUU|MW|-15.683|35|9|S0|MVUU Camp
VVB|MG|-19.833|48.8|320|S0|Mahanoro Airport
VVC|CO|4.079|-73.567|70|M1|La Vanguardia Airport
VVI|BO|-17.648|-63.14|110|L1|Viru Viru International Airport
VVK|SE|57.75|16.633|312|S0|Vastervik Airport
VVN|PE|-11.855|-72.939|111|S0|Malvinas
VVO|RU|43.396|132.165|244|L1|Vladivostok International Airport
VVZ|DZ|26.533|8.55|3|M1|Illizi Airport
VXC|MZ|-13.283|35.25|35|M1|Lichinga Airport
VXE|CV|16.837|-25.054|252|M1|Cesaria Evora International Airport
VXO|SE|56.925|14.732|312|M1|Vaxjo-Kronoberg Airport
VYD|ZA|-27.783|30.8|22|S0|Vryheid Airport
VYI|RU|63.756|121.694|245|M1|Vilyuysk Airport
VYS|US|41.333|-89.133|78|S0|Illinois Valley Regional Airport
WAA|US|65.617|-168.091|51|S1|Wales Airport
WAB|PG|-5.483|143.733|358|M1|Wabag Airport
WAC|ET|7.167|37.167|2|S0|Waca Airport
WAD|MG|-17.45|47.517|320|S0|Andriamena Airport
WAE|SA|20.498|45.204|228|M1|Wadi Ad Dawasir Airport
WAF|PK|32.333|69.533|206|S0|Wana Airport
WAG|NZ|-39.961|175.024|331|M1|Wanganui Airport
WAH|US|46.267|-96.6|78|S0|Wahpeton Airport
WAI|MG|-14.917|47.95|320|M0|Antsohihy Airport
WAJ|PG|-7.8|143.267|358|S0|Wawoi Falls Airport
WAK|MG|-22.3|44.533|320|S0|Ankazoabo Airport
WAL|US|37.941|-75.468|129|S0|Wallops Flight Facility
WAM|MG|-17.8|48.433|320|S0|Ambatondrazaka Airport
WAN|AU|-25.367|141.933|259|M1|Waverney Airport
WAO|PG|-7.495|144.824|358|S0|Wabo Airport
WAP|CL|-43.617|-71.8|147|S0|Alto Palena Airport
WAQ|MG|-18.7|44.617|320|S0|Antsalova Airport
WAR|ID|-3.117|140.883|202|S0|Waris Airport
WAT|IE|52.189|-7.082|281|M0|Waterford Airport
WAU|AU|-31.467|152.75|268|S0|Wauchope Airport
WAV|AU|-17.483|130.95|261|S0|Wave Hill Airport
WAW|PL|52.171|20.973|317|L1|Warsaw Chopin Airport
WAX|LY|33.1|12.15|47|S0|Zuwarah Airport
WAY|US|39.75|-77.583|129|S0|Green County Airport
WAZ|AU|-28.15|151.95|259|S0|Warwick Airport
WBA|ID|-2.817|129.483|202|S0|Wahai Airport
WBB|US|63.515|-162.285|51|S1|Stebbins Airport
WBC|PG|-9.339|150.509|358|S0|Wapolu Airport
WBD|MG|-15.2|48.483|320|S0|Befandriana Airport
WBE|MG|-14.533|48.7|320|S0|Bealanana Airport
WBG|DE|54.45|9.517|274|M0|Schleswig Jagel Airport
WBI|US|40.017|-105.283|85|M1|Broker Inn Airport
WBK|US|44.245|-84.18|86|S0|West Branch Community Airport
WBM|PG|-5.633|143.891|358|M1|Wapenamanda Airport
WBN|US|42.467|-71.15|129|M1|Cummings Park Airport
WBO|MG|-21.6|45.133|320|S0|Beroroha Airport
WBQ|US|66.362|-147.408|51|S1|Beaver Airport
WBR|US|43.7|-85.483|86|S0|Big Rapids Airport
WBU|US|40.039|-105.226|85|S0|Boulder Municipal Airport
WBW|US|41.233|-75.883|129|S0|Wyoming Valley Airport
WCA|CL|-42.5|-73.833|147|S0|Gamboa Airport
WCD|AU|-30.174|122.322|267|S0|Carosue Dam Airport
WCH|CL|-42.782|-72.835|147|M0|Nuevo Chaiten Airport
WCR|US|67.506|-148.5|51|S0|Chandalar Airport
WDA|YE|14.867|45.55|175|S0|Wadi Ain Airport
WDB|ID|0.469|127.954|202|S0|Weda Bay Airport
WDG|US|36.384|-97.788|78|S0|Enid Woodring Municipal Airport
WDH|NA|-22.487|17.463|49|L1|Hosea Kutako International Airport
WDI|AU|-26.333|151.817|259|S0|Wondai Airport
WDN|US|48.717|-123.033|112|S1|Waldron Island Airport
WDR|US|33.983|-83.717|129|S0|Winder Airport
WDS|CN|32.59|110.906|232|M1|Shiyan Wudangshan Airport
WDY|US|57.783|-152.4|51|M1|Kodiak FSS Airport
WEA|US|32.767|-97.8|78|S0|Parker County Airport
WED|PG|-10.1|150.083|358|S0|Wedau Airport
WEF|CN|36.641|119.113|232|M1|Weifang Airport
WEH|CN|37.188|122.236|232|M1|Weihai Airport
WEI|AU|-12.681|141.925|259|M1|Weipa Airport
WEL|ZA|-28|26.75|22|S0|Welkom Airport
WEM|GB|51.3|0.417|293|M1|West Malling Airport
WEP|PG|-10.067|148.167|358|S0|Weam Airport
WES|LR|7.283|-10.483|39|M1|Weasua Airport
WET|ID|-4.167|135.833|202|S0|Wagethe Airport
WEW|AU|-30.233|149.433|268|S0|Wee Waa Airport
WEX|IE|52.333|-6.467|281|M1|Castlebridge Airport
WFB|US|55.358|-131.668|51|S1|Waterfront Sea Plane Base
WFD|GB|53.338|-2.149|293|S0|Woodford Airport
WFI|MG|-21.441|47.111|320|M0|Fianarantsoa Airport
WFK|US|47.35|-68.333|129|S0|Northern Aroostook Regional
WFR|AQ|-71.517|8.8|173|S0|Wolfs Fang Runway
WGA|AU|-35.16|147.466|268|M1|Wagga Wagga Airport
WGB|PK|30|73.25|206|M1|Bahawalnagar Airport
WGC|IN|17.917|79.6|208|S0|Warangal Airport
WGE|AU|-30.033|148.133|268|M1|Walgett Airport
WGN|CN|26.802|110.642|232|M1|Shaoyang Wugang Airport
WGO|US|39.143|-78.147|129|S0|Winchester Regional Airport
WGP|ID|-9.667|120.3|214|S1|Waingapu Airport
WGT|AU|-36.367|146.333|266|M0|Wangaratta Airport
WGU|PG|-6.8|146.8|358|S0|Wagau Airport
WGY|GA|0.517|10.433|29|S0|Wagny Airport
WHA|CN|31.104|118.667|232|M1|Wuhu Xuanzhou Airport
WHB|AU|-22.428|116.888|267|S0|Eliwana Airport
WHD|US|55.904|-130.011|108|S1|Hyder Sea Plane Base
WHF|SD|21.75|31.5|25|S0|Wadi Halfa Airport
WHK|NZ|-37.925|176.917|331|M1|Whakatane Airport
WHL|AU|-38.689|146.45|266|S0|Welshpool Airport
WHN|CN|30.252|114.055|232|M1|Wuhan Hannan Airport
WHO|NZ|-43.383|170.183|331|S0|Franz Josef Airport
WHP|US|34.05|-118.25|112|S0|Whiteman Airport
WHS|GB|60.377|-0.922|293|S0|Whalsay Airport
WHT|US|29.317|-96.1|78|S0|Wharton Airport
WHU|CN|31.392|118.411|232|S0|Wuhu Air Base
WIB|US|34.226|-99.284|78|S0|Wilbarger County Airport
WIC|GB|58.457|-3.087|293|M1|Wick Airport
WIE|DE|50.052|8.331|274|M0|Lucius D. Clay Kaserne Air Base
WIK|NZ|-36.81|175.086|331|S0|Waiheke Reeve Airport
WIL|KE|-1.318|36.813|40|M1|Wilson Airport
WIN|AU|-22.35|143.067|259|M1|Winton Airport
WIO|AU|-31.083|143.55|268|S0|Wilcannia Airport
WIR|NZ|-39.015|177.405|331|M0|Wairoa Airport
WIT|AU|-22.267|118.333|267|S0|Wittenoom Airport
WIU|PG|-4.667|149.5|358|S0|Witu Airport
WJA|MH|7.454|168.553|347|S0|Woja Airport
WJF|US|34.74|-118.218|112|M0|General William J Fox Airfield
WJR|KE|1.767|40.6|40|M1|Wajir Airport
WJU|KR|37.442|127.966|231|M1|Wonju Airport
WKA|NZ|-44.723|169.244|331|M1|Wanaka Airport
WKB|AU|-36.15|142.433|266|M0|Warracknabeal Airport
WKF|ZA|-25.835|28.238|22|M0|Waterkloof Air Force Base
WKI|ZW|-18.363|26.518|21|S0|Hwange Airport
WKJ|JP|45.399|141.797|240|M1|Hokkaido Airport
WKK|US|59.278|-158.611|51|M1|Aleknagik Airport
WKL|US|19.921|-155.86|343|M1|Waikoloa Airport
WKN|PG|-5.867|155.217|358|S0|Wakunai Airport
WKR|BS|27.267|-78.4|128|S0|Walkers Cay Airport
WLA|AU|-19.783|120.667|267|S0|Wallal Downs Airport
WLB|US|56.292|-133.658|108|M1|Labouchere Bay Airport
WLC|AU|-30.983|151.6|268|S0|Walcha Airport
WLD|US|37.167|-97.05|78|S0|Arkansas City Airport
WLE|AU|-26.809|150.165|259|S0|Miles Airport
WLG|NZ|-41.329|174.812|331|L1|Wellington International Airport
WLH|VU|-15.413|167.692|336|S1|Walaha Airport
WLK|US|66.603|-159.983|51|S1|Selawik Airport
WLL|AU|-17.617|137.917|259|S0|Wollogorand Airport
WLM|US|42.385|-71.251|129|M1|Waltham Airport
WLN|US|55.873|-133.216|121|M1|Little Naukati Airport
WLO|AU|-16.633|129.317|261|S0|Waterloo Airport
WLP|AU|-23.136|118.707|267|S0|West Angelas Airport
WLR|US|55.667|-131.667|151|S0|Loring Airport
WLS|WF|-13.233|-176.167|365|M1|Wallis Island Airport
WLU|PG|-6.475|143.987|358|S0|Walluanda Airport
WLW|US|39.883|-122.35|112|S0|Glenn County Airport
WMA|MG|-15.833|48.833|320|S0|Mandritsara Airport
WMB|AU|-38.295|142.448|266|S0|Warrnambool Airport
WMC|US|40.904|-117.807|112|M0|Winnemucca Municipal Airport
WMD|MG|-21.033|44.95|320|S0|Mandabe Airport
WME|AU|-27.284|120.55|267|M0|Mount Keith Airport
WMH|US|36.333|-92.383|78|M0|Baxter County Airport
WMI|PL|52.451|20.652|317|M1|Warsaw-Modlin Airport
WMK|US|55.733|-132.183|108|L0|Meyers Chuck Sea Plane Base
WML|MG|-20.35|45.55|320|S0|Malaimbandy Airport
WMN|MG|-15.436|49.69|320|M1|Maroantsetra Airport
WMO|US|64.687|-163.407|51|S1|White Mountain Airport
WMP|MG|-16.075|47.597|320|S0|Mampikony Airport
WMR|MG|-16.164|49.775|320|M0|Mananara Nord Airport
WMT|CN|27.968|106.439|232|M1|Zunyi Maotai Airport
WMV|MG|-16.45|46.567|320|S0|Madirovalo Airport
WMX|ID|-4.1|138.954|202|L1|Wamena Airport
WNA|US|60.7|-162.117|51|S1|Napakiak Sea Plane Base
WND|AU|-28.267|121.833|267|S0|Windarra Airport
WNE|GA|-1.35|9.333|29|S0|Wora Na Ye Airport
WNH|CN|23.567|104.331|232|S1|Wenshan Puzhehei Airport
WNI|ID|-5.317|123.583|214|M1|Matahora Airport
WNN|CA|52.917|-89.167|165|S1|Wunnummin Lake Airport
WNP|PH|13.587|123.27|215|M1|Naga Airport
WNR|AU|-25.417|142.667|259|M1|Windorah Airport
WNS|PK|26.219|68.392|206|M1|Nawabshah Airport
WNU|PG|-4.9|145.317|358|S0|Wanuma Airport
WNZ|CN|27.916|120.847|232|L1|Wenzhou Longwan International Airport
WOA|PG|-6.8|145.883|358|S0|Wonenara Airport
WOE|NL|51.448|4.341|270|M0|Woensdrecht Air Base
WOG|AU|-22.433|134.2|261|M1|Woodgreen Airport
WOK|VE|5.25|-61.733|75|S0|Wonken Airport
WOL|AU|-34.567|150.783|268|M1|Shellharbour Airport
WON|AU|-18.583|140.9|259|S0|Wondoola Airport
WOO|US|65.333|-143.533|51|M1|Woodchopper Airport
WOR|MG|-14.883|47.283|320|S0|Moramba Airport
WOS|KP|39.166|127.484|224|M1|Wonsan Kalma Airport
WOT|TW|23.417|119.5|235|S0|Wonan Airport
WOW|US|61.833|-150.167|51|S0|Willow Airport
WPA|CL|-45.4|-72.7|147|S0|Puerto Aisen Airport
WPB|MG|-15.55|47.667|320|S0|Port Berge Airport
WPC|CA|49.483|-113.95|88|M0|Pincher Creek Airport
WPK|AU|-16.633|144|259|S0|Wrotham Park Airport
WPL|CA|50.183|-124.4|163|S1|Powell Lake Seaplane Base
WPM|PG|-8.817|143.033|358|S0|Wipim Airport
WPO|US|38.867|-107.6|85|S0|North Fork Valley Airport
WPR|CL|-53.253|-70.324|147|M0|Captain F. Martinez Airport
WPU|CL|-54.931|-67.616|147|M0|Guardiamarina Zanartu Airport
WRA|ET|6.967|45.333|2|S0|Warder Airport
WRB|US|32.637|-83.588|129|M0|Robins Air Force Base
WRE|NZ|-35.767|174.364|331|M1|Whangarei Airport
WRG|US|56.484|-132.367|151|M1|Wrangell Airport
WRH|CN|46.017|85.658|232|M1|Wuerhe Airport
WRI|US|40.015|-74.593|129|M0|McGuire Air Force Base
WRL|US|43.968|-107.953|85|M0|Worland Airport
WRN|AU|-30.032|119.386|267|S0|Windarling Airport
WRO|PL|51.105|16.899|317|L1|Wroclaw Airport
WRT|GB|53.745|-2.884|293|M0|Warton
WRW|AU|-20.867|120.717|267|S0|Warrawagine Airport
WRY|GB|59.35|-2.95|293|S1|Westray Airport
WRZ|LK|6.254|81.235|190|S0|Weerawila Airport
WSA|PG|-8.283|142.867|358|S0|Wasua Airport
WSB|US|55.53|-133.642|121|S0|Steamboat Sea Plane Base
WSD|US|32.383|-106.483|85|S0|Condron Army Air Field
WSF|US|54.724|-165.045|51|S0|Cape Sarichef
WSG|US|40.167|-80.25|129|S0|Washington County Airport (Pennsylvania)
WSH|US|40.75|-72.833|129|S0|Brookhaven Airport
WSI|AU|-33.888|150.715|268|S0|Western Sydney Airport
WSK|CN|31.064|109.706|232|S1|Chongqing Wushan Airport
WSM|US|67.402|-150.117|51|S0|Wiseman Airport
WSN|US|58.703|-157.004|51|S1|South Naknek Airport
WSO|SR|5.217|-57.183|134|S0|Washabo Airport
WSP|NI|14.683|-84.017|113|S0|Waspam Airport
WSQ|CN|38.621|108.823|232|M1|Uxin Banner Galutu Airport
WSR|ID|-2.717|134.5|202|S0|Wasior Airport
WST|US|41.35|-71.807|129|M1|Westerly State Airport
WSU|PG|-5.95|147.233|358|S0|Wasu Airport
WSX|US|48.667|-122.883|112|S1|Westsound Airport
WSY|AU|-20.277|148.754|259|S0|Whitsunday Airport
WSZ|NZ|-41.74|171.579|331|M1|Westport Airport
WTA|MG|-17.483|43.967|320|S1|Tambohorano Airport
WTB|AU|-27.559|151.795|259|M1|Toowoomba Wellcamp Airport
WTD|BS|26.686|-78.976|128|S0|West End Airport
WTE|MH|9.45|170.267|348|S1|Wotje Airport
WTK|US|67.563|-162.984|51|S1|Noatak Airport
WTL|US|60.35|-162.633|51|S1|Tuntutuliak Airport
WTN|GB|53.167|-0.517|293|M0|RAF Waddington
WTO|MH|10.167|166.033|348|S1|Wotho Airport
WTP|PG|-8.55|147.25|358|S0|Woitape Airport
WTR|US|33.85|-109.967|135|S0|Whiteriver Airport
WTS|MG|-18.757|46.054|320|S0|Tsiroanomandidy Airport
WTT|PG|-6.05|146.4|358|S0|Wantoat Airport
WTZ|NZ|-36.831|175.678|331|S0|Whitianga Airport
WUA|CN|39.791|106.802|232|S1|Wuhai Airport
WUD|AU|-33.017|135.619|258|S0|Wudinna Airport
WUG|PG|-7.338|146.718|358|S0|Wau Airport
WUH|CN|30.777|114.218|232|L1|Wuhan Tianhe International Airport
WUI|AU|-28.711|121.886|267|S0|Murrin Murrin Airport
WUM|PG|-6.05|149.333|358|S0|West New Britain Airport
WUN|AU|-26.628|120.22|267|M1|Wiluna Airport
WUS|CN|27.701|118.001|232|M1|Wuyishan Airport
WUT|CN|38.598|112.982|232|S1|Xinzhou Wutaishan Airport
WUU|SS|7.724|27.979|23|M0|Wau Airport
WUV|PG|-1.75|142.833|358|S0|Wuvulu Island Airport
WUX|CN|31.493|120.424|232|L1|Sunan Shuofang International Airport
WUZ|CN|23.401|111.099|232|M1|Wuzhou Xijiang Airport
WVB|NA|-22.979|14.517|49|M1|Walvis Bay International Airport
WVI|US|36.917|-121.75|112|S0|Watsonville Airport
WVK|MG|-22.117|48.017|320|M0|Manakara Airport
WVL|US|44.533|-69.68|129|S0|Waterville Robert LaFleur Airport
WVN|DE|53.533|8.117|274|S0|JadeWeser Airport
WWA|US|61.573|-149.504|51|M0|Wasilla Airport
WWD|US|39.006|-74.909|129|M0|Cape May County Airport
WWI|AU|-21.641|121.189|267|S0|Woodie Woodie Airport
WWK|PG|-3.58|143.669|358|M1|Wewak Airport
WWP|US|56.667|-133.833|51|S1|Whale Pass Airport
WWR|US|36.436|-99.526|78|M0|West Woodward Airport
WWT|US|60.923|-164.649|51|S1|Newtok Airport
WWY|AU|-33.933|147.25|268|M0|West Wyalong Airport
WXF|GB|51.973|0.511|293|S0|Wether Field Royal Air Force
WXN|CN|30.8|108.427|232|S1|Wanzhou Airport
WYA|AU|-33.052|137.522|258|M1|Whyalla Airport
WYB|US|55.917|-131.833|151|S0|Yes Bay Sea Plane Base
WYE|SL|8.617|-11.059|19|M0|Yengema Airport
WYN|AU|-15.507|128.137|267|S0|Wyndham Airport
WYS|US|44.687|-111.105|85|M1|Yellowstone Airport
WZA|GH|10.083|-0.333|1|S0|Wa Airport
WZQ|CN|41.46|108.535|232|S0|Urad Middle Banner Airport
XAB|FR|50.231|1.977|302|S0|Abbeville
XAC|FR|44.736|-1.249|302|S0|La Teste De Buch
XAI|CN|32.541|114.078|232|M1|Xinyang Minggang Airport
XAL|MX|27.017|-108.933|103|S0|Alamos Airport
XAN|FR|48.575|0.192|302|S0|Valframbert
XAP|BR|-27.132|-52.66|149|M1|Chapeco Airport
XAR|BF|14.233|-0.867|44|S0|Aribinda Airport
XAU|GF|3.617|-53.2|76|S0|Saul Airport
XAY|LA|18.667|104.717|243|M1|Xayabury Airport
XBB|CA|50|-123|163|S0|Blubber Bay Airport
XBD|FR|48.883|5.208|302|S0|Les Hauts De Chee
XBE|CA|53.95|-90.983|165|S1|Bearskin Lake Airport
XBG|BF|12.983|-0.133|44|S0|Bogande Airport
XBJ|IR|32.899|59.255|238|M1|Birjand Airport
XBL|ET|8.45|36.333|2|S0|Buno Bedelle Airport
XBN|PG|-9.633|149.3|358|S0|Biniguni Airport
XBO|BF|12.65|-0.567|44|S0|Boulsa Airport
XBR|CA|44.583|-75.683|161|S0|Brockville Airport
XBX|FR|49.128|0.567|302|S0|St Martin
XCH|CX|-10.5|105.667|322|M1|Christmas Island Airport
XCL|CA|58.391|-109.516|143|S0|Cluff Lake Airport
XCM|CA|42.4|-82.183|161|S0|Chatham-Kent Municipal Airport
XCN|PH|12.017|120.2|215|S0|Coron Airport
XCO|AU|-38.35|143.583|266|S0|Colac Airport
XCP|FR|49.444|2.859|302|S0|Margny
XCR|FR|48.78|4.191|302|M1|Chalons Vatry Airport
XCX|FR|46.914|0.57|302|S0|Targe
XCZ|FR|49.8|4.727|302|S0|Charleville-Mezieres
XDA|FR|43.742|-1.089|302|S0|Seyresse Army
XDE|BF|10.967|-3.25|44|S0|Diebougou Airport
XDJ|BF|14.1|-1.633|44|S0|Djibo Airport
XDK|KR|35.88|128.629|231|S0|Dongdaegu Railway Station
XEN|CN|40.733|118.617|232|M0|Xingcheng Airport
XEQ|GL|60.194|-44.813|93|M1|Tasiusaq Heliport (Kujalleq)
XES|US|42.628|-88.428|78|S0|Lake Geneva Municipal Airport
XEX|FR|48.833|2.65|302|M1|Aerogare des Invalides
XFN|CN|32.15|112.291|232|M1|Xiangyang Airport
XFW|DE|53.538|9.823|274|M0|Hamburg Finkenwerder Airport
XGA|BF|10.333|-3.183|44|S0|Gaoua Airport
XGB|FR|48.841|2.32|302|M1|Gare Montparnasse Station
XGG|BF|14.433|-0.233|44|S0|Gorum-Gorum Airport
XGN|AO|-16.75|14.972|31|M0|Xangongo Airport
XGR|CA|58.5|-65.983|106|S1|Kangiqsualujjuaq Airport
XIC|CN|27.982|102.188|232|M1|Xichang Qingshan Airport
XIE|LA|19.65|100.833|243|S0|Xienglom Airport
XIG|BR|-6.967|-48.8|66|S0|Xinguara Municipal Airport
XIJ|KW|28.935|47.792|211|M0|Ahmed al-Jaber Air Base
XIL|CN|43.919|115.959|232|M1|Xilinhot Airport
XIN|CN|24|116|232|S0|Xingning Airport
XIQ|GL|69|-51|93|M1|Ilimanaq Harbour Heliport
XIY|CN|34.438|108.761|232|L1|Xianyang International Airport
XJD|QA|25.117|51.315|225|M0|Al-Rayyan International Airport
XJM|PK|33.05|73.638|206|M0|Mangla
XKA|BF|12.483|1.517|44|S0|Kantchari Airport
XKH|LA|19.444|103.152|243|S1|Xieng Khouang Airport
XKO|CA|53.567|-127.933|163|M1|Kemano Airport
XKS|CA|53.52|-88.647|165|M1|Kasabonika Airport
XKY|BF|13.083|-1.083|44|S0|Kaya Airport
XLB|CA|58.616|-101.465|165|S1|Lac Brochet Airport
XLN|FR|49.708|3.764|302|S0|Chambry
XLO|VN|10.333|105.467|198|S0|Long Xuyen Airport
XLS|SN|16.05|-16.46|15|M0|St. Louis Airport
XLU|BF|11.1|-2.1|44|S0|Leo Airport
XLW|DE|53.167|8.6|274|S0|Lemwerder Airport
XMA|PH|7.767|125|215|S0|Maramag Airport
XMC|AU|-37.6|149.717|266|S0|Mallacoota Airport
XMD|US|44|-97.117|78|S0|Madison Municipal (South Dakota)
XME|FR|50.392|4.165|302|S0|Elesmes
XMG|NP|28.967|80.2|207|S0|Mahendranagar Airport
XMH|PF|-14.438|-146.071|361|M1|Manihi Airport
XMI|TZ|-10.717|38.8|16|S0|Masasi Airport
XMJ|FR|44.014|-0.602|302|S0|Mont-De-Marsan Ab
XMK|FR|44.586|4.807|302|S0|Ancone
XML|AU|-35|137.5|258|S0|Minlaton Airport
XMN|CN|24.543|118.134|232|L1|Xiamen Gaoqi International Airport
XMP|CA|62.867|-135.917|164|S0|Macmillan Pass Airport
XMS|EC|-2.317|-78.133|99|M1|Macas Airport
XMU|FR|46.544|3.466|302|S0|Montbeugny
XMY|AU|-10.483|142.45|264|S1|Yam Island Airport
XNA|US|36.275|-94.297|78|L1|Northwest Arkansas Regional Airport
XNG|VN|15.12|108.8|198|S0|Quang Ngai Airport
XNH|IQ|30.94|46.093|182|M0|Nasiriyah Airport
XNN|CN|36.525|102.038|232|L1|Xining Caojiabao Airport
XNT|CN|37.1|114.5|232|S0|Xingtai Airport
XNU|BF|12.733|-3.867|44|S0|Nouna Airport
XOG|FR|44.2|4.887|302|S0|Caritat Ab
XPA|BF|11.25|0.7|44|S0|Pama Airport
XPK|CA|55.767|-101.233|165|S1|Pukatawagan Airport
XPL|HN|14.417|-87.617|157|L1|Palmerola International Airport
XPP|CA|53|-97.3|165|S0|Poplar River Airport
XPR|US|43.017|-102.517|85|S0|Pine Ridge Airport
XPU|US|70.333|-149.333|51|M1|West Kuparuk Airport
XQP|CR|9.439|-84.133|80|M1|Quepos Airport
XQU|CA|49.34|-124.396|163|M1|Qualicum Beach Airport
XRH|AU|-33.604|150.79|268|M0|Richmond Air Force Base
XRQ|CN|48.576|116.938|232|S0|Xinbarag Youqi Baogede Airport
XRR|CA|61.983|-132.45|164|M0|Ross River Airport
XRY|ES|36.751|-6.065|295|M1|Jerez Airport
XSB|AE|24.284|52.584|194|M0|Sir Bani Yas Island
XSC|TC|21.516|-71.53|95|M1|South Caicos International Airport
XSD|US|37.795|-116.779|112|S0|Tonopah Test Range Airport
XSE|BF|13.433|0.533|44|S0|Sebba Airport
XSI|CA|56.795|-98.908|165|S1|South Indian Lake Airport
XSJ|FR|49.889|3.146|302|S0|Peronne-St Quentin
XSL|FR|44.883|1.346|302|S0|Domme
XSO|PH|7.71|122.161|215|S0|Siocon Airport
XSP|SG|1.418|103.871|233|M1|Seletar Airport
XSU|FR|47.317|-0.236|302|S0|St Florent
XTB|FR|43.361|0.186|302|S0|Laloubere
XTG|AU|-27.987|143.815|259|M1|Thargomindah Airport
XTL|CA|58.708|-98.513|165|S1|Tadoule Lake Airport
XTO|AU|-25.433|149.8|259|S0|Taroom Airport
XTR|AU|-27.283|150.467|259|S0|Tara Airport
XUZ|CN|34.055|117.555|232|M1|Xuzhou Guanyin Airport
XVL|VN|10.252|105.946|198|S0|Vinh Long Airport
XVN|FR|49.172|5.508|302|S0|Le Rozelier
XVO|FR|47.694|6.253|302|S0|Frotey
XWA|US|48.26|-103.751|78|M1|Williston Basin International Airport
XXN|SE|59.517|13.317|312|S0|Kil Railway Station
XXZ|SE|62.387|17.316|312|S0|Sundsvall railway station
XYA|SB|-9.117|159.217|341|S1|Yandina Airport
XYE|MM|15.25|97.85|246|S0|Ye Airport
XYR|PG|-3.883|141.783|358|S0|Yellow River Airport
XYT|FR|43.567|1.483|302|M1|Montaudran Airport
XZA|BF|11.133|-1|44|S0|Zabre Airport
XZD|NO|60.188|12.002|301|M1|Kongsvinger Airport
YAA|CA|52.457|-125.307|163|M1|Anahim Lake Airport
YAB|CA|73.005|-85.028|141|S1|Arctic Bay Airport
YAC|CA|51.717|-91.817|165|S1|Cat Lake Airport
YAD|CA|53.706|-100.342|165|S0|Moose Lake Airport
YAE|CA|50.167|-123|163|M1|Alta Lake Airport
YAF|CA|45.767|-71.95|161|M1|Asbestos Hill Airport
YAG|CA|48.653|-93.447|165|M1|Fort Frances Municipal Airport
YAH|CA|53.754|-73.678|161|M0|La Grande-4 Airport
YAI|CL|-36.6|-72.117|147|M0|Chillan Airport
YAJ|CA|48.798|-123.201|163|S0|Lyall Harbour Seaplane Base
YAK|US|59.509|-139.66|51|M1|Yakutat Airport
YAL|CA|50.583|-126.917|163|S1|Alert Bay Airport
YAM|CA|46.485|-84.5|161|M1|Sault Ste. Marie Airport
YAN|CD|0.783|24.4|32|S0|Yangambi Airport
YAO|CM|3.835|11.522|18|M0|Yaounde Ville Airport
YAP|FM|9.498|138.087|334|M1|Yap International Airport
YAQ|CA|48.803|-123.601|163|S1|Maple Bay Seaplane Base
YAR|CA|53.571|-76.189|161|S0|La Grande-3 Airport
YAS|FJ|-16.759|177.545|337|S1|Yasawa Island Airport
YAT|CA|52.942|-82.4|161|S1|Attawapiskat Airport
YAU|CA|61.663|-73.317|161|S0|Kattiniq/Donaldson Lake Airport
YAV|CA|48.867|-123.3|163|S1|Mayne Island Seaplane Base
YAW|CA|44.867|-63.617|101|M1|Shearwater Heliport
YAX|CA|53.252|-89.565|165|S1|Angling Lake Airport
YAY|CA|51.367|-55.583|152|M1|St. Anthony Airport
YAZ|CA|49.078|-125.769|163|M1|Tofino Long Beach Airport
YBA|CA|51.167|-115.567|88|S0|Banff Airport
YBB|CA|68.538|-89.792|72|S1|Kugaaruk Airport
YBC|CA|49.133|-68.199|161|M1|Baie-Comeau Airport
YBD|CA|49.226|-122.889|163|M1|New Westminister Heliport
YBE|CA|59.567|-108.483|143|S1|Uranium City Airport
YBF|CA|48.834|-125.137|163|S1|Bamfield Airport
YBG|CA|48.333|-70.986|161|M1|Saguenay-Bagotville Airport
YBH|CA|50.9|-127.917|163|S0|Bull Harbour Airport
YBI|CA|53.468|-55.786|101|S1|Black Tickle Airport
YBJ|CA|50.5|-62.917|161|S0|Baie Johan Beetz Airport
YBK|CA|64.3|-96.083|141|M1|Baker Lake Airport
YBL|CA|49.952|-125.268|163|M1|Campbell River Airport
YBN|CA|46.3|-63.783|161|M1|Borden Airport
YBO|CA|56.967|-130.25|163|S0|Bob Quinn Lake Airport
YBP|CN|28.858|104.525|232|M1|Yibin Wuliangye Airport
YBQ|CA|48.983|-123.65|163|S0|Telegraph Harbour Airport
YBR|CA|49.909|-99.947|165|M1|Brandon Municipal Airport
YBS|CA|52.667|-90.469|161|S0|Opapimiskan
YBT|CA|57.888|-101.679|165|S1|Brochet Airport
YBV|CA|52.359|-97.021|165|S1|Berens River Airport
YBW|CA|48.747|-123.229|163|S1|Bedwell Harbour Seaplane Base
YBX|CA|51.433|-57.217|68|M1|Blanc Sablon Airport
YBY|CA|54.305|-110.751|88|M1|Bonnyville Airport
YCA|CA|49.683|-124.983|163|S0|Courtenay Airpark
YCB|CA|69.1|-105.133|72|M1|Cambridge Bay Airport
YCC|CA|45.1|-74.567|161|M0|Cornwall Regional Airport
YCD|CA|49.053|-123.873|163|M1|Nanaimo Airport
YCE|CA|43.283|-81.483|161|M0|Centralia Airport
YCF|CA|50.062|-124.931|163|S0|Cortes Bay Seaplane Base
YCG|CA|49.296|-117.632|163|M1|West Kootenay Regional Airport
YCH|CA|47.013|-65.438|124|M0|Miramichi Airport
YCJ|CA|51.933|-131.017|163|M1|Cape Saint James Airport
YCK|CA|67.021|-126.129|166|S1|Colville Lake/Tommy Kochon
YCL|CA|47.991|-66.329|124|M1|Charlo Airport
YCM|CA|43.2|-79.167|161|M1|St. Catharines Airport
YCN|CA|49.106|-81.013|161|M0|Cochrane Airport
YCO|CA|67.833|-115.083|72|S1|Kugluktuk Airport
YCQ|CA|55.683|-121.633|84|M0|Chetwynd Airport
YCR|CA|54.613|-97.751|165|S1|Charlie Sinclair Memorial Airport
YCS|CA|63.333|-90.717|141|S1|Chesterfield Inlet Airport
YCT|CA|52.1|-111.417|88|S0|Coronation Airport
YCU|CN|35.115|111.037|232|M1|Yuncheng Guangong Airport
YCW|CA|49.167|-121.9|163|S0|Chilliwack Airport
YCX|CA|45.767|-66.167|124|M1|CFB Heliport
YCY|CA|70.417|-68.5|106|S1|Clyde River Airport
YCZ|CA|50.332|-115.874|88|S0|Fairmount Hot Springs
YDA|CA|64.045|-139.117|164|M1|Dawson City Airport
YDB|CA|61.35|-139.017|164|M0|Burwash Landings Airport
YDC|CA|53.2|-114.967|88|S0|Drayton Valley Industrial
YDE|CA|53.427|-57.231|152|S0|Paradise River Airport
YDF|CA|49.21|-57.4|152|L1|Deer Lake Regional Airport
YDG|CA|44.617|-65.767|101|M0|Digby/Annapolis Regional Airport
YDH|CA|50.217|-57.583|152|M1|Daniels Harbour Airport
YDJ|CA|58.661|-102.539|143|S0|Hatchet Lake Airport
YDK|CA|43.933|-76.617|161|M1|Main Duck Island Airport
YDL|CA|58.425|-130.025|163|S1|Dease Lake Airport
YDN|CA|51.1|-100.05|165|M1|Dauphin Airport
YDO|CA|48.867|-72.233|161|M0|Dolbeau-Saint-Félicien Airport
YDP|CA|56.533|-61.667|94|S1|Nain Airport
YDQ|CA|55.733|-120.183|84|M0|Dawson Creek Airport
YDR|CA|50.367|-102.583|143|M1|Broadview Airport
YDS|CA|50.333|-125|163|M1|Desolation Sound
YDT|CA|49.078|-123.006|163|M0|Boundary Bay Airport
YDU|CA|60.29|-102.503|166|S0|Kasba Lake Airport
YDV|CA|51.75|-96.733|165|S1|Bloodvein Airport
YDW|CA|60.323|-103.133|166|S0|Obre Lake/North of Sixty Airport
YEB|CA|46.422|-84.103|161|S0|Bar River Airport
YEC|KR|36.632|128.37|231|M0|Yecheon Airport
YED|CA|53.672|-113.464|88|M1|CFB Edmonton
YEG|CA|53.307|-113.584|88|L1|Edmonton International Airport
YEH|CN|38.483|106.009|232|M1|Yinchuan Helanshan Airport
YEI|TR|40.256|29.545|286|M1|Yenisehir Airport
YEK|CA|61.117|-94.05|141|S1|Arviat Airport
YEL|CA|46.352|-82.563|161|M0|Elliot Lake Airport
YEM|CA|45.843|-81.858|161|M0|East Manitoulin Airport
YEN|CA|49.208|-102.963|143|M0|Estevan Regional Airport
YEO|GB|51.017|-2.55|293|M0|RNAS Yeovilton
YEQ|PG|-5.1|143.917|358|S0|Yenkis Airport
YER|CA|56.018|-87.678|161|S1|Fort Severn Airport
YES|IR|30.7|51.553|238|M0|Yasuj Airport
YET|CA|53.583|-116.467|88|M0|Edson Airport
YEU|CA|80|-85.933|141|S0|Eureka Airport
YEV|CA|68.307|-133.498|105|M1|Inuvik Mike Zubko Airport
YEY|CA|48.559|-78.242|161|M0|Amos/Magny Airport
YFA|CA|52.242|-81.592|161|S1|Fort Albany Airport
YFB|CA|63.752|-68.537|106|M1|Iqaluit Airport
YFC|CA|45.873|-66.53|124|M1|Fredericton International Airport
YFE|CA|48.75|-69.067|161|M0|Forestville Airport
YFG|CA|54.55|-71.183|161|S0|Fontanges Airport
YFH|CA|51.559|-87.898|161|S1|Fort Hope Airport
YFI|CA|57.276|-110.977|88|S0|Firebag Aerodrome
YFJ|CA|64.191|-114.076|166|S1|Wekweeti Airport
YFL|CA|62.7|-109.133|166|S0|Fort Reliance Seaplane Base
YFO|CA|54.683|-101.683|165|S1|Flin Flon Airport
YFR|CA|61.176|-113.684|166|M0|Fort Resolution Airport
YFS|CA|61.75|-121.233|166|M1|Fort Simpson Airport
YFT|MO|22.163|113.574|212|S0|Taipa Ferry Terminal
YFX|CA|52.371|-55.676|152|S1|Fox Harbour Airport
YGB|CA|49.7|-124.533|163|S0|Texada/Gillies Bay Airport
YGC|CA|53.917|-118.873|88|S0|Grande Cache Airport
YGE|CA|50.099|-125.023|163|S0|Gorge Harbor Seaplane Base
YGG|CA|48.854|-123.496|163|S1|Ganges Harbor Seaplane Base
YGH|CA|66.267|-128.65|166|S1|Fort Good Hope Airport
YGJ|JP|35.501|133.244|240|M1|Miho Airport
YGK|CA|44.22|-76.594|161|M0|Kingston/Norman Rogers Airport
YGL|CA|53.63|-77.706|161|M1|La Grande Riviere
YGM|CA|50.667|-97|165|M0|Gimli Industrial Park Airport
YGN|CA|50.85|-126.85|163|S1|Greenway Sound Airport
YGO|CA|54.558|-94.491|165|S1|Gods Lake Narrows Airport
YGP|CA|48.776|-64.476|161|M1|Michel-Pouliot Gaspe Airport
YGQ|CA|49.78|-86.936|161|M0|Geraldton Airport
YGR|CA|47.367|-61.9|101|M1|Iles De La Madeleine Airport
YGS|CA|55.783|-124.717|163|M1|Germansen Airport
YGT|CA|69.4|-81.817|106|S1|Igloolik Airport
YGV|CA|50.25|-63.583|161|M1|Havre St. Pierre Airport
YGW|CA|55.279|-77.767|161|M1|Kuujjuarapik Airport
YGX|CA|56.35|-94.7|165|S1|Gillam Airport
YGY|CA|62.1|-74.617|161|M1|Deception Bay Airport
YGZ|CA|76.418|-82.957|106|S1|Grise Fiord Airport
YHA|CA|52.527|-56.287|152|S1|Port Hope Simpson Airport
YHB|CA|52.867|-102.417|143|S0|Hudson Bay Airport
YHC|CA|51.669|-128.082|163|S0|Hakai Pass Seaplane Base
YHD|CA|49.831|-92.747|165|M0|Dryden Regional Airport
YHE|CA|49.417|-121.417|163|S0|Hope Airport
YHF|CA|49.717|-83.683|161|M0|Hearst Airport
YHG|CA|52.765|-56.118|152|S1|Charlottetown Airport
YHH|CA|50.048|-125.256|163|S1|Campbell River Seaplane Base
YHI|CA|70.717|-117.717|166|S1|Ulukhaktok/Holman Airport
YHJ|CN|28.701|116.108|232|S0|Nanchang Yaohu Airport
YHK|CA|68.633|-95.95|72|S1|Gjoa Haven Airport
YHM|CA|43.161|-79.926|161|L1|Hamilton International Airport
YHN|CA|49.189|-84.765|161|M0|Hornepayne Municipal Airport
YHO|CA|55.448|-60.229|94|S1|Hopedale Airport
YHP|CA|52.083|-94.3|165|S1|Poplar Hill Airport
YHR|CA|50.5|-59.5|68|S1|Chevery Airport
YHS|CA|49.467|-123.75|163|S0|Sechelt Airport
YHT|CA|60.75|-137.5|164|M0|Haines Junction Airport
YHU|CA|45.516|-73.421|161|M1|St. Hubert Airport
YHY|CA|60.846|-115.778|166|M1|Hay River Airport
YHZ|CA|44.885|-63.514|101|L1|Halifax Stanfield International Airport
YIA|ID|-7.907|110.054|201|L1|Yogyakarta International Airport
YIB|CA|48.75|-91.617|63|M0|Atikokan Airport
YIC|CN|27.803|114.308|232|M1|Yichun Mingyueshan Airport
YIE|CN|47.311|119.912|232|M1|Arxan Yiershi Airport
YIF|CA|51.217|-58.667|68|M1|St-Augustin/Pakuashipi Airport
YIG|CA|50.4|-125.133|163|S1|Big Bay SPB
YIH|CN|30.55|111.479|232|M1|Yichang Sanxia Airport
YIK|CA|62.417|-76.083|161|S1|Ivujivik Airport
YIN|CN|43.952|81.331|232|S1|Yining Airport
YIO|CA|72.683|-78|106|S1|Pond Inlet Airport
YIP|US|42.233|-83.533|129|L0|Willow Run Airport
YIV|CA|53.857|-94.653|165|M1|Island Lake Airport
YIW|CN|29.345|120.029|232|M1|Yiwu Airport
YJA|CA|52.992|-118.058|88|S0|Jasper Airport
YJF|CA|60.25|-123.467|166|M0|Fort Liard Airport
YJN|CA|45.298|-73.281|161|M0|Saint Jean Airport
YJO|CA|56.667|-131.117|163|M1|Johnny Mountain Airport
YJP|CA|53.319|-117.753|88|S0|Jasper-Hinton Airport
YJS|KP|41.907|128.41|224|S0|Samjiyon Airport
YJT|CA|48.544|-58.553|152|M0|Stephenville Airport
YKA|CA|50.705|-120.442|163|M1|Kamloops Airport
YKC|CA|58.236|-103.677|143|S0|Collins Bay Airport
YKD|CA|44.201|-81.607|161|M0|Kincardine Municipal Airport
YKE|CA|53.05|-94.667|165|S0|Knee Lake Airport
YKF|CA|43.459|-80.385|161|M1|Region of Waterloo International Airport
YKG|CA|60.023|-70.005|161|S1|Kangirsuk Airport
YKH|CN|40.54|122.355|232|M1|Yingkou Airport
YKJ|CA|57.256|-105.619|143|M0|Key Lake Airport
YKK|CA|53.8|-130.433|163|S0|Kitkatla Seaplane Base
YKL|CA|54.783|-64.817|161|M1|Schefferville Airport
YKM|US|46.567|-120.538|112|M1|Yakima Air Terminal
YKN|US|42.917|-97.386|78|M0|Chan Gurney Airport
YKO|TR|37.545|44.255|286|M1|Hakkari Yuksekova Selahaddin Eyyubi Airport
YKQ|CA|51.487|-78.75|161|S1|Waskaganish Airport
YKS|RU|62.086|129.75|245|L1|Yakutsk International Airport
YKT|CA|52.594|-128.522|163|S0|Klemtu Airport
YKU|CA|53.807|-78.924|161|S1|Chisasibi Airport
YKX|CA|48.15|-80.033|161|M0|Kirkland Lake Airport
YKY|CA|51.518|-109.175|143|M0|Kindersley Regional Airport
YKZ|CA|43.862|-79.37|161|M0|Buttonville Municipal Airport
YLB|CA|54.767|-112.017|88|S0|Lac La Biche Airport
YLC|CA|62.85|-69.883|106|S1|Kimmirut Airport
YLD|CA|47.819|-83.353|161|M0|Chapleau Airport
YLE|CA|63.133|-117.243|166|S1|Whati Airport
YLG|AU|-28.35|116.667|267|S0|Yalgoo Airport
YLH|CA|52.197|-87.934|161|S1|Lansdowne House Airport
YLI|FI|64.054|24.729|284|M0|Ylivieska Airport
YLJ|CA|54.127|-108.512|143|M0|Meadow Lake Airport
YLK|CA|44.486|-79.556|161|M1|Lake Simcoe Regional Airport
YLL|CA|53.313|-110.073|88|M1|Lloydminster Airport
YLM|CA|64.4|-140.55|164|S0|Clinton Creek Airport
YLN|CN|46.383|129.5|232|S0|Yilan Airport
YLO|CA|49.782|-99.638|165|M1|CFB Shilo Heliport
YLP|CA|50.283|-64.15|161|S0|Mingan Airport
YLQ|CA|47.5|-72.833|161|S0|La Tuque Airport
YLR|CA|56.5|-100.033|165|M0|Leaf Rapids Airport
YLS|CA|49.033|-77.017|161|S0|Lebel-Sur-Quevillon Airport
YLT|CA|82.517|-62.283|133|M0|Alert Airport
YLV|AZ|40.634|47.139|184|S0|Yevlakh
YLW|CA|49.952|-119.381|163|L1|Kelowna International Airport
YLX|CN|22.438|110.121|232|M1|Yulin Fumian Airport
YLY|CA|49.101|-122.631|163|M0|Langley Regional Airport
YMA|CA|63.616|-135.874|164|M0|Mayo Airport
YMB|CA|50.117|-120.75|163|S0|Merritt Airport
YMC|CA|56.567|-70.817|161|M1|Maricourt Airstrip
YMD|CA|76.239|-119.322|88|S0|Mould Bay Airport
YME|CA|48.833|-67.517|161|M0|Matane Airport
YMF|CA|48.892|-123.392|163|S0|Montague Harbor Seaplane Base
YMG|CA|49.083|-85.867|161|M0|Manitouwadge Airport
YMH|CA|52.303|-55.848|152|S1|Mary's Harbour Airport
YMJ|CA|50.33|-105.556|143|M0|CFB Moose Jaw
YMK|RU|68.468|73.596|247|S0|Mys Kamennyy Airport
YML|CA|47.65|-70.167|161|M0|Charlevoix Airport
YMM|CA|56.657|-111.224|88|L1|Fort McMurray International Airport
YMN|CA|55.167|-59.167|94|S1|Makkovik Airport
YMO|CA|51.291|-80.604|161|M1|Moosonee Airport
YMP|CA|50.592|-127.088|163|S1|Port McNeill Seaplane Base
YMR|CA|55.483|-77.517|163|M1|Merry Island Airport
YMS|PE|-5.9|-76.1|111|M1|Yurimaguas Airport
YMT|CA|49.917|-74.367|161|M1|Chibougamau Airport
YMU|CA|50.071|-124.984|163|S0|Mansons Landing Seaplane Base
YMV|CA|71.324|-79.354|106|S0|Mary River Aerodrome
YMW|CA|46.383|-75.967|161|S0|Maniwaki Airport
YMX|CA|45.681|-74.024|161|M0|Mirabel International Airport
YNA|CA|50.183|-61.8|161|M1|Natashquan Airport
YNB|SA|24.141|38.063|228|M1|Yanbu Airport
YNC|CA|53|-78.817|161|S1|Wemindji Airport
YND|CA|45.521|-75.563|161|M1|Gatineau Airport
YNE|CA|53.954|-97.846|165|S1|Norway House Airport
YNF|CA|48.947|-57.944|152|M1|Deer Lake/Stephenville Airport
YNG|US|41.256|-80.67|129|M0|Youngstown-Warren Regional Airport
YNH|CA|56|-121.9|88|S0|Hudson's Hope Airport
YNI|CA|53.167|-70.967|161|M1|Nitchequon Airport
YNJ|CN|42.886|129.439|232|M1|Yanji Chaoyangchuan Airport
YNK|CA|50.083|-125.917|163|M1|Nootka Sound Airport
YNL|CA|58.275|-104.081|143|M1|Points North Landing Airport
YNM|CA|49.75|-77.8|161|M0|Matagami Airport
YNN|AU|-22.767|119.233|267|S0|Yandi Airport
YNO|CA|52.491|-92.975|165|S1|North Spirit Lake Airport
YNP|CA|55.914|-61.184|94|S1|Natuashish Airport
YNS|CA|49.742|-76.742|161|S1|Nemiscau Airport
YNT|CN|37.659|120.992|232|L1|Yantai Penglai International Airport
YNX|CA|63.594|-110.906|166|S0|Snap Lake
YNY|KR|38.059|128.664|231|M1|Yangyang Airport
YNZ|CN|33.431|120.204|232|M1|Yancheng Nanyang International Airport
YOA|CA|64.699|-110.614|166|M0|Ekati Airport
YOC|CA|67.568|-139.849|164|S1|Old Crow Airport
YOD|CA|54.405|-110.279|88|M0|Cold Lake/Group Captain R.W. McNair
YOE|CA|55.794|-117.194|88|S0|Donnelly
YOG|CA|51.667|-85.917|161|S1|Ogoki Airport
YOH|CA|54.934|-95.277|165|S1|Oxford House Airport
YOI|CA|52.222|-76.612|161|M1|Opinaca Aerodrome
YOJ|CA|58.618|-117.168|88|M1|High Level Airport
YOK|JP|35.467|139.467|240|M1|Yokohama Airport
YOL|NG|9.267|12.426|28|M1|Yola Airport
YON|BT|27.256|91.514|239|S1|Yongphulla Airport
YOO|CA|43.917|-78.9|161|M0|Oshawa Municipal Airport
YOP|CA|58.494|-119.413|88|M0|Rainbow Lake Airport
YOS|CA|44.59|-80.838|161|M0|Billy Bishop Regional Airport
YOT|IL|29.9|35.067|203|S0|Yotvata Airport
YOW|CA|45.321|-75.673|161|L1|Ottawa International Airport
YOY|CA|46.903|-71.504|161|M1|Valcartier CFB Heliport
YPA|CA|53.216|-105.677|143|M1|Prince Albert Glass Field Airport
YPB|CA|49.32|-124.929|163|S0|Alberni Valley Regional Airport
YPC|CA|69.355|-124.075|166|S1|Paulatuk (Nora Aliqatchialuk Ruben) Airport
YPD|CA|45.255|-79.827|161|S0|Parry Sound Airport
YPE|CA|56.232|-117.443|88|M1|Peace River Airport
YPG|CA|49.967|-98.3|165|M0|Portage La Prarie Airport
YPH|CA|58.433|-78.167|161|S1|Inukjuak Airport
YPI|CA|54.5|-130.333|163|S0|Port Simpson Airport
YPJ|CA|59.3|-69.667|161|S1|Aupaluk Airport
YPL|CA|51.208|-90.208|63|M1|Pickle Lake Airport
YPM|CA|51.817|-93.973|165|S1|Pikangikum Airport
YPN|CA|49.837|-64.291|161|M1|Port-Menier Airport
YPO|CA|54.983|-85.433|161|S1|Peawanuk Airport
YPP|CA|60.85|-114.85|88|M1|Pine Point Airport
YPQ|CA|44.233|-78.358|161|M0|Peterborough Airport
YPR|CA|54.287|-130.441|163|M1|Prince Rupert Airport
YPS|CA|45.617|-61.35|101|M0|Port Hawkesbury Airport
YPT|CA|49.624|-124.025|163|S0|Pender Harbour Seaplane Base
YPW|CA|49.817|-124.5|163|M1|Powell River Airport
YPX|CA|60.033|-77.167|161|M1|Puvirnituq Airport
YPY|CA|58.768|-111.114|88|M1|Fort Chipewyan Airport
YPZ|CA|54.233|-125.767|163|M1|Burns Lake Airport
YQA|CA|44.967|-79.3|161|M1|Muskoka Airport
YQB|CA|46.792|-71.383|161|L1|Quebec City Jean Lesage International Airport
YQC|CA|61.333|-69.633|161|S1|Quaqtaq Airport
YQD|CA|53.967|-101.1|165|M1|The Pas Airport
YQE|CA|49.667|-115.983|163|M1|Kimberley Airport
YQF|CA|52.177|-113.893|88|M0|Red Deer Regional Airport
YQG|CA|42.266|-82.959|161|M1|Windsor International Airport
YQH|CA|60.124|-128.825|164|M1|Watson Lake Airport
YQI|CA|43.833|-66.083|101|M0|Yarmouth Airport
YQJ|CA|50.065|-125.229|163|S0|April Point Seaplane Base
YQK|CA|49.788|-94.358|165|M1|Kenora Airport
YQL|CA|49.632|-112.792|88|M1|Lethbridge Airport
YQM|CA|46.114|-64.686|124|L1|Greater Moncton International Airport
YQN|CA|50.183|-86.699|161|M1|Nakina Airport
YQQ|CA|49.706|-124.908|163|M1|Comox Valley Airport
YQR|CA|50.433|-104.655|143|L1|Regina International Airport
YQS|CA|42.77|-81.11|161|M0|St. Thomas Municipal Airport
YQT|CA|48.372|-89.312|159|L1|Thunder Bay International Airport
YQU|CA|55.177|-118.874|88|M1|Grande Prairie Airport
YQV|CA|51.264|-102.459|143|M0|Yorkton Municipal Airport
YQW|CA|52.767|-108.25|143|M0|North Battleford Airport
YQX|CA|48.946|-54.57|152|M1|Gander International Airport
YQY|CA|46.167|-60.05|101|M1|JA Douglas McCurdy Sydney Airport
YQZ|CA|53.027|-122.51|163|M1|Quesnel Airport
YRA|CA|64.117|-117.312|166|S1|Gameti/Rae Lakes Airport
YRB|CA|74.717|-94.967|144|M1|Resolute Bay Airport
YRC|CA|50.124|-124.839|163|S0|Refuge Cove Seaplane Base
YRD|CA|52.833|-127|163|S0|Dean River Airport
YRE|CA|61.5|-65|133|M1|Resolution Island Airport
YRF|CA|53.683|-57.038|94|S1|Cartwright Airport
YRG|CA|54.333|-58.417|94|S1|Rigolet Airport
YRI|CA|47.833|-69.533|161|M0|Riviere-du-Loup Airport
YRJ|CA|48.522|-72.267|161|M1|Roberval Airport
YRL|CA|51.069|-93.8|165|M1|Red Lake Airport
YRM|CA|52.367|-114.917|88|S0|Rocky Mountain House Airport
YRN|CA|51.467|-127.583|163|S0|Rivers Inlet Airport
YRO|CA|45.459|-75.765|161|M0|Rockcliffe Airport
YRQ|CA|46.362|-72.676|161|M0|Trois-Rivieres Airport
YRR|CA|50.392|-125.138|163|S0|Stuart Island Seaplane Base
YRS|CA|54.168|-93.558|165|S1|Red Sucker Lake Airport
YRT|CA|62.81|-92.1|141|M1|Rankin Inlet Airport
YRV|CA|51|-118.167|163|M0|Revelstoke Airport
YSA|CA|43.929|-59.96|101|S0|Sable Island Airport
YSB|CA|46.623|-80.796|161|L1|Greater Sudbury Airport
YSC|CA|45.417|-71.9|161|M0|Sherbrooke Airport
YSD|CA|50.2|-111.167|88|S0|Suffield Airport
YSE|CA|49.782|-123.162|163|S0|Squamish Airport
YSF|CA|59.251|-105.837|143|M1|Stony Rapids Airport
YSG|CA|62.419|-110.076|166|S1|Lutselke Airport
YSH|CA|44.948|-75.94|161|M0|Smith Falls Airport
YSI|CA|45.173|-80.138|161|S0|Frying Pan Island-Sans Souci Seaplane Base
YSJ|CA|45.329|-65.89|124|M1|Saint John Airport
YSK|CA|56.55|-79.217|106|S1|Sanikiluaq Airport
YSL|CA|47.157|-67.836|124|M0|Saint-Leonard Aerodrome
YSM|CA|60.017|-111.967|166|M1|Fort Smith Airport
YSN|CA|50.683|-119.233|163|M0|Salmon Arm Airport
YSO|CA|54.917|-59.967|94|S1|Postville Airport
YSP|CA|48.75|-86.35|161|M0|Marathon Airport
YSQ|CN|44.938|124.55|232|M1|Songyuan Chaganhu Airport
YSR|CA|73.75|-84.5|106|L0|Nanisivik
YST|CA|53.846|-94.852|165|S1|St. Theresa Point Airport
YSU|CA|49|-57.983|101|M0|Summerside Airport
YSV|CA|58.474|-62.654|94|S0|Saglek Airport
YSX|CA|52.133|-128.067|163|S0|Shearwater Airport
YSY|CA|71.991|-125.241|166|S1|Sachs Harbour (D. Nasogaluak Jr. Saaryuaq) Airport
YSZ|CA|50.119|-124.907|163|M1|Squirrel Cove Seaplane Base
YTA|CA|45.862|-77.249|161|M0|Pembroke And Area Airport
YTB|CA|53.417|-129.25|163|S0|Hartley Bay Airport
YTC|CA|57.2|-127.15|163|M1|Sturdee Airport
YTD|CA|55.317|-97.7|165|M0|Thicket Portage Airport
YTE|CA|64.233|-76.533|106|S1|Cape Dorset Airport
YTF|CA|48.51|-71.643|161|M0|Alma Airport
YTG|CA|50.885|-126.828|163|S1|Sullivan Bay Seaplane Base
YTH|CA|55.798|-97.861|165|M1|Thompson Airport
YTL|CA|53.816|-89.89|165|S1|Big Trout Airport
YTM|CA|46.406|-74.78|161|M0|Mont-Tremblant International Airport
YTN|CA|50.283|-64.75|161|M1|Riviere Au Tonnerre Airport
YTP|CA|49.154|-125.408|163|S1|Tofino Sea Plane Base
YTQ|CA|58.668|-69.956|161|S1|Tasiujuaq Airport
YTR|CA|44.1|-77.583|161|M0|Trenton Airport
YTS|CA|48.566|-81.372|161|L1|Timmins Victor M. Power Airport
YTT|CA|52.85|-104.067|143|S0|Tisdale Airport
YTU|CA|49.1|-124.933|163|S0|Tasu Airport
YTW|CN|36.811|81.781|232|S1|Yutian Wanfang Airport
YTX|CA|57.9|-131.15|163|S0|Telegraph Creek Airport
YTY|CN|32.563|119.719|232|M1|Yangzhou Taizhou Airport
YTZ|CA|43.632|-79.396|161|L1|Billy Bishop Toronto City Airport
YUA|CN|25.65|101.917|232|M0|Yuanmou Airport
YUB|CA|69.436|-133.025|166|S0|Tuktoyaktuk Airport
YUD|CA|56.536|-76.518|161|S1|Umiujaq Airport
YUE|AU|-22.267|131.817|261|S0|Yuendumu Airport
YUK|AM|39.202|46.455|248|S0|Syunik Airport
YUL|CA|45.458|-73.75|161|L1|Montreal-Pierre Elliott Trudeau International Airport
YUM|US|32.669|-114.599|135|L1|Yuma International Airport
YUS|CN|32.839|97.038|232|M1|Yushu Batang Airport
YUT|CA|66.525|-86.229|141|S1|Naujaat Airport
YUX|CA|68.783|-81.25|106|M1|Hall Beach Airport
YUY|CA|48.212|-78.829|161|M1|Rouyn-Noranda Airport
YVA|KM|-11.713|43.243|324|S0|Iconi Airport
YVB|CA|48.069|-65.458|161|M1|Bonaventure Airport
YVC|CA|55.147|-105.267|143|M1|La Ronge Airport
YVD|PG|-7.55|146.189|358|S0|Yeva Airport
YVE|CA|50.25|-119.333|163|M0|Vernon Airport
YVG|CA|53.356|-110.829|88|S0|Vermilion Airport
YVM|CA|67.583|-63.833|133|S1|Qikiqtarjuaq Airport
YVN|CA|66.592|-61.573|133|S0|Cape Dyer
YVO|CA|48.053|-77.789|161|M1|Val-d'Or Airport
YVP|CA|58.1|-68.418|161|M1|Kuujjuaq Airport
YVQ|CA|65.278|-126.793|166|M1|Norman Wells Airport
YVR|CA|49.195|-123.179|163|L1|Vancouver International Airport
YVT|CA|55.867|-108.467|143|S0|Buffalo Narrows Airport
YVV|CA|44.667|-81.167|161|M1|Wiarton Airport
YVZ|CA|52.667|-94.5|165|S1|Deer Lake Airport
YWA|CA|45.9|-77.283|161|S0|Petawawa Airport
YWB|CA|61.6|-71.95|161|S1|Kangiqsujuaq Airport
YWF|CA|44.633|-63.583|101|M1|Halifax Downtown Waterfront Heliport
YWG|CA|49.906|-97.224|165|L1|Winnipeg James Armstrong Richardson International Airport
YWH|CA|48.424|-123.371|163|S1|Victoria Inner Harbour Airport
YWJ|CA|65.167|-123.5|166|S1|Deline Airport
YWK|CA|52.926|-66.874|94|M1|Wabush Airport
YWL|CA|52.185|-122.044|163|M1|Williams Lake Airport
YWM|CA|52.567|-55.784|152|S1|Williams Harbour Airport
YWN|CA|55.25|-85.117|161|M1|Winisk Airport
YWP|CA|52.96|-87.369|161|S1|Webequie Airport
YWQ|CA|49.887|-71.254|161|S0|Chute-Des-Passes Airport
YWR|CA|48.583|-85.333|161|S0|White River Airport
YWS|CA|50.15|-122.967|163|S1|Whistler/Green Lake SPB
YWY|CA|63.211|-123.439|166|M0|Wrigley Airport
YXC|CA|49.614|-115.787|88|M1|Canadian Rockies International Airport
YXD|CA|53.567|-113.517|88|S0|City Centre Airport
YXE|CA|52.17|-106.69|143|L1|Saskatoon International Airport
YXF|CA|59.033|-122.433|164|M1|Snake River Airport
YXH|CA|50.021|-110.725|88|M1|Medicine Hat Regional Airport
YXJ|CA|56.245|-120.735|84|M1|North Peace Regional Airport
YXK|CA|48.475|-68.505|161|M1|Rimouski Airport
YXL|CA|50.115|-91.903|165|L1|Sioux Lookout Airport
YXN|CA|62.233|-92.6|141|S1|Whale Cove Airport
YXP|CA|66.133|-65.733|133|S1|Pangnirtung Airport
YXQ|CA|62|-141|164|M0|Beaver Creek Airport
YXR|CA|47.697|-79.852|161|M0|Earlton Airport
YXS|CA|53.884|-122.674|163|M1|Prince George Airport
YXT|CA|54.472|-128.577|163|M1|Northwest Regional Airport
YXU|CA|43.028|-81.15|161|M1|London International Airport
YXX|CA|49.026|-122.362|163|M1|Abbotsford International Airport
YXY|CA|60.717|-135.067|164|M1|Whitehorse Airport
YXZ|CA|47.962|-84.786|161|M0|Wawa Airport
YYA|CN|29.314|113.278|232|M1|Yueyang Sanhe Airport
YYB|CA|46.357|-79.427|161|M1|Jack Garland Airport
YYC|CA|51.131|-114.011|88|L1|Calgary International Airport
YYD|CA|54.826|-127.18|163|M1|Smithers Airport
YYE|CA|58.838|-122.582|91|M1|Northern Rockies Regional Airport
YYF|CA|49.465|-119.6|163|M1|Penticton Airport
YYG|CA|46.286|-63.132|101|M1|Charlottetown Airport
YYH|CA|69.533|-93.517|72|S1|Taloyoak Airport
YYI|CA|50.033|-100.233|165|S0|Rivers Airport
YYJ|CA|48.64|-123.431|163|L1|Victoria International Airport
YYL|CA|56.859|-101.07|165|M1|Lynn Lake Airport
YYM|CA|49.867|-114.167|88|S0|Cowley Airport
YYN|CA|50.286|-107.694|143|M0|Swift Current Airport
YYQ|CA|58.748|-94.074|165|M1|Churchill Airport
YYR|CA|53.314|-60.412|94|M1|Goose Bay Airport
YYT|CA|47.613|-52.743|152|L1|St. John's International Airport
YYU|CA|49.418|-82.471|161|M0|Kapuskasing Airport
YYW|CA|50.296|-88.914|161|M0|Armstrong Airport
YYY|CA|48.609|-68.209|161|M1|Mont Joli Airport
YYZ|CA|43.682|-79.611|161|L1|Pearson International Airport
YZA|CA|50.667|-121.333|163|M0|Ashcroft Airport
YZC|CA|57.433|-121.333|163|M1|Beatton River Airport
YZD|CA|43.742|-79.466|161|S0|Downsview Airport
YZE|CA|45.885|-82.568|161|M0|Gore Bay Airport
YZF|CA|62.471|-114.438|166|L1|Yellowknife Airport
YZG|CA|62.2|-75.633|161|S1|Salluit Airport
YZH|CA|55.293|-114.777|88|M0|Slave Lake Airport
YZP|CA|53.254|-131.814|163|M1|Sandspit Airport
YZR|CA|42.997|-82.311|161|M0|Sarnia Airport
YZS|CA|64.188|-83.354|63|M1|Coral Harbour Airport
YZT|CA|50.681|-127.364|163|M1|Port Hardy Airport
YZU|CA|54.14|-115.785|88|M1|Whitecourt Airport
YZV|CA|50.218|-66.264|161|L1|Sept-Iles Airport
YZW|CA|60.167|-132.717|164|M0|Teslin Airport
YZX|CA|44.984|-64.917|101|M0|Greenwood Airport
YZY|CN|38.803|100.675|232|S1|Zhangye Ganzhou Airport
YZZ|CA|49.067|-117.6|163|S1|Trail
ZAA|CA|55.483|-129.483|163|S0|Alice Arm Airport
ZAC|CA|56.09|-96.092|165|S0|York Landing Airport
ZAD|HR|44.098|15.357|318|M1|Zadar Airport
ZAG|HR|45.733|16.062|318|L1|Zagreb International Airport
ZAH|IR|29.476|60.9|238|M1|Zahedan Airport
ZAJ|AF|30.968|61.867|204|S0|Zaranj Airport
ZAL|CL|-39.792|-73.239|147|M1|Pichoy Airport
ZAM|PH|6.919|122.062|215|M1|Zamboanga International Airport
ZAO|FR|44.45|1.45|302|M0|Laberandie Airport
ZAR|NG|11|7.667|28|M0|Zaria Airport
ZAT|CN|27.317|103.8|232|S1|Zhaotong Airport
ZAZ|ES|41.664|-1.007|295|M1|Zaragoza Airport
ZBE|CZ|49.928|18.078|304|S0|Zabreh Airport
ZBF|CA|47.629|-65.739|124|M1|Bathurst Airport
ZBK|ME|43.15|19.117|303|S0|Zabljak Airport
ZBL|AU|-24.4|150.517|259|S0|Biloela Airport
ZBM|CA|45.317|-72.833|161|M0|Bromont Airport
ZBO|AU|-20.017|148.217|259|S0|Bowen Airport
ZBR|IR|25.436|60.38|238|M1|Chah-Bahar Airport
ZBY|LA|19.25|101.7|243|S0|Sayaboury Airport
ZCD|DE|49.899|10.899|274|S0|Bamberg Bus Station
ZCL|MX|22.8|-102.55|122|M1|La Calera Airport
ZCO|CL|-38.925|-72.651|147|M1|La Araucania International Airport
ZDY|AE|24.508|52.335|194|S1|Dalma Island Airport
ZEC|ZA|-27|28|22|M0|Secunda Airport
ZEG|ID|-5.983|139.367|202|S0|Senggo Airport
ZEL|CA|52.185|-128.157|163|M1|Bella Bella Airport
ZEM|CA|52.25|-78.517|161|S1|East Main Airport
ZEN|PG|-6.95|146.617|358|S0|Zenag Airport
ZER|IN|27.633|93.833|208|M0|Zero Airport
ZFA|CA|63.217|-133.367|164|M0|Faro Airport (Yukon)
ZFB|CA|51.583|-57.917|101|M1|Old Fort Bay Airport
ZFD|CA|59.334|-107.181|143|S1|Fond Du Lac Airport
ZFL|CN|43.108|81.161|242|S1|Zhaosu Tianma Airport
ZFM|CA|67.408|-134.862|166|S1|Fort Mcpherson Airport
ZFN|CA|64.917|-125.567|166|S1|Tulita Airport
ZFW|CA|56.067|-118.383|88|S0|Fairview Airport
ZGF|CA|49.017|-118.433|163|M0|Grand Forks Airport
ZGI|CA|54.839|-94.08|165|S1|Gods River Airport
ZGL|AU|-25.683|142.117|259|S0|South Galway Airport
ZGM|ZM|-15.958|25.934|33|S0|Ngoma Airport
ZGQ|BE|50.647|3.592|276|S0|Maubray
ZGR|CA|52.067|-95.467|165|S0|Little Grand Rapids Airport
ZGS|CA|50.333|-60.667|68|S1|La Romaine Airport
ZGU|VU|-14.22|167.588|336|M0|Gaua Airport
ZHA|CN|21.215|110.363|232|M1|Zhanjiang Wuchuan Airport
ZHH|CH|47.412|9.253|319|S0|Gossau SG railway station
ZHM|BD|24.399|91.921|192|S0|Shamshernagar Airport
ZHP|CA|55.4|-116.483|88|S0|High Prairie Airport
ZHY|CN|37.569|105.153|232|M1|Zhongwei Airport
ZIA|RU|55.568|38.132|300|L1|Zhukovsky International Airport
ZIC|CL|-38.217|-72.333|147|M0|Victoria Airport
ZIG|SN|12.556|-16.276|15|M0|Ziguinchor Airport
ZIH|MX|17.607|-101.464|122|M1|Ixtapa/Zihuatanejo Internacional Airport
ZIS|LY|31.775|12.249|47|S0|Zintan Airport
ZIX|RU|66.797|123.361|245|M1|Zhigansk Airport
ZIZ|PK|26.711|67.667|206|S0|Zamzama Heliport
ZJG|CA|54.519|-98.046|165|M0|Jenpeg Airport
ZJN|CA|52.117|-101.233|165|M0|Swan River Airport
ZJT|MY|1.35|103.55|210|S0|Tanjung Pelepas Ferry Port
ZKB|ZM|-8.522|30.66|33|S0|Kasaba Bay Airport
ZKE|CA|52.333|-81.333|161|S1|Kashechewan Airport
ZKG|CA|50.189|-61.292|68|S1|Kegaska Airport
ZKL|CN|29.378|104.626|232|M1|Zigong Fengming General Airport
ZKM|GA|-2.533|9.75|29|M1|Sette Cama Airport
ZKP|RU|65.738|150.708|213|M1|Zyryanka Airport
ZLO|MX|19.113|-104.351|122|M1|Manzanillo Airport
ZLT|CA|50.828|-58.976|68|S1|La Tabatiere Airport
ZLW|MY|1.435|103.902|210|S0|Pasir Gudang Ferry Port
ZLX|SD|12.938|23.506|25|S0|Zalingei Airport
ZMD|BR|-9.083|-68.75|145|M1|Sena Madureira Airport
ZMH|CA|51.746|-121.339|163|S0|108 Mile Ranch Airport
ZMM|MX|19.983|-102.267|122|S0|Zamora Airport
ZMT|CA|54.022|-132.118|163|M1|Masset Airport
ZNA|CA|49.169|-123.935|163|S1|Nanaimo Harbor Seaplane Base
ZNC|US|61|-160|51|S0|Nyac Airport
ZND|NE|13.779|8.983|42|M1|Zinder Airport
ZNE|AU|-23.417|119.801|267|M1|Newman Airport
ZNO|DE|52.294|10.061|274|S0|Hildesheim
ZNU|CA|51.85|-127.867|163|S0|Namu Airport
ZNZ|TZ|-6.218|39.221|16|L1|Abeid Amani Karume International Airport
ZOF|CA|52.351|-127.695|163|S0|Ocean Falls Seaplane Base
ZOS|CL|-40.608|-73.056|147|M1|Canal Bajo Airport
ZOW|DE|52.528|7.2|274|S0|Lingen
ZPB|CA|53.891|-92.195|165|S1|Sachigo Lake Airport
ZPC|CL|-39.764|-71.633|147|S1|Pucon Airport
ZPH|US|28.233|-82.183|129|S0|Zephyrhills Airport
ZPO|CA|55.517|-106.583|143|S0|Pinehouse Lake
ZPQ|DE|52.291|7.387|274|S0|Rheine Bentlage Airport
ZQN|NZ|-45.022|168.739|331|M1|Queenstown Airport
ZQS|CA|53.254|-132.076|163|S0|Queen Charlotte City Seaplane Base
ZQW|DE|49.215|7.4|274|S0|Zweibrucken Airport
ZQZ|CN|40.739|114.931|232|M1|Zhangjiakou Ningyuan Airport
ZRH|CH|47.451|8.562|319|L1|Zurich Airport
ZRI|ID|-1.883|136.233|202|M0|Serui Airport
ZRJ|CA|52.95|-91.317|161|S1|Round Lake Airport
ZRM|ID|-1.85|138.75|202|S0|Sarmi Airport
ZRS|AT|47.186|10.162|315|M1|Zuers/Lech Heliport
ZSA|BS|24.06|-74.533|128|M1|San Salvador Airport
ZSE|RE|-21.321|55.427|329|M1|St. Pierre de la Reunion Airport
ZSJ|CA|53.033|-93.233|165|M1|Sandy Lake Airport
ZSP|CA|54.083|-111.503|88|S0|St Paul
ZSS|CI|4.924|-6.136|0|S0|Sassandra Airport
ZST|CA|55.933|-129.983|163|M0|Stewart Airport
ZSW|CA|54.333|-130.283|163|S0|Seal Cove Airport
ZTA|PF|-20.783|-138.568|361|S0|Tureira Airport
ZTB|CA|50.717|-59.333|68|S1|Tete-A-La Baleine Airport
ZTH|GR|37.754|20.885|272|M1|Zakinthos Airport
ZTM|CA|55.859|-92.08|165|S1|Shamattawa Airport
ZTR|UA|50.25|28.65|290|S0|Zhitomir Airport
ZTS|CA|49.933|-126.667|163|S0|Tahsis Airport
ZTU|AZ|41.562|46.665|184|M0|Zaqatala Airport
ZUC|CA|49.5|-91.833|165|M0|Ignace Municipal Airport
ZUD|CL|-42|-73.833|147|S0|Ancud Airport
ZUE|CI|7.433|-6.05|0|M1|Zuenoula Airport
ZUH|CN|22.012|113.371|232|L1|Zhuhai Jinwan Airport
ZUL|SA|26.25|44.833|228|S0|Zilfi Airport
ZUM|CA|53.563|-64.109|94|S1|Churchill Falls Airport
ZVA|MG|-19.5|45.467|320|M0|Miandrivazo Airport
ZVG|AU|-17.867|127.583|266|S0|Springvale Airport
ZVK|LA|16.554|104.763|243|M0|Savannakhet Airport
ZWA|MG|-14.65|49.617|320|M0|Andapa Airport
ZWL|CA|58.107|-103.168|143|S1|Wollaston Lake Airport
ZXQ|NO|60.183|5.517|301|M1|Solstad Airport
ZXT|AZ|40.485|49.984|184|M0|Zabrat Airport
ZYI|CN|27.59|107|232|M1|Zunyi Xinzhou Airport
ZYL|BD|24.958|91.87|192|M1|Osmani International Airport, Sylhet
ZZE|AZ|39.094|46.734|184|S0|Zangilan International Airport
ZZO|RU|50.667|142.75|244|S0|Zonalnoye Airport
ZZU|MW|-11.443|34.013|9|M0|Mzuzu Airport
ZZV|US|39.944|-81.892|129|M0|Zanesville Municipal Airport
`;
