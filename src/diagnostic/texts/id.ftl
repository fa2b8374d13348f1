## Bagian-bagian laporan

level-error = kesalahan
level-warning = peringatan
level-hint = petunjuk
level-why = sebab
level-fix = perbaikan
did-you-mean = Maksud Anda “{ $nearest }”?

## Membaca berkas

config-missing = Tidak ada kabar.yaml di { $folder }
    .why = Berkas kabar.yaml menjadikan sebuah folder publikasi: tanpanya judul, bahasa, dan tema tidak diketahui.
    .fix = Jalankan perintah ini di folder publikasi, tempat kabar.yaml berada, atau mulai publikasi baru dengan “kabar init publikasi-saya”.

file-unreadable = Berkas tidak dapat dibaca: { $reason }
    .why = Isi berkas ini akan hilang dari situs.
    .fix = Pastikan berkasnya masih ada dan Anda boleh membukanya. Bila berada di folder tersinkron (Drive, OneDrive), tunggu sampai selesai diunduh.

not-utf8 = Berkas ini bukan teks UTF-8
    .why = Dengan pengodean lain, huruf seperti é dan tanda seperti “ ” akan tampil kacau di layar pembaca.
    .fix = Buka berkas di aplikasi penyunting teks, lalu simpan lagi dengan pengodean UTF-8 (di Notepad: Save as, Encoding, UTF-8).

file-too-large = Berkas ini { $bytes } byte; berkas teks paling besar { $limit } byte
    .why = Teks sebesar itu hampir pasti bukan artikel, dan akan memperlambat setiap pembuatan situs.
    .fix = Pecah teksnya menjadi beberapa artikel, atau sediakan sebagai berkas unduhan.

file-name = Nama berkas “{ $name }” tidak dapat dipakai di semua sistem
    .why = Ada karakter yang ditolak oleh komputer atau server lain, sehingga publikasi tidak dapat disalin atau diterbitkan.
    .fix = Ganti nama berkas dengan huruf, angka, tanda hubung, dan titik saja, misalnya “peta-desa.svg”.

link-outside = Tautan berkas “{ $name }” mengarah ke luar folder publikasi
    .why = Di komputer lain tujuannya tidak akan ada, dan berkas yang bukan untuk pembaca bisa ikut terbit.
    .fix = Ganti tautan itu dengan salinan berkasnya, atau hapus.

file-without-language = Nama “{ $name }” tidak menyebut bahasanya
    .why = Setiap berkas artikel menyebut bahasanya dalam namanya; tanpa itu Kabar tidak tahu untuk pembaca mana teks ini.
    .fix = Tulis bahasanya sebelum “.md”, misalnya “index.id.md”. Bahasa publikasi ini: { $languages }.

undeclared-language = Berkas ini berbahasa “{ $lang }”, yang belum didaftarkan
    .why = Hanya bahasa yang terdaftar di kabar.yaml yang punya halaman, jadi teks ini tidak akan tampil di mana pun.
    .fix = Betulkan bahasa dalam nama berkas, atau daftarkan “{ $lang }” di bawah “languages” di kabar.yaml.

duplicate-source = Ada dua berkas “{ $name }” dalam bahasa yang sama
    .why = Keduanya mewakili halaman yang sama, padahal hanya satu yang dapat ditampilkan.
    .fix = Pertahankan salah satu, lalu ganti nama yang lain atau pindahkan.

## YAML

yaml-syntax = YAML tidak dapat dibaca: { $reason }
    .why = Mulai dari sini, yang Anda tulis tidak dapat dipahami.
    .fix = Periksa baris ini dan baris sebelumnya: beri indentasi dengan spasi (bukan tab), tutup setiap tanda kutip dan kurung, dan apit dengan tanda kutip teks yang memuat “: ” atau “#”, misalnya title: "Flores: setahun kemudian".

yaml-too-large = YAML ini { $bytes } byte; paling besar { $limit } byte
    .why = Isian sebesar itu tidak dapat diperiksa dalam waktu yang wajar.
    .fix = Pindahkan teks panjang ke badan artikel, dan tabel panjang ke berkas di folder “data/”.

yaml-too-deep = YAML ini bertingkat lebih dari { $limit }
    .why = Tingkat sebanyak itu hampir selalu salah ketik, dan dapat membebani program.
    .fix = Cari kurung yang belum ditutup, atau baris yang indentasinya lebih dalam daripada semestinya.

yaml-aliases = Rujukan (*nama) membuat YAML ini membengkak lebih dari { $limit } nilai
    .why = Beberapa baris yang saling merujuk dapat membengkak tanpa batas dan membebani program.
    .fix = Tulis nilainya langsung, jangan merujuk dengan “*”.

duplicate-key = Kunci “{ $key }” tertulis dua kali
    .why = Hanya satu dari dua nilai itu yang dapat berlaku, dan tidak jelas mana yang Anda maksud.
    .fix = Hapus salah satu baris, atau gabungkan isinya menjadi satu.

unknown-key = Kunci “{ $key }” tidak dikenal di { $place }
    .why = Publikasi ini tidak mendaftarkan kunci itu, jadi yang Anda tulis akan hilang tanpa pemberitahuan.
    .fix = Betulkan ejaannya, hapus barisnya, atau daftarkan bidang itu di kabar.yaml.

missing-key = Kunci “{ $key }” belum ada di { $place }
    .why = Kunci ini wajib: tanpanya halaman tidak dapat dibuat dengan lengkap.
    .fix = Tambahkan baris “{ $key }: …” dengan isi setelah titik dua.

wrong-type = Nilai { $key } harus { $expected ->
        [text] berupa teks
        [rich-text] berupa teks
        [markdown] berupa teks
        [localised-text] berupa teks
        [list] berupa daftar
        [mapping] berupa pemetaan (kunci: nilai)
        [object] berupa pemetaan (kunci: nilai)
        [nothing] kosong
        [boolean] berupa ya/tidak (true/false)
        [integer] berupa bilangan bulat
        [decimal] berupa bilangan
        [date] berupa tanggal
        [zoned-date-time] berupa tanggal dengan jam
        [url] berupa alamat web
        [email] berupa alamat surel
        [enum] berupa salah satu kata yang ditentukan
        [term] berupa id istilah
        [reference] berupa tautan ke artikel
        [image] berupa nama berkas gambar
        [file] berupa nama berkas
       *[other] berupa { $expected }
    }, bukan { $found ->
        [text] teks
        [list] daftar
        [mapping] pemetaan (kunci: nilai)
        [nothing] kosong
        [boolean] ya/tidak (true/false)
        [integer] bilangan bulat
        [decimal] bilangan desimal
        [date] tanggal
       *[other] { $found }
    }
    .why = Nilai berjenis lain tidak dapat dipakai di sini, sehingga tidak akan muncul di halaman.
    .fix = { $expected ->
        [text] Tulis satu teks, diapit tanda kutip bila memuat tanda khusus: "Sesi 1: pembukaan".
        [rich-text] Tulis satu teks, diapit tanda kutip bila memuat tanda khusus: "Sesi 1: pembukaan".
        [markdown] Tulis satu teks; bila lebih dari satu baris, tulis “|” setelah titik dua, lalu beri indentasi pada baris-baris di bawahnya.
        [localised-text] Tulis satu teks, atau satu untuk tiap bahasa: {"{"} id: Wilayah, en: Regions {"}"}.
        [list] Tulis daftar: [satu, dua], atau satu butir tiap baris yang diawali “- ”.
        [mapping] Tulis kunci dengan nilainya: {"{"} kunci: nilai {"}"}, atau satu “kunci: nilai” tiap baris, dengan indentasi.
        [object] Tulis kunci dengan nilainya: {"{"} kunci: nilai {"}"}, atau satu “kunci: nilai” tiap baris, dengan indentasi.
        [nothing] Hapus nilainya.
        [boolean] Tulis true (ya) atau false (tidak), tanpa tanda kutip.
        [integer] Tulis bilangan bulat tanpa tanda kutip, titik, atau koma, misalnya 12.
        [decimal] Tulis bilangan tanpa tanda kutip, dengan titik sebagai tanda desimal, misalnya 12.5.
        [date] Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-06-16.
        [zoned-date-time] Tulis tanggal dan jam, misalnya 2026-06-16T09:00.
        [url] Tulis alamat lengkap, misalnya https://example.org/halaman.
        [email] Tulis alamat surel, misalnya redaksi@example.org.
        [enum] Tulis salah satu kata yang ditentukan kabar.yaml untuk bidang ini.
        [term] Tulis id istilah seperti dalam berkas di “content/_terms/”.
        [reference] Tulis jalur sebuah artikel, misalnya /cerita/tiga-pelajaran.
        [image] Tulis nama berkas gambar di folder artikel, misalnya sampul.jpg.
        [file] Tulis nama berkas di folder artikel, misalnya laporan.pdf.
       *[other] Tulis nilai dengan jenis yang diminta di sini.
    }

not-allowed = “{ $value }” tidak boleh dipakai untuk “{ $key }”
    .why = Hanya nilai yang sudah ditentukan yang dapat ditampilkan, diterjemahkan, dan diurutkan.
    .fix = Tulis salah satu: { $allowed }.

empty-text = “{ $key }” masih kosong
    .why = Pembaca akan melihat tempat yang kosong.
    .fix = Isilah, atau hapus barisnya bila tidak diperlukan.

out-of-range = { $value } berada di luar batas “{ $key }”
    .why = Dengan bilangan ini halaman tidak dapat dibuat atau tidak nyaman dipakai.
    .fix = Tulis bilangan bulat dari { $least } sampai { $most }.

## Nilai

date-form = “{ $value }” bukan tanggal dengan bentuk tahun-bulan-hari
    .why = Dalam bentuk lain tidak pasti angka mana yang hari dan mana yang bulan.
    .fix = Tulis tanggal seperti 2026-06-16, dan bila dengan jam seperti 2026-06-16T09:00.

no-such-date = “{ $value }” tidak ada di kalender
    .why = Hari atau jam yang tidak ada tidak dapat ditampilkan, dan artikel tidak dapat diurutkan menurutnya.
    .fix = Periksa hari, bulan, dan jamnya: berapa hari panjang bulan itu?

unknown-timezone = “{ $value }” bukan nama zona waktu
    .why = Zona waktu menentukan kapan artikel terbit dan jam berapa yang dilihat pembaca.
    .fix = Tulis nama menurut daftar IANA: Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT).

invalid-url = “{ $value }” bukan alamat web yang lengkap
    .why = Tautan dengan alamat yang tidak lengkap tidak membawa pembaca ke mana pun.
    .fix = Tulis alamat lengkap yang diawali https://, misalnya https://example.org/halaman.

