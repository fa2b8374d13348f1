level-error = kesalahan
level-warning = peringatan
level-why = sebab
level-fix = perbaikan
did-you-mean = Maksud Anda “{ $nearest }”?

skipped-heading-level = Subjudul “{ $title }” bertingkat { $level }, padahal di atasnya tidak ada subjudul tingkat { $expected }
    .why = Pembaca layar menampilkan subjudul sebagai kerangka; tingkat yang terlewat tampak seperti bagian yang hilang.
    .fix = Jadikan subjudul tingkat { $expected }, dengan { $expected } tanda “#”.
