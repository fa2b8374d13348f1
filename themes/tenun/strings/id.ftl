## Kerangka halaman

skip-to-content = Langsung ke isi
main-menu = Menu utama
footer-menu = Semua bagian
breadcrumbs = Anda di sini
home = Beranda
draft = Draf
back-home = Ke beranda

## Bahasa. Nama bahasa ditulis dalam bahasa pembaca.

language-name = { $code ->
    [id] bahasa Indonesia
    [en] bahasa Inggris
   *[other] { $name }
}
also-in = Juga dalam
only-in-language = Dalam { language-name }
also-available = Tersedia juga dalam
translated-from = Diterjemahkan dari { language-name }.
read-original = Baca aslinya
read-in = Baca dalam { language-name }
stale-title = Tulisan aslinya sudah berubah.
stale-text = Terjemahan ini belum memuat perubahan terbarunya.
stale-text-dated = Terjemahan tertanggal { $date } ini belum memuat perubahan terbarunya.
more-in-language = { $number } lagi dalam { language-name }
untranslated-title = Belum diterjemahkan
untranslated-description = Tulisan ini baru tersedia dalam { language-name }.
untranslated-text = Tulisan ini belum tersedia dalam bahasa Indonesia. Untuk saat ini Anda dapat membacanya dalam { language-name }.

## Beranda

newest = Terbaru
coming-events = Kegiatan mendatang
programmes = Program
by-region = Menurut wilayah
about-site = Tentang { $site }
contribute = Kirim tulisan Anda
contribute-write = Tulis satu pengalaman dan satu pelajaran yang berguna bagi orang lain.
contribute-read = Baca perjanjian kirim tulisan.
contribute-send = Kirim tulisan itu sebagai satu berkas.
contribute-how = Cara mengirim tulisan
subscribe = Ikuti tulisan baru
subscribe-text = Tambahkan salah satu umpan ini ke pembaca umpan, dan tulisan baru sampai kepada Anda tanpa mendaftar dan tanpa dilacak.
feeds = Umpan
feed-format = { $format ->
    [rss] RSS
    [atom] Atom
    [json] JSON Feed
   *[other] { $format }
}

copy = Salin
copied = Tersalin

## Daftar

article-count = { $count ->
    [0] Belum ada tulisan
   *[other] { $number } tulisan
}
page-of = halaman { $page } dari { $total }
feed-of-listing = Ikuti “{ $name }” lewat RSS
browse = Telusuri menurut wilayah, program, dan topik
subsections = Bagian
by-year = Menurut tahun
part-of = Bagian dari
listing-empty = Belum ada tulisan di sini.
pages = Halaman
page = Halaman
page-number = Halaman { $number }
newer = Lebih baru
older = Lebih lama
archive-title = Arsip
year-title = Tulisan tahun { $year }

## Tulisan

by = Oleh
translated-by = Diterjemahkan oleh
updated = Diperbarui
reading-time = { $minutes } menit baca
contents = Daftar isi
photo-credit = Kredit: { $credit }
licence = Lisensi:
all-rights-reserved = Semua hak dilindungi
more-about = Lebih lanjut tentang
share = Bagikan
email = Surel
related = Baca juga
neighbours = Tulisan sebelum dan sesudahnya
previous-article = Sebelumnya
next-article = Berikutnya

## Cerita pembelajaran

place = Tempat
period = Kurun waktu
lessons = { $count ->
    [1] Pelajaran utama
   *[other] { $count } pelajaran utama
}

## Praktik cerdas

problem = Masalah
approach = Yang dilakukan
result = Hasil
key-figures = Angka kunci
key-figure-source = sumber: { $source }
replication = Agar dapat diulang di tempat lain

## Laporan kegiatan

event = Tentang kegiatan ini
event-time = Waktu
event-place = Tempat
event-organiser = Penyelenggara
corrections = Ralat
event-save = Simpan ke kalender
event-follow = Kalender semua kegiatan
event-scheduled = Akan berlangsung
event-postponed = Ditunda
event-cancelled = Dibatalkan
until = sampai
speakers = Pembicara
agenda = Susunan acara
participants = Yang hadir
documents = Dokumen

## Halaman yang tidak ada

