/**
 * Words from which well-known passwords are made: those that every published list of leaked passwords begins with, and those that
 * Indonesian users take (feelings, names, prayer, food, places, offices). `sandi.rules.ts` refuses what is only these, with digits,
 * years, signs and swapped letters around them; with that, some ten thousand listed passwords of twelve and more characters, and
 * millions like them, are covered by this page.
 */
const KATA = `
password passw0rd passwort passwd pass word login logon signin admin administrator root user guest test tester testing demo default
welcome letmein changeme change secret private access master super superman batman spiderman ironman hulk thor avengers pokemon pikachu
naruto sasuke goku dragon dragonball monkey tiger lion eagle falcon wolf bear panther jaguar shadow ninja samurai pirate warrior knight
hunter killer sniper soldier ranger rocket phoenix angel devil demon heaven princess prince queen king lord lady baby babygirl honey
sweet sweetheart sugar candy cookie chocolate cherry peach banana orange apple mango lemon strawberry flower rose lily jasmine daisy
sunflower sunshine moon moonlight star starwars galaxy universe earth world summer winter spring autumn january february march april may
june july august september october november december monday tuesday wednesday thursday friday saturday sunday love lovely lover loveme
iloveyou loveyou ilove you forever always never together family friend friends bestfriend mother father brother sister mommy daddy mama
papa michael michelle jennifer jessica ashley amanda daniel david andrew anthony thomas robert william james john joseph joshua matthew
nicole samantha elizabeth charlie george jordan taylor hannah sophie emma olivia isabella alexander alex maria anna diana victoria jack
football soccer baseball basketball hockey tennis golf liverpool arsenal chelsea manchester united barcelona realmadrid juventus milan
inter persib persija arema persebaya bonek ronaldo messi beckham champion winner player gamer game games minecraft roblox fortnite mobile
legends freefire pubg dota valorant playstation nintendo xbox mario zelda sonic matrix hello hallo hai goodbye thankyou please sorry
computer laptop keyboard mouse internet google facebook twitter instagram whatsapp youtube tiktok yahoo gmail microsoft windows linux
ubuntu android iphone samsung nokia xiaomi oppo vivo asus acer lenovo toshiba server system network database oracle mysql postgres cisco
router wifi hotspot website email mail surel office account company business manager director money dollar rich lucky success freedom
peace trust blink blink182 metallica nirvana slipknot eminem beatles blackpink bts army kpop exo music guitar piano rockstar dancer
mustang ferrari porsche mercedes toyota honda yamaha suzuki kawasaki ducati harley corvette camaro london paris america canada mexico
brasil germany france italy japan tokyo korea seoul china india singapore malaysia australia whatever nothing something anything zxcvbn
qwerty qwertyuiop qwertyui qwert asdf asdfgh asdfghjkl zxcv zxcvbnm qazwsx qazwsxedc wsxedc qweasd qweasdzxc azerty abcd abcde abcdef
abc abcabc xyz aaa bbb zzz one two three four five six seven eight nine ten zero number letter purple yellow green black white silver
golden gold blue pink red brown trustno1 sexy hottie cutie pretty beautiful handsome cool crazy funny happy
smile smiley laugh dream dreamer believe hope faith grace jesus christ christian god blessed bless amen church bible islam muslim allah
dog doggy puppy cat kitty kitten buddy bailey max rocky lucky ginger pepper bunny rabbit dolphin penguin panda koala butterfly horse
correct horse battery staple correcthorsebatterystaple temporary temp newpassword mypassword yourpassword thepassword this that the and
is my your our new old big little first last only real true life live sample example contoh

katasandi kata sandi rahasia rahasiaku sandiku masuk keluar ganti gantisandi gantilah ubah ubahsandi lupa lupasandi bawaan sementara
baru lama pengguna penggunabaru akun akunku surat kantor kantorku kerja bekerja pegawai pegawainegeri negeri sipil negara aparatur asn pns
pppk honorer dinas badan lembaga instansi pemerintah pemda pemkab pemkot pemprov kabupaten kota provinsi kecamatan kelurahan desa nagari
camat lurah bupati walikota gubernur menteri presiden kementerian setda sekda bappeda bkd bkn bkpsdm kasn kpu menpan panrb kemenpan
disdukcapil dukcapil dinkes disdik diskominfo kominfo inspektorat inspektur koordinator pimpinan pelapor verifikator operator bidang
bagian umum subbag kasubag kabag kabid seksi staf kepala sekretaris bendahara layanan pelayanan publik masyarakat survei kepuasan
skm ikm pekppp tuntas laporan rencana tindak lanjut zona integritas reformasi birokrasi berakhlak bangga melayani bangsa prima sukses
indonesia indonesiaku indonesiaraya nusantara merdeka merdekaka garuda garudaku pancasila bhinneka tunggal ika merahputih merah putih
proklamasi soekarno sukarno hatta suharto habibie gusdur megawati jokowi prabowo nkri hargamati jayalah jaya raya tanahair tanah air
jakarta bandung surabaya semarang yogyakarta yogya jogja jogjakarta malang medan palembang makassar denpasar bali lombok manado ambon
papua jayapura sumatra sumatera jawa kalimantan sulawesi maluku aceh riau padang minang sunda batak betawi madura bogor depok bekasi
tangerang banten serang cirebon solo surakarta magelang purwokerto tegal pekalongan kudus pati jember kediri madiun banyuwangi pontianak
balikpapan samarinda banjarmasin palangkaraya kupang mataram kendari palu gorontalo ternate sorong merauke bengkulu jambi lampung batam
bismillah bismillahirrahmanirrahim alhamdulillah subhanallah astaghfirullah allahuakbar allahu akbar insyaallah masyaallah assalamualaikum
assalamu alaikum walaikum salam syukur sabar ikhlas taqwa iman amin aamiin ramadhan ramadan lebaran idulfitri muhammad ahmad abdullah rahman
rahim rohman hidayat hidayah nur nurul fatimah aisyah khadijah maryam umar usman ali hasan husein ibrahim ismail yusuf musa isa santo santa
tuhan tuhanyesus yesus kristus haleluya puji doa berkah barokah rejeki rezeki
cinta cintaku cintakamu sayang sayangku sayangkamu akusayangkamu akucintakamu aku kamu kita kami dia kau engkau kangen rindu setia selamanya
selalu bersama berdua satu dua tiga empat lima enam tujuh delapan sembilan sepuluh nol anak anakku istri istriku suami suamiku ibu ibuku
bapak bapakku ayah ayahku bunda bundaku mamah papah kakak adik adek nenek kakek keluarga keluargaku rumah rumahku teman sahabat kawan
pacar pacarku mantan jodoh bidadari malaikat bintang bulan matahari langit bumi laut gunung pantai hujan pelangi senja pagi siang malam
hari senin selasa rabu kamis jumat sabtu minggu januari februari maret mei juni juli agustus oktober desember tahun bulanku
bahagia senang gembira sedih galau semangat sehat kuat hebat pintar cantik ganteng manis imut lucu keren mantap asik gokil santai
budi andi agus eko dwi tri sri dewi siti nurhayati sari puspita wati wahyu wahyuni slamet bambang joko sugeng hendra rudi dedi dodi doni
deni rian rina rini rani lestari putri putra pratama saputra setiawan kurniawan gunawan hermawan wijaya kusuma santoso susanto hartono
yanto yanti indah ayu citra melati mawar kartika ratna intan permata mutiara bella nadia nabila salsabila zahra aulia annisa fitri
fitriani rahma rahmawati maharani adi arif ari aji bayu dimas fajar galih ilham iqbal irfan reza rizky rizki rafli farhan fauzan akbar
kucing anjing kelinci harimau singa gajah monyet ayam bebek burung merpati elang rajawali kuda kambing sapi naga ular ikan lele
nasi nasigoreng goreng bakso mie sate soto rendang rawon gado tempe tahu kopi kopihitam teh susu gula manisan sambal kerupuk durian
mangga pisang jeruk apel semangka kelapa jambu rambutan salak nanas biru kuning hijau hitam ungu merahmuda coklat abu jingga perak emas
sepakbola bola motor mobil sepeda pesawat kapal kereta ojek gojek grab tokopedia shopee bukalapak telkomsel indosat axiata bca bri mandiri
sekolah guru murid siswa dosen kampus kuliah universitas mahasiswa alumni angkatan belajar buku pensil komputer jaringan internetku
terserah gaktau gatau tidaktahu tidak tahu tau bukan apa siapa kenapa mengapa bagaimana mana dimana kapan boleh bisa mau ingin harus
jangan buka tutup pintu kunci gembok semua segala buat untuk dengan yang dan ini itu atau saya punya milik nama namaku namasaya
selamat datang selamatdatang pagiku jaga jagajaga percobaan coba cobacoba tes testes latihan ujian ujicoba sistem aplikasi
`;

/** At least three letters each; shorter ones would take apart any text. */
export const KATA_UMUM: ReadonlySet<string> = new Set(KATA.split(/\s+/).filter((kata) => kata.length >= 3));

/** Rows and columns of keyboards, the alphabet and the digits: any stretch of four and more, in either direction, is as good as one sign. */
export const DERET: readonly string[] = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qwertzuiop'],
  ...[
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
    '1q2w3e4r5t6y7u8i9o0p',
    'qazwsxedcrfvtgbyhnujmikolp',
    '147258369',
    '159357',
    '789456123',
  ],
];