unsafe-url = Alamat “{ $value }” dapat menjalankan program di peramban pembaca
    .why = Tautan semacam itu dipakai untuk menyerang pembaca, maka tidak diterbitkan.
    .fix = Pakai alamat yang diawali https:// (tautan dalam teks juga boleh mailto: atau tel:), atau hapus.

invalid-email = “{ $value }” bukan alamat surel
    .why = Pembaca tidak dapat menyurati alamat ini.
    .fix = Tulis alamat seperti redaksi@example.org.

invalid-language = “{ $value }” bukan kode bahasa
    .why = Peramban, mesin pencari, dan pembaca layar mengenali bahasa hanya dari kodenya.
    .fix = Tulis kode bahasa, misalnya id (Indonesia), en (Inggris), jv (Jawa), atau bug (Bugis).

invalid-slug = “{ $value }” tidak dapat menjadi bagian alamat halaman
    .why = Alamat yang mudah dibaca dan dibagikan hanya memuat huruf kecil, angka, dan tanda hubung tunggal.
    .fix = Pakai a sampai z, 0 sampai 9, dan tanda hubung di antara kata, misalnya “perencanaan-desa”.

invalid-alias = Alamat lama “{ $value }” bukan jalur di situs ini
    .why = Hanya alamat lama di situs ini yang dapat mengantar pembaca ke alamat baru.
    .fix = Tulis hanya bagian setelah nama situs, diawali “/”, misalnya /alamat/lama/.

## kabar.yaml

no-languages = Belum ada bahasa yang didaftarkan
    .why = Setiap halaman ditulis dalam suatu bahasa, jadi publikasi memerlukan sekurangnya satu.
    .fix = Daftarkan bahasa di kabar.yaml: languages: {"{"} id: {"{"} name: Bahasa Indonesia, root: true {"}"} {"}"}.

root-language = { $count ->
        [0] Belum ada bahasa dengan “root: true”
       *[other] Ada { $count } bahasa dengan “root: true”
    }
    .why = Satu bahasa menempati alamat pertama situs, “/”; yang lain berada di bawah kodenya, misalnya /en/.
    .fix = Tulis “root: true” pada tepat satu bahasa di bawah “languages” di kabar.yaml.

text-without-language = “{ $key }” belum punya teks dalam bahasa “{ $lang }”
    .why = Pembaca bahasa itu akan melihat teks dalam bahasa lain.
    .fix = Tambahkan teksnya: {"{"} …, { $lang }: … {"}"}.

text-in-undeclared-language = Ada teks dalam bahasa “{ $lang }”, yang belum didaftarkan
    .why = Hanya bahasa yang terdaftar di kabar.yaml yang punya halaman, jadi teks ini tidak akan dilihat siapa pun.
    .fix = Betulkan bahasanya, hapus teksnya, atau daftarkan “{ $lang }” di bawah “languages” di kabar.yaml.

search-word = “{ $word }” bukan satu kata
    .why = Pencarian memilah tulisan menjadi kata satu per satu, pada spasi dan tanda hubung, sehingga ini tidak akan pernah ditemukan.
    .fix = Tulis satu kata saja, misalnya “posyandu”; untuk nama yang terdiri atas beberapa kata, tulis tiap katanya sendiri.

unknown-content-type = Jenis tulisan “{ $name }” belum didaftarkan
    .why = Jenis tulisan menentukan bidang apa saja yang dimiliki artikel dan bagaimana artikel ditampilkan.
    .fix = Betulkan namanya, atau daftarkan jenis itu di bawah “content_types” di kabar.yaml.

feed-combination = Umpan “{ $id }” menggabungkan { $count ->
        [0] nol hal
       *[other] satu hal saja
    }
    .why = Satu istilah saja sudah punya umpan; gabungan berisi apa yang dimiliki bersama oleh dua hal atau lebih.
    .fix = Sebutkan dua istilah atau lebih, atau satu istilah dan satu jenis tulisan: { "{" } regions: maluku, programmes: bangkit { "}" }.

feed-term = “{ $term }” tidak ada dalam daftar “{ $taxonomy }”, jadi umpan tidak dapat mengandalkannya
    .why = Pihak lain mengandalkan umpan itu: istilahnya harus tetap ada walau tulisan datang dan pergi, dan punya nama dalam setiap bahasa.
    .fix = Perbaiki ejaannya, atau tambahkan istilah itu ke content/_terms/{ $taxonomy }.yaml.

partner-feed = Mitra “{ $partner }” meminta umpan “{ $feed }”, yang tidak ada
    .why = Halaman mitra memperlihatkan satu umpan: semua tulisan, satu jenis tulisan, satu istilah, atau gabungan yang punya nama.
    .fix = Tulis id jenis tulisan yang punya rubrik atau daftar sendiri, satu istilah seperti {"{"} regions: maluku {"}"}, atau id gabungan di feeds.combinations. Tanpa “feed”, mitra mendapat semua tulisan.

unknown-taxonomy = Taksonomi “{ $name }” belum didaftarkan
    .why = Setiap istilah termasuk dalam sebuah taksonomi; taksonomi yang tidak terdaftar tidak punya halaman.
    .fix = Betulkan namanya, atau daftarkan taksonomi itu di bawah “taxonomies” di kabar.yaml.

reserved-field = Bidang tidak boleh bernama “{ $key }”
    .why = Nama ini sudah dipakai Kabar atau sebuah taksonomi, sehingga keduanya akan tertukar.
    .fix = Pilih nama lain untuk bidang ini, misalnya “event_{ $key }”.

menu-target = Butir menu “{ $target }” tidak menuju ke mana pun
    .why = Pembaca akan menemukan tautan mati di menu.
    .fix = Tulis jalur rubrik, halaman, atau artikel di bawah “content/” (tanpa bahasa dan .md), nama taksonomi, atau alamat lengkap pada “url”.

base-url = “{ $value }” bukan alamat sebuah situs{ $fault ->
        [scheme] : “https://” belum ada
        [host] : nama situs, misalnya example.org, belum ada atau keliru
        [tail] : tidak boleh ada apa pun setelah “?” atau “#”
        [path] : jalur setelah nama situs keliru
       *[other] {""}
    }
    .why = Umpan, mesin pencari, dan tautan yang dibagikan memerlukan alamat lengkap setiap halaman, yang diawali alamat ini.
    .fix = Tulis https:// dan nama situs, ditambah jalur bila situs tidak berada di pangkal, misalnya https://baktinews.example atau https://example.org/kabar.

menu-entry = { $count ->
        [0] Butir menu ini tidak punya tujuan
       *[other] Butir menu ini punya { $count } tujuan
    }
    .why = Setiap butir menu menuju tepat satu tempat.
    .fix = Tulis salah satu dari “page”, “taxonomy”, dan “url”, misalnya {"{"} page: tentang {"}"} atau {"{"} url: "https://example.org", title: Mitra {"}"}.

## Front matter

unknown-licence = “{ $value }” bukan lisensi yang dikenal
    .why = Umpan dan halaman terbit ulang mengikuti apa yang diizinkan lisensi. Lisensi yang tidak dikenal tidak mengizinkan apa pun dengan sendirinya, dan pembaca tidak mendapat tautan ke teksnya.
    .fix = Tulis id SPDX seperti CC-BY-4.0, CC-BY-NC-SA-4.0, atau CC0-1.0, atau all-rights-reserved, atau alamat teks lisensinya.

republish-without-consent = “{ $key }” memberikan hak atas kiriman yang penulisnya belum menyetujuinya
    .why = Perjanjian kontributor hanya berlaku bagi publikasi ini. Izin agar pihak lain menerbitkan ulang adalah pilihan tersendiri, dan tidak berlaku sampai kontributor memilihnya.
    .fix = Bila kontributor sudah setuju, tulis contributed: {"{"} republish: true {"}"}. Bila belum, hapus “{ $key }”.

republish-against-licence = Tulisan ini menolak yang diizinkan { $licence }
    .why = Lisensi terbuka memberi izin terbit ulang kepada semua orang. “republish: false” hanya menyembunyikan halaman yang membantu melakukannya.
    .fix = Beri tulisan ini lisensinya sendiri, misalnya licence: all-rights-reserved, atau hapus “republish: false”.

front-matter-missing = Berkas ini tidak diawali front matter
    .why = Front matter memuat judul dan tanggal artikel; tanpanya halaman tidak dapat dibuat.
    .fix = Awali berkas dengan baris “---”, lalu “title: …” dan keterangan lain, lalu baris “---” lagi.

front-matter-unclosed = Front matter ini tidak ditutup
    .why = Tanpa baris penutup, tidak jelas di mana teks artikel dimulai.
    .fix = Tulis satu baris berisi “---” saja di antara front matter dan teks.

shared-field = “{ $key }” tidak sama dengan isinya dalam bahasa asli ({ $original })
    .why = Bidang ini sama dalam semua bahasa dan hanya ditulis dalam bahasa asli, agar tidak ada perbedaan.
    .fix = Hapus “{ $key }” dari terjemahan. Bila yang asli keliru, betulkan di sana.

two-originals = “{ $name }” punya lebih dari satu bahasa asli
    .why = Dengan dua naskah asli tidak jelas teks mana yang diterjemahkan dari mana, dan bidang mana yang berlaku bagi semuanya.
    .fix = Tulis “translation: {"{"} of: id {"}"}” dalam berkas yang merupakan terjemahan, dengan kode bahasa aslinya.

no-original = “{ $name }” hanya punya terjemahan, tanpa bahasa asli
    .why = Tanggal, penulis, dan istilah ditulis dalam bahasa asli; tanpanya semua itu tidak ada.
    .fix = Hapus “translation” dari berkas yang ditulis lebih dulu, atau tambahkan berkas bahasa aslinya.

translation-of = Terjemahan ini menyebut “{ $lang }” sebagai bahasa asli, padahal bukan
    .why = Kabar tidak dapat memberi tahu pembaca teks mana yang diterjemahkan, atau kapan terjemahannya perlu diperbarui.
    .fix = Tulis bahasa aslinya (di sini: { $original }) pada “of” di bawah “translation”.

original-translated = Berkas ini menyebut dirinya naskah asli ({ $lang }), sekaligus terjemahan
    .why = Kabar tidak dapat memberi tahu pembaca teks mana yang ditulis lebih dulu.
    .fix = Hapus “translation” dari naskah asli, atau tulis bahasa asal tulisan ini pada “original”.