not-found-title = Halaman tidak ditemukan
not-found-text = Alamat ini tidak menuju halaman mana pun. Mungkin tulisannya dipindahkan, atau alamatnya salah ketik.

## Pencarian. Kurung kurawal berisi {n}, {question}, {words}, dan {name} diisi saat pembaca mencari.

search-submit = Cari
search-hint = Kata berimbuhan ikut ditemukan: “perencanaan” juga menemukan “merencanakan”. Tulis frasa dalam tanda kutip: "dana desa".
search-needs-script = Pencarian memerlukan JavaScript, yang tidak aktif di peramban ini. Anda tetap dapat menelusuri semua tulisan di bawah ini.
search-browse = Telusuri
search-by-type = Menurut jenis
search-all-terms = Lihat semuanya ({ $number })
search-loading = Mencari…
search-count = { $number } hasil
search-none = Tidak ada yang cocok dengan “{ $question }”.
search-none-hint = Coba kata lain atau kata yang lebih umum, atau hapus saringan.
search-corrected = Menampilkan hasil untuk “{ $words }”.
search-instead = Cari “{ $words }” saja
search-partial = Tidak ada tulisan dengan semua kata itu. Tulisan berikut memuat sebagian.
search-offline = Anda sedang luring. Pencarian dilanjutkan begitu tersambung lagi.
search-error = Pencarian tidak dapat dimuat.
search-retry = Coba lagi
search-more = Tampilkan lebih banyak
search-also = Juga dalam { $name } ({ $number })
search-filters = Saring
search-remove = Hapus saringan { $name }
search-clear = Hapus semua saringan
search-recent = Pencarian terakhir

## Yang diminta mesin

search-title = Cari
search-in = Cari di { $site }

callout-note = Catatan
callout-tip = Kiat
callout-important = Penting
callout-warning = Peringatan
callout-caution = Hati-hati
anchor-label = Tautan ke bagian “{ $title }”
footnotes = Catatan kaki
footnote-reference = Catatan kaki { $number }
footnote-back = Kembali ke rujukan catatan { $number }
table-label = Tabel
gallery-label = Galeri foto
download-detail = { $type } · { $size }
video-label = Tonton video: { $title }
feed-all-title = { $site }: semua tulisan
feed-corrections-title = { $site }: ralat
correction-title = Ralat: { $title }
feed-title = { $site }: { $name }
feed-in-browser = Ini umpan, untuk program pembaca berita. Salin alamat halaman ini ke pembaca umpan atau situs web Anda, dan setiap tulisan baru akan muncul di sana.
redirect-title = Halaman ini pindah
redirect-text = Halaman ini sudah pindah ke alamat baru:

# Menerbitkan ulang tulisan
republish = Terbitkan ulang tulisan ini
republish-title = Terbitkan ulang: { $title }
republish-by = Oleh { $names }.
republish-translated-by = Diterjemahkan oleh { $names }.
republish-first = Pertama kali terbit di { $site }, { $date }
republish-first-undated = Pertama kali terbit di { $site }
republish-licence = Lisensi: { $name }.
republish-allowed = Anda boleh menerbitkan ulang tulisan ini dengan syarat berikut:
republish-keep-credit = Sebutkan penulisnya dan { $site }, dan pertahankan tautan ke tulisan ini. Keduanya sudah tercantum dalam teks di bawah.
republish-keep-text = Jangan ubah teksnya.
republish-keep-from-trade = Jangan gunakan untuk tujuan komersial.
republish-share-alike = Karya turunannya harus memakai lisensi yang sama.
republish-not-allowed = Tulisan ini tidak ditawarkan untuk diterbitkan ulang
republish-no-consent = Penulisnya menyerahkan tulisan ini kepada { $site } dan belum mengizinkan pihak lain menerbitkannya ulang.
republish-refused = { $site } tidak membagikan tulisan ini untuk diterbitkan ulang.
republish-reserved = Semua hak dilindungi.
republish-unknown-licence = Tulisan ini punya lisensi sendiri. Bacalah, atau tanyakan kepada { $site }.
republish-no-licence = { $site } belum menyatakan dengan lisensi apa pihak lain boleh menerbitkannya ulang. Tanyakan lebih dahulu.
republish-point = Arahkan pembaca ke tulisan ini
republish-take = Ambil tulisannya
republish-html = HTML
republish-markdown = Markdown
republish-text = Teks polos
republish-left-out = Gambar yang tidak ikut
republish-left-out-text = Gambar ini tidak ada dalam teks di atas:
republish-picture-refused = tidak untuk diterbitkan ulang
republish-picture-licence = lisensinya tidak mengizinkan: { $name }
republish-picture-no-licence = tidak punya lisensi sendiri
republish-cite = Kutip tulisan ini
republish-cite-text = Nama ditulis sebagaimana pemiliknya menuliskannya.
republish-back = Kembali ke tulisan

