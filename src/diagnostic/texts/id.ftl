level-error = kesalahan
level-warning = peringatan
level-why = sebab
level-fix = perbaikan
did-you-mean = Maksud Anda “{ $nearest }”?
base-url = { $fault ->
    [scheme] “{ $value }” tidak diawali https:// atau http://.
    [host] “{ $value }” tidak punya nama host, atau nama host-nya tidak sah.
    [tail] “{ $value }” mengandung kueri (?) atau fragmen (#).
   *[path] Bagian folder pada “{ $value }” tidak sah.
  }
    .why = Semua tautan lengkap situs diawali alamat ini: di umpan, di peta situs, dan saat halaman dibagikan.
    .fix = Tulis alamat tempat situs akan berada: skema, host, dan bila perlu folder, misalnya https://example.org/kabar.
menu-entry = { $count ->
    [0] Butir menu ini tidak menuju ke mana pun.
   *[other] Butir menu ini menuju ke { $count } tempat.
  }
    .why = Pembaca yang memilih satu butir hanya dapat dibawa ke satu tempat.
    .fix = Isi tepat satu dari page, taxonomy, dan url.