translation-empty = Terjemahan ({ $lang }) belum punya judul dan isi
    .why = Pembaca belum melihatnya; mereka diantar ke naskah asli.
    .fix = Tulislah terjemahannya, atau biarkan dulu. Tidak ada yang salah.

stale-translation = Naskah asli ({ $lang }) sudah berubah sejak diterjemahkan
    .why = Pembaca terjemahan belum mendapat perubahan terakhir; sebuah catatan di halaman memberi tahu mereka.
    .fix = Lihat perubahannya dengan “kabar status --diff” dan jalur berkas ini, masukkan ke terjemahan, lalu jalankan “kabar status --mark” dengan jalur itu (perintah ini menulis “source_hash: { $now }” di bawah “translation”).

translation-lock = Kunci terjemahan “{ $name }” tidak dapat dibaca
    .why = Tanpanya Kabar tetap tahu bahwa naskah asli sudah berubah, tetapi tidak tahu paragraf mana.
    .fix = Jalankan “kabar status --mark” dengan jalur berkas terjemahan setelah isinya mutakhir; kuncinya lalu ditulis ulang.

section-without-text = Rubrik “{ $section }” belum punya judul dalam bahasa “{ $lang }”
    .why = Pembaca bahasa itu akan melihat nama folder, bukan judul.
    .fix = Tambahkan berkas “_section.{ $lang }.md” ke folder itu, sekurangnya dengan “title: …” dalam front matter.

## Istilah

undeclared-term = “{ $term }” belum ada dalam daftar istilah “{ $taxonomy }”
    .why = Istilah yang belum terdaftar tidak punya nama dalam bahasa lain dan mudah dieja dengan dua cara.
    .fix = Betulkan ejaannya, atau tambahkan istilah itu ke content/_terms/{ $taxonomy }.yaml.

unknown-parent = Istilah induk “{ $parent }” tidak ada dalam daftar istilah
    .why = Istilah ini tidak dapat ditempatkan di bawah induknya, dan artikelnya tidak akan muncul di halaman induk itu.
    .fix = Betulkan “parent”, atau tambahkan “{ $parent }” ke berkas yang sama.

term-cycle = Istilah “{ $term }” menjadi induk bagi dirinya sendiri
    .why = Istilah yang saling menjadi induk berputar tanpa pangkal, sehingga daftarnya tidak dapat disusun.
    .fix = Telusuri “parent” dari istilah ke istilah, lalu hapus yang mengarah kembali.

duplicate-term = Ada dua istilah dengan nama “{ $name }”
    .why = Tidak jelas artikel dengan nama ini termasuk istilah yang mana.
    .fix = Beri salah satunya nama lain, atau hapus nama itu dari “aliases”.

## Tautan dan gambar

broken-reference = Tautan “{ $target }” tidak menuju apa pun di publikasi ini
    .why = Pembaca akan sampai di halaman yang tidak ada.
    .fix = Betulkan jalurnya. Contoh: ../tiga-pelajaran, /cerita/tiga-pelajaran, article:tiga-pelajaran, term:regions/maluku.

ambiguous-reference = Ada beberapa artikel bernama “{ $target }”
    .why = Tidak jelas tautan ini menuju artikel yang mana.
    .fix = Tulis jalur artikel yang Anda maksud: { $matches }.

broken-anchor = Di halaman “{ $page }” tidak ada bagian “#{ $anchor }”
    .why = Pembaca akan sampai di awal halaman, bukan di bagian yang Anda maksud.
    .fix = Betulkan yang tertulis setelah “#”, atau beri subjudulnya id ini: ## Subjudul {"{"}#{ $anchor }{"}"}.

outside-tree = “{ $target }” mengarah ke luar publikasi
    .why = Berkas di luar folder publikasi tidak ikut terbit, jadi tautannya tidak akan berfungsi.
    .fix = Salin berkasnya ke folder artikel, lalu tulis namanya saja.

missing-file = Berkas “{ $target }” tidak ada
    .why = Pembaca akan melihat gambar rusak atau unduhan yang gagal.
    .fix = Taruh berkasnya di tempat yang dicari (untuk artikel: di folder artikel itu), atau betulkan namanya. Huruf besar dan kecil harus sama.

not-an-image = “{ $target }” bukan gambar
    .why = Hanya gambar yang dapat ditampilkan di sini.
    .fix = Pakai berkas yang berakhiran .jpg, .png, .webp, .gif, .avif, atau .svg.

reference-to-withheld = Tautan “{ $target }” menuju artikel yang tidak ditayangkan ({ $reason ->
        [draft] masih draf
        [embargo] tanggalnya belum tiba
        [future] tanggalnya belum tiba
        [expired] masa tayangnya habis
       *[other] { $reason }
    })
    .why = Tautannya tidak akan berfungsi, dan membocorkan bahwa artikel itu ada.
    .fix = Hapus tautannya sampai artikel itu terbit, atau terbitkan keduanya bersamaan.

media-entry = media.yaml menerangkan “{ $name }”, yang tidak ada di folder ini
    .why = Teks alternatif, keterangan, dan kredit dalam isian ini tidak akan sampai ke pembaca.
    .fix = Betulkan nama berkas di media.yaml, tambahkan berkasnya, atau hapus isian itu.

missing-alt = Gambar “{ $image }” belum punya teks alternatif
    .why = Pembaca yang tidak dapat melihat atau memuat gambar tidak akan tahu apa isinya.
    .fix = Terangkan isi gambar dalam satu kalimat: ![Petani bermusyawarah di beranda](foto.jpg), atau pada “alt” di media.yaml.

image-unreadable = Gambar tidak dapat dibaca: { $reason }
    .why = Pembaca akan melihat gambar rusak.
    .fix = Buka gambar di penyunting gambar lalu simpan lagi sebagai JPEG atau PNG, atau minta salinan lain dari fotografernya.

## Markdown

unknown-shortcode = Shortcode “{ $name }” tidak ada
    .why = Pembaca akan melihat baris mentahnya, bukan yang Anda maksud.
    .fix = Pakai salah satu: quote, key-figures, figure, gallery, video, download, note.

raw-html = HTML tidak boleh dipakai dalam teks publikasi ini
    .why = Publikasi ini memilih Markdown saja, agar teks tetap aman dan tampil sama di umpan dan cetakan.
    .fix = Tulis dengan Markdown, atau izinkan HTML dengan “markdown: {"{"} raw_html: true {"}"}” di kabar.yaml.

first-level-heading = Ada judul tingkat pertama di dalam teks: “{ $title }”
    .why = Judul artikel sudah menempati tingkat itu; judul kedua membingungkan pembaca layar dan mesin pencari.
    .fix = Pakai “##” untuk subjudul di dalam teks: ## { $title }.

skipped-heading-level = Subjudul “{ $title }” bertingkat { $level }, padahal di atasnya tidak ada subjudul tingkat { $expected }
    .why = Pembaca layar menampilkan subjudul sebagai kerangka; tingkat yang terlewat tampak seperti bagian yang hilang.
    .fix = Jadikan subjudul tingkat { $expected }, dengan { $expected } tanda “#”.

duplicate-anchor = Ada dua subjudul dengan id “#{ $anchor }”
    .why = Tautan ke id ini hanya dapat mencapai yang pertama.
    .fix = Beri salah satu subjudul id lain, misalnya {"{"}#{ $anchor }-2{"}"}.

missing-footnote = Catatan kaki “[^{ $label }]” tidak ada
    .why = Pembaca akan mengikuti tanda yang tidak menuju catatan mana pun.
    .fix = Tambahkan catatannya di baris tersendiri: [^{ $label }]: Isi catatan. Atau hapus tandanya.

unused-footnote = Catatan kaki “[^{ $label }]” tidak dirujuk di mana pun
    .why = Catatan kaki tanpa tanda di dalam teks tidak ditampilkan kepada pembaca.
    .fix = Tulis [^{ $label }] di tempat yang dimaksud dalam teks, atau hapus catatannya.

math = Rumus tidak dapat disusun: { $reason }
    .why = Pembaca akan melihat tanda-tanda mentah, bukan rumus.
    .fix = Periksa kurung dan perintah rumusnya, misalnya $\frac{"{"}a{"}"}{"{"}b{"}"}$. Bila yang dimaksud tanda dolar, tulis \$.