# Menampilkan umpan di situs lain
snippets-title = { $name } di situs Anda
snippets-source = Sumber: { $name }
snippets-offer = Tampilkan di situs Anda
snippets-intro = { $count ->
    [0] Salin salah satu kode ini ke halaman situs Anda sendiri. Tidak perlu mendaftar, dan pembaca Anda tidak dilacak.
   *[other] Salin salah satu kode ini ke halaman situs Anda sendiri: { $number } judul terbaru tampil di sana, masing-masing dengan tautannya. Tidak perlu mendaftar, dan pembaca Anda tidak dilacak.
}
snippets-take = Tiga cara
snippets-element = Dengan skrip kecil
snippets-element-hint = Judul baru muncul dengan sendirinya. Bila situs Anda menyaring skrip, tautan yang tertulis di dalamnya tetap tampil.
snippets-frame = Sebagai bingkai (iframe), tanpa skrip
snippets-frame-hint = Judul baru juga muncul dengan sendirinya. Tinggi dan lebarnya boleh Anda ubah.
snippets-links = Tautan saja
snippets-links-hint = Diterima semua situs, tetapi isinya tetap: salin lagi sewaktu-waktu.
snippets-addresses = Alamat umpan ini
snippets-addresses-text = Untuk blok umpan di sistem situs Anda, aplikasi pembaca berita, dan program buatan sendiri.
snippets-back = Ke halaman “{ $name }”

