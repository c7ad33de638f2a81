import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas|lima belas|dua puluh|tiga puluh)';
const UNIT = '(?:menit|jam|hari|minggu|bulan)';
const DAYS = 'senin|selasa|rabu|kamis|jumat|sabtu|minggu';

/** Indonesian. "Kak" is right for everybody, and "Kakak" says "you" without being too near or too far. */
export const indonesian: Bank = {
  lang: 'in',
  locale: 'id',
  register: 'informal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})((?:sejak|dari) (?:kemarin|tadi pagi|tadi malam|tadi siang|semalam|subuh|pagi|siang|sore|hari (?:${DAYS})|minggu lalu|bulan lalu|${NUMBER} ${UNIT} (?:yang )?lalu))(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:tiap|setiap|dalam|per|dari|sejak|kontrak)\\s)(?<!\\p{L})(${NUMBER} ${UNIT})(?!\\p{L})(?! lalu| gratis| yang)`,
      'iu',
    ),
    stakes: [
      [/sidang/i, 'menjelang sidang'],
      [/ujian|\buts\b|\buas\b/i, 'pas ujian'],
      [/deadline/i, 'pas dikejar deadline'],
      [/meeting|rapat|zoom|wfh/i, 'pas jam kerja'],
      [/kuliah|kelas|sekolah/i, 'pas kelas'],
      [/nonton bola|pertandingan|\bmabar\b|ranked|rank\b/i, 'pas lagi main'],
      [/pelanggan|orderan|jualan/i, 'pas pelanggan menunggu'],
    ],
    place: /(?<!\p{L})((?:di|ke) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})/u,
    informal: /(?!)/,
    formal: /(?!)/,
    asks: /^(?:@\w+[\s,:]+|kak[\s,]+|min[\s,]+|halo )*(?:gimana|bagaimana|kapan|di ?mana|apa|siapa|berapa|bisa|kenapa|kalau|kalo)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:saran|usul|coba ditambah|tolong ditambah fitur)(?!\p{L})/iu,
    down: /\bmati\b|\bilang\b|hilang|lemot|nangis/i,
    burning: /terbakar|gosong|asap|percikan|\bapi\b|korslet/i,
    scope: /sekampung|tetangga|semua|satu (?:gang|kompleks|kota)|ada yang|komplek|daerah/i,
    light: /lampu|kedip|merah|hijau|\blos\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'n',
      words: 'internet=inet=net, wifi=wi-fi, jaringan, koneksi, sinyal, TV, telepon rumah',
    },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'n',
      words: 'modem, router, kartu SIM=kartu=simcard, HP, remote, STB',
    },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'n',
      words: 'tagihan, pembayaran, refund, paket, kontrak, kuota, pulsa',
    },
    {
      topics: ['order', 'account', 'other', 'appointment'],
      whose: 'theirs',
      gender: 'n',
      words: 'pesanan, akun, nomor, laporan, tiket, pemasangan, jadwal',
    },
    { topics: ['appointment'], whose: 'nobody', gender: 'n', words: 'teknisi' },
    {
      topics: ['device', 'unreachable', 'account', 'other'],
      whose: 'ours',
      gender: 'n',
      words: 'aplikasi=app=apk, website=web, layanan=CS',
    },
  ],
  words: {
    outage: 'internet',
    speed: 'internet',
    billing: 'tagihan',
    appointment: 'jadwal',
    device: 'modem',
    cancellation: 'kontrak',
    coverage: 'sinyal',
    unreachable: 'layanan',
    order: 'pesanan',
    account: 'akun',
    fraud: 'akun',
    other: 'laporan',
  },
  forms: ({ word, whose }) => ({
    thing: whose === 'ours' ? `${word} kami` : `${word}${/^[A-Z]{2,}$|[A-Z]{2,}$/.test(word) ? '-nya' : 'nya'}`,
    noun: word,
  }),
  day: (when) => {
    if (when.kind === 'today') return 'tadi';
    if (when.kind === 'yesterday') return 'kemarin';
    return when.kind === 'weekday' ? `hari ${when.name}` : `bulan ${when.name}`;
  },
  keepsCapital: /^(?:Kak|Kakak|\p{Lu}{2,})$/u,
  moves: {
    greet: {
      named: ['Kak {name}, ', 'Halo Kak {name}, ', 'Halo Kak {name}. '],
      unnamed: ['Kak, ', 'Halo Kak, ', 'Halo Kak. '],
    },
    wait: ['{Wait} itu terlalu lama.', '{Wait}, wajar kalau kesal.', '{Wait}: tidak seharusnya selama itu.'],
    stake: ['Apalagi {stake}.', 'Kejadiannya {stake} pula, pasti bikin panik.', 'Waktunya {stake}, memang berat.'],
    safety: [
      'Kalau ada kesehatan orang yang bergantung pada sambungan itu, ini didahulukan dari yang lain.',
      'Kalau menyangkut kesehatan, ini tidak boleh menunggu antrean.',
    ],
    burning: ['Tolong cabut dulu dari listrik kalau masih tersambung: baunya dulu, internetnya nanti.'],
    history: {
      same: [
        'Kakak sudah menulis {day} soal {thing} juga, jadi tidak perlu cerita dari awal.',
        'Saya lihat {day} Kakak juga menulis soal {thing}.',
      ],
      any: [
        'Yang Kakak tulis {day} sudah saya baca, tidak perlu mengulang.',
        'Pesan Kakak {day} juga ada di depan saya.',
      ],
    },
    incident: {
      here: [
        'Bukan di tempat Kakak saja: {incident}',
        'Yang kami tahu sejauh ini: {incident}',
        'Ini bukan dari sisi Kakak. {incident}',
      ],
      area: [
        'Di {area} sedang ada gangguan, jadi bukan di tempat Kakak saja.',
        'Saat ini ada gangguan yang tercatat di {area}.',
      ],
      ask: ['Saat ini ada gangguan di {area}. Kakak di sana?', 'Apakah ini di {area}? Di sana sedang ada gangguan.'],
    },
    fact: {
      status: ['Kondisi jaringan saat ini, tanpa login: {fact}', 'Kondisinya bisa dilihat di sini: {fact}'],
      help: ['Langkahnya ada di satu halaman: {fact}', 'Lengkapnya ada di sini: {fact}'],
      chat: ['Paling cepat bertemu orangnya lewat chat: {fact}', 'Di chat yang menjawab orang: {fact}'],
      phone: ['Nomor untuk ini: {fact}.', 'Lewat telepon: {fact}.'],
      email: ['Kalau lebih enak menulis: {fact}', 'Lewat email: {fact}'],
      dm: ['DM kami dibuka di sini: {fact}', 'Bisa tulis ke DM kami di sini: {fact}'],
      hours: ['Jam buka kami: {fact}.', 'Kami buka {fact}.'],
      notice: ['Pengumuman saat ini: {fact}', 'Kabar terbarunya di sini: {fact}'],
    },
    unknown: [
      'Soal {noun}, lebih baik saya pastikan daripada menebak. Sedang saya tanyakan.',
      'Pertanyaan {noun} ini perlu jawaban yang benar, bukan yang cepat. Sedang saya cari.',
      'Jawabannya belum ada di saya, dan tebakan tidak menolong. Sedang saya cari.',
      'Lebih baik saya pastikan dulu daripada menjawab setengah; sedang saya cek.',
    ],
    questionDm: [
      'Ini bisa tergantung paketnya: kirim nomor pelanggan lewat DM (jangan di sini ya) supaya saya lihat yang Kakak punya, bukan aturan umumnya.',
      'Kalau mau dicek untuk akun Kakak, cukup nomor pelanggan lewat DM.',
    ],
    questionAsk: [
      ['Ini untuk sambungan yang sudah ada atau yang baru? Jawabannya beda.'],
      ['Untuk kota atau daerah mana, Kak? Biar jawabannya pas untuk di sana.', 'place'],
      ['Ada tanggal yang dikejar, Kak? Biar saya tahu jalan yang paling cepat.'],
      ['Sejauh ini sudah dapat info apa, Kak? Biar saya mulai dari situ.'],
    ],
    noted: [
      'Baik, terima kasih: ini saya satukan dengan yang lain.',
      'Terima kasih, sudah jelas dan ada di depan saya.',
    ],
    idea: [
      'Saya paham gunanya, dan terima kasih sudah dijelaskan sejelas ini.',
      'Idenya bagus, dan sudah jelas seperti yang Kakak tulis.',
    ],
    ideaDm: ['Tangkapan layar lewat DM, di bagian mana yang mengganggu, akan menolong yang membuatnya.'],
    ideaAsk: ['Lebih sering dipakai di HP, TV atau komputer, Kak? Biar saya tahu siapa yang perlu membacanya.'],
    takeDown: [
      'Tolong hapus tweet ini ya, Kak: ada data pribadi di dalamnya dan semua orang bisa membaca.',
      'Sebelum yang lain, tolong hapus dulu tweet ini: data pribadi Kakak terlihat semua orang.',
    ],
    takeDownDm: [
      'Lewat DM cukup nomor pelanggan; jangan pernah kartu, PIN atau kata sandi.',
      'Setelah itu cukup nomor pelanggan lewat DM. Kami tidak pernah meminta kartu atau kata sandi.',
    ],
    takeDownAsk: [
      'Kabari kalau sudah terhapus ya, Kak? Lalu kita lanjut lewat DM.',
      'Titik tiga, lalu Hapus. Pilihan itu kelihatan, Kak?',
    ],
    thanks: {
      any: [
        'Terima kasih sudah bilang. Biasanya orang menulis kalau ada yang rusak, jadi yang ini saya baca dua kali.',
        'Senang membacanya. Terima kasih sudah meluangkan waktu.',
        'Terima kasih banyak. Pesan begini terasa sekali di shift yang panjang.',
      ],
      person: [
        'Terima kasih sudah cerita. Kerja yang baik jarang disebut, jadi ini berarti sekali.',
        'Memang begitu seharusnya. Terima kasih sudah melihat orangnya, bukan cuma perbaikannya.',
      ],
      solved: [
        'Ini kabar yang saya tunggu. Terima kasih sudah mengabari.',
        'Syukurlah sudah jalan lagi. Terima kasih atas sabarnya, dan sudah kembali mengabari.',
      ],
      history: ['Setelah yang Kakak tulis {day}, ini dua kali lebih senang membacanya. Terima kasih.'],
      short: [
        'Terima kasih, enak sekali dibaca.',
        'Terima kasih banyak dari kami semua di shift ini.',
        'Makasih, Kak, ini bikin shift jadi ringan.',
      ],
    },
    notOurs: [
      'Maaf, yang ini bukan dari kami, jadi dari sini saya tidak bisa berbuat banyak.',
      'Maaf, sambungan itu bukan milik kami, walau saya ingin membantu.',
    ],
    elsewhere: {
      named: ['Yang bisa mengecek: {handle}.', 'Paling tepat bertanya ke {handle}.'],
      unnamed: ['Akun bantuan dari penyedia yang tertulis di tagihan seharusnya bisa mengecek.'],
    },
    otherLanguage: ['Maaf saya menulis dalam bahasa Indonesia.'],
    askOurs: [
      'Sambungannya dari {brand}, Kak? Kalau iya, saya cek.',
      'Kakak pakai {brand}? Kalau iya saya cek; kalau bukan, semoga cepat beres.',
    ],
    checkIn: {
      outage: [
        'Setelah gangguan {day}, {thing} masih lancar?',
        'Mau memastikan setelah gangguan {day}: {thing} masih lancar?',
        'Setelah gangguan itu, {thing} masih lancar?',
      ],
      fixed: ['Kakak menulis {day}: {thing} masih aman?', 'Mau memastikan: {thing} masih aman?'],
      open: [
        'Kakak menulis {day}, dan saya belum lupa. {Thing} bagaimana sekarang?',
        'Saya belum lupa: {thing} bagaimana sekarang?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        'Maaf {thing} mati {since}.',
        'Tanpa {noun} {since} pasti merepotkan, maaf.',
        'Maaf soal gangguan {where}.',
        'Maaf {thing} mati.',
        'Tanpa {noun} semuanya ikut berhenti, maaf.',
      ],
      check: [
        'Sedang saya cek, gangguannya di daerah itu atau hanya di sambungan Kakak.',
        'Penyebabnya belum saya tahu dan tidak mau menebak: sedang saya cari.',
      ],
      dm: [
        'Kirim kode pos lewat DM (jangan di sini ya) supaya saya lihat kondisi sambungannya.',
        'Cukup nomor pelanggan lewat DM, sambungannya bisa saya tes dari sini.',
      ],
      ask: [
        ['Ini di kota atau daerah mana, Kak? Biar ketahuan gangguan lokal atau lebih luas.', 'place'],
        ['Tetangga juga mati, atau hanya di tempat Kakak? Itu menentukan saya cari di mana dulu.', 'scope'],
        ['Lampu di modem menyala apa, Kak? Itu menunjukkan jalurnya atau alatnya.', 'light'],
        ['Matinya sekaligus, atau sebelumnya sempat putus-nyambung?'],
      ],
    },
    speed: {
      sorry: [
        'Maaf {thing} selambat ini {since}.',
        'Maaf {thing} selambat ini.',
        'Dengan kecepatan begitu memang tidak bisa apa-apa, maaf.',
      ],
      check: [
        'Sedang saya cek, seharusnya dapat berapa dan apa yang menahannya.',
        'Sedang saya lihat, daerahnya yang padat atau ada kerusakan, supaya ada sebab dan bukan alasan.',
      ],
      dm: [
        'Kirim nomor pelanggan lewat DM (jangan di sini ya), saya bandingkan yang sampai dengan yang dibayar.',
        'Cukup nomor pelanggan lewat DM, jalurnya saya ukur dari sini.',
      ],
      ask: [
        ['Kalau pakai kabel langsung ke modem sama saja, Kak? Itu memisahkan jalur dari wifi.'],
        ['Lambatnya seharian atau kalau malam saja? Sebabnya beda.', 'since'],
      ],
    },
    billing: {
      sorry: [
        'Maaf soal {thing}: menghitung ulang itu tugas kami, bukan Kakak.',
        'Maaf soal {thing}. Urusan uang harus benar dan jelas.',
        'Tidak seharusnya Kakak yang mengejar soal {thing}, maaf.',
      ],
      check: [
        'Sedang saya lihat baris demi baris asalnya dari mana, sebelum bilang apa pun.',
        'Sedang saya cari salahnya di mana, supaya ada sebab dan bukan cuma angka.',
      ],
      dm: [
        'Kirim nomor pelanggan lewat DM (jangan di sini ya), kita lihat baris demi baris.',
        'Cukup nomor pelanggan lewat DM, jangan kartu, nanti tiap baris saya jelaskan.',
      ],
      ask: [
        ['Ini tagihan bulan apa, Kak? Biar saya lihat yang benar.'],
        ['Sebelumnya ada yang berubah di paket, misalnya diskon habis atau pindah?'],
        ['Ada baris baru di tagihan, atau totalnya yang berubah?'],
      ],
    },
    appointment: {
      sorry: [
        'Maaf Kakak sudah menunggu dan yang ditunggu tidak datang.',
        'Maaf, orang yang sudah menyediakan waktu tidak pantas dibiarkan menunggu.',
      ],
      check: ['Sedang saya cari tahu apa yang terjadi dengan kunjungan itu, sebelum ada yang menyebut jam lain.'],
      dm: ['Cukup nomor pelanggan lewat DM, saya lihat catatan kunjungannya.'],
      ask: [
        ['Hari apa yang benar-benar bisa, Kak? Itu yang saya minta, bukan yang kosong duluan.'],
        ['Sebelumnya ada yang menelepon atau mengabari?'],
      ],
    },
    device: {
      sorry: [
        'Maaf {thing} bermasalah {since}.',
        'Maaf {thing} bikin repot.',
        'Bukan begitu seharusnya {thing}, maaf.',
      ],
      check: [
        'Sedang saya tanyakan apakah ini sudah dikenal, sebelum minta Kakak mencoba apa pun.',
        'Sedang saya lihat apakah yang lain mengalami hal yang sama.',
      ],
      dm: [
        'Foto yang terlihat di layar, lewat DM, lebih jelas daripada sepuluh pertanyaan.',
        'Kirim lewat DM apa yang tertulis di label atau layar, nanti saya lihat.',
      ],
      ask: [
        ['Yang muncul apa tepatnya, Kak: pesan atau lampu?', 'light'],
        ['Mulainya setelah update atau pindah, atau tiba-tiba?', 'since'],
        ['Modelnya apa, Kak? Ada di label bawah atau belakang.', 'ours'],
      ],
    },
    cancellation: {
      sorry: [
        'Maaf soal {thing}: berhenti seharusnya semudah mulai.',
        'Harus minta dua kali itu sudah kebanyakan, maaf.',
      ],
      check: ['Sedang saya lihat apa yang tercatat dan tanggalnya.'],
      dm: ['Kirim nomor pelanggan lewat DM (jangan di sini ya), saya lihat apa yang tercatat dan kapan.'],
      ask: [
        ['Waktu itu lewat surat, aplikasi atau telepon, Kak? Biar tahu cari di mana.'],
        ['Sempat dapat konfirmasi, Kak? Tanggalnya saja sudah membantu.'],
      ],
    },
    coverage: {
      sorry: [
        'Maaf {thing} hilang {since}.',
        'Maaf {thing} sejelek itu {where}.',
        'Maaf {thing} hilang-hilangan begitu.',
      ],
      check: [
        'Sedang saya cek apakah menara di dekat situ bermasalah.',
        'Sedang saya tanyakan ke orang jaringan apa yang mereka lihat di situ.',
      ],
      dm: ['Kirim titik persisnya lewat DM (jangan di sini ya), saya cek menara yang melayani.'],
      ask: [
        ['Kira-kira di mana, Kak? Nama perempatan atau patokan sudah cukup.', 'place'],
        ['Di dalam rumah saja atau di luar juga? Sebabnya beda.'],
      ],
    },
    unreachable: {
      sorry: [
        'Maaf tidak ada yang menjawab: itu salah kami.',
        'Maaf sampai harus mengejar kami, tidak seharusnya begitu.',
      ],
      check: ['Sekarang sudah ada orangnya: sedang saya cari laporannya sampai mana.'],
      dm: ['Ceritakan singkat soalnya lewat DM dengan nomor pelanggan: tanpa antre, tanpa menu.'],
      ask: [
        ['Awalnya soal apa, Kak? Satu baris saja, saya mulai dari situ.'],
        ['Waktu itu ada yang menyebut nama atau hari?'],
      ],
    },
    order: {
      sorry: ['Maaf soal {thing}: bagian Kakak sudah, bagian kami belum.', 'Maaf {thing} jadi merepotkan begini.'],
      check: ['Sedang saya cari posisinya yang sebenarnya, bukan yang tertulis di pelacakan.'],
      dm: ['Kirim nomor pesanan lewat DM (jangan di sini ya), saya lihat tertahan di mana.'],
      ask: [
        ['Info terakhirnya apa, dan dari siapa: kami atau kurir?'],
        ['Masih mau dikirim, Kak, atau sudah tidak perlu?'],
      ],
    },
    account: {
      sorry: ['Maaf {thing} jadi penghalang.', 'Maaf soal {thing}: berputar-putar itu melelahkan.'],
      check: ['Sedang saya lihat apa yang menghalangi.'],
      dm: ['Kirim nomor pelanggan saja lewat DM. Kata sandi atau PIN tidak pernah diperlukan.'],
      ask: [['Berhentinya di langkah mana, dan tulisannya apa?'], ['Sebelumnya ada yang berubah: nomor, HP, nama?']],
    },
    fraud: {
      sorry: [
        'Terima kasih sudah melapor, dan maaf sampai bikin kaget.',
        'Maaf sampai menerima itu. Bertanya dulu sudah benar.',
      ],
      check: ['Sedang saya cari siapa di baliknya. Sementara itu jangan klik atau bayar apa pun.'],
      dm: ['Tangkapan layarnya lewat DM akan membantu. Kami tidak pernah meminta kartu, PIN atau kata sandi.'],
      ask: [
        ['Sempat diklik atau memberi data, Kak? Kalau iya, itu didahulukan.'],
        ['Datangnya lewat SMS, email atau telepon, dan pakai nama apa?'],
      ],
    },
    other: {
      sorry: ['Maaf. Tidak seharusnya begitu.', 'Saya juga pasti kesal, maaf.', 'Wajar kalau kesal, maaf.'],
      check: [
        'Sedang saya cari tahu apa yang terjadi sebelum bilang apa pun.',
        'Sedang saya lihat, supaya ada sebab dan bukan basa-basi.',
      ],
      dm: ['Kirim nomor pelanggan lewat DM (jangan di sini ya), saya lihat punya Kakak, bukan rata-ratanya.'],
      ask: [
        ['Mulai dari mana, Kak: sambungan, tagihan atau pesanan?'],
        ['Sejak kapan, Kak? Kira-kira harinya saja.', 'since'],
      ],
    },
  },
};