unknown-code-language = Kode ini berbahasa “{ $name }”, yang tidak dapat diwarnai
    .why = Kodenya tetap tampil, tetapi tanpa warna.
    .fix = Betulkan nama setelah ```, misalnya ```python, atau tulis ```text.

attributes = Atribut “{ $text }” tidak dapat dipahami
    .why = Atribut itu tidak akan berpengaruh, atau malah tampil sebagai teks.
    .fix = Tulis id, kelas, atau atribut yang dikenal di dalam kurung kurawal, misalnya {"{"}#hasil{"}"}, {"{"}.wide{"}"}, {"{"}lang=en{"}"}, atau {"{"}credit="A. Nama"{"}"}.

skipped-heading-level = Subjudul “{ $title }” bertingkat { $level }, padahal di atasnya tidak ada subjudul tingkat { $expected }
    .why = Pembaca layar menampilkan subjudul sebagai kerangka; tingkat yang terlewat tampak seperti bagian yang hilang.
    .fix = Jadikan subjudul tingkat { $expected }, dengan { $expected } tanda “#”.

## Berkas data

data-syntax = Berkas { $format } tidak dapat dibaca: { $reason }
    .why = Halaman yang menampilkan data ini tidak dapat dibuat.
    .fix = Betulkan bagian ini. Untuk tabel, cara termudah: simpan lagi dari lembar kerja sebagai CSV (UTF-8).

data-name = Ada dua berkas data bernama “{ $name }”
    .why = Templat mencari data menurut nama tanpa akhiran berkas, sehingga tidak tahu mana yang dimaksud.
    .fix = Ganti nama salah satu berkas.

## Tema

unknown-theme = Tema “{ $name }” tidak ada
    .why = Tema memberi bentuk pada halaman; tanpanya tidak ada halaman yang dapat dibuat.
    .fix = Betulkan “theme” di kabar.yaml, taruh temanya di “themes/{ $name }/”, atau pakai tema bawaan “tenun”.

theme-contract = Tema ini dibuat untuk kontrak { $wanted } Kabar; versi ini memakai kontrak { $provided }
    .why = Templatnya mungkin meminta nilai yang tidak disediakan versi Kabar ini.
    .fix = Pakai versi tema yang dibuat untuk kontrak { $provided }, atau versi Kabar yang lain.

theme-cycle = Tema “{ $name }” menjadi induk bagi dirinya sendiri
    .why = Tema yang saling menjadi induk berputar tanpa pangkal.
    .fix = Hapus “parent” dari salah satu tema, di theme.yaml-nya.

template-syntax = Templat tidak dapat dibaca: { $reason }
    .why = Semua halaman yang memakai templat ini tidak dapat dibuat.
    .fix = Betulkan templat di bagian ini. Bila Anda tidak mengubahnya, kabari pengurus temanya.

template-error = Templat gagal di halaman { $page }: { $reason }
    .why = Halaman ini tidak dapat dibuat, padahal publikasi terbit seutuhnya atau tidak sama sekali.
    .fix = Betulkan templat di bagian ini: apakah nilainya ada di setiap halaman? Tulis “{"{"}% if nilai %{"}"}” sebelum memakai yang mungkin tidak ada.

missing-template = Templat “{ $name }” tidak ada
    .why = Halaman yang meminta templat ini tidak dapat dibuat.
    .fix = Betulkan namanya, atau tambahkan berkasnya ke folder “templates/”.

theme-without-search = Tema “{ $theme }” tidak punya halaman pencarian, jadi situs ini tidak dapat dicari
    .why = Halaman tempat pembaca mencari dibuat oleh templat “search.html”; tanpa templat itu, tidak ada halaman pencarian dan tidak ada indeks.
    .fix = Tambahkan “templates/search.html”, warisi tema bawaan dengan “parent: tenun”, atau tulis “search: { "{" } enabled: false { "}" }” di kabar.yaml bila situs ini memang tanpa pencarian.

useless-override = “{ $name }” tidak menggantikan apa pun dalam tema
    .why = Isi “templates/”, “styles/”, dan “strings/” milik publikasi menggantikan yang bernama sama dalam tema; nama ini tidak ada di sana, jadi tidak pernah dipakai.
    .fix = Samakan namanya dengan yang ada dalam tema, atau hapus.

missing-string = Teks tema “{ $key }” belum ada dalam bahasa “{ $lang }”
    .why = Pembaca bahasa itu akan melihat tempat kosong atau kode.
    .fix = Tambahkan baris “{ $key } = …” ke strings/{ $lang }.ftl.

missing-strings = Tema “{ $theme }” belum punya teks dalam bahasa “{ $lang }”
    .why = Tombol, judul, dan catatan di halaman tidak dapat ditampilkan dalam bahasa itu.
    .fix = Salin strings/id.ftl milik tema ke strings/{ $lang }.ftl, lalu terjemahkan.

string-syntax = Berkas teks antarmuka tidak dapat dibaca: { $reason }
    .why = Teks tema akan hilang dari halaman.
    .fix = Betulkan bagian ini: satu “nama = Teks” tiap baris, baris lanjutannya diberi indentasi, dan setiap “{"{"}” ditutup dengan “{"}"}”.

## Alamat

claimed-twice = Dua halaman meminta alamat { $url }
    .why = Satu alamat hanya dapat menampilkan satu halaman, yang lain akan hilang. Huruf besar dan kecil dianggap sama.
    .fix = Beri salah satu “slug” lain, atau hapus alias yang menghalangi.

reserved-url = Alamat { $url } dipakai Kabar sendiri
    .why = Di sana ada berkas buatan Kabar yang akan tertimpa oleh halaman Anda.
    .fix = Pilih “slug”, alias, atau nama berkas lain.

## Situs sebagaimana dirender

dead-link = Halaman { $page } menuju { $target }, yang tidak ada
    .why = Pembaca yang mengikutinya sampai di halaman “tidak ditemukan”.
    .fix = Betulkan tautannya. Bila tidak ada di naskah mana pun, tautan itu berasal dari templat, menu, atau HTML.

dead-anchor = Halaman { $page } menuju { $target }, tetapi halaman di sana tidak punya tempat itu
    .why = Pembaca akan sampai di awal halaman, bukan di tempat yang dimaksud.
    .fix = Betulkan yang tertulis sesudah “#”, atau beri unsur di halaman itu id tersebut.

one-sided-alternate = Halaman { $page } menyebut { $other } sebagai bahasa lainnya, tetapi tidak disebut balik
    .why = Mesin pencari mengabaikan pasangan bahasa yang tidak saling menyebut, lalu menampilkan bahasa yang salah.
    .fix = Tulis seluruh “page.alternates” di kepala setiap templat, dengan “rel="alternate" hreflang”.

xml-syntax = Berkas { $url } tidak tersusun dengan benar: { $reason }
    .why = Peramban tidak menampilkan gambar seperti itu, dan pembaca umpan menolak umpan seperti itu.
    .fix = Betulkan berkas di tempat ini, atau ekspor lagi dari program asalnya.

feed-relative-url = Umpan { $feed } memuat alamat yang tidak lengkap: { $target }
    .why = Umpan dibaca di tempat lain, dan di sana alamat ini tidak menuju ke mana pun.
    .fix = Tulis alamatnya dengan “https://” dan nama situs.

host-limit = { $host } tidak membaca seluruh isi { $file }: { $fault ->
        [rules] ada { $count } aturan, yang dibaca { $limit }
        [redirects] ada { $count } pengalihan, yang dibaca { $limit }
       *[other] ada baris sepanjang { $count } karakter, yang boleh { $limit }
    }
    .why = Selebihnya diabaikan tanpa pemberitahuan. { $fault ->
        [redirects] Pembaca tetap diantar dari alamat lama itu oleh halaman pengalih, tetapi mesin pencari lebih lambat tahu bahwa alamatnya pindah.
        [redirect] Pembaca tetap diantar dari alamat lama itu oleh halaman pengalih, tetapi mesin pencari lebih lambat tahu bahwa alamatnya pindah.
       *[other] Yang terlewat dikirim seolah-olah tidak ada aturannya: misalnya, situs lain tidak boleh membaca umpan.
    }
    .fix = { $fault ->
        [rules] Kurangi format atau bahasa umpan, atau atur header ini di pengaturan hos.
        [redirects] Hapus alamat lama (aliases) yang tidak lagi dicari orang.
        [redirect] Pendekkan alamat lama (aliases) yang terpanjang, atau alamat yang ditujunya.
       *[other] Pendekkan jalur dalam base_url.
    }

heading-outline = { $fault ->
        [none] Halaman { $page } tidak punya judul tingkat pertama
        [several] Halaman { $page } punya beberapa judul tingkat pertama
       *[skipped] Di halaman { $page } ada judul tingkat { $level } sesudah judul yang lebih dari satu tingkat di atasnya
    }
    .why = Pembaca layar menampilkan judul sebagai kerangka; pembaca memakainya untuk mencari jalan.
    .fix = Betulkan judul di templat: satu “h1” berisi judul halaman, dan di bawahnya tidak ada tingkat yang terlewat.

heavy-page = Halaman { $page } berbobot { $bytes } bita setelah dimampatkan, dari batas { $limit }; bagian terbesar ialah { $culprit ->
        [style] lembar gayanya
        [structured-data] keterangan untuk mesin pencari (JSON-LD)
        [script] skripnya
        [drawing] gambar di dalamnya
        [body] naskahnya
       *[other] { $culprit }
    } dengan { $share } bita
    .why = Di jaringan lemah setiap paket berarti: halaman sebesar ini tiba sekaligus.
    .fix = Bagi naskah panjang menjadi beberapa, tampilkan lebih sedikit butir per halaman (“paginate_by”), atau ringankan temanya.

heavy-style = Lembar gaya di halaman { $page } sebesar { $bytes } bita, dari batas { $limit }
    .why = Lembar gaya dikirim bersama setiap halaman, sebelum apa pun terlihat.
    .fix = Buang aturan yang tidak diperlukan halaman jenis ini, atau sebut lebih sedikit lembar gaya di templatnya.

heavy-home = Beranda { $page } berbobot { $bytes } bita bersama gambarnya, dari batas { $limit }; bagian terbesar ialah { $culprit ->
        [page] halaman itu sendiri
       *[other] { $culprit }
    } dengan { $share } bita
    .why = Beranda paling sering dimuat pertama kali, kerap di telepon dengan jaringan lemah.
    .fix = Perkecil gambar terbesar, atau tampilkan lebih sedikit gambar di beranda.

heavy-picture = Gambar “{ $image }” sebesar { $bytes } bita, dari batas { $limit }
    .why = Pembaca dengan jaringan lemah harus menunggunya, dan membayarnya.
    .fix = Simpan lagi dengan ukuran lebih kecil (lebar 1200 piksel cukup) dan mampatkan, sebagai WebP atau JPEG.

oversize-picture = Gambar “{ $image }” berukuran { $width } × { $height } piksel; lebih dari { $most } tidak ada gunanya
    .why = Tidak ada layar pembaca yang menampilkan sebanyak itu, tetapi setiap pembaca memuatnya.
    .fix = Perkecil gambar dengan penyunting gambar: 1200 sampai 1600 piksel pada sisi panjangnya.

picture-without-licence = Gambar “{ $image }” tidak punya lisensi, jadi tidak ikut ketika pihak lain menerbitkan ulang tulisannya
    .why = Lisensi tulisan mencakup apa yang ditulis penulisnya. Siapa pembuat gambar adalah soal lain, sehingga hanya gambar dengan lisensi terbuka miliknya sendiri yang ikut.
    .fix = Tulis lisensi gambar itu di media.yaml di sampingnya, atau “republish: true” bila pembuatnya setuju, atau “republish: false” bila gambar itu tidak untuk dibagikan.

## Untuk pembaca yang mendengarkan

alt-is-file-name = Teks untuk gambar “{ $image }” hanyalah nama berkasnya: “{ $alt }”
    .why = Pembaca yang tidak dapat melihat gambar mendengar nama berkas, bukan apa isinya.
    .fix = Terangkan isi gambar dalam satu kalimat: ![Petani bermusyawarah di beranda](foto.jpg).

missing-alt-attribute = Halaman { $page } menampilkan gambar { $image } tanpa “alt”
    .why = Pembaca layar lalu membacakan nama berkasnya.
    .fix = Di templat atau HTML asalnya, tulis alt="…" dengan isi gambar, atau alt="" bila gambar itu hanya hiasan.

vague-link-text = Tautan “{ $text }” tidak mengatakan ke mana tujuannya
    .why = Pembaca layar mendaftar tautan tanpa kalimat di sekitarnya; “di sini” lalu tidak berarti apa-apa.
    .fix = Jadikan nama tujuannya tautan: baca [laporan pertemuan](…).

bare-url-text = Tautan menampilkan alamat, bukan kata: { $target }
    .why = Pembaca layar mengeja alamat; pembaca tidak banyak tahu darinya.
    .fix = Tulis kata dalam kurung siku di depannya: [nama halaman]({ $target }).

unmarked-language = Alinea ini tampaknya berbahasa lain (“{ $lang }”) dan tidak menandainya
    .why = Pembaca layar akan membacanya dengan suara yang salah; atau alinea ini belum diterjemahkan.
    .fix = Terjemahkan, atau tandai apa adanya: [isi alinea]{"{"}lang={ $lang }{"}"}.

## Yang akan ditanyakan penyunting

similar-terms = Istilah “{ $term }” dan “{ $other }” hampir sama
    .why = Tulisan tentang satu hal terbagi ke dua halaman, dan pembaca hanya menemukan separuhnya.
    .fix = Pertahankan salah satu dan jadikan yang lain nama lainnya: “aliases: [{ $other }]”.

similar-people = Sebuah nama ditulis dengan dua cara: “{ $name }” dan “{ $other }”
    .why = Tidak jelas apakah ini orang yang sama, dan nama yang salah eja menyinggung.
    .fix = Tanyakan mana yang benar dan tulis demikian di mana-mana. Bila ini dua orang, matikan pemeriksaan ini di kabar.yaml.

figure-without-source = Angka “{ $label }” { $lacks ->
        [year] tidak menyebut tahun
        [source] tidak menyebut sumber
       *[both] tidak menyebut tahun dan sumber
    }
    .why = Pembaca yang hendak memakai angka harus tahu kapan angka itu berlaku dan siapa yang mengatakannya.
    .fix = Tambahkan “year” dan “source” pada angka itu, dengan kata-kata bila tidak diketahui persis.

event-without-time = Kegiatan ini tanpa jam: “{ $key }” hanya berisi tanggal
    .why = Pembaca di tiga zona waktu tidak tahu kapan kegiatan dimulai.
    .fix = Tulis jam dengan zonanya, misalnya 2026-06-16T09:00 Asia/Jakarta, atau “all_day: true” bila jenis tulisannya mengenal itu.

missing-author = Tulisan ini tidak menyebut penulis
    .why = Pembaca ingin tahu siapa yang berbicara, dan mesin pencari menampilkannya.
    .fix = Tambahkan “authors: [id]” di front matter; id-nya ada di content/_terms/authors.yaml.

missing-summary = Tulisan ini belum punya ringkasan
    .why = Kartu, mesin pencari, dan umpan menampilkan awal naskah yang terpotong.
    .fix = Tambahkan “summary:” di front matter: isi tulisan dalam satu atau dua kalimat.

doubled-word = Kata “{ $word }” tertulis dua kali berturut-turut
    .why = Tampaknya salah ketik.
    .fix = Hapus salah satunya. Kata ulang ditulis dengan tanda hubung.

long-sentence = Kalimat sepanjang { $words } kata
    .why = Kalimat lebih dari { $most } kata sukar diikuti, juga oleh yang mendengarkan.
    .fix = Bagi menjadi dua di tempat pikiran baru dimulai.

long-summary = Ringkasan ini { $characters } huruf; lebih dari { $most } terpotong
    .why = Kartu, mesin pencari, dan umpan hanya menampilkan awalnya.
    .fix = Katakan isi tulisan dalam satu atau dua kalimat.

## Tautan ke situs lain

missing-fields = “{ $place }” mewajibkan: { $fields }
    .why = Tanpa isian itu berkasnya akan ditolak pada pemeriksaan berikutnya.
    .fix = Jalankan lagi perintahnya dengan: { $example }

already-there = { $path } sudah ada
    .why = Perintah yang memulai sesuatu tidak pernah menimpa tulisan orang.
    .fix = Pilih nama lain, atau sunting yang sudah ada.

not-an-article = { $path } bukan milik tulisan mana pun
    .why = Perintah ini bekerja pada berkas atau folder sebuah tulisan di dalam content/.
    .fix = Sebutkan berkas seperti content/cerita/tulisan-saya/index.id.md, atau foldernya.

slug-taken = Alamat “{ $slug }” sudah dipakai yang lain
    .why = Dua halaman tidak dapat berada di satu alamat, dan alamat lama yang menuju ke tempat lain akan hilang.
    .fix = Pilih slug lain.

nothing-there = “{ $target }” bukan halaman atau berkas publikasi ini
    .why = Tidak ada yang dapat dijelaskan di tempat yang kosong.
    .fix = Sebutkan berkas di dalam content/, atau alamat seperti yang didaftar “kabar routes”.

no-hub = Tidak ada hub yang dapat dikabari
    .why = Hub langsung meneruskan kabar tentang umpan; tanpa hub, `kabar ping` tidak punya siapa pun untuk dikabari.
    .fix = Tulis alamat hub WebSub pada “feeds.hub” dalam kabar.yaml, lalu terbitkan sekali lagi agar umpan menyebutnya.

hub-refused = Hub { $hub } { $fault ->
        [status] menjawab dengan { $detail }
        [timeout] tidak menjawab pada waktunya
        [host] tidak ditemukan: situsnya tidak ada atau menolak
        [secure] tidak punya sambungan yang dapat dipercaya: { $detail }
       *[other] tidak dapat dicapai: { $detail }
    } ketika dikabari tentang { $feed }
    .why = Program yang mengikuti umpan ini lewat hub belum mendengar kabar barunya.
    .fix = Pastikan umpan itu sudah terbit di alamat tersebut, lalu jalankan “kabar ping” lagi: yang belum diterima akan dikabarkan lagi.

dead-external-link = { $url } { $fault ->
        [status] menjawab dengan { $detail }
        [timeout] tidak menjawab pada waktunya
        [host] tidak ditemukan: situsnya tidak ada atau menolak
        [secure] tidak punya sambungan yang dapat dipercaya: { $detail }
       *[other] tidak dapat dibaca: { $detail }
    }
    .why = Pembaca yang mengikuti tautan ini tidak menemukan apa-apa. Situs kadang mati sebentar: periksa lagi sebelum mengubahnya.
    .fix = Betulkan alamatnya, tautkan ke salinannya (web.archive.org), atau hapus tautannya.

moved-external-link = { $url } sudah pindah untuk seterusnya ke { $to }
    .why = Alamat lama masih mengantar ke sana hari ini, tetapi tidak selamanya.
    .fix = Tulis alamat yang baru.

## Baris perintah

built = { $pages } halaman, { $files } berkas, { $bytes }, { $written } ditulis, { $removed } dihapus, dalam { $time }
checked = { $errors ->
        [0] Tidak ada kesalahan
       *[other] { $errors } kesalahan
    }, { $warnings ->
        [0] tidak ada peringatan
       *[other] { $warnings } peringatan
    }{ $hints ->
        [0] {""}
       *[other] , { $hints } petunjuk
    }
written-files = { $count } berkas ditulis ke { $folder }
unknown-schema = Tidak ada skema “{ $name }”. Yang ada: { $known }.
diagnostics-of-file = { $file }: { $count } temuan
failed = { $errors } kesalahan, { $warnings ->
        [0] tidak ada peringatan
       *[other] { $warnings } peringatan
    }. Tidak ada yang ditulis; hasil terakhir tetap seperti semula.
strict-refused = { $warnings } peringatan, padahal --strict tidak mengizinkan satu pun. Tidak ada yang ditulis; hasil terakhir tetap seperti semula.
withheld-draft = { $file }: draf
withheld-embargo = { $file }: tayang pada { $date }
withheld-expired = { $file }: masa tayangnya habis pada { $date }
world-error = Kabar tidak dapat melanjutkan: { $reason }
init-done = Publikasi baru sudah dibuat di { $folder }. Bangun situsnya dengan “kabar build --root { $folder }”.
init-exists = { $folder } sudah berisi sesuatu. Pilih folder lain, atau kosongkan dulu folder itu.
theme-complete = Tema “{ $name }” lengkap.
theme-lacks-template = Templat “{ $name }” belum ada.
serve-listening = Pratinjau ada di { $url }. Hentikan dengan Ctrl+C.
serve-network = Perangkat lain di jaringan ini melihatnya di { $url }
serve-polling = Sistem tidak memberi tahu perubahan ({ $reason }), jadi Kabar memeriksanya dua kali sedetik.
serve-mended = Semua kesalahan sudah diperbaiki.
serve-panic = Kesalahan Kabar sendiri: { $reason }. Pratinjau tetap berjalan; mohon laporkan.
serve-world = Berkas sedang tidak dapat dibaca: { $reason }. Pratinjau menampilkan yang terakhir dibaca.
preview-nothing = Belum ada yang dapat ditampilkan
preview-not-found = Tidak ada apa-apa di alamat ini
preview-refused = Pratinjau tidak menjawab atas nama { $host }. Bukalah lewat alamatnya: http://127.0.0.1, atau yang ditampilkan di terminal.
preview-panic = Kabar sendiri gagal membuat halaman ini
preview-panic-advice = Tulisan Anda tidak salah, dan semua halaman lain tetap berjalan. Mohon laporkan kata-kata ini:
preview-counts = { $errors ->
        [0] Tidak ada kesalahan
       *[other] { $errors } kesalahan
    }, { $warnings ->
        [0] tidak ada peringatan
       *[other] { $warnings } peringatan
    }
preview-more = Dan { $count } lagi.
preview-old = Halaman ini ditampilkan seperti terakhir kali tanpa kesalahan
preview-draft = Draf: pembaca tidak melihat halaman ini
preview-coming = Pembaca melihat halaman ini mulai { $date }
watching = Menunggu perubahan. Hentikan dengan Ctrl+C.
progress-render = Membuat halaman: { $done } dari { $total }

nothing-written = Tidak ada yang ditulis.
nothing-to-do = Tidak ada yang perlu dikerjakan.
file-made = Baru: { $file }
file-changed = Diubah: { $file }
pinged = { $count ->
        [0] Tidak ada yang dikabarkan kepada { $hub }
       *[other] { $count } umpan dikabarkan kepada { $hub }
    }.
would-ping = { $count ->
        [0] Tidak ada yang akan dikabarkan kepada { $hub }
       *[other] { $count } umpan akan dikabarkan kepada { $hub }
    }.
dry-run = Inilah yang akan dikerjakan; belum ada yang ditulis.
renamed-url = { $old } kini { $new }; alamat lamanya menuju ke sana.
renamed-file = { $old } kini { $new }
renamed-links = { $file }: { $count } tautan disesuaikan
ask-field = { $field } ({ $type }): { $about }
status-original = asli
status-current = mutakhir
status-stale = tertinggal
status-unpinned = belum dikunci
status-draft = draf
status-missing = belum ada
status-words = { $words } kata
status-days = { $days ->
    [0] hari ini
   *[other] { $days } hari
}
status-coming = { $days } hari lagi
status-changed = { $count } dari { $parts } bagian berubah
status-added = { $count } baru
status-removed = { $count } dihapus
status-moved = { $count } dipindah
status-unknown-changes = naskah asli sudah berubah; tidak ada kunci yang mencatat bagian mana
status-empty = tidak ada
status-counts = Ditampilkan: { $counts }.
status-too-many = Tidak diperbolehkan: { $state } ({ $count }).
status-too-old = Tidak diperbolehkan: { $state } lebih dari { $days } hari ({ $count }).
part-title = Judul
part-summary = Ringkasan
part-field = { $name }
part-block = Bagian { $number }
part-block-gone = Bagian
part-changed = berubah
part-added = baru
part-removed = dihapus
part-moved = dipindah
part-unknown = (teks lamanya tidak diketahui)
difference-headings = subjudul
difference-pictures = gambar
difference-numbers = angka
difference-dates = tanggal
difference-links = tautan
difference-counts = { $what }: { $original } dalam naskah asli, { $translation } dalam terjemahan
difference-original = { $what } hanya dalam naskah asli: { $original }
difference-translation = { $what } hanya dalam terjemahan: { $translation }
difference-both = { $what } hanya dalam naskah asli: { $original }; hanya dalam terjemahan: { $translation }
board-title = Terjemahan { $site }
board-language = Bahasa
board-state = Keadaan
board-words = Kata
board-days = Hari
board-people = Oleh
board-notes = Yang perlu dilihat
explain-title = judul
explain-source = berkas
explain-language = bahasa
explain-type = jenis
explain-address = alamat
explain-withheld = ditahan
explain-leads-to = menuju ke
explain-aliases = dituju dari
explain-template = templat
explain-strings = teks tema
explain-strings-of = { $file } ({ $count })
explain-translation = terjemahan
explain-listed = didaftar di
explain-linked = ditautkan dari
explain-draft = masih draf
explain-embargo = terbit pada { $date }
explain-expired = kedaluwarsa pada { $date }
because-language = { $lang } bukan bahasa di akar situs
because-slug = “slug” dalam { $file }
because-name = nama folder atau berkas: { $name }
because-declared = { $what ->
    [taxonomy] taksonomi “{ $id }” dalam kabar.yaml
    [type] jenis tulisan “{ $id }” dalam kabar.yaml
    [combination] gabungan umpan “{ $id }” dalam kabar.yaml
    [partner] mitra “{ $id }” dalam kabar.yaml
   *[term] istilah “{ $id }” dalam daftarnya
}
because-word = languages.{ $lang }.paths.{ $key } dalam kabar.yaml
because-number = nomor halaman atau tahun
because-file = setiap situs memilikinya di sana, atau berkasnya ada di sana
because-alias = “aliases” dalam { $file }
because-article-template = “template” dalam { $file }
because-type-template = jenis tulisan “{ $id }”
because-kind-template = halaman semacam ini memakainya
template-from = dari { $file }
template-extends = yang memperluas { $file }
scaffold-translate = terjemahkan
scaffold-state = Keadaan “draft” menahan terjemahan; tulis “reviewed” bila sudah boleh dibaca.
scaffold-body = Tulis di sini. Subjudul dimulai dengan ##; gambar diletakkan di samping berkas ini. Catatan ini tidak pernah diterbitkan.
scaffold-names = Sama dalam semua bahasa sampai ada yang menulis yang lain.
scaffold-theme = Tampak seperti “{ $parent }” sampai ada yang diubah. Pakailah dengan “theme: { $name }” dalam kabar.yaml.
scaffold-theme-template = Semuanya berasal dari “{ $parent }”; tulis di sini blok yang hendak dibuat berbeda.
scaffold-theme-strings = Tulis di sini teks yang hendak dibuat berbeda dari milik “{ $parent }”, misalnya: home = …

## Bantuan

help = Membangun situs berita dwibahasa dari Markdown.
help-usage = Pemakaian:
help-commands = Perintah
help-arguments = Argumen
help-options = Pilihan
help-argument-help = Cetak bantuan ini
help-argument-version = Cetak versi
help-argument-command = Yang dikerjakan
help-build = Tulis seluruh situs
help-check = Sebutkan semua yang keliru, tanpa menulis apa pun
help-init = Mulai publikasi baru
help-new = Mulai sebuah tulisan, rubrik, istilah, atau tema
help-translate = Buat kembaran tulisan dalam bahasa lain
help-status = Sampaikan keadaan terjemahan, dan apa yang berubah dalam naskah aslinya
help-explain = Jelaskan mengapa sebuah halaman beralamat dan tampil seperti itu
help-rename = Beri tulisan alamat lain, dan sesuaikan semua yang menuju ke sana
help-argument-kind = Jenis tulisan publikasi ini, atau section, term, theme
help-argument-name = Judul atau namanya
help-argument-set = Sebuah kunci dan isinya, boleh berkali-kali: --set city=Ambon
help-argument-section = Folder di dalam content/ tempatnya; bila dikosongkan, folder jenisnya
help-argument-language = Bahasa tulisan; untuk new, bila dikosongkan, bahasa di akar situs
help-argument-taxonomy = Taksonomi istilah yang baru
help-argument-draft = Ditahan dari pembaca: ya, kecuali --draft=false
help-argument-file = Berkas atau folder sebuah tulisan
help-argument-to = Bahasa tujuan; bila dikosongkan, bahasa pertama yang belum ada
help-argument-types = Jenis tulisan yang ditampilkan, dengan koma
help-argument-terms = Istilah yang ditampilkan: regions=maluku
help-argument-programme = Istilah taksonomi programmes yang ditampilkan
help-argument-languages = Bahasa yang ditampilkan, dengan koma
help-argument-states = Keadaan yang ditampilkan: original, current, stale, unpinned, draft, missing
help-argument-diff = Tampilkan apa yang berubah dalam naskah asli, dulu dan sekarang
help-argument-mark = Nyatakan bahwa terjemahan ini sudah sesuai dengan naskah aslinya
help-argument-minor = Bersama --mark: perubahannya tidak berarti, umur terjemahan tetap
help-argument-fail-on = Berakhir dengan 1 bila ada keadaan itu, atau lebih lama: stale>14d,missing
help-argument-target = Berkas, folder, atau alamat
help-argument-new-slug = Bagian akhir alamat yang baru
help-argument-dry-run = Tampilkan yang akan dikerjakan, tanpa mengerjakannya
help-serve = Perlihatkan situs selagi ditulis
help-ping = Kabari hub tentang umpan yang berubah
help-routes = Daftar setiap URL situs
help-hosting = Cetak cara mengirim situs ini bagi sebuah hos: jenis media, penyimpanan sementara, apa yang boleh dibaca situs lain
help-contract = Cetak apa saja yang dapat dilihat templat, dalam Markdown
help-argument-lang = Bahasa pesan: id atau en
help-argument-format = Bentuk laporan
help-argument-quiet = Sebutkan yang keliru saja
help-argument-root = Folder publikasi; bawaannya folder ini
help-argument-base-url = Alamat situs, menggantikan yang ada di pengaturan
help-argument-drafts = Tampilkan draf dan artikel yang belum waktunya terbit
help-argument-no-drafts = Tampilkan hanya yang dilihat pembaca
help-argument-port = Porta pratinjau; yang bebas berikutnya bila sudah terpakai
help-argument-open = Buka pratinjau di peramban
help-argument-lan = Izinkan perangkat lain di jaringan melihat pratinjau
help-argument-now = Tanggal atau waktu yang dianggap sekarang, menurut zona waktu situs
help-argument-strict = Tolak juga bila ada peringatan
help-argument-output = Folder tujuan; bawaannya output/ di dalam publikasi
help-argument-watch = Bangun lagi setiap kali ada berkas yang berubah
help-argument-theme = Periksa temanya saja: apa yang kurang
help-argument-folder = Folder yang akan dibuat
help-argument-title = Judul publikasi; bawaannya nama folder
help-argument-timezone = Zona waktu dengan nama IANA
help-argument-paths = Berkas dan folder yang dilaporkan; bawaannya semua
help-argument-all = Kabarkan semua umpan, bukan hanya yang berubah
help-argument-external = Tanyakan kepada situs lain apakah tautan ke sana masih berlaku
help-argument-offline = Tanpa jaringan: tentang situs lain hanya yang masih diingat
help-schema = Tulis JSON Schema untuk program penyunting
help-completions = Cetak pelengkap perintah untuk sebuah shell
help-man = Tulis halaman man
help-lsp = Berbicara dengan program penyunting (Language Server Protocol)
help-argument-host = netlify, cloudflare, apache, nginx, atau caddy
help-argument-what = config, terms, media, section, atau sebuah jenis tulisan; bawaannya semua
help-argument-out = Folder tujuan
help-argument-shell = Shell-nya: bash, zsh, fish, atau powershell
help-argument-stdio = Berbicara lewat masukan dan keluaran standar: selalu begitu, dan disebut oleh banyak program penyunting
help-stem = Tampilkan akar kata, seperti yang dicari
help-argument-words = Kata-katanya; dari masukan standar bila tidak ditulis
help-search = Cari di publikasi seperti pembaca
help-argument-query = Yang dicari: kata, "frasa", -kata, tag:nilai; “-” membaca satu pertanyaan dari tiap baris masukan standar
help-argument-explain = Tampilkan sumbangan tiap kata
help-argument-limit = Banyaknya jawaban yang ditampilkan
search-corrected = “{ $word }” tidak ada di mana pun; yang dicari “{ $known }”.
search-partial = Tidak ada halaman yang memuat semua kata ini; yang berikut memuat sebagian.
search-total = { $count ->
    [0] Tidak ada yang ditemukan dalam { $language }.
   *[other] { $count } halaman ditemukan dalam { $language }.
}
search-facet = { $facet }: { $values }
search-also = Juga dalam { $language } ({ $count }): kabar search --lang { $lang } '{ $question }'

## JSON Schema

schema-config = kabar.yaml: pengaturan sebuah publikasi
schema-media = media.yaml: keterangan berkas di samping tulisan
schema-section = Front matter sebuah bagian
schema-terms = Daftar istilah sebuah taksonomi
schema-front-title = Judul.
schema-front-slug = Bagian akhir alamat; bila dikosongkan, nama folder atau berkas.
schema-front-summary = Teks polos untuk kartu, mesin pencari, dan umpan, sekitar 200 huruf.
schema-front-aliases = Alamat lama yang menuju ke sini.
schema-front-draft = Ya: belum tampil bagi pembaca.
schema-front-translation = Menyatakan bahwa berkas ini terjemahan, dan dari bahasa apa.
schema-front-original = Bahasa asal tulisan: sama dalam semua berkasnya. Berkas dalam bahasa itu naskah asli, yang lain terjemahan.
schema-front-of = Bahasa naskah asli.
schema-front-source-hash = Menandai naskah yang diterjemahkan; ditulis oleh “kabar status --mark”.
schema-front-translated-on = Hari terjemahan dibuat, atau terakhir disesuaikan.
schema-front-state = Draf menahan terjemahan ini.
schema-front-translators = Id penulis yang menerjemahkan.
schema-front-corrections = Yang keliru dan sudah dibetulkan; pembaca melihatnya, dan ada umpannya.
schema-front-corrected-on = Hari pembetulan.
schema-front-correction = Yang keliru, dan yang benar.
schema-front-type = Jenis tulisan; bila dikosongkan, jenis milik folder.
schema-front-id = Tanda pengenal tulisan bagi pembaca umpan; jangan pernah diubah.
schema-front-date = Waktu terbit: 2026-06-03, atau dengan jam dan zona.
schema-front-updated = Waktu perubahan terakhir.
schema-front-expires = Waktu tulisan ditarik.
schema-front-cover = Gambar dari folder tulisan.
schema-front-licence = Menggantikan lisensi publikasi.
schema-front-republish = true: pihak lain boleh menerbitkannya ulang, apa pun lisensinya. false: tanpa halaman terbit ulang.
schema-front-feed = Seberapa banyak yang tampil di umpan: full (lengkap), summary (ringkasan dan tautan), atau none (tidak ada, juga di sematan). Bila kosong, menurut haknya.
schema-front-contributed = Menyatakan bahwa tulisan dikirim kontributor: true, atau apa yang disetujuinya.
schema-contributed-agreement = Versi perjanjian yang ditandatangani kontributor.
schema-contributed-republish = true: kontributor mengizinkan pihak lain menerbitkannya ulang. Tanpa itu tidak ada hak yang diberikan.
schema-front-order = Bilangan bulat, untuk bagian yang diurutkan dengan order.
schema-front-featured = Ya: tulisan utama di beranda.
schema-front-template = Templat lain daripada milik jenis tulisan.
schema-front-paginate-by = Jumlah tulisan per halaman daftar.
schema-front-sort-by = Urutan daftar: date berarti yang terbaru di depan.
schema-term-name = Nama yang dilihat pembaca.
schema-term-slug = Bagian alamat; bila dikosongkan, id-nya.
schema-term-parent = Id istilah di atasnya.
schema-term-blurb = Satu kalimat keterangan.
schema-term-aliases = Nama lain yang boleh dipakai tulisan.
schema-media-alt = Isi gambar, bagi yang tidak melihatnya.
schema-media-caption = Keterangan gambar, dalam Markdown sebaris.
schema-media-credit = Pembuatnya.
schema-media-licence = Lisensinya. Pihak lain hanya boleh menerbitkannya ulang bila lisensinya terbuka, misalnya CC-BY-4.0.
schema-media-republish = Apakah pihak lain boleh menerbitkannya ulang bersama tulisan, apa pun lisensinya.
schema-config-title = Nama publikasi.
schema-config-base-url = Skema, nama situs, dan jalurnya bila tidak di pangkal.
schema-config-timezone = Nama IANA zona waktu untuk membaca tanggal, misalnya Asia/Makassar.
schema-config-languages = Bahasa-bahasanya, menurut urutan pengalih bahasa.
schema-config-description = Tentang apa publikasi ini.
schema-config-theme = Tema: namanya, atau nama dan pengaturannya.
schema-config-publisher = Penerbitnya.
schema-config-licence = Lisensi semua tulisan: id SPDX, alamat, atau kata-kata.
schema-config-republish = Apakah pihak lain boleh menerbitkan ulang tulisan yang tidak menyebutkannya; menurut lisensinya bila kosong.
schema-config-paginate-by = Jumlah tulisan per halaman daftar.
schema-config-feeds = Isi umpan.
schema-config-related = Tulisan terkait.
schema-config-markdown = Cara Markdown dibaca.
schema-config-hosting = Apa yang diberitahukan kepada hos tentang cara mengirim situs.
schema-config-search = Cara pembaca mencari di situs.
schema-config-content-types = Jenis tulisan dan ruasnya, menurut id.
schema-config-taxonomies = Cara mengelompokkan tulisan, menurut id.
schema-config-partners = Lembaga yang menampilkan judul di situsnya sendiri, menurut id yang menjadi alamat halamannya.
schema-config-menus = Menu menurut nama, masing-masing daftar butir.
schema-config-lints = Bobot setiap pemeriksaan bagi publikasi ini.
schema-language-name = Namanya dalam bahasa itu sendiri.
schema-language-root = Ya: berada di /, yang lain di /kode/.
schema-language-paths = Kata-kata di dalam alamat.
schema-paths-page = Di depan nomor halaman daftar.
schema-paths-archive = Di depan tahun.
schema-paths-type = Di depan daftar milik jenis tulisan.
schema-paths-search = Halaman tempat pembaca mencari.
schema-paths-feeds = Di depan umpan gabungan.
schema-paths-republish = Halaman di bawah tulisan tempat pihak lain mengambilnya untuk terbit ulang.
schema-paths-embed = Halaman di samping umpan berisi potongan kode untuk situs lain.
schema-paths-partners = Halaman mitra, bila tidak ada halaman publikasi yang memakai templat partners.html.
schema-paths-corrections = Folder umpan ralat.
schema-theme-name = Nama folder di themes/, atau tenun.
schema-theme-settings = Yang boleh dipilih publikasi pada tema itu.
schema-partner-name = Nama mitra.
schema-partner-url = Situs mitra itu sendiri.
schema-partner-logo = Jalur berkas di static/.
schema-partner-credit = Sebaris kata yang menyertai kode siap pakai, dalam setiap bahasa.
schema-partner-feed = Yang ditampilkan: id jenis tulisan atau gabungan, atau satu istilah menurut taksonominya; semua tulisan bila dikosongkan.
schema-publisher-name = Nama penerbit.
schema-publisher-url = Situs penerbit.
schema-publisher-email = Alamat surel untuk pembaca.
schema-publisher-place = Tempat penerbit.
schema-publisher-logo = Jalur berkas di static/.
schema-feeds-items = Jumlah tulisan terbaru dalam umpan.
schema-feeds-formats = Format umpan.
schema-feeds-full-text = Seluruh tulisan, atau ringkasannya saja.
schema-feeds-terms = Setiap istilah punya umpan sendiri.
schema-feeds-embeds = Sediakan bagi situs lain skrip, halaman sematan, dan kartu yang menampilkan tulisan situs ini.
schema-feeds-authority = Nama situs dalam id butir; pakai yang lama bila situs pindah.
schema-feeds-hub = Alamat hub WebSub, yang langsung mengabarkan hal baru kepada program lain.
schema-feeds-combinations = Umpan dari apa yang dimiliki bersama oleh beberapa istilah, menurut id pilihan Anda.
schema-feeds-harvest = Metadata semua tulisan untuk perpustakaan (OAI-PMH) di bawah /oai/.
schema-combination-type = Jenis tulisan yang harus dimiliki.
schema-combination-title = Judul; nama istilah-istilahnya bila tidak ditulis.
schema-combination-slug = Folder dalam alamat; id-nya bila tidak ditulis.
schema-related-count = Berapa yang ditampilkan.
schema-markdown-raw-html = Bolehkah HTML berada di dalam Markdown.
schema-markdown-smart-punctuation = Tanda baca tipografis menggantikan yang lurus.
schema-hosting-headers = Hos yang berkas headernya ditulis ke dalam situs: netlify dan cloudflare (_headers), apache (.htaccess). Untuk nginx dan Caddy: kabar hosting nginx, kabar hosting caddy.
schema-search-enabled = Adakah halaman pencarian dan indeksnya.
schema-search-words = Kata yang belum dikenal pencarian, menurut bahasa: tiap kata adalah kata dasarnya sendiri, apa pun awal dan akhirnya.
schema-search-exceptions = Kata yang kata dasarnya tidak ditemukan oleh aturan, menurut bahasa, masing-masing dengan kata dasarnya.
schema-content-type-name = Sebutan untuk satu tulisan jenis ini.
schema-content-type-plural = Sebutan untuk beberapa.
schema-content-type-slug = Kata di dalam alamat.
schema-content-type-folder = Tulisan di bawah folder content/ ini berjenis ini.
schema-content-type-in-listings = Tidak: tidak masuk daftar, umpan, atau arsip.
schema-content-type-own-listing = Ya: jenis ini punya daftar dan umpan sendiri.
schema-content-type-structured-data = Apa yang dikatakan kepada mesin pencari.
schema-content-type-template = Templat yang menampilkannya.
schema-content-type-fields = Yang boleh ditulis di front matter tulisan jenis ini.
schema-taxonomy-name = Nama seluruh istilahnya.
schema-taxonomy-singular = Nama satu istilah.
schema-taxonomy-slug = Kata di dalam alamat.
schema-taxonomy-roll-up = Ya: induk juga mendaftar tulisan anaknya.
schema-taxonomy-fields = Yang boleh ditulis istilahnya selain nama dan keterangan.
schema-field-type = Isi ruas ini.
schema-field-values = Nilai-nilai sebuah enum.
schema-field-taxonomy = Taksonomi sebuah istilah.
schema-field-fields = Ruas-ruas sebuah object.
schema-field-of = Jenis butir sebuah list.
schema-field-description = Keterangan bagi penyunting.
schema-field-required = Ya: harus ada.
schema-field-translated = Ya: setiap bahasa punya sendiri.
schema-field-default = Nilainya bila tidak ditulis.
schema-menu-page = Tulisan atau bagian, menurut jalur di bawah content/.
schema-menu-taxonomy = Halaman sebuah taksonomi.
schema-menu-url = Alamat di tempat lain; perlu judul.
schema-menu-title = Menggantikan judul halaman itu sendiri.
schema-shortcode-quote = Ucapan seseorang.
schema-shortcode-key-figures = Angka-angka yang bercerita, masing-masing dengan sumbernya.
schema-shortcode-figure = Gambar dengan keterangannya.
schema-shortcode-gallery = Beberapa gambar yang berkaitan.
schema-shortcode-video = Film di situs lain: tautan bergambar, tidak ada yang dimuat sebelum diminta.
schema-shortcode-download = Berkas untuk diunduh.
schema-shortcode-note = Kotak di samping tulisan.
schema-argument-text = Teksnya, dalam Markdown.
schema-argument-speaker = Siapa yang mengatakannya.
schema-argument-role = Jabatan atau peran pembicara.
schema-argument-organisation = Lembaga asal pembicara.
schema-argument-source = Asalnya.
schema-argument-title = Judulnya.
schema-argument-items = Angka-angkanya.
schema-argument-value = Angkanya, seperti ditulis.
schema-argument-unit = Satuannya.
schema-argument-label = Hal yang diukur.
schema-argument-year = Tahun atau bulan yang diwakili angka itu.
schema-argument-image = Gambar di samping tulisan.
schema-argument-alt = Apa yang tampak pada gambar, bagi yang tidak melihatnya.
schema-argument-caption = Keterangan gambar, dalam Markdown satu baris.
schema-argument-credit = Pembuatnya.
schema-argument-licence = Lisensinya, sebagai ganti lisensi tulisan.
schema-argument-width = Seberapa lebar gambar ditampilkan.
schema-argument-images = Gambar-gambarnya.
schema-argument-url = Alamat filmnya.
schema-argument-poster = Gambar yang ditampilkan sebagai gantinya.
schema-argument-duration = Lamanya: "3:20".
schema-argument-language = Bahasa yang dituturkan.
schema-argument-file = Berkas di samping tulisan.
schema-argument-description = Isi berkas itu.
schema-argument-kind = Jenis catatannya.

## Buku panduan

manual-title = Masalah
manual-intro = Semua yang dapat dikatakan “kabar check”, dibuat dari katalog program. Yang berada di antara ‹ dan › berbeda dari kasus ke kasus.
manual-lints = Pemeriksaan
manual-lints-intro = Peringatan dan petunjuk. Setiap publikasi menentukan sendiri bobotnya, di kabar.yaml: “lints: {"{"} missing-author: warning {"}"}”, dengan “off”, “hint”, “warning”, atau “error”. Peringatan ditolak oleh “--strict”, petunjuk tidak pernah.
manual-errors = Kesalahan
manual-errors-intro = Selama salah satu dari ini ada, tidak ada yang ditulis.

# what editing programs are told
lsp-required = wajib
lsp-articles = Artikel: { $count }
lsp-terms = Istilah: { $count }
lsp-withheld = belum diterbitkan
lsp-is-draft = draf: ditahan
lsp-is-to-come = tanggalnya belum tiba: ditahan
lsp-is-expired = sudah kedaluwarsa: ditahan
lsp-undeclared = tidak ada di daftar
lsp-see-also = Lihat juga { $file }
lsp-fix-replace = Ganti dengan “{ $text }”
lsp-fix-add-key = Tambahkan kunci “{ $text }”
lsp-fix-remove-key = Hapus kunci “{ $text }”
lsp-fix-add-term = Tambahkan “{ $text }” ke { $file }
lsp-fix-heading = Awali judul dengan { $text }
lsp-fix-source-hash = Terjemahan sudah disesuaikan
lsp-fix-front-matter = Tambahkan front matter

## Meja redaksi
desk-name = Meja redaksi
desk-skip = Ke isi
desk-overview = Ikhtisar
desk-translations = Terjemahan
desk-calendar = Kalender
desk-problems = Masalah
desk-links = Tautan dan gambar
desk-advice = Saran
desk-routes = Alamat
desk-why = Mengapa?
desk-show = Tampilkan
desk-all = semua
desk-nothing = Publikasi belum dapat ditampilkan sebelum kesalahannya diperbaiki.
desk-checked = Seluruh situs sudah diperiksa dalam keadaannya sekarang.
desk-checking = Seluruh situs sedang diperiksa; mungkin masih ada yang ditemukan. Muat ulang halaman ini sebentar lagi.
desk-errors = kesalahan
desk-warnings = peringatan
desk-hints = saran
desk-one-error = Kesalahan
desk-one-warning = Peringatan
desk-one-hint = Saran
desk-state-stale = terjemahan tertinggal dari aslinya
desk-state-draft = draf
desk-state-missing = terjemahan belum ada
desk-state-unpinned = terjemahan yang keadaannya tidak diketahui
desk-count-published = terbit
desk-count-scheduled = akan terbit
desk-count-expires = akan berakhir
desk-count-events = acara mendatang
desk-count-drafts = draf
desk-addresses = alamat
desk-severity = Tingkat
desk-code = Jenis
desk-file = Berkas
desk-found = { $count ->
    [0] Tidak ada yang ditemukan.
   *[other] { $count } ditemukan.
}
desk-publication = Publikasi
desk-type = Jenis tulisan
desk-term = Istilah
desk-compare = bandingkan
desk-no-such = Tidak ada yang bernama “{ $what }”.
desk-no-changes = Aslinya masih seperti ketika diterjemahkan.
desk-published = terbit
desk-scheduled = akan terbit
desk-expires = berakhir
desk-event = acara
desk-draft = draf
desk-today = Hari ini { $date }, { $zone }.
desk-now = hari ini
desk-earlier = Tampilkan bulan-bulan sebelumnya
desk-fewer = Sembunyikan bulan-bulan sebelumnya
desk-undated = Tanpa tanggal
desk-month = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
} { $year }
desk-kind = Jenis
desk-text = Bagian dari alamat
desk-address = Alamat
desk-made-of = Dibuat dari
desk-why-of = Mengapa { $what }?
desk-addresses-found = { $count } alamat.
desk-before = Sebelumnya
desk-after = Berikutnya
desk-page = Halaman { $page } dari { $last }
desk-of = Berkas atau alamat
desk-why-how = Tulis sebuah berkas, misalnya content/a/index.id.md, atau sebuah alamat di situs.

help-cms = Menyiapkan CMS berbasis Git: formulir di peramban yang menulis ke repositori Anda
help-argument-vendor = Programnya: sveltia atau decap
help-argument-backend = Tempat naskah disimpan: github, gitlab, git-gateway (hanya Decap), atau trial: tidak disimpan, untuk mencoba formulirnya
help-argument-repository = Repositorinya, sebagai pemilik/nama
help-argument-branch = Cabang yang ditulisi
help-argument-auth = Alamat layanan tempat penyunting masuk
help-argument-local = Bekerja juga dengan berkas di komputer ini (Decap, dengan proksinya sendiri)
help-argument-script = Tempat halaman menemukan programnya; bila kosong, di sampingnya
help-argument-mark-originals = Menulis bahasa asal ke dalam setiap naskah asli
help-argument-force = Menimpa berkas buatan pihak lain

cms-generated = Dibuat dari kabar.yaml dan daftar istilah. Jangan disunting: jalankan “kabar cms” lagi bila keduanya berubah.
cms-no-script = Program penyuntingan memerlukan JavaScript.
cms-script-missing = Program penyuntingan ({ $file }) tidak ada di sini. Letakkan di samping halaman ini; “kabar cms” memberi tahu tempat mengambilnya.
cms-next-sveltia = Sekarang ambil Sveltia CMS dari pembuatnya (sveltiacms.app; nama paketnya @sveltia/cms), lalu letakkan berkas dist/sveltia-cms.js di { $folder }. Program itu sendiri mengambil huruf dari tempat lain. Dengan --script URL halaman mengambilnya dari alamat pilihan Anda.
cms-next-decap = Sekarang ambil Decap CMS dari pembuatnya (decapcms.org; nama paketnya decap-cms), lalu letakkan semua berkas folder dist/ di { $folder }. Dengan begitu tidak ada yang dimuat dari pihak lain. Dengan --script URL halaman mengambilnya dari alamat pilihan Anda.
cms-backend-repository = Di mana repositorinya? “{ $name }” memerlukannya: tambahkan --repository PEMILIK/NAMA.
cms-backend-vendor = “{ $name }” bukan tempat yang dapat ditulisi program ini. Sveltia mengenal github, gitlab, dan trial; Decap mengenal git-gateway juga.
cms-foreign = { $name } bukan buatan “kabar cms”, jadi dibiarkan. Pilih folder lain dengan --out, atau timpa dengan --force.
cms-unmarked = { $count } tulisan tidak menyebut bahasa asalnya (“original: id”), sehingga formulir tidak dapat menampilkannya. Jalankan “kabar cms” dengan --mark-originals agar bahasa asal ditulis ke dalam naskah aslinya.
cms-marked = { $count } naskah asli kini menyebut bahasa asalnya.
cms-unmarkable = { $name } dibiarkan, karena bagian atasnya tidak ditulis satu kunci sebaris: tulis sendiri “original: { $lang }” di dalamnya.

cms-item = Butir
cms-title = Judul
cms-slug = Alamat
cms-slug-pattern = Huruf kecil, angka, dan satu tanda hubung di antaranya, misalnya tiga-pelajaran
cms-summary = Ringkasan
cms-aliases = Alamat lama
cms-draft = Draf
cms-body = Isi
cms-body-hint = Markdown, seperti dalam berkasnya.
cms-date = Tanggal
cms-updated = Diperbarui
cms-expires = Kedaluwarsa
cms-cover = Gambar sampul
cms-licence = Lisensi
cms-feed = Di umpan
cms-order = Urutan
cms-featured = Berita utama
cms-translators = Penerjemah
cms-corrections = Ralat
cms-corrected-on = Tanggal ralat
cms-correction = Ralat
cms-translation = Terjemahan
cms-translation-hint = Hanya untuk terjemahan; kosongkan dalam naskah asli.
cms-state = Keadaan
cms-source-hash = Sidik naskah asli
cms-paginate-by = Tulisan per halaman
cms-sort-by = Urutan daftar
cms-sections = Rubrik
cms-home = Beranda
cms-single-files = berkas tunggal
cms-terms = Istilah
cms-terms-hint = Untuk menambah istilah, tulis dalam berkasnya di content/_terms, lalu jalankan “kabar cms” lagi.
cms-name = Nama
cms-blurb = Keterangan
cms-term-aliases = Nama lain
cms-parent = Di bawah
cms-same = Sama dalam semua bahasa
cms-each = Berbeda tiap bahasa
cms-add = Tambah
cms-remove = Hapus
cms-url = Alamat web lengkap, dengan https://
cms-moment = Tanggal seperti 2026-06-16, atau dengan jam dan zona: 2026-06-16T09:00 Asia/Jakarta
cms-email = Alamat surel
