level-error = kesalahan
level-warning = peringatan
level-why = sebab
level-fix = perbaikan
did-you-mean = Maksud Anda “{ $nearest }”?
