import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|dalawang|dalawa|tatlong|tatlo|apat na|limang|anim na|pitong|walong|siyam na|sampung|two|three|four|five)';
const UNIT = '(?:minuto|oras|araw|linggo|buwan|minutes|hours|hrs|days|weeks|months)';
const DAYS = 'lunes|martes|miyerkules|huwebes|biyernes|sabado|linggo';

/** Tagalog as it is tweeted, with English for the things of the trade; with "po" and "ninyo" to a stranger. */
export const tagalog: Bank = {
  lang: 'tl',
  locale: 'fil',
  register: 'informal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})((?:mula|simula|since) (?:pa )?(?:kahapon|kagabi|kanina|kaninang umaga|noong (?:${DAYS})|nung (?:${DAYS})|last week|last month|yesterday))(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:kada|every|loob ng|within|in)\\s)(?<!\\p{L})(${NUMBER} ${UNIT})(?!\\p{L})(?! lang| free| ago)`,
      'iu',
    ),
    stakes: [
      [/interview/i, 'sa gitna ng interview'],
      [/exam|pagsusulit/i, 'sa gitna ng exam'],
      [/klase|\bclass\b/i, 'sa gitna ng klase'],
      [/meeting|wfh|work from home|naka-?duty/i, 'sa oras ng trabaho'],
      [/\bgame\b|\blaro\b|ranked|\bml\b/i, 'sa gitna ng laro'],
      [/deadline/i, 'habang may hinahabol na deadline'],
      [/tindahan|customer|benta/i, 'habang may mga bumibili'],
    ],
    place: /(?<!\p{L})(sa (?:may )?\p{Lu}[\p{Ll}]+(?: \p{Lu}[\p{Ll}]+){0,2})/u,
    informal: /(?!)/,
    formal: /(?<!\p{L})(?:po|opo)(?!\p{L})/iu,
    asks: /^(?:@\w+[\s,:]+|hi |hello )*(?:paano|kailan|saan|ano|sino|magkano|pwede|puwede|bakit|may)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:suggestion|suhestiyon|sana may|sana lagyan)(?!\p{L})/iu,
    down: /\bwala\b|nawala|patay|isara|magsara|hay naku/i,
    burning: /sunog|usok|apoy|\bspark/i,
    scope: /buong|kapitbahay|lahat|kami|namin|barangay|street|dito sa/i,
    light: /ilaw|\bpula\b|\bred\b|blink|\blos\b|\bgreen\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'n',
      words: 'internet=net=inet, wifi=wi-fi, signal=sinyal, linya, connection=koneksyon, landline, data, TV',
    },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'n',
      words: 'modem, router, SIM=simcard, cellphone=cp, remote',
    },
    {
      topics: ['billing', 'cancellation', 'order'],
      whose: 'theirs',
      gender: 'n',
      words: 'bill, bayad, refund, load, plan=plano, kontrata, promo',
    },
    {
      topics: ['order', 'account', 'other', 'appointment', 'unreachable'],
      whose: 'theirs',
      gender: 'n',
      words: 'order, account, number=numero, ticket, application, schedule',
    },
    { topics: ['appointment'], whose: 'nobody', gender: 'n', words: 'technician=tech' },
    {
      topics: ['device', 'unreachable', 'account', 'other'],
      whose: 'ours',
      gender: 'n',
      words: 'app, website=site, hotline, serbisyo=service, tore',
    },
  ],
  words: {
    outage: 'internet',
    speed: 'internet',
    billing: 'bill',
    appointment: 'schedule',
    device: 'modem',
    cancellation: 'kontrata',
    coverage: 'signal',
    unreachable: 'hotline',
    order: 'order',
    account: 'account',
    fraud: 'account',
    other: 'serbisyo',
  },
  forms: ({ word, whose }) => ({
    thing: whose === 'theirs' ? `${word} [mo|ninyo]` : whose === 'ours' ? `${word} namin` : word,
    noun: word,
  }),
  day: (when) => {
    if (when.kind === 'today') return 'kanina';
    if (when.kind === 'yesterday') return 'kahapon';
    return when.kind === 'weekday' ? `noong ${when.name}` : `noong ${when.name}`;
  },
  keepsCapital: /^\p{Lu}{2,}$/u,
  moves: {
    greet: { named: ['{name}, ', 'Hi {name}, ', '{name}, '], unnamed: ['', 'Hello[| po], ', ''] },
    wait: [
      '{Wait}: sobrang tagal na niyan.',
      '{Wait}, hindi dapat umabot nang ganyan katagal.',
      '{Wait}, kahit sino mauubusan ng pasensya.',
    ],
    stake: ['At {stake} pa.', 'Mas mabigat pa dahil {stake} nangyari.', 'Sumabay pa {stake}, ang hirap niyan.'],
    safety: [
      'Kung may kalusugang nakasalalay sa linyang iyan, iyan ang uunahin bago ang lahat.',
      'Kapag kalusugan ang nakataya, hindi ito puwedeng pumila.',
    ],
    burning: ['Pakihugot muna[| po] sa saksakan kung nakasaksak pa: amoy muna, internet mamaya.'],
    history: {
      same: [
        'Nakita kong nagsulat [ka|po kayo] {day} tungkol din sa {thing}, kaya hindi na kailangang ulitin.',
        'Tungkol din sa {thing} ang sulat [mo|ninyo] {day}, nabasa ko na.',
      ],
      any: [
        'Nabasa ko na ang sinulat [mo|ninyo] {day}, hindi na kailangang magsimula ulit.',
        'Nasa harap ko rin ang sinabi [mo|ninyo] {day}.',
      ],
    },
    incident: {
      here: [
        'Hindi lang diyan sa inyo: {incident}',
        'Ito ang alam namin ngayon: {incident}',
        'Wala sa side [mo|ninyo] ang sira. {incident}',
      ],
      area: ['May bukas na incident ngayon sa {area}, kaya hindi lang diyan.', 'Sa {area} may incident ngayon.'],
      ask: [
        'May bukas na incident ngayon sa {area}. Diyan ba[| po] kayo?',
        'Sa {area} ba ito? May incident kasi roon ngayon.',
      ],
    },
    fact: {
      status: ['Dito makikita ang lagay ng network, walang login: {fact}', 'Live na lagay ng network: {fact}'],
      help: ['Nasa isang page ang mga hakbang: {fact}', 'Kumpleto rito ang paliwanag: {fact}'],
      chat: ['Pinakamabilis na tao ang kausap sa chat: {fact}', 'Tao ang sumasagot sa chat namin: {fact}'],
      phone: ['Ang number para rito: {fact}.', 'Puwedeng tumawag sa {fact}.'],
      email: ['Kung mas gusto[| po ninyong] magsulat: {fact}', 'Sa email: {fact}'],
      dm: ['Dito bukas ang DM namin: {fact}', 'Puwedeng mag-DM sa amin dito: {fact}'],
      hours: ['Oras namin: {fact}.', 'Bukas kami: {fact}.'],
      notice: ['Ang abiso ngayon: {fact}', 'Nandito ang pinakabago: {fact}'],
    },
    unknown: [
      'Tungkol sa {noun}, mas mabuting siguraduhin ko kaysa manghula. Itinatanong ko na[| po].',
      'Tamang sagot ang kailangan sa tanong na {noun}, hindi mabilis. Hinahanap ko na[| po].',
      'Wala pa sa akin ang sagot, at walang silbi ang hula. Inaalam ko na[| po].',
      'Sisiguraduhin ko muna kaysa sumagot ng kalahati; tinitingnan ko na[| po].',
    ],
    questionDm: [
      'Depende ito sa plan: i-DM [mo|po ninyo] ang account number (huwag dito) para ang sa inyo mismo ang tingnan ko.',
      'Kung gusto [mong|po ninyong] i-check ko ang mismong account, account number lang sa DM ang kailangan.',
    ],
    questionAsk: [
      ['Para ba[| po] ito sa linyang meron na, o sa bago? Magkaiba kasi ang sagot.'],
      ['Saang lugar[| po] ito? Para tama ang sagot ko para roon.', 'place'],
      ['May petsa bang hinahabol? Para alam ko kung alin ang mas mabilis.'],
      ['Ano na ang nasabi o nabasa [mo|ninyo] tungkol dito? Doon ako magsisimula.'],
    ],
    noted: ['Sige, salamat[| po]: isinama ko na ito sa iba.', 'Salamat[| po], malinaw na at nasa harap ko.'],
    idea: [
      'Kita ko kung saan ito makakatulong, salamat[| po] sa malinaw na paliwanag.',
      'Magandang ideya, at malinaw na sa pagkakasulat.',
    ],
    ideaDm: ['Malaking tulong ang screenshot sa DM kung saan ito nakakaabala.'],
    ideaAsk: ['Sa phone, TV o computer ba ito madalas gamitin? Para alam ko kung kanino ipapabasa.'],
    takeDown: [
      'Pakibura[| po] muna ang tweet na ito: may personal na detalye, at nababasa ng lahat dito.',
      'Una sa lahat, paki-delete[| po] ang tweet: kita ng lahat ang personal na detalye.',
    ],
    takeDownDm: [
      'Sa DM, account number lang; huwag kailanman ang card, PIN o password.',
      'Pagkatapos, account number lang sa DM. Hindi kami humihingi ng card o password.',
    ],
    takeDownAsk: [
      'Sasabihan[ mo| po ninyo] ba ako kapag wala na? Saka tayo tutuloy sa DM.',
      'Tatlong tuldok, tapos Delete. Nakikita[ mo| po ninyo] ba?',
    ],
    thanks: {
      any: [
        'Salamat[| po] sa pagsasabi. Madalas may sira bago may magsulat, kaya dalawang beses ko itong binasa.',
        'Ang sarap basahin. Salamat[| po] sa oras para isulat ito.',
        'Maraming salamat[| po]. Malaking bagay ang ganito sa mahabang shift.',
      ],
      person: [
        'Salamat[| po] sa kuwento. Bihirang mabanggit ang maayos na trabaho, kaya doble ang halaga.',
        'Ganyan dapat palagi. Salamat[| po] at ang tao ang napansin, hindi lang ang gawa.',
      ],
      solved: [
        'Ito ang hinihintay kong mabasa. Salamat[| po] sa balita.',
        'Buti at ayos na. Salamat[| po] sa pasensya at sa pagbalik para sabihin.',
      ],
      history: ['Pagkatapos ng sinulat [mo|ninyo] {day}, doble ang tuwa ko rito. Salamat[| po].'],
      short: [
        'Salamat[| po], ang sarap basahin.',
        'Maraming salamat[| po] mula sa buong shift.',
        'Salamat[| po], gumaan ang araw namin dito.',
      ],
    },
    notOurs: [
      'Pasensya na[| po], hindi sa amin iyan, kaya wala akong magagawa mula rito.',
      'Pasensya na[| po], hindi namin linya iyan kahit gusto kong tumulong.',
    ],
    elsewhere: {
      named: ['Ang {handle} ang makakatingin niyan.', 'Pinakamabuting tanungin ang {handle}.'],
      unnamed: ['Ang help account ng provider na nasa bill ang dapat na makatingin.'],
    },
    otherLanguage: ['Pasensya na at Tagalog ang gamit ko.'],
    askOurs: [
      '{brand} ba[| po] ang linya? Kung oo, titingnan ko.',
      'Naka-{brand} ba[| po] kayo? Kung oo titingnan ko; kung hindi, sana maayos agad.',
    ],
    checkIn: {
      outage: [
        'Pagkatapos ng outage {day}, gumagana pa rin ba[| po] ang {thing}?',
        'Nangungumusta[| po] pagkatapos ng outage {day}: gumagana pa rin ba ang {thing}?',
        'Pagkatapos ng outage, gumagana pa rin ba[| po] ang {thing}?',
      ],
      fixed: [
        'Sumulat [ka|kayo] {day}: ayos pa rin ba[| po] ang {thing}?',
        'Nangungumusta[| po]: ayos pa rin ba ang {thing}?',
      ],
      open: [
        'Sumulat [ka|po kayo] {day}, at hindi ko nakakalimutan. Kumusta na ang {thing}?',
        'Hindi ko nakakalimutan: kumusta na[| po] ang {thing}?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        'Pasensya na[| po] at walang {noun} {since}.',
        'Walang {noun} {since}: mabigat iyan, pasensya na[| po].',
        'Pasensya na[| po] sa pagkawala ng {noun} {where}.',
        'Pasensya na[| po] at nawala ang {thing}.',
        'Hindi biro ang mawalan ng {noun}, pasensya na[| po].',
      ],
      check: [
        'Tinitingnan ko na kung sa lugar ang sira o sa linya [mo|ninyo] lang.',
        'Hindi ko pa alam ang dahilan at ayokong manghula: hinahanap ko na[| po].',
      ],
      dm: [
        'I-DM [mo|po ninyo] ang account number (huwag dito) para makita ko ang lagay ng linya.',
        'Account number lang sa DM, at masusubukan ko ang linya mula rito.',
      ],
      ask: [
        ['Saang lugar[| po] ito? Para malaman ko kung diyan lang o mas malawak.', 'place'],
        ['Wala rin ba sa kapitbahay, o diyan lang? Doon ko malalaman kung saan unang titingin.', 'scope'],
        ['Anong ilaw ang nakikita sa modem? Masasabi niyan kung linya o gamit ang sira.', 'light'],
        ['Sabay-sabay bang nawala, o pasulpot-sulpot muna?'],
      ],
    },
    speed: {
      sorry: [
        'Pasensya na[| po] at ganyan kabagal ang {thing} {since}.',
        'Pasensya na[| po] at ganyan kabagal ang {thing}.',
        'Walang matatapos sa ganyang bilis, pasensya na[| po].',
      ],
      check: [
        'Tinitingnan ko kung ano ang dapat na bilis at ano ang pumipigil.',
        'Inaalam ko kung siksikan sa lugar o may sira, para dahilan ang maibigay at hindi palusot.',
      ],
      dm: ['I-DM [mo|po ninyo] ang account number (huwag dito) para maikumpara ko ang dumarating sa binabayaran.'],
      ask: [
        ['Ganyan din ba kapag naka-kable sa modem? Doon malalaman kung linya o wifi.'],
        ['Buong araw ba, o sa gabi lang? Magkaiba kasi ang dahilan.', 'since'],
      ],
    },
    billing: {
      sorry: [
        'Pasensya na[| po] sa {thing}: trabaho namin ang magkuwenta, hindi [mo|ninyo].',
        'Pasensya na[| po] sa {thing}. Pagdating sa pera, dapat tama at malinaw.',
        'Hindi dapat [ikaw|kayo] ang humahabol tungkol sa {thing}, pasensya na.',
      ],
      check: [
        'Iniisa-isa ko kung saan galing bago ako magsabi ng kahit ano.',
        'Hinahanap ko kung saan nagkamali, para may dahilan at hindi lang numero.',
      ],
      dm: [
        'I-DM [mo|po ninyo] ang account number (huwag dito), at iisa-isahin natin.',
        'Account number lang sa DM, huwag ang card, at maipapaliwanag ko ang bawat linya.',
      ],
      ask: [
        ['Anong buwan[| po] ito? Para ang tama ang titingnan ko.'],
        ['May nabago ba bago nito, tulad ng natapos na discount o paglipat?'],
      ],
    },
    appointment: {
      sorry: [
        'Pasensya na[| po] sa paghihintay: tumupad [ka|kayo], kami ang hindi.',
        'Hindi dapat pinaghihintay ang naglaan ng oras, pasensya na[| po].',
      ],
      check: ['Inaalam ko kung ano ang nangyari sa schedule bago may magbigay ng bagong oras.'],
      dm: ['Account number lang sa DM, at makikita ko ang nakasulat tungkol sa schedule.'],
      ask: [
        ['Anong araw talaga ang puwede? Iyon ang hihingin ko, hindi kung ano ang bakante.'],
        ['May tumawag o nag-text ba bago, o wala talaga?'],
      ],
    },
    device: {
      sorry: [
        'Pasensya na[| po] sa abala ng {thing} {since}.',
        'Pasensya na[| po] sa abala ng {thing}.',
        'Hindi ganyan dapat ang {thing}, pasensya na[| po].',
      ],
      check: [
        'Itinatanong ko kung kilala na ang sirang ito bago ako magpasubok ng kahit ano.',
        'Tinitingnan ko kung ganyan din sa iba.',
      ],
      dm: [
        'Mas malinaw ang litrato ng nakikita, sa DM, kaysa sampung tanong.',
        'I-DM [mo|po ninyo] ang nakasulat sa label o screen, at titingnan ko.',
      ],
      ask: [
        ['Ano mismo ang lumalabas: mensahe o ilaw?', 'light'],
        ['Nagsimula ba pagkatapos ng update o paglipat, o bigla lang?', 'since'],
      ],
    },
    cancellation: {
      sorry: [
        'Pasensya na[| po] sa {thing}: dapat kasingdali ng pagsali ang pag-alis.',
        'Sobra na ang dalawang beses na paghiling, pasensya na[| po].',
      ],
      check: ['Tinitingnan ko kung ano ang nakatala at anong petsa.'],
      dm: ['I-DM [mo|po ninyo] ang account number (huwag dito) para makita ko ang naitala at kung kailan.'],
      ask: [
        ['Paano[| po] ipinadala: sulat, app o tawag? Para alam ko kung saan hahanapin.'],
        ['May natanggap bang kumpirmasyon? Petsa lang, sapat na.'],
      ],
    },
    coverage: {
      sorry: [
        'Pasensya na[| po] at walang {noun} {since}.',
        'Pasensya na[| po] at walang {noun} {where}.',
        'Pasensya na[| po] sa {noun}: hindi dapat hinahabol iyan.',
        'Nakakapagod humabol ng {noun}, pasensya na[| po].',
      ],
      check: [
        'Tinitingnan ko kung may tore sa malapit na may sira.',
        'Itinatanong ko sa network kung ano ang nakikita nila riyan.',
      ],
      dm: ['I-DM [mo|po ninyo] ang eksaktong lugar (huwag dito), at titingnan ko ang toreng nagsisilbi riyan.'],
      ask: [
        ['Saan[| po] ito banda? Kanto o palatandaan lang, sapat na.', 'place'],
        ['Sa loob lang ba ng bahay o pati sa labas? Magkaiba ang dahilan.'],
      ],
    },
    unreachable: {
      sorry: [
        'Pasensya na[| po] at walang sumagot: kami ang may pagkukulang.',
        'Hindi dapat [ikaw|kayo] ang naghahabol, pasensya na[| po].',
      ],
      check: ['May tao na rito: hinahanap ko kung nasaan na ang hinihingi [mo|ninyo].'],
      dm: [
        'I-DM [mo|po ninyo] sa dalawang salita kung tungkol saan, kasama ang account number: walang pila, walang menu.',
      ],
      ask: [
        ['Tungkol saan[| po] ito noong una? Isang linya lang, doon ako magsisimula.'],
        ['May nagbigay ba ng pangalan o araw?'],
      ],
    },
    order: {
      sorry: [
        'Pasensya na[| po] sa {thing}: nagawa [mo|ninyo] ang sa inyo, kami ang hindi pa.',
        'Pasensya na[| po] at naging trabaho pa ang {thing}.',
      ],
      check: ['Inaalam ko kung nasaan talaga, hindi ang sabi ng tracking.'],
      dm: ['I-DM [mo|po ninyo] ang order number (huwag dito) para makita ko kung saan natigil.'],
      ask: [['Ano ang huling balita, at kanino galing: sa amin o sa rider?'], ['Kailangan pa ba, o huli na?']],
    },
    account: {
      sorry: [
        'Pasensya na[| po] sa {thing}: nakakapagod ang paikot-ikot.',
        'Pasensya na[| po] at nakaharang ang {thing}.',
      ],
      check: ['Tinitingnan ko kung ano ang humaharang.'],
      dm: ['Account number lang sa DM. Hindi kailangan ang password o PIN kahit kailan.'],
      ask: [['Saang hakbang humihinto, at ano ang nakasulat?'], ['May nabago ba bago nito: number, phone, pangalan?']],
    },
    fraud: {
      sorry: [
        'Salamat[| po] sa pagsabi, at pasensya na sa kaba.',
        'Pasensya na[| po] at nakarating iyan. Tama ang magtanong muna.',
      ],
      check: ['Inaalam ko kung sino ang nasa likod. Huwag munang mag-click o magbayad.'],
      dm: ['Makakatulong ang screenshot sa DM. Hindi kami humihingi ng card, PIN o password.'],
      ask: [
        ['May na-click ba o naibigay? Kung oo, iyon ang uunahin.'],
        ['Text, email o tawag ba, at anong pangalan ang gamit?'],
      ],
    },
    other: {
      sorry: [
        'Pasensya na[| po]. Hindi dapat ganyan.',
        'Maiinis din ako riyan, pasensya na[| po].',
        'Naiintindihan ko ang inis, pasensya na[| po].',
      ],
      check: [
        'Inaalam ko ang nangyari bago ako magsabi ng kahit ano.',
        'Tinitingnan ko na, para dahilan ang maibigay at hindi salita lang.',
      ],
      dm: ['I-DM [mo|po ninyo] ang account number (huwag dito) para ang mismong kaso [mo|ninyo] ang makita ko.'],
      ask: [
        ['Saan ako magsisimula: linya, bill o order?'],
        ['Kailan pa[| po] nagsimula? Kahit tantiyang araw lang.', 'since'],
      ],
    },
  },
};