# Halaman mitra
partners-title = Umpan dan mitra
partners-description = Semua umpan di satu tempat, cara menampilkan judul terbaru di situs sendiri, dan aturan terbit ulang.
partners-corrections = Ralat
partners-what = Apa itu umpan
partners-what-text = Umpan adalah berkas berisi { $items } tulisan terbaru yang dibaca program: aplikasi pembaca berita, situs lain, atau skrip kecil. Siapa pun boleh mengambilnya tanpa mendaftar.
partners-what-formats = RSS cocok untuk hampir semua sistem situs dan aplikasi pembaca. Atom isinya sama, untuk sistem yang lebih menyukainya. JSON Feed untuk skrip buatan sendiri.
partners-build = Buat kode untuk situs Anda
partners-build-text = Pilih umpan dan tampilannya, lihat hasilnya, lalu salin salah satu kode. Hanya pilihan yang punya umpan yang ditawarkan.
partners-language = Bahasa
partners-kind = Jenis tulisan
partners-any = Semua
partners-limit = Banyaknya judul
partners-heading = Kepala daftar (boleh kosong)
partners-theme = Warna
partners-theme-site = Seperti situs Anda
partners-theme-light = Terang
partners-theme-dark = Gelap
partners-theme-auto = Menurut perangkat pembaca
partners-pictures = Dengan gambar
partners-summary = Dengan ringkasan
partners-reset = Mulai lagi
partners-preview = Hasilnya
partners-chosen = Umpan yang dipilih: { $name }
partners-failed = Umpan tidak dapat dimuat. Periksa sambungan Anda, lalu ubah salah satu pilihan untuk mencoba lagi.
partners-frame-hint = Judul baru juga muncul dengan sendirinya. Isinya selalu delapan judul, dan warnanya menurut perangkat pembaca.
partners-feeds = Semua umpan
partners-feeds-text = Masing-masing punya alamat dan halaman kode yang siap disalin.
partners-group = { $kind ->
    [all] Semua tulisan
    [sections] Rubrik
    [types] Jenis tulisan
    [combinations] Gabungan
    [corrections] Ralat
   *[other] { $kind }
}
partners-format = { $format ->
    [rss] RSS
    [atom] Atom
   *[json] JSON
}
partners-feed = Umpan
partners-address = Alamat
partners-code = Kode
partners-copy-address = Salin alamat
partners-everything = Semua bahasa sekaligus:
partners-calendar = Kalender semua kegiatan (iCalendar)
partners-opml = Daftar semua umpan untuk aplikasi pembaca (OPML)
partners-wordpress-code = Kode: sunting halaman, tambahkan blok “HTML Khusus” (Custom HTML), tempelkan kode dengan skrip, lalu terbitkan.
partners-wordpress-filter = Hanya administrator dan editor yang boleh menerbitkan skrip dan bingkai; di jaringan situs hanya administrator jaringan. Untuk peran lain WordPress menyaringnya saat halaman disimpan. Yang tersisa adalah tautan di dalam kode, dan tautan itu tetap berfungsi.
partners-wordpress-feed = Tanpa kode: tambahkan blok “RSS”, lalu tempelkan alamat RSS dari daftar di atas. WordPress mengambilnya dua kali sehari.
partners-wordpress-article = Satu tulisan saja: tempelkan alamatnya di baris tersendiri. Judulnya tampil sebagai tautan.
partners-drupal-code = Kode: sunting halaman, pilih format teks “Full HTML”, buka sumbernya, lalu tempelkan kode.
partners-drupal-filter = “Basic HTML” dan “Restricted HTML” menyisakan tautan saja. Bila penyunting menghapus elemennya dalam “Full HTML” sekalipun, tambahkan kabar-feed pada elemen yang diizinkan untuk penyuntingan sumber. Pustaka media hanya menerima bingkai dari layanan yang dikenalnya.
partners-drupal-feed = Tanpa kode: modul Aggregator dan Feeds mengambil alamat RSS secara berkala. Tiap tulisan punya pengenal tetap, jadi tidak ada yang terambil dua kali.
partners-rules = Aturan terbit ulang
partners-rules-headlines = Judul dan ringkasan dengan tautan ke tulisannya: boleh, tanpa bertanya.
partners-rules-article = Tulisan utuh: di bawah tiap tulisan ada tautan “Terbitkan ulang tulisan ini”. Halaman itu menyatakan boleh tidaknya dan syaratnya, dengan teks yang siap disalin.
partners-rules-ask = Tulisan utuh: tanyakan lebih dahulu kepada { $site }.
partners-rules-licence = Bila tulisan tidak menyatakan lain, lisensinya
partners-rules-pictures = Gambar: menurut lisensi yang tertulis di bawahnya. Tanpa lisensi, gambar tidak ikut diterbitkan ulang.
partners-notes = Catatan teknis
partners-note-items = Umpan memuat paling banyak { $items } tulisan, yang terbaru lebih dahulu. Berkasnya berubah hanya bila tulisannya berubah.
partners-note-ids = Tiap tulisan punya pengenal (guid) yang tetap walaupun judul atau alamatnya berubah. Kenali dengannya tulisan yang sudah Anda ambil.
partners-note-addresses = Semua alamat di dalam umpan lengkap.
partners-note-hourly = Ambil umpan paling sering sekali sejam, dengan If-None-Match atau If-Modified-Since, agar tidak ada yang dikirim dua kali.
partners-note-policy = Skripnya membaca umpan langsung dari situs ini (CORS), tidak memasang kuki, dan tidak memberi tahu siapa pun di halaman siapa ia dipasang. Bila situs Anda punya kebijakan keamanan isi (CSP), script-src dan connect-src harus mengizinkan alamat ini, untuk bingkai frame-src:
partners-note-corrections = Ralat punya umpan sendiri. Ikutilah bila Anda menerbitkan ulang tulisan.
partners-note-archives = Tulisan yang lebih lama ada di arsip yang disebut dalam umpan (RFC 5005).
partners-note-hub = Program yang memakai WebSub langsung mendengar tulisan baru dari
partners-note-harvest = Metadata semua tulisan untuk perpustakaan (OAI-PMH)
partners-all = Semua umpan dan cara menampilkannya
partners-members = Mitra
partner-intro = Mitra ini menampilkan “{ $name }”. Berikut tulisan terbarunya dan kode yang siap dipasang di situs mereka.
partner-site = Situs { $name }
